"""The only place that writes Markdown syntax: each function returns a block or an inline piece as `Md`.

Everything that goes in is made inert unless it is `Md` already. A text of people is given as it is
(`boce_tui.reports.model.Text`); fixed sentences with names in them go through `fill`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

from boce_tui.reports.escape import Md, block, clean_line, escape_line, inline
from boce_tui.reports.formats import enumeration
from boce_tui.reports.model import Text
from boce_tui.reports.slugs import slug

Piece: TypeAlias = str | Text | int
"""What a block accepts: `Md` as it is, everything else as text."""

EMPTY_CELL = "–"
_FIELD = re.compile(r"\{(\w+)\}")
_MARK = "\ue000"
"""Stands for `Md` while a sentence is escaped: private use, so no cleaned text holds it."""


def _raw(piece: Piece) -> str:
    return piece if isinstance(piece, str) else str(piece)


def span(piece: Piece) -> Md:
    """An inline piece on one line."""
    return inline(_raw(piece))


def strong(piece: Piece) -> Md:
    """An inline piece that stands out. Put it at the start of a line or between spaces."""
    text = span(piece)
    return Md(f"**{text}**") if text else text


def fill(sentence: str, **values: Piece) -> Md:
    """Put values in the ``{fields}`` of a fixed sentence; the whole is made inert, `Md` stays Markdown."""
    inserted: list[Md] = []

    def put(field: re.Match[str]) -> str:
        raw = _raw(values[field[1]])
        if not isinstance(raw, Md):
            return clean_line(raw)
        inserted.append(raw)
        return _MARK

    escaped = escape_line(_FIELD.sub(put, sentence).strip())
    for piece in inserted:
        escaped = escaped.replace(_MARK, piece, 1)
    return Md(escaped)


def listing(pieces: Sequence[Piece]) -> Md:
    """Inline pieces as "a, b and c"."""
    return Md(enumeration([span(piece) for piece in pieces]))


def sentences(*pieces: Piece) -> Md:
    """Inline pieces after each other on one line, empty ones left out."""
    return Md(" ".join(text for text in (span(piece) for piece in pieces) if text))


def paragraph(piece: Piece, lead: Piece = "", tail: Piece = "") -> Md:
    """One or more paragraphs; `lead` stands before the first sentence and `tail` after the last."""
    body = block(_raw(piece))
    return Md(" ".join(text for text in (span(lead), body, span(tail)) if text))


def heading(level: int, piece: Piece, number: str = "") -> Md:
    """A heading ``## 1.1 Title``."""
    return Md(f"{'#' * level} {span(heading_text(piece, number))}")


def heading_text(piece: Piece, number: str = "") -> str:
    """The visible text of a heading."""
    return f"{number} {_raw(piece)}" if number else _raw(piece)


def link(label: Piece, target: str) -> Md:
    """A link to the heading with the visible text `target`."""
    return Md(f"[{span(label)}](#{slug(target)})")


def quote(piece: Piece, lead: Piece) -> Md:
    """A quotation under a sentence that introduces it (adjacent quotations would melt together)."""
    lines = block(_raw(piece)).split("\n")
    return Md(span(lead) + "\n\n" + "\n".join(f"> {line}".rstrip() for line in lines))


def bullets(pieces: Sequence[Piece]) -> Md:
    """A list with bullets."""
    return _items(pieces, ["- "] * len(pieces))


def boxes(pieces: Sequence[Piece]) -> Md:
    """A list of empty boxes to tick: for documents that people fill in."""
    return _items([Md(f"[ ] {span(piece)}") for piece in pieces], ["- "] * len(pieces))


def numbered(pieces: Sequence[Piece]) -> Md:
    """A numbered list."""
    return _items(pieces, [f"{number}. " for number in range(1, len(pieces) + 1)])


def _items(pieces: Sequence[Piece], markers: list[str]) -> Md:
    items = []
    for piece, marker in zip(pieces, markers, strict=True):
        first, *rest = block(_raw(piece)).split("\n")
        indent = " " * len(marker)
        items.append("\n".join([marker + first, *(f"{indent}{line}".rstrip() for line in rest)]))
    return Md("\n".join(items))


def table(header: Sequence[Piece], rows: Sequence[Sequence[Piece]], right: Sequence[int] = ()) -> Md:
    """A table; `right` holds the columns that are aligned right (numbers). An empty cell shows a dash."""
    if any(len(row) != len(header) for row in rows):
        raise ValueError("a row has another number of cells than the header")
    rule = ["--:" if column in right else ":--" for column in range(len(header))]
    lines = [_row(header), f"| {' | '.join(rule)} |", *(_row(row) for row in rows)]
    return Md("\n".join(lines))


def _row(cells: Sequence[Piece]) -> str:
    return "| " + " | ".join(span(cell) or EMPTY_CELL for cell in cells) + " |"


def stack(blocks: Sequence[Md]) -> Md:
    """Blocks under each other."""
    return Md("\n\n".join(part for part in blocks if part))
