"""The model of chapter 5: the appendices."""

from __future__ import annotations

from boce_tui.reports.model.base import NO_TEXT, Data, Text
from boce_tui.reports.model.findings import Figure


class Interviewee(Data, frozen=True, kw_only=True):
    """A line of appendix 1: role or body and municipality; a name only with consent."""

    role: Text
    municipalities: tuple[Text, ...] = ()
    name: Text = NO_TEXT
    consent: bool = False
    code: str = ""
    """Who it is, for the name check. Never printed."""


class StudiedDocument(Data, frozen=True, kw_only=True):
    """A line of appendix 2."""

    title: Text
    kind: Text = NO_TEXT
    date: str = ""
    author: Text = NO_TEXT


class FollowUpAction(Data, frozen=True, kw_only=True):
    """An action that was agreed on an earlier recommendation."""

    text: Text
    owner: Text = NO_TEXT
    deadline: str = ""
    state: str = "open"
    """Id of ``ACTION_STATE``."""
    evidence: Text = NO_TEXT


class ShownBy(Data, frozen=True, kw_only=True):
    """Something of the dossier that shows what became of a recommendation.

    Attributes:
        kind: Id of ``SHOWN_BY_WORDS``.
        text: What it is; of a finding its text, where that may stand.
        date: Its day.
    """

    kind: str
    text: Text
    date: str = ""


class FollowUp(Data, frozen=True, kw_only=True):
    """A line of appendix 3: an earlier recommendation and what became of it."""

    number: str
    text: Text
    progress: str = ""
    """Id of ``PROGRESS_CLASS``; empty = not filled in."""
    note: Text = NO_TEXT
    source: Text = NO_TEXT
    """What shows it."""
    shown: tuple[ShownBy, ...] = ()
    """What shows it, of what the dossier has."""
    decided: tuple[str, ...] = ()
    """What was decided on it: ids of ``DECISION_CHOICE``."""
    lapsed: bool = False
    actions: tuple[FollowUpAction, ...] = ()


class AskedQuestion(Data, frozen=True, kw_only=True):
    """A line of appendix 5."""

    id: str
    text: Text


class QuestionSection(Data, frozen=True, kw_only=True):
    """A block of appendix 5."""

    title: Text
    questions: tuple[AskedQuestion, ...] = ()


class Appendices(Data, frozen=True, kw_only=True):
    """Chapter 5."""

    interviewees: tuple[Interviewee, ...] = ()
    documents: tuple[StudiedDocument, ...] = ()
    follow_up: tuple[FollowUp, ...] = ()
    first_round: bool = False
    """True when there is no earlier round to follow up."""
    figures: tuple[Figure, ...] = ()
    questions: tuple[QuestionSection, ...] = ()
