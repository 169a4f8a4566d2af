"""Sets that only grow: revisions from elsewhere, and erasures. In any order they end in the same."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from boce_tui.domain.entities import ENTITIES
from boce_tui.errors import BadInput, DossierUnavailable
from boce_tui.locale import _
from boce_tui.store.engine import tx
from boce_tui.store.erasures import Erasure
from boce_tui.store.ident import is_hlc, is_moment, is_uuid
from boce_tui.store.revisions import Revisions, is_key
from boce_tui.store.rows import KINDS, RevisionRow, sound, stored


class Union(Revisions):
    """The revisions of one dossier, with what comes in from elsewhere and what has to go."""

    # --- union -----------------------------------------------------------------------------------------

    def add(self, rows: Iterable[RevisionRow]) -> int:
        """Union with revisions from elsewhere; returns how many were new. All of them or none.

        Of one that was erased here the text does not come in.

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
        erased = self.erasure(row.id) is not None
        _check(row, erased=erased)
        known = self._conn.execute("select sha256 from revision where id = ?", (row.id,)).fetchone()
        if known is not None:
            if known[0] != row.sha256:
                raise changed(f"{row.entity}:{row.key}")
            return False
        self._insert(msgspec.structs.replace(row, payload=None) if erased else row)
        return True

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
        at = self._stamps.at()
        return [
            Erasure(rev, by, reason, at)
            for rev in dict.fromkeys([*wanted, *revs])
            if self.erasure(rev) is None
        ]


def _check(row: RevisionRow, *, erased: bool) -> None:
    """Refuse what no dossier can have written; without its text comes only what is known to be erased."""
    place = f"{row.entity}:{row.key}"
    whole = (erased or not row.erased) and sound(row) and row.id not in row.parents
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
