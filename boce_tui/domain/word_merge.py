"""Two changed versions of one text made into one, by words, where it is clear what each of them changed."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T", bound=Hashable)

_WORDS = re.compile(r"\w+|[^\w\s]|\s+")
_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_MOST_WORDS = 6_000
"""Above this the texts are compared by lines, as `word_diff` does."""


class Piece(NamedTuple, Generic[T]):
    """A stretch of the three versions.

    Attributes:
        base: What stood there.
        ours: What one made of it.
        theirs: What the other made of it.
    """

    base: tuple[T, ...]
    ours: tuple[T, ...]
    theirs: tuple[T, ...]

    @property
    def merged(self) -> tuple[T, ...] | None:
        """What it must be; None when both changed it, each in another way."""
        if self.ours == self.base or self.ours == self.theirs:
            return self.theirs
        return self.ours if self.theirs == self.base else None


class _Change(NamedTuple):
    """Items `first` up to `last` of the base became items `start` up to `end`."""

    first: int
    last: int
    start: int
    end: int


def pieces(
    base: Sequence[T], ours: Sequence[T], theirs: Sequence[T], blank: T | None = None
) -> list[Piece[T]]:
    """The three versions side by side; what both touched, or what touches each other, is one piece.

    Args:
        base: What both began with.
        ours: One version.
        theirs: The other one.
        blank: An item so common that it says nothing about what belongs together.
    """
    mine, other = _changes(base, ours, blank), _changes(base, theirs, blank)
    found: list[Piece[T]] = []
    at = i = j = 0
    while i < len(mine) or j < len(other):
        first = min(change.first for change in (*mine[i : i + 1], *other[j : j + 1]))
        last, from_i, from_j = first, i, j
        while True:
            if i < len(mine) and mine[i].first <= last:
                last, i = max(last, mine[i].last), i + 1
            elif j < len(other) and other[j].first <= last:
                last, j = max(last, other[j].last), j + 1
            else:
                break
        if first > at:
            same = tuple(base[at:first])
            found.append(Piece(same, same, same))
        found.append(
            Piece(
                tuple(base[first:last]),
                _became(base, ours, mine[from_i:i], first, last),
                _became(base, theirs, other[from_j:j], first, last),
            )
        )
        at = last
    if at < len(base):
        same = tuple(base[at:])
        found.append(Piece(same, same, same))
    return found


def _changes(base: Sequence[T], after: Sequence[T], blank: T | None) -> list[_Change]:
    junk = None if blank is None else (lambda item: item == blank)
    match = SequenceMatcher(junk, base, after, autojunk=False)
    return [_Change(a, b, c, d) for kind, a, b, c, d in match.get_opcodes() if kind != "equal"]


def _became(
    base: Sequence[T], after: Sequence[T], changes: Sequence[_Change], first: int, last: int
) -> tuple[T, ...]:
    """What a stretch of the base is in the other version."""
    found: list[T] = []
    at = first
    for change in changes:
        found += base[at : change.first]
        found += after[change.start : change.end]
        at = change.last
    return (*found, *base[at:last])


def text_pieces(base: str, ours: str, theirs: str) -> list[Piece[str]]:
    """The same of texts; each piece holds the texts whole, as one item."""
    split = [_WORDS.findall(text) for text in (base, ours, theirs)]
    if sum(map(len, split)) > _MOST_WORDS:
        split = [_LINES.findall(text) for text in (base, ours, theirs)]
    base_words, our_words, their_words = split
    found = pieces(base_words, our_words, their_words, blank=" ")
    return [Piece(*(("".join(part),) if part else () for part in piece)) for piece in found]


def merge_words(base: str, ours: str, theirs: str) -> str | None:
    """One text with what each changed; None when they changed the same words, or words side by side."""
    found: list[str] = []
    for piece in text_pieces(base, ours, theirs):
        merged = piece.merged
        if merged is None:
            return None
        found += merged
    return "".join(found)
