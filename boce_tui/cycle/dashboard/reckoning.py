"""Works the dashboard out from the dossier."""

from __future__ import annotations

from datetime import date

from boce_tui.cycle.analysing.reading import Readback
from boce_tui.cycle.dashboard.lines import Dashboard
from boce_tui.cycle.dashboard.next_step import next_steps
from boce_tui.cycle.dashboard.steps import steps
from boce_tui.cycle.dashboard.tasks import tasks
from boce_tui.cycle.planning.coverage import coverage
from boce_tui.store import Dossier


def reckon(dossier: Dossier, round_id: str, today: date) -> Dashboard:
    """Work out the state of every step, the list of things to do, and who is heard.

    Raises:
        BadInput: There is no such round.
    """
    readback = Readback(dossier, round_id)
    lines = steps(dossier, readback)
    found = [*next_steps(dossier, readback, lines), *tasks(dossier, readback, today)]
    return Dashboard(
        round_id,
        tuple(lines),
        tuple(sorted(found, key=lambda task: not task.urgent)),
        coverage(dossier, round_id),
    )
