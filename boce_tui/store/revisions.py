"""Writing revisions on an open connection. Everything here runs on the database thread."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from boce_tui.store import fulltext, unsearched
from boce_tui.store.checking import Checker
from boce_tui.store.engine import sqlite3, tx
from boce_tui.store.erasures import gone
from boce_tui.store.ident import Stamps
from boce_tui.store.moving import FOLLOWED, Gone, Item, Rewrite, living
from boce_tui.store.reading import Reading, differ, words_of
from boce_tui.store.rows import (
    COLUMNS,
    NOTHING,
    RevisionRow,
    Stored,
    encode,
    signed,
    stored,
    to_sql,
)
from boce_tui.store.undo import State, state, step

_PLACES = ", ".join("?" * len(COLUMNS.split(", ")))
INSERT = f"insert into revision ({COLUMNS}) values ({_PLACES})"  # noqa: S608


class Revisions(Reading):
    """The revisions of one dossier, to read and to write.

    Args:
        conn: Open connection of this thread.
        stamps: Ids and clock.
        replica: Which copy of the dossier this is.
        profile: Author when none is given.
    """

    def __init__(self, conn: sqlite3.Connection, stamps: Stamps, replica: str, profile: str) -> None:
        super().__init__(conn)
        self._stamps = stamps
        self._replica = replica
        self._profile = profile
        self._changed: list[tuple[str, str]] = []
        self._written: list[str] = []
        self._emptied: list[str] = []
        self._promised: dict[tuple[str, str, State], str] = {}
        self.last = ""
        """The revision that was saved last; empty when none was yet."""

    def use(self, conn: sqlite3.Connection, replica: str, last_hlc: str) -> None:
        """Go on with another connection to the same dossier."""
        self._conn, self._replica = conn, replica
        self._stamps.saw(last_hlc)
        self._known.clear()
        self._checker = Checker(conn)

    def replica_end(self) -> int:
        """The last number this copy of the dossier gave out."""
        row = self._conn.execute(
            "select max(seq) from revision where replica = ?", (self._replica,)
        ).fetchone()
        return int(row[0] or 0)

    # --- writing ---------------------------------------------------------------------------------------

    def save(
        self, value: Any, key: str, author: str | None = None, parents: Sequence[str] | None = None
    ) -> Stored[Any]:
        """One revision that makes this the item; nothing when it already is."""
        entity, payload = type(value).entity, encode(value)
        return self._put(entity, key, (payload, False), "edit", author, parents)

    def follow(self, value: Any, key: str) -> Stored[Any]:
        """Save what names something that moved as it is called now."""
        heads = [row.id for row in self._here(type(value).entity, key)]
        return self._put(type(value).entity, key, (encode(value), False), FOLLOWED, None, heads)

    def delete(self, entity: str, key: str, author: str | None = None) -> Stored[Any]:
        """One revision that says the item is gone."""
        heads = self._here(entity, key)
        if not heads:
            raise KeyError(f"{entity}:{key}")
        return self._put(entity, key, (NOTHING, True), "edit", author, [row.id for row in heads])

    def step(self, entity: str, key: str, kind: str, author: str | None = None) -> Stored[Any] | None:
        """Undo or redo one step; None when there is none."""
        heads = self._here(entity, key)
        line = self._main_line(heads[0]) if heads else []
        target = step(line, kind) if line else None
        if target is None and not (line and line[-1].erased):
            return None
        if target is None or target[0] is None or line[-1].erased:
            raise gone(next((self.erasure(row.id) for row in reversed(line) if row.erased), None))
        return self._put(entity, key, target, kind, author, [heads[0].id])

    def apart(self, entity: str, key: str, versions: Sequence[str], one: str) -> None:
        """Let versions that were made one go on beside each other again, each from itself."""
        self._check_parents(entity, key, [*versions, one])
        rows = [row for rev in versions if (row := self.row(rev)) is not None]
        if any(row.erased for row in rows):
            raise gone(next((self.erasure(row.id) for row in rows if row.erased), None))
        with tx(self._conn):
            for row in rows:
                after = (row.id, one)
                self._write(entity, key, state(row), "undo", self._profile, after, self._stamps.uuid7())
            self._index(entity, key)

    def _here(self, entity: str, key: str) -> list[RevisionRow]:
        """The current versions; none when what was here goes on under another key."""
        return [row for row in self.heads(entity, key) if not row.moved]

    def move(self, items: Sequence[Item], rewrite: Rewrite) -> dict[str, str]:
        """Bring items with all their revisions under another key; returns old revision -> new one."""
        rows = {item: living(self.line(item.entity, item.key)) for item in items}
        new = {row.id: self._stamps.uuid7() for line in rows.values() for row in line}
        with tx(self._conn):
            for item, line in rows.items():
                for row in line:
                    payload = NOTHING if row.deleted else rewrite(row.entity, row.payload or "", new)
                    parents = tuple(new[parent] for parent in row.parents if parent in new)
                    became, by = (payload, row.deleted), row.author
                    self._write(item.entity, item.to, became, row.kind, by, parents, new[row.id], row.at)
                heads = tuple(row.id for row in self._here(item.entity, item.key))
                gone = Gone(item.to, {row.id: new[row.id] for row in line})
                end = (msgspec.json.encode(gone, order="deterministic").decode(), True)
                self._write(item.entity, item.key, end, "edit", self._profile, heads, self._stamps.uuid7())
                self._index(item.entity, item.key)
                self._index(item.entity, item.to)
        return new

    def _write(
        self,
        entity: str,
        key: str,
        became: State,
        kind: str,
        author: str,
        parents: Sequence[str],
        rev: str,
        at: str = "",
    ) -> RevisionRow:
        row = signed(
            RevisionRow(
                id=rev,
                entity=entity,
                key=key,
                parents=tuple(dict.fromkeys(parents)),
                hlc=self._stamps.hlc(),
                author=author,
                at=at or self._stamps.at(),
                kind=kind,
                payload=became[0],
                deleted=became[1],
                sha256="",
                replica=self._replica,
                seq=self.replica_end() + 1,
            )
        )
        with tx(self._conn):
            self._insert(row)
        return row

    def _main_line(self, head: RevisionRow) -> list[RevisionRow]:
        known = {row.id: row for row in self.line(head.entity, head.key)}
        line, seen = [head], {head.id}
        while line[-1].parents and line[-1].parents[0] in known and line[-1].parents[0] not in seen:
            line.append(known[line[-1].parents[0]])
            seen.add(line[-1].id)
        return line[::-1]

    def _put(
        self,
        entity: str,
        key: str,
        became: State,
        kind: str,
        author: str | None,
        parents: Sequence[str] | None,
    ) -> Stored[Any]:
        if not is_key(key):
            raise ValueError(f"not a key: {key!r}")
        heads = self._here(entity, key)
        same = bool(heads) and all(state(row) == became for row in heads)
        if parents is None:
            # A silent save follows what was shown; only versions that say the same are closed with it.
            parents = [row.id for row in heads] if same else [row.id for row in heads[:1]]
        settles = len(heads) > 1 and {row.id for row in heads} <= set(parents)
        if heads and state(heads[0]) == became and not settles:
            self._promised.pop((entity, key, became), None)
            return stored(heads[0], conflicted=differ(heads))
        self._check_parents(entity, key, parents)
        promise = (entity, key, became)
        rev = self._promised.setdefault(promise, self._stamps.uuid7())
        with tx(self._conn):
            by = self._profile if author is None else author
            row = self._write(entity, key, became, kind, by, parents, rev)
            self._index(entity, key)
        return stored(row, conflicted=differ(self.heads(entity, key)))

    def settled(self) -> list[tuple[str, str]]:
        """The transaction is in the file: its ids are used up. Returns the items it changed."""
        items = list(dict.fromkeys(self._changed))
        self.last = self._written[-1] if self._written else self.last
        self._promised = {p: rev for p, rev in self._promised.items() if p[:2] not in items}
        self._forget()
        return items

    def rolled_back(self) -> None:
        """The transaction is perhaps not in the file: the same content keeps its id when tried again."""
        self._forget()

    def written(self) -> tuple[list[tuple[str, str]], list[str], list[str]]:
        """What the transaction that is open did so far."""
        return list(self._changed), list(self._written), list(self._emptied)

    def taken_back(self, before: tuple[list[tuple[str, str]], list[str], list[str]]) -> None:
        """What was done since then is not in the file any more."""
        self._changed, self._written, self._emptied = before

    def _forget(self) -> None:
        self._changed.clear()
        self._written.clear()
        self._emptied.clear()

    def all_present(self) -> bool:
        """True when everything the last transaction wrote can be read back, and what it erased cannot."""
        written = "select 1 from revision where id = ?"
        emptied = "select 1 from erasure where rev = ?"
        return all(
            self._conn.execute(sql, (rev,)).fetchone() is not None
            for sql, revs in ((written, self._written), (emptied, self._emptied))
            for rev in revs
        )

    def _check_parents(self, entity: str, key: str, parents: Sequence[str]) -> None:
        for parent in parents:
            row = self._conn.execute("select entity, key from revision where id = ?", (parent,)).fetchone()
            if row is None or tuple(row) != (entity, key):
                raise ValueError(f"{parent} is no revision of {entity}:{key}")

    def _insert(self, row: RevisionRow) -> None:
        self._conn.execute(INSERT, to_sql(row))
        self._changed.append((row.entity, row.key))
        self._written.append(row.id)

    def _index(self, entity: str, key: str) -> None:
        fulltext.put(self._conn, entity, key, words_of(self.heads(entity, key)))
        unsearched.done(self._conn, entity, key)


def is_key(text: str) -> bool:
    """True for a key that hides nothing: printable, without blanks around it."""
    return bool(text) and text == text.strip() and text.isprintable()
