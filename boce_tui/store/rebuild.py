"""A fresh dossier file from revisions: what restoring a backup and repairing a damaged file come down to.

The schema always comes from this app's own migrations, never from the file that was read.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from boce_tui.env import Env
from boce_tui.store import erasures, fulltext, opening, views
from boce_tui.store.engine import connect, sqlite3, tx
from boce_tui.store.reading import HEADS, ORDER, words_of
from boce_tui.store.recovery import DraftState
from boce_tui.store.revisions import INSERT
from boce_tui.store.rows import COLUMNS, RevisionRow, from_sql, to_sql


class Contents:
    """Everything of a dossier that is not derived.

    Attributes:
        facts: Of ``meta``: only what describes the dossier itself.
    """

    def __init__(self) -> None:
        self.facts: dict[str, str] = {}
        self.rows: list[RevisionRow] = []
        self.erasures: list[erasures.Erasure] = []
        self.drafts: list[DraftState] = []

    def gaps(self) -> int:
        """How many numbers are missing: revisions that were once written and are not here."""
        numbers: dict[str, set[int]] = {}
        for row in self.rows:
            if row.replica and row.seq is not None:
                numbers.setdefault(row.replica, set()).add(row.seq)
        return sum(max(seen) - len(seen) for seen in numbers.values())


def read(conn: sqlite3.Connection) -> Contents:
    """All of it, from a file whose pages are sound."""
    contents = Contents()
    contents.facts = dict(conn.execute("select name, value from meta").fetchall())
    contents.rows = [
        from_sql(cells)
        for cells in conn.execute(f"select {COLUMNS} from revision order by n").fetchall()  # noqa: S608
    ]
    contents.erasures = erasures.every(conn)
    return contents


def build(path: Path, env: Env, contents: Contents) -> None:
    """Make a new file at ``path``, which must not exist; when opened it gets a replica id of its own."""
    opening.make_file(path, env, example=contents.facts.get("example") == "1")
    conn = connect(path, write=True)
    try:
        with tx(conn):
            opening.put_facts(
                conn, created=contents.facts.get("created", ""), known_gaps=str(contents.gaps())
            )
            for name in ("erasing", opening.AGAIN):
                if contents.facts.get(name):
                    opening.put_facts(conn, **{name: contents.facts[name]})
            conn.executemany(
                "insert into erasure(rev, by, reason, at) values (?, ?, ?, ?)", contents.erasures
            )
            gone = {erasure.rev for erasure in contents.erasures}
            conn.executemany(
                INSERT, (to_sql(_emptied(row) if row.id in gone else row) for row in contents.rows)
            )
            for state in contents.drafts:
                conn.execute("insert into draft values (?, ?, ?, ?, ?, ?, ?)", state.cells())
            index(conn)
    finally:
        conn.close()


def _emptied(row: RevisionRow) -> RevisionRow:
    return msgspec.structs.replace(row, payload=None)


def index(conn: sqlite3.Connection) -> None:
    """Fill the search tables anew; inside a transaction of the caller."""
    fulltext.rebuild(conn, expected_words(conn))


def expected_words(conn: sqlite3.Connection) -> Iterable[tuple[str, str, str]]:
    """What the search tables should hold: (entity, key, text)."""
    items = conn.execute("select distinct entity, key from head order by entity, key").fetchall()
    for entity, key in items:
        # Whether they are what was once written is not asked here: the doctor says that apart.
        cells = conn.execute(f"{HEADS} and h.key = ? {ORDER}", (entity, key)).fetchall()
        yield entity, key, words_of([from_sql(row) for row in cells])


def derive(conn: sqlite3.Connection) -> None:
    """Make everything that is derived from the revisions anew; in one transaction."""
    with tx(conn):
        erasures.empty(conn)
        conn.execute("delete from edge")
        conn.execute("delete from head")
        conn.execute(
            "insert or ignore into edge(parent, child) "
            "select p.value, r.id from revision r, json_each(r.parents) p"
        )
        conn.execute(
            "insert into head(entity, key, rev) select entity, key, id from revision r where not exists "
            "(select 1 from edge e join revision c on c.id = e.child "
            "where e.parent = r.id and c.entity = r.entity and c.key = r.key)"
        )
        index(conn)
        views.renew(conn)
