"""Fields for dates, months and numbers; what is wrong stands under the field, in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static, TextArea

from boce_tui.domain.written import (
    Unreadable,
    read_day,
    read_month,
    read_number,
    write_day,
    write_month,
    write_number,
)
from boce_tui.locale import N_, _
from boce_tui.tui.savers import Saver
from boce_tui.tui.text import safe
from boce_tui.tui.widgets.line_area import LineArea

__all__ = [
    "DateField",
    "MonthField",
    "NumberField",
    "Unreadable",
    "ValueField",
    "read_day",
    "read_month",
    "read_number",
    "write_day",
    "write_month",
    "write_number",
]


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
