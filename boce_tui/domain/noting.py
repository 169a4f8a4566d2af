"""What is written beside the questions: free notes, extra questions, passages that belong elsewhere too."""

from __future__ import annotations

from typing import ClassVar

from boce_tui.domain.anchors import Anchor
from boce_tui.domain.base import Entity


class Note(Entity, frozen=True, kw_only=True):
    """A free note made during an interview; key ``{round}/{interview}/{id}`` (R27)."""

    entity: ClassVar[str] = "note"
    view: ClassVar[str] = "notes"
    text: str = ""
    at: str = ""
    """When it was begun, ISO in UTC."""
    answer: str = ""
    """Key of the answer it belongs to; empty while it belongs to no question."""
    speakers: tuple[str, ...] = ()
    """Codes of the participants it is about; empty = everyone at the table."""

    def words(self) -> str:
        """The note."""
        return self.text


class ExtraQuestion(Entity, frozen=True, kw_only=True):
    """A question that was asked in one interview only; key ``{round}/{interview}/X1`` (R28).

    Its answer has ``X1`` as question id. It is in no count or average, and is never compared between years.
    """

    entity: ClassVar[str] = "extra_question"
    view: ClassVar[str] = "extra_questions"
    text: str = ""
    at: str = ""
    """When it was thought of, ISO in UTC."""
    after: str = ""
    """Id of the question after which it was asked."""
    section: str = ""
    """Section of the question set it was asked in."""
    theme: str = ""
    """Theme id, or empty."""
    comparable: bool = False
    """Always false: nobody else was asked this."""

    def words(self) -> str:
        """The wording."""
        return self.text


class Passage(Entity, frozen=True, kw_only=True):
    """Words in one answer that belong to another question too; key ``{round}/{interview}/{id}``.

    They stay where they are, and are shown under the other question as well.
    """

    entity: ClassVar[str] = "passage"
    view: ClassVar[str] = "passages"
    source: str
    """Key of the answer the words stand in."""
    target: str
    """Key of the answer they belong to too."""
    text: str
    start: int = -1
    """Place in the text of the source when they were linked."""
    before: str = ""
    after: str = ""
    at: str = ""
    """When they were linked, ISO in UTC."""

    @property
    def anchor(self) -> Anchor:
        """The words with their place, to find them again."""
        return Anchor(self.text, self.start, self.before, self.after)

    def words(self) -> str:
        """The words."""
        return self.text
