"""The models of the fiche of a candidate theme and of the comparison of all of them."""

from __future__ import annotations

from boce_tui.reports.model.base import NO_TEXT, Data, Text


class Support(Data, frozen=True, kw_only=True):
    """One municipality: ids of ``YES_NO_PARTLY``, empty when nobody answered."""

    municipality: Text
    executive: str = ""
    official: str = ""
    executive_by: Text = NO_TEXT
    official_by: Text = NO_TEXT
    executive_on: str = ""
    official_on: str = ""


class Mark(Data, frozen=True, kw_only=True):
    """One of the three K's; `name` is an id of ``THREE_K``, `score` 1-5 or empty."""

    name: str
    score: str = ""
    evidence: Text = NO_TEXT


class HoursRow(Data, frozen=True, kw_only=True):
    """What one place is asked per quarter, written out; `over` tells per quarter whether there is less."""

    place: Text
    asked: tuple[str, ...]
    left: tuple[str, ...]
    over: tuple[bool, ...]


class Quarter(Data, frozen=True, kw_only=True):
    """A quarter of the planning: hours of its milestones, and whether they do not fit."""

    number: str
    planned: str
    over: bool


class MilestoneRow(Data, frozen=True, kw_only=True):
    """A milestone of the planning."""

    what: Text
    date: str
    owner: Text
    hours: str


class Owner(Data, frozen=True, kw_only=True):
    """Who owns what, by function."""

    role: Text
    function: Text = NO_TEXT
    municipality: Text = NO_TEXT


class Line(Data, frozen=True, kw_only=True):
    """A question and what stands there."""

    question: Text
    answer: Text


class Judged(Data, frozen=True, kw_only=True):
    """Advice and decision, as ids of ``INTAKE_CHOICE`` and of the reasons.

    Attributes:
        premature: It was included while the intake is not complete.
        unmotivated: The decision differs from the advice and nobody wrote down why.
    """

    advice: str
    reasons: tuple[str, ...] = ()
    decision: str = ""
    date: str = ""
    body: Text = NO_TEXT
    motivation: Text = NO_TEXT
    deviates: bool = False
    premature: bool = False
    unmotivated: bool = False


class RouteRow(Data, frozen=True, kw_only=True):
    """A step of a host task: `step` is an id of ``ROUTE``; `by` who decided, or has to."""

    step: str
    by: Text = NO_TEXT
    date: str = ""
    document: Text = NO_TEXT


class Candidate(Data, frozen=True, kw_only=True):
    """A candidate theme.

    Attributes:
        number: Such as ``T01``.
        named: It was named in the interviews.
        missing: What has to be filled in before it can be included.
        ended: Reason, decision and what remains, when it ended.
        host_task: It is no theme, but a task for the host municipality, with its route.
    """

    number: str
    title: Text
    named: bool = False
    description: Text = NO_TEXT
    judged: Judged
    support: tuple[Support, ...] = ()
    feasible: str = ""
    why: Text = NO_TEXT
    sensitive: Text = NO_TEXT
    marks: tuple[Mark, ...] = ()
    forms: tuple[str, ...] = ()
    fallback: str = ""
    assignment: tuple[Line, ...] = ()
    year: str = ""
    hours: tuple[HoursRow, ...] = ()
    total: str = ""
    hours_known: bool = False
    guaranteed: str = ""
    adopted: str = ""
    money: str = ""
    milestones: tuple[MilestoneRow, ...] = ()
    quarters: tuple[Quarter, ...] = ()
    outside: int = 0
    owners: tuple[Owner, ...] = ()
    informed: str = ""
    ended: tuple[Line, ...] = ()
    missing: tuple[Text, ...] = ()
    host_task: bool = False
    route: tuple[RouteRow, ...] = ()


class IntakeModel(Data, frozen=True, kw_only=True):
    """The fiche of one candidate theme."""

    language: str = "nl"
    example: bool = False
    agenda: Text = NO_TEXT
    candidate: Candidate


class IntakesModel(Data, frozen=True, kw_only=True):
    """All candidate themes beside each other."""

    language: str = "nl"
    example: bool = False
    agenda: Text = NO_TEXT
    title: Text
    candidates: tuple[Candidate, ...] = ()
