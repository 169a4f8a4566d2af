"""The report model: everything a report says, as plain data, before a word of Markdown is written.

`boce_tui.cycle.reporting` fills it from the dossier with all thresholds applied; this package only reads it.
Two kinds of strings:

* `Text`: typed by people (or read from a file that people edit). It carries its `Origin`, so that a finding
  of the gates can name the place; it is hostile until `escape` has been over it.
* `str`: made by the program (ids, numbers of recommendations, dates ``YYYY-MM-DD`` or ``YYYY-MM``, version).

Vocabulary ids (status, group, quantifier ...) go in as ids and are shown in the report's language.
Empty means ``""``, ``()`` or an empty `Text`; the compiler decides what an empty part says.
"""

from __future__ import annotations

from boce_tui.reports.model.advice import (
    Bullet,
    Conclusion,
    EarlierLink,
    Recommendation,
    RecommendationGroup,
)
from boce_tui.reports.model.appendices import (
    Appendices,
    AskedQuestion,
    FollowUp,
    FollowUpAction,
    Interviewee,
    QuestionSection,
    ShownBy,
    StudiedDocument,
)
from boce_tui.reports.model.base import (
    NO_TEXT,
    Data,
    Origin,
    Text,
    Theme,
)
from boce_tui.reports.model.findings import (
    AmbitionStatus,
    Chapter,
    Coverage,
    Figure,
    FigureRow,
    Finding,
    Part,
    Quote,
    Share,
    Source,
    WordChoice,
    part_id,
)
from boce_tui.reports.model.opening import (
    AmbitionFact,
    CouncilDecision,
    DocumentData,
    GroupSize,
    Introduction,
)
from boce_tui.reports.model.report import (
    ReportModel,
)

__all__ = [
    "NO_TEXT",
    "AmbitionFact",
    "AmbitionStatus",
    "Appendices",
    "AskedQuestion",
    "Bullet",
    "Chapter",
    "Conclusion",
    "CouncilDecision",
    "Coverage",
    "Data",
    "DocumentData",
    "EarlierLink",
    "Figure",
    "FigureRow",
    "Finding",
    "FollowUp",
    "FollowUpAction",
    "GroupSize",
    "Interviewee",
    "Introduction",
    "Origin",
    "Part",
    "QuestionSection",
    "Quote",
    "Recommendation",
    "RecommendationGroup",
    "ReportModel",
    "Share",
    "ShownBy",
    "Source",
    "StudiedDocument",
    "Text",
    "Theme",
    "WordChoice",
    "part_id",
]
