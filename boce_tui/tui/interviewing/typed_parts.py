"""Answers that are typed: lists, numbers, moments."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import TextArea

from boce_tui.cycle.interviewing.values import typed_value
from boce_tui.domain.answers import Amount, Items, When
from boce_tui.instruments.model import Part
from boce_tui.instruments.steps import Step
from boce_tui.tui.interviewing.control import PartControl, PartDesk
from boce_tui.tui.interviewing.options import (
    shown,
)
from boce_tui.tui.interviewing.typed import ItemsArea, TypedLine


class Lines(PartControl):
    """A list of short texts, one a line; of a top three the best first."""

    def __init__(self, desk: PartDesk, step: Step, part: Part) -> None:
        super().__init__(desk, step, part)
        self.area = ItemsArea(part.items, lambda: self.answered(self, done=True))

    def compose(self) -> ComposeResult:
        """The lines."""
        yield self.area

    def on_mount(self) -> None:
        """What was typed before."""
        step, part, who = self.step, self.part.id, self.desk.who
        value = self.desk.value(step, part)
        text = "\n".join(value.items) if isinstance(value, Items) else ""
        self.desk.field(
            step,
            f"values.{part}.typed",
            text,
            lambda typed: self.desk.talk.write_items(step, part, tuple(typed.split("\n")), who),
        ).fill(self.area)

    def entry(self) -> Widget:
        """The lines."""
        return self.area

    def arrive(self) -> Widget:
        """The lines, with the cursor where a new item can be typed."""
        self.area.to_empty_line()
        return self.area

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """The field keeps itself."""
        event.stop()
        self.answered(self, done=False)


class Typed(PartControl):
    """A number, amount, date or month.

    Args:
        desk: Where the value comes from.
        step: The question.
        part: The part.
        measured: What the app knows about it itself.
    """

    def __init__(
        self, desk: PartDesk, step: Step, part: Part, measured: Callable[[], int] | None = None
    ) -> None:
        super().__init__(desk, step, part)
        self.typed = TypedLine(part, measured)

    def compose(self) -> ComposeResult:
        """The line."""
        yield self.typed

    def on_mount(self) -> None:
        """What was typed before."""
        step, part, who = self.step, self.part, self.desk.who
        value = self.desk.value(step, part.id)
        text = shown(part.type, value.value) if isinstance(value, Amount | When) else ""
        self.desk.field(
            step,
            f"values.{part.id}.typed",
            text,
            lambda typed: self.desk.talk.write_value(step, part.id, typed_value(part, typed), who),
        ).fill(self.typed.line)

    def entry(self) -> Widget:
        """The line."""
        return self.typed.line

    def settle(self) -> bool:
        """Only a number or date that can be read."""
        return self.typed.check()

    def unreadable(self) -> str:
        """What was typed but is no number or date."""
        return self.typed.line.text.strip() if self.typed.problem() else ""

    def forget(self) -> None:
        """An empty line."""
        self.typed.line.retype("")

    def relabel(self, step: Step, part: Part) -> None:
        """Unit and example in the other language."""
        super().relabel(step, part)
        self.typed.relabel(part)
