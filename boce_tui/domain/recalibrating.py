"""The yearly recalibration: what the steering group decided about each ambition and theme."""

from __future__ import annotations

from typing import ClassVar

from boce_tui.domain.agenda import Ambition, Theme
from boce_tui.domain.base import Entity
from boce_tui.domain.vocabulary import Vocabulary
from boce_tui.locale import N_

KEEP, ADJUST, STOP, ADD = "keep", "adjust", "stop", "add"

RECALIBRATION_CHOICE: Vocabulary = {
    "keep": N_("keep"),
    "adjust": N_("adjust"),
    "stop": N_("stop"),
    "add": N_("add"),
}
RECALIBRATION_OUTCOME: Vocabulary = {
    "keep": N_("stays"),
    "adjust": N_("adjusted"),
    "stop": N_("stopped by decision"),
    "add": N_("added"),
    "": N_("not discussed"),
}
"""The same as an outcome; what was stopped without a formal decision is called so instead."""
SUBJECTS = ("ambition", "theme")


class Recalibration(Entity, frozen=True, kw_only=True):
    """A decision on one ambition or theme; key ``{round}/{ambition or theme}/{its id}``."""

    entity: ClassVar[str] = "recalibration"
    view: ClassVar[str] = "recalibrations"
    choice: str = ""
    """An id of ``RECALIBRATION_CHOICE``; empty while only the reason is being written."""
    reason: str = ""
    body: str = "steering_group"
    date: str = ""
    document: str = ""
    """The decision on paper; a theme is not formally stopped without it."""
    text: str = ""
    """The new text of an ambition that is adjusted."""
    ambition_before: Ambition | None = None
    """The ambition as it was before the session; its text stays beside the new one."""
    theme_before: Theme | None = None
    """The theme as it was before the session."""

    @property
    def before(self) -> str:
        """The text the ambition had before the session."""
        return self.ambition_before.text if self.ambition_before else ""

    @property
    def formal(self) -> bool:
        """True when body, date and document are known."""
        return bool(self.body and self.date and self.document.strip())

    def words(self) -> str:
        """Reason and new text."""
        return f"{self.reason} {self.text}".strip()
