"""Everybody's view on every recommendation, side by side."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult

import boce_tui.tui.reviewing.commands  # noqa: F401  - registers the help
from boce_tui.cycle.reviewing.voices import SideBySide, side_by_side
from boce_tui.domain.vocabulary import DECISION_CHOICE, label
from boce_tui.locale import _
from boce_tui.tui.text import Piece
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow
from boce_tui.tui.working.screen import Item, WorkingScreen


class ViewsScreen(WorkingScreen):
    """A line per recommendation, a column per body."""

    COMMANDS = ("reviewing.open-one", "list.filter")
    HELP_ID = "reviewing.views"
    AUTO_FOCUS = "_RowsView"

    def __init__(self) -> None:
        super().__init__()
        self._list: PickList | None = None

    def place(self) -> str:
        """The table."""
        return _("Views side by side")

    def compose_body(self) -> ComposeResult:
        """One table, as wide as there are bodies."""
        columns = self._columns(side_by_side(self.dossier, self.round_id))
        self._list = PickList(*columns, empty=_("Nobody has had a say yet."))
        yield self._list

    @staticmethod
    def _columns(table: SideBySide) -> list[Column]:
        width = max(10, min(22, 72 // max(len(table.bodies), 1)))
        bodies = (Column(name, width=width) for _body, name in table.bodies)
        return [Column(width=4), *bodies, Column(from_width=110)]

    def show(self) -> None:
        """Read it again."""
        if self._list is None:
            return
        table = side_by_side(self.dossier, self.round_id)
        # There is a column more when a body had its first say on the screen that was opened from here.
        self._list.show_columns(*self._columns(table))
        rows = []
        for one, said in table.rows:
            cells: list[Piece] = [
                (label(DECISION_CHOICE, said[body].choice), "") if body in said else ("–", "stil")
                for body, _name in table.bodies
            ]
            rows.append(PickRow(one.key, ((one.number, "accent"), *cells, (one.value.text, "stil"))))
        self._list.show(rows if table.bodies else [])
        self.refresh_bars()

    def evidence_of(self) -> Item | None:
        """The recommendation under the cursor."""
        key = self._list.current if self._list else None
        return ("recommendation", key) if key else None

    def can(self, command_id: str) -> bool:
        """Something to open."""
        if command_id == "reviewing.open-one":
            return self._list is not None and self._list.current is not None
        return super().can(command_id)

    @on(ItemsView.Picked)
    def _picked(self, event: ItemsView.Picked) -> None:
        event.stop()
        self.action_reviewing_open_one()

    def action_reviewing_open_one(self) -> None:
        """What everybody says about it."""
        from boce_tui.tui.deciding.one import DecisionScreen

        key = self._list.current if self._list else None
        if key:
            self.boce.open(DecisionScreen(key))
