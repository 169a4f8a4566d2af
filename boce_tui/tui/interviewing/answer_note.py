"""The note of an answer: quoted words are underlined, and undo goes on where this visit's typing ends."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.widgets import TextArea

from boce_tui.cycle.interviewing.earlier import Earlier
from boce_tui.locale import _
from boce_tui.tui.widgets.note_area import NoteArea


class AnswerNote(NoteArea):
    """A note that can bring back what the answer was before it was shown.

    Attributes:
        earlier: The texts before the one that is given, the last one first; None when nobody knows them.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        # The editor has it for selecting a line, which shift and the arrows do as well.
        Binding("f6", "screen.interviewing_explain", show=False),
    ]
    earlier: Callable[[str], list[Earlier]] | None = None
    before_earlier: Callable[[], bool] | None = None
    """Takes back what was done with the words since they were shown; False when nothing was."""
    _back: list[Earlier]
    _steps: int
    _marks: tuple[tuple[int, int], ...] = ()

    def on_mount(self) -> None:
        """What is typed goes to the saver; nobody on the way up waits for word of it."""
        self.disable_messages(TextArea.Changed)

    # --- quoted words ---------------------------------------------------------------------------------------

    def show_marks(self, marks: Iterable[tuple[int, int]]) -> None:
        """Underline what was quoted.

        Args:
            marks: Begin and end of each quote, in code points.
        """
        wanted = tuple(marks)
        if wanted != self._marks:
            self._marks = wanted
            self._line_cache.clear()
            self.refresh()

    def _edited(self, start: int, end: int, inserted: str) -> None:
        if self._marks:
            self._marks = tuple(_moved(mark, start, end, len(inserted)) for mark in self._marks)
        super()._edited(start, end, inserted)

    def get_line(self, line_index: int) -> Text:
        """A line with the quoted words in it underlined."""
        line = super().get_line(line_index)
        if self._marks:
            first = self.document.get_index_from_location((line_index, 0))  # type: ignore[attr-defined]
            for begin, end in self._marks:
                if begin < first + len(line) and end > first:
                    line.stylize("underline", max(0, begin - first), end - first)
        return line

    # --- undo -----------------------------------------------------------------------------------------------

    def load_text(self, text: str) -> None:
        """Another text: nothing of it was brought back yet."""
        super().load_text(text)
        self._back, self._steps, self._marks = [], 0, ()

    def undo(self) -> None:
        """Take back what was typed; when that is all gone, bring back the text that was kept before it."""
        if not (self.read_only or self.history.undo_stack) and self.before_earlier and self.before_earlier():
            return
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


def _moved(mark: tuple[int, int], start: int, end: int, inserted: int) -> tuple[int, int]:
    """Where a mark stands after an edit; what is typed at its edge is not part of it."""
    begin, finish = mark
    grown = inserted - (end - start)
    if end <= begin:
        return begin + grown, finish + grown
    if start >= finish:
        return mark
    return min(begin, start), max(finish, end) + grown
