"""Approval of one interview: its state and deadline, and every quote with its wording."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from boce_tui.cycle.planning import set_state, update_interview
from boce_tui.cycle.planning.approving import change_quote, quotes_by_interview
from boce_tui.domain.interviewing import Quote
from boce_tui.domain.keys import AnswerKey, last
from boce_tui.domain.round import Interview
from boce_tui.domain.vocabulary import INTERVIEW_STATE, QUOTE_APPROVAL, label
from boce_tui.locale import _
from boce_tui.store import Dossier
from boce_tui.tui.planning.entries import Entry, from_words
from boce_tui.tui.planning.record_screen import RecordScreen
from boce_tui.tui.planning.states import ask_withdrawal, state_options
from boce_tui.tui.text import assemble, safe_block


class ApprovalFormScreen(RecordScreen):
    """Approval of the record and the quotes of one interview."""

    HELP_ID = "planning.approval-form"
    kind = Interview

    def place(self) -> str:
        """Id, people and state."""
        found = self.item
        if found is None:
            return last(self.key)
        who = ", ".join(found.participants)
        return " · ".join((_("Approval"), last(self.key), who, label(INTERVIEW_STATE, found.state)))

    def change(self, dossier: Dossier, **changes: Any) -> Any:
        """Keep other values."""
        return update_interview(dossier, self._round, last(self.key), **changes)

    @property
    def _round(self) -> str:
        return self.key.rpartition("/")[0]

    def entries(self) -> Iterable[Entry]:
        """State and deadline, then quote by quote."""
        yield Entry(
            "state",
            "one",
            options=lambda: state_options(self.item.state),
            put=lambda dossier, state: set_state(dossier, self._round, last(self.key), state),
        )
        yield Entry(
            "approval_deadline", "day", hint=lambda: _("Before this day the record comes back approved.")
        )
        quotes = quotes_by_interview(self.dossier, self._round).get(last(self.key), {})
        if not quotes:
            yield Entry(
                "none",
                "info",
                label=lambda: _("quotes"),
                get=lambda: assemble((_("There are none. In the interview f4 catches a quote."), "stil")),
            )
        for number, key in enumerate(quotes, start=1):
            yield from self._quote(number, key)

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

    def keep(self, entry: Entry, value: Any) -> None:
        """A withdrawal is asked first; a state is never empty."""
        if entry.id == "state" and value == "withdrawn":
            self.show()
            ask_withdrawal(self, last(self.key), lambda: super(ApprovalFormScreen, self).keep(entry, value))
        elif not value:
            self.show()
        else:
            super().keep(entry, value)
