"""The dossier: the one door to everything that is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from boce_tui.domain.base import Entity
from boce_tui.env import Env
from boce_tui.store import notes, opening, returning
from boce_tui.store.backing_up import BackingUp
from boce_tui.store.dbthread import DbThread
from boce_tui.store.drafts import DraftBook
from boce_tui.store.engine import sqlite3, unusable
from boce_tui.store.erasing import Erasing
from boce_tui.store.exchanging import Exchanging
from boce_tui.store.ident import Stamps
from boce_tui.store.lock import WriterLock
from boce_tui.store.migrations import SCHEMA_VERSION
from boce_tui.store.only_in_backups import OnlyInBackups
from boce_tui.store.rows import RevisionRow, Stored
from boce_tui.store.searching import Searching
from boce_tui.store.union import Union
from boce_tui.store.work import OnChange, Work

T = TypeVar("T", bound=Entity)
P = ParamSpec("P")
R = TypeVar("R")


class Dossier(Erasing, Exchanging, Searching, BackingUp, OnlyInBackups):
    """A dossier that is open. Calls wait until they are done; only :meth:`later` does not.

    Attributes:
        folder: Where it lives.
        example: True when everybody in it is invented.
        read_only: Why nothing can be saved, or None.
        drafts: What is being typed, and what an unclean end left behind.
    """

    def __init__(
        self, folder: Path, env: Env, thread: DbThread, lock: WriterLock | None, opened: opening.Opened
    ):
        self.folder = folder
        self.env = env
        self.example = opened.example
        self.created = opened.created
        self.replica = opened.replica
        self._thread = thread
        self._lock = lock
        self._conn = opened.conn
        self._revisions = Union(opened.conn, Stamps(env, opened.last_hlc), opened.replica, env.profile)
        path = folder / opening.FILE
        refusal = None if lock else opening.cannot_write(folder, opened.read_only)
        self.read_only = refusal.message if refusal else None
        self._work = Work(thread, opened.conn, self._revisions, path, refusal, self._come_back)
        self.drafts = DraftBook(folder, env, opened.conn, self._work.write, writable=lock is not None)
        self._open = True
        left = self.unfinished()
        self._work.read(self.drafts.recover, self._revisions, left.fields if left else ())
        if left is not None and lock is not None:
            self._go_on_erasing()

    # --- opening and closing ---------------------------------------------------------------------------

    @classmethod
    def create(cls, folder: Path, env: Env, *, example: bool = False) -> Dossier:
        """Make a new dossier in a folder and open it.

        Raises:
            DossierUnavailable: there is one already, or the folder cannot be written.
        """
        path = folder / opening.FILE
        if path.exists():
            raise opening.exists(folder)
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as exc:
            raise unusable(folder, exc) from exc
        lock = WriterLock.take(folder)
        try:
            opening.make_file(path, env, example=example)
        finally:
            lock.release()
        return cls.open(folder, env)

    @classmethod
    def open(cls, folder: Path, env: Env, *, write: bool = True, finishing: bool = False) -> Dossier:
        """Open the dossier in a folder.

        Args:
            folder: Folder that holds ``dossier.db``.
            env: Clock, randomness, profile.
            write: False opens beside a writer and writes nothing at all.
            finishing: For who takes out of a backup that was put back what was withdrawn since.

        Raises:
            DossierUnavailable: missing, foreign, damaged, in use by another writer, or not writable.
            NotWhole: a backup was put back, and that was not finished.
        """
        path = folder / opening.FILE
        found = opening.gate(path)
        if found.user_version > SCHEMA_VERSION:
            write = False
        lock = WriterLock.take(folder) if write else None
        thread, opened = DbThread(), None
        try:
            if lock is not None:
                opened = thread.run(opening.open_to_write, path, env, finishing=finishing)
            else:
                opened = thread.run(opening.open_to_read, path, found, finishing=finishing)
            return cls(folder, env, thread, lock, opened)
        except BaseException:
            if opened is not None:
                thread.run(opened.conn.close)
            thread.stop()
            if lock is not None:
                lock.release()
            raise

    @staticmethod
    def exists(folder: Path) -> bool:
        """True when there is something called a dossier in the folder."""
        return (folder / opening.FILE).exists()

    def close(self) -> None:
        """Finish what is under way and let go of the file. Calling it twice does no harm."""
        if not self._open:
            return
        self._open = False
        self._thread.run(self.drafts.close)
        self._thread.run(self._conn.close)
        self._thread.stop()
        if self._lock is not None:
            self._lock.release()

    def _come_back(self) -> None:
        """The drive was gone: open the same dossier again if it is there; on the database thread."""
        if self._lock is None:
            return
        last = self._revisions.last
        opened, self._lock = returning.open_again(self.folder, self.env, self._lock, self.created, last)
        old, self._conn, self.replica = self._conn, opened.conn, opened.replica
        self._work.use(opened.conn)
        self._revisions.use(opened.conn, opened.replica, opened.last_hlc)
        self.drafts.use(opened.conn)
        with suppress(sqlite3.Error):
            old.close()

    def __enter__(self) -> Dossier:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    # --- reading ---------------------------------------------------------------------------------------

    def get(self, kind: type[T], key: str) -> Stored[T] | None:
        """The current item, or None when there is none or it was deleted."""
        return self._work.item(kind.entity, key)

    def all(self, kind: type[T], prefix: str = "") -> list[Stored[T]]:
        """Every current item of a kind whose key starts with ``prefix``, by key."""
        return self._work.items(kind.entity, prefix)

    def value(self, kind: type[T], key: str) -> T | None:
        """The current item itself, or None when there is none or it was deleted."""
        item = self.get(kind, key)
        return item.value if item else None

    def values(self, kind: type[T], prefix: str = "") -> dict[str, T]:
        """Key -> current item, by key, of every item whose key starts with ``prefix``."""
        return {item.key: item.value for item in self.all(kind, prefix) if item.value is not None}

    def history(self, kind: type[T], key: str) -> list[Stored[T]]:
        """Every revision of an item, oldest first, deletions included."""
        return self._work.read(self._revisions.history, kind.entity, key)

    def heads(self, kind: type[T], key: str) -> list[Stored[T]]:
        """The current versions of an item: more than one when two people changed it apart from each other."""
        return self._work.read(self._revisions.versions, kind.entity, key)

    def revision(self, rev_id: str) -> Stored[Any] | None:
        """One revision of anything, its digest verified."""
        return self._work.read(self._revisions.one, rev_id)

    def export_rows(self, rev_ids: Iterable[str]) -> list[RevisionRow]:
        """These revisions as they lie in the file, verified, by id."""
        return self._work.read(self._revisions.rows, list(rev_ids))

    def head_rows(self, kind: type[Entity], prefix: str = "") -> list[RevisionRow]:
        """Every current revision of a kind as it lies in the file, verified; deletions included."""
        return self._work.read(self._revisions.head_rows, kind.entity, prefix)

    def items(self, text: str) -> list[tuple[str, str]]:
        """Entity and key of what ``text`` may mean (a key, or its begin or end), deleted items too."""
        return self._work.read(self._revisions.items, text)

    # --- writing ---------------------------------------------------------------------------------------

    def save(
        self, value: T, key: str, author: str | None = None, parents: Sequence[str] | None = None
    ) -> Stored[T]:
        """Make this the item: one new revision, or none when it already is.

        Args:
            value: The item, whole.
            key: Which one.
            author: Profile that writes; never a person's name.
            parents: Revisions the writer saw. All current ones together settle a conflict.
        """
        return self._work.write(self._revisions.save, value, key, author, parents)

    def delete(self, kind: type[T], key: str) -> Stored[T]:
        """Say that the item is gone; its history stays.

        Raises:
            KeyError: there never was such an item.
        """
        return self._work.write(self._revisions.delete, kind.entity, key)

    def undo(self, kind: type[T], key: str) -> Stored[T] | None:
        """Go back one step by a new revision; None when there is nothing to go back to."""
        return self._work.write(self._revisions.step, kind.entity, key, "undo")

    def redo(self, kind: type[T], key: str) -> Stored[T] | None:
        """Take back one undo by a new revision; None when there is none."""
        return self._work.write(self._revisions.step, kind.entity, key, "redo")

    def import_revisions(self, rows: Iterable[RevisionRow], *, checked: bool = False) -> int:
        """Union with revisions from elsewhere, all or none; returns how many were new.

        Args:
            rows: The revisions.
            checked: Each of them was checked a moment ago, by who read the file.

        Raises:
            BadInput: one is damaged, was changed by hand, or has the id of another one here.
        """
        return self._work.write(lambda: self._revisions.add(list(rows), checked=checked))

    @contextmanager
    def change(self) -> Iterator[Dossier]:
        """Everything in the block in one transaction: all of it or, when it raises, nothing.

        Calls on the dossier from the same thread belong to it; other threads wait until it is over.
        """
        with self._work.change():
            yield self

    def check_writable(self) -> None:
        """Find out now whether something can be saved, before anything that cannot be taken back is done.

        Raises:
            DossierUnavailable: nothing can be saved.
        """
        with self.change():
            pass

    def later(self, fn: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> Future[R]:
        """Run a function on the database thread when its turn comes, without holding up the caller.

        Calls on the dossier inside it are direct.
        """
        return self._work.later(fn, *args, **kwargs)

    # --- remembered here only --------------------------------------------------------------------------

    def note(self, name: str, text: str) -> Future[None]:
        """Remember something of this computer only (where a conversation was), without holding up the caller.

        No revision, no history: it is neither exported nor merged, and only the last text is kept.
        """
        return self.later(self._work.write, notes.put, self._conn, name, text)

    def noted(self, name: str) -> str:
        """What was last remembered under that name; empty when nothing was."""
        return self._work.read(notes.get, self._conn, name)

    def changes(self) -> int:
        """A number that is another one after every revision: what was worked out before is out of date."""
        return self._work.read(notes.changes, self._conn)

    @property
    def writable(self) -> bool:
        """True when this is the one that may save."""
        return self._lock is not None and self.read_only is None

    def on_change(self, callback: OnChange) -> None:
        """Call back with (entity, key) after each commit, on the database thread."""
        self._work.listeners.append(callback)
