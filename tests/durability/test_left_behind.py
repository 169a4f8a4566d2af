"""What a killed program leaves half made: swept at the next opening, reached by an erasure, never fatal."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from boce_tui.cycle.profiles import open_dossier
from boce_tui.domain.interviewing import Answer
from boce_tui.names import Names, Person, find_key, make_example_key
from boce_tui.store import Dossier, backups
from boce_tui.store.doctor import examine, sick
from tests.durability.outcome import LONG, Tell
from tests.durability.pulling import KILLED, Pull, boce, needs_a_compiler, spread
from tests.store.planted import where
from tests.support import ROOT, make_env, run_cli

WORDS, KEY = "zwaluwstaartverbinding", "2041/G01/A1/-/all"
POINTS = 60 if LONG else 6


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A dossier with words and names, and a backup of both."""
    env = make_env(tmp_path)
    with Dossier.create(env.data_dir, env) as d:
        key = make_example_key(env.data_dir)
        names = Names(env.data_dir)
        names.create(key)
        names.put({"R01": Person(name="Xaveer Wolkenveld")})
        d.save(Answer(text=f"Ik noem het een {WORDS}."), KEY)
        d.backup()
    return tmp_path


def half_made(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*.new*"))


def test_a_backup_that_was_killed_is_swept_at_the_next_opening(made: Path, tell: Tell) -> None:
    needs_a_compiler()
    whole = made / "whole"
    shutil.copytree(made / "data", whole / "data")
    result, calls = boce(["backup"], whole, [whole / "data"], Pull(KILLED, 0))
    assert result.ok()
    left = 0
    for at in spread(calls, POINTS * 3):
        folder = made / f"at{at}"
        shutil.copytree(made / "data", folder / "data")
        result, _calls = boce(["backup"], folder, [folder / "data"], Pull(KILLED, at))
        assert result.code == -9
        left += bool(half_made(folder))
        env = make_env(folder)
        open_dossier(env).close()
        assert half_made(folder) == []
        for backup in backups.listed(env.data_dir):
            assert backups.problem(backup.path) == ""
        assert not sick(examine(env.data_dir, env))
        shutil.rmtree(folder)
    assert left > 0
    tell("a backup killed, and swept", "", kills=len(spread(calls, POINTS * 3)), left_something=left)


def test_an_erasure_reaches_what_was_left_half_made(made: Path) -> None:
    env = make_env(made)
    home = env.data_dir / "backups"
    old = (env.data_dir / "names.age").read_bytes()
    with open_dossier(env) as d:
        copy = next(home.glob("dossier-*.db"))
        shutil.copy(copy, home / f"{copy.name}.new")
        (home / "names-20410512T120000Z-manual.age.new").write_bytes(old)
        d.erase([(Answer, KEY)], "withdrawn")
        d.scrub()
        assert where(env.data_dir, WORDS) == []
        assert half_made(env.data_dir) == []


def test_who_is_taken_out_of_the_names_is_out_of_what_was_left_half_made(made: Path) -> None:
    env = make_env(made)
    home, old = env.data_dir / "backups", (env.data_dir / "names.age").read_bytes()
    names = Names(env.data_dir)
    key = find_key(env, env.data_dir, example=True)
    assert key is not None
    names.unlock(key)
    (home / "names-20410512T120000Z-manual.age.new").write_bytes(old)
    names.remove("R01")
    now = (env.data_dir / "names.age").read_bytes()
    assert now != old
    for path in env.data_dir.rglob("names*.age*"):
        assert path.read_bytes() == now, path


def test_a_backup_that_is_swept_away_while_it_is_made_is_made_again(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`boce backup` holds no lock: who opens the dossier meanwhile takes its copy for a leftover."""
    env = make_env(made)
    times: list[Path] = []
    look = backups.problem

    def swept(path: Path) -> str:
        if path.name.endswith(".new") and not times:
            times.append(path)
            assert half_made(env.data_dir)
            open_dossier(env).close()
            assert half_made(env.data_dir) == []
        return look(path)

    monkeypatch.setattr(backups, "problem", swept)
    run_cli("backup", env).ok()
    assert times
    assert len(backups.listed(env.data_dir)) == 2
    assert half_made(env.data_dir) == []
    assert look(backups.listed(env.data_dir)[0].path) == ""


_TORN = """
import sqlite3, sys, os, signal
conn = sqlite3.connect(sys.argv[1], isolation_level=None)
conn.execute("pragma journal_mode=truncate")
conn.execute("pragma cache_size=2")
conn.execute("begin immediate")
conn.execute("create table never(t)")
for n in range(400):
    conn.execute("insert into never values (?)", ("half geschreven " * 60,))
os.kill(os.getpid(), signal.SIGKILL)
"""


def torn(folder: Path) -> Path:
    """The dossier as a program leaves it that is killed while it saves: half in the file."""
    path = folder / "data" / "dossier.db"
    done = subprocess.run([sys.executable, "-c", _TORN, str(path)], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    assert Path(f"{path}-journal").stat().st_size > 0
    with path.open("r+b") as file:
        file.write(bytes(100))  # and of its first page nothing is left, but in the journal
    return path


def test_between_the_journal_and_the_new_file_nothing_is_lost(made: Path, tell: Tell) -> None:
    needs_a_compiler()
    env = make_env(made)
    copy = made / "copy.db"
    with open_dossier(env) as d:
        d.backup_to(copy)
        d.save(Answer(text="sindsdien"), KEY)
    argv = ["restore", str(copy), "--yes"]
    whole = made / "whole"
    shutil.copytree(made / "data", whole / "data")
    torn(whole)
    journal = Path(f"{whole / 'data' / 'dossier.db'}-journal")
    result, calls = boce(argv, whole, [whole / "data"], Pull(KILLED, 0))
    assert result.ok()
    assert not journal.exists() or journal.stat().st_size == 0
    ends = {"before": 0, "after": 0}
    points = set(spread(calls, POINTS)) | set(range(max(1, calls // 2), calls, 40 if not LONG else 2))
    for at in sorted(points):
        folder = made / f"torn{at}"
        shutil.copytree(made / "data", folder / "data")
        path = torn(folder)
        result, _calls = boce(argv, folder, [folder / "data"], Pull(KILLED, at))
        assert result.code == -9
        # The journal on its own, without what it belongs to, is what must never be.
        there = Path(f"{path}-journal")
        if not there.exists() or not there.stat().st_size:
            with sqlite3.connect(path) as conn:
                assert conn.execute("pragma quick_check(1)").fetchone()[0] == "ok", at
        else:
            backups.settle(path)
        mine = make_env(folder)
        with open_dossier(mine) as d:
            answer = d.value(Answer, KEY)
            assert answer is not None
            ends["before" if answer.text == "sindsdien" else "after"] += 1
        assert not sick(examine(mine.data_dir, mine))
        shutil.rmtree(folder)
    assert ends["before"] > 0
    assert ends["after"] > 0
    tell("a copy put back over a dossier that was half written, killed", "", **ends)
