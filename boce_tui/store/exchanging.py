"""Exchanging as a part of the dossier: what it has, what others lack, and what a person has to compare."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from boce_tui.domain.base import Entity
from boce_tui.env import Env
from boce_tui.store import having, notes, opening
from boce_tui.store.engine import sqlite3
from boce_tui.store.having import Ranges, Vector
from boce_tui.store.ident import Stamps, fingerprint
from boce_tui.store.moving import IS_MOVED, Item, Link, Rewrite, ended_items
from boce_tui.store.reading import differ
from boce_tui.store.rows import RevisionRow, Stored
from boce_tui.store.union import Union
from boce_tui.store.work import Work

P = ParamSpec("P")
R = TypeVar("R")
_TWICE = "select entity, key from head group by entity, key having count(*) > 1 order by entity, key"
_CURRENT = """
select head.entity, head.key, head.rev from json_each(?) as asked
join head on head.entity = json_extract(asked.value, '$[0]') and head.key = json_extract(asked.value, '$[1]')
order by head.rev
"""


class Exchanging:
    """What :class:`~boce_tui.store.dossier.Dossier` can do about other copies of itself."""

    folder: Path
    env: Env
    example: bool
    replica: str
    _work: Work
    _conn: sqlite3.Connection
    _revisions: Union

    def having(self) -> dict[str, having.Having]:
        """What is had of every copy of the dossier, by its id."""
        return self._work.read(lambda: having.vector(self._conn))

    def ends(self, without: Collection[str] = ()) -> dict[str, int]:
        """Label of a copy -> the last number of it that is here, apart from some kinds of item."""
        return self._work.read(having.ends, self._conn, without)

    def missing(self, others: Iterable[Vector] = ()) -> dict[str, Ranges]:
        """Numbers that copies gave out and that are not here, as far as these others know of them."""
        return self._work.read(having.missing, self._conn, list(others))

    def copied(self, others: Vector | None = None) -> set[str]:
        """Copies that two dossiers take themselves for: they gave out the same numbers."""
        return self._work.read(self._copied, others or {})

    def _copied(self, others: Vector) -> set[str]:
        found = having.copied(self._conn) | having.contradicted(self._conn, others)
        mine = others.get(self.replica)
        if mine is not None and mine.upto > self._revisions.replica_end():
            found.add(self.replica)  # numbers of ours that we never gave out
        return found

    def beyond(self, others: Vector | None, always: Collection[str] = ()) -> list[RevisionRow]:
        """The revisions that somebody who has `others` may not have, verified."""
        return self._work.read(lambda: self._rows_of(having.beyond(self._conn, others, always)))

    def numbered(self, replica: str, ranges: Iterable[tuple[int, int]]) -> list[RevisionRow]:
        """The revisions with these numbers of one copy, verified."""
        return self._work.read(lambda: self._rows_of(having.in_ranges(self._conn, replica, ranges)))

    def _rows_of(self, revs: Iterable[str]) -> list[RevisionRow]:
        return self._revisions.rows(revs)

    def known(self, revs: Iterable[str]) -> dict[str, str]:
        """Id -> digest of those revisions that are here already."""
        return self._work.read(lambda: self._revisions.digests(list(revs)))

    def note_with_it(self, name: str, text: str) -> None:
        """Remember something of this computer only as a part of the change that is under way."""
        self._work.write(notes.put, self._conn, name, text)

    def move(self, items: Sequence[Item], rewrite: Rewrite) -> dict[str, str]:
        """Bring items with all their revisions under another key; returns old revision -> new one.

        The old key is free then: what comes in or is made under it is something else.
        """
        return self._work.write(self._revisions.move, items, rewrite)

    def follow(self, value: Entity, key: str) -> Stored[Any]:
        """Save an item that names something that moved as it is called now; undo does not go behind that."""
        return self._work.write(self._revisions.follow, value, key)

    def with_ends(self, items: Iterable[tuple[str, str]]) -> list[RevisionRow]:
        """All revisions of those of these items of which something went on under another key, verified."""
        asked = json.dumps(list(items))
        return self._work.read(lambda: self._rows_of(ended_items(self._conn, asked)))

    def lines(self, entities: Iterable[str]) -> list[Link]:
        """Every revision of these kinds without what it says: who followed whom."""
        asked = json.dumps(list(entities))
        sql = (
            f"select entity, key, id, parents, {IS_MOVED}, replica from revision "  # noqa: S608
            "where entity in (select value from json_each(?)) order by n"
        )
        found = self._work.read(lambda: self._conn.execute(sql, (asked,)).fetchall())
        return [
            Link(entity, key, rev, tuple(json.loads(parents)), bool(moved), replica)
            for entity, key, rev, parents, moved, replica in found
        ]

    def at_once(self, fn: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a function that asks much on the database thread, and wait: nobody comes in between."""
        return self._work.read(fn, *args, **kwargs)

    def current(self, items: Iterable[tuple[str, str]]) -> dict[tuple[str, str], list[str]]:
        """Entity and key -> ids of the current versions, of those items that are here."""
        asked = json.dumps(list(items))
        found: dict[tuple[str, str], list[str]] = {}
        for entity, key, rev in self._work.read(lambda: self._conn.execute(_CURRENT, (asked,)).fetchall()):
            found.setdefault((entity, key), []).append(rev)
        return found

    def conflicts(self) -> list[tuple[str, str]]:
        """Entity and key of every item that has more than one current version, which say different things."""
        return self._work.read(self._conflicts)

    def apart(self, kind: type[Entity], key: str, versions: Sequence[str], one: str) -> None:
        """Bring back versions that were made one: new revisions, each after its version and after that one.

        Raises:
            DossierUnavailable: one of them was erased.
        """
        self._work.write(self._revisions.apart, kind.entity, key, versions, one)

    def _conflicts(self) -> list[tuple[str, str]]:
        items = self._conn.execute(_TWICE).fetchall()
        return [(entity, key) for entity, key in items if differ(self._revisions.heads(entity, key))]

    def become_example(self) -> None:
        """Note that everybody in it is invented: what came into an empty dossier is an example."""
        self._work.write(lambda: opening.put_facts(self._conn, example="1"))
        self.example = True

    def go_on_as_another(self) -> str:
        """Take another id for what is written from now on: somebody else goes on under this one too."""
        self._work.write(self._renamed)
        self.replica = self._work.read(lambda: dict(opening.facts(self._conn))["replica"])
        self._work.read(lambda: self._revisions.use(self._conn, self.replica, ""))
        return self.replica

    def _renamed(self) -> None:
        replica = Stamps(self.env).uuid7()
        mark = fingerprint(self.folder / opening.FILE, replica)
        opening.put_facts(self._conn, replica=replica, machine=mark)
