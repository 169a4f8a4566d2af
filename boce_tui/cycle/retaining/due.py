"""When what was said, and who said it, has to be gone (domain.md 9.7)."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from boce_tui.cycle.unveiling import unveiled
from boce_tui.domain.erasing import ANSWERS, NAMES, ErasureCertificate
from boce_tui.domain.handing_over import SAID
from boce_tui.domain.recommendation import Decision
from boce_tui.domain.report_basis import SUPPORT, ReportBasis
from boce_tui.domain.round import Interview, Round
from boce_tui.domain.vocabulary import HELD_STATES
from boce_tui.store import Dossier

SOON_DAYS = 30
DECIDED, NEXT_ROUND = "decided", "next_round"


@dataclass(frozen=True)
class Term:
    """Until when something of a round is kept.

    Attributes:
        round: The round.
        what: ``answers`` or ``names``.
        months: How long after the decision of the colleges.
        decided: Day of that decision; empty while there is none.
        due: The day on which it has to be gone; empty while nothing says when.
        because: ``decided`` or ``next_round``, whichever comes first.
        done: The day on which it was erased, or empty.
        present: There is something to erase; of names only who can open them knows.
    """

    round: str
    what: str
    months: int
    decided: str
    due: str
    because: str
    done: str
    present: bool

    def state(self, today: date) -> str:
        """``done``, ``nothing``, ``overdue``, ``soon``, ``running`` or ``open`` (no day is known)."""
        if self.done and not (self.present and self.what == ANSWERS):
            return "done"
        if not self.present:
            return "nothing"
        if not self.due:
            return "open"
        left = (date.fromisoformat(self.due) - today).days
        return "overdue" if left <= 0 else "soon" if left <= SOON_DAYS else "running"


def terms(dossier: Dossier) -> list[Term]:
    """Every round, the earliest first: its answers and its names."""
    with unveiled(dossier):
        rounds = dossier.values(Round)
        return [
            term
            for key in sorted(rounds, key=lambda key: (rounds[key].year, key))
            for term in _of_round(dossier, key, rounds)
        ]


def _of_round(dossier: Dossier, round_id: str, rounds: dict[str, Round]) -> tuple[Term, Term]:
    round_ = rounds[round_id]
    decided = decided_on(dossier, round_id)
    by_decision = months_after(decided, round_.answers_kept_months)
    by_next = _next_interviews(dossier, round_id, rounds)
    answers_due = min(filter(None, (by_decision, by_next)), default="")
    because = NEXT_ROUND if by_next and answers_due == by_next and by_next != by_decision else DECIDED
    basis = dossier.value(ReportBasis, round_id)
    there = has_answers(dossier, round_id)
    people = bool(dossier.head_keys(Interview, f"{round_id}/")) and not (basis and basis.reason == SUPPORT)
    return (
        Term(
            round_id,
            ANSWERS,
            round_.answers_kept_months,
            decided,
            answers_due,
            because,
            _erased_on(dossier, round_id, ANSWERS),
            there,
        ),
        Term(
            round_id,
            NAMES,
            round_.names_kept_months,
            decided,
            months_after(decided, round_.names_kept_months),
            DECIDED,
            _erased_on(dossier, round_id, NAMES),
            people,
        ),
    )


def decided_on(dossier: Dossier, round_id: str) -> str:
    """The day the colleges decided: as the round says, else the last day one of them did."""
    said = dossier.value(Round, round_id)
    noted = said.dates.get("colleges") if said else None
    if noted and noted.actual:
        return noted.actual
    found = [
        one.date
        for key, one in dossier.values(Decision, f"{round_id}/").items()
        if one.kind == "decision" and one.municipality and one.date
    ]
    return max(found, default="")


def has_answers(dossier: Dossier, round_id: str) -> bool:
    """True when something of what was said is still here, deleted items included."""
    prefix = f"{round_id}/"
    return any(not dossier.erased(kind, key) for kind in SAID for key in dossier.head_keys(kind, prefix))


def _next_interviews(dossier: Dossier, round_id: str, rounds: dict[str, Round]) -> str:
    """The first day of interviews in the round after this one."""
    days = [
        interview.when.actual
        for key, round_ in rounds.items()
        if round_.previous == round_id
        for interview in dossier.values(Interview, f"{key}/").values()
        if interview.state in HELD_STATES and interview.when.actual
    ]
    return min(days, default="")


def _erased_on(dossier: Dossier, round_id: str, what: str) -> str:
    days = [
        proof.at[:10]
        for proof in dossier.values(ErasureCertificate, f"{round_id}/").values()
        if proof.what == what
    ]
    return max(days, default="")


def months_after(day: str, months: int) -> str:
    """The same day so many months later, or the last of that month; empty when there is no day."""
    if not day:
        return ""
    start = date.fromisoformat(day)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1])).isoformat()
