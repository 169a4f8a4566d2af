"""Chapter 3: per sub-question the general part and each focus theme, with findings and statuses."""

from __future__ import annotations

import re

from boce_tui.cycle.analysing.figures import compare
from boce_tui.cycle.analysing.support import Support, answer_key_of, support
from boce_tui.cycle.concluding import Cell, matrix
from boce_tui.cycle.interviewing.anchors import standing
from boce_tui.cycle.recalibrating.effects import evaluated_ambitions
from boce_tui.cycle.reporting.sources import Sources, text
from boce_tui.domain import analysis
from boce_tui.domain.agenda import Ambition
from boce_tui.domain.analysis import SubConclusion
from boce_tui.domain.interviewing import Answer, Quote
from boce_tui.domain.keys import GENERAL
from boce_tui.domain.quantifier import QUANTIFIERS
from boce_tui.domain.report_basis import SealedFinding, finding_of, sealed_ref
from boce_tui.domain.text import fold
from boce_tui.domain.threshold import may_count, may_state
from boce_tui.domain.vocabulary import label
from boce_tui.instruments.model import Section
from boce_tui.locale import _
from boce_tui.reports import model
from boce_tui.reports.model import NO_TEXT, Origin, Text


def chapters(sources: Sources) -> tuple[model.Chapter, ...]:
    """Every sub-question of the question set, in its order."""
    by_section: dict[str, list[Cell]] = {}
    for cell in matrix(sources.dossier, sources.round_id):
        by_section.setdefault(cell.section.id, []).append(cell)
    return tuple(_chapter(sources, cells[0].section, cells) for cells in by_section.values())


def _chapter(sources: Sources, section: Section, cells: list[Cell]) -> model.Chapter:
    return model.Chapter(
        id=section.id,
        title=Text(section.title.get(sources.language), Origin("instrument", section.id, "title")),
        question=Text(
            section.sub_question.get(sources.language), Origin("instrument", section.id, "question")
        ),
        parts=tuple(_part(sources, cell) for cell in cells),
    )


def _part(sources: Sources, cell: Cell) -> model.Part:
    written = cell.conclusion or SubConclusion()
    here = {item.key for item in cell.findings}
    listed = [key for key in written.findings if key in here]
    listed += [item.key for item in cell.findings if item.key not in listed]
    return model.Part(
        theme=cell.theme,
        title=sources.theme_name(cell.theme),
        conclusion=text(written.text, SubConclusion, cell.key),
        none_reason=text(written.none_reason, SubConclusion, cell.key, "none_reason"),
        reason_says_so=fold(_("Not looked into in this round.")).rstrip(".") in fold(written.none_reason),
        connecting=sources.written(f"3.{cell.section.id}.{cell.theme}"),
        findings=tuple(_finding(sources, key) for key in listed),
        statuses=_statuses(sources, cell),
        origin=Origin(SubConclusion.entity, cell.key),
    )


def _finding(sources: Sources, key: str) -> model.Finding:
    finding = sources.findings[key]
    found = support(sources.readback, finding)
    changed = {(e.kind, e.key) for e in found.changed}
    threshold = sources.round.count_threshold
    least = sources.round.statement_threshold
    rest = found.answered - len(found.supporting)
    # Neither the people behind it nor the others may be one or two: "8 of 9" tells of the ninth.
    countable = (
        may_count(found.answered, threshold)
        and may_state(len(found.supporting), least)
        and (not rest or may_state(rest, least))
    )
    against = len(found.opposing) if may_state(len(found.opposing), least) else 0
    return model.Finding(
        id=key,
        text=text(finding.text, analysis.Finding, key),
        against=text(finding.against_text, analysis.Finding, key, "against_text"),
        quantifier=_unsaid(finding),
        against_counts=_against_counts(finding, found),
        group=finding.group,
        people=len(found.supporting),
        evidence_type=finding.evidence_type,
        sources=tuple(
            model.Source(
                ref=_ref(evidence),
                kind=evidence.kind,
                stance=evidence.stance,
                group=_group(sources, evidence),
                origin=Origin(analysis.Finding.entity, key, "evidence"),
                changed=(evidence.kind, evidence.key) in changed,
                order=_order(found, evidence),
            )
            for evidence in finding.evidence
            if evidence not in found.broken
        ),
        quotes=_kept_quotes(finding, found.kept) if found.kept else _quotes(sources, finding),
        coverage=model.Coverage(
            supporting=len(found.supporting), opposing=against, answered=found.answered, groups=found.groups
        )
        if countable
        else None,
    )


def _against_counts(finding: analysis.Finding, found: Support) -> model.WordChoice | None:
    """The chosen word, when the counts (as they are now) propose another one."""
    word = finding.quantifier.word if finding.quantifier else ""
    if not word or word == found.proposal:
        return None
    return model.WordChoice(
        word=word,
        proposed=found.proposal or "",
        supporting=len(found.supporting),
        answered=found.answered,
    )


def _unsaid(finding: analysis.Finding) -> str:
    """The quantity word, unless the first sentence already says it."""
    word = finding.quantifier.word if finding.quantifier else ""
    opening = finding.text.split(". ")[0].casefold()
    said = re.search(rf"\b{re.escape(label(QUANTIFIERS, word).casefold())}\b", opening) if word else None
    return "" if said else word


def _ref(evidence: analysis.Evidence) -> str:
    """What tells sources apart: the item, or what it was called when the answers went."""
    return f"{evidence.kind}:{sealed_ref(evidence.key) or evidence.key}"


def _order(found: Support, evidence: analysis.Evidence) -> int:
    source = found.kept.sources.get(evidence.key) if found.kept else None
    return source.order if source else 0


def _kept_quotes(finding: analysis.Finding, kept: SealedFinding) -> tuple[model.Quote, ...]:
    """The quotes of a finding whose answers are not here: only approved ones have their words."""
    return tuple(
        model.Quote(
            text=Text(quote.text, Origin(analysis.Finding.entity, finding_of(evidence.key), "evidence")),
            ref=_ref(evidence),
            approval=quote.approval,
            standing=quote.standing,
        )
        for evidence in finding.evidence
        if evidence.kind == Quote.entity and (quote := kept.quotes.get(evidence.key))
    )


def _group(sources: Sources, evidence: analysis.Evidence) -> str:
    kept = sources.readback.basis.finding(evidence.key) if sources.readback.basis else None
    if kept is not None:
        source = kept.sources.get(evidence.key)
        return source.group if source else ""
    key = answer_key_of(sources.readback, evidence)
    row = sources.readback.row(str(key)) if key else None
    return row.groups[0] if row and len(row.groups) == 1 else ""


def _quotes(sources: Sources, finding: analysis.Finding) -> tuple[model.Quote, ...]:
    found = []
    for evidence in finding.evidence:
        quote = sources.dossier.value(Quote, evidence.key) if evidence.kind == "quote" else None
        if quote:
            field = "wording" if quote.wording else "text"
            answer = sources.dossier.value(Answer, quote.answer)
            kind, now = standing(answer, quote)
            found.append(
                model.Quote(
                    text=text(quote.published_text, Quote, evidence.key, field),
                    ref=f"quote:{evidence.key}",
                    approval=quote.approval,
                    standing=kind,
                    now=now,
                )
            )
    return tuple(found)


def _statuses(sources: Sources, cell: Cell) -> tuple[model.AmbitionStatus, ...]:
    """The three statuses stand where the question set asks how far the ambition came, per theme."""
    asked = next(
        (
            (question.id, part.id)
            for question in sources.readback.instrument.questions
            for part in question.parts
            if question.section == cell.section.id
            and question.per_theme
            and part.type == "realisation_status"
        ),
        None,
    )
    if asked is None or cell.theme == GENERAL:
        return ()
    seen = compare(sources.readback, asked[0], cell.theme, asked[1]).total
    statuses = []
    for key, ambition in evaluated_ambitions(sources.dossier, sources.round_id).items():
        if ambition.theme != cell.theme:
            continue
        formal, assessed = ambition.formal, ambition.assessed.get(sources.round_id)
        decided = bool(formal and formal.by)
        statuses.append(
            model.AmbitionStatus(
                theme=sources.theme(cell.theme),
                ambition=text(ambition.text, Ambition, key),
                formal=formal.status if formal and decided else "",
                formal_by=_decider(sources, key, formal.by) if formal and decided else NO_TEXT,
                formal_date=formal.date if formal and decided else "",
                assessed=assessed.status if assessed else "",
                assessed_note=text(assessed.note, Ambition, key, "assessed") if assessed else NO_TEXT,
                perceived=tuple(
                    model.Share(status=status, people=people)
                    for status, people in (seen.counts if seen else ())
                    if may_state(people, sources.round.statement_threshold)
                ),
                answered=seen.people if seen else 0,
            )
        )
    return tuple(statuses)


def _decider(sources: Sources, ambition: str, body: str) -> Text:
    return sources.body(body) if body in sources.bodies else text(body, Ambition, ambition, "formal")
