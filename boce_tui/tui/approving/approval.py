"""The records of the interviews that were held: who is waited for, overdue first (R35)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual.content import Content

import boce_tui.tui.approving.commands
import boce_tui.tui.withdrawing.commands  # noqa: F401  - registers withdrawing.ask
from boce_tui.cycle.approving import records
from boce_tui.cycle.approving.waiting import waiting
from boce_tui.cycle.planning import interviews
from boce_tui.cycle.planning.approving import quotes_by_interview
from boce_tui.cycle.today import today
from boce_tui.domain.approving import Approval, InterviewRecord
from boce_tui.domain.dates import show_day
from boce_tui.domain.interviewing import Quote
from boce_tui.domain.keys import join
from boce_tui.domain.round import Interview
from boce_tui.domain.vocabulary import APPROVAL_RESULT, HELD_STATES, INTERVIEW_STATE, Vocabulary, label
from boce_tui.locale import N_, _, ngettext
from boce_tui.store import Dossier
from boce_tui.tui.approving.answering import settle_answer
from boce_tui.tui.approving.record_file import make_record
from boce_tui.tui.approving.unlocking import ask_to_unlock
from boce_tui.tui.doors import open_door
from boce_tui.tui.planning.list_screen import ListScreen
from boce_tui.tui.planning.people_words import Words, state_words
from boce_tui.tui.planning.states import choose_state
from boce_tui.tui.text import Piece, assemble
from boce_tui.tui.widgets.dialogs import Option, choose
from boce_tui.tui.widgets.pick_list import Column, PickRow
from boce_tui.tui.withdrawing import ask_to_withdraw

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp

_SHORT: Vocabulary = {
    "approved": N_("approved"),
    "changed": N_("with changes"),
    "talk": N_("wants to talk"),
    "no_reply": N_("no reply"),
}
"""What came back, as short as a column."""
_ORDER = ("for_approval", "worked_out", "held", "approved")


@dataclass(frozen=True)
class _Line:
    """One person of one interview."""

    interview: str
    code: str
    held: Interview
    approval: Approval
    overdue: bool

    @property
    def id(self) -> str:
        return f"{self.interview}/{self.code}"

    @property
    def waited_for(self) -> bool:
        return self.held.state == "for_approval" and bool(self.approval.sent) and not self.approval.result


class ApprovalScreen(ListScreen):
    """Approval of records and quotes, person by person."""

    COMMANDS = (
        "approving.work-out-row",
        "approving.answered",
        "approving.make",
        "approving.send",
        "approving.remind",
        "approving.conduct",
        "approving.unlock",
        "planning.state",
        "withdrawing.ask",
    )
    HELP_ID = "approving.list"

    def __init__(self, app: BoceApp, at: str = "") -> None:
        self._at = at
        super().__init__(app)

    def place(self) -> str:
        """Approval."""
        return _("Approval")

    def columns(self) -> Iterable[Column]:
        """Id, who, deadline, quotes, state."""
        return (
            Column(_("No."), width=4, whole=True),
            Column(_("Who")),
            Column(_("Deadline"), width=12),
            Column(_("Reminded"), width=10, from_width=100),
            Column(_("Quotes"), width=8),
            Column(_("State"), width=17),
        )

    def empty(self) -> str:
        """What belongs here."""
        return _("No interview was held yet. Once one is, its record and quotes are approved here.")

    # --- what there is ------------------------------------------------------------------------------------

    def show(self) -> None:
        """Read the round once for the lines and the summary."""
        self._lines = self._read()
        super().show()
        if self._at:  # opened for this interview: the keys are about its record
            wanted, self._at = self._at, ""
            self.list.go_to(next((id_ for id_, line in self._lines.items() if line.interview == wanted), ""))
            self.refresh_bars()

    def _read(self) -> dict[str, _Line]:
        found = interviews(self.dossier, self.round_id)
        late = {(w.interview, w.code) for w in waiting(self.dossier, self.round_id, self._today) if w.overdue}
        sent = self.dossier.values(InterviewRecord, f"{self.round_id}/")
        made = []
        for id_, held in found.items():
            if held.state not in HELD_STATES:
                continue
            known = sent.get(join(self.round_id, id_), InterviewRecord()).participants
            for code in held.participants:
                made.append(_Line(id_, code, held, known.get(code, Approval()), (id_, code) in late))
        made.sort(key=_urgency)
        return {line.id: line for line in made}

    @property
    def _today(self) -> Any:
        return today(self.dossier)

    def summary(self) -> Content:
        """How many are approved, and how many are late."""
        if not self._lines:
            return assemble()
        held = {line.interview: line.held for line in self._lines.values()}
        approved = sum(one.state == "approved" for one in held.values())
        late = sum(line.overdue for line in self._lines.values())
        words = _("{done} of {total} approved").format(done=approved, total=len(held))
        if not late:
            return assemble((words, "stil"))
        told = ngettext("{n} too late", "{n} too late", late).format(n=late)
        return assemble((words + " · ", "stil"), (f"! {told}", "let-op"))

    def rows(self) -> list[PickRow]:
        """What waits first."""
        words = Words(self.dossier, self.round_id)
        quotes = quotes_by_interview(self.dossier, self.round_id)
        return [
            PickRow(
                id_,
                (
                    line.interview,
                    words.who(line.code),
                    self._deadline(line),
                    (show_day(line.approval.reminders[-1]) if line.approval.reminders else "", "stil"),
                    _quotes(quotes.get(line.interview, {})),
                    _state(line),
                ),
                search=label(INTERVIEW_STATE, line.held.state),
            )
            for id_, line in self._lines.items()
        ]

    def _deadline(self, line: _Line) -> Piece:
        shown = show_day(line.approval.deadline or line.held.approval_deadline)
        return (f"! {shown}", "let-op") if line.overdue else shown

    @property
    def line(self) -> _Line | None:
        """The person under the cursor."""
        return self._lines.get(self.list.current or "") if self._ready else None

    def can(self, command_id: str) -> bool:
        """Nothing is made or taken away here; the rest follows the state of the record."""
        line = self.line
        if command_id in ("planning.new", "planning.remove"):
            return False
        if command_id == "withdrawing.ask":
            return line is not None and not self.dossier.read_only
        if not command_id.startswith("approving.") and command_id != "planning.state":
            return super().can(command_id)
        if line is None:
            return False
        state = line.held.state
        return {
            "approving.answered": state == "for_approval" and bool(line.approval.sent),
            "approving.remind": line.waited_for,
            "approving.send": state == "worked_out" or (state == "for_approval" and not line.approval.sent),
            "approving.unlock": state == "approved",
        }.get(command_id, True)

    # --- what can be done ---------------------------------------------------------------------------------

    def open_item(self, item: str) -> None:
        """Approval of one interview."""
        from boce_tui.tui.approving import approval_door

        self.boce.open(approval_door(self.boce, join(self.round_id, item.partition("/")[0])))

    def action_planning_state(self) -> None:
        """Another state for the interview under the cursor."""
        if self.line is not None:
            choose_state(self, self.round_id, self.line.interview, self.do)

    def action_approving_work_out_row(self) -> None:
        """The notes beside the final text."""
        if self.line is not None:
            open_door(self.boce, "working_out", join(self.round_id, self.line.interview))

    def action_approving_conduct(self) -> None:
        """The interview itself."""
        if self.line is not None:
            open_door(self.boce, "interview", join(self.round_id, self.line.interview))

    def action_approving_make(self) -> None:
        """The record of this person as a file."""
        if self.line is not None:
            make_record(self.boce, self.round_id, self.line.interview, self.line.code)

    def action_approving_send(self) -> None:
        """The record was sent."""
        line = self.line
        if line is not None and self.can("approving.send"):
            words = _("record of {interview} sent").format(interview=line.interview)
            if self._step(words, lambda d: records.send(d, self.round_id, line.interview)):
                until = show_day(self._lines[line.id].approval.deadline)
                self.tell(_("Noted: sent today; an answer is expected before {date}.").format(date=until))

    def action_approving_remind(self) -> None:
        """A reminder was sent."""
        line = self.line
        if line is not None and self.can("approving.remind"):
            words = _("reminder to {code}").format(code=line.code)
            if self._step(words, lambda d: records.remind(d, self.round_id, line.interview, line.code)):
                self.tell(_("Noted: {code} was reminded today.").format(code=line.code))

    def action_approving_answered(self) -> None:
        """What came back."""
        line = self.line
        if line is None or not self.can("approving.answered"):
            return
        options = [Option(one, label(APPROVAL_RESULT, one)) for one in APPROVAL_RESULT]
        if line.approval.result:
            options.append(Option("", _("nothing was heard after all")))

        def note(result: str) -> None:
            words = _("answer of {code}").format(code=line.code)
            work = records.answer
            if self._step(words, lambda d: work(d, self.round_id, line.interview, line.code, result)):
                now = self._lines[line.id].held.state == "approved"
                self.tell(_("Approved: the record is locked now.") if now else _("Noted."))

        def answered(result: str) -> None:
            settle_answer(self, self.round_id, line.interview, result, lambda: note(result))

        choose(self.boce, _("What did {code} answer?").format(code=line.code), options, answered)

    def action_approving_unlock(self) -> None:
        """Open an approved record again."""
        if self.line is not None and self.can("approving.unlock"):
            ask_to_unlock(self, self.round_id, self.line.interview, self.show)

    def action_withdrawing_ask(self) -> None:
        """Show what a withdrawal would do."""
        if self.line is not None:
            ask_to_withdraw(self, join(self.round_id, self.line.interview))

    def _step(self, words: str, work: Callable[[Dossier], Any]) -> bool:
        return self.do(words, work) is not None


def _urgency(line: _Line) -> tuple[bool, int, str, str]:
    deadline = line.approval.deadline or line.held.approval_deadline
    answered = bool(line.approval.result)
    return (not line.overdue, _ORDER.index(line.held.state) + answered, deadline or "9999", line.id)


def _state(line: _Line) -> Piece:
    if line.held.state == "for_approval" and line.approval.result:
        return label(_SHORT, line.approval.result)
    if line.held.state == "approved" and line.approval.result in ("changed", "no_reply"):
        return state_words("approved", label(_SHORT, line.approval.result))
    return state_words(line.held.state)


def _quotes(quotes: dict[str, Quote]) -> str:
    if not quotes:
        return ""
    approved = sum(quote.approval == "yes" for quote in quotes.values())
    return _("{done} of {total}").format(done=approved, total=len(quotes))
