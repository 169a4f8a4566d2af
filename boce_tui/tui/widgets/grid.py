"""A table to fill in: a key chooses for the cell, a short text is typed in a line of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import TextArea

from boce_tui.domain.text import inert_line
from boce_tui.locale import _
from boce_tui.tui.savers import Saver
from boce_tui.tui.widgets import grid_layout as layout
from boce_tui.tui.widgets.choices import Choosable
from boce_tui.tui.widgets.grid_layout import Cell, GridColumn, Values
from boce_tui.tui.widgets.grid_parts import GridBody, GridHeading, GridLegend
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.line_area import LineArea

__all__ = ["Cell", "GridColumn", "GridControl", "Values"]


class GridControl(Vertical):
    """A table to fill in.

    Args:
        rows: The rows (only `id` and `label` are used).
        columns: The columns.
        values: What is filled in: row id -> column id -> option id, text or None.
        saver_for: Makes the saver of a text cell, from row id and column id.
    """

    DEFAULT_CSS = """
    GridControl { height: auto; }
    GridControl > LineArea { display: none; margin: 0 0 0 2; }
    GridControl.-text > LineArea { display: block; }
    GridControl > GridBody { max-height: 14; }
    """

    @dataclass
    class Changed(Message):
        """A cell has another value.

        Attributes:
            grid: The table.
            row: Row id.
            column: Column id.
            value: Option id or text; None when it was cleared.
        """

        grid: GridControl
        row: str
        column: str
        value: Cell

        @property
        def control(self) -> GridControl:
            """The table, for ``@on`` selectors."""
            return self.grid

    def __init__(
        self,
        rows: Iterable[Choosable],
        columns: Sequence[GridColumn],
        values: Values | None = None,
        *,
        saver_for: Callable[[str, str], Saver | None] = lambda _row, _column: None,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.rows = [Choosable(row.id, inert_line(row.label)) for row in rows]
        self.columns = list(columns)
        self.values: dict[str, dict[str, Cell]] = {row: dict(known) for row, known in (values or {}).items()}
        self.column = 0
        self.legend = GridLegend(self)
        self._heading = GridHeading(self)
        self._body = GridBody(self)
        self._line = LineArea()
        self._saver_for = saver_for
        self._editing: tuple[str, str] | None = None

    def compose(self) -> ComposeResult:
        """What the keys mean, the titles, the rows, the line for text."""
        yield self.legend
        yield self._heading
        yield self._body
        yield self._line

    def on_mount(self) -> None:
        """The cursor stands in the first row."""
        self.column_changed()

    @property
    def body(self) -> GridBody:
        """The rows: what takes the focus."""
        return self._body

    def focus(self, scroll_visible: bool = True) -> GridControl:
        """The rows take the focus."""
        self._body.focus(scroll_visible)
        return self

    # --- values -------------------------------------------------------------------------------------------

    @property
    def _row_here(self) -> str:
        return self.rows[self._body.cursor].id if self.rows else ""

    @property
    def value_here(self) -> Cell:
        """What the cell under the cursor holds."""
        return self.values.get(self._row_here, {}).get(self.columns[self.column].id)

    def show_values(self, values: Values) -> None:
        """Show other values; nobody is told."""
        self.values = {row: dict(known) for row, known in values.items()}
        self._body.items_changed(self._row_here)
        self.legend.changed()

    def show_labels(self, rows: Iterable[Choosable], columns: Sequence[GridColumn]) -> None:
        """The same rows and columns in another language; values and cursor stay."""
        self.rows = [Choosable(row.id, inert_line(row.label)) for row in rows]
        self.columns = list(columns)
        self.column_changed()
        self._body.items_changed(self._row_here)

    def show_most(self, lines: int) -> None:
        """Take at most this many lines for the rows; the rest scrolls."""
        self._body.styles.max_height = max(2, lines)

    def put(self, value: Cell) -> None:
        """Fill in the cell under the cursor and tell."""
        if not self.rows or self.columns[self.column].is_text:
            return
        self._store(self._row_here, self.columns[self.column].id, value)

    def _store(self, row: str, column: str, value: Cell) -> None:
        cells_of_row = self.values.setdefault(row, {})
        if cells_of_row.get(column) != value:
            cells_of_row[column] = value
            self.post_message(self.Changed(self, row, column, value))
            self._body.items_changed(row)
            self.legend.changed()

    # --- text cells ---------------------------------------------------------------------------------------

    def edit(self, typed: str = "") -> None:
        """Go to the line in which the text of this cell is typed, and type the first letter there."""
        cell = (self._row_here, self.columns[self.column].id)
        if self._editing != cell:  # keys that were typed before the focus got there belong to the same cell
            self._editing = cell
            text = self.values.get(cell[0], {}).get(cell[1]) or ""
            self._line.load(text, self._saver_for(*cell))
            self._line.move_cursor(self._line.document.end)
        self._line.focus()
        if typed:
            self._line._replace_via_keyboard(typed, *self._line.selection)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """The cell follows the line."""
        event.stop()
        if self._editing is not None:
            self._store(*self._editing, self._line.text or None)

    def on_line_area_submitted(self, event: LineArea.Submitted) -> None:
        """Ready: to the next row."""
        event.stop()
        self.screen.set_focus(self._body)  # at once: the next row shows its own text in the line
        self._body.action_cursor_down()

    def column_changed(self) -> None:
        """The cursor is in another column: other options, or the line for text."""
        column = self.columns[self.column]
        self._heading.display = any(known.title for known in self.columns)
        self._heading.refresh()
        self.set_class(column.is_text, "-text")
        self.legend.display = not column.is_text
        self.legend.show_options(column.options)
        words = _("enter: type the text of this cell")
        self._line.show_placeholder(f"{column.title}  {words}" if column.title else words)
        self._body.items_changed(self._row_here)
        self._show_text()

    def on_items_view_moved(self, event: ItemsView.Moved) -> None:
        """Another row: another cell."""
        event.stop()
        self.legend.changed()
        self._show_text()

    def _show_text(self) -> None:
        """The line for text shows the cell under the cursor."""
        if self.columns[self.column].is_text and not self._line.has_focus:
            self._editing = None
            self._line.load(self.value_here or "")

    # --- drawing ------------------------------------------------------------------------------------------

    def widths(self, width: int) -> list[int]:
        """The widths of the columns."""
        return layout.cell_widths(self.rows, self.columns, width)

    def column_at(self, x: int, width: int) -> int:
        """The column a click is in."""
        return layout.column_at(self.widths(width), x, width)

    def line(self, row: int, width: int, focused: bool) -> Content:
        """One row of the table."""
        item = self.rows[row]
        here = self.column if focused else None
        return layout.row(item, self.columns, self.widths(width), width, self.values.get(item.id, {}), here)
