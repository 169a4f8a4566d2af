"""Who is waited for: the reminder list, overdue first (R35)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boce_tui.cycle.rounds import the_round
from boce_tui.domain.approving import Approval, InterviewRecord, settled
from boce_tui.domain.keys import join, last
from boce_tui.domain.round import Interview
from boce_tui.store import Dossier

SOON = 2
"""Days before a deadline from which it is said."""


@dataclass(frozen=True)
class Waiting:
    """A record that was sent and not approved yet.

    Attributes:
        interview: Id of the interview.
        code: Who it was sent to.
        approval: How far it is.
        days: Days until the deadline; negative = overdue; None when there is no deadline.
    """

    interview: str
    code: str
    approval: Approval
    days: int | None

    @property
    def overdue(self) -> bool:
        """True when the deadline is over."""
        return self.days is not None and self.days < 0

    @property
    def soon(self) -> bool:
        """True when the deadline is near."""
        return self.days is not None and 0 <= self.days <= SOON


def waiting(dossier: Dossier, round_id: str, today: date) -> list[Waiting]:
    """Everyone whose approval is waited for, overdue first, then by deadline.

    Args:
        dossier: The dossier.
        round_id: The round.
        today: The day deadlines are measured against.
    """
    lenient = the_round(dossier, round_id).no_reply_approves
    records = dossier.values(InterviewRecord, f"{round_id}/")
    found = []
    for key, item in dossier.values(Interview, f"{round_id}/").items():
        if item.state != "for_approval":
            continue
        record = records.get(join(round_id, last(key)), InterviewRecord())
        for code in item.participants:
            # A record that was sent outside the app has only the deadline of the interview.
            one = record.participants.get(code) or Approval(deadline=item.approval_deadline)
            if not settled(one, no_reply_approves=lenient):
                days = (date.fromisoformat(one.deadline) - today).days if one.deadline else None
                found.append(Waiting(last(key), code, one, days))
    return sorted(found, key=lambda w: (w.approval.deadline or "9999", w.interview, w.code))
