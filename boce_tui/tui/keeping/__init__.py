"""Keeping and guarding: what has to be gone when, who can open the names, what was done with the dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp
    from boce_tui.tui.screen import BoceScreen


def retention_door(_app: BoceApp, key: str = "") -> BoceScreen:
    """What has to be gone when; ``key`` is a round."""
    from boce_tui.tui.keeping.retention import RetentionScreen

    return RetentionScreen(key)


def open_locks(_app: BoceApp) -> BoceScreen:
    """Who can open the names."""
    from boce_tui.tui.keeping.names_locks import LocksScreen

    return LocksScreen()


def open_trail(_app: BoceApp) -> BoceScreen:
    """What was done with the dossier."""
    from boce_tui.tui.keeping.trail import TrailScreen

    return TrailScreen()
