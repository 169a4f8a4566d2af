"""A table to fill in: a key chooses for the cell, a short text is typed in a line of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widgets import TextArea

from boce_tui.domain.text import inert_line
from boce_tui.locale import _
from boce_tui.tui.savers import Saver
from boce_tui.tui.signs import mark
from boce_tui.tui.text import Piece, assemble, cells, cut, pad
from boce_tui.tui.widgets.choices import Choices, Choosable
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.line_area import LineArea

Cell = str | None
Values = Mapping[str, Mapping[str, Cell]]
_WIDEST_CELL = 20
_NARROWEST_LABEL = 20


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


class _Legend(Choices, can_focus=False):
    """The options of the column the cursor is in; a click chooses for the cell."""

    def __init__(self, grid: GridControl) -> None:
        self._grid = grid
        super().__init__(())

    def is_on(self, option: str) -> bool:
        return self._grid.value_here == option

    def take(self, option: str) -> None:
        self._grid.put(option)

    def take_nothing(self) -> None:
        self._grid.put(None)


class _Body(ItemsView):
    """The rows; left and right go from column to column."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "column(-1)", "Column left", show=False),
        Binding("right", "column(1)", "Column right", show=False),
        Binding("backspace,delete", "clear", "Clear", show=False),
    ]
    DEFAULT_CSS = """
    _Body { height: auto; }
    _Body > .items--cursor, _Body:focus > .items--cursor {
        background: $background; text-style: none; color: $foreground;
    }
    """

    def __init__(self, grid: GridControl) -> None:
        super().__init__()
        self._grid = grid

    def item_count(self) -> int:
        return len(self._grid.rows) + 1

    def item_id(self, index: int) -> str:
        return self._grid.rows[index - 1].id if index else ""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        del container, viewport, width
        return self.item_count()

    def validate_cursor(self, cursor: int) -> int:
        return max(1, min(cursor, len(self._grid.rows)))

    def item_lines(self, index: int, width: int) -> list[Content]:
        return [self._grid.line(index - 1, width, index == self.cursor and self.has_focus)]

    def on_key(self, event: events.Key) -> None:
        column = self._grid.columns[self._grid.column]
        for option in self._grid.legend.options:
            if event.character == option.key and not column.is_text:
                event.stop()
                event.prevent_default()
                self._grid.put(option.id)
                self._move(1)
                return

    def on_click(self, event: events.Click) -> None:
        self._grid.column = self._grid.column_at(event.x, self._inner_width())
        super().on_click(event)
        self._grid.column_changed()

    def action_column(self, step: int) -> None:
        self._grid.column = max(0, min(self._grid.column + step, len(self._grid.columns) - 1))
        self._grid.column_changed()

    def action_clear(self) -> None:
        self._grid.put(None)

    def action_pick(self) -> None:
        if self._grid.columns[self._grid.column].is_text:
            self._grid.edit()
        else:
            self._move(1)


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
    GridControl > _Body { max-height: 14; }
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
        self.legend = _Legend(self)
        self._body = _Body(self)
        self._line = LineArea()
        self._saver_for = saver_for
        self._editing: tuple[str, str] | None = None

    def compose(self) -> ComposeResult:
        """What the keys mean, the rows, the line for text."""
        yield self.legend
        yield self._body
        yield self._line

    def on_mount(self) -> None:
        """The cursor stands in the first row."""
        self._body.cursor = 1
        self.column_changed()

    def focus(self, scroll_visible: bool = True) -> GridControl:
        """The rows take the focus."""
        self._body.focus(scroll_visible)
        return self

    # --- values -------------------------------------------------------------------------------------------

    @property
    def _row_here(self) -> str:
        return self.rows[self._body.cursor - 1].id if self.rows else ""

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
        """Take at most this many lines for the heading and the rows; the rest scrolls."""
        self._body.styles.max_height = max(3, lines)

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

    def edit(self) -> None:
        """Go to the line in which the text of this cell is typed."""
        row, column = self._row_here, self.columns[self.column].id
        self._editing = (row, column)
        self._line.load(self.values.get(row, {}).get(column) or "", self._saver_for(row, column))
        self._line.focus()
        self._line.move_cursor(self._line.document.end)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """The cell follows the line."""
        event.stop()
        if self._editing is not None:
            self._store(*self._editing, self._line.text or None)

    def on_line_area_submitted(self, event: LineArea.Submitted) -> None:
        """Ready: to the next row."""
        event.stop()
        self._body.focus()
        self._body.action_cursor_down()

    def column_changed(self) -> None:
        """The cursor is in another column: other options, or the line for text."""
        column = self.columns[self.column]
        self.set_class(column.is_text, "-text")
        self.legend.display = not column.is_text
        self.legend.show_options(column.options)
        self._line.show_placeholder(_("enter: type the text of this cell"))
        self._body.items_changed(self._row_here)

    def on_items_view_moved(self, event: ItemsView.Moved) -> None:
        """Another row: another cell."""
        event.stop()
        self.legend.changed()
        if self.columns[self.column].is_text and not self._line.has_focus:
            self._editing = None
            self._line.load(self.value_here or "")

    # --- drawing ------------------------------------------------------------------------------------------

    def _cell_widths(self, width: int) -> list[int]:
        wanted = [
            min(_WIDEST_CELL, max(cells(column.title), *(cells(o.label) + 2 for o in column.options), 4))
            if column.options
            else _WIDEST_CELL
            for column in self.columns
        ]
        texts = [column.is_text for column in self.columns]
        if any(texts):
            # Typed text gets the room that the labels do not need.
            label = min(max((cells(row.label) for row in self.rows), default=0), width // 3) + 2
            free = (
                width - label - 2 * len(wanted) - sum(w for w, t in zip(wanted, texts, strict=True) if not t)
            )
            share = max(_WIDEST_CELL, free // sum(texts))
            wanted = [share if t else w for w, t in zip(wanted, texts, strict=True)]
            if sum(wanted) + 2 * len(wanted) <= width - label:
                return wanted
        room = width - _NARROWEST_LABEL - 2
        if sum(wanted) + 2 * len(wanted) <= room:
            return wanted
        share = max(3, room // len(wanted) - 2)
        return [min(share, want) for want in wanted]

    def column_at(self, x: int, width: int) -> int:
        """The column a click is in."""
        widths = self._cell_widths(width)
        at = width - sum(widths) - 2 * len(widths)
        for index, wide in enumerate(widths):
            at += 2 + wide
            if x < at:
                return index
        return len(widths) - 1

    def line(self, row: int, width: int, focused: bool) -> Content:
        """One row of the table; row -1 is the heading."""
        widths = self._cell_widths(width)
        label_width = width - sum(widths) - 2 * len(widths) - 2
        if row < 0:
            heads: list[Piece] = [
                ("  " + pad(column.title, wide), "stil")
                for column, wide in zip(self.columns, widths, strict=True)
            ]
            return assemble("  " + " " * label_width, *heads)
        item = self.rows[row]
        pieces: list[Content] = [
            assemble(
                (mark("▸") if focused else " ", "accent"),
                " ",
                (pad(item.label, label_width), "kop" if focused else ""),
            )
        ]
        for index, (column, wide) in enumerate(zip(self.columns, widths, strict=True)):
            text = pad(self._cell_text(column, self.values.get(item.id, {}).get(column.id), wide), wide)
            here = focused and index == self.column
            cell = assemble("  ", (text, "accent" if here else ""))
            pieces.append(cell.stylize("reverse", 2) if here else cell)
        return assemble(*pieces)

    def _cell_text(self, column: GridColumn, value: Cell, width: int) -> str:
        if value is None:
            return mark("·")
        if column.is_text:
            return cut(inert_line(value), width)
        for index, option in enumerate(column.options):
            if option.id == value:
                key = option.key or str(index + 1)
                label = inert_line(option.label)
                return f"{key} {label}" if cells(label) + 2 <= width or width > 6 else key
        return inert_line(value)
