"""The session in which the steering group recalibrates: ambition after ambition, theme after theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp
    from boce_tui.tui.screen import BoceScreen


def recalibration_door(app: BoceApp, key: str = "") -> BoceScreen:
    """The session; `key` may be that of a decision to begin at."""
    from boce_tui.tui.recalibrating.session import SessionScreen
    from boce_tui.tui.working.screen import of_round

    return of_round(app, lambda: SessionScreen(key))
