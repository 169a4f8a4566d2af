"""The models of what an interviewee gets beforehand: the invitation, and the questions to be asked."""

from __future__ import annotations

from boce_tui.reports.model.base import NO_TEXT, Data, Text


class AskedQuestion(Data, frozen=True, kw_only=True):
    """One question as it will be asked.

    Attributes:
        choices: What can be chosen, line by line; empty for an open question.
        probes: Follow-up questions; empty when they are left out.
    """

    id: str
    text: Text
    help: Text = NO_TEXT
    choices: tuple[Text, ...] = ()
    probes: tuple[Text, ...] = ()


class AskedSection(Data, frozen=True, kw_only=True):
    """Questions that belong together; with a theme they are about that theme."""

    title: Text
    theme: Text = NO_TEXT
    questions: tuple[AskedQuestion, ...] = ()


class QuestionsModel(Data, frozen=True, kw_only=True):
    """The questions one person (or everybody at one table) will get, blank.

    Attributes:
        main: The main question of the evaluation.
        count: How many questions.
        short: Only the core questions are asked.
        own: Codes of the people at the table, for the name check. Never printed.
    """

    language: str = "nl"
    example: bool = False
    agenda: Text
    round: Text
    main: Text = NO_TEXT
    count: int = 0
    short: bool = False
    sections: tuple[AskedSection, ...] = ()
    own: tuple[str, ...] = ()


class InvitationModel(Data, frozen=True, kw_only=True):
    """The invitation for an interview.

    Attributes:
        day: The day it is planned on, or empty.
        start: ``HH:MM``, or empty.
        topics: The sub-questions of the evaluation.
        themes: The themes this person is asked about.
        together: Others will be at the table too.
        days: Working days to react to the record.
        own: Codes of the people at the table, for the name check. Never printed.
    """

    language: str = "nl"
    example: bool = False
    agenda: Text
    round: Text
    main: Text = NO_TEXT
    day: str = ""
    start: str = ""
    minutes: int = 60
    place: Text = NO_TEXT
    topics: tuple[Text, ...] = ()
    themes: tuple[Text, ...] = ()
    together: bool = False
    days: int = 10
    own: tuple[str, ...] = ()
