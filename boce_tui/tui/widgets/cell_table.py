"""A table with a cursor on one cell: the matrix of sub-conclusions, the progress round, the coverage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message

from boce_tui.tui.signs import mark
from boce_tui.tui.text import Piece, assemble, cells, cut, pad
from boce_tui.tui.widgets.rows import Rows


@dataclass(frozen=True)
class CellRow:
    """One row: a heading without keys, or cells.

    Attributes:
        title: What stands in front.
        keys: A key per column.
        cells: What stands there: words, with or without a tone.
    """

    title: str
    keys: tuple[str, ...] = ()
    cells: tuple[Piece, ...] = ()


class CellTable(Rows, can_focus=True):
    """Titles of columns, and rows with headings between them.

    Args:
        label: Cells for the titles of the rows.
        narrowest: The least a column takes.
        widest: The most a column takes.
        lines: Lines of each row; those after the first are blank.
        indent: What stands before the title of a row that is no heading.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1,0)", "Up", show=False),
        Binding("down,j", "move(1,0)", "Down", show=False),
        Binding("left,h", "move(0,-1)", "Left", show=False),
        Binding("right,l", "move(0,1)", "Right", show=False),
        Binding("home", "move(-999,0)", "First", show=False),
        Binding("end", "move(999,0)", "Last", show=False),
        Binding("enter", "pick", "Open", show=False),
    ]
    DEFAULT_CSS = "CellTable { height: auto; }"

    @dataclass
    class Moved(Message):
        """The cursor stands on another cell."""

        key: str

    @dataclass
    class Picked(Message):
        """A cell was chosen."""

        key: str

    def __init__(
        self, *, label: int, narrowest: int = 6, widest: int = 999, lines: int = 1, indent: str = ""
    ) -> None:
        super().__init__()
        self._label, self._narrowest, self._widest = label, narrowest, widest
        self._lines, self._indent = lines, indent
        self._heads: Sequence[str] = ()
        self._table: Sequence[CellRow] = ()
        self._at = (0, 0)

    def show(self, heads: Sequence[str], table: Sequence[CellRow]) -> None:
        """Show this table; the cursor stays on the same cell."""
        keep = self.current
        self._heads, self._table = heads, table
        if not self.go_to(keep):
            self._at = (next((i for i, row in enumerate(table) if row.keys), 0), 0)
        self.refresh(layout=True)

    @property
    def current(self) -> str:
        """The key under the cursor; empty when there is nothing."""
        row, column = self._at
        keys = self._table[row].keys if row < len(self._table) else ()
        return keys[column] if column < len(keys) else ""

    def go_to(self, key: str) -> bool:
        """Put the cursor on this cell."""
        for number, row in enumerate(self._table):
            if key and key in row.keys:
                self._to(number, row.keys.index(key))
                return True
        return False

    # --- drawing ------------------------------------------------------------------------------------------

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The rows, and one line for the titles."""
        del container, viewport, width
        return 1 + self._lines * len(self._table)

    def _width(self, width: int) -> int:
        room = (width - self._label) // max(1, len(self._heads))
        return max(self._narrowest, min(self._widest, room))

    def row(self, y: int, width: int) -> Content:
        """One line: titles, a heading, or cells."""
        column = self._width(width)
        if y == 0:
            heads = "".join(pad(cut("  " + head, column - 1), column) for head in self._heads)
            return assemble((pad("", self._label) + heads, "stil"))
        index, line = divmod(y - 1, self._lines)
        if line or index >= len(self._table):
            return Content("")
        found = self._table[index]
        if not found.keys:
            return assemble((cut(found.title, width), "kop"))
        pieces: list[Piece] = [pad(cut(self._indent + found.title, self._label - 1), self._label)]
        for at, piece in enumerate(found.cells):
            words, tone = piece if isinstance(piece, tuple) else (str(piece), "")
            on = (index, at) == self._at
            lead = mark("▸") + " " if on else "  "
            if cells(lead + words) > column - 1:
                words = words.partition(" · ")[0]
            text = cut(lead + words, column - 1)
            cell = assemble((text, tone))
            if on and self.has_focus:
                cell = cell.stylize("$kop on $keuze bold")
            pieces += [cell, " " * (column - cells(text))]
        return assemble(*pieces)

    def watch_has_focus(self, has_focus: bool) -> None:
        """The cursor is marked while the table has the focus."""
        super().watch_has_focus(has_focus)
        self.refresh()

    # --- keys and mouse -----------------------------------------------------------------------------------

    def _to(self, row: int, column: int) -> None:
        if (row, column) == self._at:
            return
        self._at = (row, column)
        self.refresh()
        self._bring_in_sight(row)
        self.post_message(self.Moved(self.current))

    def _bring_in_sight(self, row: int) -> None:
        """Scroll to a row, and to the titles when it is one of the first."""
        top = 0 if row < 2 else row * self._lines
        if self.is_mounted and isinstance(self.parent, VerticalScroll):
            region = Region(0, top, 1, (row + 1) * self._lines - top + 1)
            self.parent.scroll_to_region(region, animate=False, immediate=True)

    def action_move(self, down: int, right: int) -> None:
        """One cell in a direction; headings are stepped over."""
        rows = [number for number, row in enumerate(self._table) if row.keys]
        if not rows:
            return
        at = rows.index(self._at[0]) if self._at[0] in rows else 0
        row = rows[max(0, min(at + down, len(rows) - 1))]
        self._to(row, max(0, min(self._at[1] + right, len(self._table[row].keys) - 1)))

    def action_pick(self) -> None:
        """Choose the cell."""
        if self.current:
            self.post_message(self.Picked(self.current))

    def on_click(self, event: events.Click) -> None:
        """A click goes to a cell; a second one opens it."""
        event.stop()
        place = event.get_content_offset(self)
        if place is None or place.x < self._label or place.y < 1:
            return
        row = (place.y - 1) // self._lines
        column = (place.x - self._label) // self._width(self.content_size.width)
        if 0 <= row < len(self._table) and 0 <= column < len(self._table[row].keys):
            if (row, column) == self._at:
                self.action_pick()
            else:
                self._to(row, column)
