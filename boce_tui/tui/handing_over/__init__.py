"""What of a round leaves as data: to programme support, to an interviewee who asks, to another program."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp
    from boce_tui.tui.screen import BoceScreen


def handing_over_door(app: BoceApp, key: str = "") -> BoceScreen:
    """The files there are; ``key`` is the one that is meant."""
    from boce_tui.tui.handing_over.screen import HandingOverScreen
    from boce_tui.tui.working.screen import of_round

    return of_round(app, lambda: HandingOverScreen(key))


def access_door(app: BoceApp, _key: str = "") -> BoceScreen:
    """Everything under one code."""
    return handing_over_door(app, "access")


def taking_door(_app: BoceApp, _key: str = "") -> BoceScreen:
    """What the evaluators gave comes in."""
    from boce_tui.tui.handing_over.taking import TakingScreen

    return TakingScreen()
