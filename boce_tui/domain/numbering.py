"""Numbers of recommendations: 1a, 1b, 2, 3a ... (domain.md 5.3).

The group gives the number, the place in the group the letter; a group of one has no letter. From
version 1.0 on numbers are frozen in the items themselves and a dropped item leaves a gap.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import count

from boce_tui.domain.keys import last
from boce_tui.domain.recommendation import Recommendation, RecommendationGroup

PATTERN = re.compile(r"^[1-9][0-9]*[a-z]?$")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def numbers(groups: Mapping[str, RecommendationGroup], items: Mapping[str, Recommendation]) -> dict[str, str]:
    """Give every recommendation its number.

    Args:
        groups: Key -> group, of one round.
        items: Key -> recommendation, of the same round.

    Returns:
        Key -> number. Items of an unknown or empty group come after the others, as a group of their own.
        Frozen numbers are kept; new items and groups take the first ones after them, so that the number of
        something that was taken out is never used again.
    """
    by_group: dict[str, list[str]] = {}
    for key, item in items.items():
        by_group.setdefault(item.group, []).append(key)
    result: dict[str, str] = {}
    taken = {g.number for g in groups.values() if g.number is not None}
    free = count(max(taken, default=0) + 1)
    for group in _ordered(groups, by_group):
        entry = next((g for k, g in groups.items() if last(k) == group), None)
        number = entry.number if entry and entry.number is not None else next(free)
        keys = sorted(by_group[group], key=lambda k: (items[k].order, k))
        used = {letter for k in keys if (letter := items[k].letter) is not None}
        # A group of one has no letter; when it was frozen so, the second is b.
        letters = iter(_LETTERS[max((_LETTERS.find(x or "a") + 1 for x in used), default=0) :])
        for key in keys:
            frozen = items[key].letter
            if frozen is not None:
                letter = frozen
            elif len(keys) == 1:
                letter = ""
            else:
                letter = next(letters, "z")  # beyond z: the gate says that a number is given twice
            result[key] = f"{number}{letter}"
    return result


def _ordered(groups: Mapping[str, RecommendationGroup], used: Iterable[str]) -> list[str]:
    known = sorted(groups, key=lambda k: (groups[k].number or 0, groups[k].order, k))
    ids = [last(k) for k in known]
    present = set(used)
    return [g for g in ids if g in present] + sorted(present - set(ids))


def sort_key(number: str) -> tuple[int, str]:
    """Sorts numbers as a reader expects: 2 before 10, 3a before 3b."""
    match = re.match(r"^(\d+)([a-z]?)$", number)
    return (int(match[1]), match[2]) if match else (10**6, number)
