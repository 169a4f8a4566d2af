"""Concluding: a sub-conclusion per sub-question and theme, and the main conclusions that rest on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp
    from boce_tui.tui.screen import BoceScreen


def sub_conclusions_door(app: BoceApp, key: str = "") -> BoceScreen:
    """One sub-conclusion; without a key the matrix of all of them."""
    from boce_tui.tui.concluding.matrix import MatrixScreen
    from boce_tui.tui.concluding.sub_conclusion import SubConclusionScreen
    from boce_tui.tui.working.screen import of_round

    return of_round(app, lambda: SubConclusionScreen(key) if key else MatrixScreen())


def main_conclusions_door(app: BoceApp, key: str = "") -> BoceScreen:
    """The main conclusions, at the one with that key."""
    from boce_tui.tui.concluding.main_conclusions import MainConclusionsScreen
    from boce_tui.tui.working.screen import of_round

    return of_round(app, lambda: MainConclusionsScreen(key))
