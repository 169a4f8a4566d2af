"""Candidate themes on the screen: the list, the form of one, the hours there are, what interviews named."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp
    from boce_tui.tui.screen import BoceScreen


def intakes_door(app: BoceApp, key: str = "") -> BoceScreen:
    """The candidate themes, or the form of one of them."""
    from boce_tui.domain.intake import Intake
    from boce_tui.tui.taking_in.intake import IntakeScreen
    from boce_tui.tui.taking_in.intakes import IntakesScreen
    from boce_tui.tui.working.screen import of_round

    if key and app.dossier.value(Intake, key) is not None:
        return IntakeScreen(app, key)
    return of_round(app, lambda: IntakesScreen(app))


def hours_door(app: BoceApp, key: str = "") -> BoceScreen:
    """The hours there are in a year."""
    from boce_tui.tui.taking_in.hours import HoursScreen, next_year

    round_id, _slash, year = (key or f"{app.round_id}/").rpartition("/")
    return HoursScreen(app, round_id, int(year) if year else next_year(app.dossier, round_id))
