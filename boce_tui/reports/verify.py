"""Proof, for each document, that no text of people is more than text.

The report is printed a second time with every text replaced by harmless words of the same shape. Both
documents must have the same structure, and each run of visible text must be the harmless one with the
words put back. What differs is traced to the texts that caused it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import TypeVar

import msgspec

from boce_tui.reports.escape import clean
from boce_tui.reports.model import Data, Text
from boce_tui.reports.parsed import Parsed
from boce_tui.reports.walking import map_texts

_WORD = re.compile(r"qx(\d+)x(\d+)qx")
M = TypeVar("M", bound=Data)


@dataclass(frozen=True)
class Difference:
    """A text that changes the document around it, or that does not come out as it went in."""

    text: Text | None
    """None when no single text can be blamed."""
    line: int


def harmless(model: M, keep: Collection[int] | None = None) -> tuple[M, list[Text]]:
    """Return the model with harmless texts, and the texts that were replaced, by number.

    Args:
        model: A prepared model.
        keep: Numbers of texts that stay as they are.
    """
    found: list[Text] = []

    def replace(text: Text) -> Text:
        if not text:
            return text
        found.append(text)
        number = len(found) - 1
        if keep is not None and number in keep:
            return text
        return msgspec.structs.replace(text, value=_shape(text.value, number))

    return map_texts(model, replace), found


def _shape(value: str, number: int) -> str:
    """Harmless words with the lines and paragraphs of `value`."""
    lines = clean(value).split("\n")
    return "\n".join(f"qx{number}x{n}qx" if line else "" for n, line in enumerate(lines))


def verify(
    model: M, real: Parsed, printer: Callable[[M], str]
) -> tuple[Sequence[Difference], Sequence[tuple[Text, ...]]]:
    """Compare a document with its harmless twin.

    Args:
        model: The prepared model it was printed from.
        real: The document.
        printer: Prints a model.

    Returns:
        The differences (none = verified), and for each run of text the texts that stand in it.
    """
    twin_model, found = harmless(model)
    twin = Parsed(printer(twin_model))
    if real.skeleton != twin.skeleton:
        return _blame(model, found, twin, printer) or [Difference(None, _first_line(real, twin))], ()
    lines = [clean(text.value).split("\n") for text in found]
    differences: list[Difference] = []
    placements: list[tuple[Text, ...]] = []
    for run, twin_run in zip(real.runs, twin.runs, strict=True):
        numbers = dict.fromkeys(int(word[1]) for word in _WORD.finditer(twin_run.text))
        here = tuple(found[number] for number in numbers)
        placements.append(here)
        expected = _WORD.sub(lambda word: lines[int(word[1])][int(word[2])], twin_run.text)
        if unicodedata.normalize("NFC", expected) != run.text:
            differences += [Difference(text, run.line) for text in here] or [Difference(None, run.line)]
    return differences, placements


def _blame(model: M, found: Sequence[Text], twin: Parsed, printer: Callable[[M], str]) -> list[Difference]:
    """The texts that change the structure by themselves, found by halving."""
    guilty: list[Difference] = []
    groups: list[range] = [range(len(found))]
    while groups:
        group = groups.pop()
        if not len(group):
            continue
        printed = Parsed(printer(harmless(model, keep=group)[0]))
        if printed.skeleton == twin.skeleton:
            continue
        if len(group) == 1:
            guilty.append(Difference(found[group[0]], _first_line(printed, twin)))
        else:
            middle = len(group) // 2
            groups += [group[middle:], group[:middle]]
    return guilty


def _first_line(one: Parsed, other: Parsed) -> int:
    """The line of `one` at which the structures part."""
    run = 0
    for a, b in zip(one.skeleton, other.skeleton, strict=False):
        if a != b:
            break
        run += a[0] == "text"
    return one.runs[min(run, len(one.runs) - 1)].line if one.runs else 1
