"""About this dossier: where it lives, how it is kept, what is locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp
    from boce_tui.tui.screen import BoceScreen


def open_about(_app: BoceApp) -> BoceScreen:
    """The screen, for the palette."""
    from boce_tui.tui.about.screen import AboutScreen

    return AboutScreen()
