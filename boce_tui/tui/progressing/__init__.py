"""The progress round on the screen: the table of themes and forms, and the form of each cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp
    from boce_tui.tui.screen import BoceScreen


def progress_door(app: BoceApp, key: str = "") -> BoceScreen:
    """The progress round with that key, or the latest; the form of a cell for the key of a cell."""
    from boce_tui.tui.progressing.cell import CellScreen, WholeScreen
    from boce_tui.tui.progressing.table import ProgressScreen
    from boce_tui.tui.working.screen import of_round

    if key.count("/") == 3:
        return CellScreen(app, key)
    if key:
        return WholeScreen(app, key)
    return of_round(app, lambda: ProgressScreen(app))
