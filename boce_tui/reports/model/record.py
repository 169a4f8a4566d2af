"""The model of an interview's record: what one interviewee said, for that person only."""

from __future__ import annotations

from boce_tui.reports.model.base import NO_TEXT, Data, Text


class RecordAnswer(Data, frozen=True, kw_only=True):
    """One answer to a question.

    Attributes:
        alone: It is this person's own, not everybody's at the table.
        chosen: What was chosen, in words, line by line.
        said: The text.
    """

    alone: bool = False
    chosen: tuple[Text, ...] = ()
    said: Text = NO_TEXT


class RecordQuestion(Data, frozen=True, kw_only=True):
    """A question with what was answered to it."""

    id: str
    text: Text
    theme: Text = NO_TEXT
    extra: bool = False
    """It was asked in this one interview."""
    answers: tuple[RecordAnswer, ...] = ()


class RecordSection(Data, frozen=True, kw_only=True):
    """A block of questions; without a title it holds what no longer fits in another one."""

    title: Text = NO_TEXT
    questions: tuple[RecordQuestion, ...] = ()


class RecordQuote(Data, frozen=True, kw_only=True):
    """A quote that is asked for.

    Attributes:
        question: Id of the question it was said at.
        literal: The words as they were said.
        wording: More general words, when there are any.
        approval: An id of ``QUOTE_APPROVAL``.
    """

    question: str
    literal: Text
    wording: Text = NO_TEXT
    approval: str = "no"


class RecordModel(Data, frozen=True, kw_only=True):
    """The whole record.

    Attributes:
        language: Language of the fixed texts.
        example: The dossier is invented.
        agenda: Name of the agenda.
        round: Title of the round.
        held: The day of the interview, ``YYYY-MM-DD`` or empty.
        evaluators: How many evaluators held it; 0 = not noted.
        evaluator_organisations: Where they work, each once; their names are not in the dossier.
        deadline: The day before which the person reacts; empty = the record was not sent yet.
        days: Working days there are to react.
        no_reply_approves: No reaction counts as approval of the record.
        together: Others were at the table too.
        sections: The questions with answers, in the order of the interview.
        quotes: The quotes, in the same order.
        own: Codes of the people at the table, for the name check. Never printed.
    """

    language: str = "nl"
    example: bool = False
    agenda: Text
    round: Text
    held: str = ""
    evaluators: int = 0
    evaluator_organisations: tuple[Text, ...] = ()
    deadline: str = ""
    days: int = 10
    no_reply_approves: bool = False
    together: bool = False
    sections: tuple[RecordSection, ...] = ()
    quotes: tuple[RecordQuote, ...] = ()
    own: tuple[str, ...] = ()
