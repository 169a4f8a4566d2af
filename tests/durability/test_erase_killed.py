"""An erasure that is killed at any moment is not done at all, or is finished at the next opening."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from boce_tui.domain.interviewing import Answer
from boce_tui.store import Dossier, doctor
from tests.durability.killing import begun, let_go
from tests.store.planted import where
from tests.support import ROOT, make_env

WORDS, STAYS = "zwaluwstaartverbinding", "boekweitpannenkoek"
KEY, OTHER = "2041/G01/A1/-/all", "2041/G02/A1/-/all"
KILLS, SEED = 10, 20410513

_CHILD = f"""
import sys
from pathlib import Path
from boce_tui.domain.interviewing import Answer
from boce_tui.store import Dossier
from tests.support import make_env
env = make_env(Path(sys.argv[1]), seed=5)
with Dossier.open(env.data_dir, env) as d:
    print("ready", flush=True)
    sys.stdin.readline()
    d.erase([(Answer, {KEY!r})], "withdrawn")
    d.scrub()
    print("done", flush=True)
"""


def prepared(tmp_path: Path) -> Path:
    """A dossier with words in revisions, index, copies and drafts, as it lies there while it is open."""
    first = tmp_path / "first"
    env = make_env(first)
    with Dossier.create(env.data_dir, env) as d:
        for number in range(200):
            d.save(Answer(text=f"{WORDS} {number} " * 20), KEY)
        d.save(Answer(text=STAYS), OTHER)
        d.backup()
        d.backup()
        draft = d.drafts.open(f"answer:{KEY}:text", "")
        draft.edit(0, 0, f"{WORDS} getypt")
        shutil.copytree(env.data_dir, tmp_path / "open")
    return tmp_path / "open"


def test_killed_at_random_moments(tmp_path: Path) -> None:
    prepared(tmp_path)
    chance, ends = random.Random(SEED), {"before": 0, "after": 0}
    took = 0.3
    for number in range(KILLS):
        folder = tmp_path / f"run{number}"
        shutil.copytree(tmp_path / "open", folder / "data")
        child = begun(_CHILD, folder)
        if number:
            let_go(child, chance.random() * took)
        else:
            took = let_go(child, None)
        env = make_env(folder)
        with Dossier.open(env.data_dir, env) as d:
            assert d.unfinished() is None
            gone = d.get(Answer, KEY) is None
            assert d.value(Answer, OTHER) == Answer(text=STAYS)
        ends["after" if gone else "before"] += 1
        if gone:
            assert where(folder, WORDS) == [], f"seed {SEED}, run {number}"
        else:
            assert len(where(folder, WORDS)) >= 3
        assert not doctor.sick(doctor.examine(env.data_dir, env))
    print(f"seed {SEED}: {KILLS} erasures killed, {ends['before']} not done, {ends['after']} finished")
    assert ends["after"] > 0


FAULTS = (
    ("pwrite64:error=ENOSPC:when={n}+", (1, 250, 500, 750, 1000, 1250)),
    ("fdatasync:error=EIO:when={n}", (1, 4, 8, 16)),
)


@pytest.mark.parametrize(("fault", "points"), FAULTS)
def test_a_disk_that_refuses_leaves_it_undone_or_noted(
    tmp_path: Path, fault: str, points: tuple[int, ...]
) -> None:
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed here")
    prepared(tmp_path)
    ends = {"before": 0, "noted": 0, "after": 0}
    strace = ["strace", "-f", "-o", "/dev/null"]
    for n in points:
        folder = tmp_path / f"run{n}"
        shutil.copytree(tmp_path / "open", folder / "data")
        env = make_env(folder)
        Dossier.open(env.data_dir, env).close()  # a copy takes a name of its own
        files = [str(path) for path in sorted((folder / "data").rglob("*.db"))]
        files += [f"{file}-journal" for file in files]
        looked = [option for file in files for option in ("-P", file)]
        done = subprocess.run(
            [
                *strace,
                *looked,
                "-e",
                f"inject={fault.format(n=n)}",
                sys.executable,
                "-c",
                _CHILD,
                str(folder),
            ],
            input="\n",
            capture_output=True,
            cwd=ROOT,
            text=True,
            check=False,
        )
        if "ptrace" in done.stderr:
            pytest.skip("strace may not look into processes here")
        with Dossier.open(env.data_dir, env, write=False) as d:
            noted, gone = d.unfinished() is not None, d.get(Answer, KEY) is None
        assert gone or not noted
        ends["noted" if noted else "after" if gone else "before"] += 1
        with Dossier.open(env.data_dir, env) as d:
            assert d.unfinished() is None
            assert d.value(Answer, OTHER) == Answer(text=STAYS)
        assert bool(where(folder, WORDS)) != gone, f"{fault} at {n}: {done.stderr}"
        assert not doctor.sick(doctor.examine(env.data_dir, env))
    print(f"{fault}: {ends}")
    assert ends["before"] + ends["noted"] > 0
