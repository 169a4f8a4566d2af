"""A process that says "ready", begins when it is told to, and is killed at some moment."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterable

from tests.support import ROOT


def begun(code: str, *args: object, wrapper: Iterable[str] = ()) -> subprocess.Popen[str]:
    """Start Python code with these arguments; it waits for a line before it does its work."""
    return subprocess.Popen(
        [*wrapper, sys.executable, "-c", code, *(str(arg) for arg in args)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        text=True,
    )


def let_go(child: subprocess.Popen[str], kill_after: float | None) -> float:
    """Let it do its work, and kill it after so many seconds; with None it may finish.

    Returns:
        How long it was at work, in seconds.
    """
    assert child.stdin is not None
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n", child.stderr and child.stderr.read()
    began = time.monotonic()
    child.stdin.write("\n")
    child.stdin.flush()
    if kill_after is None:
        assert child.stdout.readline() == "done\n"
    else:
        time.sleep(kill_after)
        child.kill()
    took = time.monotonic() - began
    child.communicate()
    return took
