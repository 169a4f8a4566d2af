"""What a bundle would bring; enter does it."""

from __future__ import annotations

import boce_tui.tui.merging.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.merging import Look, Merged, merge
from boce_tui.cycle.merging.saying import look_lines, merged_lines
from boce_tui.cycle.withdrawing.saying import Line
from boce_tui.locale import _
from boce_tui.tui.read_screen import ReadScreen
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.widgets.said_lines import SaidLines
from boce_tui.tui.working.screen import undo_book


class LookScreen(ReadScreen[SaidLines]):
    """First what would happen, then what did.

    Args:
        found: What was looked at.
    """

    COMMANDS = ("merging.do", "merging.conflicts")
    HELP_ID = "merging.look"

    def __init__(self, found: Look) -> None:
        super().__init__(SaidLines("merging"))
        self._found = found
        self._done: Merged | None = None

    def place(self) -> str:
        """Before or after."""
        return _("Merged") if self._done else _("What this bundle brings")

    def can(self, command_id: str) -> bool:
        """Once, and only when there is something to do; comparing after it."""
        if command_id == "merging.conflicts":
            return self._done is not None and bool(self.boce.dossier.conflicts())
        return self._done is None and not self._busy and not self._found.nothing_new

    def show(self) -> None:
        """What would happen, or what did."""
        dossier = self.boce.dossier
        if self._done is not None:
            lines = merged_lines(dossier, self._done, on_screen=True)
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
        self.boce.savers.flush()
        dossier, found = self.boce.dossier, self._found
        self.do_long(_("Merging; first a backup is made..."), lambda: merge(dossier, found), self._merged)

    def _merged(self, done: Merged) -> None:
        app = self.boce
        self._done = done
        if done.erased:
            undo_book(app.dossier).forget_erased()
        app.dossier.make_findable()
        # No screen stays open below that shows things as they were.
        for below in [one for one in app.screen_stack[:-1] if isinstance(one, BoceScreen)]:
            below.was_away = True
        self.tell("")
        self.show()

    def on_screen_resume(self) -> None:
        """Items may have been compared."""
        super().on_screen_resume()
        if self._done is not None:
            self.show()

    def action_merging_conflicts(self) -> None:
        """To the items with two versions."""
        from boce_tui.tui.merging.conflicts import ConflictsScreen

        self.boce.open(ConflictsScreen())
