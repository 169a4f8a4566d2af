"""Whether the conversation will fit in the hour: time used, time left, and what of the core is still open."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from boce_tui.cycle.interviewing.progress import StepState
from boce_tui.instruments.steps import Step

WARN_LEFT = 10
"""Minutes before the end from which what is still open is said aloud."""

_SETTLED = (StepState.DONE, StepState.SKIPPED)


@dataclass(frozen=True)
class Pace:
    """How the time is going.

    Attributes:
        used: Minutes so far.
        slot: Minutes that were agreed; 0 when nothing was.
        core_open: Core questions that are neither answered nor skipped.
        others_open: The same for the additional ones on the route.
    """

    used: int
    slot: int
    core_open: int
    others_open: int

    @property
    def left(self) -> int:
        """Minutes left of what was agreed; never under 0."""
        return max(self.slot - self.used, 0)

    @property
    def over(self) -> bool:
        """True when the agreed time is used up."""
        return bool(self.slot) and self.used >= self.slot

    @property
    def ending(self) -> bool:
        """True in the last minutes of what was agreed."""
        return bool(self.slot) and not self.over and self.left <= WARN_LEFT


def pace(seconds: int, slot: int, steps: Iterable[Step], state: Callable[[Step], StepState]) -> Pace:
    """How the time is going.

    Args:
        seconds: Seconds of conversation so far.
        slot: Minutes that were agreed.
        steps: The route.
        state: The state of each step of it.
    """
    waiting = [step for step in steps if not step.evaluator_only and state(step) not in _SETTLED]
    core = sum(step.core for step in waiting)
    return Pace(used=seconds // 60, slot=slot, core_open=core, others_open=len(waiting) - core)
