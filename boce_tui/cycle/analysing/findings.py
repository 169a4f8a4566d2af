"""Findings: statements with supporting and opposing sources, and the quantity word that fits (R39, R40)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec

from boce_tui.cycle.analysing.reading import AnswerRow, Readback
from boce_tui.domain.agenda import Document
from boce_tui.domain.analysis import Evidence, Finding, Quantifier
from boce_tui.domain.base import Entity
from boce_tui.domain.interviewing import Answer, Quote
from boce_tui.domain.keys import GENERAL, AnswerKey
from boce_tui.domain.quantifier import propose
from boce_tui.domain.report_basis import SealedFinding, is_sealed
from boce_tui.domain.text import clean_entry
from boce_tui.domain.threshold import may_state
from boce_tui.errors import BadInput
from boce_tui.locale import _
from boce_tui.store import Dossier, Stored

FOR, AGAINST = "for", "against"
SOMEBODY = "•"
"""Stands for a person of whom nothing is known but that they are there."""
SOURCES: dict[str, type[Entity]] = {"answer": Answer, "quote": Quote, "document": Document}


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


def new_finding(dossier: Dossier, round_id: str, sub_question: str, theme: str) -> Stored[Finding]:
    """Start an empty finding at the end of the list."""
    order = 1 + max((f.order for f in dossier.values(Finding, f"{round_id}/").values()), default=0)
    key = f"{round_id}/B-{dossier.env.entropy(4).hex()}"
    return dossier.save(Finding(sub_question=sub_question, theme=theme, order=order), key)


def change_finding(dossier: Dossier, key: str, **changes: Any) -> Stored[Finding]:
    """Change fields of a finding; text is cleaned for storage.

    Raises:
        BadInput: The finding is gone.
    """
    for name in ("text", "against_text"):
        if name in changes:
            changes[name] = clean_entry(changes[name])
    with dossier.change() as change:
        return change.save(msgspec.structs.replace(_finding(change, key), **changes), key)


def cite(dossier: Dossier, finding: str, kind: str, source: str, stance: str = FOR) -> Stored[Finding]:
    """Take an answer, quote or document as evidence for or against; the same stance again takes it away.

    Raises:
        BadInput: The finding or the source is gone.
    """
    item = dossier.get(SOURCES[kind], source)
    if item is None or item.value is None:
        raise BadInput(_("This source is no longer there."))
    with dossier.change() as change:
        found = _finding(change, finding)
        old = [e for e in found.evidence if (e.kind, e.key) == (kind, source)]
        rest = tuple(e for e in found.evidence if (e.kind, e.key) != (kind, source))
        if not (old and old[0].stance == stance):
            rest = (*rest, Evidence(kind=kind, key=source, revision=item.id, stance=stance))
        return change.save(msgspec.structs.replace(found, evidence=rest), finding)


def _finding(dossier: Dossier, key: str) -> Finding:
    found = dossier.value(Finding, key)
    if found is None:
        raise BadInput(_("This finding was deleted."), hint=_("Bring it back with undo first."))
    return found


def stance_of(finding: Finding, kind: str, source: str) -> str:
    """``for``, ``against`` or empty when the source is not cited."""
    return next((e.stance for e in finding.evidence if (e.kind, e.key) == (kind, source)), "")


def accept_changed(dossier: Dossier, key: str, source: str = "") -> Stored[Finding]:
    """Say that the changed sources were read again: evidence then cites their present revisions.

    Args:
        dossier: The dossier.
        key: Which finding.
        source: Key of the one source that was read again; empty: all of them.
    """
    with dossier.change() as change:
        found = _finding(change, key)
        renewed = []
        for evidence in found.evidence:
            wanted = source in ("", evidence.key)
            item = change.get(SOURCES[evidence.kind], evidence.key) if wanted else None
            renewed.append(msgspec.structs.replace(evidence, revision=item.id) if item else evidence)
        return change.save(msgspec.structs.replace(found, evidence=tuple(renewed)), key)


def remove_source(dossier: Dossier, key: str, kind: str, source: str) -> Stored[Finding]:
    """Take a source away, also one that is no longer there."""
    with dossier.change() as change:
        found = _finding(change, key)
        rest = tuple(e for e in found.evidence if (e.kind, e.key) != (kind, source))
        return change.save(msgspec.structs.replace(found, evidence=rest), key)


def choose_quantifier(
    dossier: Dossier, key: str, word: str, reason: str, proposal: str | None
) -> Stored[Finding]:
    """Choose the quantity word; another word than the proposed one needs a reason (R40).

    Raises:
        BadInput: The reason is missing.
    """
    if word and word != proposal and not reason.strip():
        raise BadInput(
            _("Another word than the counts propose needs a reason."),
            hint=_("Type why, in a few words; it stays in the dossier and is not printed."),
        )
    chosen = Quantifier(word=word, reason=clean_entry(reason) if word != proposal else "") if word else None
    return change_finding(dossier, key, quantifier=chosen)


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


def ordered(dossier: Dossier, round_id: str) -> list[Stored[Finding]]:
    """All findings of a round in their order."""
    found = [f for f in dossier.all(Finding, f"{round_id}/") if f.value]
    return sorted(found, key=lambda f: (f.value.order if f.value else 0, f.key))


def delete_finding(dossier: Dossier, key: str) -> None:
    """Delete a finding; what rests on it then has a broken link, which is reported. Undo brings it back.

    Raises:
        BadInput: It is gone already.
    """
    _finding(dossier, key)
    dossier.delete(Finding, key)


def cited_answers(dossier: Dossier, round_id: str) -> set[str]:
    """Keys of the answers that are evidence somewhere, directly or through a quote."""
    found: set[str] = set()
    quotes = dossier.values(Quote, f"{round_id}/")
    for finding in dossier.values(Finding, f"{round_id}/").values():
        for evidence in finding.evidence:
            if evidence.kind == "answer":
                found.add(evidence.key)
            elif evidence.kind == "quote" and evidence.key in quotes:
                found.add(quotes[evidence.key].answer)
    return found


def answer_key_of(readback: Readback, evidence: Evidence) -> AnswerKey | None:
    """The answer behind a source: its own key, or that of the quote; None for a document or a broken link."""
    if is_sealed(evidence.key):
        return None
    if evidence.kind == Answer.entity:
        return AnswerKey.parse(evidence.key)
    quote = readback.quote(evidence.key) if evidence.kind == Quote.entity else None
    return AnswerKey.parse(quote.value.answer) if quote and quote.value else None
