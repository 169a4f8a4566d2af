"""What is being typed: in the draft log before it is painted, as a durable row soon after."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Collection
from typing import Any

import msgspec

from boce_tui.errors import DossierUnavailable
from boce_tui.locale import _
from boce_tui.store.draft import Draft
from boce_tui.store.draftkeeping import FOLDER, LoggedDrafts
from boce_tui.store.draftlog import look
from boce_tui.store.engine import sqlite3, tx
from boce_tui.store.ident import iso
from boce_tui.store.recovery import DraftState, Recovered, compare, replay
from boce_tui.store.revisions import Revisions

__all__ = ["FOLDER", "Draft", "DraftBook"]


class DraftBook(LoggedDrafts):
    """All drafts of a dossier. Edits may come from any thread."""

    # --- after an unclean end --------------------------------------------------------------------------

    def recover(self, revisions: Revisions, erased: Collection[str] = ()) -> None:
        """Read what was left behind and compare it with what is current; on the database thread, once.

        Args:
            revisions: What is current.
            erased: Fields of which nothing may come back.
        """
        self._revisions, self._never = revisions, frozenset(erased)
        if self._log is None:
            return
        known = self._rows.saved()
        found = replay(self._log.records, self._rows.all(), known)
        self._last_number, self._last_edit = found.last_number, found.last_edit
        gone, kept = list(found.gone), []
        for trail in found.trails:
            number = trail.opened.number
            recovered = None if trail.opened.field in erased else compare(trail, revisions)
            if recovered is None:
                gone.append(number)
            else:
                self._left.add(trail.state(), recovered)
                if number not in found.durable:
                    kept.append(trail.state())
        if gone or kept:
            # On a full disk the log still holds everything; next time is soon enough.
            with contextlib.suppress(sqlite3.Error), tx(self._rows.conn):
                self._rows.forget(gone)
                for state in kept:
                    self._rows.keep(state)
        if not self._left:
            self._log.wipe()
            if known:
                with contextlib.suppress(sqlite3.Error), tx(self._rows.conn):
                    self._rows.forget_saved()

    def recovered(self) -> list[Recovered]:
        """Texts that were typed but are not in the dossier and wait for a choice, the last typed first."""
        with self._lock:
            return self._left.waiting()

    def typed(self) -> list[Recovered]:
        """Every text that is in no revision yet, whoever types it; on the database thread."""
        if self._revisions is None:
            return []
        records: list[list[Any]] = []
        with contextlib.suppress(OSError):
            records = look(self._folder)
        found = replay(records, self._rows.all(), self._rows.saved())
        shown = (compare(t, self._revisions) for t in found.trails if t.opened.field not in self._never)
        return [one for one in shown if one is not None]

    def accept(self, field: str) -> str:
        """Take a recovered text over: returns it, to be typed on. It stays kept until the field has it.

        Raises:
            KeyError: nothing waits for this field.
        """
        with self._lock:
            chosen = self._left.find(field)
            self._left.accept(chosen.number)
        return chosen.text

    def discard(self, field: str) -> None:
        """Choose the saved text: the recovered one is thrown away.

        Raises:
            KeyError: nothing waits for this field.
        """
        with self._lock:
            number = self._left.find(field).number
        self._in_transaction(lambda: self._rows.forget([number]))
        with self._lock:
            self._drop(number)

    def _drop(self, number: int) -> None:
        self._left.drop(number)
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
            if self._gone(before):
                raise OSError(errno.EPERM, _("this was erased"))
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
            again = self._left.typed_again(after.field, after.text)  # from here on this draft has that text
            self._append([*records, *(["over", number] for number in again)])
            self._behind.discard(after.number)
            for number in again:
                self._left.drop(number)
                self._over[number] = after.field

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

    # --- durable, on the database thread, in a transaction of the caller -----------------------------------

    def keep(self, state: DraftState) -> None:
        """Write the draft as a row."""
        if self._gone(state):
            raise DossierUnavailable(_("This was erased; it is not saved again."))
        self._rows.keep(state)
        self._rows.forget(self._typed_on(state.field))  # the row has their text
        if self._log_gone:
            with self._lock:
                self._begin_again()

    def settle(self, state: DraftState) -> None:
        """The text as of this moment is in a revision of this same transaction: no row is needed."""
        self._rows.settle(state)
        self._rows.forget((*self._typed_on(state.field), *self._taken_over(state.field)))

    def settled(self, draft: Draft, state: DraftState, rev: str) -> None:
        """That transaction is in the file: the draft goes on from this revision."""
        with self._lock:
            draft.state = msgspec.structs.replace(draft.state, base_rev=rev, base_text=state.text)
            for number in self._taken_over(state.field):
                self._drop(number)
            if draft.state.number in self._live:
                with contextlib.suppress(OSError):  # at worst a saved text is compared with itself
                    self._append([["saved", state.number, state.edit, rev]])

    def _typed_on(self, field: str) -> list[int]:
        """Drafts from before an unclean end whose text is now in the field's own draft."""
        with self._lock:
            return [number for number, of in self._over.items() if of == field]

    def _taken_over(self, field: str) -> list[int]:
        with self._lock:
            return self._left.taken_over(field)

    # --- erasing ---------------------------------------------------------------------------------------

    def fields(self) -> set[str]:
        """Every field of which a draft is here; on the database thread."""
        rows = self._rows.fields()
        with self._lock:
            return rows | {d.field for d in (*self._left.states, *(d.state for d in self._live.values()))}

    def erase(self, fields: Collection[str]) -> int:
        """Take the rows of these fields away, in a transaction of the caller; returns how many there were."""
        return self._rows.erase(fields)

    def scrub(self, fields: Collection[str]) -> None:
        """Leave nothing behind of these fields, in memory or in the log; other drafts stay.

        Raises:
            OSError: the disk refused; calling it again goes on.
        """
        with self._lock:
            self._erased |= dict.fromkeys(fields, self._last_number)
            for number in [n for n, draft in self._live.items() if draft.state.field in fields]:
                draft = self._live.pop(number)
                draft.state = msgspec.structs.replace(draft.state, text="", base_text="")
                self._behind.discard(number)
            self._left.erase(fields)
            if self._log is not None:
                states = [*self._left.states, *(draft.state for draft in self._live.values())]
                over = [["over", number] for number in self._over]
                self._log.keep_only([*(state.record() for state in states), *over])
                self._behind.clear()

    def _gone(self, state: DraftState) -> bool:
        """True for a text that was open when its field was erased: it never comes back."""
        return state.number <= self._erased.get(state.field, 0)
