"""The models of what goes out when the round is over: letter, summary, feedback, recalibration."""

from __future__ import annotations

from boce_tui.reports.model.base import NO_TEXT, Data, Text
from boce_tui.reports.model.needs import Need


class Belongs(Data, frozen=True, kw_only=True):
    """What every one of these documents says of the report it belongs to.

    Attributes:
        agenda: Name of the agenda.
        title: Title of the round, which is that of the report.
        period: The period that was evaluated.
        version: Version of the report.
        status: ``draft`` or ``final``.
        embargo_until: Confidential until this day; empty = no embargo.
        example: The dossier is invented.
        draft: This document may be incomplete and says so.
        municipalities: Names of all municipalities, in their order.
    """

    agenda: Text
    title: Text
    period: Text = NO_TEXT
    version: str
    status: str
    embargo_until: str = ""
    example: bool = False
    draft: bool = False
    municipalities: tuple[Text, ...] = ()


class CollegeDecided(Data, frozen=True, kw_only=True):
    """One college took note of the report; `days` holds every day on which it decided."""

    municipality: Text
    days: tuple[str, ...] = ()


class Choice(Data, frozen=True, kw_only=True):
    """What one body chose: an id of ``DECISION_CHOICE``, and in which words when it changed the text."""

    municipality: Text = NO_TEXT
    choice: str = ""
    date: str = ""
    text: Text = NO_TEXT
    motivation: Text = NO_TEXT


class Asked(Data, frozen=True, kw_only=True):
    """A recommendation as these documents name it.

    Attributes:
        number: Such as ``3b``.
        choices: What the colleges decided, in the order of the municipalities.
    """

    number: str
    text: Text
    choices: tuple[Choice, ...] = ()


class Meeting(Data, frozen=True, kw_only=True):
    """The joint meeting of the councils: the day it was planned on first, and the day it is now.

    Attributes:
        first: Empty when it was never moved.
        day: The day it is now; empty when it is not known.
        start: ``HH:MM``, or empty.
        cancelled: It was called off and no new day is known.
    """

    first: str = ""
    day: str = ""
    start: str = ""
    place: Text = NO_TEXT
    cancelled: bool = False


class LetterModel(Data, frozen=True, kw_only=True):
    """The letter of the colleges to the councils.

    Attributes:
        councils: Municipalities whose councils it is for.
        signers: Municipalities whose colleges sign it.
        decided: When each college decided.
        recommendations: All recommendations with what was decided.
        for_councils: Numbers of the recommendations that are for the councils too.
        later: It becomes public after the last college decided.
    """

    language: str = "nl"
    about: Belongs
    councils: tuple[Text, ...] = ()
    signers: tuple[Text, ...] = ()
    opening: Text = NO_TEXT
    decided: tuple[CollegeDecided, ...] = ()
    decision: Text = NO_TEXT
    recommendations: tuple[Asked, ...] = ()
    later: bool = False
    publicity: Text = NO_TEXT
    meeting: Meeting = Meeting()
    meeting_text: Text = NO_TEXT
    for_councils: tuple[str, ...] = ()
    closing: Text = NO_TEXT


class Told(Data, frozen=True, kw_only=True):
    """A success as it is told.

    Attributes:
        people: Different people behind its findings.
        on_paper: It rests on documents too, so that a number of people is not needed.
        published: Everything it rests on stands in the report.
    """

    id: str
    text: Text
    people: int = 0
    on_paper: bool = False
    published: bool = True


class SummaryModel(Data, frozen=True, kw_only=True):
    """One page for the councils."""

    language: str = "nl"
    about: Belongs
    statement_threshold: int = 3
    outcome: Text = NO_TEXT
    successes: tuple[Told, ...] = ()
    recommendations: tuple[Asked, ...] = ()
    """Those that ask something of the councils."""
    needs: tuple[Need, ...] = ()
    """What they want to be told."""
    asked: Text = NO_TEXT
    meeting: Meeting = Meeting()


class Receiver(Data, frozen=True, kw_only=True):
    """A line of the distribution list: role or body and municipality, never a code or a name."""

    role: Text
    municipalities: tuple[Text, ...] = ()


class FeedbackModel(Data, frozen=True, kw_only=True):
    """Feedback to everybody who was interviewed."""

    language: str = "nl"
    about: Belongs
    opening: Text = NO_TEXT
    conclusions: tuple[Text, ...] = ()
    recommendations: tuple[Asked, ...] = ()
    decided: bool = False
    """Every college decided on every recommendation."""
    next: Text = NO_TEXT
    meeting: Meeting = Meeting()
    receivers: tuple[Receiver, ...] = ()


class Recalibrated(Data, frozen=True, kw_only=True):
    """One decision of the recalibration.

    Attributes:
        subject: ``ambition`` or ``theme``.
        choice: An id of ``RECALIBRATION_CHOICE``; empty when nothing was decided.
        text: The ambition as it is now; for a theme its name.
        before: How the ambition read before, when it was adjusted.
        undecided: It was stopped without a formal decision.
    """

    subject: str
    choice: str = ""
    text: Text = NO_TEXT
    before: Text = NO_TEXT
    version: int = 1
    reason: Text = NO_TEXT
    body: Text = NO_TEXT
    date: str = ""
    document: Text = NO_TEXT
    undecided: bool = False


class RecalibratedTheme(Data, frozen=True, kw_only=True):
    """A theme with what was decided on it and on its ambitions."""

    name: Text
    decisions: tuple[Recalibrated, ...] = ()


class RecalibrationModel(Data, frozen=True, kw_only=True):
    """The result of the recalibration."""

    language: str = "nl"
    about: Belongs
    opening: Text = NO_TEXT
    themes: tuple[RecalibratedTheme, ...] = ()


class DecidedItem(Data, frozen=True, kw_only=True):
    """A recommendation in the report with decisions.

    Attributes:
        id: Key of the recommendation.
        advice: What the steering group advised.
        decisions: What each college decided, in the order of the municipalities.
    """

    id: str
    number: str
    text: Text
    advice: tuple[Choice, ...] = ()
    decisions: tuple[Choice, ...] = ()
