"""From the options of a question set to what the choice widgets show, and back to stored values."""

from __future__ import annotations

from collections.abc import Sequence

from boce_tui.domain.answers import Choice, Choices, Rating, Reference, Scalar, SwotItem, Value
from boce_tui.instruments.model import Column, Option, Part
from boce_tui.instruments.scales import choices as scale_or_options
from boce_tui.tui.widgets.choice import Choosable, rating_options
from boce_tui.tui.widgets.fields import write_day, write_month, write_number

TYPED = ("number", "hours", "money", "percent", "date", "month")


def offered(item: Part | Column) -> Sequence[Option]:
    """What can be chosen here."""
    return item.options or scale_or_options(item)


def choosables(item: Part | Column) -> list[Choosable]:
    """The options with their keys, in the language of the moment."""
    if item.type == "rating_1_5":
        return rating_options()
    return [Choosable(option.id, str(option)) for option in offered(item)]


def chosen_id(value: Value | None) -> str | None:
    """The option a value stands for."""
    if isinstance(value, Rating):
        return str(value.score) if value.score is not None else value.non_answer
    if isinstance(value, Choice):
        return value.option
    if isinstance(value, Reference):
        return value.id
    if isinstance(value, SwotItem):
        return value.cell or None
    return None


def as_value(part: Part, option: str | None, before: Value | None) -> Value | None:
    """The value for a chosen option; words that were typed with the one before stay."""
    if option is None:
        return None
    if part.type == "rating_1_5":
        return Rating(score=int(option)) if option.isdecimal() else Rating(non_answer=option)
    if part.type == "reference":
        return Reference(kind=part.target or "", id=option)
    if part.type == "swot_item":
        text = before.text if isinstance(before, SwotItem) else ""
        group = before.source_group if isinstance(before, SwotItem) else ""
        return SwotItem(cell=option, text=text, source_group=group)
    other = before.other if isinstance(before, Choice | Choices) else ""
    return Choice(option=option, other=other)


def cell_text(column: Column, cell: Scalar) -> str | None:
    """A stored cell as the table shows it."""
    if cell is None:
        return None
    text = str(cell)
    return shown(column.type, text) if column.type in TYPED else text


def as_cell(column: Column, option: str | None) -> Scalar:
    """A chosen cell as it is stored: marks are numbers."""
    if option is not None and column.type == "rating_1_5" and option.isdecimal():
        return int(option)
    return option


def shown(kind: str, value: str) -> str:
    """A stored number or moment the way it is written here."""
    if kind == "date":
        return write_day(value)
    if kind == "month":
        return write_month(value)
    return write_number(value)
