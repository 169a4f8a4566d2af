"""Dates, months and numbers as they are written in Dutch; what is wrong stands under the field, in words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static, TextArea

from boce_tui.locale import N_, _
from boce_tui.tui.savers import Saver
from boce_tui.tui.text import safe
from boce_tui.tui.widgets.line_area import LineArea

_DAY = re.compile(r"\s*(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})\s*")
_MONTH = re.compile(r"\s*(\d{1,2})[-/. ](\d{4})\s*")
_NUMBER = re.compile(r"\s*(-?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?\s*")


class Unreadable(ValueError):
    """What was typed is not such a value; the text says what is expected."""


def read_day(text: str) -> str:
    """``12-5-2041`` becomes ``2041-05-12``; empty stays empty.

    Raises:
        Unreadable: It is not a day that exists.
    """
    if not text.strip():
        return ""
    found = _DAY.fullmatch(text)
    if found is None:
        raise Unreadable(_("Write a date as dd-mm-yyyy, for instance 01-03-2042."))
    try:
        return date(int(found[3]), int(found[2]), int(found[1])).isoformat()
    except ValueError:
        raise Unreadable(_("This day is not in the calendar.")) from None


def read_month(text: str) -> str:
    """``3-2042`` becomes ``2042-03``; empty stays empty.

    Raises:
        Unreadable: It is not a month.
    """
    if not text.strip():
        return ""
    found = _MONTH.fullmatch(text)
    if found is None or not 1 <= int(found[1]) <= 12:
        raise Unreadable(_("Write a month as mm-yyyy, for instance 03-2042."))
    return f"{found[2]}-{int(found[1]):02d}"


def read_number(text: str) -> str:
    """``1.234,5`` becomes ``1234.5``; empty stays empty.

    Raises:
        Unreadable: It is not a number as written in Dutch.
    """
    if not text.strip():
        return ""
    found = _NUMBER.fullmatch(text)
    if found is None:
        raise Unreadable(_("Write a number with a comma for decimals, for instance 1.234,5."))
    try:
        number = Decimal(f"{found[1]}{found[2].replace('.', '')}.{found[3] or '0'}")
    except InvalidOperation:  # pragma: no cover - the pattern leaves no other text
        raise Unreadable(_("This is not a number.")) from None
    return format(number.normalize(), "f")


def write_day(value: str) -> str:
    """``2041-05-12`` becomes ``12-05-2041``."""
    return "-".join(reversed(value.split("-"))) if value else ""


def write_month(value: str) -> str:
    """``2042-03`` becomes ``03-2042``."""
    return write_day(value)


def write_number(value: str) -> str:
    """``1234.5`` becomes ``1.234,5``."""
    if not value:
        return ""
    whole, _point, decimals = value.partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    grouped = f"{int(digits):,}".replace(",", ".")
    return f"{sign}{grouped},{decimals}" if decimals else f"{sign}{grouped}"


class ValueField(Vertical):
    """A one-line field for a value of some kind; `Changed` is posted for every readable value.

    Args:
        value: The value as it is stored.
        saver: Keeps what is typed, readable or not.
    """

    DEFAULT_CSS = """
    ValueField { height: auto; width: 1fr; }
    ValueField > .problem { height: auto; display: none; }
    ValueField.-wrong > .problem { display: block; }
    """

    @dataclass
    class Changed(Message):
        """Another value was typed and can be read.

        Attributes:
            field: The field.
            value: The value as it is stored; empty when the field is empty.
        """

        field: ValueField
        value: str

        @property
        def control(self) -> ValueField:
            """The field, for ``@on`` selectors."""
            return self.field

    read: Callable[[str], str]
    write: Callable[[str], str]
    example: str = ""

    def __init__(
        self,
        value: str = "",
        *,
        saver: Saver | None = None,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._value = value
        self.line = LineArea(type(self).write(value), saver=saver, placeholder=_(self.example))
        self._problem = Static(Content(""), classes="problem")

    def compose(self) -> ComposeResult:
        """The line and what is wrong with it."""
        yield self.line
        yield self._problem

    @property
    def value(self) -> str:
        """The last value that could be read."""
        return self._value

    @property
    def wrong(self) -> bool:
        """True while what stands there cannot be read."""
        return self.has_class("-wrong")

    def show_value(self, value: str, saver: Saver | None = None) -> None:
        """Show another value, kept by another saver; nobody is told."""
        self._value = value
        self.line.load(type(self).write(value), saver)
        self.remove_class("-wrong")

    def focus(self, scroll_visible: bool = True) -> ValueField:
        """The line takes the focus."""
        self.line.focus(scroll_visible)
        return self

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Read what stands there; while typing no complaint, only what can be read is told."""
        event.stop()
        try:
            value = type(self).read(self.line.text)
        except Unreadable:
            return
        self.remove_class("-wrong")
        if value != self._value:
            self._value = value
            self.post_message(self.Changed(self, value))

    def check(self) -> bool:
        """Say under the field what is wrong; True when nothing is."""
        try:
            type(self).read(self.line.text)
        except Unreadable as problem:
            self._problem.update(safe(str(problem), "fout"))
            self.add_class("-wrong")
            return False
        self.remove_class("-wrong")
        return True

    def on_descendant_blur(self) -> None:
        """The field is left: now a complaint helps; a good value is written the usual way."""
        if self.check() and self.line.text != type(self).write(self._value):
            self.line.retype(type(self).write(self._value))


class DateField(ValueField):
    """A day, typed as dd-mm-jjjj, kept as ``YYYY-MM-DD``."""

    read = staticmethod(read_day)
    write = staticmethod(write_day)
    example = N_("dd-mm-yyyy")


class MonthField(ValueField):
    """A month, typed as mm-jjjj, kept as ``YYYY-MM``."""

    read = staticmethod(read_month)
    write = staticmethod(write_month)
    example = N_("mm-yyyy")


class NumberField(ValueField):
    """A number, typed as 1.234,5, kept as ``1234.5``."""

    read = staticmethod(read_number)
    write = staticmethod(write_number)
    example = "1.234,5"
