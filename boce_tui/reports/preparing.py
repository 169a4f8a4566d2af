"""From report model to what the template prints: numbers, evidence codes, order, placeholders filled in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256

import msgspec

from boce_tui.domain.numbering import sort_key
from boce_tui.domain.text import fold
from boce_tui.locale import in_language
from boce_tui.reports.escape import clean
from boce_tui.reports.model import (
    NO_TEXT,
    Finding,
    FollowUp,
    Interviewee,
    Part,
    Recommendation,
    ReportModel,
    Text,
    part_id,
)
from boce_tui.reports.placeholders import fill_in, values
from boce_tui.reports.walking import map_texts

PARTS_CHAPTER = 3
_LAST = 1_000_000


@dataclass(frozen=True)
class Prepared:
    """A report model ready to be printed.

    Attributes:
        model: The model, placeholders filled in and everything in order.
        numbers: Part id -> number of its heading (``3.2.1``).
        codes: Ref of a source -> evidence code (``V12``), in the order in which chapter 3 uses them.
        findings: Finding id -> finding.
    """

    model: ReportModel
    numbers: dict[str, str]
    codes: dict[str, str]
    findings: dict[str, Finding]

    def part(self, wanted: str) -> Part | None:
        """The part of chapter 3 with that id."""
        chapter, _slash, theme = wanted.partition("/")
        for one in self.model.chapters:
            if one.id == chapter:
                return next((part for part in one.parts if part.theme == theme), None)
        return None

    def with_model(self, model: ReportModel) -> Prepared:
        """The same numbers and codes over other texts."""
        return replace(self, model=model)


def prepare(model: ReportModel) -> Prepared:
    """Fill in placeholders, put lists in their order, and give numbers and evidence codes."""
    with in_language(model.language):
        known = values(model)
    model = map_texts(model, lambda text: _filled(text, known))
    model = _ordered(model)
    numbers: dict[str, str] = {}
    findings: dict[str, Finding] = {}
    for c, chapter in enumerate(model.chapters, 1):
        for p, part in enumerate(chapter.parts, 1):
            numbers[part_id(chapter.id, part.theme)] = f"{PARTS_CHAPTER}.{c}.{p}"
            for finding in part.findings:
                findings.setdefault(finding.id, finding)
    return Prepared(model, numbers, evidence_codes(model), findings)


def evidence_codes(model: ReportModel) -> dict[str, str]:
    """Ref of a source -> evidence code (``V12``), in the order in which chapter 3 uses them."""
    findings = (f for chapter in model.chapters for part in chapter.parts for f in part.findings)
    return {ref: f"V{number}" for number, ref in enumerate(evidence_order(findings), start=1)}


def evidence_order(findings: Iterable[Finding]) -> list[str]:
    """The refs of all sources, each once, in the order in which these findings get their codes."""
    return list(dict.fromkeys(ref for finding in findings for ref in _code_order(finding)))


def _code_order(finding: Finding) -> list[str]:
    """The sources of a finding in an order that says nothing about interviews, then its printed quotes."""
    printed = [quote.ref for quote in finding.quotes]
    others = {source.ref: source.order for source in finding.sources if source.ref not in printed}
    by_hash = sorted(others, key=lambda ref: sha256(ref.encode()).digest())
    return [*sorted(by_hash, key=lambda ref: others[ref] or _LAST), *printed]


def _filled(text: Text, known: dict[str, str]) -> Text:
    """The text with placeholders filled in; empty when a reader would see nothing of it."""
    value = fill_in(text.value, known) if text.fillable else text.value
    if not clean(value):
        value = ""
    return text if value == text.value else msgspec.structs.replace(text, value=value)


def _owner_once(item: Recommendation) -> Recommendation:
    """Without the owner when that is the addressee."""
    same = clean(item.owner.value) == clean(item.addressee.value)
    return msgspec.structs.replace(item, owner=NO_TEXT) if same else item


def _ordered(model: ReportModel) -> ReportModel:
    """Lists whose order could tell something, or that readers look things up in, in a fixed order."""
    groups = tuple(
        msgspec.structs.replace(group, items=tuple(sorted(map(_owner_once, group.items), key=_number)))
        for group in model.conclusion.groups
    )
    appendices = msgspec.structs.replace(
        model.appendices,
        interviewees=tuple(sorted(model.appendices.interviewees, key=_by_municipality)),
        follow_up=tuple(sorted(model.appendices.follow_up, key=_by_number)),
    )
    conclusion = msgspec.structs.replace(model.conclusion, groups=groups)
    return msgspec.structs.replace(model, conclusion=conclusion, appendices=appendices)


def _number(item: Recommendation) -> tuple[int, str]:
    return sort_key(item.number)


def _by_municipality(line: Interviewee) -> tuple[str, ...]:
    return (
        fold(" ".join(text.value for text in line.municipalities)),
        fold(line.role.value),
        fold(line.name.value),
        line.role.value,
    )


def _by_number(line: FollowUp) -> tuple[str, tuple[int, str]]:
    year, _dash, number = line.number.rpartition("-")
    return (year, sort_key(number))
