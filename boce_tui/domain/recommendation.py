"""Recommendations, what was decided on them, and what became of them."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from boce_tui.domain.base import Entity
from boce_tui.domain.keys import GENERAL


class RecommendationGroup(Entity, frozen=True, kw_only=True):
    """A group of recommendations; key ``{round}/{id}``. Its number is its place in ``order`` until 1.0."""

    entity: ClassVar[str] = "recommendation_group"
    view: ClassVar[str] = "recommendation_groups"
    title: str
    theme: str = GENERAL
    order: int = 0
    number: int | None = None
    """Frozen at version 1.0."""


class EarlierLink(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a recommendation relates to an earlier one."""

    kind: str
    """``repeats``, ``replaces`` or ``closes``."""
    recommendation: str
    """Key of the earlier recommendation."""


class Recommendation(Entity, frozen=True, kw_only=True):
    """Advice to a body; key ``{round}/{id}`` (R45)."""

    entity: ClassVar[str] = "recommendation"
    view: ClassVar[str] = "recommendations"
    text: str = ""
    explanation: str = ""
    group: str = ""
    """Id of the recommendation group within the round."""
    order: int = 0
    """Place within the group: gives the letter until 1.0."""
    letter: str | None = None
    """Frozen at version 1.0 ("" for a group of one)."""
    theme: str = GENERAL
    addressee: str = ""
    """Body id."""
    co_addressees: tuple[str, ...] = ()
    deadline: str = ""
    """``YYYY-MM-DD`` or ``YYYY-MM``."""
    owner: str = ""
    """Body id of who takes the action."""
    findings: tuple[str, ...] = ()
    """Keys of findings it rests on."""
    earlier: tuple[EarlierLink, ...] = ()
    final: bool = False
    """Checked by the evaluators; impossible without addressee and evidence."""
    dropped: bool = False
    """Taken out after 1.0: printed as "vervallen", its number is never used again."""

    def words(self) -> str:
        """Text and explanation."""
        return f"{self.text} {self.explanation}".strip()


class Decision(Entity, frozen=True, kw_only=True):
    """What a body advised or decided; key ``{round}/{recommendation id}/{body}/{kind}`` (R67, R68).

    In the key stands the municipality when a college decided, and ``member-b`` when a member voted.
    """

    entity: ClassVar[str] = "decision"
    view: ClassVar[str] = "decisions"
    kind: str
    """``advice``, ``decision``, or ``vote``: a member's view, until somebody confirms it."""
    choice: str
    """``adopt``, ``adopt_changed``, ``reject``, ``hold``."""
    date: str = ""
    motivation: str = ""
    document: str = ""
    municipality: str = ""
    text: str = ""
    """The recommendation in its changed form; the original stays beside it."""
    owner: str = ""
    """Who takes it up, in the words of those who filled it in."""
    deadline: str = ""
    """By when, in their words."""

    def words(self) -> str:
        """Changed text and motivation."""
        return f"{self.text} {self.motivation}".strip()


class ShownBy(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something in the dossier that shows how far a recommendation is."""

    kind: str
    """``document``, ``meeting``, ``progress_entry`` or ``finding``."""
    key: str


class FollowUp(Entity, frozen=True, kw_only=True):
    """What became of a recommendation; key ``{round}/{recommendation id}`` (R55)."""

    entity: ClassVar[str] = "follow_up"
    view: ClassVar[str] = "follow_ups"
    progress: str
    """``no_action``, ``other_action``, ``in_progress``, ``done``, ``unknown``."""
    note: str = ""
    date: str = ""
    source: str = ""
    """What shows it, in words."""
    shown: tuple[ShownBy, ...] = ()
    """What shows it, of what the dossier has."""

    def words(self) -> str:
        """The note."""
        return self.note


class ActionItem(Entity, frozen=True, kw_only=True):
    """A promised action; key ``{round}/{recommendation id}/{id}`` (R69)."""

    entity: ClassVar[str] = "action_item"
    view: ClassVar[str] = "action_items"
    text: str
    owner: str = ""
    """Body id."""
    deadline: str = ""
    state: str = "open"
    """An id of ``ACTION_STATE``."""
    evidence: str = ""
    """What shows that it was done: a document, a decision, an event."""
    finished: str = ""
    """The day it was done or dropped."""

    def words(self) -> str:
        """The action and its evidence."""
        return f"{self.text} {self.evidence}".strip()


class ReportVersion(Entity, frozen=True, kw_only=True):
    """An issued report; key ``{round}/{version}/{audience}``. Keeps its bytes and digest."""

    entity: ClassVar[str] = "report_version"
    view: ClassVar[str] = "report_versions"
    version: str
    audience: str
    date: str
    sha256: str
    markdown: str
    model: str
    """The report model as JSON."""
    reason: str = ""
    """Why there is a version after 1.0."""
