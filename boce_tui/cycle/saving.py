"""From a keystroke to a revision: when which of the three layers gets the text, without holding up typing.

The draft log has every edit at once. A durable row follows after a short pause, which is "saved" to the
user; a revision follows when the field is left or after a longer pause. Nothing here waits for the disk.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from boce_tui.errors import BoceError
from boce_tui.files import reason as reason_of
from boce_tui.locale import _
from boce_tui.store import Dossier, Stored
from boce_tui.store.engine import DiskFull, DriveGone, ReadOnlyPlace
from boce_tui.store.recovery import DraftState

ROW_IDLE, ROW_TYPING = 0.3, 1.0
REVISION_IDLE, REVISION_TYPING = 2.0, 30.0
RETRY = 2.0

Write = Callable[[str], Stored[Any] | None]


@dataclass(frozen=True, slots=True)
class SaveState:
    """What the save words in line 1 are made of.

    Attributes:
        at: Wall-clock time of the last time everything was saved; None when that never was.
        reason: Why it is not saved, in the user's language.
        in_draft: The text as typed is in the draft log: it survives the end of the app.
    """

    kind: Literal["saved", "saving", "not_saved"]
    at: datetime | None = None
    reason: str = ""
    in_draft: bool = True


class FieldSaver:
    """Saves one text field.

    Args:
        dossier: Where to.
        field: ``entity:key:attribute``, see :class:`~boce_tui.store.drafts.DraftBook`.
        text: The text as the dossier holds it.
        base_rev: The revision that text is from; empty when there is none.
        write: Makes the text a revision; called on the database thread, so it may not touch the screen.
        status: Called on the caller's own thread, from the other methods, when the state changes.
        clock: Monotonic seconds.
        whole: The text is one value (a date, a number): no revision of half a value while it is being typed,
            only when the field is left.
    """

    def __init__(
        self,
        dossier: Dossier,
        field: str,
        text: str,
        base_rev: str,
        write: Write,
        status: Callable[[SaveState], None] = lambda _state: None,
        *,
        clock: Callable[[], float] = time.monotonic,
        whole: bool = False,
    ) -> None:
        self._whole = whole
        self._dossier = dossier
        self._draft = dossier.drafts.open(field, text, base_rev)
        self._write = write
        self._status = status
        self._clock = clock
        self._row_edit = self._revision_edit = self._draft.state.edit
        self._last_typed = self._row_since = self._revision_since = 0.0
        self._leaving = False
        self._job: Future[str | None] | None = None
        self._job_state: DraftState | None = None
        self._job_is_revision = False
        self._row_first = False
        self._retry_at: float | None = None
        self.state = SaveState("saved")
        """What to show now."""

    @property
    def text(self) -> str:
        """The text as typed."""
        return self._draft.text

    @property
    def base_rev(self) -> str:
        """The revision the text was last saved in; empty when there is none."""
        return self._draft.base_rev

    @property
    def dirty(self) -> bool:
        """True when something typed is not in a revision yet."""
        return self._draft.state.edit > self._revision_edit

    def edited(self, start: int, end: int, inserted: str) -> None:
        """Take note of an edit, before it is painted: ``text[start:end]`` became ``inserted``."""
        now = self._clock()
        if self._draft.state.edit <= self._row_edit:
            self._row_since = now
        if not self.dirty:
            self._revision_since = now
        self._last_typed, self._leaving = now, False
        try:
            self._draft.edit(start, end, inserted)
        except OSError as exc:
            # A disk that only is full is no news when the last row says so already.
            if self.state.kind != "not_saved":
                self._show(
                    "not_saved", _("the draft could not be written: {detail}").format(detail=reason_of(exc))
                )
            else:
                self._show("not_saved", self.state.reason)
            return
        if self.state.kind == "saved":
            self._show("saving")

    def tick(self) -> None:
        """Do what is due; call it every tenth of a second. Never waits."""
        self._collect()
        if self._job is None and (self._retry_at is None or self._clock() >= self._retry_at):
            self._start()

    def leave(self, *, wait: bool = False) -> SaveState:
        """The field is left: make a revision now. Without waiting, go on with :meth:`tick` until it is saved.

        Args:
            wait: Return only when it is made, or has failed once.
        """
        self._leaving = True
        self._retry_at = None
        self.tick()
        while wait and self._job is not None:
            self._job.exception()  # waits
            self._collect()
            if self._retry_at is None:
                self._start()
        return self.state

    def _start(self) -> None:
        now, state = self._clock(), self._draft.state
        idle = now - self._last_typed
        pause = idle >= REVISION_IDLE or now - self._revision_since >= REVISION_TYPING
        if self._row_first and state.edit > self._row_edit:
            self._submit(self._make_row, state, is_revision=False)
        elif self.dirty and (self._leaving or (pause and not self._whole)):
            self._submit(self._make_revision, state, is_revision=True)
        elif state.edit > self._row_edit and (idle >= ROW_IDLE or now - self._row_since >= ROW_TYPING):
            self._submit(self._make_row, state, is_revision=False)

    def _submit(
        self, job: Callable[[DraftState], str | None], state: DraftState, *, is_revision: bool
    ) -> None:
        self._job_state, self._job_is_revision = state, is_revision
        self._job = self._dossier.later(job, state)

    def _make_row(self, state: DraftState) -> None:
        with self._dossier.change():
            self._dossier.drafts.keep(state)

    def _make_revision(self, state: DraftState) -> str:
        # One transaction: the revision and the end of its draft row. A commit that failed in an unclear way
        # is looked up by the dossier, and what is tried again keeps its revision id.
        with self._dossier.change():
            stored = self._write(state.text)
            self._dossier.drafts.settle(state)
        rev = stored.id if stored is not None else state.base_rev
        self._dossier.drafts.settled(self._draft, state, rev)
        return rev

    def _collect(self) -> None:
        job, state = self._job, self._job_state
        if job is None or state is None or not job.done():
            return
        self._job = None
        problem = job.exception()
        if problem is not None:
            # What cannot become a revision (somebody deleted the item) is made durable as a draft first.
            self._row_first = self._job_is_revision
            self._retry_at = self._clock() + RETRY
            self._show("not_saved", self._reason(problem))
            return
        self._retry_at, self._row_first = None, False
        self._row_edit = max(self._row_edit, state.edit)
        if self._job_is_revision:
            self._revision_edit = state.edit
            self._revision_since = self._clock()
        if self._draft.state.edit > self._row_edit:
            self._row_since = self._clock()
            self._show("saving")
            return
        if self._leaving and not self.dirty:
            self._draft.close()
        self._show("saved")

    def _reason(self, problem: BaseException) -> str:
        safe = self._dossier.drafts.in_log(self._draft)
        if isinstance(problem, DiskFull):
            return _("disk full, draft is safe") if safe else _("disk full")
        if isinstance(problem, DriveGone):
            return _("disk gone, leave window open")
        if isinstance(problem, ReadOnlyPlace):
            return _("read-only, leave window open")
        if isinstance(problem, BoceError):
            return problem.message
        if isinstance(problem, Exception):
            return _("something went wrong: {detail}").format(detail=problem)
        raise problem

    def _show(self, kind: Literal["saved", "saving", "not_saved"], reason: str = "") -> None:
        at = self._dossier.env.local_now() if kind == "saved" else self.state.at
        state = SaveState(kind, at, reason, self._dossier.drafts.in_log(self._draft))
        if state != self.state:
            self.state = state
            self._status(state)
