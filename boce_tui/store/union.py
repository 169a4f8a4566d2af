"""Sets that only grow: revisions from elsewhere, and erasures. In any order they end in the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from boce_tui.domain.entities import ENTITIES
from boce_tui.errors import BadInput, DossierUnavailable
from boce_tui.locale import _
from boce_tui.store import unsearched
from boce_tui.store.engine import tx
from boce_tui.store.erasures import Erasure
from boce_tui.store.ident import is_hlc, is_moment, is_uuid
from boce_tui.store.moving import with_originals
from boce_tui.store.revisions import INSERT, Revisions, is_key
from boce_tui.store.rows import KINDS, RevisionRow, read_value, sound, to_sql

_AT_ONCE = 500
_HEADLESS = (
    "select entity, key from unsearched u where not exists "
    "(select 1 from head h where h.entity = u.entity and h.key = u.key) limit 1"
)


class Union(Revisions):
    """The revisions of one dossier, with what comes in from elsewhere and what has to go."""

    # --- union -----------------------------------------------------------------------------------------

    def add(self, rows: Iterable[RevisionRow], *, checked: bool = False) -> int:
        """Union with revisions from elsewhere; returns how many were new. All of them or none.

        Of one that was erased here the text does not come in.

        Args:
            rows: The revisions.
            checked: Each of them went through :func:`check_revision` a moment ago.

        Raises:
            BadInput: one of them is not what was once written, or not a revision at all.
        """
        coming = sorted(rows, key=lambda r: (r.id, not r.replica))
        with tx(self._conn):
            known, erased = self._known_ones([row.id for row in coming]), self._erased_ones()
            new = []
            for row in coming:
                gone = row.id in erased
                if not checked or (row.erased and not gone):
                    check_revision(row, erased=gone)
                if row.id in known:
                    self._again(row, *known[row.id])
                    continue
                known[row.id] = (row.sha256, row.replica)
                new.append(msgspec.structs.replace(row, payload=None) if gone else row)
            self._take_in(new)
        return len(new)

    def digests(self, revs: Sequence[str]) -> dict[str, str]:
        """Id -> digest of those that are here already."""
        return {rev: sha256 for rev, (sha256, _replica) in self._known_ones(revs).items()}

    def _known_ones(self, revs: Sequence[str]) -> dict[str, tuple[str, str]]:
        """Id -> digest and replica of those that are here already."""
        known: dict[str, tuple[str, str]] = {}
        for first in range(0, len(revs), _AT_ONCE):
            ids = revs[first : first + _AT_ONCE]
            places = ", ".join("?" * len(ids))
            sql = f"select id, sha256, replica from revision where id in ({places})"  # noqa: S608
            for rev, sha256, replica in self._conn.execute(sql, ids).fetchall():
                known[rev] = (sha256, replica)
        return known

    def _erased_ones(self) -> set[str]:
        return {rev for (rev,) in self._conn.execute("select rev from erasure").fetchall()}

    def _again(self, row: RevisionRow, sha256: str, replica: str) -> None:
        """What is here already is the same; its number may be news."""
        if sha256 != row.sha256:
            raise changed(f"{row.entity}:{row.key}")
        if row.replica and not replica:
            sql = "update revision set replica = ?, seq = ? where id = ? and replica = ''"
            self._conn.execute(sql, (row.replica, row.seq, row.id))

    def _take_in(self, new: Sequence[RevisionRow]) -> None:
        if not new:
            return
        touched = dict.fromkeys((row.entity, row.key) for row in new)
        self._conn.executemany(INSERT, map(to_sql, new))
        self._changed += touched
        self._written += [row.id for row in new]
        self._stamps.saw(max(row.hlc for row in new))
        unsearched.postpone(self._conn, touched)
        headless = self._conn.execute(_HEADLESS).fetchone()
        if headless is not None:
            raise changed(":".join(headless))  # they name each other as parents

    # --- erasing ---------------------------------------------------------------------------------------

    def erase(self, erasures: Iterable[Erasure]) -> list[str]:
        """Union with erasures: the payloads go, whatever is here of them; returns the ids that were new.

        The row itself stays, with its digest, as a place in the chain.
        """
        added: list[str] = []
        touched: dict[tuple[str, str], None] = {}
        with tx(self._conn):
            for erasure in sorted(erasures, key=lambda e: e.rev):
                if self.erasure(erasure.rev) is not None:
                    continue
                self._conn.execute("insert into erasure(rev, by, reason, at) values (?, ?, ?, ?)", erasure)
                added.append(erasure.rev)
                item = self._conn.execute(
                    "select entity, key from revision where id = ?", (erasure.rev,)
                ).fetchone()
                if item is not None:
                    self._conn.execute("update revision set payload = null where id = ?", (erasure.rev,))
                    touched[item] = None
            for entity, key in touched:
                self._index(entity, key)
            self._changed += touched
            self._emptied += added
            self._known.clear()
            self._promised.clear()
        return added

    def erasing(
        self, items: Iterable[tuple[str, str]], revs: Iterable[str], reason: str, by: str
    ) -> list[Erasure]:
        """The erasures that take away items with their whole history, and single revisions."""
        wanted = [rev for entity, key in items for rev in self.all_of(entity, key)]
        every = with_originals(self._conn, [*wanted, *revs])
        at = self._stamps.at()
        return [Erasure(rev, by, reason, at) for rev in every if self.erasure(rev) is None]


def check_revision(row: RevisionRow, *, erased: bool) -> Any:
    """Refuse what no dossier can have written; without its text comes only what is known to be erased.

    Returns:
        The item in it; None when it was deleted or erased.
    """
    place = f"{row.entity}:{row.key}"
    whole = (erased or not row.erased) and sound(row) and row.id not in row.parents
    if not (whole and all(is_uuid(rev) for rev in (row.id, *row.parents)) and is_hlc(row.hlc)):
        raise changed(place)
    if not (is_key(row.key) and row.entity in ENTITIES and row.kind in KINDS and is_moment(row.at)):
        raise changed(place)
    try:
        return read_value(row)
    except DossierUnavailable as exc:
        raise BadInput(exc.message, hint=_("Nothing was changed."), place=place) from exc


def changed(place: str) -> BadInput:
    """A revision from elsewhere is not what was once written."""
    return BadInput(
        _("A revision in it is damaged or was changed by hand."),
        hint=_("Nothing was changed in the dossier. Ask for a fresh copy of the file."),
        place=place,
    )
