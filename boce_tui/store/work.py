"""How calls on the dossier reach the database thread: reads, transactions, changes as one, errors."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from boce_tui.errors import BoceError, DossierUnavailable
from boce_tui.locale import _
from boce_tui.store.dbthread import DbThread
from boce_tui.store.engine import CommitFailed, DriveGone, ReadOnlyPlace, damaged, explain, sqlite3, tx
from boce_tui.store.remembered import Remembered
from boce_tui.store.revisions import Revisions
from boce_tui.store.rows import Stored

P = ParamSpec("P")
R = TypeVar("R")
OnChange = Callable[[str, str], None]


class Work:
    """Runs functions on the database thread, with the library's errors explained.

    Args:
        thread: The database thread.
        conn: Its connection.
        revisions: What is written.
        path: The dossier file, for messages.
        refusal: Why nothing may be written, or None.
        come_back: Opens the dossier again after its drive was gone, and calls :meth:`use`.
    """

    def __init__(
        self,
        thread: DbThread,
        conn: sqlite3.Connection,
        revisions: Revisions,
        path: Path,
        refusal: DossierUnavailable | None,
        come_back: Callable[[], None],
    ) -> None:
        self._thread = thread
        self._conn = conn
        self._revisions = revisions
        self._path = path
        self._refusal = refusal
        self._come_back = come_back
        self._gone = False
        self._inside = 0
        self._held = False
        self._begun = False
        self._remembered = Remembered()
        self.listeners: list[OnChange] = []

    def use(self, conn: sqlite3.Connection) -> None:
        """Go on with another connection to the same dossier; what was remembered is read again."""
        self._conn = conn
        self._remembered = Remembered()

    def read(self, fn: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run and wait."""
        return self._thread.run(lambda: self._explained(lambda: fn(*args, **kwargs)))

    def item(self, entity: str, key: str) -> Stored[Any] | None:
        """The current item; waits only when it is not known already."""
        known = self._remembered.item(entity, key) if self._as_in_the_file else None
        return known[0] if known else self.read(self._read_item, entity, key)

    def items(self, entity: str, prefix: str) -> list[Stored[Any]]:
        """The current items; waits only when they are not known already."""
        known = self._remembered.items(entity, prefix) if self._as_in_the_file else None
        return self.read(self._read_items, entity, prefix) if known is None else list(known)

    @property
    def _as_in_the_file(self) -> bool:
        """Whether what was read stands so in the file now: nothing is being written or waits for its turn.

        Who only reads cannot know: another program writes.
        """
        if self._refusal is not None:
            return False
        return not self._conn.in_transaction if self._thread.here else self._thread.idle

    def _read_item(self, entity: str, key: str) -> Stored[Any] | None:
        found = self._revisions.get(entity, key)
        if not self._conn.in_transaction:
            self._remembered.keep_item(entity, key, found)
        return found

    def _read_items(self, entity: str, prefix: str) -> list[Stored[Any]]:
        found = self._revisions.all(entity, prefix)
        if not self._conn.in_transaction:
            self._remembered.keep_items(entity, prefix, found)
        return found

    def write(self, fn: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run in a transaction, or as a part of the one that is open, and wait."""
        return self._thread.run(lambda: self._explained(lambda: self._whole(lambda: fn(*args, **kwargs))))

    def later(self, fn: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> Future[R]:
        """Run when its turn comes; from within a change at once, as a part of it: its turn is now."""
        if not self._thread.in_session:
            return self._thread.later(lambda: self._explained(lambda: fn(*args, **kwargs)))
        future: Future[R] = Future()
        try:
            future.set_result(self.read(fn, *args, **kwargs))
        except Exception as exc:  # noqa: BLE001 - for whoever looks at the future
            future.set_exception(exc)
        return future

    @contextmanager
    def change(self) -> Iterator[None]:
        """Everything in the block in one transaction, on the database thread or from any other."""
        if self._thread.here:
            with self._transaction():
                yield
        elif self._thread.in_session:
            # Inside another change of this thread: that one decides in the end.
            mark = self._thread.run(self._mark)
            try:
                yield
            except BaseException as exc:
                self._thread.run(mark, exc)
                raise
            self._thread.run(mark, None)
        else:
            end = self._thread.begin(self._serve)
            try:
                yield
            except BaseException:
                end(keep=False)
                raise
            end(keep=True)

    def _explained(self, fn: Callable[[], R]) -> R:
        try:
            if self._gone and not self._inside:
                with suppress(BoceError):  # what is open may be read still; writing says itself what is wrong
                    self._come_back()
                    self._gone = False
            self._inside += 1
            try:
                return fn()
            finally:
                self._inside -= 1
        except UnicodeDecodeError as exc:
            raise damaged(self._path) from exc
        except sqlite3.Error as exc:
            problem = explain(exc, self._path)
            problem.unsure = isinstance(exc, CommitFailed) and exc.unsure
            self._gone = isinstance(problem, DriveGone | ReadOnlyPlace) and self._refusal is None
            raise problem from exc

    def _whole(self, fn: Callable[[], R]) -> R:
        with self._transaction():
            return fn()

    def _serve(self, serve: Callable[[], None]) -> None:
        self._held, self._begun = True, False
        try:
            self._explained(lambda: self._whole(serve))
        finally:
            self._held = False

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        if self._refusal is not None:
            raise self._refusal
        if self._conn.in_transaction:
            with tx(self._conn):
                yield
            return
        if self._held and self._begun:
            # A full disk ended the whole transaction: the rest must not be saved without what went before.
            raise DossierUnavailable(_("The change was broken off; nothing of it was saved."))
        self._begun = self._held
        try:
            with tx(self._conn):
                yield
        except CommitFailed as exc:
            # Whether it is in the file is not known: look. Else it is tried again, under the same id.
            there = self._all_present()
            if not there:
                self._revisions.rolled_back()
                exc.unsure = there is None
                raise
        except BaseException:
            self._revisions.rolled_back()
            raise
        changed = self._revisions.settled()
        for item in changed:
            self._remembered.forget(*item)
        for item in changed:
            self._tell(*item)

    def _all_present(self) -> bool | None:
        """Whether it is in the file after all; None when that cannot be seen."""
        try:
            return self._revisions.all_present()
        except sqlite3.Error:
            return None

    def _tell(self, entity: str, key: str) -> None:
        for listener in self.listeners:
            try:
                listener(entity, key)
            except Exception:
                logging.getLogger("boce").exception("a listener failed")

    def _mark(self) -> Callable[[BaseException | None], None]:
        savepoint = tx(self._conn)
        savepoint.__enter__()

        def end(exc: BaseException | None) -> None:
            if exc is None:
                savepoint.__exit__(None, None, None)
            else:
                try:
                    savepoint.__exit__(type(exc), exc, exc.__traceback__)
                except BaseException as raised:
                    if raised is not exc:
                        raise

        return end
