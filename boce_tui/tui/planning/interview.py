"""The form of an interview: who is at the table, when and where, and the state of the planning."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import Any

from textual.content import Content

import boce_tui.tui.withdrawing.commands  # noqa: F401  - registers an id used below
from boce_tui.cycle.locking import LOCKED
from boce_tui.cycle.planning import conflict_hints, set_state, update_interview
from boce_tui.domain.keys import last
from boce_tui.domain.round import Interview, Planned
from boce_tui.domain.vocabulary import INTERVIEW_STATE, label
from boce_tui.locale import _
from boce_tui.store import Dossier
from boce_tui.tui.approving.unlocking import ask_to_unlock
from boce_tui.tui.planning.entries import Entry, yes_no
from boce_tui.tui.planning.people_words import evaluator_options, people_options
from boce_tui.tui.planning.record_screen import RecordScreen
from boce_tui.tui.planning.states import state_options
from boce_tui.tui.text import assemble, lines
from boce_tui.tui.widgets.choice import Choosable
from boce_tui.tui.withdrawing import ask_to_withdraw


class InterviewScreen(RecordScreen):
    """Planning one interview."""

    COMMANDS = ("planning.conduct-this", "withdrawing.ask")
    HELP_ID = "planning.interview"
    kind = Interview

    @property
    def _round(self) -> str:
        return self.key.rpartition("/")[0]

    @property
    def _number(self) -> str:
        return last(self.key)

    def place(self) -> str:
        """Id, people and state."""
        found = self.item
        if found is None:
            return self._number
        return " · ".join((self._number, ", ".join(found.participants), label(INTERVIEW_STATE, found.state)))

    def change(self, dossier: Dossier, **changes: Any) -> Any:
        """Keep other values."""
        return update_interview(dossier, self._round, self._number, **changes)

    def entries(self) -> Iterable[Entry]:
        """People, moment, place, state."""
        yield Entry(
            "participants", "picks", options=lambda: people_options(self.dossier, self._round, self._number)
        )
        yield Entry("evaluators", "many", options=self._evaluators, hint=self._nobody)
        yield Entry("hints", "info", label=lambda: _("attention"), get=self._hints)
        yield Entry(
            "when",
            "pair",
            get=lambda: (self.item.when.planned, self.item.when.actual),
            put=lambda dossier, pair: self.change(dossier, when=Planned(planned=pair[0], actual=pair[1])),
        )
        yield Entry("start", "line", label=lambda: _("time"))
        yield Entry("minutes", "line")
        yield Entry("place", "line")
        yield Entry(
            "state",
            "one",
            options=lambda: state_options(self.item.state),
            put=lambda dossier, state: set_state(dossier, self._round, self._number, state),
        )
        yield Entry(
            "short_route", "one", label=lambda: _("short route"), options=yes_no, hint=self._short_hint
        )
        yield Entry(
            "approval_deadline", "day", hint=lambda: _("Before this day the record comes back approved.")
        )
        yield Entry("conflict", "block", hint=lambda: _("What was weighed or agreed about it."))
        yield Entry("note", "block", hint=lambda: _("For the planning only; not in the report."))

    def _evaluators(self) -> list[Choosable]:
        return evaluator_options(self.dossier, self._round)

    def _nobody(self) -> str:
        return (
            ""
            if self._evaluators()
            else _("There are none yet. Add them with v, on the list of interview partners.")
        )

    def _short_hint(self) -> str:
        return _("Only the core questions, when there is little time.")

    def _hints(self) -> Content:
        found = conflict_hints(self.dossier, self._round, self._number)
        return lines(*(assemble((f"! {hint.message}", "let-op")) for hint in found))

    def keep(self, entry: Entry, value: Any) -> None:
        """A withdrawal has a screen of its own."""
        if entry.id == "state" and value == "withdrawn":
            self.show()
            self.action_withdrawing_ask()
            return
        if entry.id == "state" and not value:
            self.show()
            return
        if entry.id == "state" and self.item.state == LOCKED and value != LOCKED:
            self.show()
            ask_to_unlock(self, self._round, self._number, self.changed)
            return
        super().keep(entry, value)

    def can(self, command_id: str) -> bool:
        """An interview that is over is not conducted."""
        if command_id == "planning.conduct-this" and self.item is not None:
            return self.item.state not in ("withdrawn", "cancelled")
        if command_id == "withdrawing.ask":
            return self.item is not None and self.item.state != "withdrawn"
        return super().can(command_id)

    def action_withdrawing_ask(self) -> None:
        """Show what a withdrawal would do."""
        self.settle()
        ask_to_withdraw(self, self.key)

    def action_planning_conduct_this(self) -> None:
        """Conduct this interview."""
        from boce_tui.tui.doors import open_door

        if self._right("f4"):
            open_door(self.boce, "interview", self.key)

    def _right(self, key: str) -> bool:
        """Whether what was typed here can be kept; the second time it is left as it was."""
        self.settle()
        wrong = [bound for bound in chain(*self._texts.values()) if bound.wrong is not None]
        if wrong and not self._warned:
            self._warned = True
            wrong[0].area.focus()
            told = _("This is not right yet: {problem} Once more {key} leaves it as it was.")
            problem = wrong[0].wrong.message if wrong[0].wrong else ""
            self.tell(told.format(problem=problem, key=key), "warning")
            return False
        for bound in wrong:
            bound.give_up()
        return True
