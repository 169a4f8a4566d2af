"""Sentences to read before or after something big: a withdrawal, a merge."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from boce_tui.cycle.withdrawing.saying import Line
from boce_tui.domain.text import inert_line
from boce_tui.tui.text import Tone, assemble, wrap
from boce_tui.tui.widgets.lines_view import LinesView

_STYLES: dict[str, tuple[str, str, Tone]] = {
    "head": ("", "", "kop"),
    "plain": ("  ", "  ", ""),
    "warn": ("! ", "  ", "let-op"),
    "quiet": ("  ", "  ", "stil"),
}
"""Style of a line -> what stands before its first and other lines, and its meaning."""


class SaidLines(LinesView):
    """The lines, wrapped.

    Args:
        id: Id of the widget.
    """

    def __init__(self, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._lines: Sequence[Line] = ()

    def show(self, lines: Sequence[Line], *, to_top: bool = True) -> None:
        """Show these."""
        self._lines = lines
        self.lines_changed(to_top=to_top)

    def make_lines(self, width: int) -> list[Content]:
        """Heads with an empty line above them; what has to be looked at stands out."""
        made: list[Content] = []
        for line in self._lines:
            first, other, tone = _STYLES[line.style]
            if line.style == "head" and made:
                made.append(Content(""))
            for number, words in enumerate(wrap(inert_line(line.text), max(10, width - len(first) - 1))):
                made.append(assemble(other if number else first, (words, tone)))
        return made
