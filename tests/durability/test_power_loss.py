"""The power fails at any moment: what was called "bewaard" is there, and the file is whole.

A real save is recorded, write by write. For every moment disks are made as a power cut can leave them: of
what was not synced nothing, everything, or an arbitrary part has arrived, the last of it perhaps torn at a
sector. Each of them is opened with the real store.
"""

from __future__ import annotations

import pickle
import random
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from boce_tui.domain.interviewing import Answer
from boce_tui.env import Env
from boce_tui.store import Dossier
from boce_tui.store.doctor import examine, sick
from tests.durability import recorder, vfs
from tests.durability.outcome import LONG, SEED, Tell
from tests.support import ROOT, child_environ

SHARES = 12 if LONG else 4
EACH, SUBSETS = (1, 6) if LONG else (2, 1)
SECTOR = 512

pytestmark = pytest.mark.skipif(not vfs.available(), reason="SQLite's file layer cannot be watched here")


class Disk:
    """Files as they are after a power cut, at any moment of a recording."""

    def __init__(self, base: dict[str, bytes]) -> None:
        self.synced = {name: bytearray(data) for name, data in base.items()}
        self.waiting: list[vfs.Op] = []

    def do(self, op: vfs.Op) -> None:
        """Something is done to a file; it arrives for certain only with the next sync of that file."""
        kind, name, _place, _data = op
        if kind == "sync":
            for waiting in [waiting for waiting in self.waiting if waiting[1] == name]:
                apply(self.synced, waiting)
            self.waiting = [waiting for waiting in self.waiting if waiting[1] != name]
        else:
            self.waiting.append(op)

    def after_cut(self, chance: random.Random, likely: float) -> dict[str, bytearray]:
        """What is there after the power failed now; each thing that waits has arrived or not."""
        files = {name: bytearray(data) for name, data in self.synced.items()}
        arrived = [op for op in self.waiting if chance.random() < likely]
        for number, op in enumerate(arrived):
            kind, name, place, data = op
            if number == len(arrived) - 1 and 0 < likely < 1 and kind == "write" and len(data) > SECTOR:
                data = data[: chance.randrange(0, len(data), SECTOR)]
            apply(files, (kind, name, place, data))
        return files


def apply(files: dict[str, bytearray], op: vfs.Op) -> None:
    kind, name, place, data = op
    if kind == "open":
        if not place:
            files.setdefault(name, bytearray())
    elif kind == "delete":
        files.pop(name, None)
    elif name in files and kind == "truncate":
        del files[name][place:]
    elif name in files and kind == "write":
        if len(files[name]) < place:
            files[name].extend(bytes(place - len(files[name])))
        files[name][place : place + len(data)] = data


def place_of(folder: Path, name: str) -> Path:
    return folder / "drafts" / name if name.endswith(".log") else folder / name


def lay_out(folder: Path, files: dict[str, bytearray]) -> None:
    (folder / "drafts").mkdir(parents=True)
    for name, data in files.items():
        with place_of(folder, name).open("wb") as file:
            file.write(data.rstrip(b"\0"))  # the rest is a hole: the logs are a megabyte of nothing
            file.truncate(len(data))


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], list[Any]]:
    """The files before, and everything that happened."""
    from tests.support import make_env

    tmp_path = tmp_path_factory.mktemp("recording")
    env = make_env(tmp_path)
    Dossier.create(env.data_dir, env).close()
    out = tmp_path / "events"
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.durability.recorder", str(env.data_dir), str(out)],
        cwd=ROOT, env=child_environ(tmp_path), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    assert child.stdout is not None
    assert child.stdout.readline() == b"ready\n"
    names = ("dossier.db", "dossier.db-journal", "a.log", "b.log")
    places = {name: place_of(env.data_dir, name) for name in names}
    base = {name: place.read_bytes() for name, place in places.items() if place.exists()}
    child.communicate(b"\n", 60)
    assert child.returncode == 0
    events = pickle.loads(out.read_bytes())
    assert {op[0] for op in events} >= {"write", "sync", "truncate", "saved"}
    return base, events


@pytest.mark.parametrize("share", range(SHARES))
def test_what_was_saved_survives_a_power_cut_at_any_moment(
    recording: tuple[dict[str, bytes], list[Any]], env: Env, tmp_path: Path, share: int, tell: Tell
) -> None:
    base, events = recording
    chance = random.Random(SEED + share)
    disk, saved, done = Disk(base), {}, 0
    moments = states = 0
    for event in events:
        if event[0] == "saved":
            saved[event[1]] = event[2]
            continue
        disk.do(event)
        done += 1
        if done % (SHARES * EACH) != share * EACH:
            continue
        moments += 1
        for likely in (0.0, 1.0, *(chance.choice((0.2, 0.5, 0.8)) for _ in range(SUBSETS))):
            states += 1
            folder = tmp_path / "disk"
            lay_out(folder, disk.after_cut(chance, likely))
            look(folder, env, saved, thorough=states % 5 == 0)
            shutil.rmtree(folder)
    assert moments > 10
    tell("power loss", "unsynced writes replayed", moments=moments, disks=states)


def look(folder: Path, env: Env, saved: dict[str, str], *, thorough: bool) -> None:
    """Open a disk as it was left, and compare."""
    with Dossier.open(folder, env) as d:
        check = d.later(lambda: d._conn.execute("pragma integrity_check").fetchall()).result(30)
        assert check == [("ok",)]
        waiting = {item.field: item for item in d.drafts.recovered()}
        assert not any(item.conflict for item in waiting.values())
        now = d.values(Answer)
        for key in recorder.FIELDS:
            text = now[key].text if key in now else ""
            item = waiting.get(recorder.field_of(key))
            text = text if item is None else item.text
            assert text.startswith(saved.get(key, "")), f"{key}: {text!r} instead of {saved[key]!r}"
            assert recorder.typed(key).startswith(text)
        pair = [now[key].text if key in now else "" for key in recorder.PAIR]
        assert pair[0] == pair[1], "half of a change"
        assert pair[0] >= saved.get(recorder.PAIR[0], "") or len(pair[0]) > len(saved[recorder.PAIR[0]])
    if thorough:
        assert not sick(examine(folder, env))
