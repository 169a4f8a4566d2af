"""The annual plan on the screen: the table of themes and forms, and the text of each planned result."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp
    from boce_tui.tui.screen import BoceScreen


def plan_door(app: BoceApp, key: str = "") -> BoceScreen:
    """The annual plan with that key, or the latest; the text of a planned result for the key of one."""
    from boce_tui.domain.plans import PlannedResult
    from boce_tui.tui.annual_plan.forms import ResultScreen
    from boce_tui.tui.annual_plan.table import PlanScreen
    from boce_tui.tui.working.screen import of_round

    if key.count("/") == 3 and app.dossier.value(PlannedResult, key) is not None:
        return ResultScreen(app, key)
    return of_round(app, lambda: PlanScreen(app, key))
