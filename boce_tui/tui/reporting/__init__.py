"""The report: a section at a time as its reader will see it, with what the gates say beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp
    from boce_tui.tui.screen import BoceScreen


def report_door(_app: BoceApp, key: str) -> BoceScreen:
    """The report of the round; `key` may name a section to begin with."""
    from boce_tui.tui.reporting.report import ReportScreen

    return ReportScreen(key)


def chapter_text_door(_app: BoceApp, key: str) -> BoceScreen:
    """The hand-written texts of the report, or of the letters; `key` is that of a chapter text."""
    from boce_tui.cycle.sending.texts import text_document

    if document := text_document(key):
        from boce_tui.tui.sending.texts import SentTextsScreen

        return SentTextsScreen(document, key)
    from boce_tui.tui.reporting.chapter_texts import ChapterTextsScreen

    return ChapterTextsScreen(key)
