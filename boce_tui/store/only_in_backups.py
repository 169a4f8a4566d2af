"""What stands in the dossier's own backups and not in the dossier: work that a restore put aside.

An erasure names revisions by their id, and the dossier does not know these. They are brought in to be looked
at, in a change that is taken back at the end, so that the same rules say what goes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from boce_tui.errors import BoceError
from boce_tui.store.backups import FOLDER
from boce_tui.store.engine import connect, sqlite3
from boce_tui.store.rows import COLUMNS, RevisionRow, from_sql
from boce_tui.store.union import Union, check_revision
from boce_tui.store.work import Work

_AT_ONCE = 500


class _TakenBack(Exception):
    """The end of a change that was only made to look."""


class OnlyInBackups:
    """What :class:`~boce_tui.store.dossier.Dossier` can do about its own copies."""

    folder: Path
    _work: Work
    _conn: sqlite3.Connection
    _revisions: Union

    def only_in_backups(self) -> list[RevisionRow]:
        """The revisions with words that stand in a backup of this folder and not here."""
        return self._work.read(self._only_in_backups)

    def _only_in_backups(self) -> list[RevisionRow]:
        known = {
            rev for (rev,) in self._conn.execute("select id from revision union select rev from erasure")
        }
        found: dict[str, RevisionRow] = {}
        for path in sorted((self.folder / FOLDER).glob("*.db")):
            with suppress(sqlite3.Error, BoceError, OSError, ValueError, TypeError):  # scrubbing tells of it
                found |= _beyond(path, known)
        return list(found.values())

    @contextmanager
    def only_to_look(self, rows: Collection[RevisionRow]) -> Iterator[None]:
        """The dossier as if these had come in, within the block; after it nothing of it is left."""
        before = self._revisions.written()
        with suppress(_TakenBack), self._work.change():
            self._work.write(self._revisions.add, rows, checked=True)
            yield
            raise _TakenBack
        self._work.read(self._revisions.taken_back, before)


def _beyond(path: Path, known: Collection[str]) -> dict[str, RevisionRow]:
    conn = connect(path, write=False)
    try:
        ids = [rev for (rev,) in conn.execute("select id from revision where payload is not null")]
        new = [rev for rev in ids if rev not in known]
        found: dict[str, RevisionRow] = {}
        for first in range(0, len(new), _AT_ONCE):
            some = new[first : first + _AT_ONCE]
            places = ", ".join("?" * len(some))
            sql = f"select {COLUMNS} from revision where id in ({places})"  # noqa: S608
            for cells in conn.execute(sql, some).fetchall():
                row = from_sql(cells)
                with suppress(BoceError):
                    check_revision(row, erased=False)
                    found[row.id] = row
        return found
    finally:
        conn.close()
