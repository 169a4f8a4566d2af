"""How the log of the drafts is kept: what is written to it, when it begins anew, and how it comes back."""

from __future__ import annotations

import contextlib
import errno
import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from boce_tui.env import Env
from boce_tui.errors import DossierUnavailable
from boce_tui.files import reason as reason_of
from boce_tui.locale import _
from boce_tui.store.draft import Draft
from boce_tui.store.draftlog import DraftLog
from boce_tui.store.draftrows import DraftRows
from boce_tui.store.engine import sqlite3, tx
from boce_tui.store.leftbehind import LeftBehind, strangers
from boce_tui.store.recovery import replay
from boce_tui.store.revisions import Revisions

FOLDER = "drafts"


class LoggedDrafts:
    """Drafts that are open, drafts that were left behind, and the log that holds them.

    Args:
        folder: Folder of the dossier.
        env: The clock.
        conn: Connection of the database thread.
        in_transaction: Runs a function on the database thread in a transaction, and waits.
        writable: False: nothing can be typed.
    """

    def __init__(
        self,
        folder: Path,
        env: Env,
        conn: sqlite3.Connection,
        in_transaction: Callable[[Callable[[], None]], None],
        *,
        writable: bool,
    ) -> None:
        self._folder = folder / FOLDER
        self._env = env
        self._rows = DraftRows(conn)
        self._in_transaction = in_transaction
        self._lock = threading.RLock()
        self._live: dict[int, Draft] = {}
        self._behind: set[int] = set()
        self._left = LeftBehind()
        self._over: dict[int, str] = {}
        self._erased: dict[str, int] = {}
        self._last_edit = 0
        self._last_number = 0
        self._log = _open_log(self._folder) if writable else None
        self._log_gone = False
        self._revisions: Revisions | None = None
        self._never: frozenset[str] = frozenset()

    def _append(self, records: list[list[Any]]) -> None:
        if self._log is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))  # the dossier was closed
        if self._log.append(*records):
            return
        # The file is full: the other one goes on, with what is open now as its beginning.
        self._turn(self._log)

    def _turn(self, log: DraftLog) -> None:
        states = [*self._left.states, *(draft.state for draft in self._live.values())]
        # The rows of those that are typed again elsewhere may still stand in the dossier.
        log.turn([*(state.record() for state in states), *(["over", number] for number in self._over)])
        self._behind.clear()

    def use(self, conn: sqlite3.Connection) -> None:
        """The drive is back: go on with this connection and the log that is there; on the database thread."""
        with self._lock:
            self._rows = DraftRows(conn)
            self._log_gone = True
            self._begin_again()

    def _begin_again(self) -> None:
        """Write all that is open to the log as it stands in the folder now. What another left there stays."""
        if self._log is None or self._revisions is None:
            return
        self._behind |= set(self._live)
        with contextlib.suppress(OSError):
            log = DraftLog(self._folder)
            try:
                self._take_in(log, self._revisions)
                self._turn(log)
            except BaseException:
                log.close()
                raise
            self._log.close()
            self._log, self._log_gone = log, False

    def _take_in(self, log: DraftLog, revisions: Revisions) -> None:
        """Somebody typed in this dossier on another machine meanwhile: that text waits for a choice."""
        mine = {s.number: s.field for s in (*self._left.states, *(d.state for d in self._live.values()))}
        found = replay(log.records, self._rows.all(), self._rows.saved())
        self._last_number = max(self._last_number, found.last_number)
        self._last_edit = max(self._last_edit, found.last_edit)
        for old, state, shown in strangers(found, mine, revisions, self._last_number):
            with tx(self._rows.conn):
                self._rows.forget([old])
                self._rows.keep(state)
            self._last_number = state.number
            self._left.add(state, shown)

    def close(self) -> None:
        """End. When everything is in the dossier, no text stays behind in the log."""
        with self._lock:
            log, self._log = self._log, None
            if log is None:
                return
            unsaved = any(d.state.text != d.state.base_text for d in self._live.values())
            if not unsaved and not self._left:
                with contextlib.suppress(OSError):
                    log.wipe()
            log.close()


def _open_log(folder: Path) -> DraftLog:
    try:
        return DraftLog(folder)
    except OSError as exc:
        raise DossierUnavailable(
            _("The folder for drafts cannot be used: {detail}.").format(detail=reason_of(exc)),
            hint=_("Nothing was changed. Check the folder and the space on the disk."),
            place=str(folder),
        ) from exc
