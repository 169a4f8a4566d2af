"""Which day it is: the calendar's, or the one on which the example stands still."""

from __future__ import annotations

from datetime import date

from boce_tui.domain.agenda import Agenda
from boce_tui.store import Dossier


def today(dossier: Dossier) -> date:
    """The day that overdue things are measured against."""
    agenda = dossier.value(Agenda, "agenda")
    if dossier.example and agenda and agenda.today:
        return date.fromisoformat(agenda.today)
    return dossier.env.local_now().date()
