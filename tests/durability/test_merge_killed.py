"""A merge or an export that is killed, or meets a full disk, leaves everything as before or as after."""

from __future__ import annotations

import random
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from boce_tui.cycle.merging import look, merge
from boce_tui.cycle.merging.partners import remembered
from boce_tui.domain.interviewing import Answer
from boce_tui.exchange import bundle
from boce_tui.names.keys import Key
from boce_tui.store import Dossier, doctor
from tests.cycle.merging.laptops import Laptops, key, laptops
from tests.durability.killing import begun, let_go
from tests.durability.outcome import LONG, SEED
from tests.store.planted import where
from tests.support import make_env

GONE = "zwaluwstaartverbinding"
KEY, OTHER = "2041/G01/A1/-/all", "2041/G02/A1/-/all"
NEW = 120
KILLS = 60 if LONG else 8

_MERGE = """
import sys
from pathlib import Path
from boce_tui.cycle.merging import look, merge
from boce_tui.exchange import bundle
from boce_tui.names.keys import read_key_file
from boce_tui.store import Dossier
from tests.support import make_env
env = make_env(Path(sys.argv[1]), seed=5)
content = bundle.read(Path(sys.argv[2]).read_bytes(), read_key_file(Path(sys.argv[3])), "x")
with Dossier.open(env.data_dir, env) as d:
    found = look(d, [content])
    print("ready", flush=True)
    sys.stdin.readline()
    merge(d, found)
    print("done", flush=True)
"""


@pytest.fixture
def prepared(tmp_path: Path) -> Path:
    """A dossier with work and backups, and a bundle with new work and an erasure."""
    with laptops(tmp_path / "made", "a", "b") as made:
        made["a"].save(Answer(text=GONE), KEY)
        made["a"].save(Answer(text="eerst"), OTHER)
        made.give("a", "b")
        made["a"].backup()
        for n in range(NEW):
            made["b"].save(Answer(text=f"nieuw {n} " * 40), OTHER)
        made["b"].erase([(Answer, KEY)], "withdrawn")
        (tmp_path / "x.boce").write_bytes(made.made("b"))
    (tmp_path / "key").write_text(key().secret)
    shutil.copytree(tmp_path / "made" / "a" / "data", tmp_path / "open")
    return tmp_path


def run(folder: Path, prepared: Path, wrapper: Iterable[str] = ()) -> subprocess.Popen[str]:
    return begun(_MERGE, folder, prepared / "x.boce", prepared / "key", wrapper=wrapper)


def judged(folder: Path, prepared: Path) -> str:
    """Before or after, and nothing else; then the merge is done (again) and all is sound."""
    env = make_env(folder, seed=6)
    with Dossier.open(env.data_dir, env) as d:
        found = d.value(Answer, OTHER)
        assert found is not None
        after = found.text != "eerst"
        assert after == (d.get(Answer, KEY) is None) == bool(remembered(d).merges)
        assert not after or found.text == f"nieuw {NEW - 1} " * 40
        if after:
            assert d.unfinished() is None
            assert where(folder, GONE) == []
        content = bundle.read((prepared / "x.boce").read_bytes(), Key(key().secret), "x")
        done = merge(d, look(d, [content]))
        assert done.new == (0 if after else NEW)
        assert d.value(Answer, OTHER) == Answer(text=f"nieuw {NEW - 1} " * 40)
        assert where(folder, GONE) == []
    assert not doctor.sick(doctor.examine(env.data_dir, env))
    return "after" if after else "before"


def test_merge_killed_at_random_moments(prepared: Path) -> None:
    chance, ends, took = random.Random(SEED), {"before": 0, "after": 0}, 0.5
    for number in range(KILLS):
        folder = prepared / f"run{number}"
        shutil.copytree(prepared / "open", folder / "data")
        child = run(folder, prepared)
        if number:
            let_go(child, chance.random() * took)
        else:
            took = let_go(child, None)
        ends[judged(folder, prepared)] += 1
        shutil.rmtree(folder)
    print(f"seed {SEED}: {KILLS} merges killed, {ends}")
    assert ends["after"] > 0


@pytest.mark.parametrize("fault", ["pwrite64:error=ENOSPC:when={n}+", "fdatasync:error=EIO:when={n}+"])
def test_disk_that_refuses(prepared: Path, fault: str) -> None:
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed here")
    ends = {"before": 0, "after": 0}
    for n in (1, 3, 40, 150) if not LONG else range(1, 200, 7):
        folder = prepared / f"run{n}"
        shutil.copytree(prepared / "open", folder / "data")
        env = make_env(folder)
        Dossier.open(env.data_dir, env).close()  # a copy takes a name of its own
        path = folder / "data" / "dossier.db"
        looked = [option for file in (path, f"{path}-journal") for option in ("-P", str(file))]
        child = run(
            folder,
            prepared,
            ["strace", "-f", "-o", "/dev/null", *looked, "-e", f"inject={fault.format(n=n)}"],
        )
        _out, err = child.communicate("\n")
        if "ptrace" in err:
            pytest.skip("strace may not look into processes here")
        ends[judged(folder, prepared)] += 1
        shutil.rmtree(folder)
    print(f"{fault}: {ends}")
    assert ends["before"] > 0


_EXPORT = """
import sys
from pathlib import Path
from boce_tui.cycle.merging import Wanted, make, wrote
from boce_tui.files import write_output
from boce_tui.names.keys import read_key_file
from boce_tui.store import Dossier
from tests.support import make_env
env = make_env(Path(sys.argv[1]), seed=5)
with Dossier.open(env.data_dir, env) as d:
    print("ready", flush=True)
    sys.stdin.readline()
    made = make(d, Wanted(everything=True), read_key_file(Path(sys.argv[3])))
    write_output(Path(sys.argv[2]), made.data, private=True)
    wrote(d, made)
    print("done", flush=True)
"""


def test_export_killed_leaves_a_whole_bundle_or_none(prepared: Path) -> None:
    chance, ends, took = random.Random(SEED), {"none": 0, "whole": 0}, 0.2
    for number in range(KILLS):
        folder, target = prepared / f"run{number}", prepared / f"out{number}.boce"
        shutil.copytree(prepared / "open", folder / "data")
        child = begun(_EXPORT, folder, target, prepared / "key")
        if number:
            let_go(child, chance.random() * took)
        else:
            took = let_go(child, None)
        if target.exists():
            assert bundle.read(target.read_bytes(), Key(key().secret), "x").rows
        ends["whole" if target.exists() else "none"] += 1
    print(f"seed {SEED}: {KILLS} exports killed, {ends}")
    assert ends["whole"] > 0


def test_stick_that_is_full_or_gone(tmp_path: Path) -> None:
    """What cannot be written is told; nothing half stands there, and nothing in the log."""
    from boce_tui.domain.exporting import ExportEntry
    from tests.support import run_cli

    (tmp_path / "key").write_text(key().secret)
    made: Laptops
    with laptops(tmp_path, "a") as made:
        env = made["a"].env
    env.environ["BOCE_BUNDLE_KEY_FILE"] = str(tmp_path / "key")  # type: ignore[index]
    gone = run_cli(["export", "bundle", "--to", str(tmp_path / "weg" / "x.boce")], env)
    assert gone.code == 3
    assert "niet worden geschreven" in gone.err or "niet" in gone.err
    if Path("/dev/full").exists():
        assert run_cli(["export", "bundle", "--to", "/dev/full"], env).code == 3
    with Dossier.open(env.data_dir, env, write=False) as d:
        assert d.values(ExportEntry) == {}
