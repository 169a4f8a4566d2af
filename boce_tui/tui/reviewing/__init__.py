"""The review: a file out, files that came back, doubts one by one, remarks, views side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp
    from boce_tui.tui.screen import BoceScreen


def review_door(app: BoceApp, key: str = "") -> BoceScreen:
    """What came back; with the key of a remark or a doubt that one."""
    from boce_tui.domain.reviewing import Doubt, Remark
    from boce_tui.tui.reviewing.came_back import CameBackScreen
    from boce_tui.tui.reviewing.doubts import DoubtsScreen
    from boce_tui.tui.reviewing.remarks import RemarksScreen
    from boce_tui.tui.working.screen import of_round

    def make() -> BoceScreen:
        if key and app.dossier.value(Remark, key) is not None:
            return RemarksScreen(key)
        if key and app.dossier.value(Doubt, key) is not None:
            return DoubtsScreen(key)
        return CameBackScreen()

    return of_round(app, make)
