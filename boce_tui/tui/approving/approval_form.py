"""Approval of one interview: its state, what each participant answered, and every quote with its wording."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

import boce_tui.tui.approving.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.approving import records
from boce_tui.cycle.locking import LOCKED
from boce_tui.cycle.planning import set_state, update_interview
from boce_tui.cycle.planning.approving import change_quote, quotes_by_interview
from boce_tui.domain.approving import CHANGED, Approval
from boce_tui.domain.dates import show_day
from boce_tui.domain.interviewing import Quote
from boce_tui.domain.keys import AnswerKey, last
from boce_tui.domain.round import Interview
from boce_tui.domain.vocabulary import APPROVAL_RESULT, INTERVIEW_STATE, QUOTE_APPROVAL, label
from boce_tui.locale import _
from boce_tui.store import Dossier
from boce_tui.tui.approving.answering import settle_answer
from boce_tui.tui.approving.unlocking import ask_to_unlock
from boce_tui.tui.doors import open_door
from boce_tui.tui.planning.entries import Entry, from_words
from boce_tui.tui.planning.record_screen import RecordScreen
from boce_tui.tui.planning.states import state_options
from boce_tui.tui.text import Piece, assemble, safe_block
from boce_tui.tui.withdrawing import ask_to_withdraw


class ApprovalFormScreen(RecordScreen):
    """Approval of the record and the quotes of one interview."""

    HELP_ID = "approving.form"
    COMMANDS: ClassVar[tuple[str, ...]] = ("approving.work-out-this", "approving.unlock")
    kind = Interview

    def place(self) -> str:
        """Id, people and state."""
        found = self.item
        if found is None:
            return last(self.key)
        who = ", ".join(found.participants)
        return " · ".join((_("Approval"), last(self.key), who, label(INTERVIEW_STATE, found.state)))

    def frozen(self) -> str:
        """An approved record is read."""
        found = self.item
        if found is not None and found.state == LOCKED:
            return _("This record is approved and locked. ^o unlocks it; that asks a reason.")
        return super().frozen()

    def change(self, dossier: Dossier, **changes: Any) -> Any:
        """Keep other values."""
        return update_interview(dossier, self._round, self._number, **changes)

    @property
    def _round(self) -> str:
        return self.key.rpartition("/")[0]

    @property
    def _number(self) -> str:
        return last(self.key)

    # --- the fields ---------------------------------------------------------------------------------------

    def entries(self) -> Iterable[Entry]:
        """State and deadline, then person by person, then quote by quote."""
        yield Entry(
            "state",
            "one",
            options=lambda: state_options(self.item.state),
            put=lambda dossier, state: set_state(dossier, self._round, self._number, state),
        )
        yield Entry(
            "approval_deadline", "day", hint=lambda: _("Before this day the record comes back approved.")
        )
        for number, code in enumerate(self.item.participants, start=1):
            yield from self._person(number, code)
        quotes = quotes_by_interview(self.dossier, self._round).get(self._number, {})
        if not quotes:
            yield Entry(
                "none",
                "info",
                label=lambda: _("quotes"),
                get=lambda: assemble((_("There are none. In the interview f4 catches a quote."), "stil")),
            )
        for number, key in enumerate(quotes, start=1):
            yield from self._quote(number, key)

    def _person(self, number: int, code: str) -> Iterable[Entry]:
        def now() -> Approval:
            return records.approvals(self.dossier, self._round, self._number).get(code, Approval())

        yield Entry(
            f"person-{number}",
            "info",
            label=lambda: code,
            get=lambda: assemble(*_sending(now())),
        )
        yield Entry(
            f"deadline-{number}",
            "day",
            label=lambda: _("deadline"),
            get=lambda: now().deadline,
            put=lambda dossier, day: records.set_deadline(dossier, self._round, self._number, code, day),
        )
        yield Entry(
            f"result-{number}",
            "one",
            label=lambda: _("answer"),
            get=lambda: now().result,
            put=lambda dossier, result: records.answer(dossier, self._round, self._number, code, result),
            options=lambda: from_words(APPROVAL_RESULT),
        )

    def _quote(self, number: int, key: str) -> Iterable[Entry]:
        def now() -> Quote:
            found = self.dossier.value(Quote, key)
            return found if found is not None else Quote(answer="-/-/-/-/-", text="")

        yield Entry(
            f"quote-{number}",
            "info",
            label=lambda: _("quote {n} · {question}").format(
                n=number, question=AnswerKey.parse(now().answer).question
            ),
            get=lambda: safe_block(f"“{now().text}”") if now().text else assemble(),
        )
        yield Entry(
            f"approval-{number}",
            "one",
            label=lambda: _("may be printed"),
            get=lambda: now().approval,
            put=lambda dossier, value: change_quote(dossier, key, approval=value),
            options=lambda: from_words(QUOTE_APPROVAL),
        )
        yield Entry(
            f"wording-{number}",
            "block",
            label=lambda: _("in other words"),
            get=lambda: now().wording,
            put=lambda dossier, text: change_quote(dossier, key, wording=text),
            hint=lambda: _("Only when the literal words give someone away; other words are approved again."),
            draft=f"quote:{key}:wording",
        )

    # --- changing -----------------------------------------------------------------------------------------

    def keep(self, entry: Entry, value: Any) -> None:
        """A withdrawal has a screen of its own, unlocking asks why; a state is never empty."""
        if entry.id == "state" and value == "withdrawn":
            self.show()
            ask_to_withdraw(self, self.key)
        elif entry.id == "state" and value and self.can("approving.unlock") and value != LOCKED:
            self.show()
            self.action_approving_unlock()
        elif entry.id.startswith("result-") and value == CHANGED:
            self.show()
            keep = super().keep
            settle_answer(self, self._round, self._number, value, lambda: keep(entry, value))
        elif not value and not entry.id.startswith("result-"):
            self.show()
        else:
            super().keep(entry, value)

    def can(self, command_id: str) -> bool:
        """Only what is locked is unlocked."""
        if command_id == "approving.unlock":
            found = self.item
            return found is not None and found.state == LOCKED and not self.dossier.read_only
        return super().can(command_id)

    def action_approving_unlock(self) -> None:
        """Open the approved record again."""
        if self.can("approving.unlock"):
            ask_to_unlock(self, self._round, self._number, self.changed)

    def action_approving_work_out_this(self) -> None:
        """The notes beside the final text."""
        self.settle()
        open_door(self.boce, "working_out", self.key)


def _sending(one: Approval) -> list[Piece]:
    if not one.sent:
        return [(_("The record was not sent yet."), "stil")]
    words = _("sent {date}, deadline {deadline}").format(
        date=show_day(one.sent), deadline=show_day(one.deadline)
    )
    if one.reminders:
        days = ", ".join(show_day(day) for day in one.reminders)
        words = _("{sent}; reminded {days}").format(sent=words, days=days)
    return [words]
