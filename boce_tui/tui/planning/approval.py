"""The interviews that were held, by how far their approval is; overdue ones are marked (R21)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from textual.content import Content

from boce_tui.cycle.planning import interviews
from boce_tui.cycle.planning.approving import quotes_by_interview
from boce_tui.cycle.today import today
from boce_tui.domain.dates import show_day
from boce_tui.domain.interviewing import Quote
from boce_tui.domain.keys import join
from boce_tui.domain.round import Interview
from boce_tui.domain.vocabulary import HELD_STATES, INTERVIEW_STATE, label
from boce_tui.locale import _, ngettext
from boce_tui.tui.planning.list_screen import ListScreen
from boce_tui.tui.planning.people_words import Words, state_words
from boce_tui.tui.planning.states import choose_state
from boce_tui.tui.text import Piece, assemble
from boce_tui.tui.widgets.pick_list import Column, PickRow

_ORDER = ("for_approval", "worked_out", "held", "approved")


class ApprovalScreen(ListScreen):
    """Approval of records and quotes."""

    COMMANDS = ("planning.state",)
    HELP_ID = "planning.approval"

    def place(self) -> str:
        """Approval."""
        return _("Approval")

    def columns(self) -> Iterable[Column]:
        """Id, who, deadline, quotes, state."""
        return (
            Column(_("No."), width=4),
            Column(_("Who")),
            Column(_("Deadline"), width=12),
            Column(_("Quotes"), width=8),
            Column(_("State"), width=17),
        )

    def empty(self) -> str:
        """What belongs here."""
        return _("No interview was held yet. Once one is, its record and quotes are approved here.")

    def summary(self) -> Content:
        """How many are approved, and how many are late."""
        found = self._held()
        if not found:
            return assemble()
        approved = sum(i.state == "approved" for i in found.values())
        late = sum(self._late(i) for i in found.values())
        words = [_("{done} of {total} approved").format(done=approved, total=len(found))]
        if not late:
            return assemble((words[0], "stil"))
        told = ngettext("{n} too late", "{n} too late", late).format(n=late)
        return assemble((words[0] + " · ", "stil"), (f"! {told}", "let-op"))

    def _held(self) -> dict[str, Interview]:
        found = interviews(self.dossier, self.round_id)
        return {id_: i for id_, i in found.items() if i.state in HELD_STATES}

    def _late(self, interview: Interview) -> bool:
        deadline = interview.approval_deadline
        return bool(
            deadline and interview.state != "approved" and date.fromisoformat(deadline) < today(self.dossier)
        )

    def rows(self) -> list[PickRow]:
        """What waits first."""
        found = self._held()
        words = Words(self.dossier, self.round_id)
        quotes = quotes_by_interview(self.dossier, self.round_id)
        order = sorted(
            found, key=lambda id_: (not self._late(found[id_]), _ORDER.index(found[id_].state), id_)
        )
        return [
            PickRow(
                id_,
                (
                    id_,
                    words.table(found[id_]),
                    self._deadline(found[id_]),
                    _quotes(quotes.get(id_, {})),
                    state_words(found[id_].state),
                ),
                search=label(INTERVIEW_STATE, found[id_].state),
            )
            for id_ in order
        ]

    def _deadline(self, interview: Interview) -> Piece:
        shown = show_day(interview.approval_deadline)
        return (f"! {shown}", "let-op") if self._late(interview) else shown

    def can(self, command_id: str) -> bool:
        """Nothing is made or taken away here."""
        if command_id in ("planning.new", "planning.remove"):
            return False
        if command_id == "planning.state":
            return self._ready and self.list.current is not None
        return super().can(command_id)

    def open_item(self, item: str) -> None:
        """Approval of one interview."""
        from boce_tui.tui.planning import approval_door

        self.boce.open(approval_door(self.boce, join(self.round_id, item)))

    def action_planning_state(self) -> None:
        """Another state for the row under the cursor."""
        item = self.list.current
        if item is not None:
            choose_state(self, self.round_id, item, self.do)


def _quotes(quotes: dict[str, Quote]) -> str:
    if not quotes:
        return ""
    approved = sum(quote.approval == "yes" for quote in quotes.values())
    return _("{done} of {total}").format(done=approved, total=len(quotes))
