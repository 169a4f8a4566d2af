"""What stands at a question of a form, in words."""

from __future__ import annotations

from boce_tui.cycle.interviewing.values import cell_text, offered, shown
from boce_tui.domain.answers import Amount, Choice, Choices, Grid, Items, Rating, Reference, Value, When
from boce_tui.domain.sheets import Filled
from boce_tui.instruments.model import OTHER, Column, Part
from boce_tui.instruments.steps import Step


def option_words(item: Part | Column, option: str) -> str:
    """The label of an option; the id itself when it is not offered any more."""
    return next((str(one) for one in offered(item) if one.id == option), option)


def value_words(part: Part, value: Value) -> str:
    """A value on one line; a table row by row."""
    if isinstance(value, Rating):
        score = value.score if value.score is not None else value.non_answer
        return f"{score} (1-5)" if value.score is not None else option_words(part, str(score))
    if isinstance(value, Choice):
        word = value.other.strip() if value.option == OTHER and value.other.strip() else ""
        return word or option_words(part, value.option)
    if isinstance(value, Choices):
        words = [option_words(part, one) for one in value.options if one != OTHER or not value.other.strip()]
        return ", ".join([*words, *([value.other.strip()] if OTHER in value.options and value.other else [])])
    if isinstance(value, Reference):
        return option_words(part, value.id)
    if isinstance(value, Items):
        return "; ".join(value.items)
    if isinstance(value, Amount | When):
        return shown(part.type, value.value)
    if isinstance(value, Grid):
        return "; ".join(row_words(part, row, value) for row in value.cells)
    return value.text


def row_words(part: Part, row: str, value: Grid) -> str:
    """One row of a table: its name and what was filled in."""
    name = next((str(one) for one in part.rows if one.id == row), row)
    cells = value.cells.get(row, {})
    found = [
        cell_words(column, cells[column.id])
        for column in part.columns
        if cells.get(column.id) not in (None, "")
    ]
    return f"{name}: {', '.join(found)}"


def cell_words(column: Column, cell: str | int | None) -> str:
    """One cell of a table."""
    text = cell_text(column, cell) or ""
    return option_words(column, text) if offered(column) else text


def filled_words(step: Step, one: Filled) -> str:
    """Everything that stands at a question."""
    found = []
    for part in step.parts:
        value = one.values.get(part.id)
        if value is not None:
            label = str(part.label)
            words = value_words(part, value)
            found.append(f"{label}: {words}" if label and len(step.parts) > 1 else words)
    return "; ".join([*found, *([one.text.strip()] if one.text.strip() else [])])
