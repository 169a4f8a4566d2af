"""Translations: English source strings in the code, Dutch in the catalogue.

The Dutch catalogue is kept in fragments, one ``nl/<area>.po`` per part of the house, compiled to
``nl/boce.mo`` by ``python -m boce_tui.locale.build``. The language is a property of the process; the
report sets its own with :func:`in_language`.
"""

from __future__ import annotations

import gettext
import os.path
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

LANGUAGES = ("nl", "en")
CATALOGUE = os.path.join(os.path.dirname(__file__), "nl", "boce.mo")  # pathlib would slow down `boce --help`

_process_language = "nl"
_block_language: ContextVar[str | None] = ContextVar("boce_language", default=None)


@cache
def _catalogue(lang: str) -> gettext.NullTranslations:
    if lang == "nl" and os.path.exists(CATALOGUE):
        with open(CATALOGUE, "rb") as file:
            return gettext.GNUTranslations(file)
    return gettext.NullTranslations()


def language() -> str:
    """The language texts are shown in now: ``nl`` or ``en``."""
    return _block_language.get() or _process_language


def set_language(lang: str) -> None:
    """Choose the language of the interface for the whole process."""
    global _process_language
    if lang not in LANGUAGES:
        raise ValueError(f"unknown language: {lang}")
    _process_language = lang


@contextmanager
def in_language(lang: str) -> Iterator[None]:
    """Translate to ``lang`` within the block (this thread or task only), whatever the interface uses."""
    token = _block_language.set(lang)
    try:
        yield
    finally:
        _block_language.reset(token)


def _(message: str) -> str:
    """Translate one English source string."""
    return _catalogue(language()).gettext(message) if message else ""


def ngettext(one: str, many: str, n: int) -> str:
    """Translate a source string that depends on a number."""
    return _catalogue(language()).ngettext(one, many, n)


def N_(message: str) -> str:
    """Mark a source string for translation without translating it yet."""
    return message
