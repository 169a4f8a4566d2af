"""Whose file is this, may we use it, and how: everything that happens before the first revision is read."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import msgspec

from boce_tui.env import Env
from boce_tui.errors import DossierUnavailable
from boce_tui.locale import _
from boce_tui.store import lock, views
from boce_tui.store.engine import (
    APPLICATION_ID,
    CANTOPEN,
    IOERR,
    READONLY,
    Header,
    code_of,
    connect,
    create_file,
    explain,
    header,
    read_only,
    sqlite3,
    tx,
)
from boce_tui.store.ident import Stamps, fingerprint
from boce_tui.store.migrations import SCHEMA_VERSION, migrate

FILE = "dossier.db"
LEFTOVERS = (f"{FILE}.reading*", f"{FILE}.built*", "names.age.new", "backups/*.new", "backups/*.new-journal")
"""Half-made files that nobody keeps. Whoever makes a copy beside the holder of the lock makes it again."""
AGAIN = "withdraw_again"
"""Fact of a file that was put back: what was withdrawn since it was made has to be taken out of it first."""


class NotWhole(DossierUnavailable):
    """A backup was put back, and what was withdrawn since is not taken out of it yet."""


class Opened(msgspec.Struct):
    """An open dossier file.

    Attributes:
        read_only: Why nothing can be written, or None.
        replica: Which copy of the dossier this is.
    """

    conn: sqlite3.Connection
    read_only: str | None
    example: bool
    created: str
    replica: str
    last_hlc: str


def gate(path: Path) -> Header:
    """Refuse what is not a dossier, without touching it.

    Raises:
        DossierUnavailable: missing, empty, of another program, or damaged in its first bytes.
    """
    if not path.is_file():
        raise missing(path.parent)
    if path.stat().st_size == 0:
        raise foreign(path)
    try:
        found = header(path)
    except sqlite3.Error as exc:
        if isinstance(exc, sqlite3.OperationalError) and not os.access(path, os.R_OK):
            raise DossierUnavailable(_("You may not read this file."), place=str(path)) from exc
        if code_of(exc) == IOERR:
            raise explain(exc, path) from exc
        raise foreign(path) from exc
    if found.application_id != APPLICATION_ID:
        raise foreign(path)
    return found


def missing(folder: Path) -> DossierUnavailable:
    """There is no dossier in this folder."""
    return DossierUnavailable(
        _("There is no dossier in this folder yet."),
        hint=_("Make one with boce round new, or look around in an example with boce demo."),
        place=str(folder),
    )


def foreign(path: Path) -> DossierUnavailable:
    """The file is not a dossier."""
    return DossierUnavailable(
        _("This file is not a dossier of boce; it was left alone."),
        hint=_("Choose another folder with --data, or put a backup back with boce restore."),
        place=str(path),
    )


def newer() -> str:
    """Why an older app only reads."""
    return _("This dossier was made by a newer version of boce. You can read it; to change it, update boce.")


def make_file(path: Path, env: Env, *, example: bool) -> None:
    """Make a new dossier file; it appears under its name only when it is whole."""
    temporary = path.with_name(f"{path.name}.new")
    for leftover in (temporary, Path(f"{temporary}-journal")):
        leftover.unlink(missing_ok=True)
    try:
        create_file(temporary)
        conn = connect(temporary, write=True)
        try:
            migrate(conn)
            stamps = Stamps(env)
            with tx(conn):
                put_facts(conn, example="1" if example else "0", created=stamps.at())
                views.renew(conn)
        finally:
            conn.close()
        Path(f"{temporary}-journal").unlink(missing_ok=True)
        if path.exists():
            raise exists(path.parent)
        temporary.replace(path)
    except sqlite3.Error as exc:
        raise explain(exc, path) from exc
    except PermissionError as exc:
        raise read_only(path.parent) from exc
    finally:
        temporary.unlink(missing_ok=True)


def exists(folder: Path) -> DossierUnavailable:
    """There already is a dossier."""
    return DossierUnavailable(
        _("There already is a dossier in this folder."),
        hint=_("Choose another folder with --data. Nothing was changed."),
        place=str(folder),
    )


def cannot_write(folder: Path, reason: str | None) -> DossierUnavailable:
    """Something was about to be saved in a dossier that is open for reading."""
    return DossierUnavailable(
        reason or _("This dossier is open for reading only."),
        hint=_("Nothing was changed."),
        place=str(folder),
    )


def not_whole(path: Path) -> NotWhole:
    """Nothing of it is shown before what was withdrawn is out of it."""
    return NotWhole(
        _("A copy was put back here, and what was withdrawn since is not out of it yet. It is not shown."),
        hint=_("Open it with boce where the folder can be written: that finishes it. Nothing was lost."),
        place=str(path),
    )


def open_to_write(path: Path, env: Env, *, finishing: bool = False) -> Opened:
    """Open as the writer, with the schema and views of this app. The lock is the caller's.

    Args:
        path: The dossier file.
        env: The clock.
        finishing: For who finishes putting a backup back.

    Raises:
        NotWhole: a backup was put back, and not finished; for everybody else.
    """
    _sweep(path.parent)
    try:
        conn = connect(path, write=True)
    except sqlite3.Error as exc:
        raise explain(exc, path) from exc
    try:
        if header(path).user_version < SCHEMA_VERSION:
            _before_migration(conn, path, env)
            migrate(conn)
        found = facts(conn)
        if found.get(AGAIN) and not finishing:
            raise not_whole(path)
        if not views.current(conn):
            with tx(conn):
                views.renew(conn)
        return _opened(conn, _own(conn, path, env, found), None)
    except sqlite3.Error as exc:
        conn.close()
        raise explain(exc, path) from exc
    except BaseException:
        conn.close()
        raise


def _sweep(folder: Path) -> None:
    """Throw away what a killed program left half made: it may hold words or names that were erased since."""
    for pattern in LEFTOVERS:
        for leftover in folder.glob(pattern):
            with suppress(OSError):
                leftover.unlink()


def open_to_read(path: Path, found: Header, *, finishing: bool = False) -> Opened:
    """Open beside a writer; nothing is written.

    Raises:
        NotWhole: a backup was put back, and not finished.
    """
    if found.user_version < SCHEMA_VERSION:
        raise DossierUnavailable(
            _("This dossier was made by an older version of boce and has to be brought up to date first."),
            hint=_("Open it once with boce; a backup is made first."),
            place=str(path),
        )
    try:
        conn = _connect_to_read(path)
        known = facts(conn)
        if known.get(AGAIN) and not finishing:
            conn.close()
            raise not_whole(path)
        return _opened(conn, known, newer() if found.user_version > SCHEMA_VERSION else None)
    except sqlite3.Error as exc:
        raise explain(exc, path) from exc


def _connect_to_read(path: Path) -> sqlite3.Connection:
    try:
        return connect(path, write=False)
    except sqlite3.Error as exc:
        if code_of(exc) not in (READONLY, CANTOPEN):
            raise
        _recover(path)
        return connect(path, write=False)


def _recover(path: Path) -> None:
    """A program was killed in the middle of saving: let SQLite finish that, if nobody else is writing."""
    try:
        writer = lock.WriterLock.take(path.parent)
        try:
            connect(path, write=True).close()
        finally:
            writer.release()
    except (sqlite3.Error, DossierUnavailable) as exc:
        raise DossierUnavailable(
            _("The dossier was not closed properly and has to be opened for writing once."),
            hint=_("Open it with boce; nothing that was saved is lost."),
            place=str(path),
        ) from exc


def _before_migration(conn: sqlite3.Connection, path: Path, env: Env) -> None:
    from boce_tui.store.backups import make

    make(conn, path.parent, env, "migrate")


def facts(conn: sqlite3.Connection) -> dict[str, str]:
    """What the file says about itself."""
    return dict(conn.execute("select name, value from meta").fetchall())


def put_facts(conn: sqlite3.Connection, **new: str) -> None:
    """Write facts about the file; inside a transaction of the caller."""
    for name, value in new.items():
        conn.execute(
            "insert into meta(name, value) values (?, ?) "
            "on conflict(name) do update set value = excluded.value",
            (name, value),
        )


def _own(conn: sqlite3.Connection, path: Path, env: Env, known: dict[str, str]) -> dict[str, str]:
    """A copied dossier goes on under its own name, so that its numbers never clash with the original's."""
    replica = known.get("replica", "")
    if replica and known.get("machine") == fingerprint(path, replica):
        return known
    replica = Stamps(env).uuid7()
    with tx(conn):
        put_facts(conn, replica=replica, machine=fingerprint(path, replica))
    return facts(conn)


def _opened(conn: sqlite3.Connection, known: dict[str, str], reason: str | None) -> Opened:
    last = conn.execute("select max(hlc) from revision").fetchone()[0] or ""
    return Opened(
        conn, reason, known.get("example") == "1", known.get("created", ""), known.get("replica", ""), last
    )
