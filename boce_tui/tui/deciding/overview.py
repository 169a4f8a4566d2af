"""Every recommendation with where it stands."""

from __future__ import annotations

from pathlib import Path

from textual import on
from textual.app import ComposeResult

import boce_tui.tui.deciding.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.deciding.documents import Kind, prepare_decisions
from boce_tui.cycle.deciding.standing import Standing, standings
from boce_tui.cycle.outgoing import wrote
from boce_tui.errors import BoceError
from boce_tui.locale import _
from boce_tui.names import Names
from boce_tui.tui.reporting.destination import ask_where
from boce_tui.tui.signs import sign
from boce_tui.tui.text import Piece
from boce_tui.tui.unlock import with_names
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow
from boce_tui.tui.widgets.whole_text import WholeText
from boce_tui.tui.working.screen import Item, WorkingScreen


class DecisionsScreen(WorkingScreen):
    """All recommendations in number order."""

    COMMANDS = ("deciding.one", "deciding.review", "deciding.sheet", "deciding.list", "list.filter")
    HELP_ID = "deciding.list"
    AUTO_FOCUS = "_RowsView"

    def __init__(self) -> None:
        super().__init__()
        self._standings: dict[str, Standing] = {}
        self._list = PickList(
            Column(width=2),
            Column(width=4),
            Column(),
            Column(width=10, whole=True, from_width=70),
            empty=self._empty(),
        )

    @staticmethod
    def _empty() -> str:
        return _("There are no recommendations to decide on yet (step 8).")

    def place(self) -> str:
        """The list."""
        return _("Decisions")

    def aside(self) -> str:
        """How many are decided."""
        done = sum(one.decided for one in self._standings.values())
        total = len(self._standings)
        return _("{done} of {total} decided").format(done=done, total=total) if total else ""

    def compose_body(self) -> ComposeResult:
        """One list, and under it the whole of the row under the cursor."""
        yield self._list
        yield WholeText(self._list)

    def can(self, command_id: str) -> bool:
        """Something to open."""
        if command_id == "deciding.one":
            return self._list.current in self._standings
        return super().can(command_id)

    def show(self) -> None:
        """Read them again."""
        self._standings = {one.key: one for one in standings(self.dossier, self.round_id)}
        self._list.show_empty(self._empty())
        self._list.show([self._row(one) for one in self._standings.values()])
        self.refresh_bars()

    @staticmethod
    def _row(one: Standing) -> PickRow:
        mark: Piece = (
            (sign("done"), "ok") if one.decided else (sign("busy" if one.voices else "open"), "stil")
        )
        said: Piece = (one.said() or _("nothing yet"), "" if one.voices else "stil")
        return PickRow(one.key, (mark, (one.number, "accent"), one.value.text, said))

    def evidence_of(self) -> Item | None:
        """The recommendation under the cursor."""
        key = self._list.current
        return ("recommendation", key) if key in self._standings else None

    @on(ItemsView.Moved)
    def _moved(self) -> None:
        self.refresh_bars()

    @on(ItemsView.Picked)
    def _picked(self, event: ItemsView.Picked) -> None:
        event.stop()
        self.action_deciding_one()

    def action_deciding_one(self) -> None:
        """One recommendation."""
        from boce_tui.tui.deciding.one import DecisionScreen

        if self._list.current:
            self.boce.open(DecisionScreen(self._list.current))

    def action_deciding_review(self) -> None:
        """To the review."""
        from boce_tui.tui.reviewing.came_back import CameBackScreen

        self.boce.open(CameBackScreen())

    def action_deciding_sheet(self) -> None:
        """To decide with."""
        with_names(self.boce, lambda names: self._make(names, "decision_sheet"))

    def action_deciding_list(self) -> None:
        """What was decided."""
        with_names(self.boce, lambda names: self._make(names, "decisions"))

    def _make(self, names: Names, kind: Kind) -> None:
        dossier, round_id = self.dossier, self.round_id
        try:
            made = prepare_decisions(dossier, round_id, names, kind)
        except BoceError as problem:
            self.boce.tell_problem(problem)
            return
        stops = [finding for finding in made.findings if finding.severity == "error"]
        if stops:
            self.tell(f"{stops[0].message} {stops[0].how_to_mend}", "warning")
            return
        name = {"decision_sheet": "besluitblad", "decisions": "besluitenlijst"}[kind]
        ask_where(
            self.boce,
            made.markdown,
            str(Path.home() / f"{name}-{round_id}.md"),
            question=_("Where does the document go?"),
            then=lambda: wrote(dossier, round_id, made),
        )
