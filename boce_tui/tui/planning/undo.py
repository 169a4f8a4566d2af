"""Taking back the last step, wherever one is."""

from __future__ import annotations

from boce_tui.errors import BoceError
from boce_tui.locale import _
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.working.screen import undo_book


def take_back(screen: BoceScreen) -> None:
    """Take back the last step and say which it was."""
    try:
        step = undo_book(screen.boce.dossier).undo()
    except BoceError as problem:
        screen.boce.tell_problem(problem)
        return
    if step is None:
        screen.tell(_("There is nothing to undo here."))
    else:
        screen.tell(_("Taken back: {words}").format(words=step.said()))
