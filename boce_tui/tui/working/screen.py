"""The base of the screens of working out: one key is one step in the dossier, and it can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, TypeVar
from weakref import WeakKeyDictionary

from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static

import boce_tui.tui.working.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.titles import Titles
from boce_tui.cycle.undoing import Step, UndoBook
from boce_tui.domain.analysis import Finding, MainConclusion, SubConclusion
from boce_tui.domain.recommendation import Recommendation
from boce_tui.domain.round import Round
from boce_tui.errors import BoceError
from boce_tui.locale import _
from boce_tui.store import Dossier
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.text import assemble

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp
    from boce_tui.tui.working.text_field import TextField

T = TypeVar("T")
Item = tuple[str, str]
"""Stored name and key of something in the dossier."""

_NAMED = frozenset(kind.entity for kind in (Finding, SubConclusion, MainConclusion, Recommendation))
"""What undo calls by its title; what is done to anything else has the name in its words."""

_books: WeakKeyDictionary[Dossier, UndoBook] = WeakKeyDictionary()


def undo_book(dossier: Dossier) -> UndoBook:
    """What was done: one pile for all screens, so that esc and ^z never contradict each other."""
    book = _books.get(dossier)
    if book is None:
        book = _books[dossier] = UndoBook(dossier)
    return book


class WorkingScreen(BoceScreen):
    """A screen on which one changes things in the dossier.

    A subclass gives `show` (read the dossier and show it) and `evidence_of` (what ``e`` is about).
    """

    COMMANDS: ClassVar[Sequence[str]] = ("working.undo", "working.evidence", "working.search")

    def __init__(self) -> None:
        super().__init__()
        self._is_shown = False
        self._was_away = False
        self.text_fields: list[TextField] = []

    @property
    def dossier(self) -> Dossier:
        """The open dossier."""
        return self.boce.dossier

    @property
    def round_id(self) -> str:
        """The round one works in."""
        return self.boce.round_id

    # --- what a subclass gives ----------------------------------------------------------------------------

    def show(self) -> None:
        """Read the dossier and show what is in it now; places and unsaved text stay."""

    def evidence_of(self) -> Item | None:
        """The item the evidence key is about now."""
        return None

    def saved(self) -> None:
        """Typed text became a revision: counts and marks may be different now."""

    def on_it(self, widget: Widget) -> bool:
        """Whether this widget has the focus; true at the moment the focus moves, unlike `has_focus`."""
        return self.focused is widget

    # --- reading ------------------------------------------------------------------------------------------

    def titles(self) -> Titles:
        """Names of items, fresh."""
        return Titles(self.dossier, self.round_id)

    def on_mount(self) -> None:
        """Show the round; Textual calls the handler of every class, so there is no ``super`` here."""
        self._is_shown = True
        self.show()
        self.refresh_bars()

    def on_screen_resume(self) -> None:
        """Back from another screen: things may have changed there."""
        if self._was_away:
            self._was_away = False
            self.show()

    def on_screen_suspend(self) -> None:
        """Another screen came on top."""
        self._was_away = True

    def on_language(self) -> None:
        """The same things in the other language."""
        self.show()

    def can(self, command_id: str) -> bool:
        """Evidence only of something."""
        if command_id == "working.evidence":
            return self._is_shown and self.evidence_of() is not None
        return super().can(command_id)

    # --- changing -----------------------------------------------------------------------------------------

    def do(self, words: str, work: Callable[[Dossier], T], *, tell: str = "") -> T | None:
        """Do one step in the dossier, show the result, and remember how to take it back.

        Args:
            words: What is done, for the message of undo.
            work: Does it, in one transaction.
            tell: What is said afterwards.

        Returns:
            What `work` returned; None when it could not be done (the person was told why).
        """
        self.settle()
        try:
            result = undo_book(self.dossier).do(words, work)
        except BoceError as problem:
            self.boce.tell_problem(problem)
            return None
        self.show()
        self.refresh_bars()
        if tell:
            self.tell(tell)
        return result

    def settle(self) -> None:
        """Make revisions of everything typed here."""
        for field in self.text_fields:
            field.settle()

    def action_undo(self) -> None:
        """Take back the last step."""
        from boce_tui.tui.working.taking_back import take_back

        self.settle()
        take_back(self, undo_book(self.dossier), self._said, self._show_again)

    def _show_again(self) -> None:
        self.show()
        self.refresh_bars()

    def _said(self, step: Step) -> str:
        """What a step did and, when it changed one item of the working out, to which."""
        changed = [
            (t.kind.entity, key) for key, t in step.items if t.before is not None and t.after is not None
        ]
        if len(step.items) != 1 or not changed or changed[0][0] not in _NAMED:
            return step.said()
        return step.said(_("{item}, {words}").format(item=self.titles().of(*changed[0]), words=step.words))

    def action_working_undo(self) -> None:
        """The same, by letter."""
        self.action_undo()

    def action_working_evidence(self) -> None:
        """Follow the evidence; esc comes back here."""
        item = self.evidence_of()
        if item is not None:
            from boce_tui.tui.working.chain import ChainScreen

            self.settle()
            self.boce.open(ChainScreen(*item))

    def action_working_search(self) -> None:
        """Search the whole dossier."""
        self.boce.open("boce_tui.tui.search:search_screen")


class NoRoundScreen(BoceScreen):
    """Stands in for a screen of a round as long as there is no round."""

    DEFAULT_CSS = "NoRoundScreen Static { padding: 2 4; }"

    def compose_body(self) -> ComposeResult:
        """One sentence."""
        yield Static(assemble(_("There is no round yet. Start one on the first screen: esc, then n.")))


def of_round(app: BoceApp, make: Callable[[], BoceScreen]) -> BoceScreen:
    """The screen, when there is a round to show; else one that says what to do first."""
    from boce_tui.cycle.rounds import latest_round

    if app.dossier.value(Round, app.round_id) is None:
        app.round_id = latest_round(app.dossier) or ""
    return make() if app.round_id else NoRoundScreen()
