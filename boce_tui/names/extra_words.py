"""Words beside the names that must not stand in a report either: a nickname, a house, a known case."""

from __future__ import annotations

from collections.abc import Iterable

from boce_tui.domain.text import clean_entry, fold
from boce_tui.errors import BadInput
from boce_tui.locale import _

SHORTEST = 3
"""Shorter ones stand in too many other words and abbreviations."""


def cleaned(words: Iterable[str]) -> tuple[str, ...]:
    """The words as they are kept: each once, without what is empty, in the order they came.

    Raises:
        BadInput: One is too short to look for.
    """
    found: dict[str, str] = {}
    for said in words:
        word = " ".join(clean_entry(said).split())
        if word and len(word) < SHORTEST:
            raise BadInput(
                _("'{word}' is too short: it would be found everywhere.").format(word=word),
                hint=_("Give a word of at least {n} letters. Nothing was changed.").format(n=SHORTEST),
            )
        if word:
            found.setdefault(fold(word), word)
    return tuple(found.values())


def without(words: Iterable[str], gone: Iterable[str]) -> tuple[str, ...]:
    """The words that stay.

    Raises:
        BadInput: One that goes is not there.
    """
    known = {fold(word): word for word in words}
    for said in gone:
        if known.pop(fold(" ".join(said.split())), None) is None:
            raise BadInput(
                _("'{word}' is not one of the extra words.").format(word=said),
                hint=_("See them with: boce names words"),
            )
    return tuple(known.values())
