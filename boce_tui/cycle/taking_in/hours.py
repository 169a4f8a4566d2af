"""The hours a candidate theme asks, per quarter, beside the hours there are (R82, R83)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from boce_tui.domain.answers import Scalar
from boce_tui.domain.intake import INCLUDE, PROGRAMME_OFFICE, QUARTERS, AvailableHours, Intake
from boce_tui.domain.keys import join
from boce_tui.domain.round import Round
from boce_tui.domain.sheets import Sheet
from boce_tui.store import Dossier

ZERO = Decimal(0)
Hours = dict[str, dict[str, Decimal]]
"""Municipality (or the programme office) -> quarter -> hours."""


@dataclass(frozen=True)
class Milestone:
    """A milestone of the planning.

    Attributes:
        row: Id of its row.
        date: ``YYYY-MM-DD``, or empty.
        hours: Empty when nobody said.
    """

    row: str
    what: str
    date: str
    owner: str
    hours: Decimal | None

    @property
    def complete(self) -> bool:
        """All of it was filled in."""
        return bool(self.what and self.date and self.owner) and self.hours is not None

    def quarter(self, year: int) -> str:
        """The quarter it falls in; empty when that is not in this year."""
        if not self.date.startswith(f"{year:04d}-"):
            return ""
        return f"q{(int(self.date[5:7]) + 2) // 3}"


@dataclass(frozen=True)
class HoursPicture:
    """What is asked and what there is, in one year.

    Attributes:
        known: Somebody filled in what there is in that year.
        asked: What this theme asks.
        available: What there is for all themes.
        taken: What themes that were included already ask.
        milestones: In the order of the planning.
    """

    year: int
    known: bool
    asked: Hours
    available: Hours
    taken: Hours
    milestones: tuple[Milestone, ...]

    def left(self, place: str, quarter: str) -> Decimal:
        """What is left for this theme."""
        return self.available.get(place, {}).get(quarter, ZERO) - self.taken.get(place, {}).get(quarter, ZERO)

    def asked_in(self, quarter: str) -> Decimal:
        """What all places together are asked in a quarter."""
        return sum((hours.get(quarter, ZERO) for hours in self.asked.values()), ZERO)

    def left_in(self, quarter: str) -> Decimal:
        """What all places together have left in a quarter."""
        return sum((self.left(place, quarter) for place in {*self.available, *self.taken}), ZERO)

    def planned_in(self, quarter: str) -> Decimal:
        """The hours of the milestones of a quarter."""
        found = (m.hours for m in self.milestones if m.quarter(self.year) == quarter)
        return sum((hours for hours in found if hours is not None), ZERO)

    def over(self, place: str, quarter: str) -> bool:
        """More is asked of a place than it has left."""
        asked = self.asked.get(place, {}).get(quarter, ZERO)
        return self.known and asked > ZERO and asked > self.left(place, quarter)

    def planning_over(self, quarter: str) -> bool:
        """The milestones of a quarter take more hours than there are, or than are budgeted."""
        planned = self.planned_in(quarter)
        return planned > ZERO and (
            (self.known and planned > self.left_in(quarter)) or planned > self.asked_in(quarter)
        )

    @property
    def over_quarters(self) -> tuple[str, ...]:
        """Quarters in which the budget or the planning does not fit."""
        return tuple(
            quarter
            for quarter in QUARTERS
            if self.planning_over(quarter) or any(self.over(place, quarter) for place in self.asked)
        )

    @property
    def outside(self) -> tuple[Milestone, ...]:
        """Milestones in another year than the budget is for: no hours were set aside for them."""
        return tuple(m for m in self.milestones if m.date and not m.quarter(self.year))

    @property
    def total(self) -> Decimal:
        """Everything that is asked."""
        return sum((self.asked_in(quarter) for quarter in QUARTERS), ZERO)


def hours_year(dossier: Dossier, round_id: str, intake: Sheet) -> int:
    """The year its budget is for: as filled in, else the year after the round."""
    written = intake.written("U1")
    if written:
        return int(Decimal(written))
    round_ = dossier.value(Round, round_id)
    return (round_.year if round_ else 0) + 1


def hours_of(dossier: Dossier, key: str, intake: Intake) -> HoursPicture:
    """What a candidate theme asks beside what there is; the hours of themes included earlier are taken."""
    round_id = key.split("/")[0]
    year = hours_year(dossier, round_id, intake)
    there = dossier.value(AvailableHours, join(round_id, str(year)))
    taken: Hours = {}
    for other_key, other in dossier.values(Intake, f"{round_id}/").items():
        included = other.option("B1", "decision") == INCLUDE and hours_year(dossier, round_id, other) == year
        if other_key != key and included:
            _add(taken, _asked(other))
    available = _grid(there.cells("A1") | there.cells("A2")) if there else {}
    return HoursPicture(year, bool(available), _asked(intake), available, taken, tuple(milestones(intake)))


def milestones(intake: Sheet) -> Iterator[Milestone]:
    """The milestones somebody began to fill in."""
    for row, cells in sorted(intake.cells("P1").items()):
        hours = cells.get("hours")
        yield Milestone(
            row=row,
            what=str(cells.get("what") or "").strip(),
            date=str(cells.get("date") or ""),
            owner=str(cells.get("owner") or "").strip(),
            hours=Decimal(str(hours)) if hours not in (None, "") else None,
        )


def _asked(intake: Sheet) -> Hours:
    office = intake.cells("U3").get(PROGRAMME_OFFICE)
    return _grid(intake.cells("U2") | ({PROGRAMME_OFFICE: office} if office else {}))


def _grid(cells: Mapping[str, Mapping[str, Scalar]]) -> Hours:
    return {
        place: {q: Decimal(str(row[q])) for q in QUARTERS if row.get(q) not in (None, "")}
        for place, row in cells.items()
    }


def _add(hours: Hours, more: Hours) -> None:
    for place, row in more.items():
        known = hours.setdefault(place, {})
        for quarter, amount in row.items():
            known[quarter] = known.get(quarter, ZERO) + amount
