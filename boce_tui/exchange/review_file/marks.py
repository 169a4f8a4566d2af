"""Marks: the number a person knows, and a short id that stays when the number changes."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

_WEIGHTS = (1, 3, 5)


def code_of(place: str, taken: Iterable[str] = ()) -> str:
    """The short id of a place: three hexadecimal digits and a check digit.

    Args:
        place: Stored name and key of the item.
        taken: Ids that are in use already.
    """
    used = set(taken)
    for turn in range(4096):
        digits = sha256(f"{place}#{turn}".encode() if turn else place.encode()).hexdigest()[:3]
        code = digits + _check(digits)
        if code not in used:
            return code
    raise ValueError("too many places in one review file")


def _check(digits: str) -> str:
    return format(sum(w * int(d, 16) for w, d in zip(_WEIGHTS, digits, strict=True)) % 16, "x")
