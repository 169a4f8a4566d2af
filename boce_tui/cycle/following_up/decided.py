"""Which recommendations are followed up, and since when: the day of the decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boce_tui.cycle.numbering import given_numbers
from boce_tui.cycle.rounds import the_round
from boce_tui.domain.numbering import sort_key
from boce_tui.domain.recommendation import Decision, FollowUp, Recommendation
from boce_tui.domain.round import FINAL, Round
from boce_tui.store import Dossier

DECIDED = "decision"
NOT_ADOPTED = "reject"


@dataclass(frozen=True)
class Followed:
    """A recommendation that is followed up.

    Attributes:
        key: Its key.
        number: With its round: ``2021-3b``.
        round_id: Its round.
        value: The recommendation.
        decided: The day of the last decision on it (``YYYY-MM-DD``); empty when nothing is known.
        choices: What was decided, by whomever: ids of ``DECISION_CHOICE`` without doubles.
        follow_up: What is known of it, or None.
    """

    key: str
    number: str
    round_id: str
    value: Recommendation
    decided: str
    choices: tuple[str, ...]
    follow_up: FollowUp | None

    @property
    def rejected(self) -> bool:
        """Every body that decided did not adopt it: nothing is expected then."""
        return self.choices == (NOT_ADOPTED,)

    @property
    def over(self) -> bool:
        """Carried out, or decided against: nobody waits for it any more."""
        return self.rejected or bool(self.follow_up and self.follow_up.progress == "done")


def series(dossier: Dossier, round_id: str) -> list[str]:
    """This round when its report is final, and the rounds before it; the latest first."""
    found: list[str] = []
    at, round_ = round_id, the_round(dossier, round_id)
    if round_.status == FINAL or round_.closed:
        found.append(at)
    seen = {at}
    while (at := round_.previous) and at not in seen:
        seen.add(at)
        before = dossier.value(Round, at)
        if before is None:
            break
        found.append(at)
        round_ = before
    return found


def followed(dossier: Dossier, round_id: str) -> dict[str, Followed]:
    """Key -> everything that is followed up from this round, the latest round first, in number order."""
    found: dict[str, Followed] = {}
    for at in series(dossier, round_id):
        found |= _of_round(dossier, at)
    return found


def followed_one(dossier: Dossier, key: str) -> Followed | None:
    """One recommendation, whatever its round."""
    at = key.rpartition("/")[0]
    return _of_round(dossier, at).get(key) if dossier.value(Round, at) is not None else None


def _of_round(dossier: Dossier, round_id: str) -> dict[str, Followed]:
    prefix = f"{round_id}/"
    items = dossier.values(Recommendation, prefix)
    given = given_numbers(dossier, round_id)
    became = dossier.values(FollowUp, prefix)
    decisions: dict[str, list[Decision]] = {}
    for key, decision in dossier.values(Decision, prefix).items():
        if decision.kind == DECIDED:
            decisions.setdefault("/".join(key.split("/")[:2]), []).append(decision)
    round_day = decision_day(the_round(dossier, round_id))
    found = {}
    for key in sorted(items, key=lambda key: (sort_key(given[key]), key)):
        if items[key].dropped:
            continue
        taken = decisions.get(key, [])
        found[key] = Followed(
            key,
            f"{round_id}-{given[key]}",
            round_id,
            items[key],
            max((d.date for d in taken if d.date), default=round_day),
            tuple(dict.fromkeys(d.choice for d in taken)),
            became.get(key),
        )
    return found


def decision_day(round_: Round) -> str:
    """The day the colleges decided on the report, as far as it was written down; else that of the report."""
    colleges = round_.dates.get("colleges")
    return (colleges.actual if colleges else "") or round_.report_date


def as_date(day: str) -> date | None:
    """A kept day, or the last day of a kept month, as a date; None when it is neither."""
    try:
        if len(day) == len("2041-05"):
            year, month = int(day[:4]), int(day[5:])
            return date.fromordinal(date(year + month // 12, month % 12 + 1, 1).toordinal() - 1)
        return date.fromisoformat(day)
    except ValueError:
        return None


def months_after(day: date, months: int) -> date:
    """The same day so many months on; the last of that month when it is shorter."""
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    last = date.fromordinal(date(year + month // 12, month % 12 + 1, 1).toordinal() - 1).day
    return date(year, month, min(day.day, last))
