"""A restore that is killed, or meets a disk that refuses: as before or as after, and it says which."""

from __future__ import annotations

import random
import shutil
import sqlite3
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from boce_tui.cycle.profiles import open_dossier
from boce_tui.domain.interviewing import Answer
from boce_tui.names import Names, Person, make_example_key
from boce_tui.store import Dossier, companion
from tests.durability.killing import begun, let_go
from tests.durability.outcome import LONG, SEED, Tell
from tests.store.planted import where
from tests.support import isolated_environ, make_env, run_cli

GONE = "zwaluwstaartverbinding"
KEY, OTHER = "2041/G01/A1/-/all", "2041/G02/A1/-/all"
KILLS = 60 if LONG else 3
Rows = dict[str, tuple[object, ...]]

# The command line as it is, from its own entry; what it says goes to stderr, so that "done" stands alone.
_CHILD = """
import json, os, signal, sys
os.environ.update(json.loads(sys.argv[1]))
data, backup, point = sys.argv[2:5]
from boce_tui.cli import safety
from boce_tui.cli.main import entry
from boce_tui.cycle import trailing, withdrawing
from boce_tui.store import backups, companion, rebuild, restoring

places = {
    "rebuild": rebuild, "restoring": restoring, "trailing": trailing, "companion": companion,
    "withdrawing": withdrawing, "backups": backups, "path": restoring.Path,
}

def die_at(owner, name):
    def dies(*args, **options):
        os.kill(os.getpid(), signal.SIGKILL)
    setattr(owner, name, dies)

if "." in point:
    owner, _dot, name = point.partition(".")
    die_at(places[owner], name)
print("ready", flush=True)
sys.stdin.readline()
told = os.dup(1)
os.dup2(2, 1)
sys.argv = ["boce", "--data", data, "restore", backup, "--yes", "--names"]
code = 0
try:
    entry()
except SystemExit as end:
    code = int(end.code or 0)
sys.stdout.flush()
if not code:
    os.write(told, b"done\\n")
sys.exit(code)
"""


def rows_in(path: Path, *, erased: Iterable[str] = ()) -> Rows:
    """Every revision of a file, by id, as it stands there; without the words of what is erased."""
    conn = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    try:
        found = conn.execute(
            "select id, entity, key, parents, sha256, hlc, replica, seq, deleted, payload from revision"
        ).fetchall()
    finally:
        conn.close()
    gone = set(erased)
    return {row[0]: (*row[1:-1], None if row[0] in gone else row[-1]) for row in found}


def erased_in(path: Path) -> set[str]:
    conn = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    try:
        return {rev for (rev,) in conn.execute("select rev from erasure")}
    finally:
        conn.close()


class Prepared:
    """A dossier in which something was erased and much was done since, and a backup from before both."""

    def __init__(self, home: Path) -> None:
        self.home, self.backup = home, home / "stick" / "dossier-old.db"
        env = make_env(home / "made")
        self.backup.parent.mkdir(parents=True)
        with Dossier.create(env.data_dir, env) as d:
            key = make_example_key(env.data_dir)
            names = Names(env.data_dir)
            names.create(key)
            names.put({"R01": Person(name="Xaveer Wolkenveld")})
            for number in range(60):
                d.save(Answer(text=f"{GONE} {number} " * 20), KEY)
            d.save(Answer(text="eerst"), OTHER)
            d.backup_to(self.backup)
            companion.copy(env.data_dir, self.backup)
            d.backup()
            d.erase([(Answer, KEY)], "withdrawn")
            d.scrub()
            for number in range(60):
                d.save(Answer(text=f"later {number} " * 20), OTHER)
            names.put({"R01": Person(name="Xaveer Wolkenberg")})
        path = env.data_dir / "dossier.db"
        self.erased = erased_in(path)
        self.before = rows_in(path)
        self.after = rows_in(self.backup, erased=self.erased)
        self.names = (env.data_dir / "names.age").read_bytes()
        self.old_names = companion.beside(self.backup).read_bytes()
        assert self.erased <= self.after.keys() < self.before.keys()
        assert self.names != self.old_names
        assert where(env.data_dir, GONE) == []
        assert where(self.backup.parent, GONE)

    def copied(self, name: str) -> Path:
        folder = self.home / name
        shutil.copytree(self.home / "made" / "data", folder / "data")
        return folder

    def run(self, folder: Path, point: str = "-", *, wrapper: Iterable[str] = ()) -> subprocess.Popen[str]:
        import json

        environ = json.dumps(isolated_environ(folder / "home"))
        return begun(_CHILD, environ, folder / "data", self.backup, point, wrapper=wrapper)

    def judged(self, folder: Path) -> str:
        """Before, after, or after without its names, as whoever opens it next finds it; then done again."""
        env, path = make_env(folder, seed=6), folder / "data" / "dossier.db"
        end = self._end(folder)
        assert run_cli("doctor", env).ok()
        with Dossier.open(env.data_dir, env) as d:
            assert d.unfinished() is None
            assert d.get(Answer, KEY) is None
            value = d.value(Answer, OTHER)
            assert value == Answer(text="later 59 " * 20 if end == "before" else "eerst")
        assert where(folder, GONE) == []
        assert sorted(path.parent.glob("dossier.db.*")) == []
        if end != "before":
            kept = [rows_in(one) for one in path.parent.glob("backups/*-restore.db")]
            assert kept
            assert all(rows == self.before for rows in kept)
        run_cli(["restore", str(self.backup), "--yes", "--names"], env).ok()
        assert self._end(folder) == "after"
        assert where(folder, GONE) == []
        return end

    def _end(self, folder: Path) -> str:
        env = make_env(folder, seed=6)
        open_dossier(env).close()  # the front door: it finishes what was begun
        path = folder / "data" / "dossier.db"
        rows, names = rows_in(path), (folder / "data" / "names.age").read_bytes()
        assert rows in (self.before, self.after)
        assert erased_in(path) == self.erased
        assert names in (self.names, self.old_names)
        if rows == self.before:
            assert names == self.names
            return "before"
        return "after" if names == self.old_names else "names_not_yet"


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """Made once: every round works in a copy."""
    return Prepared(tmp_path_factory.mktemp("restore"))


def test_killed_at_random_moments(prepared: Prepared, tell: Tell) -> None:
    chance, took = random.Random(SEED), 1.0
    ends = {"before": 0, "names_not_yet": 0, "after": 0}
    for number in range(KILLS):
        folder = prepared.copied(f"run{number}")
        child = prepared.run(folder)
        if number:
            let_go(child, (number - chance.random()) / (KILLS - 1) * took)  # spread over the whole of it
        else:
            took = let_go(child, None)
        ends[prepared.judged(folder)] += 1
        shutil.rmtree(folder)
    print(f"seed {SEED}: {KILLS - 1} restores killed, {ends}")
    tell("kill -9 while a backup is put back", f"seed {SEED}", kills=KILLS - 1, **ends)
    assert ends["after"] > 0


POINTS = {
    "rebuild.read": "before",  # the backup with the words in it was copied into the folder
    "rebuild.build": "before",
    "path.replace": "before",  # the same, while that copy is half made
    "trailing.record_in": "names_not_yet",
    "companion.put_back": "names_not_yet",
    "withdrawing.finish_restore": "after",
}


@pytest.mark.parametrize("point", POINTS)
def test_killed_where_one_step_is_over(prepared: Prepared, point: str) -> None:
    folder = prepared.copied(f"at-{point}")
    out, err = (child := prepared.run(folder, point)).communicate("\n")
    assert (out, child.returncode) == ("ready\n", -9), err
    assert prepared.judged(folder) == POINTS[point]


LIVE = "dossier.db"
FAULTS = (
    ("pwrite64:error=ENOSPC:when={n}+", "", (130,) if not LONG else range(1, 250, 6)),
    ("/^f(data)?sync:error=EIO:when={n}", "", (9,) if not LONG else range(1, 40)),
    ("/^rename:error=EIO:when={n}", "", (5, 6) if not LONG else range(1, 7)),
    # Only the file that was just put back: withdrawing again what was withdrawn.
    ("pwrite64:error=ENOSPC:when={n}+", LIVE, (1,) if not LONG else range(1, 9)),
)


@pytest.mark.parametrize(("fault", "file", "points"), FAULTS)
def test_a_disk_that_refuses(
    prepared: Prepared, fault: str, file: str, points: Iterable[int], tell: Tell
) -> None:
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed here")
    ends = {"before": 0, "names_not_yet": 0, "after": 0}
    for n in points:
        folder = prepared.copied(f"{fault.partition(':')[0].strip('/^')[:5]}{file}{n}")
        calls = ["-e", f"trace={fault.partition(':')[0]}", "-e", f"inject={fault.format(n=n)}"]
        if file:
            calls += ["-P", str(folder / "data" / file), "-P", str(folder / "data" / f"{file}-journal")]
        strace = ["strace", "-f", "--seccomp-bpf", "-o", "/dev/null", *calls]
        child = prepared.run(folder, wrapper=strace)
        _out, err = child.communicate("\n")
        if "ptrace" in err:
            pytest.skip("strace may not look into processes here")
        end = prepared.judged(folder)
        # It says which: what was put back is named, and only then.
        assert ("teruggezet" in err) == (end != "before"), err
        assert child.returncode != 0 or end == "after", err
        assert not file or (end, child.returncode) == ("after", 4), err
        assert (end == "names_not_yet") == ("namenbestand niet" in err), err
        ends[end] += 1
        shutil.rmtree(folder)
    tell(f"disk that refuses while a backup is put back: {fault.split(':')[1]}", "", **ends)
