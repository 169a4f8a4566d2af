"""Filling in a form from the command line: ``O1=text``, ``K1=4``, ``B1.date=1-6-2041``."""

from __future__ import annotations

from typing import Any

from boce_tui.cycle.filling.book import SheetBook
from boce_tui.cycle.interviewing.values import TYPED, as_cell, as_value, offered, read_typed, typed_value
from boce_tui.cycle.planning.fields import FieldProblem, one_of
from boce_tui.domain.answers import Choices, Value
from boce_tui.instruments.model import OTHER, Column, Part
from boce_tui.instruments.steps import Step
from boce_tui.locale import _
from boce_tui.store import Dossier


def fill_in(dossier: Dossier, book: SheetBook[Any], said: list[str]) -> None:
    """Fill in questions; all of them, or nothing when one is wrong.

    Args:
        dossier: The dossier.
        book: The form.
        said: ``QUESTION=VALUE``, ``QUESTION.PART=VALUE`` or ``QUESTION.ROW.COLUMN=VALUE``.

    Raises:
        BadInput: A question is not there or does not apply, or a value does not fit.
    """
    with dossier.change():
        for one in said:
            place, sign, value = one.partition("=")
            if not sign:
                raise FieldProblem("id", _('"{word}" is not QUESTION=VALUE.').format(word=one))
            _fill_in(book, place.strip(), value.strip())


def _fill_in(book: SheetBook[Any], place: str, value: str) -> None:
    question, *rest = place.split(".")
    steps = {step.question: step for step in book.steps()}
    step = steps[one_of("id", question, list(steps))]
    parts = {part.id: part for part in step.parts}
    if len(rest) == 2 or (len(rest) == 3 and rest[0] in parts):
        part = (
            parts.get(rest[0]) if len(rest) == 3 else next((p for p in step.parts if p.type == "grid"), None)
        )
        if part is not None:
            _fill_cell(book, step, part, rest[-2], rest[-1], value)
            return
    as_text = not parts or (step.notes and "value" not in parts)
    if (not rest and as_text) or (rest == ["text"] and step.notes):
        book.write_text(step, value)
    elif rest == ["other"] and "value" in parts:
        book.write_other(step, "value", value)
    else:
        wanted = rest[0] if rest else "value"
        part = parts[one_of("id", wanted, [*parts, *(["text"] if step.notes else [])])]
        book.write_value(step, part.id, _value(part, value))


def _fill_cell(book: SheetBook[Any], step: Step, part: Part, row: str, name: str, value: str) -> None:
    one_of("id", row, [option.id for option in part.rows])
    columns = {column.id: column for column in part.columns}
    column = columns[one_of("id", name, list(columns))]
    if offered(column) and value:
        cell = as_cell(column, one_of("id", value, _options(column)))
    else:
        cell = read_typed(column, value) if column.type in TYPED else value
    book.write_cell(step, part.id, row, column.id, cell or None)


def _value(part: Part, value: str) -> Value | None:
    if not value:
        return None
    if part.type in TYPED:
        return typed_value(part, value)
    if part.type == "multi_choice":
        known = _options(part)
        return Choices(tuple(one_of("id", word, known) for word in value.split(",") if word.strip()))
    if part.type == "grid":
        raise FieldProblem("id", _("Name the row and the column: QUESTION.ROW.COLUMN=VALUE."))
    return as_value(part, one_of("id", value, _options(part)), None)


def _options(item: Part | Column) -> dict[str, str]:
    other = {OTHER: _("other")} if getattr(item, "other", False) else {}
    return {option.id: str(option) for option in offered(item)} | other
