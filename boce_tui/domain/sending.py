"""What goes out when the round is over: successes to tell of, and the texts of the letters."""

from __future__ import annotations

from typing import ClassVar

from boce_tui.domain.base import Entity
from boce_tui.domain.vocabulary import Vocabulary
from boce_tui.locale import N_

SUMMARY_WORDS = 450
"""The summary for the councils is one page: at most this many words, everything counted."""

LETTER, SUMMARY, FEEDBACK, RECALIBRATION = "letter", "summary", "feedback", "recalibration"
DECIDED = "report_decided"
SENT = (LETTER, SUMMARY, FEEDBACK, DECIDED)
"""What goes out when the round is over: ids of ``DOCUMENTS``, in the order in which it goes out."""

TEXTS: Vocabulary = {
    "letter.opening": N_("Letter to the councils: opening, instead of the fixed one"),
    "letter.decision": N_("Letter to the councils: on what the executives decided"),
    "letter.publicity": N_("Letter to the councils: why it becomes public later"),
    "letter.meeting": N_("Letter to the councils: time and place of the meeting"),
    "letter.closing": N_("Letter to the councils: closing"),
    "summary.outcome": N_("Summary for the councils: the outcome in short"),
    "summary.asked": N_("Summary for the councils: what is asked, besides the recommendations"),
    "feedback.opening": N_("Feedback to the interviewees: opening, instead of the fixed one"),
    "feedback.next": N_("Feedback to the interviewees: what happens next"),
    "recalibration.opening": N_("Recalibration: introduction to the result"),
}
"""Hand-written texts of the documents that go out, kept as ``ChapterText`` with key ``{round}/{id}``."""


class Success(Entity, frozen=True, kw_only=True):
    """Something that goes well, in words for the councils; key ``{round}/{id}`` (R57).

    It rests on findings of the report, so that its chain of evidence is theirs.
    """

    entity: ClassVar[str] = "success"
    view: ClassVar[str] = "successes"
    text: str = ""
    findings: tuple[str, ...] = ()
    """Keys of findings."""
    order: int = 0

    def words(self) -> str:
        """The text."""
        return self.text
