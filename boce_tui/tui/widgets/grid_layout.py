"""How the lines of a table to fill in are laid out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from textual.content import Content

from boce_tui.domain.text import inert_line
from boce_tui.tui.signs import mark
from boce_tui.tui.text import Piece, assemble, cells, cut, pad
from boce_tui.tui.widgets.choices import Choosable

Cell = str | None
Values = Mapping[str, Mapping[str, Cell]]
_WIDEST_CELL = 20
_NARROWEST_LABEL = 20
_LEAD = 2
_GAP = 2


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One column: with options it is chosen from, without it is short text."""

    id: str
    title: str
    options: tuple[Choosable, ...] = ()

    @property
    def is_text(self) -> bool:
        """True for a column of short texts."""
        return not self.options


def cell_widths(rows: Sequence[Choosable], columns: Sequence[GridColumn], width: int) -> list[int]:
    """The width of every column; the labels get what is left."""
    wanted = [_wanted(column) for column in columns]
    gaps = _GAP * len(columns)
    texts = [column.is_text for column in columns]
    if any(texts):
        # Typed text gets the room that the labels do not need.
        label = min(max((cells(row.label) for row in rows), default=0), width // 3) + _LEAD + _GAP
        chosen = sum(want for want, text in zip(wanted, texts, strict=True) if not text)
        share = (width - label - gaps - chosen) // sum(texts)
        if share >= _WIDEST_CELL // 2:
            return [share if text else want for want, text in zip(wanted, texts, strict=True)]
    room = width - _NARROWEST_LABEL - _LEAD
    if sum(wanted) + gaps <= room:
        return wanted
    share = max(3, room // len(wanted) - _GAP)
    return [min(share, want) for want in wanted]


def _wanted(column: GridColumn) -> int:
    if column.is_text:
        return _WIDEST_CELL
    return min(_WIDEST_CELL, max(cells(column.title), *(cells(o.label) + 2 for o in column.options), 4))


def _label_width(widths: Sequence[int], width: int) -> int:
    return width - sum(widths) - _GAP * len(widths) - _LEAD


def column_at(widths: Sequence[int], x: int, width: int) -> int:
    """The column a click is in."""
    at = width - sum(widths) - _GAP * len(widths)
    for index, wide in enumerate(widths):
        at += _GAP + wide
        if x < at:
            return index
    return len(widths) - 1


def heading(columns: Sequence[GridColumn], widths: Sequence[int], width: int) -> Content:
    """The titles of the columns."""
    titles = [
        assemble(" " * _GAP, (pad(inert_line(column.title), wide), "stil"))
        for column, wide in zip(columns, widths, strict=True)
    ]
    return assemble(" " * (_LEAD + _label_width(widths, width)), *titles)


def row(
    item: Choosable,
    columns: Sequence[GridColumn],
    widths: Sequence[int],
    width: int,
    values: Mapping[str, Cell],
    here: int | None,
) -> Content:
    """One row.

    Args:
        item: The row.
        columns: The columns.
        widths: Their widths.
        width: The whole width.
        values: Column id -> what is filled in.
        here: The column the cursor is in; None: the cursor is in another row.
    """
    lead: Piece = (mark("▸") if here is not None else " ", "accent")
    label: Piece = (pad(item.label, _label_width(widths, width)), "kop" if here is not None else "")
    pieces = [assemble(lead, " ", label)]
    for index, (column, wide) in enumerate(zip(columns, widths, strict=True)):
        text = pad(_cell_text(column, values.get(column.id), wide), wide)
        cell = assemble(" " * _GAP, (text, "accent" if here == index else ""))
        pieces.append(cell.stylize("reverse", _GAP) if here == index else cell)
    return assemble(*pieces)


def _cell_text(column: GridColumn, value: Cell, width: int) -> str:
    if value is None:
        return mark("·")
    if column.is_text:
        return cut(inert_line(value), width)
    for index, option in enumerate(column.options):
        if option.id == value:
            key = option.key or str(index + 1)
            words = f"{key} {inert_line(option.label)}".strip()
            return words if cells(words) <= width or width > 6 else key
    return inert_line(value)
