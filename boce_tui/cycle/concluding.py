"""Sub-conclusions per sub-question and theme, and the main conclusions that rest on them (R43, R44)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec

from boce_tui.cycle.context import question_set
from boce_tui.cycle.rounds import the_round
from boce_tui.domain.analysis import Finding, MainConclusion, SubConclusion
from boce_tui.domain.keys import GENERAL
from boce_tui.domain.text import clean_entry
from boce_tui.errors import BadInput
from boce_tui.instruments.model import Section
from boce_tui.locale import _
from boce_tui.store import Dossier, Stored


@dataclass(frozen=True)
class Cell:
    """One place in the matrix of sub-conclusions.

    Attributes:
        section: Sub-question.
        theme: Theme id, or ``general``.
        key: Key of the sub-conclusion, also while there is none yet.
        conclusion: What is written, or None.
        findings: Findings that belong here, in order.
        state: ``open``, ``busy`` (text without findings, or findings without text) or ``done``.
    """

    section: Section
    theme: str
    key: str
    conclusion: SubConclusion | None
    findings: tuple[Stored[Finding], ...]
    state: str


def cell_key(round_id: str, section: str, theme: str) -> str:
    """Key of the sub-conclusion on one sub-question for one theme."""
    return f"{round_id}/{section}/{theme}"


def matrix(dossier: Dossier, round_id: str) -> list[Cell]:
    """Every place where a sub-conclusion is needed: each sub-question in general and per focus theme."""
    round_ = the_round(dossier, round_id)
    written = dossier.values(SubConclusion, f"{round_id}/")
    findings = sorted(
        (f for f in dossier.all(Finding, f"{round_id}/") if f.value),
        key=lambda f: (f.value.order if f.value else 0, f.key),
    )
    cells = []
    for section in question_set(dossier, round_id).chapters():
        for theme in (GENERAL, *round_.focus_themes):
            key = cell_key(round_id, section.id, theme)
            conclusion = written.get(key)
            mine = tuple(
                f
                for f in findings
                if f.value and (f.value.sub_question, f.value.theme) == (section.id, theme)
            )
            cells.append(Cell(section, theme, key, conclusion, mine, _state(conclusion, mine)))
    return cells


def _state(conclusion: SubConclusion | None, findings: tuple[Stored[Finding], ...]) -> str:
    if conclusion and (conclusion.none_reason or (conclusion.text.strip() and conclusion.findings)):
        return "done"
    return "busy" if findings or (conclusion and conclusion.text.strip()) else "open"


def change_sub_conclusion(dossier: Dossier, key: str, **changes: Any) -> Stored[SubConclusion]:
    """Write a sub-conclusion: ``text``, ``findings``, ``none_reason``."""
    for name in ("text", "none_reason"):
        if name in changes:
            changes[name] = clean_entry(changes[name])
    with dossier.change() as change:
        before = change.value(SubConclusion, key) or SubConclusion()
        return change.save(msgspec.structs.replace(before, **changes), key)


def toggle_finding(dossier: Dossier, key: str, finding: str) -> Stored[SubConclusion]:
    """Let a sub-conclusion rest on a finding, or no longer."""
    with dossier.change() as change:
        before = change.value(SubConclusion, key) or SubConclusion()
        linked = tuple(f for f in before.findings if f != finding)
        if linked == before.findings:
            linked = (*linked, finding)
        return change.save(msgspec.structs.replace(before, findings=linked), key)


def main_conclusions(dossier: Dossier, round_id: str) -> list[Stored[MainConclusion]]:
    """The bullets that answer the main question, in order."""
    found = [m for m in dossier.all(MainConclusion, f"{round_id}/") if m.value]
    return sorted(found, key=lambda m: (m.value.order if m.value else 0, m.key))


def new_main_conclusion(dossier: Dossier, round_id: str) -> Stored[MainConclusion]:
    """Start an empty bullet at the end."""
    order = 1 + max((m.value.order for m in main_conclusions(dossier, round_id) if m.value), default=0)
    return dossier.save(MainConclusion(order=order), f"{round_id}/H-{dossier.env.entropy(4).hex()}")


def change_main_conclusion(dossier: Dossier, key: str, **changes: Any) -> Stored[MainConclusion]:
    """Change a bullet: ``text``, ``sub_conclusions``, ``order``.

    Raises:
        BadInput: It was deleted.
    """
    if "text" in changes:
        changes["text"] = clean_entry(changes["text"])
    with dossier.change() as change:
        return change.save(msgspec.structs.replace(_main(change, key), **changes), key)


def _main(dossier: Dossier, key: str) -> MainConclusion:
    found = dossier.value(MainConclusion, key)
    if found is None:
        raise BadInput(_("This conclusion was deleted."), hint=_("Bring it back with undo first."))
    return found


def toggle_sub_conclusion(dossier: Dossier, key: str, sub_conclusion: str) -> Stored[MainConclusion]:
    """Let a bullet rest on a sub-conclusion, or no longer."""
    before = _main(dossier, key).sub_conclusions
    linked = tuple(s for s in before if s != sub_conclusion)
    if linked == before:
        linked = (*linked, sub_conclusion)
    return change_main_conclusion(dossier, key, sub_conclusions=linked)


def move_main_conclusion(dossier: Dossier, round_id: str, key: str, step: int) -> None:
    """Move a bullet up (-1) or down (+1)."""
    keys = [m.key for m in main_conclusions(dossier, round_id)]
    at = keys.index(key)
    to = min(max(at + step, 0), len(keys) - 1)
    keys.insert(to, keys.pop(at))
    with dossier.change() as change:
        for order, each in enumerate(keys, start=1):
            bullet = _main(change, each)
            if bullet.order != order:
                change.save(msgspec.structs.replace(bullet, order=order), each)


def move_finding(dossier: Dossier, key: str, finding: str, step: int) -> Stored[SubConclusion]:
    """Print a finding earlier (-1) or later (+1) in its sub-conclusion.

    Raises:
        BadInput: The sub-conclusion does not rest on it.
    """
    keys = list((dossier.value(SubConclusion, key) or SubConclusion()).findings)
    if finding not in keys:
        raise BadInput(_("Link this finding first, then you can move it."))
    at = keys.index(finding)
    keys.insert(min(max(at + step, 0), len(keys) - 1), keys.pop(at))
    return change_sub_conclusion(dossier, key, findings=tuple(keys))


def delete_main_conclusion(dossier: Dossier, key: str) -> None:
    """Delete a bullet; undo brings it back.

    Raises:
        BadInput: It is gone already.
    """
    _main(dossier, key)
    dossier.delete(MainConclusion, key)
