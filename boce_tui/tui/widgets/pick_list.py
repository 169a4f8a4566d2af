"""A list to choose from: columns, a filter with `/`, and a cursor that stays on the same item."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

import msgspec
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Region

from boce_tui.domain.text import fold
from boce_tui.locale import _
from boce_tui.tui.signs import mark
from boce_tui.tui.text import Piece, assemble
from boce_tui.tui.twice import SIGN, twice
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.rows import Rows
from boce_tui.tui.widgets.table_line import Column, cell_length, table_line

if TYPE_CHECKING:
    from textual.widgets import TextArea

    from boce_tui.tui.widgets.line_area import LineArea

__all__ = ["Column", "PickList", "PickRow", "table_line"]

_MARK = 2
_SCROLLBAR = 1


class PickRow(msgspec.Struct, frozen=True):
    """One row: an id and a piece per column (text, `Content`, or text with its tone).

    Attributes:
        id: What is handed back.
        cells: What stands in the columns.
        search: Words the filter looks in besides.
        heading: It says what the rows below it have in common; it stays in sight above the first of them.
    """

    id: str
    cells: tuple[Piece, ...]
    search: str = ""
    heading: bool = False

    def words(self) -> str:
        """The text the filter looks in, folded."""
        shown = (
            cell if isinstance(cell, str) else cell.plain if isinstance(cell, Content) else cell[0]
            for cell in self.cells
        )
        return fold(" ".join((*shown, self.search)))


class _RowsView(ItemsView):
    """The rows themselves."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = list(columns)
        self.rows: Sequence[PickRow] = ()
        self.twice: frozenset[str] = frozenset()

    def item_count(self) -> int:
        return len(self.rows)

    def item_id(self, index: int) -> str:
        return self.rows[index].id

    def _show_cursor(self) -> None:
        super()._show_cursor()
        if self.is_mounted and 0 < self.cursor < len(self.rows) and self.rows[self.cursor - 1].heading:
            self.scroll_to_region(Region(0, self.cursor - 1, 1, 2), animate=False, force=True)

    def item_lines(self, index: int, width: int) -> list[Content]:
        twice = mark(SIGN) if self.rows[index].id in self.twice else " "
        lead = mark("▸") if index == self.cursor else " "
        line = table_line(self.columns, self.rows[index].cells, width - _MARK)
        return [assemble(lead, (twice, "let-op"), line)]


class _Heading(Rows):
    """The titles of the columns."""

    DEFAULT_CSS = "_Heading { height: 1; color: $stil; }"

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = list(columns)

    def row(self, y: int, width: int) -> Content:
        del y
        titles: list[Piece] = [(column.title, "stil") for column in self.columns]
        return assemble("  ", table_line(self.columns, titles, width - _MARK - _SCROLLBAR))


class _Empty(Rows):
    """What belongs in an empty list and which key makes it."""

    DEFAULT_CSS = "_Empty { height: 2; color: $stil; margin: 1 2; }"

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def row(self, y: int, width: int) -> Content:
        wrapped = assemble((self.text, "stil")).wrap(width)
        return wrapped[y] if y < len(wrapped) else Content("")


class PickList(Vertical):
    """Rows in columns; `enter` picks (`ItemsView.Picked`), moving tells (`ItemsView.Moved`), `/` filters.

    Args:
        columns: The columns, see `Column`.
        empty: What an empty list says: what belongs here and which key makes it.
        search: Finds the rows for filter words (in SQLite, say) instead of looking in the rows shown.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "filter", "Filter", show=False),
        Binding("escape", "close_filter", "Close the filter", show=False),
    ]
    DEFAULT_CSS = """
    PickList { height: 1fr; width: 1fr; }
    PickList > LineArea { padding: 0 0 0 2; }
    PickList > _Empty { display: none; }
    PickList.-empty > _Empty { display: block; }
    PickList.-empty > _RowsView { height: 1; }
    """

    def __init__(
        self,
        *columns: Column,
        empty: str = "",
        search: Callable[[str], Sequence[PickRow]] | None = None,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._columns = columns or (Column(),)
        self.view = _RowsView(self._columns)
        self._filter: LineArea | None = None
        self._empty = _Empty(empty)
        self._heading = _Heading(self._columns)
        self._all: Sequence[PickRow] = ()
        self._words: list[str] | None = None
        self._search = search
        self.changed: Callable[[], None] = lambda: None

    def compose(self) -> ComposeResult:
        """Heading, filter, rows, and what stands there when there are none."""
        if any(column.title for column in self._columns):
            yield self._heading
        yield self.view
        yield self._empty

    # --- use ----------------------------------------------------------------------------------------------

    def show(self, rows: Sequence[PickRow]) -> None:
        """Show these rows; the cursor stays on the same id, the filter stays on."""
        self._all = rows
        self._words = None
        if any(column.whole for column in self._columns):
            self._make_room()
        self.view.twice = twice(self)
        self._apply()

    def show_empty(self, text: str) -> None:
        """Other words for the empty list (another language)."""
        self._empty.text = text
        self._empty.refresh()

    def _make_room(self) -> None:
        """No number is cut off."""
        self._columns = tuple(
            msgspec.structs.replace(
                column, width=max([column.width, *(cell_length(row.cells[n]) for row in self._all)])
            )
            if column.whole
            else column
            for n, column in enumerate(self._columns)
        )
        self.view.columns = list(self._columns)
        if self._heading.columns != self.view.columns:
            self._heading.columns = list(self._columns)
            self._heading.refresh()

    def show_titles(self, *titles: str) -> None:
        """Other column titles (another language)."""
        columns = [
            msgspec.structs.replace(c, title=title) for title, c in zip(titles, self._columns, strict=True)
        ]
        self.show_columns(*columns)

    def show_columns(self, *columns: Column) -> None:
        """Other columns, such as one more; the rows that belong to them follow with `show`."""
        self._columns = columns
        self.view.columns = list(columns)
        self._heading.columns = list(columns)
        self._heading.refresh()

    @property
    def current(self) -> str | None:
        """The id under the cursor."""
        return self.view.current

    @property
    def rows(self) -> Sequence[PickRow]:
        """The rows that are shown now, after the filter."""
        return self.view.rows

    @property
    def filter_words(self) -> str:
        """What stands in the filter."""
        return self._filter.text if self._filter is not None else ""

    def go_to(self, item: str) -> bool:
        """Put the cursor on this id."""
        return self.view.go_to(item)

    def focus(self, scroll_visible: bool = True) -> PickList:
        """The rows take the focus."""
        self.view.focus(scroll_visible)
        return self

    # --- filter -------------------------------------------------------------------------------------------

    def _apply(self) -> None:
        wanted = fold(self.filter_words).split()
        rows: Sequence[PickRow]
        if not wanted:
            rows = self._all
        elif self._search is not None:
            rows = self._search(self.filter_words)
        else:
            if self._words is None:
                self._words = [row.words() for row in self._all]
            rows = [
                row
                for row, words in zip(self._all, self._words, strict=True)
                if all(word in words for word in wanted)
            ]
        keep = self.view.current
        self.view.rows = rows
        self.view.items_changed(keep)
        self.set_class(not rows and not wanted, "-empty")
        self.changed()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Every letter filters."""
        if event.text_area is self._filter:
            event.stop()
            self._apply()

    def on_line_area_submitted(self, event: LineArea.Submitted) -> None:
        """Enter in the filter: to the rows that are left."""
        if event.line is self._filter:
            event.stop()
            self.view.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Esc is for the filter only while there is one."""
        del parameters
        if action == "close_filter":
            return self._filter is not None
        return True

    async def action_filter(self) -> None:
        """Type words; only rows that have them all stay."""
        if self._filter is None:
            # Takes time to load: not before it is needed.
            from boce_tui.tui.widgets.line_area import LineArea

            self._filter = LineArea(placeholder=_("filter: type words"))
            await self.mount(self._filter, before=self.view)
        self._filter.focus()

    def action_close_filter(self) -> None:
        """First empty the filter, then close it."""
        if self._filter is None:
            return
        emptied, typing = bool(self._filter.text), self._filter.has_focus
        if emptied:
            self._filter.load("")
        if not (emptied and typing):
            self._filter.remove()
            self._filter = None
            self.view.focus()
        self._apply()
