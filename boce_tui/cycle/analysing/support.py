"""What a finding rests on, in people, and the quantity word that fits the counts (R39, R40)."""

from __future__ import annotations

from dataclasses import dataclass

from boce_tui.cycle.analysing.findings import AGAINST, FOR, SOURCES
from boce_tui.cycle.analysing.reading import AnswerRow, Readback
from boce_tui.domain.analysis import Evidence, Finding
from boce_tui.domain.interviewing import Answer, Quote
from boce_tui.domain.keys import GENERAL, AnswerKey
from boce_tui.domain.quantifier import propose
from boce_tui.domain.report_basis import SealedFinding, is_sealed
from boce_tui.domain.threshold import may_state

SOMEBODY = "•"
"""Stands for a person of whom nothing is known but that they are there."""


@dataclass(frozen=True)
class Support:
    """What a finding rests on, in people.

    Attributes:
        supporting: Codes of the people behind it; of its group, when it is about one.
        opposing: Codes of the people against it; of its group, when it is about one.
        outside: Codes of people who are cited but are not of the group it is about.
        answered: Number of people (of that group) who answered the questions it draws on.
        groups: Groups of the people behind it.
        proposal: Quantity word that fits the counts, or None.
        changed: Sources that were changed since they were cited.
        broken: Sources that are no longer there.
        uncounted: Sources that are there but do not count: the interview was withdrawn, or nothing is said.
        too_few: True when the statement is tied to a theme or group and too few people are behind it;
            a fact that rests on documents alone needs no number of people.
        one_group: The only group behind it, when the interviews held others as well.
        kept: What is known when the answers are not here; then nobody above has a code.
    """

    supporting: tuple[str, ...]
    opposing: tuple[str, ...]
    outside: tuple[str, ...]
    answered: int
    groups: tuple[str, ...]
    proposal: str | None
    changed: tuple[Evidence, ...]
    broken: tuple[Evidence, ...]
    uncounted: tuple[Evidence, ...]
    too_few: bool
    one_group: str
    kept: SealedFinding | None = None


def support(readback: Readback, finding: Finding) -> Support:
    """Work out in people what a finding rests on; only answers of held interviews count.

    Everybody counts once, however many sources come from one person or one table. When the statement is
    about a group, only people of that group count.
    """
    kept = _sealed(readback, finding)
    if kept is not None:
        return _kept_support(readback, finding, kept)
    sides: dict[str, set[str]] = {FOR: set(), AGAINST: set()}
    questions: set[tuple[str, str]] = set()
    changed, broken, uncounted = [], [], []
    for evidence in finding.evidence:
        current = current_revision(readback, evidence)
        if not current:
            broken.append(evidence)
            continue
        if current != evidence.revision:
            changed.append(evidence)
        row = row_of(readback, evidence)
        if row:
            sides[evidence.stance].update(people_behind(readback, evidence, row))
            if not readback.is_extra(row.key):  # nobody else was asked that: it is no part of a share
                questions.add((row.key.question, row.key.theme))
        elif evidence.kind != "document":
            uncounted.append(evidence)
    asked = set().union(*sides.values(), *(readback.answered_by(*place) for place in questions))
    answered = _within(readback, asked, finding.group)
    supporting = _within(readback, sides[FOR], finding.group)
    opposing = _within(readback, sides[AGAINST], finding.group)
    groups = readback.groups_of(supporting)
    tied = finding.theme != GENERAL or bool(finding.group)
    documented = not (sides[FOR] or sides[AGAINST]) and any(e.kind == "document" for e in finding.evidence)
    return Support(
        supporting=tuple(sorted(supporting)),
        opposing=tuple(sorted(opposing)),
        outside=tuple(sorted((sides[FOR] | sides[AGAINST]) - supporting - opposing)),
        answered=len(answered),
        groups=groups,
        proposal=propose(len(supporting), len(answered), readback.round.count_threshold),
        changed=tuple(changed),
        broken=tuple(broken),
        uncounted=tuple(uncounted),
        too_few=tied
        and not documented
        and not may_state(len(supporting), readback.round.statement_threshold),
        one_group=groups[0] if len(groups) == 1 and len(readback.spoken) > 1 and not finding.group else "",
    )


def _sealed(readback: Readback, finding: Finding) -> SealedFinding | None:
    """What is kept of its sources, when the answers are not here."""
    if readback.basis is None:
        return None
    return next((kept for e in finding.evidence if (kept := readback.basis.finding(e.key))), None)


def _kept_support(readback: Readback, finding: Finding, kept: SealedFinding) -> Support:
    """The same in numbers only: nobody can be told apart any more."""
    changed, broken = [], []
    for evidence in finding.evidence:
        source = kept.sources.get(evidence.key)
        if source is None or not is_sealed(evidence.key):
            current = "" if is_sealed(evidence.key) else current_revision(readback, evidence)
            if not current:
                broken.append(evidence)
            elif current != evidence.revision:
                changed.append(evidence)
        elif source.changed:
            changed.append(evidence)
    return Support(
        supporting=(SOMEBODY,) * (kept.supporting if kept.countable else kept.people),
        opposing=(SOMEBODY,) * kept.opposing,
        outside=(),
        answered=kept.answered,
        groups=kept.groups,
        proposal=kept.proposal or None,
        changed=tuple(changed),
        broken=tuple(broken),
        uncounted=(),
        too_few=kept.too_few,
        one_group=kept.one_group,
        kept=kept,
    )


def _within(readback: Readback, people: set[str], group: str) -> set[str]:
    """Those of them who are in the group; all of them when the statement is about everyone."""
    return {code for code in people if not group or readback.group_of(code) == group}


def current_revision(readback: Readback, evidence: Evidence) -> str:
    """The revision a source has now; empty when it is no longer there."""
    row = readback.row(evidence.key) if evidence.kind == Answer.entity else None
    if row:
        return row.revision
    quote = readback.quote(evidence.key) if evidence.kind == Quote.entity else None
    if quote:
        return quote.id
    item = readback.dossier.get(SOURCES[evidence.kind], evidence.key)
    return item.id if item and item.value is not None else ""


def people_behind(readback: Readback, evidence: Evidence, row: AnswerRow) -> tuple[str, ...]:
    """The people a source speaks for: of a quote those who said it, when not everyone at the table did."""
    quote = readback.quote(evidence.key) if evidence.kind == Quote.entity else None
    said = quote.value.speakers if quote and quote.value else ()
    return tuple(code for code in row.people if code in said) or row.people


def row_of(readback: Readback, evidence: Evidence) -> AnswerRow | None:
    """The answer behind a source, when it counts; None for a document or a broken link."""
    if evidence.kind == Answer.entity:
        return readback.row(evidence.key)
    quote = readback.quote(evidence.key) if evidence.kind == Quote.entity else None
    return readback.row(quote.value.answer) if quote and quote.value else None


def answer_key_of(readback: Readback, evidence: Evidence) -> AnswerKey | None:
    """The answer behind a source: its own key, or that of the quote; None for a document or a broken link."""
    if is_sealed(evidence.key):
        return None
    if evidence.kind == Answer.entity:
        return AnswerKey.parse(evidence.key)
    quote = readback.quote(evidence.key) if evidence.kind == Quote.entity else None
    return AnswerKey.parse(quote.value.answer) if quote and quote.value else None
