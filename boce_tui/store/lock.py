"""One writer at a time: the lock file beside the dossier."""

from __future__ import annotations

import os
from pathlib import Path

from boce_tui.errors import DossierUnavailable
from boce_tui.locale import _
from boce_tui.store import platform_lock
from boce_tui.store.engine import unusable

NAME = "dossier.lock"


class InUse(DossierUnavailable):
    """Another process is the writer."""


class WriterLock:
    """Held by whoever writes in a folder; released by :meth:`release` or by the end of the process."""

    def __init__(self, fd: int) -> None:
        self._fd: int | None = fd

    @classmethod
    def take(cls, folder: Path) -> WriterLock:
        """Become the writer of this folder.

        Raises:
            DossierUnavailable: someone else is, or the folder cannot be written.
        """
        path = folder / NAME
        try:
            fd = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as exc:
            raise unusable(folder, exc) from exc
        if not platform_lock.take(fd):
            holder = _holder(fd)
            os.close(fd)
            raise in_use(folder, holder)
        try:
            os.lseek(fd, 0, os.SEEK_SET)
            os.write(fd, f"{os.getpid():<20}\n".encode())
        except OSError:
            pass  # a full disk: the lock itself holds all the same
        return cls(fd)

    def is_at(self, path: Path) -> bool:
        """True when the file that is locked still stands under this name.

        Raises:
            OSError: there is nothing there.
        """
        return self._fd is not None and os.path.samestat(os.fstat(self._fd), path.stat())

    def release(self) -> None:
        """Let the next writer in. The file stays: removing it could take away another's lock."""
        if self._fd is not None:
            platform_lock.give_back(self._fd)
            os.close(self._fd)
            self._fd = None


def _holder(fd: int) -> str:
    os.lseek(fd, 0, os.SEEK_SET)
    text = os.read(fd, 20).decode("ascii", "replace").strip()
    return text if text.isdecimal() else "?"


def in_use(folder: Path, holder: str) -> InUse:
    """Another process is the writer."""
    return InUse(
        _("This dossier is already open in another window or program (process {pid}).").format(pid=holder),
        hint=_("Go on in that window, or close it first. Commands that only read do work."),
        place=str(folder),
    )
