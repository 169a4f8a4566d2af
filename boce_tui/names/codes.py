"""Codes of respondents: drawn at random, so that a code says nothing about who it is."""

from __future__ import annotations

from collections.abc import Callable, Collection


def draw_code(existing: Collection[str], entropy: Callable[[int], bytes], block: str = "") -> str:
    """A free code, each equally likely: ``R01`` to ``R99``, and ``R100`` to ``R999`` when those are used up.

    Args:
        existing: Every code that was ever used in the dossier, in whatever round.
        entropy: Returns that many random bytes.
        block: Digits that every code of this laptop begins with; two follow (``R34762``), and one is free.
    """
    if block:
        free = [code for n in range(100) if (code := f"R{block}{n:02d}") not in existing]
        return free[_below(len(free), entropy)]
    digits = 2
    while True:
        first = 1 if digits == 2 else 10 ** (digits - 1)
        free = [code for n in range(first, 10**digits) if (code := f"R{n:02d}") not in existing]
        if free:
            return free[_below(len(free), entropy)]
        digits += 1


def _below(limit: int, entropy: Callable[[int], bytes]) -> int:
    """A number from 0 up to `limit`, without favouring the low ones."""
    span = 1 << 32
    while True:
        drawn = int.from_bytes(entropy(4), "big")
        if drawn < span - span % limit:
            return drawn % limit
