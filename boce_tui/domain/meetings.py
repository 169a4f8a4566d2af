"""Meetings of bodies, and where the follow-up scan of a recommendation stands."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from boce_tui.domain.base import Entity
from boce_tui.domain.vocabulary import Vocabulary
from boce_tui.locale import N_

PLANNED, MOVED, CANCELLED, HELD = "planned", "moved", "cancelled", "held"

MEETING_STATUS: Vocabulary = {
    PLANNED: N_("planned"),
    MOVED: N_("moved"),
    CANCELLED: N_("cancelled"),
    HELD: N_("held"),
}

SCAN_ANSWER: Vocabulary = {
    "yes": N_("yes"),
    "partly": N_("partly"),
    "no": N_("no"),
    "dont_know": N_("cannot be said"),
}
SCAN_QUESTIONS: Vocabulary = {
    "adopted": N_("Was it adopted?"),
    "done": N_("Was it done?"),
    "effect": N_("Does one notice its effect?"),
}
"""The three questions of the scan (domain.md 7, R73): the names of their attributes."""


class MovedFrom(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A date that a meeting does not have any more, and why."""

    date: str
    reason: str = ""


class Meeting(Entity, frozen=True, kw_only=True):
    """A meeting of one or more bodies; key ``{round}/{id}`` (R78).

    A date is never overwritten: moving it keeps the one before in ``moved``.
    """

    entity: ClassVar[str] = "meeting"
    view: ClassVar[str] = "meetings"
    title: str
    body: str = ""
    """Id of the body that meets."""
    date: str = ""
    """The day it is planned on now, or was held (``YYYY-MM-DD``)."""
    start: str = ""
    """Start time ``HH:MM``."""
    place: str = ""
    status: str = PLANNED
    """An id of ``MEETING_STATUS``."""
    moved: tuple[MovedFrom, ...] = ()
    """The dates it had before, the first one first."""
    replaced_by: str = ""
    """Id, within the round, of the meeting that came in place of a cancelled one."""
    reason: str = ""
    """Why it was cancelled."""
    themes: tuple[str, ...] = ()
    """Themes on its agenda."""
    recommendations: tuple[str, ...] = ()
    """Keys of recommendations on its agenda."""
    note: str = ""
    """What else is on the agenda, or what came of it."""

    @property
    def first_date(self) -> str:
        """The day it was planned on in the first place."""
        return self.moved[0].date if self.moved else self.date

    def words(self) -> str:
        """Title and note."""
        return f"{self.title} {self.note}".strip()


class ScanAnswer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The answer to one question of the scan, and what shows it."""

    answer: str = ""
    """An id of ``SCAN_ANSWER``; empty while it was not answered."""
    evidence: str = ""

    @property
    def complete(self) -> bool:
        """Answered, and with evidence; "cannot be said" needs none."""
        return bool(self.answer) and (self.answer == "dont_know" or bool(self.evidence.strip()))


class Scan(Entity, frozen=True, kw_only=True):
    """Looking back at a recommendation after a set term; key = that of the recommendation (R73)."""

    entity: ClassVar[str] = "scan"
    view: ClassVar[str] = "scans"
    date: str = ""
    adopted: ScanAnswer = ScanAnswer()
    done: ScanAnswer = ScanAnswer()
    effect: ScanAnswer = ScanAnswer()

    def answers(self) -> dict[str, ScanAnswer]:
        """The answers by question."""
        return {name: getattr(self, name) for name in SCAN_QUESTIONS}

    @property
    def complete(self) -> bool:
        """All three questions were answered."""
        return all(one.complete for one in self.answers().values())

    def words(self) -> str:
        """The evidence."""
        return " ".join(one.evidence for one in self.answers().values() if one.evidence)
