"""Erasing a whole round that is killed, or meets a disk that refuses, is not done at all or is finished."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

import msgspec
import pytest

from boce_tui.cycle.profiles import open_dossier
from boce_tui.domain.erasing import ErasureCertificate
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.report_basis import ReportBasis
from boce_tui.env import Env
from boce_tui.names import Key, Names, find_key
from boce_tui.store import Dossier, doctor
from tests.durability.killing import begun, let_go
from tests.durability.outcome import LONG, SEED, Tell
from tests.example import example_env
from tests.store.planted import where
from tests.support import make_env, run_cli

PLANTED = "zwaluwstaartverbinding"
KILLS = 40 if LONG else 3

_CHILD = """
import os, signal, sys
from pathlib import Path
from boce_tui.cycle.profiles import open_dossier
from boce_tui.cycle.retaining import erasing
from boce_tui.names import Names, copies, file, find_key
from boce_tui.store import scrubbing
from tests.support import make_env

what, point, number = sys.argv[2], sys.argv[3], int(sys.argv[4])
env = make_env(Path(sys.argv[1]), seed=5)

def die_at(owner, name):
    before, left = getattr(owner, name), [number]
    def dies(*args, **options):
        left[0] -= 1
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)
        return before(*args, **options)
    setattr(owner, name, dies)

places = {
    "erasing": erasing, "scrubbing": scrubbing, "clean": scrubbing.Scrubbing, "copies": copies, "file": file
}
if "." in point:
    owner, _dot, name = point.partition(".")
    die_at(places[owner], name)
with open_dossier(env) as dossier:
    names = Names(dossier.folder)
    if what == "names":
        names.unlock(find_key(env, env.data_dir, example=True))
    print("ready", flush=True)
    sys.stdin.readline()
    if what == "answers":
        erasing.erase_answers(dossier, "2041")
    else:
        erasing.erase_names(dossier, "2041", names)
    print("done", flush=True)
"""


@pytest.fixture
def prepared(tmp_path: Path) -> Path:
    """An example with a word in an older version, in copies, and in what is being typed."""
    env = example_env(tmp_path / "made")
    with Dossier.open(env.data_dir, env) as dossier:
        key, answer = next(iter(dossier.values(Answer).items()))
        dossier.save(msgspec.structs.replace(answer, text=f"{answer.text} {PLANTED}"), key)
        dossier.backup()
        dossier.save(answer, key)
        dossier.backup()
        draft = dossier.drafts.open(f"answer:{key}:text", answer.text)
        draft.edit(0, 0, f"{PLANTED} getypt")
        shutil.copytree(env.data_dir, tmp_path / "open")
    return tmp_path


def erasing(
    folder: Path, what: str, point: str = "-", number: int = 0, *, wrapper: Iterable[str] = ()
) -> subprocess.Popen[str]:
    return begun(_CHILD, folder, what, point, number, wrapper=wrapper)


def copied(prepared: Path, name: str) -> Path:
    folder = prepared / name
    shutil.copytree(prepared / "open", folder / "data")
    return folder


def report(env: Env, folder: Path) -> bytes:
    run_cli(["report", "--draft", "--to", str(folder / "r.md"), "--force"], env).ok()
    return (folder / "r.md").read_bytes()


def judged(folder: Path) -> str:
    """Before or after and nothing else, as whoever opens it next finds it; then it is done (again)."""
    env = make_env(folder, seed=6)
    with open_dossier(env) as dossier:
        assert dossier.unfinished() is None
        after = not dossier.values(Answer, "2041/")
        assert after == (dossier.value(ReportBasis, "2041") is not None)
        assert after == bool(dossier.values(ErasureCertificate))
    if after:
        assert where(folder, PLANTED) == []
        assert json.loads(run_cli("erase --list --json", env).ok().out)["certificates"][0]["everywhere"]
    else:
        assert "data/dossier.db" in where(folder, PLANTED)
        run_cli("retention --erase answers --round 2041 --confirm 2041", env).ok()
        assert where(folder, PLANTED) == []
    proofs = json.loads(run_cli("erase --list --json", env).ok().out)
    assert not proofs["unfinished"]
    assert len(proofs["certificates"]) == 1
    assert proofs["certificates"][0]["everywhere"]
    assert not doctor.sick(doctor.examine(env.data_dir, env))
    return "after" if after else "before"


def test_killed_at_random_moments(prepared: Path, tell: Tell) -> None:
    chance, ends, took = random.Random(SEED), {"before": 0, "after": 0}, 1.0
    for number in range(KILLS):
        folder = copied(prepared, f"run{number}")
        child = erasing(folder, "answers")
        if number:
            let_go(child, chance.random() * took)
        else:
            took = let_go(child, None)
        ends[judged(folder)] += 1
        shutil.rmtree(folder)
    tell("kill -9 while a round is erased", f"seed {SEED}", kills=KILLS - 1, **ends)
    assert ends["after"] > 0


POINTS = {
    "erasing.forget_erased": (1, "before"),
    "erasing.record": (1, "after"),
    "clean._typed": (1, "after"),
    "clean._backup": (2, "after"),
    "scrubbing.put_facts": (2, "after"),
    "erasing.complete": (1, "after"),
}


@pytest.mark.parametrize("point", POINTS)
def test_killed_where_one_step_is_over(prepared: Path, point: str) -> None:
    number, end = POINTS[point]
    folder = copied(prepared, "run")
    child = erasing(folder, "answers", point, number)
    out, err = child.communicate("\n")
    assert (out, child.returncode) == ("ready\n", -9), err
    assert judged(folder) == end


NAME_POINTS = {
    "copies.begin": "before",
    "file._write": "before",
    "copies.renew": "after",
    "erasing.finish_names": "after",
    "erasing.record": "after",
}


@pytest.mark.parametrize("point", NAME_POINTS)
def test_names_killed_where_one_step_is_over(prepared: Path, point: str) -> None:
    folder = copied(prepared, "run")
    child = erasing(folder, "names", point, 1)
    out, err = child.communicate("\n")
    assert (out, child.returncode) == ("ready\n", -9), err
    env = make_env(folder, seed=6)
    secret = find_key(env, env.data_dir, example=True)
    assert secret is not None
    assert run_cli("check", env).code in (0, 1)  # whatever unlocks the names goes on with the copies
    with open_dossier(env) as dossier:
        proofs = [one for one in dossier.values(ErasureCertificate).values() if one.everywhere]
    people = known_in(env.data_dir, secret)
    assert (not proofs) == bool(people), people
    assert ("after" if proofs else "before") == NAME_POINTS[point]
    if not proofs:
        run_cli("retention --erase names --round 2041 --confirm 2041", env).ok()
        assert known_in(env.data_dir, secret) == []
    assert len(json.loads(run_cli("erase --list --json", env).ok().out)["certificates"]) == 1


def known_in(folder: Path, key: Key) -> list[str]:
    """The files that name somebody of the round."""
    found = []
    for path in [folder / "names.age", *sorted((folder / "backups").glob("names-*.age*"))]:
        with tempfile.TemporaryDirectory() as other:
            shutil.copy(path, Path(other) / "names.age")
            names = Names(Path(other))
            names.unlock(key)
            if names.data().people:
                found.append(path.name)
    return found


FAULTS = (
    ("pwrite64:error=ENOSPC:when={n}+", (1, 900, 2500) if not LONG else range(1, 4000, 97)),
    ("fdatasync:error=EIO:when={n}", (1, 2, 4, 8) if not LONG else range(1, 30)),
)


@pytest.mark.parametrize(("fault", "points"), FAULTS)
def test_a_disk_that_refuses(prepared: Path, fault: str, points: Iterable[int], tell: Tell) -> None:
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed here")
    ends = {"before": 0, "after": 0}
    for n in points:
        folder = copied(prepared, f"run{n}")
        env = make_env(folder)
        Dossier.open(env.data_dir, env).close()  # a copy takes a name of its own
        files = [str(path) for path in sorted((folder / "data").rglob("*.db"))]
        files += [f"{file}-journal" for file in files]
        looked = [option for file in files for option in ("-P", file)]
        strace = ["strace", "-f", "-o", "/dev/null", *looked, "-e", f"inject={fault.format(n=n)}"]
        child = erasing(folder, "answers", wrapper=strace)
        _out, err = child.communicate("\n")
        if "ptrace" in err:
            pytest.skip("strace may not look into processes here")
        with Dossier.open(env.data_dir, env, write=False) as dossier:
            gone = not dossier.values(Answer, "2041/")
            assert gone or dossier.unfinished() is None  # nothing was begun that did not happen
        end = judged(folder)
        assert (end == "after") == gone, err
        ends[end] += 1
        shutil.rmtree(folder)
    tell(f"disk that refuses while a round is erased: {fault.split(':')[1]}", "", **ends)
    assert ends["before"] + ends["after"] > 0
