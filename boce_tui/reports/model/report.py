"""The whole report model."""

from __future__ import annotations

import msgspec

from boce_tui.reports.model.advice import Conclusion
from boce_tui.reports.model.appendices import Appendices
from boce_tui.reports.model.base import NO_TEXT, Data, Text
from boce_tui.reports.model.findings import Chapter
from boce_tui.reports.model.opening import DocumentData, Introduction
from boce_tui.reports.model.sending import DecidedItem


class ReportModel(Data, frozen=True, kw_only=True):
    """A whole report."""

    language: str = "nl"
    audience: str = "public"
    """``public`` or ``steering``."""
    draft: bool = False
    example: bool = False
    count_threshold: int = 5
    statement_threshold: int = 3
    municipalities: tuple[Text, ...] = ()
    """All municipalities of the agenda; a quote may not name them."""
    document: DocumentData
    introduction: Introduction = Introduction()
    conclusion: Conclusion = Conclusion()
    chapters: tuple[Chapter, ...] = ()
    afterword: Text = NO_TEXT
    appendices: Appendices = Appendices()
    titles: dict[str, Text] = msgspec.field(default_factory=dict)
    """Own words for fixed headings: heading id (see `boce_tui.reports.wording.HEADINGS`) -> text."""
    decided: tuple[DecidedItem, ...] | None = None
    """What was decided on each recommendation; None in the report without decisions."""
