"""The drive was gone and is there again: the same dossier is opened anew, so that saving can go on."""

from __future__ import annotations

import os
from pathlib import Path

from boce_tui.env import Env
from boce_tui.errors import BoceError, DossierUnavailable
from boce_tui.locale import _
from boce_tui.store import opening
from boce_tui.store.engine import DriveGone, connect, explain, sqlite3
from boce_tui.store.lock import NAME, WriterLock


def open_again(
    folder: Path, env: Env, lock: WriterLock, created: str, last: str
) -> tuple[opening.Opened, WriterLock]:
    """Open the dossier that was open before; what was open stays as it is until this has worked.

    Args:
        folder: Where it was.
        env: The clock.
        lock: The lock as it was taken; given back when another one had to be taken.
        created: When the dossier was made: another one is not touched.
        last: The revision that was saved last; empty when there is none.

    Raises:
        DossierUnavailable: not there, not the same one, or somebody else writes in it now.
    """
    path = folder / opening.FILE
    try:
        opening.gate(path)
        _same(path, created, last)
        mine = lock if _held(lock, folder) else WriterLock.take(folder)
        try:
            opened = opening.open_to_write(path, env)
        except BaseException:
            if mine is not lock:
                mine.release()
            raise
    except OSError as exc:
        raise _gone(path) from exc
    if mine is not lock:
        lock.release()
    return opened, mine


def _held(lock: WriterLock, folder: Path) -> bool:
    """True when the lock that is held is the one that stands in the folder."""
    try:
        return lock.is_at(folder / NAME)
    except OSError:
        return False


def _same(path: Path, created: str, last: str) -> None:
    try:
        conn = connect(path, write=False)
        try:
            row = conn.execute("select value from meta where name = 'created'").fetchone()
            there = not last or conn.execute("select 1 from revision where id = ?", (last,)).fetchone()
        finally:
            conn.close()
    except sqlite3.Error as exc:
        raise explain(exc, path) from exc
    if row is None or row[0] != created or not there:
        raise DossierUnavailable(
            _("Another dossier stands there now than the one that is open."),
            hint=_("Put the disk or folder back that was there before."),
            place=str(path),
        )


def _gone(path: Path) -> BoceError:
    return DriveGone(
        _("The disk gave an error while the dossier was in use."),
        hint=_("Check whether the disk or share is still connected, and try again."),
        place=os.fspath(path),
    )
