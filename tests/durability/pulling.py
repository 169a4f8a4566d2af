"""The command line on a stick that is pulled out, a disk that fills up, or killed: at any call it makes.

`pulled.c` stands between the process and the C library. Which calls there are is known from one run in which
nothing happens; a test then chooses the calls at which it does.
"""

from __future__ import annotations

import functools
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.support import ROOT, Result, child_environ

GONE, NOWHERE, FULL, KILLED = "gone", "nowhere", "full", "kill"
"""Every call fails; the same, with no such name; nothing more can be written; the process is killed."""
_SOURCE = Path(__file__).with_name("pulled.c")
_LIMIT = 60

# The command line from its own entry, on the clock of the tests.
_BOCE = """
import json, sys
from pathlib import Path
from tests.support import Clock, make_env
from boce_tui.cli.main import main
told = json.loads(sys.argv[1])
from dataclasses import replace
env = replace(
    make_env(Path(told["folder"]), seed=told["seed"], environ=told["environ"]),
    stdin=sys.stdin, stdout=sys.stdout, stderr=sys.stderr,
)
sys.exit(main(told["argv"], env))
"""


class Pull(NamedTuple):
    """What happens.

    Attributes:
        how: One of the words above.
        at: At which call on the stick; 0 for never.
        after: Only what comes after the first rename onto a file of this name counts.
    """

    how: str = GONE
    at: int = 0
    after: str = ""


@functools.cache
def _library() -> Path | None:
    compiler = shutil.which("cc")
    if compiler is None or sys.platform != "linux":
        return None
    made = Path(tempfile.mkdtemp(prefix="boce-pulled-")) / "pulled.so"
    command = [compiler, "-shared", "-fPIC", "-O1", "-w", "-o", str(made), str(_SOURCE), "-ldl"]
    return made if subprocess.run(command, check=False, capture_output=True).returncode == 0 else None


def needs_a_compiler() -> None:
    """Skip the test where calls cannot be caught."""
    if _library() is None:
        pytest.skip("there is no C compiler here to catch calls with")


def boce(
    argv: Sequence[str],
    folder: Path,
    stick: Iterable[Path],
    pull: Pull,
    *,
    environ: Mapping[str, str] | None = None,
    seed: int = 5,
) -> tuple[Result, int]:
    """Run one command.

    Args:
        argv: The arguments.
        folder: The data folder is ``data`` in it.
        stick: Folders and files that are on the stick.
        pull: What happens to it.
        environ: Variables of the command.
        seed: Of its randomness.

    Returns:
        How it ended, and how many calls it made on the stick (0 when it was killed).
    """
    counted = folder / "calls"
    counted.unlink(missing_ok=True)
    caught = {
        "LD_PRELOAD": str(_library()),
        "PULL_ROOTS": ":".join(str(path) for path in stick),
        "PULL_HOW": GONE if pull.how == NOWHERE else pull.how,
        "PULL_ERRNO": "2" if pull.how == NOWHERE else "5",
        "PULL_AT": str(pull.at),
        "PULL_COUNT": str(counted),
        "PYTHONPATH": str(ROOT),
    }
    if pull.after:
        caught["PULL_AFTER"] = f"/{pull.after}"
    told = json.dumps(
        {"folder": str(folder), "seed": seed, "argv": list(argv), "environ": dict(environ or {})}
    )
    done = subprocess.run(
        [sys.executable, "-c", _BOCE, told],
        input="",
        capture_output=True,
        env=child_environ(folder, caught),
        cwd=ROOT,
        text=True,
        timeout=_LIMIT,
        check=False,
    )
    calls = int(counted.read_text()) if counted.exists() else 0
    return Result(done.returncode, done.stdout, done.stderr, list(argv)), calls


def spread(calls: int, number: int) -> list[int]:
    """So many of these calls: the first, the last, and evenly between them."""
    if calls <= number:
        return list(range(1, calls + 1))
    return sorted({1 + round(n * (calls - 1) / (number - 1)) for n in range(number)})
