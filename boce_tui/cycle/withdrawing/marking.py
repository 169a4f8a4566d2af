"""What stays after a withdrawal, brought in line with it: planning, record, sources of findings."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import msgspec

from boce_tui.cycle.withdrawing.scope import Target
from boce_tui.domain.analysis import Evidence, Finding
from boce_tui.domain.approving import InterviewRecord
from boce_tui.domain.entities import ENTITIES
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.round import Interview
from boce_tui.store import Dossier

WITHDRAWN = "withdrawn"
_WORDS = ("note", "conflict", "place")
"""Fields of an interview in which something about a person may stand."""


def mark(dossier: Dossier, target: Target, gone: Collection[str]) -> list[str]:
    """Bring the rest in line; returns old revisions that hold words and have to go too.

    Args:
        dossier: The dossier, within the change that erases.
        target: Who withdraws.
        gone: Keys of what goes.
    """
    return [
        *_interview(dossier, target, gone),
        *_record(dossier, target, gone),
        *_findings(dossier, target, gone),
    ]


def _interview(dossier: Dossier, target: Target, gone: Collection[str]) -> list[str]:
    now = dossier.value(Interview, target.key)
    if now is None:
        return []
    if target.code:
        left = tuple(code for code in now.participants if code != target.code)
        _save(dossier, target.key, now, participants=left)
        for item in dossier.all(Answer, f"{target.key}/"):
            if item.value and item.key not in gone and target.code in item.value.speakers:
                speakers = tuple(code for code in item.value.speakers if code != target.code)
                _save(dossier, item.key, item.value, speakers=speakers)
        return []
    plain = dict.fromkeys(_WORDS, "")
    _save(dossier, target.key, now, state=WITHDRAWN, position="", approval_deadline="", **plain)
    return [
        item.id
        for item in dossier.history(Interview, target.key)
        if item.value is not None and any(getattr(item.value, name) for name in _WORDS)
    ]


def _record(dossier: Dossier, target: Target, gone: Collection[str]) -> list[str]:
    """The record of a whole interview goes with it; of one participant only their part."""
    now = dossier.value(InterviewRecord, target.key) if target.code else None
    if now is not None:
        _save(
            dossier,
            target.key,
            now,
            participants={code: one for code, one in now.participants.items() if code != target.code},
            answers={key: rev for key, rev in now.answers.items() if key not in gone},
            quotes={key: rev for key, rev in now.quotes.items() if key not in gone},
        )
    return []


def _findings(dossier: Dossier, target: Target, gone: Collection[str]) -> list[str]:
    """Findings lose the sources; what was noted beside such a source goes from their history too."""
    noted: list[str] = []
    for item in dossier.all(Finding, f"{target.round}/"):
        finding = item.value
        if finding is None or not any(rests_on(dossier, e, gone) for e in finding.evidence):
            continue
        kept = tuple(e for e in finding.evidence if not rests_on(dossier, e, gone))
        _save(dossier, item.key, finding, evidence=kept)
    for key in dossier.head_keys(Finding, f"{target.round}/"):
        for old in dossier.history(Finding, key):
            if old.value and any(e.note and rests_on(dossier, e, gone) for e in old.value.evidence):
                noted.append(old.id)
    return noted


def rests_on(dossier: Dossier, evidence: Evidence, gone: Collection[str]) -> bool:
    """True when a source goes, or went before."""
    if evidence.key in gone:
        return True
    kind = ENTITIES.get(evidence.kind)
    return kind is not None and dossier.erased(kind, evidence.key)


def _save(dossier: Dossier, key: str, before: Any, **changes: Any) -> None:
    after = msgspec.structs.replace(before, **changes)
    if after != before:
        dossier.save(after, key)
