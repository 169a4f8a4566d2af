"""Takes the interviews out of a round, and keeps what its report needs to know of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

import msgspec

from boce_tui.cycle.analysing.figures import Figure, compare
from boce_tui.cycle.analysing.support import Support, answer_key_of, support
from boce_tui.cycle.interviewing.anchors import standing
from boce_tui.cycle.reporting.appendices import COUNTED, interviewees
from boce_tui.cycle.reporting.chapters import chapters
from boce_tui.cycle.reporting.opening import conversations
from boce_tui.cycle.reporting.sources import Sources
from boce_tui.cycle.sending.successes import successes
from boce_tui.domain.analysis import Evidence, Finding
from boce_tui.domain.interviewing import Answer, Quote
from boce_tui.domain.report_basis import (
    ReportBasis,
    SealedComparison,
    SealedFigure,
    SealedFinding,
    SealedPerson,
    SealedQuote,
    SealedSource,
    figure_key,
    is_sealed,
    sealed_key,
)
from boce_tui.domain.round import Respondent, Round
from boce_tui.domain.threshold import LOWEST, effective, may_count, may_state
from boce_tui.instruments.model import Part
from boce_tui.locale import in_language
from boce_tui.reports.preparing import evidence_order
from boce_tui.store import Dossier


@dataclass(frozen=True)
class Sealed:
    """A round without its interviews.

    Attributes:
        basis: What the report needs to know of them.
        numbers: Kind and key of a source -> its evidence code.
    """

    basis: ReportBasis
    numbers: dict[tuple[str, str], int]

    def without_interviews(self, key: str, finding: Finding) -> Finding:
        """A finding whose evidence names no interview and no person any more, in no order of interviews."""
        kept = [one for one in finding.evidence if not _is_said(one)]
        said = [one for one in finding.evidence if _is_said(one) and (one.kind, one.key) in self.numbers]
        said.sort(key=lambda one: self.numbers[one.kind, one.key])
        plain = (
            Evidence(kind=one.kind, key=_new_key(key, one, self.numbers), revision="", stance=one.stance)
            for one in said
        )
        return msgspec.structs.replace(finding, evidence=(*kept, *plain))


def _is_said(evidence: Evidence) -> bool:
    """True for a source that names an interview."""
    return evidence.kind != "document" and not is_sealed(evidence.key)


def seal(dossier: Dossier, round_id: str, reason: str) -> Sealed:
    """Work out what is kept of the interviews of a round; nothing is written.

    Args:
        dossier: The dossier, with the answers.
        round_id: The round.
        reason: ``support`` or ``retention``.

    Raises:
        BadInput: There is no such round.
    """
    with in_language("nl"):
        sources = Sources(dossier, round_id, "nl")
        people = interviewees(sources)
    kept = sources.readback.basis
    if kept is not None:
        return Sealed(msgspec.structs.replace(kept, reason=reason), {})
    numbers = _numbers(sources)
    findings = {}
    for key, finding in sources.findings.items():
        if any(evidence.kind != "document" for evidence in finding.evidence):
            findings[key] = _finding(sources, key, finding, numbers)
    by_code = sources.readback.people
    basis = msgspec.structs.replace(
        conversations(sources.readback, sources.round.count_threshold),
        reason=reason,
        people=tuple(
            SealedPerson(role=by_code[line.code].role, municipalities=by_code[line.code].municipalities)
            for line in people
        ),
        holders=_holders(dossier),
        findings=findings,
        figures=dict(_figures(sources)),
        successes={
            one.key: min(one.people, effective(sources.round.statement_threshold))
            for one in successes(dossier, round_id, sources.readback)
        },
    )
    return Sealed(basis, numbers)


def _numbers(sources: Sources) -> dict[tuple[str, str], int]:
    """Kind and key of a source -> its evidence code in the report; those not in the report come after."""
    with in_language("nl"):
        order = evidence_order(f for c in chapters(sources) for p in c.parts for f in p.findings)
    cited = {(e.kind, e.key) for f in sources.findings.values() for e in f.evidence}
    known = {tuple(ref.split(":", 1)): number for number, ref in enumerate(order, start=1)}
    found = {source: known[source] for source in cited if source in known}
    # By what nobody can read anything of: in the order of their keys they would be in that of the interviews.
    rest = sorted(cited - found.keys(), key=lambda source: sha256(":".join(source).encode()).digest())
    return found | {source: number for number, source in enumerate(rest, start=len(order) + 1)}


def _finding(
    sources: Sources, key: str, finding: Finding, numbers: dict[tuple[str, str], int]
) -> SealedFinding:
    found = support(sources.readback, finding)
    least, threshold = sources.round.statement_threshold, sources.round.count_threshold
    people, rest = len(found.supporting), found.answered - len(found.supporting)
    countable = (
        may_count(found.answered, threshold)
        and may_state(people, least)
        and (not rest or may_state(rest, least))
    )
    opposing = len(found.opposing) if may_state(len(found.opposing), least) else 0
    there = [evidence for evidence in finding.evidence if evidence not in found.broken]
    return SealedFinding(
        people=min(people, effective(least)),
        countable=countable,
        supporting=people if countable else 0,
        opposing=opposing if countable else 0,
        answered=found.answered if countable else 0,
        groups=found.groups if countable else (),
        proposal=found.proposal or "",
        too_few=found.too_few,
        one_group=found.one_group,
        sources={
            _new_key(key, evidence, numbers): _source(sources, evidence, found, numbers) for evidence in there
        },
        quotes=dict(_quotes(sources, key, there, numbers)),
    )


def _source(
    sources: Sources, evidence: Evidence, found: Support, numbers: dict[tuple[str, str], int]
) -> SealedSource:
    place = answer_key_of(sources.readback, evidence)
    row = sources.readback.row(str(place)) if place else None
    return SealedSource(
        order=numbers[evidence.kind, evidence.key],
        group=row.groups[0] if row and len(row.groups) == 1 else "",
        changed=evidence in found.changed,
    )


def _quotes(
    sources: Sources, key: str, there: list[Evidence], numbers: dict[tuple[str, str], int]
) -> Iterator[tuple[str, SealedQuote]]:
    for evidence in there:
        quote = sources.dossier.value(Quote, evidence.key) if evidence.kind == Quote.entity else None
        if quote is not None:
            stands, _now = standing(sources.dossier.value(Answer, quote.answer), quote)
            yield (
                _new_key(key, evidence, numbers),
                SealedQuote(
                    order=numbers[evidence.kind, evidence.key],
                    text=quote.published_text if quote.approval == "yes" else "",
                    approval=quote.approval,
                    standing=stands,
                ),
            )


def _new_key(finding: str, evidence: Evidence, numbers: dict[tuple[str, str], int]) -> str:
    if not _is_said(evidence):
        return evidence.key
    return sealed_key(finding, numbers[evidence.kind, evidence.key])


def _holders(dossier: Dossier) -> dict[str, int]:
    """How many hold a role in a municipality: the name check needs to know whether it is one person."""
    held = Counter(
        f"{role}/{place}"
        for one in dossier.values(Respondent).values()
        for role in one.roles
        for place in one.municipalities
    )
    return {key: min(number, LOWEST) for key, number in sorted(held.items())}


def _figures(sources: Sources) -> Iterator[tuple[str, SealedComparison]]:
    """Every figure that a report or a screen may ask for, as far as it may be shown."""
    for question in sources.readback.instrument.questions:
        if question.evaluator_only or question.about_persons:
            continue
        themes = sources.round.focus_themes if question.per_theme else (None,)
        for theme in themes:
            for part in question.parts:
                for row, column in _cells(part):
                    found = compare(sources.readback, question.id, theme, part.id, row=row, column=column)
                    kind = next((c.type for c in part.columns if c.id == column), part.type)
                    total = _figure(found.total, kind, sources.round)
                    groups = {
                        group: kept
                        for group, figure in found.groups.items()
                        if (kept := _figure(figure, kind, sources.round)) and kept.mean is not None
                    }
                    if total is not None:
                        key = figure_key(question.id, theme, part.id, row, column)
                        yield key, SealedComparison(total=total, groups=groups, hidden=found.hidden)


def _cells(part: Part) -> Iterator[tuple[str, str]]:
    if part.type in ("rating_1_5", "realisation_status", *COUNTED):
        yield "", ""
    elif part.type == "grid":
        yield from (
            (row.id, column.id) for row in part.rows for column in part.columns if column.type == "rating_1_5"
        )


def _figure(figure: Figure | None, kind: str, round_: Round) -> SealedFigure | None:
    """A figure as the report shows it: of marks the mean only, of choices no cell of one or two people."""
    if figure is None:
        return None
    if kind == "rating_1_5":
        if figure.mean is None:
            return None
        counts = figure.counts if figure.same else ()
        return SealedFigure(people=figure.people, counts=counts, mean=figure.mean, same=figure.same)
    if kind in COUNTED and not all(
        may_count(people, round_.count_threshold) for _option, people in figure.counts
    ):
        return None
    least = round_.statement_threshold
    counts = tuple((option, people) for option, people in figure.counts if may_state(people, least))
    return SealedFigure(people=figure.people, counts=counts, same=figure.same)
