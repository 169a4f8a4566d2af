"""Widgets that draw their own lines: the base of everything here that is not a text field."""

from __future__ import annotations

from textual.content import Content
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget


def content_strip(widget: Widget, content: Content, width: int) -> Strip:
    """One line of content as a strip of exactly `width` cells in the widget's own style."""
    style = widget.visual_style
    if width <= 0:
        return Strip([])
    strips = Visual.to_strips(widget, content, width, 1, style, apply_selection=False)
    strip = strips[0] if strips else Strip([])
    return strip.adjust_cell_length(width, style.rich_style)


class Rows(Widget):
    """A widget of a few lines, each given by `row`."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Rows { text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def row(self, y: int, width: int) -> Content:
        """The content of line `y`, at most `width` cells; longer content is cut."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """One line for the compositor."""
        width = self.size.width
        return content_strip(self, self.row(y, width), width)
