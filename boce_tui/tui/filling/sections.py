"""The sections of a form, each with how far it is."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content

from boce_tui.tui.signs import State, mark, sign
from boce_tui.tui.text import Tone, assemble, cut
from boce_tui.tui.widgets.items_view import ItemsView

_TONES: dict[State, Tone] = {"done": "ok", "busy": "accent", "open": "stil", "warning": "let-op"}


@dataclass(frozen=True)
class SectionRow:
    """One section: its id, its name and how far it is."""

    id: str
    title: str
    state: State


class SectionList(ItemsView):
    """The sections; the one under the cursor is shown beside it."""

    DEFAULT_CSS = """
    SectionList { width: 1fr; height: auto; max-height: 14; }
    """

    def __init__(self) -> None:
        super().__init__(id="sections")
        self._rows: list[SectionRow] = []

    def show(self, rows: list[SectionRow], current: str) -> None:
        """Show these sections, with the cursor on one."""
        self._rows = rows
        self.styles.height = max(1, len(rows))
        self.items_changed(current)

    def item_count(self) -> int:
        """The number of sections."""
        return len(self._rows)

    def item_id(self, index: int) -> str:
        """Id of a section."""
        return self._rows[index].id

    def item_lines(self, index: int, width: int) -> list[Content]:
        """The line of a section."""
        row = self._rows[index]
        lead = mark("▸") if index == self.cursor else " "
        return [assemble(lead, (sign(row.state), _TONES.get(row.state, "")), " ", cut(row.title, width - 4))]
