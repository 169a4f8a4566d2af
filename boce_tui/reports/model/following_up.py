"""The models of the follow-up list, the meetings and the scan."""

from __future__ import annotations

from boce_tui.reports.model.appendices import ShownBy
from boce_tui.reports.model.base import NO_TEXT, Data, Text
from boce_tui.reports.model.needs import Need


class Action(Data, frozen=True, kw_only=True):
    """One action, or a recommendation without one.

    Attributes:
        number: Number of the recommendation, with its round.
        recommendation: The recommendation.
        text: The action; empty when none was agreed.
        waits: Somebody is still waiting for it.
        deadline: By when.
        state: Id of ``ACTION_STATE``; empty without an action.
        late: ``date``, ``age`` or empty.
        days: How many days it is late, or old.
        progress: Id of ``PROGRESS_CLASS``.
        evidence: What shows it.
        shown: What shows it of what the dossier has; of a finding only where it stands.
    """

    number: str
    recommendation: Text
    text: Text = NO_TEXT
    waits: bool = True
    deadline: str = ""
    state: str = ""
    late: str = ""
    days: int = 0
    progress: str = "unknown"
    evidence: Text = NO_TEXT
    shown: tuple[ShownBy, ...] = ()


class OfBody(Data, frozen=True, kw_only=True):
    """What one body is to do; an empty name: what nobody was named for."""

    name: Text = NO_TEXT
    actions: tuple[Action, ...] = ()


class ClassCount(Data, frozen=True, kw_only=True):
    """How many recommendations of a round are in a class of progress."""

    progress: str
    number: int


class FollowUpList(Data, frozen=True, kw_only=True):
    """The whole list.

    Attributes:
        language: Language of the fixed texts.
        example: The dossier is invented.
        title: Title of the round one works in.
        date: The day it was drawn up on.
        overdue: It holds only what is late.
        bodies: Body after body.
        classes: How many recommendations are in which class.
        needs: What the councils wait for.
    """

    language: str = "nl"
    example: bool = False
    title: Text
    date: str = ""
    overdue: bool = False
    bodies: tuple[OfBody, ...] = ()
    classes: tuple[ClassCount, ...] = ()
    needs: tuple[Need, ...] = ()


class MovedDate(Data, frozen=True, kw_only=True):
    """A date that a meeting had before."""

    date: str
    reason: Text = NO_TEXT


class OnAgenda(Data, frozen=True, kw_only=True):
    """A recommendation on an agenda."""

    number: str
    text: Text


class MeetingItem(Data, frozen=True, kw_only=True):
    """One meeting with its agenda.

    Attributes:
        id: Its number.
        replaced_by: Title of the meeting in its place, when it was cancelled; with its date.
        replaced_on: That date.
        replaces: Title of the cancelled meeting that this one came in place of.
    """

    id: str
    title: Text
    body: Text = NO_TEXT
    date: str = ""
    start: str = ""
    place: Text = NO_TEXT
    status: str = "planned"
    moved: tuple[MovedDate, ...] = ()
    reason: Text = NO_TEXT
    replaced_by: Text = NO_TEXT
    replaced_on: str = ""
    replaces: Text = NO_TEXT
    themes: tuple[Text, ...] = ()
    recommendations: tuple[OnAgenda, ...] = ()
    note: Text = NO_TEXT


class MeetingList(Data, frozen=True, kw_only=True):
    """All meetings of a round."""

    language: str = "nl"
    example: bool = False
    title: Text
    meetings: tuple[MeetingItem, ...] = ()


class ScanLine(Data, frozen=True, kw_only=True):
    """The answer to one question."""

    question: str
    """Id of ``SCAN_QUESTIONS``."""
    answer: str = ""
    evidence: Text = NO_TEXT


class ScanItem(Data, frozen=True, kw_only=True):
    """One recommendation with its three answers."""

    number: str
    text: Text
    due: str = ""
    date: str = ""
    lines: tuple[ScanLine, ...] = ()


class ScanReport(Data, frozen=True, kw_only=True):
    """The whole scan: what is due, and when the rest is."""

    language: str = "nl"
    example: bool = False
    title: Text
    items: tuple[ScanItem, ...] = ()
    later: tuple[ScanItem, ...] = ()
