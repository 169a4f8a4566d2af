"""Copies of the dossier: made through the open connection, verified by opening, the last ten kept.

The names file stands beside each, as it was (`boce_tui.store.companion`).
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from errno import EIO
from pathlib import Path
from typing import NamedTuple

from boce_tui.env import Env
from boce_tui.errors import BadInput, BoceError, DossierUnavailable
from boce_tui.files import reason as reason_of
from boce_tui.locale import _
from boce_tui.store import companion
from boce_tui.store.engine import (
    APPLICATION_ID,
    IOERR,
    DiskFull,
    code_of,
    connect,
    create_file,
    damaged,
    explain,
    header,
    read_only,
    sqlite3,
)

FOLDER = "backups"
KEEP = 10
__all__ = [
    "FOLDER",
    "Backup",
    "copy",
    "count",
    "create_file",
    "due",
    "if_due",
    "listed",
    "make",
    "new_name",
    "problem",
    "settle",
    "sync",
]
REASONS = ("daily", "manual", "migrate", "import", "merge", "close", "restore", "repair")
_NAME = re.compile(r"^dossier-(\d{8}T\d{6})Z(?:-(\d+))?-([a-z]+)\.db$")


class Backup(NamedTuple):
    """A backup in the dossier's own folder.

    Attributes:
        at: When it was made, timezone-aware.
        reason: One of ``REASONS``.
        size: In bytes.
    """

    path: Path
    at: datetime
    reason: str
    size: int


def reason_text(reason: str) -> str:
    """Why a backup was made, for people."""
    texts = {
        "daily": _("daily"),
        "manual": _("made by you"),
        "migrate": _("before a new version of the app"),
        "import": _("before an import"),
        "merge": _("before a merge"),
        "close": _("before a version was made final"),
        "restore": _("before putting a backup back"),
        "repair": _("before a repair"),
    }
    return texts.get(reason, reason)


def listed(folder: Path) -> list[Backup]:
    """The backups of a dossier, the newest first."""
    found = []
    for path in (folder / FOLDER).glob("dossier-*.db"):
        match = _NAME.match(path.name)
        if match:
            at = datetime.strptime(match[1], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
            found.append((at, int(match[2] or 1), Backup(path, at, match[3], path.stat().st_size)))
    return [backup for _at, _number, backup in sorted(found, reverse=True)]


def make(conn: sqlite3.Connection, folder: Path, env: Env, reason: str) -> Path:
    """Make a backup in the dossier's own folder and let the oldest ones go; on the connection's thread.

    Raises:
        DossierUnavailable: it could not be made; nothing was changed.
    """
    target = new_name(folder, env, reason)
    copy(conn, target, own=True)
    with _explained(target, own=True):
        companion.copy(folder, target)
    found = listed(folder)
    for old in found[KEEP:]:
        old.path.unlink(missing_ok=True)
    companion.tidy(backup.path for backup in found[:KEEP])
    return target


def new_name(folder: Path, env: Env, reason: str, prefix: str = "dossier") -> Path:
    """A free name in the backups folder, which is made when it is not there."""
    home = folder / FOLDER
    try:
        home.mkdir(mode=0o700, exist_ok=True)
    except OSError as exc:
        raise read_only(folder) from exc
    stamp = env.now().strftime("%Y%m%dT%H%M%SZ")
    number = 1
    while True:
        middle = stamp if number == 1 else f"{stamp}-{number}"
        target = home / f"{prefix}-{middle}-{reason}.db"
        if not target.exists():
            return target
        number += 1


def copy(conn: sqlite3.Connection, target: Path, *, own: bool = False) -> None:
    """Write a copy of the open dossier to a file; it appears under its name only when it is whole.

    Args:
        conn: The open dossier.
        target: The file.
        own: It goes in the folder of the dossier, and nobody chose that place.

    Raises:
        BadInput: the place cannot be written.
        DossierUnavailable: it could not be made; what stood there is still there.
    """
    with _explained(target, own=own):
        # Who opens the dossier in the meantime takes it for what a killed program left, and sweeps it away.
        if not _copied(conn, target, once_more=True):
            _copied(conn, target, once_more=False)


def _copied(conn: sqlite3.Connection, target: Path, *, once_more: bool) -> bool:
    temporary = target.with_name(f"{target.name}.new")
    temporary.unlink(missing_ok=True)
    create_file(temporary)
    try:
        expected = conn.execute("select count(*) from revision").fetchone()[0]
        reading = conn.execute("pragma query_only").fetchone()[0]
        conn.execute("pragma query_only=0")  # a reading connection refuses this too; the file stays as it is
        try:
            conn.execute("vacuum into ?", (str(temporary),))
        finally:
            conn.execute(f"pragma query_only={reading}")
        if problem(temporary) or count(temporary) < expected:
            raise DossierUnavailable(
                _("The backup could not be read back, so it was thrown away."),
                hint=_("Check the disk, or choose another place with --to."),
                place=str(target),
            )
        sync(temporary)
        temporary.replace(target)
    except (sqlite3.Error, DossierUnavailable, FileNotFoundError):
        if once_more and target.parent.exists() and not temporary.exists():
            return False
        raise
    finally:
        temporary.unlink(missing_ok=True)
    return True


@contextmanager
def _explained(target: Path, *, own: bool) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as exc:
        about = explain(exc, target)
        if isinstance(about, DiskFull):
            raise DiskFull(
                _("The disk is full; the backup was not made."),
                hint=_("Make room, or choose another place with --to. The dossier itself is unchanged."),
                place=str(target),
            ) from exc
        raise about from exc
    except BoceError:
        raise
    except OSError as exc:
        message = _("The backup could not be written: {detail}.").format(detail=reason_of(exc))
        if own:
            hint = _("Make room, or check whether the disk is still connected. The dossier is unchanged.")
            raise DossierUnavailable(message, hint=hint, place=str(target)) from exc
        hint = _("Choose another place with --to. The dossier itself is unchanged.")
        raise BadInput(message, hint=hint, place=str(target)) from exc


def problem(path: Path) -> str:
    """What is wrong with a file that should be a copy of a dossier; empty when nothing is."""
    try:
        if path.stat().st_size == 0 or header(path).application_id != APPLICATION_ID:
            return _("This file is not a backup of a boce dossier.")
        conn = connect(path, write=False)
        try:
            found = conn.execute("pragma quick_check(1)").fetchone()[0]
            return "" if found == "ok" else _("This backup is damaged.")
        finally:
            conn.close()
    except OSError as exc:
        return _("This file cannot be read: {reason}.").format(reason=reason_of(exc))
    except sqlite3.Error as exc:
        if code_of(exc) == IOERR:
            return _("This file cannot be read: {reason}.").format(reason=reason_of(OSError(EIO, "")))
        return _("This file is not a backup of a boce dossier.")


def settle(path: Path) -> None:
    """Let SQLite put a file back as it was before what a killed program left half written in it."""
    journal = Path(f"{path}-journal")
    if journal.exists() and journal.stat().st_size:
        with suppress(sqlite3.Error, BoceError):
            connect(path, write=True).close()


def count(path: Path) -> int:
    """How many revisions a sound copy holds."""
    conn = connect(path, write=False)
    try:
        return int(conn.execute("select count(*) from revision").fetchone()[0])
    finally:
        conn.close()


def sync(path: Path) -> None:
    """Make sure that a finished file (never the live one) is on the disk."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def if_due(conn: sqlite3.Connection, folder: Path, env: Env, created: str, *, writes: bool) -> Path | None:
    """Check the pages of the file and make the daily backup when it is due.

    Raises:
        DossierUnavailable: the file is damaged.
    """
    if conn.execute("pragma quick_check(1)").fetchone()[0] != "ok":
        raise damaged(folder / "dossier.db")
    some = conn.execute("select 1 from revision limit 1").fetchone() is not None
    return make(conn, folder, env, "daily") if writes and due(folder, env, created, some=some) else None


def due(folder: Path, env: Env, created: str, *, some: bool) -> bool:
    """True when there is work to lose and no backup was made today, from the day after the first use on."""
    today = env.local_now().date()
    zone = env.local_now().tzinfo
    if not some:
        return False
    try:
        first = datetime.fromisoformat(created).astimezone(zone).date()
    except ValueError:
        first = None
    if first == today:
        return False
    newest = next(iter(listed(folder)), None)
    return newest is None or newest.at.astimezone(zone).date() != today
