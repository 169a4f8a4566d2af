"""The copies of the names file that stand beside the backups (`boce_tui.store.companion` makes them)."""

from __future__ import annotations

import os
from pathlib import Path

from boce_tui.errors import DossierUnavailable
from boce_tui.files import reason
from boce_tui.locale import _

_PATTERN = "backups/names-*.age"
_WAITING = "names.renew"
"""Stands there while the copies have to follow the names file: after a killed program that is done later."""


def copies(folder: Path) -> list[Path]:
    """The copies there are, the oldest first."""
    return sorted(folder.glob(_PATTERN))


def renew(folder: Path, current: Path) -> None:
    """Somebody was taken out of the names: only the newest copy stays, and it becomes what the file is now.

    Args:
        folder: The folder of the dossier.
        current: The names file; when it is gone, no copy stays.

    Raises:
        DossierUnavailable: The disk refused; a copy with the old names may still be there.
    """
    found = copies(folder)
    newest = found.pop() if found and current.exists() else None
    try:
        for path in (*found, *folder.glob(f"{_PATTERN}.new")):  # half made, by a program that was killed
            path.unlink(missing_ok=True)
        if newest is None:
            return
        fresh = newest.with_name(f"{newest.name}.new")
        fresh.unlink(missing_ok=True)
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(current.read_bytes())
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(newest)
    except OSError as problem:
        raise DossierUnavailable(
            _("The names were taken out, but a copy beside the backups could not be: {reason}.").format(
                reason=reason(problem)
            ),
            hint=_("Remove the files named names-... in the folder backups yourself."),
        ) from problem


def begin(folder: Path) -> None:
    """The names file is about to be changed in a way that the copies must follow."""
    handle = os.open(folder / _WAITING, os.O_WRONLY | os.O_CREAT, 0o600)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def behind(folder: Path) -> bool:
    """True while a copy may still hold somebody who is out of the names file."""
    return (folder / _WAITING).exists()


def go_on(folder: Path, current: Path) -> None:
    """Bring the copies up to date, when that was begun and not finished.

    Raises:
        DossierUnavailable: The disk refused; it can be done again.
    """
    if (folder / _WAITING).exists():
        renew(folder, current)
        (folder / _WAITING).unlink(missing_ok=True)
