"""Counts and averages over people, with the threshold applied (R41, R49, R116).

Every person counts once per question: a later answer of the same person to the same question and theme
goes with the first. Nothing in here returns a number of a group that is too small.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import mean, pstdev

from boce_tui.cycle.analysing.counting import counts_as_answer
from boce_tui.cycle.analysing.reading import AnswerRow, Readback
from boce_tui.domain.answers import Choice, Choices, Rating, Value
from boce_tui.domain.report_basis import ReportBasis, SealedComparison, SealedFigure, figure_key
from boce_tui.domain.threshold import effective, may_count, shown_groups
from boce_tui.domain.vocabulary import REPORTING_GROUPS
from boce_tui.instruments.routing import applying
from boce_tui.instruments.scales import choices


@dataclass(frozen=True)
class Figure:
    """The figures of one group, or of everyone.

    Attributes:
        people: Number of people with an answer that counts.
        counts: Option id -> number of people, in the order of the question set.
        mean: Average mark, for ratings.
        spread: Standard deviation of the marks.
        same: True when everyone gave the same answer: it then tells what each of them said (gate P6).
    """

    people: int
    counts: tuple[tuple[str, int], ...]
    mean: float | None = None
    spread: float | None = None
    same: bool = False


@dataclass(frozen=True)
class Comparison:
    """Figures of a question for everyone and per reporting group.

    Attributes:
        total: Everyone together; None when too few people answered.
        groups: Group -> figures, only of groups that may be shown.
        hidden: Groups that are too small, or would give a small one away.
        threshold: The number of people needed.
    """

    total: Figure | None
    groups: dict[str, Figure]
    hidden: tuple[str, ...]
    threshold: int


def compare(
    readback: Readback,
    question: str,
    theme: str | None = None,
    part: str = "value",
    *,
    row: str = "",
    column: str = "",
) -> Comparison:
    """Count the answers to one part of a question.

    Args:
        readback: The round.
        question: Question id.
        theme: Theme id; None for a question that is asked once.
        part: Part id.
        row: For a table: the row.
        column: For a table: the column.
    """
    threshold = effective(readback.round.count_threshold)
    if readback.basis is not None:
        return kept_comparison(readback.basis, figure_key(question, theme, part, row, column), threshold)
    given = given_by_person(readback, question, theme, part, row=row, column=column)
    options = _options(readback, question, part, column)
    by_group = {
        group: {code: v for code, v in given.items() if readback.people[code].group == group}
        for group in _groups(readback, given)
    }
    shown = shown_groups({group: len(values) for group, values in by_group.items()}, threshold)
    total = _figure(given.values(), options) if shown.total and may_count(len(given), threshold) else None
    return Comparison(
        total=total,
        groups={g: _figure(by_group[g].values(), options) for g in shown.groups} if total else {},
        hidden=shown.hidden,
        threshold=threshold,
    )


def kept_comparison(basis: ReportBasis, key: str, threshold: int) -> Comparison:
    """The figures that were kept of answers that are not here."""
    found = basis.figures.get(key, SealedComparison())
    return Comparison(
        total=_kept(found.total) if found.total else None,
        groups={group: _kept(figure) for group, figure in found.groups.items()},
        hidden=found.hidden,
        threshold=threshold,
    )


def _kept(figure: SealedFigure) -> Figure:
    return Figure(people=figure.people, counts=figure.counts, mean=figure.mean, same=figure.same)


def given_by_person(
    readback: Readback, question: str, theme: str | None, part: str, *, row: str = "", column: str = ""
) -> dict[str, tuple[str, ...]]:
    """Code -> option ids that person chose, of those who answered; for counting only, never to be shown.

    A part that does not apply any more, because of another part of the same answer, is not counted.
    """
    asked = readback.instrument.get(question)
    comparable = [
        found
        for found in readback.answers(question, theme)
        if not readback.is_extra(found.key)
        and (asked is None or asked.part(part) is None or part in applying(asked, found.answer.values))
    ]
    return _per_person(comparable, part, row, column)


def _groups(readback: Readback, given: Mapping[str, object]) -> tuple[str, ...]:
    present = {readback.people[code].group for code in given}
    return tuple(g for g in REPORTING_GROUPS if g in present) + tuple(sorted(present - set(REPORTING_GROUPS)))


def _per_person(rows: Iterable[AnswerRow], part: str, row: str, column: str) -> dict[str, tuple[str, ...]]:
    """Code -> option ids chosen. A person's own answer goes before one for everybody at the table."""
    given: dict[str, tuple[str, ...]] = {}
    for answer in sorted(rows, key=lambda r: (r.key.participant == "all", r.key)):
        value = answer.answer.values.get(part)
        chosen = _chosen(value, row, column) if value is not None else ()
        if chosen:
            for code in answer.people:
                given.setdefault(code, chosen)
    return given


def _chosen(value: Value, row: str, column: str) -> tuple[str, ...]:
    if not counts_as_answer(value):
        return ()
    if isinstance(value, Rating):
        return (str(value.score),)
    if isinstance(value, Choice):
        return (value.option,)
    if isinstance(value, Choices):
        return value.options
    cells = getattr(value, "cells", None)
    if isinstance(cells, dict):
        cell = cells.get(row, {}).get(column)
        return (str(cell),) if cell not in (None, "", "dont_know", "not_applicable") else ()
    return ()


def _options(readback: Readback, question: str, part: str, column: str) -> tuple[str, ...]:
    found = readback.instrument.get(question)
    piece = found.part(part) if found else None
    if piece is None:
        return ()
    if column:
        cell = next((c for c in piece.columns if c.id == column), None)
        return tuple(option.id for option in choices(cell)) if cell else ()
    return tuple(option.id for option in choices(piece))


def _figure(given: Iterable[tuple[str, ...]], options: tuple[str, ...]) -> Figure:
    answers = list(given)
    counter = Counter(option for chosen in answers for option in chosen)
    order = [o for o in options if o in counter] + sorted(set(counter) - set(options))
    marks = [int(chosen[0]) for chosen in answers if len(chosen) == 1 and chosen[0] in "12345"]
    rated = bool(marks) and len(marks) == len(answers)
    return Figure(
        people=len(answers),
        counts=tuple((option, counter[option]) for option in order),
        mean=mean(marks) if rated else None,
        spread=pstdev(marks) if rated else None,
        same=len(answers) > 1 and len(set(answers)) == 1,
    )
