"""Over how many people each figure of a report is: what a later document is compared with (P10)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from boce_tui.domain.threshold import effective
from boce_tui.reports.model import Figure, ReportModel

People = Mapping[str, int]
"""``{round}:{figure}:{row}`` -> number of people; what is not printed is not in it."""


def people_in(model: ReportModel, round_id: str) -> dict[str, int]:
    """Every number of people that a report prints with a figure, or with a finding (steering group only)."""
    found: dict[str, int] = {}
    for chapter in model.chapters:
        for part in chapter.parts:
            found |= people_of(part.figures, round_id)
            if model.audience == "steering":
                for finding in part.findings:
                    covered = finding.coverage
                    if covered is not None and covered.answered >= model.count_threshold:
                        found[row_key(round_id, finding.id, "answered")] = covered.answered
    return found | people_of(model.appendices.figures, round_id)


def people_of(figures: Iterable[Figure], round_id: str) -> dict[str, int]:
    """The same of figures by themselves."""
    return {
        row_key(round_id, figure.id, row.label.value, total=row.total): row.people
        for figure in figures
        for row in figure.rows
        if row.value is not None
    }


def row_key(round_id: str, figure: str, row: str, *, total: bool = False) -> str:
    """How a row of a figure is called in `People`; a total apart from an option with the same words."""
    return f"{round_id}:{figure}:{'=' if total else ''}{row}"


def too_near(before: People, after: People, threshold: int) -> int:
    """How many figures stand in both for nearly the same people: a few came in or went."""
    least = effective(threshold)
    near = (key for key in before.keys() & after.keys() if 0 < abs(before[key] - after[key]) < least)
    return len(set(_figures(near)))


def _figures(keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    for key in keys:
        round_id, figure, _row = key.split(":", 2)
        yield round_id, figure
