"""What is being typed: in the draft log before it is painted, as a durable row soon after."""

from __future__ import annotations

import contextlib
import errno
import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from boce_tui.env import Env
from boce_tui.errors import DossierUnavailable
from boce_tui.files import reason as reason_of
from boce_tui.locale import _
from boce_tui.store.draftlog import DraftLog
from boce_tui.store.engine import sqlite3, tx
from boce_tui.store.ident import iso
from boce_tui.store.recovery import DRAFT_COLUMNS, DraftState, Recovered, compare, replay
from boce_tui.store.revisions import Revisions

FOLDER = "drafts"


class Draft:
    """The text of one field while it is being typed. Made by :meth:`DraftBook.open`."""

    def __init__(self, book: DraftBook, state: DraftState) -> None:
        self._book = book
        self.state = state
        """How it stands now; a picture that can be handed to another thread."""

    @property
    def text(self) -> str:
        """The text as typed."""
        return self.state.text

    @property
    def base_rev(self) -> str:
        """The revision it started from or was last saved in; empty when there is none."""
        return self.state.base_rev

    def edit(self, start: int, end: int, inserted: str) -> None:
        """Replace ``text[start:end]``; it is in the log when this returns.

        Raises:
            ValueError: the place is not in the text.
            OSError: the log could not be written; the text itself was changed all the same.
        """
        self._book.edited(self, start, end, inserted)

    def close(self) -> None:
        """Typing is over and the text is in a revision."""
        self._book.closed(self)


class DraftBook:
    """All drafts of a dossier. Edits may come from any thread.

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
        self._env = env
        self._conn = conn
        self._in_transaction = in_transaction
        self._lock = threading.RLock()
        self._live: dict[int, Draft] = {}
        self._behind: set[int] = set()
        self._left: dict[int, DraftState] = {}
        self._recovered: dict[int, Recovered] = {}
        self._accepted: set[int] = set()
        self._last_edit = 0
        self._last_number = 0
        self._log = _open_log(folder / FOLDER) if writable else None

    # --- after an unclean end --------------------------------------------------------------------------

    def recover(self, revisions: Revisions) -> None:
        """Read what was left behind and compare it with what is current; on the database thread, once."""
        if self._log is None:
            return
        rows = [DraftState(*row) for row in self._conn.execute(DraftState.select()).fetchall()]
        found = replay(self._log.records, rows)
        self._last_number, self._last_edit = found.last_number, found.last_edit
        gone, kept = list(found.gone), []
        for trail in found.trails:
            number = trail.opened.number
            recovered = compare(trail, revisions)
            if recovered is None:
                gone.append(number)
            else:
                self._left[number], self._recovered[number] = trail.state(), recovered
                if number not in found.durable:
                    kept.append(trail.state())
        if gone or kept:
            # On a full disk the log still holds everything; next time is soon enough.
            with contextlib.suppress(sqlite3.Error), tx(self._conn):
                for number in gone:
                    self._forget(number)
                for state in kept:
                    self.keep(state)
        if not self._left:
            self._log.wipe()

    def recovered(self) -> list[Recovered]:
        """Texts that were typed but are not in the dossier and wait for a choice, the last typed first."""
        with self._lock:
            waiting = [r for n, r in self._recovered.items() if n in self._left and n not in self._accepted]
        return sorted(waiting, key=lambda r: self._left[r.number].edit, reverse=True)

    def accept(self, field: str) -> str:
        """Take a recovered text over: returns it, to be typed on. It stays kept until it is in a revision.

        Raises:
            KeyError: nothing waits for this field.
        """
        chosen = self._waiting(field)
        with self._lock:
            self._accepted.add(chosen.number)
        return chosen.text

    def discard(self, field: str) -> None:
        """Choose the saved text: the recovered one is thrown away.

        Raises:
            KeyError: nothing waits for this field.
        """
        number = self._waiting(field).number
        self._in_transaction(lambda: self._forget(number))
        with self._lock:
            self._drop(number)

    def _waiting(self, field: str) -> Recovered:
        for recovered in self.recovered():
            if recovered.field == field:
                return recovered
        raise KeyError(field)

    def _drop(self, number: int) -> None:
        self._left.pop(number, None)
        self._accepted.discard(number)
        with contextlib.suppress(OSError):  # then it is asked again after the next unclean end
            self._append([["close", number]])

    # --- typing ----------------------------------------------------------------------------------------

    def open(self, field: str, text: str, base_rev: str = "") -> Draft:
        """Start typing in a field; nothing is written before the first edit.

        Args:
            field: ``entity:key:attribute`` (a dot goes into parts: ``values.other``).
            text: The text as the dossier holds it.
            base_rev: The revision that text is from; empty when there is none.
        """
        if self._log is None:
            raise DossierUnavailable(
                _("This dossier is open for reading only."), hint=_("Nothing was changed.")
            )
        with self._lock:
            self._last_number += 1
            return Draft(self, DraftState(self._last_number, field, base_rev, text, text, 0, ""))

    def edited(self, draft: Draft, start: int, end: int, inserted: str) -> None:
        """See :meth:`Draft.edit`."""
        with self._lock:
            before = draft.state
            if not 0 <= start <= end <= len(before.text):
                raise ValueError(f"no place in a text of {len(before.text)}: {start}-{end}")
            self._last_edit += 1
            draft.state = after = msgspec.structs.replace(
                before,
                text=before.text[:start] + inserted + before.text[end:],
                edit=self._last_edit,
                at=iso(self._env.now()),
            )
            change = ["edit", after.number, after.edit, start, end, inserted, after.at]
            if after.number in self._behind:
                records = [after.record()]  # the log has missed something: only the whole text makes sense
            elif after.number in self._live:
                records = [change]
            else:
                self._live[after.number] = draft
                records = [before.record(), change]
            self._behind.add(after.number)
            self._append(records)
            self._behind.discard(after.number)

    def in_log(self, draft: Draft) -> bool:
        """True when the log holds the text as it is now."""
        return draft.state.number not in self._behind

    def closed(self, draft: Draft) -> None:
        """See :meth:`Draft.close`."""
        with self._lock:
            if self._live.pop(draft.state.number, None) is not None:
                self._behind.discard(draft.state.number)
                with contextlib.suppress(OSError):  # the text is the saved one: the next start sees that
                    self._append([["close", draft.state.number]])

    def _append(self, records: list[list[Any]]) -> None:
        if self._log is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))  # the dossier was closed
        if self._log.append(*records):
            return
        # The file is full: the other one goes on, with what is open now as its beginning.
        states = [*self._left.values(), *(draft.state for draft in self._live.values())]
        self._log.turn(state.record() for state in states)
        self._behind.clear()

    # --- durable, on the database thread, in a transaction of the caller -----------------------------------

    def keep(self, state: DraftState) -> None:
        """Write the draft as a row."""
        self._conn.execute(
            f"insert into draft({DRAFT_COLUMNS}) values (?, ?, ?, ?, ?, ?, ?) "  # noqa: S608
            "on conflict(number) do update set base_rev = excluded.base_rev, base_text = excluded.base_text, "
            "text = excluded.text, edit = excluded.edit, at = excluded.at where excluded.edit >= draft.edit",
            state.cells(),
        )

    def settle(self, state: DraftState) -> None:
        """The text as of this moment is in a revision of this same transaction: no row is needed."""
        self._conn.execute("delete from draft where number = ? and edit <= ?", (state.number, state.edit))
        for number in self._taken_over(state.field):
            self._forget(number)

    def settled(self, draft: Draft, state: DraftState, rev: str) -> None:
        """That transaction is in the file: the draft goes on from this revision."""
        with self._lock:
            draft.state = msgspec.structs.replace(draft.state, base_rev=rev, base_text=state.text)
            for number in self._taken_over(state.field):
                self._drop(number)
            if draft.state.number in self._live:
                with contextlib.suppress(OSError):  # at worst a saved text is compared with itself
                    self._append([["saved", state.number, state.edit, rev]])

    def _taken_over(self, field: str) -> list[int]:
        with self._lock:
            return [n for n in self._accepted if n in self._left and self._left[n].field == field]

    def _forget(self, number: int) -> None:
        self._conn.execute("delete from draft where number = ?", (number,))

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
