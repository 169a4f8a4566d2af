"""What a bundle would bring; enter does it."""

from __future__ import annotations

from textual.app import ComposeResult

import boce_tui.tui.merging.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.merging import Look, Merged, merge
from boce_tui.cycle.merging.saying import look_lines, merged_lines
from boce_tui.cycle.withdrawing.saying import Line
from boce_tui.errors import BoceError
from boce_tui.locale import _
from boce_tui.tui.merging.lines import MergingLines
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.working.screen import undo_book


class LookScreen(BoceScreen):
    """First what would happen, then what did.

    Args:
        found: What was looked at.
    """

    COMMANDS = ("merging.do", "merging.conflicts")
    HELP_ID = "merging.look"

    def __init__(self, found: Look) -> None:
        super().__init__()
        self._found = found
        self._done: Merged | None = None
        self._busy = False
        self._view = MergingLines()

    def place(self) -> str:
        """Before or after."""
        return _("Merged") if self._done else _("What this bundle brings")

    def compose_body(self) -> ComposeResult:
        """The lines."""
        yield self._view

    def on_mount(self) -> None:
        """Show them."""
        self._view.focus()
        self._read()

    def on_language(self) -> None:
        """The same in other words."""
        self._read()

    def can(self, command_id: str) -> bool:
        """Once, and only when there is something to do; comparing after it."""
        if command_id == "merging.conflicts":
            return self._done is not None and bool(self.boce.dossier.conflicts())
        return self._done is None and not self._busy and not self._found.nothing_new

    def _read(self) -> None:
        dossier = self.boce.dossier
        if self._done is not None:
            lines = merged_lines(dossier, self._done)
        else:
            lines = look_lines(dossier, self._found)
            if self._found.nothing_new:
                lines.insert(0, Line("plain", _("There is nothing to do; esc goes back.")))
            else:
                lines.insert(0, Line("plain", _("Nothing was done yet. enter merges this, esc goes back.")))
        self._view.show(lines)
        self.refresh_bars()

    def action_merging_do(self) -> None:
        """Do it."""
        self._busy = True
        self.refresh_bars()
        self.boce.savers.flush()
        self.tell(_("Merging; first a backup is made..."))
        dossier, found = self.boce.dossier, self._found
        self.in_background(lambda: merge(dossier, found), self._merged, self._failed)

    def _merged(self, done: Merged) -> None:
        app = self.boce
        self._busy, self._done = False, done
        if done.erased:
            undo_book(app.dossier).forget_erased()
        app.dossier.make_findable()
        # No screen stays open below that shows things as they were.
        for below in [one for one in app.screen_stack[:-1] if isinstance(one, BoceScreen)]:
            below.was_away = True
        self._read()

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self.refresh_bars()
        if not isinstance(error, BoceError):
            raise error
        self.boce.tell_problem(error)

    def action_merging_conflicts(self) -> None:
        """To the items with two versions."""
        from boce_tui.tui.merging.conflicts import ConflictsScreen

        self.boce.open(ConflictsScreen())
