"""Items with more than one current version: shown side by side, and settled by a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from boce_tui.cycle.merging.proposing import Proposal, propose, with_the_rest
from boce_tui.cycle.merging.unsettling import as_it_was
from boce_tui.domain.base import Entity
from boce_tui.domain.entities import ENTITIES
from boce_tui.domain.round import Interview
from boce_tui.errors import BadInput
from boce_tui.locale import _
from boce_tui.store import Dossier, Stored
from boce_tui.store.having import label

MERGED = "merged"
_WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Conflict:
    """One item with its current versions.

    Attributes:
        kind: What it is.
        key: Which one.
        versions: The current versions, in an order that no clock decides; one that was brought back is
            shown as it was.
        base: What they all began with; None when they were made apart from each other.
        proposal: What they could become together; nothing when one of them deletes it.
        laptops: Of each version the label of the laptop it was written on; empty for this one, ``?`` unknown.
    """

    kind: type[Entity]
    key: str
    versions: tuple[Stored[Any], ...]
    base: Stored[Any] | None
    proposal: Proposal | None
    laptops: tuple[str, ...]

    @property
    def clear(self) -> bool:
        """True when the versions can be made one without anybody having to choose."""
        return self.proposal is not None and self.proposal.value is not None

    @property
    def item(self) -> str:
        """How the command line calls it."""
        return f"{self.kind.entity}:{self.key}"


def conflicts(dossier: Dossier) -> list[Conflict]:
    """All of them."""
    return dossier.at_once(_conflicts, dossier)


def _conflicts(dossier: Dossier) -> list[Conflict]:
    found = (compared(dossier, ENTITIES[entity], key) for entity, key in dossier.conflicts())
    return [one for one in found if one is not None]


def compared(dossier: Dossier, kind: type[Entity], key: str) -> Conflict | None:
    """The versions of one item; None when there is nothing to compare."""
    heads = [head for head in dossier.heads(kind, key) if not head.erased]
    if len(heads) < 2:
        return None
    history = dossier.history(kind, key)
    known = {one.id: one for one in history}
    heads = [as_it_was(known, head) for head in heads]
    heads.sort(key=lambda head: (head.deleted, _payload(head), head.id))
    different = [head for n, head in enumerate(heads) if not n or _state(head) != _state(heads[n - 1])]
    if len(different) < 2:
        return None
    base = _ancestor(history, [head.id for head in heads])
    values = [head.value for head in different if head.value is not None]
    proposal = propose(base.value if base else None, values) if len(values) == len(different) else None
    return Conflict(kind, key, tuple(different), base, proposal, _laptops(dossier, different))


def _laptops(dossier: Dossier, versions: Sequence[Stored[Any]]) -> tuple[str, ...]:
    rows = {row.id: row.replica for row in dossier.export_rows(one.id for one in versions)}
    return tuple(
        "" if rows[one.id] == dossier.replica else label(rows[one.id]) if rows[one.id] else "?"
        for one in versions
    )


def find_conflict(dossier: Dossier, text: str) -> Conflict:
    """The item that somebody means.

    Raises:
        BadInput: There is nothing to compare under that name.
    """
    here = dossier.conflicts()
    meant = [(entity, key) for entity, key in here if text in (f"{entity}:{key}", key)]
    meant = meant or [(entity, key) for entity, key in here if key.endswith(f"/{text}")]
    found = compared(dossier, ENTITIES[meant[0][0]], meant[0][1]) if len(meant) == 1 else None
    if found is None:
        raise BadInput(
            _("There are no two versions of {name} to compare.").format(name=text),
            hint=_("See all of them with: boce conflicts"),
        )
    return found


def settle(dossier: Dossier, conflict: Conflict, choice: str) -> Stored[Any]:
    """Make it one: a revision that follows all versions, so that it holds on the other laptop too.

    Args:
        dossier: The dossier.
        conflict: As it was shown.
        choice: The number of a version, from ``1``, or ``merged``. A version decides what both changed; what
            only one of them changed stays, unless everything could have been made one.

    Raises:
        BadInput: There is no such choice, or something changed in the meantime.
    """
    with dossier.change():
        now = compared(dossier, conflict.kind, conflict.key)
        if now is None or [one.id for one in now.versions] != [one.id for one in conflict.versions]:
            raise BadInput(
                _("It was changed in the meantime."), hint=_("Look at it again; nothing was saved.")
            )
        if choice == MERGED:
            if now.proposal is None or now.proposal.value is None:
                raise BadInput(
                    _("These versions cannot be made one by words: both changed the same."),
                    hint=_("Choose one of them; the other stays in the history."),
                )
            return _save(dossier, now, now.proposal.value)
        number = int(choice) if choice.isdecimal() and choice.isascii() else 0
        if not 1 <= number <= len(now.versions):
            raise BadInput(
                _("There is no version {n}.").format(n=choice),
                hint=_("Choose a number from 1 to {n}.").format(n=len(now.versions)),
            )
        return _save(dossier, now, with_the_rest(now.proposal, now.versions[number - 1].value))


def settle_clear(dossier: Dossier) -> int:
    """Make one of everything where it is clear what each changed; returns how many."""
    with dossier.change():
        found = [one for one in conflicts(dossier) if one.clear]
        for one in found:
            settle(dossier, one, MERGED)
    return len(found)


def settle_bookkeeping(dossier: Dossier) -> int:
    """Settle what nobody has to look at: where somebody left off, and interviews that were withdrawn.

    Both laptops come to the same. Within a change of the caller.
    """
    settled = 0
    for one in conflicts(dossier):
        withdrawn = [
            v for v in one.versions if isinstance(v.value, Interview) and v.value.state == _WITHDRAWN
        ]
        if withdrawn:
            _save(dossier, one, withdrawn[-1].value)
        elif one.proposal is not None and one.proposal.bookkeeping and one.proposal.value is not None:
            _save(dossier, one, one.proposal.value)
        else:
            continue
        settled += 1
    return settled


def _save(dossier: Dossier, conflict: Conflict, value: Entity | None) -> Stored[Any]:
    if value is None:
        return dossier.delete(conflict.kind, conflict.key)
    chosen = [one.id for one in conflict.versions if one.value == value]
    heads = [one.id for one in dossier.heads(conflict.kind, conflict.key)]
    # The version that was chosen comes first: undo goes back along it.
    return dossier.save(value, conflict.key, parents=list(dict.fromkeys([*chosen, *heads])))


def _ancestor(history: Sequence[Stored[Any]], heads: Sequence[str]) -> Stored[Any] | None:
    """What all these revisions have grown from, the nearest; told by who follows whom, never by time."""
    known = {one.id: one for one in history}
    before = [_grown_from(known, head) for head in heads]
    common = set.intersection(*before)
    above = {parent for rev in common for parent in _grown_from(known, rev) if parent != rev}
    nearest = sorted(common - above)
    return known[nearest[0]] if len(nearest) == 1 and not known[nearest[0]].erased else None


def _grown_from(known: dict[str, Stored[Any]], rev: str) -> set[str]:
    found: set[str] = set()
    waiting = [rev]
    while waiting:
        one = waiting.pop()
        if one in known and one not in found:
            found.add(one)
            waiting += known[one].parents
    return found


def _payload(one: Stored[Any]) -> bytes:
    return b"" if one.value is None else msgspec.json.encode(one.value, order="deterministic")


def _state(one: Stored[Any]) -> tuple[bool, bytes]:
    return one.deleted, _payload(one)
