"""The fixed scales, and what can be chosen in a part or a column."""

from __future__ import annotations

from functools import cache

import msgspec

from boce_tui.domain import vocabulary
from boce_tui.domain.vocabulary import Vocabulary, label
from boce_tui.instruments.model import NO_TEXT, NUMBERS, OTHER, Column, Option, Part
from boce_tui.locale import N_, _, in_language

_OTHER_LABEL = N_("other, namely")
_ASSESSED_ONLY = "not_assessed"  # for the evaluators' judgement, not a thing an interviewee says
_SCALES: dict[str, Vocabulary] = {
    "yes_no_partly": vocabulary.YES_NO_PARTLY,
    "realisation_status": vocabulary.REALISATION_STATUS,
    "progress_status": vocabulary.PROGRESS_STATUS,
    "norm_score": vocabulary.NORM_SCORE,
    "swot_item": vocabulary.SWOT_CELL,
}
DEFAULT_ITEMS = 3


def _option(words: Vocabulary, word: str, score: int | None = None) -> Option:
    with in_language("nl"):
        nl = label(words, word)
    with in_language("en"):
        en = label(words, word)
    return Option(id=word, nl=nl, en=en, score=score)


@cache
def scale(kind: str) -> tuple[Option, ...]:
    """The options of a fixed scale; empty for other types."""
    if kind == "rating_1_5":
        marks = [_option(vocabulary.RATING_WORDS, str(mark), mark) for mark in range(1, 6)]
        return (*marks, *(_option(vocabulary.NON_ANSWER, word) for word in vocabulary.NON_ANSWER))
    words = _SCALES.get(kind, {})
    return tuple(_option(words, word) for word in words if word != _ASSESSED_ONLY)


@cache
def other_option() -> Option:
    """The option "other, namely"."""
    with in_language("nl"):
        nl = _(_OTHER_LABEL)
    with in_language("en"):
        en = _(_OTHER_LABEL)
    return Option(id=OTHER, nl=nl, en=en)


def choices(item: Part | Column) -> tuple[Option, ...]:
    """Everything that can be chosen here, as far as the file tells."""
    fixed = scale(item.type)
    if fixed:
        return _with_ends(fixed, item) if item.low or item.high else fixed
    if isinstance(item, Part) and item.other and all(option.id != OTHER for option in item.options):
        return (*item.options, other_option())
    return item.options  # with "other" already, when the part was completed before


def _with_ends(fixed: tuple[Option, ...], item: Part | Column) -> tuple[Option, ...]:
    """The marks with the words of this question at both ends; those in the middle speak for themselves."""
    words = {"1": item.low or fixed[0], "5": item.high or fixed[4]}
    marks = {mark: words.get(mark, NO_TEXT) for mark in "12345"}
    return tuple(
        msgspec.structs.replace(option, nl=marks[option.id].nl, en=marks[option.id].en)
        if option.id in marks
        else option
        for option in fixed
    )


def highest(item: Part | Column) -> float | None:
    """The highest number an answer can count for; None when there is no limit or no number."""
    if item.type in NUMBERS:
        return item.max
    scores = [option.score for option in choices(item) if option.score is not None]
    return max(scores) if scores else None


def has_numbers(item: Part | Column) -> bool:
    """True when answers here count for a number."""
    return item.type in NUMBERS or any(option.score is not None for option in choices(item))


def complete(part: Part) -> Part:
    """The part with its scale, the option "other" and its limits filled in."""
    items = (part.items or DEFAULT_ITEMS) if part.type == "ranked_list" else part.items
    columns = tuple(msgspec.structs.replace(column, options=choices(column)) for column in part.columns)
    return msgspec.structs.replace(part, options=choices(part), items=items, columns=columns)
