"""A text to read beside the one that is typed; it scrolls by itself."""

from __future__ import annotations

from textual.content import Content

from boce_tui.domain.text import inert_block
from boce_tui.tui.text import assemble, wrap
from boce_tui.tui.widgets.lines_view import LinesView


class OldText(LinesView):
    """People's text, wrapped and made harmless."""

    _text = ""

    def show(self, text: str) -> None:
        """Show another text; the same one stays where it was scrolled to."""
        if text != self._text:
            self._text = text
            self.lines_changed()

    def make_lines(self, width: int) -> list[Content]:
        """The text, wrapped."""
        return [assemble(line) for line in wrap(inert_block(self._text), width)]
