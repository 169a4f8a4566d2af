"""Small groups: what may be shown, and what must stay hidden so that it cannot be worked out.

Rules (domain.md 9.3): numbers only from ``count`` people (default 5, never under 3); a statement tied
to a group or theme needs ``statement`` people (default 3). When one group is hidden and the total is
shown, the rest gives the hidden one away, so a second one is hidden too (secondary suppression).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

LOWEST = 3
"""No setting can bring a threshold under this."""


def effective(threshold: int) -> int:
    """The threshold that holds, whatever the setting says."""
    return max(threshold, LOWEST)


@dataclass(frozen=True)
class Shown:
    """Which groups of a comparison may be shown.

    Attributes:
        groups: Ids of groups whose numbers may be shown.
        hidden: Ids of groups that exist but are not shown.
        total: True when the number of all together may be shown.
    """

    groups: tuple[str, ...]
    hidden: tuple[str, ...]
    total: bool


def shown_groups(sizes: Mapping[str, int], threshold: int) -> Shown:
    """Decide which groups of a comparison over the same people may be shown.

    Args:
        sizes: Group id -> number of different people; the groups do not overlap.
        threshold: Lowest number of people for a figure.

    Groups of nobody are left out: they hold no one to protect. The people in hidden groups together
    are at least ``threshold``, and never one group alone, whenever the total is shown.
    """
    limit = effective(threshold)
    present = {group: n for group, n in sizes.items() if n > 0}
    total = sum(present.values())
    if total < limit:
        return Shown((), tuple(present), total=False)
    hidden = {group for group, n in present.items() if n < limit}
    # Take the smallest shown groups along until the hidden ones cannot be told apart from the total.
    for group in sorted((g for g in present if g not in hidden), key=lambda g: (present[g], g)):
        if not hidden or (len(hidden) > 1 and sum(present[g] for g in hidden) >= limit):
            break
        hidden.add(group)
    order = tuple(present)
    return Shown(
        tuple(g for g in order if g not in hidden), tuple(g for g in order if g in hidden), total=True
    )


def may_count(people: int, threshold: int) -> bool:
    """True when a count, mean or distribution over ``people`` may be shown."""
    return people >= effective(threshold)


def may_state(people: int, threshold: int) -> bool:
    """True when a statement may be tied to a group or theme."""
    return people >= effective(threshold)
