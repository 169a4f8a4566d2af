"""The dashboard: where the round stands step by step, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boce_tui.cycle.analysing.reading import Readback
from boce_tui.cycle.dashboard.steps import BUSY, DONE, OPEN, StepLine, steps
from boce_tui.cycle.dashboard.tasks import Task, tasks
from boce_tui.domain.round import Round
from boce_tui.store import Dossier

__all__ = ["BUSY", "DONE", "OPEN", "Dashboard", "StepLine", "Task", "dashboard"]


@dataclass(frozen=True)
class Dashboard:
    """The round at a glance; ``tasks`` are ordered by what hurts first."""

    round_id: str
    round: Round
    steps: tuple[StepLine, ...]
    tasks: tuple[Task, ...]


def dashboard(dossier: Dossier, round_id: str, today: date) -> Dashboard:
    """Work out the state of every step and the list of things to do.

    Args:
        dossier: The dossier.
        round_id: The round.
        today: The day overdue things are measured against.

    Raises:
        BadInput: There is no such round.
    """
    readback = Readback(dossier, round_id)
    return Dashboard(
        round_id, readback.round, tuple(steps(dossier, readback)), tuple(tasks(dossier, readback, today))
    )
