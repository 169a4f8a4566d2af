"""From what was chosen or typed at a question to the stored value, and back to how it is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from boce_tui.domain.answers import (
    Amount,
    Choice,
    Choices,
    Rating,
    Reference,
    Scalar,
    SwotItem,
    Value,
    When,
)
from boce_tui.domain.written import (
    Unreadable,
    read_day,
    read_month,
    read_number,
    write_day,
    write_month,
    write_number,
)
from boce_tui.errors import BadInput
from boce_tui.instruments.model import Column, Option, Part
from boce_tui.instruments.scales import choices as scale_or_options
from boce_tui.locale import _

TYPED = ("number", "hours", "money", "percent", "date", "month")
_READERS: dict[str, Callable[[str], str]] = {"date": read_day, "month": read_month}


def read_typed(item: Part | Column, text: str) -> str:
    """What was typed as it is stored; empty stays empty.

    Raises:
        BadInput: It cannot be read, or is out of bounds; the message says what is expected.
    """
    try:
        value = _READERS.get(item.type, read_number)(text)
    except Unreadable as problem:
        raise BadInput(str(problem)) from None
    if value and item.type not in _READERS:
        number = Decimal(value)
        low, high = item.min, item.max
        if (low is not None and number < Decimal(str(low))) or (
            high is not None and number > Decimal(str(high))
        ):
            raise BadInput(_bounds(low, high))
    return value


def _bounds(low: float | None, high: float | None) -> str:
    written = [write_number(f"{limit:g}") if limit is not None else "" for limit in (low, high)]
    if low is None:
        return _("Write a number of at most {high}.").format(high=written[1])
    if high is None:
        return _("Write a number of at least {low}.").format(low=written[0])
    return _("Write a number from {low} to {high}.").format(low=written[0], high=written[1])


def typed_value(part: Part, text: str) -> Value | None:
    """What was typed as a value of the answer; see :func:`read_typed`."""
    value = read_typed(part, text)
    if not value:
        return None
    return When(value) if part.type in _READERS else Amount(value)


def offered(item: Part | Column) -> Sequence[Option]:
    """What can be chosen here."""
    return item.options or scale_or_options(item)


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


def amount_words(item: Part | Column, value: str) -> str:
    """A stored number as it is read: ``1.234,5 euro``."""
    try:
        return f"{write_number(value)} {unit_words(item)}".strip()
    except ValueError:
        return value  # taken over from elsewhere: shown as it is


def unit_words(item: Part | Column) -> str:
    """The unit behind a number: that of the question set, else the usual one."""
    usual = {"hours": _("hours"), "money": _("euro"), "percent": "%"}
    own = str(item.unit) if isinstance(item, Part) else ""
    return own or usual.get(item.type, "")
