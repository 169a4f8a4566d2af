"""The models of the progress letter (public, no hours) and of the progress overview (internal)."""

from __future__ import annotations

from boce_tui.reports.model.base import NO_TEXT, Data, Text


class Network(Data, frozen=True, kw_only=True):
    """Who is in a network on behalf of whom (R79)."""

    name: Text
    who: Text = NO_TEXT
    behalf: Text = NO_TEXT


class ProgressCell(Data, frozen=True, kw_only=True):
    """One theme in one form. Hours are not part of it: what does not know them cannot print them.

    Attributes:
        key: Key of its entry.
        form: Id of ``FORMS``.
        idle: There are no activities.
        status: Id of ``PROGRESS_STATUS``; empty when nobody said.
        reasons: Why it is late, in words.
    """

    key: str
    form: str
    idle: bool = False
    status: str = ""
    planned: Text = NO_TEXT
    achieved: Text = NO_TEXT
    reasons: tuple[Text, ...] = ()
    explanation: Text = NO_TEXT
    next: Text = NO_TEXT
    next_date: str = ""
    new_date: str = ""
    success: Text = NO_TEXT
    learned: Text = NO_TEXT
    networks: tuple[Network, ...] = ()

    @property
    def said(self) -> bool:
        """It is not blank."""
        return self.idle or bool(self.status)


class ProgressTheme(Data, frozen=True, kw_only=True):
    """A theme with its three cells, in the order of the forms."""

    name: Text
    cells: tuple[ProgressCell, ...]
    stopped_undecided: bool = False
    """Work on it stopped, and no body decided so."""


class ProgressMeeting(Data, frozen=True, kw_only=True):
    """A meeting: the day it was planned on, and the day that came in its place."""

    title: Text
    date: str = ""
    status: str = ""
    new_date: str = ""


class LetterModel(Data, frozen=True, kw_only=True):
    """The progress letter to the councils."""

    language: str = "nl"
    example: bool = False
    agenda: Text = NO_TEXT
    title: Text
    date: str
    municipalities: tuple[Text, ...] = ()
    opening: Text = NO_TEXT
    closing: Text = NO_TEXT
    plan: Text = NO_TEXT
    """The annual plan that what was planned comes from."""
    plan_date: str = ""
    coordination: Text = NO_TEXT
    themes: tuple[ProgressTheme, ...] = ()
    meetings: tuple[ProgressMeeting, ...] = ()


class Asked(Data, frozen=True, kw_only=True):
    """A decision that is asked; `needed` is ``yes`` or ``partly``."""

    needed: str
    body: Text = NO_TEXT
    what: Text = NO_TEXT
    date: str = ""


class WorkRow(Data, frozen=True, kw_only=True):
    """What only the commissioners see of a cell: hours, who does it, which decision is asked.

    Attributes:
        planned: Hours, written out; empty when nobody said.
        over: More was spent than planned.
    """

    form: str
    planned: str = ""
    spent: str = ""
    over: bool = False
    leads: Text = NO_TEXT
    joins: tuple[Text, ...] = ()
    asked: Asked | None = None


class Work(Data, frozen=True, kw_only=True):
    """A theme as only the commissioners see it; the totals are written out."""

    theme: Text
    rows: tuple[WorkRow, ...]
    planned: str = ""
    spent: str = ""
    over: bool = False


class ReasonCount(Data, frozen=True, kw_only=True):
    """How often a reason for delay was given: in this progress round, and in all up to now (R75)."""

    reason: str
    now: int
    total: int


class OverviewModel(Data, frozen=True, kw_only=True):
    """The progress overview for the commissioners."""

    language: str = "nl"
    example: bool = False
    agenda: Text = NO_TEXT
    title: Text
    date: str
    plan: Text = NO_TEXT
    plan_date: str = ""
    coordination: Text = NO_TEXT
    themes: tuple[ProgressTheme, ...] = ()
    work: tuple[Work, ...] = ()
    rounds: int = 1
    reasons: tuple[ReasonCount, ...] = ()
    meetings: tuple[ProgressMeeting, ...] = ()


class PlannedTheme(Data, frozen=True, kw_only=True):
    """A theme with what is planned in each form, in their order; a text may be empty."""

    name: Text
    results: tuple[Text, ...]


class PlanModel(Data, frozen=True, kw_only=True):
    """The annual plan of a year.

    Attributes:
        date: The day it was adopted or sent; empty when that is not known.
        source: Where it stands, or who adopted it.
    """

    language: str = "nl"
    example: bool = False
    agenda: Text = NO_TEXT
    title: Text
    date: str = ""
    source: Text = NO_TEXT
    themes: tuple[PlannedTheme, ...] = ()
