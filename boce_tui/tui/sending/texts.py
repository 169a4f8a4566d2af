"""The hand-written texts of the documents that go out."""

from __future__ import annotations

import boce_tui.tui.sending.commands  # noqa: F401  - registers the help text
from boce_tui.cycle.reporting.writing import Writable
from boce_tui.cycle.sending.texts import PLACEHOLDERS, writable_texts
from boce_tui.domain.exporting import DOCUMENTS
from boce_tui.domain.vocabulary import label
from boce_tui.tui.reporting.chapter_texts import ChapterTextsScreen


class SentTextsScreen(ChapterTextsScreen):
    """What people write in one of these documents themselves.

    Args:
        document: Id of the document.
        key: Key of the text to begin with.
    """

    HELP_ID = "sending.texts"

    def __init__(self, document: str, key: str = "") -> None:
        super().__init__(key)
        self._document = document

    def called(self) -> str:
        """The document."""
        return label(DOCUMENTS, self._document)

    def places(self) -> list[Writable]:
        """Its texts."""
        return writable_texts(self.boce.dossier, self.boce.round_id, self._document)

    def placeholders(self) -> list[str]:
        """What can be used in them."""
        return list(PLACEHOLDERS)
