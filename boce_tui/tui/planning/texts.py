"""A text of a form, tied to one attribute of one item: every character is kept, a mistake is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from boce_tui.cycle.planning import FieldProblem
from boce_tui.cycle.saving import FieldSaver, SaveState
from boce_tui.store import Dossier, Stored
from boce_tui.tui.bring_back import bring_back
from boce_tui.tui.widgets.note_area import NoteArea

Write = Callable[[str], Stored[Any] | None]


@dataclass
class Text:
    """What a text area of a form needs.

    Attributes:
        draft: ``entity:key:attribute``: under this name what is typed is kept.
        read: The text as it stands in the dossier now, written for people.
        write: Makes a revision of what was typed; a `FieldProblem` says what is wrong with it.
        whole: It is one value (a date, a name): no revision of half of it.
    """

    draft: str
    read: Callable[[], str]
    write: Write
    whole: bool = True


@dataclass
class BoundText:
    """One text area with its text; made by the screen when it is shown."""

    dossier: Dossier
    area: NoteArea
    text: Text
    problem_changed: Callable[[], None]
    """What is wrong is another thing now, or nothing."""
    saved: Callable[[], None]
    """A revision was made, so other things on the screen may be different."""
    wrong: FieldProblem | None = field(default=None, init=False)
    problem: str = field(default="", init=False)
    """What is wrong, for under the field."""
    _shown: str = field(default="", init=False)
    _revised: bool = field(default=False, init=False)

    def show(self, *, read_only: bool = False) -> None:
        """Show what the dossier holds; what is being typed or is wrong stays."""
        saver = self.area.saver
        if saver is not None and (saver.dirty or self.wrong or self.area.has_focus):
            return
        text = self.text.read()
        read_only = read_only or bool(self.dossier.read_only)
        self.area.read_only = read_only
        if read_only:
            self.area.load(text)
        elif saver is None or text != self.area.text:
            self._shown = text
            self.area.load(text, self._saver(text))
            if saver is None:
                self._bring_back()

    def _bring_back(self) -> None:
        if self.dossier.drafts.recovered():
            bring_back(self.area.app, self.area, self.text.draft)  # type: ignore[arg-type]  # BoceApp

    def _saver(self, text: str) -> FieldSaver:
        return FieldSaver(
            self.dossier, self.text.draft, text, "", self._write, self._status, whole=self.text.whole
        )

    def _write(self, typed: str) -> Stored[Any] | None:
        # On the database thread: nothing of the screen may be touched here.
        try:
            stored = self.text.write(typed)
        except FieldProblem as problem:
            self.wrong = problem
            raise
        self.wrong = None
        self._revised = True
        return stored

    def _status(self, state: SaveState) -> None:
        wrong = self.wrong
        said = state.reason if wrong is None else " ".join((wrong.message, wrong.hint))
        self.problem = said if state.kind == "not_saved" else ""
        self.problem_changed()
        if state.kind == "saved" and self._revised:
            self._revised = False
            self._shown = self.text.read()
            self.area.call_later(self._settled)

    def _settled(self) -> None:
        if self.area.is_attached:
            self.show()
            self.saved()

    def settle(self) -> None:
        """Make a revision of what was typed, now."""
        saver = self.area.saver
        if saver is not None and (saver.dirty or self.wrong):
            saver.leave(wait=True)

    def give_up(self) -> None:
        """Put back what the dossier holds: what was typed cannot be kept."""
        self.area.retype(self._shown)
        self.settle()
