"""Taking back that two versions were made one: both stand beside each other again, as they stood before.

Nothing is taken out of the history. Each version goes on in a revision of its own, which follows the version
and what it was made into; `boce_tui.cycle.merging.conflicts` shows such a revision as the version it brings
back. What was written since the choice stays too, as one version more.
"""

from __future__ import annotations

from typing import Any

from boce_tui.domain.base import Entity
from boce_tui.store import Dossier, Stored


def made_one(dossier: Dossier, kind: type[Entity], key: str, rev: str) -> list[Stored[Any]]:
    """The versions that a revision made one; none when it did not."""
    known = {item.id: item for item in dossier.history(kind, key)}
    if rev not in known:
        return []
    found: list[Stored[Any]] = []
    for parent in known[rev].parents:
        one = as_it_was(known, known[parent]) if parent in known else None
        if one is not None and not any(_same(one, other) for other in found):
            found.append(one)
    return found if len(found) > 1 and not any(one.erased for one in found) else []


def unsettle(dossier: Dossier, kind: type[Entity], key: str, rev: str) -> bool:
    """Bring back what a revision made one; within a change of the caller.

    Args:
        dossier: The dossier.
        kind: What it is.
        key: Which one.
        rev: The revision that made it one.

    Returns:
        False when it made nothing one, or a version of it was erased since.
    """
    versions = made_one(dossier, kind, key, rev)
    if versions:
        dossier.apart(kind, key, [one.id for one in versions], rev)
    return bool(versions)


def as_it_was(known: dict[str, Stored[Any]], one: Stored[Any]) -> Stored[Any]:
    """The version that a revision brings back; itself when it brings nothing back."""
    before = known.get(one.parents[0]) if one.kind == "undo" and len(one.parents) > 1 else None
    return before if before is not None and _same(before, one) else one


def _same(one: Stored[Any], other: Stored[Any]) -> bool:
    return (one.deleted, one.value) == (other.deleted, other.value)
