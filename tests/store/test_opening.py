"""Whose file it is, who may write, and what is left alone."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from boce_tui.domain.interviewing import Answer
from boce_tui.env import Env
from boce_tui.errors import DossierUnavailable
from boce_tui.store import Dossier, engine, opening
from boce_tui.store.migrations import SCHEMA_VERSION
from tests.support import ROOT, child_environ, make_env

KEY = "2041/G01/A1/-/all"


def listing(folder: Path) -> dict[str, bytes]:
    """Every file under a folder with its bytes."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture
def filled(env: Env) -> Env:
    with Dossier.create(env.data_dir, env) as d:
        d.save(Answer(text="hallo"), KEY)
    return env


def refused(env: Env, *, write: bool = True) -> DossierUnavailable:
    before = listing(env.data_dir)
    with pytest.raises(DossierUnavailable) as caught:
        Dossier.open(env.data_dir, env, write=write)
    assert listing(env.data_dir) == before
    assert caught.value.hint
    return caught.value


def other_program(path: Path) -> None:
    conn = sqlite3.connect(path)
    conn.execute("create table browser(x)")
    conn.commit()
    conn.close()


def wal_of_other_program(path: Path) -> None:
    conn = sqlite3.connect(path)
    conn.execute("pragma journal_mode=wal")
    conn.execute("create table browser(x)")
    conn.commit()
    shutil.copy(path, f"{path}.copy")
    conn.close()
    Path(f"{path}.copy").replace(path)


@pytest.mark.parametrize(
    "make",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"Dit is een brief.\n" * 100),
        lambda path: path.write_bytes(os.urandom(5000)),
        lambda path: path.write_bytes(b"SQLite format 3\0"),
        other_program,
        wal_of_other_program,
    ],
    ids=["empty", "text", "noise", "header only", "other program", "other program, wal"],
)
@pytest.mark.parametrize("write", [True, False])
def test_foreign_file_is_refused_untouched(env: Env, make: Callable[[Path], None], *, write: bool) -> None:
    env.data_dir.mkdir()
    make(env.data_dir / "dossier.db")
    assert "geen dossier van boce" in str(refused(env, write=write))


@pytest.mark.parametrize("write", [True, False])
def test_missing_dossier_is_named_and_nothing_is_made(env: Env, *, write: bool) -> None:
    with pytest.raises(DossierUnavailable, match="nog geen dossier"):
        Dossier.open(env.data_dir, env, write=write)
    assert not env.data_dir.exists()


def test_creating_over_a_dossier_is_refused(filled: Env) -> None:
    with pytest.raises(DossierUnavailable, match="al een dossier"):
        Dossier.create(filled.data_dir, filled)
    with Dossier.open(filled.data_dir, filled) as d:
        assert d.get(Answer, KEY) is not None


def test_newer_dossier_opens_for_reading_and_says_why(filled: Env) -> None:
    conn = sqlite3.connect(filled.data_dir / "dossier.db")
    conn.execute(f"pragma user_version={SCHEMA_VERSION + 1}")
    conn.close()
    before = listing(filled.data_dir)
    with Dossier.open(filled.data_dir, filled) as d:
        assert d.read_only is not None
        assert "nieuwere versie" in d.read_only
        assert d.get(Answer, KEY) is not None
        with pytest.raises(DossierUnavailable, match="nieuwere versie"):
            d.save(Answer(text="nee"), KEY)
        with pytest.raises(DossierUnavailable):
            d.drafts.open("answer:x:text", "", "")
        assert d.backup_if_due().result(60) is None
    assert listing(filled.data_dir) == before


def test_second_writer_is_refused_and_readers_work_beside_it(filled: Env) -> None:
    with Dossier.open(filled.data_dir, filled) as writer:
        with pytest.raises(DossierUnavailable, match=str(os.getpid())):
            Dossier.open(filled.data_dir, filled)
        with Dossier.open(filled.data_dir, filled, write=False) as reader:
            writer.save(Answer(text="ondertussen"), KEY)
            got = reader.get(Answer, KEY)
            assert got is not None
            assert got.value == Answer(text="ondertussen")
    with Dossier.open(filled.data_dir, filled) as again:
        again.save(Answer(text="daarna"), KEY)


def test_reading_writes_nothing_at_all(filled: Env) -> None:
    (filled.data_dir / "dossier.lock").unlink()
    before = listing(filled.data_dir)
    with Dossier.open(filled.data_dir, filled, write=False) as d:
        assert d.search("hallo") != []
        assert d.history(Answer, KEY)
        with pytest.raises(DossierUnavailable, match="alleen geopend om te lezen"):
            d.save(Answer(text="nee"), KEY)
        with pytest.raises(DossierUnavailable), d.change() as c:
            c.delete(Answer, KEY)
    assert listing(filled.data_dir) == before


def test_files_are_for_their_owner_only(filled: Env) -> None:
    with Dossier.open(filled.data_dir, filled) as d:
        d.drafts.open("answer:x:text", "").edit(0, 0, "a")
        d.backup()
    assert stat.S_IMODE(filled.data_dir.stat().st_mode) == 0o700
    for path in filled.data_dir.rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_copied_dossier_goes_on_under_its_own_name(filled: Env, tmp_path: Path) -> None:
    there = make_env(tmp_path / "elsewhere", seed=7)
    shutil.copytree(filled.data_dir, there.data_dir)
    with Dossier.open(filled.data_dir, filled) as mine, Dossier.open(there.data_dir, there) as copy:
        assert mine.replica != copy.replica
        first = mine.save(Answer(text="hier"), KEY)
        second = copy.save(Answer(text="daar"), KEY)
        mine.import_revisions(copy.export_rows([second.id]))
        assert {h.id for h in mine.heads(Answer, KEY)} == {first.id, second.id}
    replica = mine.replica
    with Dossier.open(filled.data_dir, filled) as again:
        assert again.replica == replica


def test_settings_are_what_was_measured_to_survive(filled: Env) -> None:
    conn = engine.connect(filled.data_dir / "dossier.db", write=True)
    read = {name: conn.execute(f"pragma {name}").fetchone()[0] for name in engine.SETTINGS}
    assert read == engine.SETTINGS
    assert (read["journal_mode"], read["synchronous"]) == ("truncate", 3)
    conn.execute("pragma synchronous=1")
    assert engine.unsettled(conn) == ["synchronous"]
    conn.close()


def test_settings_that_are_not_taken_stop_the_app(filled: Env, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(engine.SETTINGS, "journal_mode", "onbekend")
    with pytest.raises(DossierUnavailable, match="journal_mode"):
        Dossier.open(filled.data_dir, filled)
    monkeypatch.undo()
    Dossier.open(filled.data_dir, filled).close()  # and the lock was given back


def test_wal_is_switched_back(filled: Env) -> None:
    conn = sqlite3.connect(filled.data_dir / "dossier.db")
    assert conn.execute("pragma journal_mode=wal").fetchone()[0] == "wal"
    conn.close()
    Dossier.open(filled.data_dir, filled).close()
    conn = sqlite3.connect(filled.data_dir / "dossier.db")
    assert conn.execute("pragma journal_mode").fetchone()[0] != "wal"
    conn.close()


HOT = """
import os, sqlite3, sys
conn = sqlite3.connect(sys.argv[1], isolation_level=None)
conn.execute("pragma journal_mode=truncate")
conn.execute("pragma cache_size=1")
conn.execute("begin immediate")
conn.execute("create table rubbish(x)")
conn.execute("with recursive n(i) as (select 1 union all select i+1 from n where i < 4000) "
             "insert into rubbish select hex(randomblob(200)) from n")
os.kill(os.getpid(), 9)
"""


@pytest.mark.parametrize("write", [True, False])
def test_killed_in_the_middle_of_saving_is_put_right_at_the_next_opening(filled: Env, *, write: bool) -> None:
    path = filled.data_dir / "dossier.db"
    subprocess.run([sys.executable, "-c", HOT, str(path)], check=False)
    assert Path(f"{path}-journal").stat().st_size > 0
    with Dossier.open(filled.data_dir, filled, write=write) as d:
        assert d.get(Answer, KEY) is not None
    conn = sqlite3.connect(path)
    assert conn.execute("pragma integrity_check").fetchone()[0] == "ok"
    assert conn.execute("select count(*) from sqlite_master where name = 'rubbish'").fetchone()[0] == 0
    conn.close()


READ_ONLY = """
import os, sys
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from boce_tui.domain.interviewing import Answer
from boce_tui.env import Env
from boce_tui.errors import DossierUnavailable
from boce_tui.store import Dossier
folder = Path(sys.argv[1])
env = Env(data_dir=folder)
Dossier.open(folder, env, write=False).close()
if os.geteuid() == 0:  # root may write anywhere
    os.setgid(65534); os.setuid(65534)
for what in (lambda: Dossier.open(folder, env), lambda: Dossier.create(folder / "nieuw", env)):
    try:
        what()
    except DossierUnavailable as exc:
        assert exc.hint
        print(exc.message)
with Dossier.open(folder, env, write=False) as d:
    print(len(d.all(Answer)))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="rights work differently there")
def test_read_only_folder_is_explained_and_can_be_read(filled: Env, tmp_path: Path) -> None:
    for path in [*filled.data_dir.rglob("*"), filled.data_dir]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    for path in [tmp_path, *tmp_path.parents]:
        if path.stat().st_uid == os.geteuid() and path != Path("/"):
            path.chmod(path.stat().st_mode | 0o711)
        if path.name == "tmp":
            break
    before = listing(filled.data_dir)
    try:
        done = subprocess.run(
            [sys.executable, "-c", READ_ONLY, str(filled.data_dir), str(ROOT)],
            env=child_environ(tmp_path),
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        filled.data_dir.chmod(0o700)
    assert done.returncode == 0, done.stderr
    assert [("alleen te lezen" in line) for line in done.stdout.splitlines()] == [True, True, False]
    assert done.stdout.splitlines()[-1] == "1"
    assert listing(filled.data_dir) == before


def test_opening_that_fails_halfway_lets_go_of_everything(filled: Env) -> None:
    drafts = filled.data_dir / "drafts"
    for path in drafts.iterdir():
        path.unlink()
    drafts.rmdir()
    drafts.write_text("een bestand waar de map hoort")
    with pytest.raises(DossierUnavailable, match="klad"):
        Dossier.open(filled.data_dir, filled)
    drafts.unlink()
    Dossier.open(filled.data_dir, filled).close()


def test_no_room_for_a_folder_is_explained(env: Env) -> None:
    env.data_dir.parent.mkdir(exist_ok=True)
    env.data_dir.write_text("een bestand")
    with pytest.raises(DossierUnavailable) as caught:
        Dossier.create(env.data_dir, env)
    assert caught.value.place == str(env.data_dir)


def test_disk_that_fails_while_opening_is_explained(filled: Env, monkeypatch: pytest.MonkeyPatch) -> None:
    """A copied dossier is given a name of its own at opening, and just that commit fails."""
    real = engine.connect

    class Failing(sqlite3.Connection):
        def execute(self, sql: str, *args: object) -> sqlite3.Cursor:
            if sql == "commit":
                super().execute("rollback")
                error = sqlite3.OperationalError("disk I/O error")
                error.sqlite_errorcode = 10
                raise error
            return super().execute(sql, *args)  # type: ignore[arg-type]

    def connect(path: Path, *, write: bool) -> sqlite3.Connection:
        real(path, write=write).close()
        return sqlite3.connect(path, isolation_level=None, factory=Failing)

    shutil.copy(filled.data_dir / "dossier.db", filled.data_dir / "kopie")
    (filled.data_dir / "kopie").replace(filled.data_dir / "dossier.db")
    before = (filled.data_dir / "dossier.db").read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(opening, "connect", connect)
        with pytest.raises(DossierUnavailable, match="schijf gaf een fout"):
            Dossier.open(filled.data_dir, filled)
    assert (filled.data_dir / "dossier.db").read_bytes() == before
    Dossier.open(filled.data_dir, filled).close()
