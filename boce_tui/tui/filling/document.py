"""Making a document from a screen: what stops it is shown with the way to mend it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult

import boce_tui.tui.filling.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.outgoing import Outgoing, wrote
from boce_tui.domain.exporting import DOCUMENTS
from boce_tui.domain.vocabulary import label
from boce_tui.errors import BoceError
from boce_tui.locale import _
from boce_tui.names import Names
from boce_tui.tui.doors import open_door
from boce_tui.tui.reporting.destination import ask_where
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.sending.showing import blocks
from boce_tui.tui.unlock import with_names
from boce_tui.tui.widgets.block_list import BlockList
from boce_tui.tui.widgets.items_view import ItemsView

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp


def make_document(app: BoceApp, round_id: str, name: str, make: Callable[[Names], Outgoing]) -> None:
    """Make a document, ask where it goes, and note that it left; or show what stops it.

    Args:
        app: The app.
        round_id: The round it is about.
        name: Name of the file at first, without its ending.
        make: Makes and checks it.
    """

    def with_them(names: Names) -> None:
        try:
            made = make(names)
        except BoceError as problem:
            app.tell_problem(problem)
            return
        if made.exit_code:
            app.open(StoppedScreen(made))
            return
        ask_where(
            app,
            made.markdown,
            str(Path.home() / f"{name}.md"),
            question=_("Where does the document go?"),
            private=made.audience == "commissioners",
            then=lambda: wrote(app.dossier, round_id, made),
        )

    with_names(app, with_them)


class StoppedScreen(BoceScreen):
    """What stops a document, each with the way to the place."""

    COMMANDS = ("filling.mend",)
    HELP_ID = "filling.stopped"
    AUTO_FOCUS = "BlockList"

    def __init__(self, made: Outgoing) -> None:
        super().__init__()
        self._made = made
        self._list = BlockList()

    def place(self) -> str:
        """The document."""
        return _("Not ready to go: {document}").format(document=label(DOCUMENTS, self._made.kind))

    def compose_body(self) -> ComposeResult:
        """One list."""
        yield self._list

    def on_mount(self) -> None:
        """Show it."""
        self._list.show(blocks(self._made.findings))
        self.refresh_bars()

    def can(self, command_id: str) -> bool:
        """Only what has a place can be mended there."""
        if command_id == "filling.mend":
            return any(one.id == self._list.current and one.origin for one in self._made.findings)
        return super().can(command_id)

    @on(ItemsView.Moved)
    def _moved(self, event: ItemsView.Moved) -> None:
        event.stop()
        self.refresh_bars()

    @on(ItemsView.Picked)
    def _picked(self, event: ItemsView.Picked) -> None:
        event.stop()
        self.action_filling_mend()

    def action_filling_mend(self) -> None:
        """To the place; this screen goes, for what it says may not be so any more."""
        found = next((one for one in self._made.findings if one.id == self._list.current), None)
        if found is not None and found.origin is not None:
            app, origin = self.boce, found.origin
            app.go_back()
            open_door(app, origin.kind, origin.key)
