"""What was named in the interviews as a new topic, without who."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

import boce_tui.tui.taking_in.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.taking_in.from_interviews import add_from_interviews, named, too_few
from boce_tui.errors import BoceError
from boce_tui.locale import _
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.text import safe
from boce_tui.tui.widgets.block_list import Block, BlockList
from boce_tui.tui.widgets.dialogs import ask_text
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.working.screen import undo_book

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp


class NamedScreen(BoceScreen):
    """The topics in alphabetical order."""

    COMMANDS = ("named.new",)
    HELP_ID = "named"
    AUTO_FOCUS = "BlockList"
    DEFAULT_CSS = "NamedScreen #about { height: auto; padding: 1 2; color: $stil; }"

    def __init__(self, app: BoceApp) -> None:
        super().__init__()
        self._found = named(app.dossier, app.round_id)
        self._about = Static(id="about")
        self._list = BlockList()

    def place(self) -> str:
        """What it is."""
        return _("Named in the interviews")

    def compose_body(self) -> ComposeResult:
        """A line about it, and the topics."""
        yield self._about
        yield self._list

    def on_mount(self) -> None:
        """Show them."""
        self.on_language()

    def on_language(self) -> None:
        """The line in the language of the moment."""
        words = _("Words of interviewees, for evaluators only. n makes a candidate in your own words.")
        self._about.update(safe(words if self._found.people else too_few(self._found)))
        self._list.show([Block(str(at), text=topic) for at, topic in enumerate(self._found.topics)])
        self.refresh_bars()

    def can(self, command_id: str) -> bool:
        """Only when enough people named something."""
        if command_id == "named.new":
            return bool(self._found.people)
        return super().can(command_id)

    @on(ItemsView.Picked)
    def _picked(self, event: ItemsView.Picked) -> None:
        event.stop()
        self.action_named_new()

    def action_named_new(self) -> None:
        """A name in own words: what an interviewee said is never put in the line."""
        ask_text(
            self.boce,
            _("What do you call this candidate theme?"),
            self._add,
            detail=_("In your own words. Nothing in it shows who named it."),
        )

    def _add(self, title: str) -> None:
        round_id = self.boce.round_id
        try:
            made = undo_book(self.boce.dossier).do(
                title, lambda dossier: add_from_interviews(dossier, round_id, title).key
            )
        except BoceError as problem:
            self.boce.tell_problem(problem)
            return
        from boce_tui.tui.taking_in.intake import IntakeScreen

        self.boce.go_back()
        self.boce.open(IntakeScreen(self.boce, made))
