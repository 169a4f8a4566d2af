"""Candidate themes: what is known of each, and the hours there are for them (domain.md 4.4)."""

from __future__ import annotations

from typing import ClassVar

from boce_tui.domain.host_tasks import RouteStep
from boce_tui.domain.sheets import Sheet
from boce_tui.domain.vocabulary import Vocabulary
from boce_tui.locale import N_

INSTRUMENT = "theme_intake"
INCLUDE, HOLD, REJECT, SHARE = "include", "hold", "reject", "share"

INTAKE_CHOICE: Vocabulary = {
    INCLUDE: N_("include in the agenda"),
    HOLD: N_("hold"),
    REJECT: N_("turn down"),
    SHARE: N_("share knowledge only"),
}
"""What can be advised and decided about a candidate theme."""

QUARTERS = ("q1", "q2", "q3", "q4")
PROGRAMME_OFFICE = "programme_office"


class Intake(Sheet, frozen=True, kw_only=True):
    """A candidate theme; key ``{round}/{id}`` (``2041/T01``).

    It never holds who in an interview named it: no code, no key and no revision of an answer.
    """

    entity: ClassVar[str] = "intake"
    view: ClassVar[str] = "intakes"
    title: str
    from_interviews: bool = False
    """It was named in interviews (question B3), by enough people not to point at anyone."""
    theme: str = ""
    """Id of the theme of the agenda it became."""
    host_task: bool = False
    """No theme, but a task for the host municipality: this is its business case (R85)."""
    route: tuple[RouteStep, ...] = ()
    """The steps a host task took, in order."""

    def words(self) -> str:
        """Title, all texts, and the documents of its route."""
        return " ".join(filter(None, (self.title, super().words(), *(one.document for one in self.route))))


class AvailableHours(Sheet, frozen=True, kw_only=True):
    """The hours there are for themes in one year, per municipality and quarter; key ``{round}/{year}``."""

    entity: ClassVar[str] = "available_hours"
    view: ClassVar[str] = "available_hours"
