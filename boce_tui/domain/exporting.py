"""What left the app: one row for each document that was written (R64). Never its content or its place."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from boce_tui.domain.base import Entity
from boce_tui.domain.vocabulary import Vocabulary, label
from boce_tui.locale import N_

DOCUMENTS: Vocabulary = {
    "report": N_("evaluation report"),
    "report_decided": N_("evaluation report with decisions"),
    "comparison": N_("comparison of two versions"),
    "record": N_("interview record"),
    "invitation": N_("invitation"),
    "questions": N_("question list"),
    "calendar": N_("calendar"),
    "cycle": N_("cycle document"),
    "certificate": N_("certificate of erasure"),
    "review": N_("review file"),
    "decisions": N_("decision list"),
    "decision_sheet": N_("decision sheet"),
    "letter": N_("letter to the councils"),
    "summary": N_("summary for the councils"),
    "feedback": N_("feedback to the interviewees"),
    "follow_up": N_("follow-up list"),
    "meetings": N_("meeting calendar"),
    "scan": N_("follow-up scan"),
    "needs": N_("what the councils want to know"),
    "recalibration": N_("result of the recalibration"),
    "intake": N_("theme intake"),
    "intakes": N_("comparison of candidate themes"),
    "annual_plan": N_("annual plan"),
    "progress_letter": N_("progress letter"),
    "progress_overview": N_("progress overview"),
    "years": N_("comparison of two years"),
    "bundle": N_("bundle"),
    "access": N_("access request"),
}
"""Kinds of documents, as the export log names them."""

READERS: Vocabulary = {
    "public": N_("everyone"),
    "steering": N_("steering group"),
    "councils": N_("councils"),
    "colleges": N_("colleges"),
    "commissioners": N_("commissioners"),
    "interviewees": N_("all interviewees"),
    "interviewee": N_("one interviewee"),
    "evaluators": N_("evaluators"),
    "support": N_("programme support"),
}
"""For whom a document was made."""


class ExportEntry(Entity, frozen=True, kw_only=True):
    """One document that was written; key ``{round}/{id}``, ids in the order of writing.

    Who did it and when is in the revision. Names of people and of files are never in it.
    """

    entity: ClassVar[str] = "export_entry"
    view: ClassVar[str] = "export_entries"
    document: str
    """An id of ``DOCUMENTS``."""
    audience: str = "evaluators"
    """An id of ``READERS``."""
    about: str = ""
    """Id of the interview a record is of; never whose."""
    version: str = ""
    language: str = "nl"
    sha256: str = ""
    """Digest of the file."""
    size: int = 0
    """Bytes of the file."""
    people: dict[str, int] = msgspec.field(default_factory=dict)
    """Over how many people each figure in it is, when no version of it is kept (P10); no figure itself."""

    @property
    def title(self) -> str:
        """The document, and what it is about."""
        return f"{label(DOCUMENTS, self.document)} {self.about}".strip()
