"""The model of the document table and chapter 1."""

from __future__ import annotations

from boce_tui.reports.model.base import NO_TEXT, Data, Text, Theme


class DocumentData(Data, frozen=True, kw_only=True):
    """What the table at the top says."""

    title: Text
    agenda: Text
    """Name of the agenda."""
    round: Text
    """Title of the round."""
    round_id: str
    """Such as ``2041``; recommendations are known as ``2041-3b``."""
    period: Text = NO_TEXT
    """The period that was evaluated."""
    region: Text = NO_TEXT
    version: str = "0.1"
    status: str = "draft"
    """``draft`` or ``final``."""
    date: str = ""
    embargo_until: str = ""
    """Confidential until this day; empty = no embargo."""


class CouncilDecision(Data, frozen=True, kw_only=True):
    """One municipality adopted an ambition."""

    municipality: Text
    body: Text = NO_TEXT
    date: str = ""


class AmbitionFact(Data, frozen=True, kw_only=True):
    """An ambition as it was adopted (1.1)."""

    theme: Theme
    text: Text
    source: Text = NO_TEXT
    decisions: tuple[CouncilDecision, ...] = ()


class GroupSize(Data, frozen=True, kw_only=True):
    """How many people of one group took part."""

    group: str
    """Id of ``GROUPS``."""
    people: int


class Introduction(Data, frozen=True, kw_only=True):
    """Chapter 1."""

    background: Text = NO_TEXT
    """1.1, hand-written: the reason of this round."""
    goal: Text = NO_TEXT
    """A clause that follows "The goal is:"."""
    forms: tuple[str, ...] = ("joint_action", "joint_representation", "joint_learning")
    """Ids of ``FORMS``."""
    themes: tuple[Theme, ...] = ()
    """All themes of the agenda."""
    ambitions: tuple[AmbitionFact, ...] = ()
    approach: Text = NO_TEXT
    """1.2, hand-written."""
    limitations: Text = NO_TEXT
    focus_themes: tuple[Theme, ...] = ()
    left_out: tuple[Theme, ...] = ()
    left_out_reason: Text = NO_TEXT
    evaluator_organisations: tuple[Text, ...] = ()
    evaluators: int = 0
    commissioning_body: Text = NO_TEXT
    delegated_commissioner: Text = NO_TEXT
    """A function, never a name."""
    interviews: int = 0
    participants: int = 0
    groups: tuple[GroupSize, ...] = ()
    interviews_from: str = ""
    interviews_until: str = ""
    main_question: Text = NO_TEXT
    reading_guide: Text = NO_TEXT
    """1.4, hand-written; empty = a fixed text."""
