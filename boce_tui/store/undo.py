"""Undo and redo as a walk over the revisions of one item: each step is a new revision, none goes away."""

from __future__ import annotations

from collections.abc import Sequence

from boce_tui.store.moving import FOLLOWED
from boce_tui.store.rows import NOTHING, RevisionRow

_ABSENT = (NOTHING, True)
State = tuple[str | None, bool]
"""Payload and whether it is deleted."""


def state(row: RevisionRow) -> State:
    """What a revision makes of the item."""
    return row.payload, row.deleted


def walk(line: Sequence[RevisionRow]) -> tuple[list[State], list[State]]:
    """Read a line of revisions, oldest first, as a pile of steps back and a pile of steps forward."""
    back: list[State] = []
    forward: list[State] = []
    now: State | None = None
    for row in line:
        became = state(row)
        if now is None:
            # The first one we know: before it there was nothing, unless its parents did not come along.
            if not row.parents:
                back.append(_ABSENT)
        elif row.kind == FOLLOWED and row.parents:
            back.clear()
            forward.clear()
        elif row.kind == "undo" and back and back[-1] == became:
            back.pop()
            forward.append(now)
        elif row.kind == "redo" and forward and forward[-1] == became:
            forward.pop()
            back.append(now)
        else:
            back.append(now)
            forward.clear()
        now = became
    return back, forward


def step(line: Sequence[RevisionRow], kind: str) -> State | None:
    """Where one undo or redo leads to; None when there is nothing to go to."""
    back, forward = walk(line)
    pile = back if kind == "undo" else forward
    return pile[-1] if pile else None
