"""Full-text search in Dutch: word stems beside the words, accents folded."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any, NamedTuple

from boce_tui.store.engine import sqlite3

_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 12
_MOST_RANKED = 5_000
_AROUND = 60
_LAST = "\U0010ffff"


class Hit(NamedTuple):
    """An item that holds the words.

    Attributes:
        snippet: Plain text of one line around the first word found.
    """

    entity: str
    key: str
    snippet: str


@cache
def _stemmer() -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer("dutch_porter")


def load() -> None:
    """Load the libraries search needs."""
    import sqlite_utils  # noqa: F401

    _stemmer()


def fold(text: str) -> str:
    """Lower case without accents, as the search table sees it."""
    if text.isascii():
        return text.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of one Dutch word."""
    return str(_stemmer().stemWord(fold(word)))


def stems(text: str) -> str:
    """The stems of a text, in order."""
    return " ".join(stem(word) for word in _WORD.findall(text))


def parts(folded: str) -> list[str]:
    """The words of a folded text, in order."""
    return _WORD.findall(folded)


def put(conn: sqlite3.Connection, entity: str, key: str, text: str) -> None:
    """Make an item findable by this text and no other; empty text makes it unfindable."""
    row = conn.execute("select n from searched where entity = ? and key = ?", (entity, key)).fetchone()
    if row is None:
        if not text:
            return
        conn.execute("insert into searched(entity, key) values (?, ?)", (entity, key))
        n = conn.execute("select n from searched where entity = ? and key = ?", (entity, key)).fetchone()[0]
    else:
        n = row[0]
        conn.execute("delete from search where rowid = ?", (n,))
    if text:
        conn.execute("insert into search(rowid, body, stems) values (?, ?, ?)", (n, text, stems(text)))
    else:
        conn.execute("delete from searched where n = ?", (n,))


def terms(words: str) -> list[str]:
    """The words to look for; nothing else of what was typed reaches the search language."""
    return list(dict.fromkeys(_WORD.findall(words)))[:_MOST_WORDS]


def match(found: Iterable[str]) -> str:
    """The query: every word, as the start of a word or by its stem."""
    return " AND ".join(f'(body : "{fold(t)}" * OR stems : "{stem(t)}")' for t in found)


def find(
    conn: sqlite3.Connection,
    words: str,
    entities: Iterable[str] | None = None,
    prefix: str = "",
    limit: int = 50,
) -> list[Hit]:
    """Items that hold all the words, best first."""
    wanted = terms(words)
    if not wanted:
        return []
    from sqlite_utils import Database

    where, args = "s.key >= :first and s.key < :last", {"first": prefix, "last": prefix + _LAST}
    if entities is not None:
        names = {f"e{i}": entity for i, entity in enumerate(entities)}
        where += f" and s.entity in ({', '.join(':' + name for name in names)})"
        args |= names
    # Ranked inside the index first: a condition on other tables there makes SQLite look up hit by hit.
    sql = f"""
        with ranked as materialized (
          select rowid as n, rank as score from search where search match :query order by rank limit :most),
        chosen as materialized (
          select s.n, s.entity, s.key, ranked.score from ranked join searched s on s.n = ranked.n
          where {where} order by ranked.score, s.entity, s.key limit :limit)
        select chosen.entity, chosen.key, f.body from chosen join search f on f.rowid = chosen.n
        order by chosen.score, chosen.entity, chosen.key"""  # noqa: S608
    db = Database(conn, execute_plugins=False)
    rows = list(db.query(sql, {**args, "query": match(wanted), "most": _MOST_RANKED, "limit": limit}))
    return [Hit(row["entity"], row["key"], snippet(row["body"], wanted)) for row in rows]


def snippet(text: str, wanted: Iterable[str]) -> str:
    """One line of the text around the first place where one of the words stands."""
    starts, roots = tuple(fold(t) for t in wanted), {stem(t) for t in wanted}
    place = next(
        (
            m.span()
            for m in _WORD.finditer(text)
            if fold(m.group()).startswith(starts) or stem(m.group()) in roots
        ),
        (0, 0),
    )
    first, last = max(0, place[0] - _AROUND), min(len(text), place[1] + _AROUND)
    while 0 < first < place[0] and not text[first - 1].isspace():
        first += 1
    while place[1] < last < len(text) and not text[last].isspace():
        last -= 1
    line = " ".join(text[first:last].split())
    return f"{'… ' if first else ''}{line}{' …' if last < len(text) else ''}"


def rebuild(conn: sqlite3.Connection, items: Iterable[tuple[str, str, str]]) -> None:
    """Fill the search tables anew from (entity, key, text); inside a transaction of the caller."""
    conn.execute("delete from search")
    conn.execute("delete from searched")
    conn.execute("delete from unsearched")
    for entity, key, text in items:
        put(conn, entity, key, text)


def contents(conn: sqlite3.Connection) -> dict[tuple[str, str], str]:
    """What the search tables hold, for comparing with what they should hold."""
    sql = "select s.entity, s.key, f.body from searched s join search f on f.rowid = s.n"
    return {(entity, key): body for entity, key, body in conn.execute(sql).fetchall()}
