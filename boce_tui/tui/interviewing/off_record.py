"""Off the record: a field that is kept nowhere, and looks it."""

from __future__ import annotations

from typing import Any

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from boce_tui.locale import _
from boce_tui.tui.signs import sign
from boce_tui.tui.widgets.note_area import NoteArea


class OffRecordArea(NoteArea):
    """A text field without a saver, whatever anybody gives it: no draft, no revision, no history."""

    def load(self, text: str, saver: Any = None, cursor: Any = None) -> None:
        """Another text; a saver is refused."""
        if saver is not None:
            raise ValueError("what is off the record has no saver")
        super().load(text, None, cursor)

    def wipe(self) -> None:
        """Nothing of it is left: not the text, not its undo steps."""
        self.load("")
        self.history.clear()


class OffRecord(Vertical):
    """The field in a frame of its own, with the words over it; not there until it is opened.

    Attributes:
        area: The field.
    """

    DEFAULT_CSS = """
    OffRecord { height: 1fr; min-height: 4; display: none; border: heavy $let-op; }
    OffRecord { border-title-color: $let-op; border-title-style: bold; border-subtitle-color: $stil; }
    OffRecord > OffRecordArea { height: 1fr; }
    """
    LEAST = 6

    def __init__(self) -> None:
        super().__init__(id="off-record")
        self.area = OffRecordArea()

    def compose(self) -> ComposeResult:
        """The field."""
        yield self.area

    def relabel(self) -> None:
        """The words over and in it, in the language of the moment."""
        self.border_title = Content(f"{sign('error')} {_('IS NOT KEPT: off the record')}")
        self.border_subtitle = Content(_("^\\ back on the record"))
        self.area.show_placeholder(_("What you type here is kept nowhere."))

    @property
    def is_open(self) -> bool:
        """Whether one types off the record now."""
        return bool(self.display)
