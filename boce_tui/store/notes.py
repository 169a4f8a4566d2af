"""What is remembered of this computer only, beside the revisions. On the database thread."""

from __future__ import annotations

from boce_tui.store.engine import sqlite3
from boce_tui.store.opening import put_facts


def put(conn: sqlite3.Connection, name: str, text: str) -> None:
    """Remember; inside a transaction of the caller."""
    put_facts(conn, **{f"note:{name}": text})


def get(conn: sqlite3.Connection, name: str) -> str:
    """What was last remembered under that name; empty when nothing was."""
    row = conn.execute("select value from meta where name = ?", (f"note:{name}",)).fetchone()
    return str(row[0]) if row else ""


def changes(conn: sqlite3.Connection) -> int:
    """A number that goes up with every revision and every erasure."""
    sql = "select coalesce((select max(n) from revision), 0) + (select count(*) from erasure)"
    return int(conn.execute(sql).fetchone()[0])
