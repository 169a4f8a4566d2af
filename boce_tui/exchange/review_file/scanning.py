"""Visible lines as events: a mark, the end of a block, a label, a box, or just words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from typing import Literal

from boce_tui.exchange.review_file import words
from boce_tui.exchange.review_file.lines import Line, visible_lines

Kind = Literal["file", "mark", "end", "field", "box", "text"]
TICKED, EMPTY, ODD = "ticked", "empty", "odd"

_LEAD = r"""(?:[\s>*_#|~"'“”‘’`(•·–—-]|</?[a-zA-Z][^<>\n]{0,60}>)*"""
_GAP = r"(?:[\s*_]|</?[a-zA-Z][^<>\n]{0,60}>)*"
_MARK = r"([0-9]+(?:\.[0-9]+)*[a-z]?)\s*[-–—‑−_~.]?\s*([0-9a-z]{4})(?![0-9a-z])"
_END_MARK = r"([0-9]+(?:\.[0-9]+)*[a-z]?\s*[-–—‑−]\s*[0-9a-z]{3,6}(?![0-9a-z]))"
_ANY_MARK = r"(\S*\d\S*(?:\s*[-–—‑−]\s*\S+)?)"
_EMPTY = r"\[\s*_*\s*\]|\(\s+\)|[☐□◻▢⬜❏❑]"
_TICKED = r"\[\s*(?:[xX×✓✔✗✘vV✅☑☒•■]|ja|Ja|JA)\s*\]|\(\s*[xX]\s*\)|[☑☒✓✔✗✘■◼⬛✅]"
_ODD = r"\[[^\[\]\n]{1,12}\]"
_BOX = re.compile(rf"(?P<empty>{_EMPTY})|(?P<ticked>{_TICKED})|(?P<odd>{_ODD})")
_LEADING = re.compile(_LEAD)
_BARE = re.compile(r"[xXvV✓✔✗✘]")


@dataclass(frozen=True)
class Event:
    """Something that was recognised.

    Attributes:
        kind: What it is.
        value: The mark, the id of the field, the state of the box, or the words.
        line: Line of the file.
        block: Events of one paragraph have the same number.
        joined: Words on the same line as the label or box before them.
        cell: Words in a table.
        strong: Words that stand out.
    """

    kind: Kind
    value: str
    line: int
    block: int = 0
    joined: bool = False
    cell: bool = False
    strong: bool = False
    raw: str = ""
    """What stood there."""
    lead: str = ""
    """The sign or number of the item of a list that the words begin."""


@cache
def _starts() -> list[tuple[Kind, str, re.Pattern[str]]]:
    flags = re.IGNORECASE
    file_mark, mark = words.one_of([words.FILE_MARK]), words.one_of([words.MARK])
    found: list[tuple[Kind, str, re.Pattern[str]]] = [
        ("file", "", re.compile(rf"{_LEAD}(?:{file_mark}){_GAP}:?{_GAP}([^\s<>]+)", flags)),
        ("mark", "", re.compile(rf"{_LEAD}(?:{mark}){_GAP}:?{_GAP}{_MARK}", flags)),
        ("mark", "?", re.compile(rf"{_LEAD}(?:{mark}){_GAP}:?{_GAP}{_ANY_MARK}", flags)),
        ("end", "", re.compile(rf"{_LEAD}(?:{words.one_of([words.END])}){_GAP}:?{_GAP}{_END_MARK}", flags)),
    ]
    hints = words.one_of(words.HINTS.values())
    for field, word in words.FIELDS.items():
        pattern = rf"{_LEAD}(?:{words.one_of([word])})(?:\s*\((?:{hints})\))?{_GAP}(?::[*_]*|(?P<cell>\Z))"
        found.append(("field", field, re.compile(pattern, flags)))
    return found


def events(text: str) -> list[Event]:
    """Everything in a document, in order. No word is left out: what is nothing else is text."""
    found: list[Event] = []
    for block, lines in groupby(visible_lines(text), key=lambda line: line.block):
        found += _Scanner(list(lines), block).run()
    return found


class _Scanner:
    """One block: its lines under each other, with what is recognised at the beginning of a line."""

    def __init__(self, lines: list[Line], block: int) -> None:
        self._lines = _with_ticks(lines)
        self._block = block
        self._text = "\n".join(line.text for line in self._lines)
        self._begins: list[int] = []
        self._boxes = False
        at = 0
        for line in self._lines:
            self._begins.append(at)
            at += len(line.text) + 1

    def run(self) -> Iterator[Event]:
        """The events of this block."""
        at, joined = 0, False
        while at < len(self._text):
            event, after = self._next(at, joined)
            if event is not None:
                yield event
            joined = event is not None and event.kind != "text" and self._text[after : after + 1] != "\n"
            at = after

    def _next(self, at: int, joined: bool) -> tuple[Event | None, int]:
        index = bisect_right(self._begins, at) - 1
        line = self._lines[index]
        begins = self._begins[index] == at
        if begins:
            for kind, value, pattern in _starts():
                match = pattern.match(self._text, at)
                if match and (line.cell or match.groupdict().get("cell") is None):
                    found = value if kind == "field" else _token(match)
                    return self._event(kind, found, line, raw=match[0]), match.end()
        if begins or joined or self._boxes:
            lead = _LEADING.match(self._text, at) if begins else None
            box = _BOX.match(self._text, lead.end() if lead else at) or _BOX.match(self._text, at)
            if box:
                self._boxes = True
                raw = self._text[at : box.end()]
                return self._event("box", str(box.lastgroup), line, raw=raw), box.end()
        return self._words(at, joined, line)

    def _words(self, at: int, joined: bool, line: Line) -> tuple[Event | None, int]:
        end = self._text.find("\n", at)
        end = after = len(self._text) if end < 0 else end
        if self._boxes:
            other = _BOX.search(self._text, at + 1, end)
            if other and other.lastgroup != ODD:
                end = after = other.start()
        text = self._text[at:end].strip()
        after += after == end and self._text[end : end + 1] == "\n"
        lead = line.lead if at in self._begins else ""
        return (self._event("text", text, line, joined, text, lead) if text else None), max(after, at + 1)

    def _event(
        self, kind: Kind, value: str, line: Line, joined: bool = False, raw: str = "", lead: str = ""
    ) -> Event:
        return Event(kind, value, line.number, self._block, joined, line.cell, line.strong, raw.strip(), lead)


def _token(match: re.Match[str]) -> str:
    parts = [part for part in match.groups() if part]
    return "-".join(re.sub(r"\s+", "", part).strip(".,:;*_") for part in parts).lower()


def _with_ticks(lines: list[Line]) -> list[Line]:
    """A row of a table in which one cell is an option: its other cell is the box."""
    if not lines or not lines[0].cell:
        return lines
    options = [line for line in lines if any(p.fullmatch(line.text) for p in words.choice_options().values())]
    if len(options) != 1 or len(lines) < 2:
        return lines
    found = []
    for line in lines:
        text = line.text
        if line is not options[0] and (not text or _BARE.fullmatch(text)):
            text = "[x]" if text else "[ ]"
        found.append(replace(line, text=text))
    return sorted(found, key=lambda line: line.text == options[0].text)


def box_state(text: str) -> str:
    """The state of a box that is all of `text`; empty when it is something else."""
    match = _BOX.fullmatch(text.strip())
    return str(match.lastgroup) if match else ""
