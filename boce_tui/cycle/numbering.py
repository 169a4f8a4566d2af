"""The numbers of the recommendations of a round, as every list shows them.

Until somebody settles a conflict two versions of an item stand beside each other, and which one is in front
says nothing about numbers: what one of them holds as published (1.0) is the number.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import msgspec

from boce_tui.domain.base import Entity
from boce_tui.domain.numbering import numbers
from boce_tui.domain.recommendation import Recommendation, RecommendationGroup
from boce_tui.store import Dossier, Stored

T = TypeVar("T", bound=Entity)


def given_numbers(dossier: Dossier, round_id: str) -> dict[str, str]:
    """Key -> number of every recommendation of a round; a number that was published stays that number."""
    prefix = f"{round_id}/"
    groups = {}
    for key, group, others in _current(dossier, RecommendationGroup, prefix):
        fixed = [one.number for one in others if one.number is not None]
        if group.number is None and fixed:
            group = msgspec.structs.replace(group, number=min(fixed))
        groups[key] = group
    items = {}
    for key, item, versions in _current(dossier, Recommendation, prefix):
        published = sorted(
            (one for one in versions if one.letter is not None), key=lambda one: one.letter or ""
        )
        if item.letter is None and published:
            item = msgspec.structs.replace(item, letter=published[0].letter, group=published[0].group)
        items[key] = item
    return numbers(groups, items)


def _current(dossier: Dossier, kind: type[T], prefix: str) -> Iterator[tuple[str, T, list[T]]]:
    """Key, the version in front, and every version when there is more than one."""
    for stored in dossier.all(kind, prefix):
        if stored.value is not None:
            yield stored.key, stored.value, _versions(dossier, kind, stored)


def _versions(dossier: Dossier, kind: type[T], stored: Stored[T]) -> list[T]:
    if not stored.conflicted:
        return []
    heads = [head for head in dossier.heads(kind, stored.key) if not head.erased]
    return [head.value for head in heads if head.value is not None]
