"""Writing revisions on an open connection. Everything here runs on the database thread."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from boce_tui.domain.entities import ENTITIES
from boce_tui.errors import BadInput, DossierUnavailable
from boce_tui.locale import _
from boce_tui.store import fulltext
from boce_tui.store.engine import sqlite3, tx
from boce_tui.store.ident import Stamps, is_hlc, is_moment, is_uuid
from boce_tui.store.reading import Reading, differ, words_of
from boce_tui.store.rows import (
    COLUMNS,
    KINDS,
    NOTHING,
    RevisionRow,
    Stored,
    encode,
    signed,
    sound,
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
        self._promised: dict[tuple[str, str, State], str] = {}

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

    def delete(self, entity: str, key: str, author: str | None = None) -> Stored[Any]:
        """One revision that says the item is gone."""
        heads = self.heads(entity, key)
        if not heads:
            raise KeyError(f"{entity}:{key}")
        return self._put(entity, key, (NOTHING, True), "edit", author, [row.id for row in heads])

    def step(self, entity: str, key: str, kind: str, author: str | None = None) -> Stored[Any] | None:
        """Undo or redo one step; None when there is none."""
        heads = self.heads(entity, key)
        target = step(self._main_line(heads[0]), kind) if heads else None
        if target is None:
            return None
        if target[0] is None:
            raise DossierUnavailable(
                _("The earlier text was erased at someone's request and cannot come back."),
                hint=_("Nothing was changed."),
            )
        return self._put(entity, key, target, kind, author, [heads[0].id])

    def _main_line(self, head: RevisionRow) -> list[RevisionRow]:
        known = {
            row.id: row
            for row in self._rows(
                f"select {COLUMNS} from revision where entity = ? and key = ?",  # noqa: S608
                head.entity,
                head.key,
            )
        }
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
        heads = self.heads(entity, key)
        same = bool(heads) and all(state(row) == became for row in heads)
        if parents is None:
            # A silent save follows what was shown; only versions that say the same are closed with it.
            parents = [row.id for row in heads] if same else [row.id for row in heads[:1]]
        settles = len(heads) > 1 and {row.id for row in heads} <= set(parents)
        if heads and state(heads[0]) == became and not settles:
            return stored(heads[0], conflicted=differ(heads))
        self._check_parents(entity, key, parents)
        promise = (entity, key, became)
        rev = self._promised.setdefault(promise, self._stamps.uuid7())
        row = signed(
            RevisionRow(
                id=rev,
                entity=entity,
                key=key,
                parents=tuple(dict.fromkeys(parents)),
                hlc=self._stamps.hlc(),
                author=self._profile if author is None else author,
                at=self._stamps.at(),
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
            self._index(entity, key)
        return stored(row, conflicted=differ(self.heads(entity, key)))

    def settled(self) -> list[tuple[str, str]]:
        """The transaction is in the file: its ids are used up. Returns the items it changed."""
        items = list(dict.fromkeys(self._changed))
        self._promised.clear()
        self._changed.clear()
        self._written.clear()
        return items

    def rolled_back(self) -> None:
        """The transaction is perhaps not in the file: the same content keeps its id when tried again."""
        self._changed.clear()
        self._written.clear()

    def all_present(self) -> bool:
        """True when everything the last transaction wrote can be read back."""
        return all(
            self._conn.execute("select 1 from revision where id = ?", (rev,)).fetchone() is not None
            for rev in self._written
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

    # --- union -----------------------------------------------------------------------------------------

    def add(self, rows: Iterable[RevisionRow]) -> int:
        """Union with revisions from elsewhere; returns how many were new. All of them or none.

        Raises:
            BadInput: one of them is not what was once written, or not a revision at all.
        """
        touched: dict[tuple[str, str], None] = {}
        added = 0
        with tx(self._conn):
            for row in sorted(rows, key=lambda r: r.id):
                if self._add(row):
                    added += 1
                    touched[row.entity, row.key] = None
                    self._stamps.saw(row.hlc)
            for entity, key in touched:
                if not self.heads(entity, key):
                    raise changed(f"{entity}:{key}")  # they name each other as parents
                self._index(entity, key)
        return added

    def _add(self, row: RevisionRow) -> bool:
        _check(row)
        known = self._conn.execute("select sha256 from revision where id = ?", (row.id,)).fetchone()
        if known is not None:
            if known[0] != row.sha256:
                raise changed(f"{row.entity}:{row.key}")
            return False
        self._insert(row)
        return True


def is_key(text: str) -> bool:
    """True for a key that hides nothing: printable, without blanks around it."""
    return bool(text) and text == text.strip() and text.isprintable()


def _check(row: RevisionRow) -> None:
    """Refuse what no dossier can have written."""
    place = f"{row.entity}:{row.key}"
    whole = not row.erased and sound(row) and row.id not in row.parents
    if not (whole and all(is_uuid(rev) for rev in (row.id, *row.parents)) and is_hlc(row.hlc)):
        raise changed(place)
    if not (is_key(row.key) and row.entity in ENTITIES and row.kind in KINDS and is_moment(row.at)):
        raise changed(place)
    try:
        stored(row)
    except DossierUnavailable as exc:
        raise BadInput(exc.message, hint=_("Nothing was changed."), place=place) from exc


def changed(place: str) -> BadInput:
    """A revision from elsewhere is not what was once written."""
    return BadInput(
        _("A revision in it is damaged or was changed by hand."),
        hint=_("Nothing was changed in the dossier. Ask for a fresh copy of the file."),
        place=place,
    )
