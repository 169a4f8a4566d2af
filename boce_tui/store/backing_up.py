"""Copies as a part of the dossier: when one is made, and where it goes."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path

from boce_tui.env import Env
from boce_tui.store import backups
from boce_tui.store.engine import sqlite3
from boce_tui.store.lock import WriterLock
from boce_tui.store.work import Work


class BackingUp:
    """What :class:`~boce_tui.store.dossier.Dossier` can do about copies of itself."""

    folder: Path
    env: Env
    created: str
    _work: Work
    _conn: sqlite3.Connection
    _lock: WriterLock | None

    def backup(self, reason: str = "manual") -> Path:
        """Make a backup in the dossier's own folder; the last ten are kept.

        Args:
            reason: One of :data:`boce_tui.store.backups.REASONS`; before an import: ``import``.
        """
        return self._work.read(backups.make, self._conn, self.folder, self.env, reason)

    def backup_to(self, target: Path) -> None:
        """Write a copy to a file of the user's choice; what stands there is replaced."""
        self._work.read(backups.copy, self._conn, target)

    def backup_if_due(self) -> Future[Path | None]:
        """Check the file, and make the daily backup when it is due; call it after the first paint.

        The future fails with :class:`~boce_tui.errors.DossierUnavailable` when the file is damaged.
        """
        writes = self._lock is not None
        return self._work.later(
            backups.if_due, self._conn, self.folder, self.env, self.created, writes=writes
        )
