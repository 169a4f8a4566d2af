"""Which answers count: in averages and shares only those that say something about the question."""

from __future__ import annotations

from boce_tui.cycle.interviewing.progress import filled
from boce_tui.domain.answers import DONT_KNOW, Choice, Rating, Value
from boce_tui.domain.interviewing import Answer


def answered_with_content(answer: Answer) -> bool:
    """False when somebody only said "don't know": such an answer is no part of a share."""
    return bool(answer.said.strip()) or any(counts_as_answer(value) for value in answer.values.values())


def counts_as_answer(value: Value) -> bool:
    """False for "don't know" and "not applicable": they stay out of averages and shares."""
    if isinstance(value, Rating):
        return value.score is not None
    if isinstance(value, Choice):
        return value.option != DONT_KNOW
    return filled(value)
