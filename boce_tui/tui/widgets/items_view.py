"""A list that draws only what is seen: the base of every list, of any length."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual


class ItemsView(ScrollView, can_focus=True):
    """Items under each other, each of one or more lines, with a cursor on one of them.

    A subclass gives `item_count`, `item_id`, `item_height` and `item_lines`.
    """

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "cursor_up", "Up", show=False),
        Binding("down", "cursor_down", "Down", show=False),
        Binding("pageup", "page_up", "Page up", show=False),
        Binding("pagedown", "page_down", "Page down", show=False),
        Binding("home", "first", "First", show=False),
        Binding("end", "last", "Last", show=False),
        Binding("enter", "pick", "Open", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"items--cursor"}
    DEFAULT_CSS = """
    ItemsView { height: 1fr; width: 1fr; background: $background; overflow-x: hidden; scrollbar-size: 0 1;
                scrollbar-gutter: stable; text-wrap: nowrap; text-overflow: ellipsis; }
    ItemsView > .items--cursor { color: $kop; text-style: bold; }
    ItemsView:focus > .items--cursor {
        background: $block-cursor-background; color: $block-cursor-foreground;
        text-style: $block-cursor-text-style;
    }
    """

    cursor: reactive[int] = reactive(0, repaint=True)

    class _OfItem(Message):
        """Something about one item.

        Attributes:
            view: The list.
            item: The id of the item.
        """

        def __init__(self, view: ItemsView, item: str) -> None:
            super().__init__()
            self.view = view
            self.item = item

        @property
        def control(self) -> ItemsView:
            """The list, for ``@on`` selectors."""
            return self.view

    class Moved(_OfItem):
        """The cursor stands on another item."""

    class Picked(_OfItem):
        """An item was chosen with enter or a double click."""

    def __init__(
        self,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._tops: list[int] | None = None
        self._drawn: dict[int, list[Strip]] = {}
        self._drawn_for: tuple[object, ...] = ()

    # --- what a subclass gives ----------------------------------------------------------------------------

    def item_count(self) -> int:
        """The number of items."""
        raise NotImplementedError

    def item_id(self, index: int) -> str:
        """The id of an item."""
        raise NotImplementedError

    def item_height(self, index: int, width: int) -> int:
        """The lines an item takes."""
        del index, width
        return 1

    def item_lines(self, index: int, width: int) -> list[Content]:
        """The lines of an item, each at most `width` cells."""
        raise NotImplementedError

    same_height: ClassVar[bool] = True
    """All items take one line: nothing needs to be measured."""

    # --- what others use ----------------------------------------------------------------------------------

    @property
    def current(self) -> str | None:
        """The id of the item under the cursor."""
        return self.item_id(self.cursor) if 0 <= self.cursor < self.item_count() else None

    def go_to(self, item: str) -> bool:
        """Put the cursor on the item with this id; False when it is not there."""
        for index in range(self.item_count()):
            if self.item_id(index) == item:
                self.cursor = index
                return True
        return False

    def items_changed(self, keep: str | None = None) -> None:
        """The items are different now: measure and draw again, cursor on `keep` when it is still there."""
        self._tops = None
        self._drawn.clear()
        self._measure()
        count = self.item_count()
        if keep is None or not self.go_to(keep):
            self.cursor = max(0, min(self.cursor, count - 1))
        self._show_cursor()
        self.refresh()

    # --- measuring and drawing ----------------------------------------------------------------------------

    def _inner_width(self) -> int:
        return self.scrollable_content_region.width

    def _measure(self) -> None:
        width, count = self._inner_width(), self.item_count()
        if self.same_height:
            self._tops, height = None, count
        else:
            self._tops = [0, *accumulate(self.item_height(index, width) for index in range(count))]
            height = self._tops[-1]
        self.virtual_size = Size(0, height)

    def _top(self, index: int) -> int:
        if self.same_height or self._tops is None:
            return index
        return self._tops[index]

    def _index_at(self, line: int) -> int:
        if self.same_height or self._tops is None:
            return line
        return bisect_right(self._tops, line) - 1

    def render_line(self, y: int) -> Strip:
        """One line for the compositor."""
        width = self._inner_width()
        style = self.visual_style
        line = y + int(self.scroll_offset.y)
        index = self._index_at(line)
        if width <= 0 or not 0 <= index < self.item_count():
            return Strip.blank(self.size.width, style.rich_style)
        key = (width, self.app.theme, self.has_focus)
        if key != self._drawn_for:
            self._drawn.clear()
            self._drawn_for = key
        drawn = self._drawn.get(index)
        if drawn is None:
            drawn = self._drawn[index] = self._draw(index, width)
        at = line - self._top(index)
        return drawn[at] if at < len(drawn) else Strip.blank(width, style.rich_style)

    def _draw(self, index: int, width: int) -> list[Strip]:
        base = self.visual_style
        on = index == self.cursor
        post: Style | None = None
        if on:
            base = self.get_visual_style("items--cursor")
        strips: list[Strip] = []
        for content in self.item_lines(index, width):
            made = Visual.to_strips(self, content, width, 1, base, apply_selection=False, post_style=post)
            strips.append((made[0] if made else Strip([])).adjust_cell_length(width, base.rich_style))
        return strips

    def notify_style_update(self) -> None:
        """Other colours: draw again."""
        self._drawn.clear()
        super().notify_style_update()

    def on_resize(self) -> None:
        """Other width: measure and draw again."""
        self._drawn.clear()
        self._measure()
        self._show_cursor()

    # --- cursor -------------------------------------------------------------------------------------------

    def validate_cursor(self, cursor: int) -> int:
        """The cursor stays on an item."""
        return max(0, min(cursor, self.item_count() - 1))

    def watch_cursor(self, before: int, after: int) -> None:
        """Draw both lines again and tell."""
        self._drawn.pop(before, None)
        self._drawn.pop(after, None)
        if self.is_mounted and self.item_count():
            self._show_cursor()
            self.post_message(self.Moved(self, self.item_id(after)))

    def _show_cursor(self) -> None:
        if not self.item_count() or not self.is_mounted:
            return
        top = self._top(self.cursor)
        height = 1 if self.same_height else self.item_height(self.cursor, self._inner_width())
        self.scroll_to_region(Region(0, top, 1, height), animate=False, force=True)

    def _move(self, step: int) -> None:
        if self.item_count():
            self.cursor = self.cursor + step

    def _page(self) -> int:
        if self.same_height:
            return max(1, self.size.height - 1)
        seen = self._index_at(int(self.scroll_offset.y) + self.size.height - 1)
        return max(1, seen - self._index_at(int(self.scroll_offset.y)))

    def action_cursor_up(self) -> None:
        """One item up."""
        self._move(-1)

    def action_cursor_down(self) -> None:
        """One item down."""
        self._move(1)

    def action_page_up(self) -> None:
        """One page up."""
        self._move(-self._page())

    def action_page_down(self) -> None:
        """One page down."""
        self._move(self._page())

    def action_first(self) -> None:
        """To the first item."""
        self.cursor = 0

    def action_last(self) -> None:
        """To the last item."""
        self.cursor = self.item_count() - 1

    def action_pick(self) -> None:
        """Choose the item under the cursor."""
        current = self.current
        if current is not None:
            self.post_message(self.Picked(self, current))

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; a click on the cursor or a double click chooses."""
        index = self._index_at(event.y + int(self.scroll_offset.y))
        if not 0 <= index < self.item_count():
            return
        event.stop()
        if index == self.cursor or event.chain > 1:
            self.cursor = index
            self.action_pick()
        else:
            self.cursor = index
