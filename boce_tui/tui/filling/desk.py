"""Where the controls and text fields of a form get their values, and where what is chosen goes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic

from boce_tui.cycle.filling import SheetBook
from boce_tui.cycle.interviewing.answering import value_with_cell
from boce_tui.cycle.saving import FieldSaver, SaveState
from boce_tui.domain.answers import Value
from boce_tui.domain.sheets import S
from boce_tui.errors import BoceError
from boce_tui.instruments.steps import Step
from boce_tui.store import Stored
from boce_tui.store.recovery import Recovered
from boce_tui.tui.interviewing.opened import Opened
from boce_tui.tui.working.screen import undo_book


class FormDesk(Generic[S]):
    """The fields of one form.

    Args:
        book: The form.
        refused: Called with the problem when a choice may not be.
        saved: Called when typed text became a revision.
    """

    who = ""
    """A form is of nobody in particular; the controls of the interview room ask whose answer they show."""

    def __init__(
        self, book: SheetBook[S], refused: Callable[[BoceError], None], saved: Callable[[], None]
    ) -> None:
        self.book = book
        self._refused = refused
        self._saved = saved
        self._savers: dict[str, FieldSaver] = {}
        waiting = [] if book.dossier.read_only else book.dossier.drafts.recovered()
        self._recovered: dict[str, Recovered] = {one.field: one for one in waiting}

    @property
    def talk(self) -> SheetBook[S]:
        """What makes revisions of what is typed."""
        return self.book

    def name(self, step: Step, path: str) -> str:
        """Under which name what is typed is kept."""
        return f"{self.book.kind.entity}:{self.book.key}:answers.{step.question}.{path}"

    # --- fields -------------------------------------------------------------------------------------------

    def note(self, step: Step) -> Opened:
        """The text of a question."""
        text = self.book.at(step).text
        return self.field(step, "text", text, lambda typed: self.book.write_text(step, typed))

    def field(self, step: Step, path: str, text: str, write: Callable[[str], Stored[Any] | None]) -> Opened:
        """A text field at a question; what an unclean end left behind in it comes back."""
        if self.book.dossier.read_only:
            return Opened(text, None)
        name = self.name(step, path)
        known = self._savers.get(name)
        if known is not None and (known.dirty or known.state.kind != "saved"):
            return Opened(known.text, known)
        saver = FieldSaver(
            self.book.dossier, name, text, self.book.revision, write, self._state, whole=".typed" in path
        )
        self._savers[name] = saver
        waiting = self._recovered.get(name)
        if waiting is None or waiting.conflict:
            return Opened(text, saver)
        del self._recovered[name]
        return Opened(text, saver, self.book.dossier.drafts.accept(name))

    def _state(self, state: SaveState) -> None:
        if state.kind == "saved":
            self._saved()

    def waits(self, step: Step, path: str) -> bool:
        """True when an unclean end left a text of this field behind that goes on from the saved one."""
        found = self._recovered.get(self.name(step, path))
        return found is not None and not found.conflict

    def bring_back(self, opened: Opened, app: Any) -> str:
        """Keep a text that was left behind without showing it in a field; returns the text."""
        text = opened.text if opened.recovered is None else opened.recovered
        if opened.saver is not None and opened.recovered is not None:
            opened.saver.edited(0, len(opened.text), text)
            app.savers.add(opened.saver)
            opened.saver.leave()
            app.savers.remove(opened.saver)
        return text

    def settle(self) -> None:
        """Make revisions of everything typed here."""
        for saver in self._savers.values():
            if saver.dirty:
                saver.leave(wait=True)

    # --- choices: each is one step that can be taken back ---------------------------------------------------

    def values(self, step: Step) -> dict[str, Value]:
        """All values of a question as they are now."""
        return dict(self.book.at(step).values)

    def value(self, step: Step, part: str) -> Value | None:
        """The value of a part as it is now."""
        return self.book.at(step).values.get(part)

    def set_value(self, step: Step, part: str, value: Value | None) -> None:
        """A value was chosen."""
        self._do(step, part, lambda _before: value)

    def set_cell(self, step: Step, part: str, row: str, column: str, cell: str | int | None) -> None:
        """A cell of a table was chosen."""
        self._do(step, part, lambda before: value_with_cell(before, row, column, cell))

    def _do(self, step: Step, part: str, how: Callable[[Value | None], Value | None]) -> None:
        book = self.book
        try:
            undo_book(book.dossier).do(
                str(step.text), lambda dossier: book.change_value(step, part, how, dossier)
            )
        except BoceError as problem:
            self._refused(problem)
