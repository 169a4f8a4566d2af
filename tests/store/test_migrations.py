"""Migrations: the one truth of the schema, also when two processes start at once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from boce_tui.domain.interviewing import Answer
from boce_tui.env import Env
from boce_tui.errors import DossierUnavailable
from boce_tui.store import Dossier, backups, engine, migrations
from boce_tui.store.doctor import examine, sick
from tests.support import ROOT, child_environ

KEY = "2041/G01/A1/-/all"


def test_version_counts_the_files() -> None:
    names = [name for name, _sql in migrations.files()]
    assert len(names) == migrations.SCHEMA_VERSION
    assert [int(name[:4]) for name in names] == list(range(1, len(names) + 1))


@pytest.fixture
def older(env: Env) -> Env:
    """A dossier from before the last migration, with something in it."""
    with Dossier.create(env.data_dir, env) as d:
        d.save(Answer(text="van vroeger"), KEY)
    conn = engine.connect(env.data_dir / "dossier.db", write=True)
    last = migrations.files()[-1][0]
    with engine.tx(conn):
        conn.execute("drop table unsearched")
        conn.execute("delete from _sqlite_migrations where name = ?", (last,))
        conn.execute(f"pragma user_version={migrations.SCHEMA_VERSION - 1}")
    conn.close()
    return env


def test_older_dossier_is_brought_up_to_date_after_a_backup(older: Env) -> None:
    with pytest.raises(DossierUnavailable, match="oudere versie"):
        Dossier.open(older.data_dir, older, write=False)
    assert backups.listed(older.data_dir) == []
    with Dossier.open(older.data_dir, older) as d:
        got = d.get(Answer, KEY)
        assert got is not None
        assert got.value == Answer(text="van vroeger")
    made = backups.listed(older.data_dir)
    assert [backup.reason for backup in made] == ["migrate"]
    assert engine.header(made[0].path).user_version == migrations.SCHEMA_VERSION - 1
    assert not sick(examine(older.data_dir, older))


def test_migration_that_fails_changes_nothing_and_stays_pending(
    older: Env, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, sql = migrations.files()[-1]
    broken = [
        *migrations.files()[:-1],
        (name, sql + "\ncreate table half(x);\ninsert into nowhere values (1);"),
    ]
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "files", lambda: broken)
        with pytest.raises(DossierUnavailable):
            Dossier.open(older.data_dir, older)
    conn = engine.connect(older.data_dir / "dossier.db", write=False)
    tables = {row[0] for row in conn.execute("select name from sqlite_master").fetchall()}
    conn.close()
    assert not {"unsearched", "half"} & tables
    with Dossier.open(older.data_dir, older) as d:
        assert d.get(Answer, KEY) is not None


RACE = """
import sys, time
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from boce_tui.store import engine, migrations
import sqlite_utils
print("ready", flush=True)
sys.stdin.readline()
conn = engine.connect(Path(sys.argv[1]), write=True)
print(len(migrations.migrate(conn)))
"""


def test_processes_that_migrate_at_once_all_succeed(env: Env, tmp_path: Path) -> None:
    path = tmp_path / "race.db"
    engine.create_file(path)
    children = [
        subprocess.Popen(
            [sys.executable, "-c", RACE, str(path), str(ROOT)],
            env=child_environ(tmp_path),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    for child in children:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
    for child in children:
        assert child.stdin is not None
        child.stdin.write("go\n")
        child.stdin.flush()
    ends = [child.communicate(timeout=60) for child in children]
    assert [child.returncode for child in children] == [0, 0, 0], ends
    assert sorted(int(out) for out, _err in ends) == [0, 0, migrations.SCHEMA_VERSION]
    assert engine.header(path) == (engine.APPLICATION_ID, migrations.SCHEMA_VERSION)


def test_two_that_create_at_once_make_one_dossier(env: Env, tmp_path: Path) -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[2])\n"
        "from pathlib import Path; from boce_tui.env import Env; from boce_tui.store import Dossier\n"
        "from boce_tui.errors import DossierUnavailable\n"
        "folder = Path(sys.argv[1]); sys.stdin.readline()\n"
        "try: Dossier.create(folder, Env(data_dir=folder)); print('made')\n"
        "except DossierUnavailable as exc: print('refused')\n"
    )
    children = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(env.data_dir), str(ROOT)],
            env=child_environ(tmp_path),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    for child in children:
        assert child.stdin is not None
        child.stdin.write("go\n")
        child.stdin.flush()
    ends = [child.communicate(timeout=60)[0].strip() for child in children]
    assert "made" in ends
    assert set(ends) <= {"made", "refused"}
    with Dossier.open(env.data_dir, env) as d:
        d.save(Answer(text="x"), KEY)
