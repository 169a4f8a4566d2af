"""The model of chapter 3: findings with their sources, statuses and figures per sub-question and theme."""

from __future__ import annotations

from boce_tui.domain.keys import GENERAL
from boce_tui.reports.model.base import NO_TEXT, Data, Origin, Text, Theme


class Source(Data, frozen=True, kw_only=True):
    """One place where a finding rests on; gets an evidence code V1, V2 ... in report order."""

    ref: str
    """Identifies the source: the same ref gets the same code. Never printed."""
    kind: str = "answer"
    """``answer``, ``quote`` or ``document``."""
    stance: str = "for"
    group: str = ""
    """Reporting group of the speaker, for the warning "one group only". Never printed."""
    origin: Origin
    changed: bool = False
    """True when the source changed after it was read."""
    order: int = 0
    """Its place among the evidence codes, when the answers are not here to find it; 0 = by its ref."""


class Quote(Data, frozen=True, kw_only=True):
    """A literal sentence; printed without attribution."""

    text: Text
    ref: str
    approval: str = "no"
    """Id of ``QUOTE_APPROVAL``: only ``yes`` may be published."""
    standing: str = ""
    """``changed`` or ``gone``: what became of its sentence in the answer after it was taken."""
    now: str = ""
    """The words of that sentence now, when they were changed. Never printed in a report."""


class Coverage(Data, frozen=True, kw_only=True):
    """Who carries a finding (printed for the steering group only, and only above the threshold)."""

    supporting: int
    opposing: int = 0
    answered: int
    groups: tuple[str, ...] = ()


class WordChoice(Data, frozen=True, kw_only=True):
    """A quantity word that a person chose although the counts propose another one. Never printed."""

    word: str
    """Id of ``QUANTIFIERS``."""
    proposed: str = ""
    """The word that fits the counts; empty when they are too small for any."""
    supporting: int
    answered: int


class Finding(Data, frozen=True, kw_only=True):
    """A statement of chapter 3."""

    id: str
    text: Text
    against: Text = NO_TEXT
    """The other side, printed beside it."""
    quantifier: str = ""
    """Id of ``QUANTIFIERS`` when the text does not say it itself; printed as a sentence of its own."""
    against_counts: WordChoice | None = None
    """Set when the chosen word, printed or in the text, does not fit the counts."""
    group: str = ""
    """Reporting group it holds for; empty = everyone."""
    people: int = 0
    """Different people behind it; a statement on a group or theme needs enough of them (P5)."""
    evidence_type: str = "interviews"
    sources: tuple[Source, ...] = ()
    quotes: tuple[Quote, ...] = ()
    coverage: Coverage | None = None


class Share(Data, frozen=True, kw_only=True):
    """How many people chose one answer."""

    status: str
    """Id of ``REALISATION_STATUS``."""
    people: int


class AmbitionStatus(Data, frozen=True, kw_only=True):
    """The three separate statuses of one ambition (domain.md 3.2)."""

    theme: Theme
    ambition: Text
    formal: str = ""
    """Id of ``REALISATION_STATUS``; empty = no formal decision."""
    formal_by: Text = NO_TEXT
    formal_date: str = ""
    assessed: str = ""
    assessed_note: Text = NO_TEXT
    perceived: tuple[Share, ...] = ()
    """Empty when fewer people answered than the threshold."""
    answered: int = 0


class FigureRow(Data, frozen=True, kw_only=True):
    """One line of a figure. ``value`` None = hidden because the group is too small."""

    label: Text
    value: float | None
    people: int = 0
    """0 when hidden."""
    lowest: float | None = None
    highest: float | None = None
    total: bool = False
    """True for the line of all together."""


class Figure(Data, frozen=True, kw_only=True):
    """A table of means or counts with a bar."""

    id: str
    title: Text
    kind: str = "mean"
    """``mean`` (on a scale up to ``scale``) or ``count`` (bar is the share of the total of ``value``)."""
    scale: float = 5.0
    rows: tuple[FigureRow, ...] = ()
    note: Text = NO_TEXT


class Part(Data, frozen=True, kw_only=True):
    """One cell of chapter 3: a sub-question for one theme, or in general."""

    theme: str = GENERAL
    title: Text = NO_TEXT
    """Name of the theme; not used for the general part."""
    conclusion: Text = NO_TEXT
    none_reason: Text = NO_TEXT
    """Why there is no conclusion here."""
    reason_says_so: bool = False
    """True when that reason says itself that this was not looked into."""
    connecting: Text = NO_TEXT
    """Hand-written connecting text."""
    findings: tuple[Finding, ...] = ()
    statuses: tuple[AmbitionStatus, ...] = ()
    figures: tuple[Figure, ...] = ()
    origin: Origin
    """Where its conclusion is written, also when it is missing."""


class Chapter(Data, frozen=True, kw_only=True):
    """3.x: one sub-question."""

    id: str
    title: Text
    question: Text
    parts: tuple[Part, ...]
    """General first, then each focus theme."""


def part_id(chapter: str, theme: str = GENERAL) -> str:
    """The id by which conclusions and recommendations point at a part of chapter 3."""
    return f"{chapter}/{theme}"
