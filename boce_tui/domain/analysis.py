"""From answers to conclusions: findings with their evidence, sub-conclusions, main conclusions."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from boce_tui.domain.base import Entity
from boce_tui.domain.keys import GENERAL


class Evidence(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One source of a finding, for or against it."""

    kind: str
    """``answer``, ``quote`` or ``document``."""
    key: str
    """Key of that item."""
    revision: str
    """The revision that was read; a later change is reported as "bron gewijzigd"."""
    stance: str = "for"
    """``for`` or ``against``."""
    note: str = ""


class Quantifier(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The quantity word of a finding: what the counts propose and what was chosen (R40)."""

    word: str
    """An id of ``QUANTIFIERS``, or empty for none."""
    reason: str = ""
    """Required when it differs from the proposal."""


class Finding(Entity, frozen=True, kw_only=True):
    """A statement with its sources; key ``{round}/{id}`` (R39)."""

    entity: ClassVar[str] = "finding"
    view: ClassVar[str] = "findings"
    text: str = ""
    sub_question: str = ""
    """Section id of the question set (``ambitions`` ...)."""
    theme: str = GENERAL
    evidence: tuple[Evidence, ...] = ()
    quantifier: Quantifier | None = None
    group: str = ""
    """Group the statement is about, or empty for everyone."""
    evidence_type: str = "interviews"
    """``measured``, ``document``, ``interviews``, ``opinion`` (audit report 2023)."""
    against_text: str = ""
    """The other side, printed beside it when given (R42)."""
    order: int = 0

    def words(self) -> str:
        """Both sides of the statement."""
        return f"{self.text} {self.against_text}".strip()


class SubConclusion(Entity, frozen=True, kw_only=True):
    """Answer to one sub-question for one theme or in general; key ``{round}/{section}/{theme}`` (R43)."""

    entity: ClassVar[str] = "sub_conclusion"
    view: ClassVar[str] = "sub_conclusions"
    text: str = ""
    findings: tuple[str, ...] = ()
    """Keys of findings, in the order they are printed."""
    none_reason: str = ""
    """Why there is no conclusion here ("geen bevindingen", "niet onderzocht")."""

    def words(self) -> str:
        """The conclusion's text."""
        return self.text


class MainConclusion(Entity, frozen=True, kw_only=True):
    """One bullet that answers the main question; key ``{round}/{id}`` (R44)."""

    entity: ClassVar[str] = "main_conclusion"
    view: ClassVar[str] = "main_conclusions"
    text: str = ""
    sub_conclusions: tuple[str, ...] = ()
    """Keys of sub-conclusions."""
    order: int = 0

    def words(self) -> str:
        """The bullet's text."""
        return self.text


class ChapterText(Entity, frozen=True, kw_only=True):
    """Hand-written text of a section (R52); key ``{round}/{section}``: ``1.1``, ``3.ambitions.general``."""

    entity: ClassVar[str] = "chapter_text"
    view: ClassVar[str] = "chapter_texts"
    text: str = ""

    def words(self) -> str:
        """The text."""
        return self.text
