"""The names file beside a backup: copied byte by byte, unread, under the name of the backup it belongs to.

The store cannot open it and does not need to: it is encrypted. What leaves the names file is taken out
of these copies by `boce_tui.names.copies`, which knows them by the same name (decision 0016).
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

FILE = "names.age"


def beside(backup: Path) -> Path:
    """Where the names file of a backup stands: ``dossier-X.db`` has ``names-X.age``."""
    return backup.with_name(f"names-{backup.stem.removeprefix('dossier-')}.age")


def copy(folder: Path, backup: Path) -> None:
    """Keep the names file as it is now beside a backup that was just made; nothing when there is none.

    Raises:
        OSError: the disk refused.
    """
    if (folder / FILE).is_file():
        _copy(folder / FILE, beside(backup))


def tidy(backups: Iterable[Path]) -> None:
    """Let the copies go of which the backup is gone."""
    kept = {beside(backup) for backup in backups}
    for home in {path.parent for path in kept}:
        for path in home.glob("names-*.age"):
            if path not in kept:
                path.unlink(missing_ok=True)


def put_back(folder: Path, backup: Path, *, replace: bool) -> bool:
    """Bring the names file back that belongs to a backup.

    Args:
        folder: The folder of the dossier.
        backup: The backup.
        replace: Also when there is a names file now; else only when it is missing.

    Returns:
        Whether it was brought back.

    Raises:
        OSError: the disk refused; the names file is as it was.
    """
    source = beside(backup)
    if not source.is_file() or ((folder / FILE).exists() and not replace):
        return False
    _copy(source, folder / FILE)
    return True


def _copy(source: Path, target: Path) -> None:
    data = source.read_bytes()
    try:
        _write(data, target)
    except FileNotFoundError:
        # Who opened the dossier in the meantime took it for what a killed program left, and swept it away.
        _write(data, target)


def _write(data: bytes, target: Path) -> None:
    temporary = target.with_name(f"{target.name}.new")
    temporary.unlink(missing_ok=True)
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
