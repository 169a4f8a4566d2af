"""Recommending: recommendations in groups with their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp
    from boce_tui.tui.screen import BoceScreen


def recommendations_door(app: BoceApp, key: str = "") -> BoceScreen:
    """One recommendation; with the key of a group, or none, the list."""
    from boce_tui.domain.recommendation import Recommendation
    from boce_tui.tui.following_up import follow_up_door
    from boce_tui.tui.recommending.overview import RecommendationsScreen
    from boce_tui.tui.recommending.recommendation import RecommendationScreen
    from boce_tui.tui.working.screen import of_round

    def make() -> BoceScreen:
        if not key or app.dossier.value(Recommendation, key) is None:
            return RecommendationsScreen(key)
        if key.split("/")[0] != app.round_id:
            return follow_up_door(app, key)
        return RecommendationScreen(key)

    return of_round(app, make)
