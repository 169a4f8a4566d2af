"""Two laptops, one dossier: making a bundle, taking one over, and comparing what was changed on both."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp
    from boce_tui.tui.screen import BoceScreen


def open_merging(_app: BoceApp) -> BoceScreen:
    """With whom was exchanged, for the palette."""
    from boce_tui.tui.merging.screen import MergingScreen

    return MergingScreen()


def open_conflicts(_app: BoceApp) -> BoceScreen:
    """What has to be compared, for the palette."""
    from boce_tui.tui.merging.conflicts import ConflictsScreen

    return ConflictsScreen()


def conflicts_door(_app: BoceApp, item: str) -> BoceScreen:
    """What has to be compared; with the cursor on one item (``answer:2041/G01/A1/-/all``)."""
    from boce_tui.tui.merging.conflicts import ConflictsScreen

    return ConflictsScreen(item)
