"""Under a list: the whole text of the row under the cursor, where the list has to cut texts off."""

from __future__ import annotations

from typing import Any

from textual.content import Content
from textual.screen import Screen

from boce_tui.domain.text import inert_line
from boce_tui.tui.text import safe, wrap
from boce_tui.tui.widgets.pick_list import PickList
from boce_tui.tui.widgets.rows import Rows
from boce_tui.tui.widgets.table_line import cut_text

_MOST = 5
_LEAD = 3
_MARK = 2
_SCROLLBAR = 1
_PANE = 2
"""What a part of `Panes` leaves blank at both sides."""
_MEASURED = 200
"""So many rows are looked at for the height; measuring thousands takes longer than opening the screen may."""


class WholeText(Rows):
    """As many lines as the longest text asks for, so that nothing moves with the cursor.

    Args:
        of: The list above it.
        under: Only in a window narrower than this, where nothing beside the list says it; 0: always.
    """

    DEFAULT_CSS = "WholeText { height: 0; display: none; }"

    def __init__(self, of: PickList, under: int = 0) -> None:
        super().__init__()
        self._of = of
        self._under = under
        self._lines: list[str] = []
        self._width = 0
        of.changed = self.again

    def on_mount(self) -> None:
        """Follow the cursor, and the width of the list."""
        self.watch(self._of.view, "cursor", self.again, init=False)
        self.screen.screen_layout_refresh_signal.subscribe(self, self._laid_out)
        self.again()

    def _laid_out(self, _screen: Screen[Any]) -> None:
        if self._of.view._inner_width() != self._width:
            self.again()

    def again(self) -> None:
        """Show the text of the row under the cursor; the rows may be other ones."""
        if not self.is_attached:
            return
        # Before the first layout as wide as the window leaves it: the list then gets its height at once.
        room = self.app.size.width - _SCROLLBAR - (_PANE if self._under else 0)
        self._width = self._of.view._inner_width() or room
        rows, at = self._of.rows, self._of.view.cursor
        self._lines = self._wrapped(at) if at < len(rows) else []
        others = (len(self._wrapped(n)) for n in range(min(len(rows), _MEASURED)))
        height = max([len(self._lines), *others])
        self.display = height > 0 and not 0 < self._under <= self.app.size.width
        self.styles.height = height + 1
        self.refresh()

    def _wrapped(self, index: int) -> list[str]:
        text = cut_text(self._of.view.columns, self._of.rows[index].cells, self._width - _MARK)
        if not text:
            return []
        lines = wrap(inert_line(text), self._width - _LEAD)
        return lines if len(lines) <= _MOST else [*lines[: _MOST - 1], f"{lines[_MOST - 1]}…"]

    def row(self, y: int, width: int) -> Content:
        """The first line is empty: the list ends there."""
        del width
        return safe(" " * _LEAD + self._lines[y - 1] if 0 < y <= len(self._lines) else "")
