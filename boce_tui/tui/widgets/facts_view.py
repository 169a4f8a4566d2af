"""Names at the left, facts at the right."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from textual.content import Content

from boce_tui.domain.text import inert_line
from boce_tui.tui.text import Tone, assemble, wrap
from boce_tui.tui.widgets.lines_view import LinesView

Row = tuple[str, str, Tone]
"""Name, text, meaning."""


class FactsView(LinesView):
    """Rows over as many lines as they need.

    Args:
        lead: Columns for the names.
        id: Id of the widget.
    """

    def __init__(self, lead: int, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._lead = lead
        self._rows: list[Row] = []

    def show(self, rows: Sequence[Row]) -> None:
        """Show these."""
        self._rows = list(rows)
        self.lines_changed(to_top=False)

    def make_lines(self, width: int) -> list[Content]:
        """Every row, wrapped."""
        made: list[Content] = []
        for name, text, tone in self._rows:
            lead = self._lead if name else 0
            names = wrap(inert_line(name), max(1, lead - 2))
            words = wrap(inert_line(text), max(10, width - lead))
            for left, right in zip_longest(names, words, fillvalue=""):
                made.append(assemble((f"{left:<{lead}}", "stil"), (right, tone)))
        return made
