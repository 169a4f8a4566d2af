"""The note of an answer: undo goes on where the typing of this visit ends, with the texts that were kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from boce_tui.cycle.interviewing.earlier import Earlier
from boce_tui.locale import _
from boce_tui.tui.widgets.note_area import NoteArea


class AnswerNote(NoteArea):
    """A note that can bring back what the answer was before it was shown.

    Attributes:
        earlier: The texts before the one that is given, the last one first; None when nobody knows them.
    """

    earlier: Callable[[str], list[Earlier]] | None = None
    _back: list[Earlier]
    _steps: int

    def load_text(self, text: str) -> None:
        """Another text: nothing of it was brought back yet."""
        super().load_text(text)
        self._back, self._steps = [], 0

    def undo(self) -> None:
        """Take back what was typed; when that is all gone, bring back the text that was kept before it."""
        if self.read_only or len(self.history.undo_stack) > self._steps:
            if not self.read_only:
                super().undo()
            return
        if not self._steps:
            self._back = self.earlier(self.text) if self.earlier else []
        if self._steps >= len(self._back):
            self._tell(_("There is no earlier text of this answer."))
            return
        item = self._back[self._steps]
        self.history.checkpoint()
        self.retype(item.text)
        self.history.checkpoint()
        self._steps += 1
        self.move_cursor(self.document.end)
        at = datetime.fromisoformat(item.at).astimezone()
        self._tell(_("Earlier text brought back ({time}).").format(time=f"{at:%H:%M}"))

    def redo(self) -> None:
        """Do again what was undone; after a text was brought back: the newer text again."""
        if self._steps and len(self.history.undo_stack) == self._steps:
            self._steps -= 1
            super().undo()
        else:
            super().redo()

    def _tell(self, words: str) -> None:
        self.app.tell(words)  # type: ignore[attr-defined]  # BoceApp
