"""Words that stand in a backup of this folder only: a restore put them aside; a withdrawal reaches them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from boce_tui.cycle.withdrawing.marking import mark
from boce_tui.cycle.withdrawing.scope import STAYS, Item, Target, scope
from boce_tui.domain.entities import ENTITIES
from boce_tui.store import Dossier, RevisionRow

Find = Callable[[], tuple[Iterable[Item], Iterable[str]]]


def put_aside(dossier: Dossier) -> list[RevisionRow]:
    """Revisions that stand in a backup only; none when there are none with words in them."""
    aside = dossier.only_in_backups()
    return aside if any(ENTITIES[row.entity] not in STAYS for row in aside) else []


def in_backups(dossier: Dossier, aside: Collection[RevisionRow], find: Find) -> list[str]:
    """Ids of the revisions that would go if they were here.

    Args:
        dossier: The dossier.
        aside: What stands in a backup only.
        find: What goes, worked out as if all of that were here: items with their whole history, and single
            revisions. What it saves is taken back.
    """
    gone: set[str] = set()
    if aside:
        with dossier.only_to_look(aside):
            items, revisions = find()
            wanted = {(kind.entity, key) for kind, key in items}
            gone |= {row.id for row in aside if (row.entity, row.key) in wanted}
            gone |= {row.id for row in aside} & set(revisions)
    return sorted(gone)


def withdrawn_in_backups(
    dossier: Dossier, aside: Collection[RevisionRow], target: Target, shared: str = ""
) -> list[str]:
    """The same, of one withdrawal."""

    def find() -> tuple[Iterable[Item], Iterable[str]]:
        found = scope(dossier, target, shared)
        return found.items, mark(dossier, target, found.keys)

    return in_backups(dossier, aside, find)
