"""How long the conversation takes."""

from __future__ import annotations

import time
from collections.abc import Callable


class TalkClock:
    """Seconds of conversation: those before plus the time since the room was opened.

    Args:
        before: Seconds it had taken already.
        running: False: time is not counted any more, the conversation was held.
        clock: Monotonic seconds.
    """

    def __init__(self, before: int, *, running: bool, clock: Callable[[], float] = time.monotonic) -> None:
        self._before = before
        self._clock = clock
        self._since: float | None = clock() if running else None

    @property
    def seconds(self) -> int:
        """Seconds in all."""
        return self._before + (int(self._clock() - self._since) if self._since is not None else 0)

    def stop(self) -> None:
        """Count no further."""
        self._before, self._since = self.seconds, None
