"""Searching as a part of the dossier."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future

from boce_tui.domain.base import Entity
from boce_tui.store import fulltext, unsearched
from boce_tui.store.engine import sqlite3
from boce_tui.store.fulltext import Hit
from boce_tui.store.work import Work


class Searching:
    """What :class:`~boce_tui.store.dossier.Dossier` can do about finding words."""

    _work: Work
    _conn: sqlite3.Connection

    @property
    def writable(self) -> bool:
        """True when this is the one that may save."""
        raise NotImplementedError

    def search(
        self, words: str, kinds: Sequence[type[Entity]] | None = None, prefix: str = "", limit: int = 50
    ) -> list[Hit]:
        """Items that hold all these words or other forms of them, best first."""
        entities = None if kinds is None else [kind.entity for kind in kinds]
        return self._work.read(self._search, words, entities, prefix, limit)

    def _search(self, words: str, entities: list[str] | None, prefix: str, limit: int) -> list[Hit]:
        if not unsearched.waiting(self._conn):
            return fulltext.find(self._conn, words, entities, prefix, limit)
        if self.writable:
            self._work.write(unsearched.catch_up, self._conn)
            return fulltext.find(self._conn, words, entities, prefix, limit)
        return unsearched.find(self._conn, words, entities, prefix, limit)

    def warm_up(self) -> Future[None]:
        """Load what the first search needs, after the first screen has been painted."""
        return self._work.later(fulltext.load)

    def make_findable(self) -> Future[int]:
        """Put what came in with many others into the search tables, without holding up the caller."""
        return self._work.later(self._work.write, unsearched.catch_up, self._conn)
