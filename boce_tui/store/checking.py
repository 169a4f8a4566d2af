"""Is what is read what was once written, and is what is called current so? Else it is not shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from boce_tui.errors import DossierUnavailable
from boce_tui.locale import _
from boce_tui.store.engine import Damaged, sqlite3
from boce_tui.store.erasures import one
from boce_tui.store.rows import RevisionRow, from_sql, sound

_HEAD = "select key, rev from head where entity = :entity and {which}"
# What nobody follows is current: worked out again from the revisions, as the doctor does for all of them.
_CURRENT = (
    "select key, id from revision r where entity = :entity and {which} and not exists (select 1 from edge e "
    "join revision c on c.id = e.child where e.parent = r.id and c.entity = r.entity and c.key = r.key)"
)

_NOWHERE = "not exists (select 1 from revision r where r.id = h.rev)"


def _difference(which: str) -> str:
    """One statement, so that a writer beside us cannot come in between."""
    head, current = _HEAD.format(which=which), _CURRENT.format(which=which)
    one_way, other_way = f"{head} except {current}", f"{current} except {head}"
    lost = f"select key from head h where entity = :entity and {which} and {_NOWHERE}"  # noqa: S608
    return (
        f"select key from ({one_way}) union all select key from ({other_way}) "  # noqa: S608
        f"union all {lost} limit 1"
    )


_BY_KEY = _difference("key = :first")
_BY_PREFIX = _difference("key >= :first and key < :last")
LAST = "\U0010ffff"


class Checker:
    """Looks once at each part of the overview of what is current, in the very way in which it is read.

    (A damaged index can give all items their place when it is read through, and not find one by its key.)

    Args:
        conn: Open connection of this thread.
    """

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn
        self._prefixes: set[tuple[str, str]] = set()
        self._keys: set[tuple[str, str]] = set()

    def item(self, entity: str, key: str) -> None:
        """What is current of one item.

        Raises:
            Damaged: it is not what the revisions say.
        """
        if (entity, key) in self._keys:
            return
        self._compare(_BY_KEY, entity, key, key)
        self._keys.add((entity, key))

    def items(self, entity: str, prefix: str) -> None:
        """What is current of every item whose key begins so.

        Raises:
            Damaged: it is not what the revisions say.
        """
        if (entity, prefix) in self._prefixes:
            return
        self._compare(_BY_PREFIX, entity, prefix, prefix + LAST)
        self._prefixes.add((entity, prefix))

    def _compare(self, sql: str, entity: str, first: str, last: str) -> None:
        found = self._conn.execute(sql, {"entity": entity, "first": first, "last": last}).fetchone()
        if found is not None:
            raise Damaged(
                _("The overview of what is current is damaged; this is not shown."),
                hint=_("Run boce doctor to see what is wrong; boce doctor --repair saves what can be read."),
                place=f"{entity}:{found[0]}",
            )

    def whole(self, rows: Sequence[RevisionRow]) -> None:
        """All revisions of an item: none is missing between the first and what is current.

        Raises:
            Damaged: one of them was not found by its key.
        """
        here = {row.id for row in rows}
        sql = "select entity, key from revision where id = ?"
        for row in rows:
            for parent in row.parents:
                if parent in here:
                    continue
                if self._conn.execute(sql, (parent,)).fetchone() == (row.entity, row.key):
                    raise altered(f"{row.entity}:{row.key}")

    def rows(self, cells: Iterable[tuple[object, ...]]) -> list[RevisionRow]:
        """Revisions as they were written.

        Raises:
            DossierUnavailable: one of them is not what was once written.
        """
        rows = []
        for each in cells:
            try:
                row = from_sql(each)
            except (ValueError, TypeError) as exc:
                raise altered(f"{each[1]}:{each[2]}") from exc
            if not sound(row) or (row.erased and one(self._conn, row.id) is None):
                raise altered(f"{row.entity}:{row.key}")
            rows.append(row)
        return rows


def altered(place: str) -> DossierUnavailable:
    """A revision is not what was once written."""
    return Damaged(
        _("A revision in the dossier is not what was once written: the file is damaged."),
        hint=_("Run boce doctor to see what is wrong; boce doctor --repair saves what can be read."),
        place=place,
    )
