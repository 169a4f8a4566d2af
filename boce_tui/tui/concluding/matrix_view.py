"""The matrix of sub-conclusions: sub-questions down, the general part and the focus themes across."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message

from boce_tui.tui.signs import mark
from boce_tui.tui.text import Piece, assemble, cells, cut, pad
from boce_tui.tui.widgets.rows import Rows

_LABEL = 19
_HEIGHT = 2


@dataclass(frozen=True)
class MatrixRow:
    """One sub-question.

    Attributes:
        title: Its name.
        keys: A key per column.
        cells: What stands there: words and a tone.
    """

    title: str
    keys: tuple[str, ...]
    cells: tuple[tuple[str, str], ...]


class MatrixView(Rows, can_focus=True):
    """A table with a cursor on one cell."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1,0)", "Up", show=False),
        Binding("down,j", "move(1,0)", "Down", show=False),
        Binding("left,h", "move(0,-1)", "Left", show=False),
        Binding("right,l", "move(0,1)", "Right", show=False),
        Binding("enter", "pick", "Open", show=False),
    ]
    DEFAULT_CSS = "MatrixView { height: auto; padding: 0 1; }"

    @dataclass
    class Moved(Message):
        """The cursor stands on another cell."""

        view: MatrixView
        key: str

    @dataclass
    class Picked(Message):
        """A cell was chosen."""

        view: MatrixView
        key: str

    def __init__(self) -> None:
        super().__init__(id="matrix")
        self._heads: Sequence[str] = ()
        self._table: Sequence[MatrixRow] = ()
        self._at = (0, 0)

    def show(self, heads: Sequence[str], table: Sequence[MatrixRow]) -> None:
        """Show this table; the cursor stays on the same cell."""
        keep = self.current
        self._heads, self._table = heads, table
        if not self.go_to(keep):
            self._at = (0, 0)
        self.refresh(layout=True)

    @property
    def current(self) -> str:
        """The key under the cursor; empty when there is nothing."""
        row, column = self._at
        return self._table[row].keys[column] if self._table else ""

    def go_to(self, key: str) -> bool:
        """Put the cursor on this cell."""
        for r, row in enumerate(self._table):
            if key in row.keys:
                self._at = (r, row.keys.index(key))
                self.refresh()
                return True
        return False

    # --- drawing ------------------------------------------------------------------------------------------

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Two lines per sub-question and one for the titles."""
        del container, viewport, width
        return 1 + _HEIGHT * len(self._table)

    def _width(self, width: int) -> int:
        return max(6, (width - _LABEL) // max(1, len(self._heads)))

    def row(self, y: int, width: int) -> Content:
        """One line: titles, or the cells of a sub-question."""
        column = self._width(width)
        if y == 0:
            heads = "".join(pad(cut("  " + head, column - 1), column) for head in self._heads)
            return assemble((pad("", _LABEL) + heads, "stil"))
        index, line = divmod(y - 1, _HEIGHT)
        if line or index >= len(self._table):
            return Content("")
        found = self._table[index]
        pieces: list[Piece] = [pad(cut(found.title, _LABEL - 1), _LABEL)]
        for at, (words, tone) in enumerate(found.cells):
            on = (index, at) == self._at
            lead = mark("▸") + " " if on else "  "
            if cells(lead + words) > column - 1:
                words = words.partition(" · ")[0]
            text = cut(lead + words, column - 1)
            cell = assemble((text, tone))  # type: ignore[arg-type]
            if on and self.has_focus:
                cell = cell.stylize("$kop on $keuze bold")
            pieces += [cell, " " * (column - cells(text))]
        return assemble(*pieces)

    def watch_has_focus(self, has_focus: bool) -> None:
        """The cursor is marked while the table has the focus."""
        super().watch_has_focus(has_focus)
        self.refresh()

    # --- keys and mouse -----------------------------------------------------------------------------------

    def action_move(self, down: int, right: int) -> None:
        """One cell in a direction."""
        if not self._table:
            return
        row = max(0, min(self._at[0] + down, len(self._table) - 1))
        column = max(0, min(self._at[1] + right, len(self._heads) - 1))
        if (row, column) != self._at:
            self._at = (row, column)
            self.refresh()
            self.post_message(self.Moved(self, self.current))

    def action_pick(self) -> None:
        """Choose the cell."""
        if self.current:
            self.post_message(self.Picked(self, self.current))

    def on_click(self, event: events.Click) -> None:
        """A click goes to a cell; a second one opens it."""
        event.stop()
        place = event.get_content_offset(self)
        if place is None or place.y < 1:
            return
        row = (place.y - 1) // _HEIGHT
        column = (place.x - _LABEL) // self._width(self.content_size.width)
        if 0 <= row < len(self._table) and 0 <= column < len(self._heads):
            if (row, column) == self._at:
                self.action_pick()
            else:
                self.action_move(row - self._at[0], column - self._at[1])
