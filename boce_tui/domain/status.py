"""Which planning state of an interview may follow which (R10)."""

from __future__ import annotations

from collections.abc import Mapping

FOLLOWS: Mapping[str, tuple[str, ...]] = {
    "to_plan": ("invited", "agreed", "planned", "held", "cancelled"),
    "invited": ("agreed", "planned", "held", "to_plan", "withdrawn", "cancelled"),
    "agreed": ("planned", "held", "invited", "to_plan", "withdrawn", "cancelled"),
    "planned": ("held", "agreed", "to_plan", "withdrawn", "cancelled"),
    "held": ("worked_out", "planned", "withdrawn"),
    "worked_out": ("for_approval", "held", "withdrawn"),
    "for_approval": ("approved", "worked_out", "withdrawn"),
    "approved": ("worked_out", "withdrawn"),
    "withdrawn": (),
    "cancelled": ("to_plan",),
}
"""State -> what may follow, the usual next step first. A step back is for mistakes; the history keeps it."""

OVER = ("withdrawn", "cancelled")
"""Interviews that will not take place or no longer count."""


def may_follow(before: str, after: str) -> bool:
    """True when an interview in state ``before`` may go to ``after`` (or stay)."""
    return before == after or after in FOLLOWS.get(before, ())


def forward(state: str) -> str:
    """The usual next step of an interview that goes well; empty at the end of the road."""
    return "" if state == "approved" or state in OVER else FOLLOWS[state][0]


def next_states(state: str) -> tuple[str, ...]:
    """What may follow, the usual next step first."""
    return FOLLOWS.get(state, ())
