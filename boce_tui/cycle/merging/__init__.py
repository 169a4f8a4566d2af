"""Two laptops, one dossier: what goes along in a bundle, what comes in, and what a person has to compare.

Merging is a union: the order does not matter and doing it twice changes nothing. No clock decides anything;
where two people changed the same words, both versions stay until somebody has compared them.
"""

from boce_tui.cycle.merging.bundling import Made, Wanted, make, write_to, wrote
from boce_tui.cycle.merging.carrying_out import Merged, merge
from boce_tui.cycle.merging.conflicts import (
    MERGED,
    Conflict,
    compared,
    conflicts,
    find_conflict,
    settle,
    settle_clear,
)
from boce_tui.cycle.merging.looking import Look, look

__all__ = [
    "MERGED",
    "Conflict",
    "Look",
    "Made",
    "Merged",
    "Wanted",
    "compared",
    "conflicts",
    "find_conflict",
    "look",
    "make",
    "merge",
    "settle",
    "settle_clear",
    "write_to",
    "wrote",
]
