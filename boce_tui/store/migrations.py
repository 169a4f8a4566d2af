"""Bringing a dossier file to the schema of this app: the numbered files in ``db/``, each applied once."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from boce_tui.data_files import data_folder
from boce_tui.store.engine import APPLICATION_ID, BUSY, code_of, sqlite3, tx

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

SCHEMA_VERSION = 4
"""How many migrations this app knows; kept in the file as ``user_version``."""

_SET = "boce"
_PATIENCE = 20.0


def files() -> list[tuple[str, str]]:
    """Name and SQL of every migration, in order."""
    folder = data_folder("db")
    return [
        (path.stem, path.read_text("utf-8")) for path in sorted(folder.glob("[0-9][0-9][0-9][0-9]_*.sql"))
    ]


def plan() -> Migrations:
    """The migrations as sqlite-utils knows them."""
    from sqlite_utils import Migrations

    migrations = Migrations(_SET)
    for name, sql in files():

        def apply(db: Database, sql: str = sql) -> None:
            # Not conn.executescript: that would commit halfway.
            db.executescript(sql)

        migrations(name=name)(apply)
    return migrations


def migrate(conn: sqlite3.Connection) -> list[str]:
    """Apply what is pending, all of it or nothing, also when another process does the same at this moment.

    Returns:
        The names of the migrations that were applied by this call.
    """
    from sqlite_utils import Database

    db = Database(conn, execute_plugins=False)
    migrations = plan()
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            with tx(conn):
                # What is pending is read inside the transaction: another process may just have been here.
                pending = [migration.name for migration in migrations.pending(db)]
                migrations.apply(db)
                conn.execute(f"pragma application_id={APPLICATION_ID}")
                conn.execute(f"pragma user_version={SCHEMA_VERSION}")
            return pending
        except sqlite3.OperationalError as exc:
            if code_of(exc) != BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
