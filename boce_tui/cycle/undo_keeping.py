"""The pile of steps between sessions: which revisions a step went from and to, remembered on this computer.

Only ids and the words of the step are kept; the texts stay where they are, in the revisions. What was erased
since then is therefore erased here too, and such a step cannot be taken back any more.
"""

from __future__ import annotations

import msgspec

from boce_tui.domain.base import Entity
from boce_tui.domain.entities import ENTITIES
from boce_tui.store import Dossier

NOTE = "undo"
MOST_KEPT = 50


class KeptItem(msgspec.Struct, frozen=True, array_like=True):
    """One item of a step.

    Attributes:
        before: Revision it went from; empty when it was not there.
        after: Revision it went to; empty when it was not there any more.
        settled: It made one of several versions.
    """

    entity: str
    key: str
    before: str = ""
    after: str = ""
    settled: bool = False


class KeptStep(msgspec.Struct, frozen=True):
    """One step.

    Attributes:
        words: What was done, as it was said then.
        at: When, in UTC.
    """

    words: str
    at: str
    items: tuple[KeptItem, ...] = ()


def kept(dossier: Dossier) -> list[KeptStep]:
    """The steps that were remembered, the last one at the end; none when the note cannot be read."""
    try:
        return msgspec.json.decode(dossier.noted(NOTE) or "[]", type=list[KeptStep])
    except msgspec.MsgspecError:
        return []


def keep(dossier: Dossier, steps: list[KeptStep]) -> None:
    """Remember the last of these, without waiting for it."""
    if dossier.writable:
        dossier.note(NOTE, msgspec.json.encode(steps[-MOST_KEPT:]).decode())


def forget_erased(dossier: Dossier) -> None:
    """Leave out the steps that touched something that was erased: their words may tell of it."""
    steps = kept(dossier)
    left = [step for step in steps if not is_gone(dossier, step)]
    if len(left) < len(steps):
        keep(dossier, left)


def is_gone(dossier: Dossier, step: KeptStep) -> bool:
    """Whether something the step touched was erased, or is not in this dossier."""
    for item in step.items:
        head = dossier.get(ENTITIES[item.entity], item.key) if item.entity in ENTITIES else None
        if head is not None and head.erased:
            return True
        for rev_id in (item.before, item.after):
            found = dossier.revision(rev_id) if rev_id else None
            if rev_id and (found is None or found.erased):
                return True
    return any(item.entity not in ENTITIES for item in step.items)


def value_of(dossier: Dossier, rev_id: str) -> Entity | None:
    """What the item was in a revision."""
    found = dossier.revision(rev_id) if rev_id else None
    return found.value if found is not None else None
