"""What the controls of all types of answer have in common."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from textual.containers import Vertical
from textual.widget import Widget

from boce_tui.domain.answers import Scalar, Value
from boce_tui.instruments.model import Part
from boce_tui.instruments.steps import Step
from boce_tui.store import Stored
from boce_tui.tui.interviewing.opened import Opened


class Writes(Protocol):
    """What makes revisions of what is typed in a control; on the database thread."""

    def write_other(self, step: Step, part: str, text: str, who: str, /) -> Stored[Any] | None:
        """The words after "other, namely"."""

    def write_items(self, step: Step, part: str, lines: tuple[str, ...], who: str, /) -> Stored[Any] | None:
        """A list of short texts."""

    def write_value(self, step: Step, part: str, value: Value | None, who: str, /) -> Stored[Any] | None:
        """A number or a date."""

    def write_cell(
        self, step: Step, part: str, row: str, column: str, cell: Scalar, who: str, /
    ) -> Stored[Any] | None:
        """A cell of a table."""

    def write_swot_text(self, step: Step, part: str, text: str, who: str, /) -> Stored[Any] | None:
        """The words of a SWOT item."""


class PartDesk(Protocol):
    """Where the controls get their values and text fields from: an interview, or a form.

    Attributes:
        who: Whose answer it is, where that matters.
    """

    who: str

    @property
    def talk(self) -> Writes:
        """What keeps what is typed."""

    def value(self, step: Step, part: str) -> Value | None:
        """The value of a part as it is now."""

    def values(self, step: Step) -> Mapping[str, Value]:
        """All values of a question as they are now."""

    def set_value(self, step: Step, part: str, value: Value | None) -> None:
        """A value was chosen."""

    def set_cell(self, step: Step, part: str, row: str, column: str, cell: str | int | None) -> None:
        """A cell of a table was chosen."""

    def field(self, step: Step, path: str, text: str, write: Callable[[str], Stored[Any] | None]) -> Opened:
        """A text field at a question."""

    def waits(self, step: Step, path: str) -> bool:
        """True when an unclean end left a text of this field behind."""

    def bring_back(self, opened: Opened, app: Any) -> str:
        """Keep a text that was left behind without showing it in a field."""


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

    def __init__(self, desk: PartDesk, step: Step, part: Part) -> None:
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

    def arrive(self) -> Widget:
        """What takes the focus when the person comes here by key, ready to go on."""
        return self.entry()

    @property
    def takes_focus(self) -> bool:
        """False while there is nothing to choose or type."""
        return True

    def settle(self) -> bool:
        """The person is ready here; False when something has to be put right first, and then that is said."""
        return True

    def refill(self) -> None:
        """Show the value as it is kept now (after undo)."""

    def relabel(self, step: Step, part: Part) -> None:
        """Another language: the same part with other words."""
        self.step, self.part = step, part

    def unreadable(self) -> str:
        """Typed text that is no value, to be kept as a note; empty when there is none."""
        return ""

    def forget(self) -> None:
        """That text is a note now: it does not stand here any more."""
