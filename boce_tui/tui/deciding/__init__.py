"""Deciding: per recommendation the advice, the votes and the decision of each college."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp
    from boce_tui.tui.screen import BoceScreen


def decisions_door(app: BoceApp, key: str = "") -> BoceScreen:
    """All recommendations with where they stand; with the key of a decision its recommendation."""
    from boce_tui.domain.recommendation import Decision
    from boce_tui.tui.deciding.one import DecisionScreen
    from boce_tui.tui.deciding.overview import DecisionsScreen
    from boce_tui.tui.working.screen import of_round

    def make() -> BoceScreen:
        if key and app.dossier.value(Decision, key) is not None:
            return DecisionScreen(key.rsplit("/", 2)[0])
        return DecisionsScreen()

    return of_round(app, make)
