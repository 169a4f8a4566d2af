"""One line of a table: cells cut or filled to their columns."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from textual.content import Content

from boce_tui.tui.text import Piece, assemble

_GAP = 2


class Column(msgspec.Struct, frozen=True):
    """One column.

    Attributes:
        title: Heading in the user's language; a list whose columns have no titles has no heading line.
        width: Cells; 0 for the column that takes what is left (one per list; the first when none is).
        right: Numbers: against the right edge.
        from_width: The column is left out in a list narrower than this.
        whole: Wider when a cell asks for it: a number that is cut off is another number.
    """

    title: str = ""
    width: int = 0
    right: bool = False
    from_width: int = 0
    whole: bool = False


def table_line(columns: Sequence[Column], cells: Sequence[Piece], width: int) -> Content:
    """One line of a table: every cell cut or filled to its column."""
    fitted: list[Content] = []
    for cell, (column, room) in zip(cells, _widths(columns, width), strict=False):
        if room <= 0:
            continue
        content = cell if isinstance(cell, Content) else assemble(cell)
        fitted.append(_fit(content, room, column.right))
        fitted.append(Content(" " * _GAP))
    return assemble(*fitted[:-1])


def cut_text(columns: Sequence[Column], cells: Sequence[Piece], width: int) -> str:
    """The texts of one line that are cut off; empty when all of them fit."""
    cut = []
    for cell, (_column, room) in zip(cells, _widths(columns, width), strict=False):
        text = cell[0] if isinstance(cell, tuple) else cell
        if isinstance(text, str) and len(text) <= room and text.isascii() and text.isprintable():
            continue  # most are: nothing to work out
        content = cell if isinstance(cell, Content) else assemble(cell)
        if 0 < room < content.cell_length:
            cut.append(content.plain)
    return "  ".join(cut)


def cell_length(cell: Piece) -> int:
    """The cells it takes."""
    return (cell if isinstance(cell, Content) else assemble(cell)).cell_length


def _widths(columns: Sequence[Column], width: int) -> list[tuple[Column, int]]:
    seen = [column if width >= column.from_width else None for column in columns]
    used = [column for column in seen if column is not None]
    fixed = sum(column.width for column in used) + _GAP * (len(used) - 1)
    flexible = [column for column in used if not column.width]
    share = max(0, width - fixed) // len(flexible) if flexible else 0
    spare = max(0, width - fixed) - share * len(flexible)
    found: list[tuple[Column, int]] = []
    for column, shown in zip(columns, seen, strict=True):
        if shown is None:
            found.append((column, 0))
        elif column.width:
            found.append((column, column.width))
        else:
            found.append((column, share + spare))
            spare = 0
    return found


def _fit(content: Content, width: int, right: bool) -> Content:
    length = content.cell_length
    if length > width:
        return content.truncate(width, ellipsis=True)
    blank = Content(" " * (width - length))
    return assemble(blank, content) if right else assemble(content, blank)
