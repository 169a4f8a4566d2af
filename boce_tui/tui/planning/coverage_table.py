"""The table of who is heard: per group its themes down, the municipalities across, a cursor on one cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message

from boce_tui.tui.signs import mark
from boce_tui.tui.text import Piece, assemble, cells, cut, pad
from boce_tui.tui.widgets.rows import Rows

_LABEL, _NARROWEST = 22, 9


@dataclass(frozen=True)
class TableRow:
    """One line: a heading without keys, or cells.

    Attributes:
        title: What stands in front.
        keys: A key per column.
        cells: Words and tone per column.
    """

    title: str
    keys: tuple[str, ...] = ()
    cells: tuple[Piece, ...] = ()


class CoverageTable(Rows, can_focus=True):
    """A table with headings and a cursor on one cell."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1,0)", "Up", show=False),
        Binding("down,j", "move(1,0)", "Down", show=False),
        Binding("left,h", "move(0,-1)", "Left", show=False),
        Binding("right,l", "move(0,1)", "Right", show=False),
        Binding("home", "move(-999,0)", "First", show=False),
        Binding("end", "move(999,0)", "Last", show=False),
        Binding("enter", "pick", "Open", show=False),
    ]
    DEFAULT_CSS = "CoverageTable { height: auto; }"

    @dataclass
    class Moved(Message):
        """The cursor stands on another cell."""

        key: str

    @dataclass
    class Picked(Message):
        """A cell was chosen."""

        key: str

    def __init__(self, head: Callable[[], Sequence[str]]) -> None:
        super().__init__()
        self._head = head
        self._table: Sequence[TableRow] = ()
        self._at = (0, 0)

    def show(self, table: Sequence[TableRow]) -> None:
        """Show these rows; the cursor stays on the same cell."""
        keep = self.current
        self._table = table
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
        """One line each, and one for the titles."""
        del container, viewport, width
        return 1 + len(self._table)

    def _width(self, width: int) -> int:
        return max(_NARROWEST, min(20, (width - _LABEL) // max(1, len(self._head()))))

    def row(self, y: int, width: int) -> Content:
        """Titles, a heading, or cells."""
        column = self._width(width)
        if y == 0:
            heads = "".join(pad(cut("  " + head, column - 1), column) for head in self._head())
            return assemble((pad("", _LABEL) + heads, "stil"))
        if y - 1 >= len(self._table):
            return Content("")
        found = self._table[y - 1]
        if not found.keys:
            return assemble((cut(found.title, width), "kop"))
        pieces: list[Piece] = [pad(cut("  " + found.title, _LABEL - 1), _LABEL)]
        for at, piece in enumerate(found.cells):
            words, tone = piece if isinstance(piece, tuple) else (str(piece), "")
            on = (y - 1, at) == self._at
            text = cut((mark("▸") + " " if on else "  ") + words, column - 1)
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
        self.scroll_to_region_of(row)
        self.post_message(self.Moved(self.current))

    def scroll_to_region_of(self, row: int) -> None:
        """Bring a row in sight, and its titles when it is the first."""
        top = 0 if row < 2 else row
        scroller = self.parent
        if self.is_mounted and scroller is not None and hasattr(scroller, "scroll_to_region"):
            scroller.scroll_to_region(Region(0, top, 1, row - top + 2), animate=False, immediate=True)

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
        if place is None or place.x < _LABEL:
            return
        row, column = place.y - 1, (place.x - _LABEL) // self._width(self.content_size.width)
        if 0 <= row < len(self._table) and 0 <= column < len(self._table[row].keys):
            if (row, column) == self._at:
                self.action_pick()
            else:
                self._to(row, column)
