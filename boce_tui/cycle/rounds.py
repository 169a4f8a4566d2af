"""Which rounds there are, and in which one works. Light: the first screen needs nothing more of the cycle."""

from __future__ import annotations

from boce_tui.domain.round import FINAL, Round
from boce_tui.errors import BadInput
from boce_tui.locale import _
from boce_tui.store import Dossier


def the_round(dossier: Dossier, round_id: str) -> Round:
    """The round with that id.

    Raises:
        BadInput: There is no such round.
    """
    found = dossier.value(Round, round_id)
    if found is None:
        known = ", ".join(dossier.values(Round))
        raise BadInput(
            _("There is no round {round}.").format(round=round_id),
            hint=_("These rounds exist: {rounds}").format(rounds=known) if known else "",
        )
    return found


def latest_round(dossier: Dossier) -> str | None:
    """Id of the round one works in when none is named: the last year that is not closed, else the last."""
    rounds = dossier.values(Round)
    return max(rounds, key=lambda key: (not rounds[key].closed, rounds[key].year), default=None)


def round_number(dossier: Dossier, round_id: str) -> int:
    """The place of the round in its series: 1 is the first, which has nothing before it."""
    number, seen = 1, {round_id}
    previous = the_round(dossier, round_id).previous
    while previous and previous not in seen:
        number += 1
        seen.add(previous)
        earlier = dossier.value(Round, previous)
        previous = earlier.previous if earlier else ""
    return number


def may_start_next(dossier: Dossier, round_id: str) -> bool:
    """Whether this round is final, and the last one."""
    round_ = the_round(dossier, round_id)
    if round_.status != FINAL and not round_.closed:
        return False
    return all(other.previous != round_id for other in dossier.values(Round).values())
