"""A returned file taken apart into its blocks, and into what stands outside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from boce_tui.domain.reviewing import ReviewFile, SentPlace
from boce_tui.domain.text import clean_entry
from boce_tui.exchange.review_file import words
from boce_tui.exchange.review_file.binding import Bound, Option, bound
from boce_tui.exchange.review_file.blocks import CHOICE, Block
from boce_tui.exchange.review_file.matching import (
    Matcher,
    Original,
    Piece,
    Segment,
    joined,
    squeeze,
)
from boce_tui.exchange.review_file.scanning import Event, events
from boce_tui.exchange.review_file.who import WHO

_BAR = "█"


@dataclass(frozen=True)
class Outside:
    """Words outside the places to fill in.

    Attributes:
        text: The words.
        lines: Their lines.
        place: The place they stand at, when that is known.
        before: The text of the report that they probably changed, or empty.
    """

    text: str
    lines: tuple[int, ...]
    place: SentPlace | None
    before: str = ""


@dataclass
class Assembled:
    """A file taken apart.

    Attributes:
        key: Mark of the file it is compared with.
        file: That file.
        heads: Copies of the head.
        blocks: Everything else that was filled in.
        outside: Words that stand nowhere in particular.
        gone: Texts of the report that did not come back.
        known: How many of its marks are of this file.
    """

    key: str
    file: ReviewFile
    heads: list[Block] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    outside: list[Outside] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    known: int = 0


@dataclass
class _Run:
    """Words that stand together, and where."""

    segments: list[Segment]
    block: Block | None
    name: str


def assemble(text: str, key: str, file: ReviewFile) -> Assembled:
    """Take a file apart, as far as possible by the one that was sent."""
    return _Assembler(key, file).run(text)


def option_patterns(file: ReviewFile) -> Mapping[str, re.Pattern[str]]:
    """The options of a file by id."""
    who = {place.place: [r"\s+".join(re.escape(w) for w in place.text.split())] for place in file.places}
    found = words.options({option: pattern for option, pattern in who.items() if option.startswith(WHO)})
    return {f"{CHOICE}{choice}": p for choice, p in words.choice_options().items()} | dict(found)


class _Assembler:
    def __init__(self, key: str, file: ReviewFile) -> None:
        self._options = option_patterns(file)
        self._marks = {place.mark: place for place in file.places if place.mark}
        self._result = Assembled(key, file)
        self._matcher = Matcher(
            _originals(file.markdown, key, tuple(self._marks), tuple(self._options.items()))
        )
        self._block: Block | None = None
        self._head: Block | None = None
        self._name = ""
        self._near = ""
        self._runs: list[_Run] = []
        self._bars_lost = False

    def run(self, text: str) -> Assembled:
        """First everything that is certain, then what the rest most probably is."""
        # A program that knows no bars of a chart saves them as question marks.
        self._bars_lost = _BAR in self._result.file.markdown and _BAR not in text
        pieces: list[Piece] = []
        for event in bound(events(text), self._options):
            if isinstance(event, Event) and event.kind == "text":
                written = bool(
                    event.joined and self._block is not None and (self._name or self._block.options)
                )
                pieces.append(Piece(event.value, event.line, event.block, written, event.cell, event.lead))
                continue
            self._words(pieces)
            pieces = []
            self._other(event)
        self._words(pieces)
        for run in self._runs:
            self._place(run)
        gone = [o.text for o in self._matcher.originals if not o.found and not o.inside and len(o.key) > 3]
        self._result.gone = gone
        return self._result

    # --- what is certain ----------------------------------------------------------------------------------

    def _words(self, pieces: list[Piece]) -> None:
        if not pieces:
            return
        here = self._block.mark if self._block else ""
        segments = self._matcher.segments(pieces, here, in_field=bool(self._name))
        begin = 0
        for number, segment in enumerate(segments):
            if isinstance(segment, Original):
                self._near = segment.near
                if self._block is not None and not segment.inside:
                    self._runs.append(_Run(segments[begin:number], self._block, self._name))
                    begin = number
                    self._block, self._name = None, ""
        self._runs.append(_Run(segments[begin:], self._block, self._name))

    def _other(self, event: Bound) -> None:
        if isinstance(event, Option):
            self._in_block(event.line).options.append(event)
            return
        if event.kind == "file":
            head = event.value == self._result.key
            self._result.known += head
            if not head:
                self._runs.append(_Run([[Piece(event.raw, event.line)]], None, ""))
            self._block, self._name = Block(None, event.value, event.line), ""
            self._result.heads.append(self._block)
            self._head = self._block
        elif event.kind == "mark":
            self._begin(event)
        elif event.kind == "end":
            self._end(event)
        elif event.kind == "field":
            self._in_block(event.line).fields.setdefault(event.value, [])
            self._name = event.value

    def _begin(self, event: Event) -> None:
        place = self._marks.get(event.value)
        self._result.known += place is not None
        block = Block(place, event.value, event.line, head=self._head)
        if place is None:
            block.candidates = self._candidates(event.value)
            block.loose = []
            block.mark = event.raw
        self._result.blocks.append(block)
        self._block, self._name = block, ""

    def _candidates(self, mark: str) -> list[SentPlace]:
        number, _dash, code = mark.partition("-")
        by_code = [p for m, p in self._marks.items() if code and m.endswith(f"-{code}")]
        by_number = [p for p in self._marks.values() if p.number == number]
        return list(dict.fromkeys([*by_code, *by_number]))

    def _end(self, event: Event) -> None:
        block = self._block
        if block is None:
            if event.value not in self._marks and event.value != self._result.key:
                self._runs.append(_Run([[Piece(event.raw, event.line)]], None, ""))
            return
        if block.place is not None and event.value != block.place.mark:
            # Lines between two blocks are gone: what was filled in may be of either.
            block.candidates = [block.place, *self._candidates(event.value)]
            block.place = None
        self._block, self._name = None, ""

    def _in_block(self, line: int) -> Block:
        """The block one is in; a new one without a mark when its mark is gone."""
        if self._block is None:
            near = self._marks.get(self._near)
            self._block = Block(None, "", line, [near] if near else [], head=self._head)
            self._result.blocks.append(self._block)
        return self._block

    # --- what the rest is ---------------------------------------------------------------------------------

    def _place(self, run: _Run) -> None:
        near = ""
        for segment in run.segments:
            if isinstance(segment, Original):
                near = segment.near
                continue
            text = clean_entry(words.without_blanks(joined(segment)))
            if self._bars_lost and all(piece.cell for piece in segment):
                text = text.strip("? ")
            if not words.says_something(text):
                continue
            if not any(piece.written for piece in segment) or len(text.split()) > 5:
                least = 0.75 if run.block is not None else 0.6
                plain = clean_entry(words.without_blanks(joined(segment, leads=False)))
                changed = self._matcher.alike(plain, least) if not segment[0].written else None
                if changed is not None and squeeze(plain) == changed.key:
                    changed.found = True
                    continue
                if changed is not None:
                    changed.found = True
                    self._outside(text, segment, changed.near, changed.text)
                    continue
            if run.block is not None and run.name:
                run.block.fields.setdefault(run.name, []).extend(segment)
            elif run.block is not None:
                run.block.loose.append(segment)
            else:
                self._outside(text, segment, near)

    def _outside(self, text: str, segment: list[Piece], near: str, before: str = "") -> None:
        lines = tuple(dict.fromkeys(piece.line for piece in segment))
        self._result.outside.append(Outside(text, lines, self._marks.get(near), before))


def _originals(
    markdown: str, key: str, marks: tuple[str, ...], options: tuple[tuple[str, re.Pattern[str]], ...]
) -> list[Original]:
    """Fresh copies of what was sent: taking it apart again for each reader takes time."""
    return [
        Original(squeezed, text, near, inside)
        for squeezed, text, near, inside in _sent(markdown, key, marks, options)
    ]


@lru_cache(maxsize=4)
def _sent(
    markdown: str, key: str, marks: tuple[str, ...], options: tuple[tuple[str, re.Pattern[str]], ...]
) -> list[tuple[str, str, str, bool]]:
    found: list[tuple[str, str, str, bool]] = []
    waiting: list[str] = []
    mark = ""
    for event in _blocks(markdown, dict(options)):
        if isinstance(event, str):
            if mark:
                found.append((squeeze(event), event, mark, True))
            else:
                waiting.append(event)
        elif event.kind in ("mark", "file") and (event.value in marks or event.value == key):
            mark = event.value
            found += [(squeeze(text), text, mark, False) for text in waiting]
            waiting = []
        elif event.kind == "end":
            mark = ""
    last = marks[-1] if marks else ""
    return [*found, *((squeeze(text), text, last, False) for text in waiting)]


def _blocks(markdown: str, options: Mapping[str, re.Pattern[str]]) -> Iterator[str | Event]:
    """The events of the file that was sent, with its paragraphs whole."""
    lines: list[Event] = []
    for event in bound(events(markdown), options):
        if isinstance(event, Event) and event.kind == "text":
            if lines and lines[-1].block != event.block:
                yield " ".join(line.value for line in lines)
                lines = []
            if words.without_blanks(event.value):
                lines.append(event)
            continue
        if lines:
            yield " ".join(line.value for line in lines)
            lines = []
        if isinstance(event, Event):
            yield event
    if lines:
        yield " ".join(line.value for line in lines)
