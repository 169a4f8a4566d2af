"""Reading revisions on an open connection. Everything here runs on the database thread."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from boce_tui.domain.entities import ENTITIES
from boce_tui.errors import BadInput, DossierUnavailable
from boce_tui.locale import _
from boce_tui.store.checking import LAST, Checker
from boce_tui.store.engine import sqlite3
from boce_tui.store.erasures import Erasure, one
from boce_tui.store.moving import living
from boce_tui.store.rows import COLUMNS, RevisionRow, Stored, stored
from boce_tui.store.undo import state

_R_COLUMNS = ", ".join(f"r.{name}" for name in COLUMNS.split(", "))
HEADS = f"select {_R_COLUMNS} from head h join revision r on r.id = h.rev where h.entity = ? "  # noqa: S608
# Of several current versions this one is shown: what is there, before what is gone; then the last.
ORDER = "order by h.key, r.deleted or r.payload is null, r.hlc desc, r.id desc"
ONE = f"select {COLUMNS} from revision where id = ?"  # noqa: S608
MOST_KNOWN = 50_000
MOST_SINGLY = 100


class Reading:
    """What can be asked of the revisions of a dossier.

    Args:
        conn: Open connection of this thread.
    """

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn
        self._checker = Checker(conn)
        self._known: dict[str, Stored[Any]] = {}

    def _rows(self, sql: str, *args: object) -> list[RevisionRow]:
        return self._checker.rows(self._conn.execute(sql, args).fetchall())

    def heads(self, entity: str, key: str) -> list[RevisionRow]:
        """The current versions of an item, the one that is shown first."""
        self._checker.item(entity, key)
        rows = self._rows(HEADS + "and h.key = ? " + ORDER, entity, key)
        # What went elsewhere says nothing about what has this key now.
        return [row for row in rows if not row.moved] or rows

    def get(self, entity: str, key: str) -> Stored[Any] | None:
        """The current item, or None when there is none, or it was deleted or erased."""
        return _shown(self.heads(entity, key))

    def versions(self, entity: str, key: str) -> list[Stored[Any]]:
        """The current versions of an item, deletions included."""
        heads = self.heads(entity, key)
        return [stored(row, conflicted=differ(heads)) for row in heads]

    def all(self, entity: str, prefix: str = "") -> list[Stored[Any]]:
        """Every current item of a kind, by key."""
        self._checker.items(entity, prefix)
        sql = "select key, rev from head where entity = ? and key >= ? and key < ? order by key"
        heads = self._conn.execute(sql, (entity, prefix, prefix + LAST)).fetchall()
        known = self._read_once(entity, prefix, [rev for _key, rev in heads])
        found: list[Stored[Any]] = []
        for key, group in groupby(heads, key=itemgetter(0)):
            revs = [rev for _key, rev in group]
            shown = known[revs[0]] if len(revs) == 1 else self.get(entity, key)
            if shown is not None and not shown.deleted and not shown.erased:
                found.append(shown)
        return found

    def _read_once(self, entity: str, prefix: str, revs: list[str]) -> Mapping[str, Stored[Any]]:
        """These revisions; those that were read before are not read again, for they never change.

        (But by an erasure: that empties ``_known``.) What an open transaction wrote may still go away,
        so that is not remembered.
        """
        new = [rev for rev in revs if rev not in self._known]
        if len(new) > MOST_SINGLY:
            rows = self._rows(HEADS + "and h.key >= ? and h.key < ? ", entity, prefix, prefix + LAST)
        else:
            rows = [row for rev in new for row in self._rows(ONE, rev)]
        fresh = {row.id: stored(row) for row in rows}
        if self._conn.in_transaction:
            return ChainMap(fresh, self._known)
        if len(self._known) > MOST_KNOWN:
            self._known.clear()
            return self._read_once(entity, prefix, revs)
        self._known.update(fresh)
        return self._known

    def history(self, entity: str, key: str) -> list[Stored[Any]]:
        """Every revision of an item, oldest first."""
        return [stored(row) for row in living(self.line(entity, key))]

    def line(self, entity: str, key: str) -> list[RevisionRow]:
        """Every revision of an item as it lies in the file, oldest first."""
        self._checker.item(entity, key)
        rows = self._rows(
            f"select {COLUMNS} from revision where entity = ? and key = ? order by hlc, id",  # noqa: S608
            entity,
            key,
        )
        self._checker.whole(rows)
        return rows

    def row(self, rev: str) -> RevisionRow | None:
        """One revision as it lies in the file, its digest verified."""
        rows = self._rows(ONE, rev)
        return rows[0] if rows else None

    def one(self, rev: str) -> Stored[Any] | None:
        """One revision, its digest verified."""
        row = self.row(rev)
        return None if row is None else stored(row)

    def rows(self, revs: Iterable[str]) -> list[RevisionRow]:
        """These revisions, verified, by id; an unknown id is an error."""
        found = []
        for rev in sorted(set(revs)):
            row = self.row(rev)
            if row is None:
                raise BadInput(_("The dossier has no revision {rev}.").format(rev=rev))
            found.append(row)
        return found

    def head_rows(self, entity: str, prefix: str = "") -> list[RevisionRow]:
        """Every current revision of a kind, deletions and second versions included, verified."""
        self._checker.items(entity, prefix)
        sql = HEADS + "and h.key >= ? and h.key < ? " + ORDER
        return self._rows(sql, entity, prefix, prefix + LAST)

    def erasure(self, rev: str) -> Erasure | None:
        """When and why a revision was erased; None when it was not."""
        return one(self._conn, rev)

    def all_of(self, entity: str, key: str) -> list[str]:
        """The ids of every revision of an item."""
        sql = "select id from revision where entity = ? and key = ? order by n"
        return [rev for (rev,) in self._conn.execute(sql, (entity, key)).fetchall()]

    def erased_item(self, entity: str, key: str) -> bool:
        """True when all that was current of an item was erased, and nothing new was written since."""
        heads = self.heads(entity, key)
        return bool(heads) and all(row.erased for row in heads)

    def items(self, text: str) -> list[tuple[str, str]]:
        """Items a person may mean: ``entity:key`` or a key; else by its beginning or parts of its path."""
        sql = "select distinct entity, key from revision order by entity, key"
        every = [(entity, key) for entity, key in self._conn.execute(sql).fetchall()]
        entity, colon, rest = text.partition(":")
        if colon and entity in ENTITIES:
            every, text = [item for item in every if item[0] == entity], rest
        exact = [item for item in every if item[1] == text]
        return exact or [i for i in every if i[1].startswith(text) or f"/{text}/" in f"/{i[1]}/"]


def differ(heads: Sequence[RevisionRow]) -> bool:
    """True when the current versions say different things; what was erased or went elsewhere says nothing."""
    return len({state(row) for row in heads if not (row.erased or row.moved)}) > 1


def _shown(heads: Sequence[RevisionRow]) -> Stored[Any] | None:
    if not heads or heads[0].deleted or heads[0].erased:
        return None
    return stored(heads[0], conflicted=differ(heads))


def words_of(heads: Sequence[RevisionRow]) -> str:
    """What an item is found by: the words of every current version."""
    texts: dict[str, None] = {}
    for row in heads:
        try:
            value = stored(row).value
        except DossierUnavailable:
            continue
        if value is not None:
            texts[value.words()] = None
    return "\n".join(text for text in texts if text)
