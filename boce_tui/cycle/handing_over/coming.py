"""What a cycle document would bring, item by item, before anything is done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from boce_tui.cycle.exchanging import ImportPlan
from boce_tui.cycle.handing_over.receiving import is_next
from boce_tui.cycle.merging.looking import conflicting
from boce_tui.cycle.unveiling import unveiled
from boce_tui.cycle.withdrawing.scope import counted
from boce_tui.domain.entities import ENTITIES
from boce_tui.store import Dossier, RevisionRow

Item = tuple[str, str]
"""Entity and key."""


@dataclass(frozen=True)
class Coming:
    """What importing would do, by item.

    Attributes:
        round_id: The round it is about.
        next_one: It takes the place of a hand-over that is here.
        new: View of a kind -> items that are not here.
        replaced: View of a kind -> items that get another text.
        taken_out: View of a kind -> items that are here and go.
        both: Items that will have two versions: changed there and here.
        same: How many items stay as they are.
    """

    round_id: str
    next_one: bool
    new: Mapping[str, int]
    replaced: Mapping[str, int]
    taken_out: Mapping[str, int]
    both: tuple[Item, ...]
    same: int

    @property
    def nothing_new(self) -> bool:
        """True when all of it is here already."""
        return not (self.new or self.replaced or self.taken_out or self.both)


def coming(dossier: Dossier, plan: ImportPlan) -> Coming:
    """What a planned import would do; nothing is changed."""
    with unveiled(dossier):
        return _coming(dossier, plan)


def _coming(dossier: Dossier, plan: ImportPlan) -> Coming:
    known = dossier.known(row.id for row in plan.rows)
    by_item: dict[Item, list[RevisionRow]] = defaultdict(list)
    for row in plan.rows:
        by_item[row.entity, row.key].append(row)
    fresh = [row for row in plan.rows if row.id not in known]
    touched = {(row.entity, row.key) for row in fresh}
    both = conflicting(dossier, fresh, set())
    here = {item for item in touched if _is_here(dossier, item)}
    goes = {item for item in touched if _ends_deleted(by_item[item])}
    left = touched - set(both)
    return Coming(
        round_id=plan.round_id,
        next_one=is_next(dossier, plan.rows),
        new=_counted(left - here - goes),
        replaced=_counted((left & here) - goes),
        taken_out=_counted(left & here & goes),
        both=tuple(both),
        same=len(by_item.keys() - touched),
    )


def _is_here(dossier: Dossier, item: Item) -> bool:
    entity, key = item
    return dossier.get(ENTITIES[entity], key) is not None


def _ends_deleted(rows: Sequence[RevisionRow]) -> bool:
    followed = {parent for row in rows for parent in row.parents}
    return all(row.deleted for row in rows if row.id not in followed)


def _counted(items: set[Item]) -> dict[str, int]:
    return counted((ENTITIES[entity], key) for entity, key in items)
