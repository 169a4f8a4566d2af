"""What a JSON decoder says is wrong with a file, in the user's words: which field, and what is the matter."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from boce_tui.domain.text import inert_line
from boce_tui.locale import N_, _

_WHERE = re.compile(r" - at `(?:key` in `)?\$(?P<path>[^`]*)`$")
_MISSING = re.compile(r"Object missing required field `(?P<field>[^`]*)`")
_UNKNOWN = re.compile(r"Object contains unknown field `(?P<field>.*)`")
_OTHER = re.compile(r"Expected `(?P<expected>[^`]*)`, got `(?P<found>[^`]*)`")

_LONGEST = 200
_WORDS = {
    "str": N_("a text"),
    "int": N_("a whole number"),
    "float": N_("a number"),
    "bool": N_("yes or no"),
    "null": N_("nothing"),
    "array": N_("a list"),
    "object": N_("a group of fields"),
}


class Explained(NamedTuple):
    """What is wrong.

    Attributes:
        field: Path of the field (``revisions[3].payload.text``); empty when it is the whole file.
        what: What is the matter with it.
    """

    field: str
    what: str


def explained(problem: Exception) -> Explained:
    """Explain what `msgspec.json.decode` raised."""
    if isinstance(problem, UnicodeDecodeError):
        return Explained("", _("there are bytes in it that are no text"))
    if isinstance(problem, RecursionError):
        return Explained("", _("it is nested too deeply"))
    said = str(problem)
    where = _WHERE.search(said)
    path = where["path"].lstrip(".") if where else ""
    said = said[: where.start()] if where else said
    for pattern, explain in _KNOWN:
        found = pattern.fullmatch(said)
        if found is not None:
            field, what = explain(found)
            whole = ".".join(part for part in (path, field) if part)
            return Explained(inert_line(whole)[:_LONGEST], what)
    if said == "Input data was truncated":
        return Explained(path, _("it stops halfway"))
    if said.startswith("JSON is malformed"):
        return Explained(path, _("from here on it is no JSON"))
    return Explained(path, inert_line(said))


def _missing(found: re.Match[str]) -> tuple[str, str]:
    return found["field"], _("this field is missing")


def _unknown(found: re.Match[str]) -> tuple[str, str]:
    return found["field"], _("this field is not known here")


def _of_another_kind(found: re.Match[str]) -> tuple[str, str]:
    expected = " / ".join(_word(one) for one in found["expected"].split(" | "))
    return "", _("{expected} was expected here, and there is {found}").format(
        expected=expected, found=_word(found["found"])
    )


def _word(kind: str) -> str:
    return _(_WORDS[kind]) if kind in _WORDS else inert_line(kind)


_KNOWN: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[str, str]]], ...] = (
    (_MISSING, _missing),
    (_UNKNOWN, _unknown),
    (_OTHER, _of_another_kind),
)
