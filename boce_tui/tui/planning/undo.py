"""Taking back the last step on the screens of planning."""

from __future__ import annotations

from collections.abc import Callable

from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.working import taking_back
from boce_tui.tui.working.screen import undo_book


def take_back(screen: BoceScreen, then: Callable[[], None] | None = None) -> None:
    """Take back the last step and say which it was."""
    taking_back.take_back(screen, undo_book(screen.boce.dossier), then=then)
