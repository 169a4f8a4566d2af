"""The dashboard: where the round stands, what to do now, and a door from every line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp
    from boce_tui.tui.screen import BoceScreen


def home_screen(app: BoceApp) -> BoceScreen:
    """The first screen: the round under way, or a welcome when there is none yet."""
    from boce_tui.cycle.rounds import latest_round

    app.round_id = app.round_id or latest_round(app.dossier) or ""
    if not app.round_id:
        from boce_tui.tui.home.welcome import WelcomeScreen

        return WelcomeScreen()
    from boce_tui.tui.home.dashboard import DashboardScreen

    return DashboardScreen()
