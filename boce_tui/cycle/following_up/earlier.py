"""What became of the recommendations of the round before (R55): the appendix of the report prints it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec

from boce_tui.cycle.numbering import given_numbers
from boce_tui.cycle.rounds import the_round
from boce_tui.cycle.today import today
from boce_tui.domain.numbering import sort_key
from boce_tui.domain.recommendation import FollowUp, Recommendation
from boce_tui.domain.text import clean_entry
from boce_tui.domain.vocabulary import PROGRESS_CLASS
from boce_tui.errors import BadInput
from boce_tui.locale import _
from boce_tui.store import Dossier, Stored

UNKNOWN = "unknown"
NEED_EVIDENCE = ("other_action", "in_progress", "done")
"""Classes of progress that say that something happened: what shows it belongs beside it."""


@dataclass(frozen=True)
class Earlier:
    """An earlier recommendation and what became of it.

    Attributes:
        number: With its round: ``2021-3b``.
        key: Its key, which is also the key of its follow-up.
        value: The recommendation.
        follow_up: What is known of it, or None.
    """

    number: str
    key: str
    value: Recommendation
    follow_up: FollowUp | None

    @property
    def progress(self) -> str:
        """An id of ``PROGRESS_CLASS``; ``unknown`` while nothing was noted."""
        return self.follow_up.progress if self.follow_up else UNKNOWN

    @property
    def unproven(self) -> bool:
        """It is said to be carried out, or under way, and nothing is named that shows it."""
        return self.progress in NEED_EVIDENCE and not (self.follow_up and is_shown(self.follow_up))


def is_shown(one: FollowUp) -> bool:
    """Something is named that shows it, in words or of what the dossier has."""
    return bool(one.source.strip() or one.shown)


def earlier(dossier: Dossier, round_id: str) -> list[Earlier]:
    """The recommendations of the round before this one, in number order."""
    previous = the_round(dossier, round_id).previous
    if not previous:
        return []
    items = dossier.values(Recommendation, f"{previous}/")
    given = given_numbers(dossier, previous)
    became = dossier.values(FollowUp, f"{previous}/")
    order = sorted(items, key=lambda key: (sort_key(given[key]), key))
    return [Earlier(f"{previous}-{given[key]}", key, items[key], became.get(key)) for key in order]


def change_follow_up(dossier: Dossier, key: str, **changes: Any) -> Stored[FollowUp]:
    """Note what became of a recommendation: ``progress``, ``note``, ``source``. The day goes along.

    Args:
        dossier: The dossier.
        key: Key of the earlier recommendation.
        changes: What is different.

    Raises:
        BadInput: There is no such recommendation or class of progress.
    """
    if changes.get("progress", UNKNOWN) not in PROGRESS_CLASS:
        raise BadInput(_("There is no such class of progress."))
    for name in ("note", "source"):
        if name in changes:
            changes[name] = clean_entry(changes[name])
    with dossier.change() as change:
        if change.value(Recommendation, key) is None:
            raise BadInput(_("This recommendation was deleted."), hint=_("Bring it back with undo first."))
        before = change.value(FollowUp, key) or FollowUp(progress=UNKNOWN)
        after = msgspec.structs.replace(before, **changes)
        if after.progress != before.progress or not after.date:
            after = msgspec.structs.replace(after, date=today(dossier).isoformat())
        return change.save(after, key)
