"""What the controls of all types of answer have in common."""

from __future__ import annotations

from typing import Protocol

from textual.containers import Vertical
from textual.widget import Widget

from boce_tui.instruments.model import Part
from boce_tui.instruments.steps import Step
from boce_tui.tui.interviewing.desk import Desk


class Answered(Protocol):
    """What listens to the controls."""

    def __call__(self, control: PartControl, done: bool) -> None:
        """A value was chosen or typed.

        Args:
            control: The control.
            done: One choice was all there is to it: the person goes on.
        """


class PartControl(Vertical):
    """The control of one part of a question.

    Args:
        desk: Where values and text fields are.
        step: The question.
        part: The part.
    """

    DEFAULT_CSS = """
    PartControl { height: auto; width: 1fr; }
    PartControl > LineArea { margin: 0 0 0 2; }
    """

    def __init__(self, desk: Desk, step: Step, part: Part) -> None:
        super().__init__()
        self.desk = desk
        self.step = step
        self.part = part
        self.answered: Answered = lambda _control, done: None  # noqa: ARG005 - until the room listens

    @property
    def value(self) -> object:
        """The value as it is kept."""
        return self.desk.value(self.step, self.part.id)

    def entry(self) -> Widget:
        """The widget that takes the focus."""
        raise NotImplementedError

    @property
    def takes_focus(self) -> bool:
        """False while there is nothing to choose or type."""
        return True

    def refill(self) -> None:
        """Show the value as it is kept now (after undo)."""

    def relabel(self, step: Step, part: Part) -> None:
        """Another language: the same part with other words."""
        self.step, self.part = step, part

    def unreadable(self) -> str:
        """Typed text that is no value, to be kept as a note; empty when there is none."""
        return ""
