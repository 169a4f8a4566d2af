"""A text field of one line, with the same promise as the large one: what is painted is stored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message

from boce_tui.tui.savers import Saver
from boce_tui.tui.text import cells
from boce_tui.tui.widgets.note_area import NoteArea

_STEP = 64


class LineArea(NoteArea):
    """One line of text; enter submits, up and down go to the field above or below."""

    takes_letters_alone: ClassVar[bool] = False  # a list may be filtered by it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Ready", show=False),
        Binding("up", "leave_up", "Field above", show=False),
        Binding("down", "leave_down", "Field below", show=False),
    ]
    DEFAULT_CSS = """
    LineArea { height: 1; padding: 0; background: $veld; overflow-x: hidden; overflow-y: hidden; }
    LineArea:ansi { text-style: underline; }
    """

    @dataclass
    class Submitted(Message):
        """The person pressed enter.

        Attributes:
            line: The field.
            value: Its text.
        """

        line: LineArea
        value: str

        @property
        def control(self) -> LineArea:
            """The field, for ``@on`` selectors."""
            return self.line

    def __init__(
        self,
        text: str = "",
        *,
        saver: Saver | None = None,
        placeholder: str = "",
        read_only: bool = False,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(
            text,
            saver=saver,
            placeholder=placeholder,
            read_only=read_only,
            soft_wrap=False,
            name=name,
            id=id,
            classes=classes,
        )

    def _refresh_size(self) -> None:
        # In steps: a size that changes with each key would mean a new layout of the screen with each key.
        needed = cells(self.document.get_line(0)) + 2
        self.virtual_size = Size(-(-needed // _STEP) * _STEP, 1)

    def prepare(self, pasted: str) -> str:
        """Line breaks in pasted text become spaces."""
        return " ".join(part.strip() for part in super().prepare(pasted).split("\n")).strip()

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.prevent_default()  # else Textual's own handler makes a new line
            event.stop()
            self.action_submit()

    def action_submit(self) -> None:
        """Tell that the line is ready."""
        self.leave()
        self.post_message(self.Submitted(self, self.text))

    def action_newline(self) -> None:
        """One line is one line."""

    def action_leave_up(self) -> None:
        """To the field above."""
        self.screen.focus_previous()

    def action_leave_down(self) -> None:
        """To the field below."""
        self.screen.focus_next()
