"""What sqlite-utils and SQLite do where it could cost data: what the store relies on, or stays away from.

When one of these fails after an upgrade, read research on the trap before changing the store.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest
import sqlite_utils
from sqlite_utils import utils

from boce_tui.store import engine


class Stop(Exception):
    """A block that is broken off."""


@pytest.fixture
def conn(tmp_path: Path) -> sqlite3.Connection:
    path = tmp_path / "contract.db"
    engine.create_file(path)
    made = engine.connect(path, write=True)
    made.execute("create table t(a integer primary key, b text not null check(b <> '')) strict")
    return made


@pytest.fixture
def db(conn: sqlite3.Connection) -> sqlite_utils.Database:
    return sqlite_utils.Database(conn, execute_plugins=False)


def test_one_sqlite_library_for_everybody() -> None:
    assert engine.sqlite3 is utils.__dict__["sqlite3"]


def test_connection_with_own_transactions_is_accepted_and_plugins_stay_out(
    db: sqlite_utils.Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert db.conn.isolation_level is None
    called: list[object] = []
    monkeypatch.setattr(
        sqlite_utils.db.__dict__["pm"].hook, "prepare_connection", lambda **kw: called.append(kw)
    )
    sqlite_utils.Database(db.conn, execute_plugins=False)
    assert called == []


def test_settings_survive_sqlite_utils(db: sqlite_utils.Database) -> None:
    assert engine.unsettled(db.conn) == []


def test_executescript_stays_inside_our_transaction(db: sqlite_utils.Database) -> None:
    script = "create table u(x); create trigger k after insert on u begin delete from u; delete from u; end;"
    with suppress(Stop), engine.tx(db.conn):
        db.executescript(script)
        assert db.table("u").exists()
        raise Stop
    assert not db.table("u").exists()


def test_the_librarys_own_executescript_would_commit_halfway(conn: sqlite3.Connection) -> None:
    conn.execute("begin immediate")
    conn.executescript("create table u(x);")
    assert not conn.in_transaction  # which is why migrations never use it


def test_migrations_are_savepoints_inside_our_transaction(db: sqlite_utils.Database) -> None:
    migrations = sqlite_utils.Migrations("contract")

    @migrations(name="one")
    def one(db: sqlite_utils.Database) -> None:
        db.executescript("create table one(x);")

    with suppress(Stop), engine.tx(db.conn):
        migrations.apply(db)
        assert migrations.pending(db) == []
        raise Stop
    assert [m.name for m in migrations.pending(db)] == ["one"]
    assert not db.table("one").exists()


def test_pending_says_nothing_about_a_newer_file(db: sqlite_utils.Database) -> None:
    newer, older = sqlite_utils.Migrations("contract"), sqlite_utils.Migrations("contract")
    newer(name="one")(lambda db: None)
    newer(name="two")(lambda db: None)
    older(name="one")(lambda db: None)
    newer.apply(db)
    assert older.pending(db) == []  # hence the gate on user_version


def test_atomic_alone_takes_no_write_lock(db: sqlite_utils.Database, tmp_path: Path) -> None:
    other = engine.connect(tmp_path / "contract.db", write=True)
    with db.atomic():
        other.execute("begin immediate")  # works: theirs is deferred, so ours is BEGIN IMMEDIATE
        other.execute("rollback")
    other.execute("pragma busy_timeout=0")
    with engine.tx(db.conn), pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("begin immediate")
    other.close()


def test_atomic_inside_ours_is_a_savepoint(db: sqlite_utils.Database) -> None:
    with suppress(Stop), engine.tx(db.conn):
        with db.atomic():
            db.table("t").insert({"a": 1, "b": "x"})
        raise Stop
    assert db.table("t").count == 0


def test_user_version_and_application_id_go_back_with_the_transaction(conn: sqlite3.Connection) -> None:
    with suppress(Stop), engine.tx(conn):
        conn.execute("pragma user_version=7")
        conn.execute("pragma application_id=7")
        raise Stop
    assert conn.execute("pragma user_version").fetchone()[0] == 0
    assert conn.execute("pragma application_id").fetchone()[0] == 0


def test_ignore_hides_a_broken_rule_and_on_conflict_does_not(db: sqlite_utils.Database) -> None:
    db.table("t").insert({"a": 1, "b": ""}, ignore=True)
    assert db.table("t").count == 0  # gone without a word: never used for revisions
    with pytest.raises(sqlite3.IntegrityError):
        db.conn.execute("insert into t(a, b) values (1, '') on conflict(a) do nothing")


def test_a_slip_in_a_table_name_makes_a_table(db: sqlite_utils.Database) -> None:
    db.table("answrs").insert({"x": 1})
    assert db.table("answrs").exists()  # hence no inserts through sqlite-utils


def test_transform_drops_triggers(db: sqlite_utils.Database) -> None:
    db.conn.execute("create trigger k after insert on t begin select 1; end")
    db.table("t").transform(rename={"b": "c"})
    assert db.triggers == []  # hence migrations in plain SQL


def test_query_left_half_read_keeps_the_file_busy(db: sqlite_utils.Database, tmp_path: Path) -> None:
    with engine.tx(db.conn):
        db.conn.executemany("insert into t values (?, 'x')", [(i,) for i in range(1, 2000)])
    rows = db.query("select a from t")
    next(rows)
    other = engine.connect(tmp_path / "contract.db", write=True)
    other.execute("pragma busy_timeout=0")
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("delete from t")
    list(rows)  # hence always list(db.query(...))
    other.execute("delete from t")
    other.close()


def test_savepoints_of_ours_nest(conn: sqlite3.Connection) -> None:
    with engine.tx(conn):
        conn.execute("insert into t values (1, 'a')")
        with suppress(Stop), engine.tx(conn):
            conn.execute("insert into t values (2, 'b')")
            with engine.tx(conn):
                conn.execute("insert into t values (3, 'c')")
            raise Stop
        with engine.tx(conn):
            conn.execute("insert into t values (4, 'd')")
    assert [row[0] for row in conn.execute("select a from t order by a")] == [1, 4]


def test_vacuum_into_keeps_what_tells_whose_file_it_is(conn: sqlite3.Connection, tmp_path: Path) -> None:
    conn.execute("pragma application_id=5")
    conn.execute("pragma user_version=7")
    conn.execute("vacuum into ?", (str(tmp_path / "copy.db"),))
    assert engine.header(tmp_path / "copy.db") == (5, 7)


def test_reading_the_header_makes_no_files(conn: sqlite3.Connection, tmp_path: Path) -> None:
    before = sorted(p.name for p in tmp_path.iterdir())
    engine.header(tmp_path / "contract.db")
    assert sorted(p.name for p in tmp_path.iterdir()) == before


def test_missing_file_is_not_made_by_opening_it(tmp_path: Path) -> None:
    for write in (True, False):
        with pytest.raises(sqlite3.OperationalError):
            engine.connect(tmp_path / "none.db", write=write)
    assert not (tmp_path / "none.db").exists()


def test_fts_finds_what_revisions_need(conn: sqlite3.Connection) -> None:
    conn.execute('create virtual table f using fts5(body, tokenize="unicode61 remove_diacritics 2")')
    conn.execute("insert into f values ('Coördinatie in ''s-Gravenhage')")
    for query in ("coordinatie", '"gravenhage"', '"coord" *'):
        assert conn.execute("select count(*) from f where f match ?", (query,)).fetchone()[0] == 1
