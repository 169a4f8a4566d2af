"""SQL views with glossary names, for people who open the dossier with DB Browser or Datasette.

They are made from the typed structs, so they say what the app means; the app itself does not read them.
"""

from __future__ import annotations

import hashlib
import json

from boce_tui.domain.entities import ENTITIES
from boce_tui.store.engine import sqlite3

_DIGEST, _NAMES = "views", "view_names"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def statements() -> dict[str, str]:
    """View name -> the statement that makes it."""
    made = {}
    for entity, kind in sorted(ENTITIES.items()):
        columns = ["r.key as key"]
        for field in kind.__struct_encode_fields__:
            if field not in ("key", "revision", "written_at", "written_by"):
                path = _text(f'$."{field}"')
                columns.append(f"json_extract(r.payload, {path}) as {_quoted(field)}")
        columns += ["r.id as revision", "r.at as written_at", "r.author as written_by"]
        listed = ",\n  ".join(columns)
        made[kind.view] = (
            f"create view {_quoted(kind.view)} as select\n  {listed}\n"
            f"from head h join revision r on r.id = h.rev\n"
            f"where h.entity = {_text(entity)} and r.deleted = 0 and r.payload is not null"
        )
    return made


def digest() -> str:
    """Changes when a view would."""
    return hashlib.sha256(json.dumps(statements(), sort_keys=True).encode()).hexdigest()


def current(conn: sqlite3.Connection) -> bool:
    """True when the file has the views of this app."""
    row = conn.execute("select value from meta where name = ?", (_DIGEST,)).fetchone()
    return row is not None and row[0] == digest()


def renew(conn: sqlite3.Connection) -> None:
    """Replace the views by those of this app; inside a transaction of the caller. Others are left alone."""
    row = conn.execute("select value from meta where name = ?", (_NAMES,)).fetchone()
    wanted = statements()
    for name in {*(json.loads(row[0]) if row else ()), *wanted}:
        conn.execute(f"drop view if exists {_quoted(name)}")
    for sql in wanted.values():
        conn.execute(sql)
    put = "insert into meta(name, value) values (?, ?) on conflict(name) do update set value = excluded.value"
    conn.execute(put, (_NAMES, json.dumps(sorted(wanted))))
    conn.execute(put, (_DIGEST, digest()))
