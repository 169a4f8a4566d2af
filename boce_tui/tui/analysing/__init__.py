"""Reading back: the answers beside the finding that is being written; findings and their sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp
    from boce_tui.tui.screen import BoceScreen


def reading_door(app: BoceApp, key: str = "") -> BoceScreen:
    """The answers of the round; with the key of a finding: beside that finding."""
    from boce_tui.tui.analysing.reading import ReadingScreen
    from boce_tui.tui.working.screen import of_round

    return of_round(app, lambda: ReadingScreen(finding=key))


def finding_door(app: BoceApp, key: str = "") -> BoceScreen:
    """One finding; without a key the list of findings."""
    from boce_tui.tui.analysing.finding import FindingScreen
    from boce_tui.tui.analysing.findings import FindingsScreen
    from boce_tui.tui.working.screen import of_round

    return of_round(app, lambda: FindingScreen(key) if key else FindingsScreen())
