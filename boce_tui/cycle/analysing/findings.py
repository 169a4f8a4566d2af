"""Findings: statements with sources for and against, and the quantity word that was chosen (R39, R40)."""

from __future__ import annotations

from typing import Any

import msgspec

from boce_tui.domain.agenda import Document
from boce_tui.domain.analysis import Evidence, Finding, Quantifier
from boce_tui.domain.base import Entity
from boce_tui.domain.interviewing import Answer, Quote
from boce_tui.domain.text import clean_entry
from boce_tui.errors import BadInput
from boce_tui.locale import _
from boce_tui.store import Dossier, Stored

FOR, AGAINST = "for", "against"
SOURCES: dict[str, type[Entity]] = {"answer": Answer, "quote": Quote, "document": Document}


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
