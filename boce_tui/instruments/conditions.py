"""Whether earlier answers meet a condition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from boce_tui.domain.answers import (
    Amount,
    Choice,
    Choices,
    Grid,
    Items,
    Rating,
    Reference,
    Scalar,
    SwotItem,
    Value,
    When,
)
from boce_tui.instruments.model import NUMBERS, Column, Condition, Part, Question

Values = Mapping[str, Value]
"""Part id -> value."""


class Given(NamedTuple):
    """One thing that was answered: an option id or other text, and what it counts for."""

    token: str
    number: float | None = None


def holds(condition: Condition, question: Question, answers: Sequence[Values]) -> bool:
    """Whether a condition is met.

    Args:
        condition: What is asked.
        question: The question it looks at.
        answers: The answers to that question that count here; more than one when several themes do.
    """
    given = [thing for values in answers for thing in _given(condition, question, values)]
    pointed = condition.part or condition.row or condition.column
    if condition.answered is not None and condition.answered != bool(given if pointed else answers):
        return False
    if not (condition.any_value or condition.no_value) and condition.at_least is None is condition.at_most:
        return True
    if not given:
        return False
    tokens = {thing.token for thing in given}
    if condition.any_value and tokens.isdisjoint(condition.any_value):
        return False
    if condition.no_value and not tokens.isdisjoint(condition.no_value):
        return False
    return _within(condition, given)


def _within(condition: Condition, given: list[Given]) -> bool:
    low, high = condition.at_least, condition.at_most
    if low is None and high is None:
        return True
    return any(
        thing.number is not None
        and (low is None or thing.number >= low)
        and (high is None or thing.number <= high)
        for thing in given
    )


def _given(condition: Condition, question: Question, values: Values) -> Iterator[Given]:
    for part in question.parts:
        value = values.get(part.id)
        if value is None or condition.part not in ("", part.id):
            continue
        if isinstance(value, Grid):
            yield from _grid(condition, part, value)
        elif not condition.row and not condition.column:
            yield from _plain(part, value)


def _grid(condition: Condition, part: Part, value: Grid) -> Iterator[Given]:
    for row, cells in value.cells.items():
        if condition.row not in ("", row):
            continue
        for column in part.columns:
            cell = cells.get(column.id)
            if cell not in (None, "") and condition.column in ("", column.id):
                yield Given(str(cell), score(column, cell))


def _plain(part: Part, value: Value) -> Iterator[Given]:
    for token in _tokens(value):
        yield Given(token, score(part, token))


def _tokens(value: Value) -> Iterable[str]:
    if isinstance(value, Rating):
        return [str(value.score)] if value.score is not None else [value.non_answer or ""]
    if isinstance(value, Choice):
        return [value.option]
    if isinstance(value, Choices):
        return value.options
    if isinstance(value, Reference):
        return [value.id]
    if isinstance(value, SwotItem):
        return [value.cell]
    if isinstance(value, Amount | When):
        return [value.value]
    if isinstance(value, Items):
        return value.items
    return []


def score(item: Part | Column, given: Scalar) -> float | None:
    """What an answer counts for; None when it is no number and has no score."""
    if item.type in NUMBERS:
        try:
            return float(str(given))
        except ValueError:
            return None
    return next((option.score for option in item.options if option.id == str(given)), None)
