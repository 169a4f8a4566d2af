"""The room with the round before beside it: always from 140 columns, one key away below that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult

import boce_tui.tui.interviewing.commands_last_year  # noqa: F401  - registers the ids used below
from boce_tui.cycle.interviewing import Conversation
from boce_tui.cycle.interviewing.last_year import LOCKED, OwnAnswer, RoundBefore
from boce_tui.locale import _
from boce_tui.names import Names, NamesData
from boce_tui.tui.interviewing.clock import TalkClock
from boce_tui.tui.interviewing.last_year_view import LastYearPane
from boce_tui.tui.interviewing.room_moving import RoomMoving
from boce_tui.tui.text import Piece

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp

BESIDE = 140
"""Columns from which the pane is always there."""


class LastYearSide:
    """What the pane shows for the question on the screen; it reads nothing while it is not seen.

    Args:
        talk: The conversation.
    """

    def __init__(self, talk: Conversation) -> None:
        self._talk = talk
        self.before = RoundBefore(talk.dossier, talk.round_id, talk.instrument)
        self.pane = LastYearPane(id="last-year")
        self.open = False
        self.why_not = ""
        self._shown: object = None
        self._something: tuple[object, bool] = (None, False)

    def unseen(self) -> bool:
        """True when something was said of this question last time, and the pane is not there."""
        if self.pane.display or not self.before.exists:
            return False
        step = self._talk.step
        if self._something[0] != step.place:
            about = self.before.about(step)
            self._something = step.place, about is not None and not about.empty
        return self._something[1]

    def fit(self, width: int, app: BoceApp) -> None:
        """Show or hide the pane at this width, with what belongs to the question on the screen."""
        seen = self.before.exists and (self.open or width >= BESIDE)
        self.pane.display = seen
        if seen:
            self.show(app)

    def show(self, app: BoceApp, *, again: bool = False) -> None:
        """Show what belongs to the question on the screen.

        Args:
            app: The app, for the names of the session.
            again: Also when this question is shown already.
        """
        step = self._talk.step
        here = (step.place, str(step.text), self.open)
        if not self.pane.display or (here == self._shown and not again):
            return
        self._shown = here
        codes = [person.code for person in self._talk.people if person.code in step.participants]
        own: list[OwnAnswer]
        own, self.why_not = self.before.own(step, codes, lambda: _names(app))
        self.pane.show(self.before.about(step), own, self.why_not, over=self.open)

    @property
    def locked(self) -> bool:
        """True when only the names are needed for somebody's own earlier answer."""
        return self.why_not == LOCKED


def _names(app: BoceApp) -> NamesData | None:
    from boce_tui.tui.unlock import session_names

    names = session_names(app)
    return names.data() if names.unlocked else None


class RoomLastYear(RoomMoving):
    """The room with that pane."""

    COMMANDS = ("interviewing.last_year", "interviewing.own_answer")  # type: ignore[assignment]

    def __init__(self, talk: Conversation, clock: TalkClock | None = None) -> None:
        super().__init__(talk, clock)
        self.last_year = LastYearSide(talk)

    def beside(self) -> ComposeResult:
        """The pane."""
        yield from super().beside()
        yield self.last_year.pane

    def on_resize(self, event: events.Resize) -> None:  # type: ignore[override]  # each class has its own
        """In a wide window the pane is always there."""
        self.last_year.fit(event.size.width, self.boce)

    async def show(self, *, focus: bool = True, first: bool = False) -> None:
        """The question, and beside it what was said of it last time."""
        await super().show(focus=focus, first=first)
        self.last_year.fit(self.size.width, self.boce)

    def on_language(self) -> None:
        """In the other language as well."""
        super().on_language()
        self.last_year.show(self.boce, again=True)

    def _standing_words(self) -> list[Piece]:
        left = super()._standing_words()
        if self.last_year.unseen():
            left.append((("   " if left else "") + _("f10: last time"), "stil"))
        return left

    def can(self, command_id: str) -> bool:
        """Only with a round before, and only when the names are what is missing."""
        if command_id == "interviewing.last_year":
            return self.last_year.before.exists
        if command_id == "interviewing.own_answer":
            return self.last_year.locked
        return super().can(command_id)

    def action_interviewing_last_year(self) -> None:
        """To the pane, and back to the text."""
        if not self.last_year.before.exists:
            return
        if self.last_year.pane.has_focus:
            self._close_last_year()
            return
        self.last_year.open = True
        self.last_year.fit(self.size.width, self.boce)
        self.set_focus(self.last_year.pane)

    def _close_last_year(self) -> None:
        self.last_year.open = False
        self.last_year.fit(self.size.width, self.boce)
        self.focus_text()

    def action_interviewing_own_answer(self) -> None:
        """Ask for the names, then show the answer."""
        from boce_tui.tui.unlock import with_names

        def then(_names: Names) -> None:
            self.last_year.show(self.boce, again=True)

        if self.last_year.locked:
            with_names(self.boce, then)

    def action_back(self) -> None:
        """From the pane to the text."""
        if self.last_year.open or self.last_year.pane.has_focus:
            self._close_last_year()
        else:
            super().action_back()
