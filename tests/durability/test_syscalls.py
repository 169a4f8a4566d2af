"""A save is killed, or gets an error from the disk, at every single call to the operating system it makes."""

from __future__ import annotations

import functools
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from boce_tui.domain.interviewing import Answer
from boce_tui.env import Env
from boce_tui.store import Dossier
from boce_tui.store.doctor import examine, sick
from tests.durability import one_save
from tests.durability.outcome import LONG, Tell
from tests.support import ROOT, child_environ, make_env

FILES = ("dossier.db", "dossier.db-journal", "drafts/a.log", "drafts/b.log")
CALLS = ("openat", "pwrite64", "write", "ftruncate", "fdatasync", "fsync", "unlink")
FAULTS = ("signal=KILL", "error=EIO", *(("error=ENOSPC",) if LONG else ()))
SHARES = 8
PREPARED = "de eerste versie"


def strace(folder: Path, tmp_path: Path, *options: str) -> subprocess.CompletedProcess[bytes]:
    """Run one save under strace, looking at the files of the dossier only."""
    paths = [option for name in FILES for option in ("-P", str(folder / name))]
    child = [sys.executable, "-m", "tests.durability.one_save", str(folder)]
    command = ["strace", "-f", *quick(), *paths, "-e", f"trace={','.join(CALLS)}", *options, *child]
    return subprocess.run(
        command, cwd=ROOT, env=child_environ(tmp_path), capture_output=True, timeout=120, check=False
    )


@functools.cache
def quick() -> list[str]:
    """What lets strace stop at the calls that are asked for only; older ones do not know it."""
    option = ["-f", "--seccomp-bpf"]
    probe = ["strace", *option, "-e", "trace=fsync", "-o", "/dev/null", "true"]
    return [] if subprocess.run(probe, capture_output=True, check=False).returncode else option[1:]


class Points(NamedTuple):
    """What a save looks like from below.

    Attributes:
        folder: A dossier before the save.
        calls: Each call to the operating system and which time a thread makes it.
    """

    folder: Path
    calls: list[tuple[str, int]]


@pytest.fixture(scope="module")
def points(tmp_path_factory: pytest.TempPathFactory) -> Points:
    """Every call that one save makes, or a named skip."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed here")
    tmp_path = tmp_path_factory.mktemp("syscalls")
    env = make_env(tmp_path)
    with Dossier.create(env.data_dir, env) as dossier:
        dossier.save(Answer(text=PREPARED), one_save.OTHER)
    folder = tmp_path / "run"
    shutil.copytree(env.data_dir, folder)
    with Dossier.open(folder, env):
        pass  # a copy takes a name of its own
    shutil.copytree(folder, tmp_path / "before")
    log = tmp_path / "calls"
    done = strace(folder, tmp_path, "-o", str(log))
    if b"ptrace" in done.stderr or not log.exists():
        pytest.skip("strace may not look into processes here")
    assert b"closed" in done.stdout, done
    seen: dict[tuple[str, str], int] = {}
    for thread, name in re.findall(r"^(\d+) +([a-z0-9_]+)\(", log.read_text(), re.MULTILINE):
        seen[thread, name] = seen.get((thread, name), 0) + 1
    # strace counts the calls of each thread apart.
    most = {name: max(n for (_thread, of), n in seen.items() if of == name) for _thread, name in seen}
    assert {"pwrite64", "fdatasync", "write"} <= set(most), seen
    return Points(tmp_path / "before", [(name, n + 1) for name in sorted(most) for n in range(most[name])])


@pytest.mark.parametrize("share", range(SHARES))
def test_every_call_killed_or_refused(
    points: Points, tmp_path: Path, env: Env, share: int, tell: Tell
) -> None:
    seen = [
        (name, time, fault)
        for number, (name, time) in enumerate(points.calls)
        for fault in FAULTS
        # Of the letters that go to the log one by one a few will do, but for the long run.
        if LONG or name != "write" or number % 10 == 0
    ]
    done: dict[str, int] = {}
    for name, time, fault in seen[share::SHARES]:
        folder = tmp_path / "run"
        shutil.copytree(points.folder, folder)
        option = f"inject={name}:{fault}:when={time}"
        child = strace(folder, tmp_path, "-o", "/dev/null", "-e", option)
        lines = [line.partition(" ") for line in child.stdout.decode().split("\n")[:-1]]
        try:
            compare(folder, env, [(word, text) for word, _blank, text in lines], thorough=time % 3 == 0)
        except Exception as problem:
            raise AssertionError(f"{option}\n{child.stdout.decode()}\n{child.stderr.decode()}") from problem
        shutil.rmtree(folder)
        done[fault.partition("=")[2]] = done.get(fault.partition("=")[2], 0) + 1
    tell("every system call of a save", "strace", **{f"times_{fault}": n for fault, n in done.items()})
    assert sum(done.values()) == len(seen[share::SHARES])


def compare(folder: Path, env: Env, told: list[tuple[str, str]], *, thorough: bool) -> None:
    """What the process told is there; nothing else is."""
    typed = max((text for word, text in told if word == "typed"), key=len, default="")
    saved = max((text for word, text in told if word == "saved"), key=len, default="")
    with Dossier.open(folder, env) as dossier:
        answer = dossier.value(Answer, one_save.TYPED)
        text = answer.text if answer else ""
        for item in dossier.drafts.recovered():
            assert not item.conflict
            text = item.text
        other = dossier.value(Answer, one_save.OTHER)
    least = max(typed, saved, key=len)
    assert text.startswith(least), f"{text!r} instead of {least!r}"
    assert one_save.TEXT.startswith(text)
    assert other is not None
    if ("revision", "een keuze") in told:
        assert other.text == "een keuze"
    else:
        assert other.text in (PREPARED, "een keuze")
    if thorough:
        assert not sick(examine(folder, env))
