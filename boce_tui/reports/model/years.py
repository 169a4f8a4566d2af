"""The model of two years side by side; thresholds were applied before it was made."""

from __future__ import annotations

from boce_tui.reports.model.base import NO_TEXT, Data, Text


class YearFigure(Data, frozen=True, kw_only=True):
    """One line of a table: a group, an option, or everyone together.

    Attributes:
        label: What it is about.
        before: The number of the earlier year.
        after: The number of the later year.
        before_people: Over how many people, for marks.
        after_people: The same of the later year.
    """

    label: Text
    before: float
    after: float
    before_people: int = 0
    after_people: int = 0


class ComparedQuestion(Data, frozen=True, kw_only=True):
    """One thing that is counted.

    Attributes:
        title: The question, with its theme and row.
        short: What tells it apart in a list: the row of a table, else the question.
        listed: What stands in the list of what is not compared; empty when a line before it covers this one.
        theme: Theme id, or empty.
        state: See ``boce_tui.cycle.comparing_years.side_by_side``.
        mode: ``exact``, ``words`` or ``hidden``; empty when it is not compared.
        word: ``higher``, ``lower`` or ``alike``.
        kind: ``rating`` or ``choice``.
        asked_before: How it was asked, when that was in other words.
        figures: The numbers.
    """

    title: Text
    short: Text = NO_TEXT
    listed: Text = NO_TEXT
    theme: str = ""
    state: str = "compared"
    mode: str = ""
    word: str = ""
    kind: str = "rating"
    asked_before: Text = NO_TEXT
    figures: tuple[YearFigure, ...] = ()


class ComparedChapter(Data, frozen=True, kw_only=True):
    """The questions of one sub-question."""

    title: Text
    questions: tuple[ComparedQuestion, ...] = ()


class YearsModel(Data, frozen=True, kw_only=True):
    """The whole comparison."""

    language: str = "nl"
    example: bool = False
    before: Text
    after: Text
    before_year: str
    after_year: str
    threshold: int
    chapters: tuple[ComparedChapter, ...] = ()
