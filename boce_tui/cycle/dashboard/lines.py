"""What the dashboard shows, as plain data: steps, tasks, coverage. The first screen loads only this."""

from __future__ import annotations

import msgspec

DONE, BUSY, OPEN = "done", "busy", "open"


class StepLine(msgspec.Struct, frozen=True):
    """One step of the year.

    Attributes:
        id: Screen it opens: ``assignment``, ``people``, ``interviews``, ``approval``, ``reading``,
            ``sub_conclusions``, ``main_conclusions``, ``recommendations``, ``report``, ``decisions``,
            ``follow_up``.
        title: Name of the step.
        state: ``open``, ``busy`` or ``done``.
        detail: Such as "13 of 16"; empty when the state says enough.
    """

    id: str
    title: str
    state: str
    detail: str


class Task(msgspec.Struct, frozen=True):
    """Something to do now.

    Attributes:
        text: What, in one line.
        why: Why it is here, for wide screens.
        target: Step id of the screen that mends it.
        key: Key of the item there; empty for the screen itself.
        urgent: True when it is overdue or stands in the way.
    """

    text: str
    why: str
    target: str
    key: str = ""
    urgent: bool = False


class CoverageRow(msgspec.Struct, frozen=True):
    """One line of the matrix.

    Attributes:
        kind: ``group`` or ``theme``.
        id: Group or theme id.
        cells: Municipality id -> number of people; one person may stand in two columns.
        together: Number of different people.
        thin: Fewer than the threshold for statements: too few to say something about.
    """

    kind: str
    id: str
    cells: dict[str, int] = msgspec.field(default_factory=dict)
    together: int = 0
    thin: bool = False

    @property
    def empty(self) -> tuple[str, ...]:
        """Municipalities of which nobody is heard here."""
        return tuple(place for place, number in self.cells.items() if not number)


class Coverage(msgspec.Struct, frozen=True):
    """The matrix. It is for planning only and never leaves the evaluators."""

    municipalities: tuple[str, ...]
    groups: tuple[CoverageRow, ...]
    themes: tuple[CoverageRow, ...]
    by_group: dict[str, dict[str, int]]
    """Theme id -> group id -> number of people."""
    people: int

    @property
    def gaps(self) -> int:
        """Number of cells without anybody."""
        return sum(len(row.empty) for row in (*self.groups, *self.themes))


class Dashboard(msgspec.Struct, frozen=True):
    """The round at a glance; ``tasks`` are ordered by what hurts first."""

    round_id: str
    steps: tuple[StepLine, ...]
    tasks: tuple[Task, ...]
    coverage: Coverage
