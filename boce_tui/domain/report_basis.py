"""What a report needs to know of the interviews when the answers themselves are not there (any more).

It is worked out once, thresholds applied, when a round is handed to programme support or when its raw answers
are erased. There is no code, no interview and no word in it that is not in the report.
"""

from __future__ import annotations

import re
from typing import ClassVar

import msgspec

from boce_tui.domain.base import Entity

SUPPORT, RETENTION = "support", "retention"
"""Values of `ReportBasis.reason`."""
_SEALED = re.compile(r"(?P<finding>.+)\.S(?P<number>[1-9][0-9]*)")


class SealedSource(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A source of a finding, without what it is.

    Attributes:
        order: Its place among the evidence codes of the report.
        group: Reporting group of the speaker, when it is one.
        changed: It was changed after it was cited.
    """

    order: int
    group: str = ""
    changed: bool = False


class SealedQuote(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A quote of a finding; ``text`` only when it was approved."""

    order: int
    text: str = ""
    approval: str = "no"
    standing: str = ""


class SealedFinding(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is behind a finding, in numbers that may be known.

    Attributes:
        people: Different people behind it, counted no further than the statement threshold.
        countable: The numbers below are over enough people; they are 0 otherwise.
        proposal: Quantity word that fits the counts, or empty.
        sources: Key of the evidence -> the source.
        quotes: Key of the evidence -> the quote.
    """

    people: int = 0
    countable: bool = False
    supporting: int = 0
    opposing: int = 0
    answered: int = 0
    groups: tuple[str, ...] = ()
    proposal: str = ""
    too_few: bool = False
    one_group: str = ""
    sources: dict[str, SealedSource] = msgspec.field(default_factory=dict)
    quotes: dict[str, SealedQuote] = msgspec.field(default_factory=dict)


class SealedPerson(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line of the list of interviewees, as the report prints it."""

    role: str
    municipalities: tuple[str, ...] = ()


class SealedFigure(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The figures of one group, or of everyone."""

    people: int
    counts: tuple[tuple[str, int], ...] = ()
    mean: float | None = None
    same: bool = False


class SealedComparison(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The figures of one question."""

    total: SealedFigure | None = None
    groups: dict[str, SealedFigure] = msgspec.field(default_factory=dict)
    hidden: tuple[str, ...] = ()


class ReportBasis(Entity, frozen=True, kw_only=True):
    """The interviews of a round as its report knows them; key = the round's id.

    Attributes:
        reason: ``support``: this dossier was handed over without answers; ``retention``: they were erased.
        people: The list of interviewees; the first is ``2041/A01`` in the names file of programme support.
        holders: Role and municipality -> how many hold it, counted no further than three.
        figures: ``question/theme/part/row/column`` -> figures.
        successes: Key of a success -> people behind it, counted no further than the statement threshold.
        knows: Label of a laptop -> how far it had come; tells which of two hand-overs is the later one.
    """

    entity: ClassVar[str] = "report_basis"
    view: ClassVar[str] = "report_bases"
    reason: str = SUPPORT
    interviews: int = 0
    participants: int = 0
    interviews_from: str = ""
    interviews_until: str = ""
    groups: dict[str, int] = msgspec.field(default_factory=dict)
    people: tuple[SealedPerson, ...] = ()
    holders: dict[str, int] = msgspec.field(default_factory=dict)
    findings: dict[str, SealedFinding] = msgspec.field(default_factory=dict)
    figures: dict[str, SealedComparison] = msgspec.field(default_factory=dict)
    successes: dict[str, int] = msgspec.field(default_factory=dict)
    knows: dict[str, int] = msgspec.field(default_factory=dict)

    def finding(self, evidence: str) -> SealedFinding | None:
        """The finding that a sealed key of evidence belongs to."""
        return self.findings.get(finding_of(evidence))


def sealed_key(finding: str, number: int) -> str:
    """The key of a source of which only its evidence code is known: ``2041/B-12ab.S3``."""
    return f"{finding}.S{number}"


def is_sealed(key: str) -> bool:
    """True for such a key."""
    return _SEALED.fullmatch(key) is not None


def finding_of(key: str) -> str:
    """The finding a sealed key belongs to; empty for any other key."""
    found = _SEALED.fullmatch(key)
    return found["finding"] if found else ""


def sealed_ref(key: str) -> str:
    """What tells sources apart over findings: the evidence code they had; empty for any other key."""
    found = _SEALED.fullmatch(key)
    return f"S{found['number']}" if found else ""


def figure_key(question: str, theme: str | None, part: str, row: str = "", column: str = "") -> str:
    """The key of `ReportBasis.figures`."""
    return "/".join((question, theme or "", part, row, column))


def appendix_code(round_id: str, place: int) -> str:
    """What a line of the list of interviewees is called in the names file of programme support."""
    return f"{round_id}/A{place + 1:02d}"
