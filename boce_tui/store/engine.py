"""The SQLite library: which one, how a dossier file is opened, and what its errors mean to a person.

sqlite-utils takes pysqlite3 when it is installed; two libraries on one file lose each other's locks, so this
module makes the same choice and everything else takes ``sqlite3`` from here.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

from boce_tui.errors import BoceError, DossierUnavailable
from boce_tui.files import reason as reason_of
from boce_tui.locale import _

if TYPE_CHECKING:
    import sqlite3
else:
    try:
        import pysqlite3 as sqlite3
    except ImportError:
        import sqlite3

__all__ = [
    "APPLICATION_ID",
    "SETTINGS",
    "CommitFailed",
    "Damaged",
    "DiskFull",
    "DriveGone",
    "Header",
    "ReadOnlyPlace",
    "connect",
    "create_file",
    "damaged",
    "explain",
    "header",
    "read_only",
    "sqlite3",
    "tx",
    "unsettled",
    "unusable",
    "uri",
]

APPLICATION_ID = 0x424F4345  # "BOCE"

SETTINGS: dict[str, str | int] = {
    "busy_timeout": 10_000,
    "journal_mode": "truncate",
    "synchronous": 3,  # EXTRA
    "fullfsync": 1,
    "foreign_keys": 1,
    "secure_delete": 1,
    "cell_size_check": 1,
    "recursive_triggers": 1,
    "temp_store": 2,  # memory
    "mmap_size": 0,
}
"""Measured to survive power loss on every platform; read back and asserted at every opening."""

_READ_SETTINGS: dict[str, str | int] = {
    "busy_timeout": 10_000,
    "query_only": 1,
    "cell_size_check": 1,
    "temp_store": 2,
    "mmap_size": 0,
}

FULL, BUSY, LOCKED, READONLY, IOERR, CORRUPT, CANTOPEN, NOTADB = 13, 5, 6, 8, 10, 11, 14, 26
_MOVED = READONLY | 4 << 8  # the file that is open no longer stands under its name


class Header(NamedTuple):
    """What a file says about itself."""

    application_id: int
    user_version: int


def uri(path: PurePath, query: str) -> str:
    """The name of an absolute path as SQLite takes it."""
    name = path.as_uri()
    if not name.startswith("file:///"):  # a share: SQLite wants its server in the path
        name = "file:////" + name.removeprefix("file://")
    return f"{name}?{query}"


def header(path: Path) -> Header:
    """Read whose file this is without locking, recovering or touching anything.

    Raises:
        sqlite3.DatabaseError: when it is no SQLite file at all.
    """
    conn = sqlite3.connect(uri(path.absolute(), "mode=ro&immutable=1"), uri=True, isolation_level=None)
    try:
        conn.execute("pragma writable_schema=1")  # a file that lost its tail still says whose it is
        return Header(
            conn.execute("pragma application_id").fetchone()[0],
            conn.execute("pragma user_version").fetchone()[0],
        )
    finally:
        conn.close()


def connect(path: Path, *, write: bool) -> sqlite3.Connection:
    """Open an existing file with our settings, or raise the library's own error.

    The connection belongs to the calling thread.
    """
    mode = "mode=rw" if write else "mode=ro"
    conn = sqlite3.connect(uri(path.absolute(), mode), uri=True, isolation_level=None, timeout=10)
    try:
        _set(conn, SETTINGS if write else _READ_SETTINGS)
        if write:
            # Without rights on the file SQLite silently opens it for reading only: find out now.
            conn.execute("begin immediate")
            conn.execute("rollback")
        else:
            conn.execute("select count(*) from sqlite_master").fetchone()
    except UnicodeDecodeError as exc:
        conn.close()
        raise Unreadable from exc
    except BaseException:
        conn.close()
        raise
    return conn


def connect_damaged(path: Path) -> sqlite3.Connection:
    """Open a damaged file to read what can be read: nothing is checked, nothing is written."""
    conn = sqlite3.connect(uri(path.absolute(), "mode=ro"), uri=True, isolation_level=None, timeout=10)
    conn.execute("pragma query_only=1")
    conn.execute("pragma writable_schema=1")  # goes on where the file is shorter than it says
    conn.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
    return conn


def create_file(path: Path) -> None:
    """Make an empty file that only its owner can read."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def _set(conn: sqlite3.Connection, settings: dict[str, str | int]) -> None:
    for name, value in settings.items():
        conn.execute(f"pragma {name}={value}")
    wrong = unsettled(conn, settings)
    if wrong:
        raise DossierUnavailable(
            _("SQLite does not accept the settings that keep your work safe: {names}.").format(
                names=", ".join(wrong)
            ),
            hint=_("Use another version of Python; the dossier was not changed."),
        )


def unsettled(conn: sqlite3.Connection, settings: dict[str, str | int] | None = None) -> list[str]:
    """Names of the settings that do not have the value they should have."""
    wrong = []
    for name, value in (settings or SETTINGS).items():
        row = conn.execute(f"pragma {name}").fetchone()
        # A library built without memory mapping or fullfsync has no such setting, and that is fine.
        if row is not None and row[0] != value:
            wrong.append(name)
    return wrong


class Damaged(DossierUnavailable):
    """The file is not what it was."""


class DiskFull(DossierUnavailable):
    """There is no room left."""


class DriveGone(DossierUnavailable):
    """The disk, stick or share does not answer, or the dossier is not there any more."""


class ReadOnlyPlace(DossierUnavailable):
    """The folder or file cannot be written, but perhaps it can be read."""


class Unreadable(sqlite3.DatabaseError):
    """Not even SQLite's own message about the damage is readable: it quotes the file."""

    sqlite_errorcode = CORRUPT


class CommitFailed(sqlite3.OperationalError):
    """COMMIT raised: whether the transaction is in the file is not known until it is read again."""

    unsure = True  # False when it was looked up, and is not there

    def __init__(self, reason: sqlite3.Error) -> None:
        super().__init__(str(reason))
        self.sqlite_errorcode = int(getattr(reason, "sqlite_errorcode", 0))


@contextmanager
def tx(conn: sqlite3.Connection) -> Iterator[None]:
    """One transaction: everything in the block or nothing. Inside another one: a savepoint."""
    if conn.in_transaction:
        conn.execute("savepoint boce")
        try:
            yield
        except BaseException:
            if conn.in_transaction:  # a full disk may have ended the whole transaction
                conn.execute("rollback to boce")
                conn.execute("release boce")
            raise
        conn.execute("release boce")
        return
    conn.execute("begin immediate")
    try:
        yield
    except BaseException:
        rollback(conn)
        raise
    try:
        conn.execute("commit")
    except sqlite3.Error as exc:
        with suppress(sqlite3.Error):  # the drive may be gone: SQLite puts it right when it is there again
            rollback(conn)
        raise CommitFailed(exc) from exc


def rollback(conn: sqlite3.Connection) -> None:
    """End an open transaction, if SQLite has not done so itself."""
    if conn.in_transaction:
        conn.execute("rollback")


def code_of(exc: BaseException) -> int:
    """SQLite's primary result code of an error; 0 when it has none."""
    return int(getattr(exc, "sqlite_errorcode", 0)) & 0xFF


def explain(exc: BaseException, path: Path) -> BoceError:
    """The problem in the user's language."""
    code = code_of(exc)
    if code == FULL:
        return DiskFull(
            _("The disk is full; this was not saved."), hint=_("Make room on the disk and try again.")
        )
    if code in (BUSY, LOCKED):
        return DossierUnavailable(
            _("Another program is busy with the dossier; this was not done."),
            hint=_("Wait a moment and try again, or close the other program."),
        )
    if code in (IOERR, CANTOPEN) or getattr(exc, "sqlite_errorcode", 0) == _MOVED:
        return DriveGone(
            _("The disk gave an error while the dossier was in use."),
            hint=_("Check whether the disk or share is still connected, and try again."),
            place=str(path),
        )
    if code == READONLY:
        return read_only(path.parent)
    if code in (CORRUPT, NOTADB):
        return damaged(path)
    return DossierUnavailable(
        _("The dossier refused this: {detail}.").format(detail=str(exc).rstrip(".")),
        hint=_("Nothing was changed. Run: boce doctor"),
    )


def read_only(folder: Path) -> ReadOnlyPlace:
    """The folder or file cannot be written."""
    return ReadOnlyPlace(
        _("This folder is read-only, so nothing can be saved in it."),
        hint=_("Choose another folder with --data, or ask for the right to write here. Nothing was changed."),
        place=str(folder),
    )


def unusable(folder: Path, exc: OSError) -> DossierUnavailable:
    """The operating system refuses the folder."""
    if isinstance(exc, PermissionError) or exc.errno == errno.EROFS:
        return read_only(folder)
    return DossierUnavailable(
        _("The folder cannot be used: {detail}.").format(detail=reason_of(exc)),
        hint=_("Choose another folder with --data. Nothing was changed."),
        place=str(folder),
    )


def damaged(path: Path) -> Damaged:
    """The file is not what it was."""
    return Damaged(
        _("The dossier file is damaged."),
        hint=_("Run boce doctor to see what is wrong; boce doctor --repair saves what can be read."),
        place=str(path),
    )
