"""Writes ``db/schema.md`` from the migrations: ``python -m boce_tui.store.schema_doc``.

The migrations are the one truth; a test compares the document with what they make.
"""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from boce_tui.data_files import data_file
from boce_tui.store import views
from boce_tui.store.engine import APPLICATION_ID, SETTINGS, sqlite3
from boce_tui.store.migrations import SCHEMA_VERSION, files, migrate

if TYPE_CHECKING:
    from sqlite_utils import Database

_TABLE = re.compile(
    r"(?P<about>(?:^--[^\n]*\n)+)^create (?:virtual )?table (?P<name>\w+)(?P<body>.*?)^\)", re.M | re.S
)
_COLUMN = re.compile(r"^\s+(?P<name>\w+)\b[^\n]*?--\s*(?P<about>[^\n]*)$", re.M)
_ABOUT_VIEWS = """\
These are for people who open the dossier with DB Browser or Datasette, for reading only. They are made from
the typed structs in `boce_tui/domain/` and show what is current; lists and structured values are JSON."""
_HEAD = """\
# What a dossier file looks like

Generated from the migrations in this folder by `python -m boce_tui.store.schema_doc`; do not edit.
Schema version {version} (`user_version`), application id {application:#010x} (`application_id`, "BOCE").

**`revision` is the truth.** Every change of anything adds one row; no row is ever changed or removed.
Everything else but `meta`, `erasure` and `draft` is derived from it and can be made anew
(`boce doctor --repair`).

```text
                 payload = the whole item as JSON
  meta           +----------------------------------+        +---------------------------+
  (this file)    | revision                         |<-------| head                      |
                 |  id, entity, key, parents, ...   |  rev   |  what is current          |
  erasure ------>|  payload, sha256                 |        |  two rows = a conflict    |
   rev           +----------------------------------+        +---------------------------+
                   ^ parent         ^ child                      | entity, key
                 +----------------------------------+        +---------------------------+
                 | edge: who follows whom           |        | searched -- search (FTS5) |
                 +----------------------------------+        |  words and their stems    |
  draft: what is being typed right now                       +---------------------------+
```

Settings of every connection that writes: {settings}.
"""


def document() -> str:
    """The text of ``db/schema.md``."""
    from sqlite_utils import Database

    conn = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate(conn)
        views.renew(conn)
        db = Database(conn, execute_plugins=False)
        settings = ", ".join(f"`{name}={value}`" for name, value in SETTINGS.items())
        head = _HEAD.format(version=SCHEMA_VERSION, application=APPLICATION_ID, settings=settings)
        return "\n".join([head, *_tables(db), *_views(db)]).rstrip() + "\n"
    finally:
        conn.close()


def _tables(db: Database) -> list[str]:
    lines = ["## Tables", ""]
    for _name, sql in files():
        for match in _TABLE.finditer(sql):
            lines += _table(db, match["name"], match["about"], match["body"])
    return lines


def _table(db: Database, name: str, about: str, body: str) -> list[str]:
    table = db.table(name)
    said = {column["name"]: column["about"].strip() for column in _COLUMN.finditer(body)}
    why = " ".join(line.lstrip("- ").strip() for line in about.strip().splitlines())
    lines = [f"### {name}", "", why, "", "| column | type | |", "|---|---|---|"]
    primary = set(table.pks)
    for column in table.columns:
        notes = ["primary key"] if column.name in primary else []
        notes += [said[column.name]] if column.name in said else []
        lines.append(f"| `{column.name}` | {column.type.lower()} | {'; '.join(notes)} |")
    lines.append("")
    for foreign in sorted(table.foreign_keys):
        lines += [f"- `{foreign.column}` refers to `{foreign.other_table}.{foreign.other_column}`"]
    for index in sorted(table.indexes, key=lambda one: one.name):
        kind = "unique" if index.unique else "index"
        if not index.name.startswith("sqlite_autoindex") or index.columns != table.pks:
            lines.append(f"- {kind} on {', '.join(f'`{column}`' for column in index.columns)}")
    lines += [f"- trigger `{trigger.name}`" for trigger in sorted(table.triggers, key=lambda one: one.name)]
    return [*lines, ""] if lines[-1] else lines


def _views(db: Database) -> list[str]:
    lines = ["## Views", "", _ABOUT_VIEWS, "", "| view | columns |", "|---|---|"]
    for name in sorted(views.statements()):
        columns = ", ".join(f"`{column.name}`" for column in db.view(name).columns)
        lines.append(f"| `{name}` | {columns} |")
    return lines


def main() -> int:
    """Write the document."""
    data_file("db", "schema.md").write_text(document(), "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
