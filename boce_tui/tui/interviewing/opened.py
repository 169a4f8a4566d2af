"""What a text field of a question starts with."""

from __future__ import annotations

from dataclasses import dataclass

from boce_tui.cycle.saving import FieldSaver
from boce_tui.tui.widgets.note_area import NoteArea


@dataclass
class Opened:
    """What a text field starts with.

    Attributes:
        text: The text as it is kept.
        saver: Keeps what is typed; None when nothing can be typed.
        recovered: A text from before an unclean end that simply goes on from it, to be typed again.
    """

    text: str
    saver: FieldSaver | None
    recovered: str | None = None

    def fill(self, area: NoteArea, cursor: tuple[int, int] | None = None) -> None:
        """Put the text in a field; the cursor goes to its end, or to where it was."""
        area.read_only = self.saver is None
        area.load(self.text, self.saver)
        if self.recovered is not None:
            area.retype(self.recovered)
        end = area.document.end
        area.move_cursor(cursor if cursor is not None and cursor <= end else end)
