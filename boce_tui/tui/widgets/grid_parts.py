"""The parts of a table to fill in: what the keys mean, the titles, the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size

from boce_tui.locale import _
from boce_tui.tui.widgets import grid_layout as layout
from boce_tui.tui.widgets.choices import Choices
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from boce_tui.tui.widgets.grid import GridControl


class GridLegend(Choices, can_focus=False):
    """The options of the column the cursor is in; a click chooses for the cell."""

    def __init__(self, grid: GridControl) -> None:
        self._grid = grid
        super().__init__(())

    def is_on(self, option: str) -> bool:
        """Whether the cell under the cursor holds it."""
        return self._grid.value_here == option

    def tail(self) -> str:
        """How to go on: the cursor stays in the cell."""
        return _("{key} next cell").format(key="enter")

    def take(self, option: str) -> None:
        """Fill it in."""
        self._grid.put(option)

    def take_nothing(self) -> None:
        """Clear the cell."""
        self._grid.put(None)


class GridHeading(Rows):
    """The titles of the columns; they stay while the rows scroll."""

    DEFAULT_CSS = "GridHeading { height: 1; }"

    def __init__(self, grid: GridControl) -> None:
        super().__init__()
        self._grid = grid

    def row(self, y: int, width: int) -> Content:
        """The one line."""
        del y
        inner = width - 1  # the rows leave a place for their scroll bar
        return layout.heading(self._grid.columns, self._grid.widths(inner), inner)


class GridBody(ItemsView):
    """The rows; left and right go from column to column."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "column(-1)", "Column left", show=False),
        Binding("right", "column(1)", "Column right", show=False),
        Binding("backspace,delete", "clear", "Clear", show=False),
    ]
    DEFAULT_CSS = """
    GridBody { height: auto; }
    GridBody > .items--cursor, GridBody:focus > .items--cursor {
        background: $background; text-style: none; color: $foreground;
    }
    """

    def __init__(self, grid: GridControl) -> None:
        super().__init__()
        self._grid = grid

    def item_count(self) -> int:
        """The number of rows."""
        return len(self._grid.rows)

    def item_id(self, index: int) -> str:
        """Id of a row."""
        return self._grid.rows[index].id

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as rows."""
        del container, viewport, width
        return self.item_count()

    def item_lines(self, index: int, width: int) -> list[Content]:
        """The line of a row."""
        return [self._grid.line(index, width, index == self.cursor and self.has_focus)]

    @property
    def in_text(self) -> bool:
        """Whether words are typed in the column under the cursor."""
        return self._grid.columns[self._grid.column].is_text

    def on_key(self, event: events.Key) -> None:
        """The key of an option fills the cell in and stays there; in a text column a letter starts typing."""
        if self.in_text:
            if event.is_printable and event.character:
                event.stop()
                event.prevent_default()
                self._grid.edit(event.character)
            return
        for option in self._grid.legend.options:
            if event.character == option.key:
                event.stop()
                event.prevent_default()
                self._grid.put(option.id)
                return

    def _next_cell(self) -> None:
        """To the next column, and after the last one to the first of the next row."""
        if self._grid.column + 1 < len(self._grid.columns):
            self.action_column(1)
        elif self.cursor + 1 < self.item_count():
            self._move(1)
            self.action_column(-len(self._grid.columns))

    def on_click(self, event: events.Click) -> None:
        """A click goes to the cell."""
        self._grid.column = self._grid.column_at(event.x, self._inner_width())
        super().on_click(event)
        self._grid.column_changed()

    def action_column(self, step: int) -> None:
        """To another column."""
        self._grid.column = max(0, min(self._grid.column + step, len(self._grid.columns) - 1))
        self._grid.column_changed()

    def action_clear(self) -> None:
        """Clear the cell."""
        self._grid.put(None)

    def action_pick(self) -> None:
        """Type the text of the cell, or go on to the next row."""
        if self.in_text:
            self._grid.edit()
        else:
            self._next_cell()
