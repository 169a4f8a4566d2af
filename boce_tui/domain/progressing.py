"""The half-yearly progress round: each theme in its three forms (domain.md 4.2)."""

from __future__ import annotations

from typing import ClassVar

from boce_tui.domain.sheets import Sheet
from boce_tui.domain.vocabulary import Vocabulary
from boce_tui.locale import N_

INSTRUMENT = "progress_round"
NO_ACTIVITIES = "none"
PLANNED = "P1"
"""The question that holds what was planned (R77)."""
LATE = ("delayed", "stopped")
"""Statuses that ask for a reason."""

DELAY_REASONS: Vocabulary = {
    "capacity": N_("capacity"),
    "staff_change": N_("change of staff"),
    "external_measure": N_("external measure"),
    "waiting_for_partner": N_("waiting for a partner"),
    "assignment_unclear": N_("assignment unclear"),
    "decision_missing": N_("decision missing"),
    "money": N_("money"),
    "other": N_("another reason"),
}
"""Why something goes otherwise than planned (R75)."""


class ProgressRound(Sheet, frozen=True, kw_only=True):
    """One progress round; key ``{round}/{id}`` (``2041/P1``). Its themes stand fixed from its start (R71)."""

    entity: ClassVar[str] = "progress_round"
    view: ClassVar[str] = "progress_rounds"
    title: str
    date: str
    """The day the state is of."""
    previous: str = ""
    """Key of the progress round before this one."""
    plan: str = ""
    """Key of the annual plan it starts from."""
    themes: tuple[str, ...] = ()

    def words(self) -> str:
        """Title and all texts."""
        return f"{self.title} {super().words()}".strip()


class ProgressEntry(Sheet, frozen=True, kw_only=True):
    """One theme in one form; key ``{round}/{progress round}/{theme}/{form}`` (R74)."""

    entity: ClassVar[str] = "progress_entry"
    view: ClassVar[str] = "progress_entries"

    @property
    def idle(self) -> bool:
        """Somebody said that there are no activities."""
        return self.option("P0") == NO_ACTIVITIES

    @property
    def status(self) -> str:
        """An id of ``PROGRESS_STATUS``; empty while nobody said."""
        return self.option("P4")
