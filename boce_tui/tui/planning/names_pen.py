"""Writes the names file beside the screen: one write for all that was typed, when typing has stopped.

With a passphrase one write takes seconds. A name that is typed is therefore held in memory, where every
screen and every check sees it at once, and written later, in a thread. Names are never in the drafts of the
dossier, on purpose: what was typed since the last write is lost when the app is killed (``kill -9``).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from boce_tui.env import Env
from boce_tui.errors import BoceError
from boce_tui.files import reason as reason_of
from boce_tui.names import Names

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp

IDLE = 2.0
"""Seconds without typing after which the names are written."""
_writer = ThreadPoolExecutor(1, thread_name_prefix="names")


@dataclass(frozen=True)
class NameState:
    """How far names are saved."""

    kind: Literal["saved", "saving", "not_saved"] = "saved"
    at: datetime | None = None
    reason: str = ""


class NamesPen:
    """The saver of the whole names file; one per app, it outlives the forms.

    Args:
        env: The clock on the wall.
        names: What is written.
        clock: Monotonic seconds.
    """

    slow = True
    """Nobody waits for it but who leaves the app."""

    def __init__(self, env: Env, names: Names, clock: Callable[[], float] = time.monotonic) -> None:
        self.names = names
        self._env = env
        self._clock = clock
        self._typed = clock()
        self._job: Future[None] | None = None
        self.state = NameState()
        """What to show now."""

    @property
    def dirty(self) -> bool:
        """True when something is not in the names file yet."""
        return self._job is not None or self.names.holding

    @property
    def idle(self) -> bool:
        """True when nobody typed a name for a while."""
        return self._clock() - self._typed >= IDLE

    def touch(self) -> None:
        """Somebody types: the write waits for a pause; one that failed is tried again then."""
        self._typed = self._clock()
        if self.names.holding:
            self.state = NameState("saving", self.state.at)

    def edited(self, start: int, end: int, inserted: str) -> None:
        """The fields take their own edits."""
        del start, end, inserted
        self.touch()

    def tick(self) -> None:
        """Write after a pause; see whether a write is done."""
        self._collect()
        if self.idle and self.state.kind != "not_saved":
            self._start()

    def leave(self, *, wait: bool = False) -> NameState:
        """Write now; with `wait` return only when it is done, or cannot be done."""
        self._collect()
        self._start()
        while wait and self._job is not None:
            self._job.exception()
            self._collect()
            if self.state.kind != "not_saved":
                self._start()
        return self.state

    def _start(self) -> None:
        if self._job is None and self.names.holding:
            self.state = NameState("saving", self.state.at)
            self._job = _writer.submit(self.names.keep)

    def _collect(self) -> None:
        if self._job is not None and self._job.done():
            problem, self._job = self._job.exception(), None
            if problem is not None:
                self.state = NameState("not_saved", self.state.at, why(problem))
            elif not self.names.holding:
                self.state = NameState("saved", self._env.local_now())
        elif self._job is None:
            if not self.names.holding and self.state.kind != "saved":
                self.state = NameState("saved", self._env.local_now())  # another write took it along
            elif self.names.holding and self.state.kind == "saved":
                self.state = NameState("saving", self.state.at)


def names_pen(app: BoceApp, names: Names) -> NamesPen:
    """The pen of this session."""
    pen = app.names_pen
    if not isinstance(pen, NamesPen) or pen.names is not names:
        pen = app.names_pen = NamesPen(app.env, names)
    app.savers.add(pen)
    return pen


def why(problem: BaseException) -> str:
    """What went wrong, in the user's language; never what was typed."""
    if isinstance(problem, BoceError):
        return problem.message
    return reason_of(problem) if isinstance(problem, OSError) else type(problem).__name__
