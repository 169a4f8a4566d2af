"""New numbers and codes that no other laptop gives out.

The laptop that made a round counts ``G01``, ``G02`` ... Every other one (also a copy of it, or one that went
back to a backup) has a block of its own: three digits that follow from who it is, and two to count with:
``G34701``, ``G34702`` ... Both fit wherever a number is read or typed.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable

from boce_tui.domain.keys import last
from boce_tui.domain.numbered import NUMBERED
from boce_tui.domain.round import Round
from boce_tui.errors import DossierUnavailable
from boce_tui.locale import _
from boce_tui.names import draw_code
from boce_tui.store import Dossier
from boce_tui.store.moving import first_of

_FIRST, _BLOCKS, _IN_A_BLOCK = 100, 900, 99
_RUNNING = 10_000
"""Below it are the numbers of the laptop that made the round."""


def next_id(dossier: Dossier, round_id: str, letter: str, taken: Iterable[str], width: int = 2) -> str:
    """The next running number, above the highest that was ever given out here.

    Args:
        dossier: The dossier.
        round_id: The round.
        letter: What it begins with.
        taken: Every number of its kind that was ever used, deleted ones too.
        width: Digits on the laptop that made the round.
    """
    used = {int(one[len(letter) :]) for one in taken if re.fullmatch(rf"{letter}[0-9]+", one)}
    if _made_here(dossier, round_id):
        return f"{letter}{max((n for n in used if n < _RUNNING), default=0) + 1:0{width}d}"
    for block in _blocks(dossier, letter):
        mine = [n % 100 for n in used if n // 100 == block]
        if max(mine, default=0) < _IN_A_BLOCK:
            return f"{letter}{block}{max(mine, default=0) + 1:02d}"
    raise _no_more()


def next_code(dossier: Dossier, used: Collection[str]) -> str:
    """A code for somebody, drawn at random from those that are free.

    Args:
        dossier: The dossier.
        used: Every code that was ever used, in whatever round.
    """
    if _made_here(dossier):
        return draw_code(used, dossier.env.entropy)
    for block in _blocks(dossier, "R"):
        if any(f"R{block}{n:02d}" not in used for n in range(_IN_A_BLOCK + 1)):
            return draw_code(used, dossier.env.entropy, str(block))
    raise _no_more()


def _made_here(dossier: Dossier, round_id: str = "") -> bool:
    """Whether this copy of the dossier made the round (every round, when none is named)."""
    lines = [line for line in dossier.lines([Round.entity]) if not round_id or line.key == round_id]
    return all(one.replica == dossier.replica for one in first_of(lines))


def _blocks(dossier: Dossier, letter: str) -> Iterable[int]:
    """The blocks of this laptop, in the order in which they are used up; never one of another laptop."""
    begin = int.from_bytes(hashlib.sha256(dossier.replica.encode()).digest()[:8], "big") % _BLOCKS
    others = _of_others(dossier, letter)
    for step in range(_BLOCKS):
        block = _FIRST + (begin + step) % _BLOCKS
        if block not in others:
            yield block


def _of_others(dossier: Dossier, letter: str) -> set[int]:
    return {
        int(found[1])
        for one in first_of(dossier.lines(kind.entity for kind in NUMBERED))
        if (found := re.fullmatch(rf"{letter}([0-9]{{3}})[0-9]{{2}}", last(one.key)))
        and one.replica != dossier.replica
    }


def _no_more() -> DossierUnavailable:
    return DossierUnavailable(_("There is no number left to give out."), hint=_("Nothing was changed."))
