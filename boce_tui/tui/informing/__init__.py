"""What the councils want to be told on the screen: the list, and the form of one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp
    from boce_tui.tui.screen import BoceScreen


def needs_door(app: BoceApp, key: str = "") -> BoceScreen:
    """What the councils want to know, or the form of one need."""
    from boce_tui.domain.needs import InformationNeed
    from boce_tui.tui.informing.need_form import NeedScreen
    from boce_tui.tui.informing.needs import NeedsScreen
    from boce_tui.tui.working.screen import of_round

    def make() -> BoceScreen:
        if key and app.dossier.value(InformationNeed, key) is not None:
            return NeedScreen(app, key)
        return NeedsScreen(app)

    return of_round(app, make)
