"""Text to read that draws only the lines that are seen: help, a section of the report, a difference."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual


class LinesView(ScrollView, can_focus=True):
    """Lines made by `make_lines` for the width there is; scrolls by keys and mouse."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll_up", "Up", show=False),
        Binding("down", "scroll_down", "Down", show=False),
        Binding("pageup", "page_up", "Page up", show=False),
        Binding("pagedown", "page_down", "Page down", show=False),
        Binding("home", "scroll_home", "Begin", show=False),
        Binding("end", "scroll_end", "End", show=False),
    ]
    DEFAULT_CSS = """
    LinesView {
        height: 1fr; width: 1fr; padding: 0 1; background: $background;
        overflow-x: hidden; scrollbar-size: 0 1; scrollbar-gutter: stable;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    """

    def __init__(
        self,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._made: list[Content] = []
        self._made_for = -1
        self._drawn: dict[int, Strip] = {}

    def make_lines(self, width: int) -> list[Content]:
        """All lines, each at most `width` cells."""
        raise NotImplementedError

    def lines_changed(self, *, to_top: bool = True) -> None:
        """The text is different now."""
        self._made_for = -1
        self._make()
        if to_top:
            self.scroll_home(animate=False, force=True)
        self.refresh()

    def _make(self) -> None:
        width = self.scrollable_content_region.width
        if width != self._made_for and width > 0:
            self._made = self.make_lines(width)
            self._made_for = width
            self._drawn.clear()
            self.virtual_size = Size(0, len(self._made))

    def on_resize(self) -> None:
        """Other width: other lines."""
        self._make()

    def notify_style_update(self) -> None:
        """Other colours: draw again."""
        self._drawn.clear()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """One line for the compositor."""
        at = y + int(self.scroll_offset.y)
        width = self.scrollable_content_region.width
        style = self.visual_style
        if at >= len(self._made):
            return Strip.blank(self.size.width, style.rich_style)
        strip = self._drawn.get(at)
        if strip is None:
            made = Visual.to_strips(self, self._made[at], width, 1, style, apply_selection=False)
            strip = (made[0] if made else Strip([])).adjust_cell_length(width, style.rich_style)
            self._drawn[at] = strip
        return strip

    def action_scroll_up(self) -> None:
        """One line up."""
        self.scroll_relative(y=-1, animate=False, force=True)

    def action_scroll_down(self) -> None:
        """One line down."""
        self.scroll_relative(y=1, animate=False, force=True)

    def action_page_up(self) -> None:
        """One page up."""
        self.scroll_relative(y=-max(1, self.size.height - 1), animate=False, force=True)

    def action_page_down(self) -> None:
        """One page down."""
        self.scroll_relative(y=max(1, self.size.height - 1), animate=False, force=True)

    def action_scroll_home(self) -> None:
        """To the begin."""
        self.scroll_home(animate=False, force=True)

    def action_scroll_end(self) -> None:
        """To the end."""
        self.scroll_end(animate=False, force=True)
