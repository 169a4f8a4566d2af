"""What changed between two versions of a question set, and which answers may still be compared."""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct

from boce_tui.instruments.model import Instrument, Part, Question, version_key

Kind = Literal["same", "reworded", "changed", "dropped", "new"]

_NOT_WORDS = re.compile(r"[\W_]+")


class Change(Struct, frozen=True):
    """How one question stands to the earlier version.

    Attributes:
        kind: ``same``; ``reworded`` (other words); ``changed`` (other answer choices); ``dropped``; ``new``.
        comparable: Whether answers of both versions may stand in one comparison.
    """

    question: str
    kind: Kind
    comparable: bool


def compare(old: Instrument, new: Instrument) -> list[Change]:
    """Every question of both versions: those of ``new`` in order, then the ones that were dropped."""
    before = {question.id: question for question in old.questions}
    changes = [
        _change(before[question.id], question, old)
        if question.id in before
        else Change(question.id, "new", comparable=False)
        for question in new.questions
    ]
    kept = {question.id for question in new.questions}
    return changes + [Change(gone, "dropped", comparable=False) for gone in before if gone not in kept]


def _change(before: Question, after: Question, old: Instrument) -> Change:
    if {_meaning(part) for part in before.parts} != {_meaning(part) for part in after.parts}:
        return Change(after.id, "changed", comparable=False)
    if before.per_theme != after.per_theme:
        return Change(after.id, "changed", comparable=False)
    if _wording(before) == _wording(after):
        return Change(after.id, "same", comparable=True)
    said = after.comparable_from
    still = said is not None and version_key(old.version) >= version_key(said)
    return Change(after.id, "reworded", comparable=still)


def _wording(question: Question) -> list[tuple[str, str]]:
    """The Dutch wording per group; capitals, punctuation and a mended translation make no other question."""
    texts = {"": question.text, **question.text_for}
    return [(group, _NOT_WORDS.sub(" ", text.nl).casefold().strip()) for group, text in sorted(texts.items())]


def _meaning(part: Part) -> tuple[object, ...]:
    """What decides whether two answers mean the same: type and ids, not labels or order."""
    columns = tuple(
        (column.id, column.type, frozenset(option.id for option in column.options), column.target)
        for column in sorted(part.columns, key=lambda column: column.id)
    )
    return (
        part.id,
        part.type,
        frozenset(option.id for option in part.options),
        frozenset(row.id for row in part.rows),
        part.option_source,
        part.row_source,
        part.target,
        columns,
    )
