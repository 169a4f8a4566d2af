"""Taking every byte of what was erased out of the files: index, free pages, drafts, logs, backups.

The erasure itself is one transaction (:mod:`boce_tui.store.union`). What follows here can be broken off at
any moment and be done again: the note ``erasing`` in ``meta`` stays until nothing is left, and opening the
dossier goes on with it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

import msgspec

from boce_tui.env import Env
from boce_tui.errors import BoceError
from boce_tui.files import reason as reason_of
from boce_tui.locale import _
from boce_tui.store import backups, companion, editor_files, erasures
from boce_tui.store.drafts import FOLDER as DRAFTS
from boce_tui.store.drafts import DraftBook
from boce_tui.store.engine import connect, explain, header, sqlite3, tx
from boce_tui.store.ident import Stamps, iso
from boce_tui.store.migrations import SCHEMA_VERSION, migrate
from boce_tui.store.opening import FILE, put_facts
from boce_tui.store.rows import COLUMNS, from_sql, sound
from boce_tui.store.union import Union

PENDING, DONE = "erasing", "erased"
LOGS = "logs"


class Pending(msgspec.Struct, frozen=True):
    """An erasure that is not over: the rows are empty, the files may still hold words.

    Attributes:
        since: When the first of it was decided, UTC.
        fields: Fields whose drafts go.
        left: Files that still hold words, as far as is known.
        strangers: Those that boce did not make (:mod:`boce_tui.store.strangers`).
    """

    since: str
    fields: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()


class Left(msgspec.Struct, frozen=True):
    """A file that could not be cleaned.

    Attributes:
        file: Its name within the folder of the dossier.
        reason: Why, in the user's language.
        removable: True when it may be thrown away whole, after a person has said so.
    """

    file: str
    reason: str
    removable: bool = False


class Scrubbed(msgspec.Struct, frozen=True):
    """What was cleaned.

    Attributes:
        at: When, UTC.
        backups: Names of the backups that were cleaned.
        removed: Names of files that were thrown away.
        left: What still holds words; empty when it is everywhere gone.
    """

    at: str
    backups: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    left: tuple[Left, ...] = ()


def pending(conn: sqlite3.Connection) -> Pending | None:
    """The erasure that is not over, or None."""
    found = conn.execute("select value from meta where name = ?", (PENDING,)).fetchone()
    return msgspec.json.decode(found[0], type=Pending) if found else None


def last(conn: sqlite3.Connection) -> Scrubbed | None:
    """What the erasure that was finished last has cleaned."""
    found = conn.execute("select value from meta where name = ?", (DONE,)).fetchone()
    return msgspec.json.decode(found[0], type=Scrubbed) if found else None


def begin(
    conn: sqlite3.Connection, at: str, fields: Collection[str], strangers: Collection[str] = ()
) -> None:
    """Note that the files have to be cleaned; in the transaction that erases."""
    before = pending(conn) or Pending(at, left=(FILE,))
    after = Pending(
        before.since,
        tuple(sorted({*fields, *before.fields})),
        before.left,
        tuple(sorted({*strangers, *before.strangers})),
    )
    _note(conn, after)


def _note(conn: sqlite3.Connection, about: Pending) -> None:
    put_facts(conn, **{PENDING: msgspec.json.encode(about).decode()})


class Scrubbing:
    """One round of cleaning. On the database thread, outside any transaction.

    Args:
        conn: The writer's connection.
        folder: Folder of the dossier.
        env: The clock.
        drafts: What is being typed.
        remove: Throw away what cannot be cleaned.
    """

    def __init__(
        self, conn: sqlite3.Connection, folder: Path, env: Env, drafts: DraftBook, *, remove: bool
    ) -> None:
        self._conn = conn
        self._folder = folder
        self._env = env
        self._drafts = drafts
        self._remove = remove
        self._fields: tuple[str, ...] = ()
        self._backups: list[str] = []
        self._removed: list[str] = []
        self._left: list[Left] = []

    def run(self) -> Scrubbed:
        """Clean everything; what could not be cleaned is in the result, and stays noted."""
        before = pending(self._conn)
        at = iso(self._env.now())
        if before is None:
            return Scrubbed(at)
        self._fields = before.fields
        self._dossier()
        self._typed()
        self._unfinished()
        for path in sorted((self._folder / LOGS).glob("*")):
            self._throw_away(path)
        for path in sorted((self._folder / backups.FOLDER).glob("*")):
            self._backup(path)
        for name in before.strangers:
            if (self._folder / name).exists() and name not in self._removed:
                self._left.append(Left(name, _("This file is not of boce, and the words stand in it.")))
        done = Scrubbed(at, tuple(self._backups), tuple(self._removed), tuple(self._left))
        with tx(self._conn):
            if done.left:
                _note(
                    self._conn,
                    msgspec.structs.replace(before, left=tuple(left.file for left in done.left)),
                )
            else:
                put_facts(self._conn, **{DONE: msgspec.json.encode(done).decode()})
                self._conn.execute("delete from meta where name = ?", (PENDING,))
        return done

    def _dossier(self) -> None:
        try:
            clean(self._conn)
        except sqlite3.Error as exc:
            self._left.append(Left(FILE, explain(exc, self._folder / FILE).message))

    def _typed(self) -> None:
        try:
            self._drafts.scrub(self._fields)
        except OSError as exc:
            self._left.append(Left(DRAFTS, reason_of(exc)))
        for file in editor_files.folders(self._folder / DRAFTS):
            if file.field in self._fields:
                file.remove()
                name = str(file.folder.relative_to(self._folder))
                if file.folder.exists():
                    self._left.append(Left(name, _("The file could not be removed.")))
                else:
                    self._removed.append(name)

    def _unfinished(self) -> None:
        """What a program that was killed left half made."""
        for pattern in (f"{FILE}.*", f"{backups.FOLDER}/*.new", f"{backups.FOLDER}/*.new-journal"):
            for path in sorted(self._folder.glob(pattern)):
                self._throw_away(path)

    def _throw_away(self, path: Path) -> None:
        name = str(path.relative_to(self._folder))
        try:
            if path.is_file():
                path.unlink()
                self._removed.append(name)
        except OSError as exc:
            self._left.append(Left(name, reason_of(exc)))

    def _backup(self, path: Path) -> None:
        name = str(path.relative_to(self._folder))
        if not path.is_file() or path.name.endswith("-journal"):
            return
        ours = path.name.startswith(("dossier-", "damaged-"))
        wrong = clean_copy(path, self._env, erasures.every(self._conn), self._fields)
        if not wrong:
            self._backups.append(path.name)
        elif ours and self._remove:
            self._throw_away(path)
            with suppress(OSError):
                Path(f"{path}-journal").unlink(missing_ok=True)
                companion.beside(path).unlink(missing_ok=True)
        elif ours:
            self._left.append(Left(name, wrong, removable=True))


def clean(conn: sqlite3.Connection) -> None:
    """Leave no byte of what was erased in an open file; outside a transaction.

    Raises:
        sqlite3.Error: the disk refused; calling it again goes on.
    """
    with tx(conn):
        erasures.empty(conn)
        # What was deleted from the index stays in its blocks until they are made anew.
        conn.execute("insert into search(search) values ('rebuild')")
    conn.execute("vacuum")


def clean_copy(path: Path, env: Env, known: Collection[erasures.Erasure], fields: Collection[str]) -> str:
    """Erase in a copy of the dossier what was erased in the dossier; returns why that failed, or nothing."""
    backups.settle(path)
    wrong = backups.problem(path)
    if wrong:
        return wrong
    if header(path).user_version > SCHEMA_VERSION:
        return _("This backup was made by a newer version of boce.")
    try:
        conn = connect(path, write=True)
        try:
            if header(path).user_version < SCHEMA_VERSION:
                migrate(conn)
            for problem in _cleaned(conn, env, known, fields):
                return problem
        finally:
            conn.close()
        Path(f"{path}-journal").unlink(missing_ok=True)
        backups.sync(path)
    except sqlite3.Error as exc:
        return explain(exc, path).message
    except BoceError as exc:
        return exc.message
    except OSError as exc:
        return reason_of(exc)
    return backups.problem(path)


def _cleaned(
    conn: sqlite3.Connection, env: Env, known: Collection[erasures.Erasure], fields: Collection[str]
) -> Iterator[str]:
    for cells in conn.execute(f"select {COLUMNS} from revision"):  # noqa: S608
        if not sound(from_sql(cells)):
            # A revision whose id may not be its own: what has to go cannot be pointed out.
            yield _("This backup is damaged.")
            return
    with tx(conn):
        Union(conn, Stamps(env), "", "").erase(known)
        conn.executemany("delete from draft where field = ?", [(field,) for field in fields])
        conn.execute("delete from meta where name = ?", (PENDING,))
    clean(conn)
    if erasures.remaining(conn):
        yield _("This backup could not be cleaned.")
