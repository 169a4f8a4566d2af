"""Items that came in with many others: found at once, and put into the search tables when there is time."""

from __future__ import annotations

from collections.abc import Iterable

from boce_tui.store import fulltext
from boce_tui.store.engine import sqlite3, tx
from boce_tui.store.fulltext import Hit
from boce_tui.store.reading import HEADS, ORDER, words_of
from boce_tui.store.rows import from_sql


def postpone(conn: sqlite3.Connection, items: Iterable[tuple[str, str]]) -> None:
    """Note that these are not in the search tables as they are now; inside a transaction of the caller."""
    conn.executemany("insert or ignore into unsearched(entity, key) values (?, ?)", items)


def done(conn: sqlite3.Connection, entity: str, key: str) -> None:
    """This one is in the search tables now; inside a transaction of the caller."""
    conn.execute("delete from unsearched where entity = ? and key = ?", (entity, key))


def waiting(conn: sqlite3.Connection) -> list[tuple[str, str]]:
    """The items that are not in the search tables as they are now."""
    return [
        (entity, key)
        for entity, key in conn.execute("select entity, key from unsearched order by entity, key").fetchall()
    ]


def catch_up(conn: sqlite3.Connection) -> int:
    """Put all of them into the search tables; returns how many. All of them or none."""
    with tx(conn):
        items = waiting(conn)
        for entity, key in items:
            fulltext.put(conn, entity, key, _words(conn, entity, key))
        conn.execute("delete from unsearched")
    return len(items)


def find(
    conn: sqlite3.Connection, words: str, entities: Iterable[str] | None, prefix: str, limit: int
) -> list[Hit]:
    """Search, also in what waits; for who may not write."""
    items = dict.fromkeys(waiting(conn))
    found = [
        hit
        for hit in fulltext.find(conn, words, entities, prefix, limit + len(items))
        if (hit.entity, hit.key) not in items
    ]
    wanted, kinds = fulltext.terms(words), None if entities is None else set(entities)
    starts = [(fulltext.fold(term), fulltext.stem(term)) for term in wanted]
    for entity, key in items:
        if (kinds is None or entity in kinds) and key.startswith(prefix):
            text = _words(conn, entity, key)
            if starts and _holds(text, starts):
                found.append(Hit(entity, key, fulltext.snippet(text, wanted)))
    return found[:limit]


def _holds(text: str, starts: Iterable[tuple[str, str]]) -> bool:
    folded = fulltext.fold(text)
    there, stems = fulltext.parts(folded), set(fulltext.stems(text).split())
    return all(stem in stems or any(word.startswith(start) for word in there) for start, stem in starts)


def _words(conn: sqlite3.Connection, entity: str, key: str) -> str:
    cells = conn.execute(f"{HEADS} and h.key = ? {ORDER}", (entity, key)).fetchall()
    return words_of([from_sql(row) for row in cells])
