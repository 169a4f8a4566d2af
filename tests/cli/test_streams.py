"""Streams that are closed or full, as a script or a service gives them: the work goes on, quietly."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import ROOT, boce_command, child_environ

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="streams of a POSIX shell")

SET = str(ROOT / "surveys" / "annual_evaluation.toml")


def shell(tmp_path: Path, redirect: str, *args: str) -> subprocess.CompletedProcess[str]:
    """Run ``boce`` with `redirect` of the shell behind it; its own output is buffered as it usually is."""
    home = tmp_path / "home"
    home.mkdir(exist_ok=True)
    environ = child_environ(home, {"BOCE_DATA": str(tmp_path / "data")})
    environ.pop("PYTHONUNBUFFERED", None)
    return subprocess.run(
        ["/bin/sh", "-c", f'exec "$@" {redirect}', "sh", *boce_command(*args)],
        capture_output=True,
        text=True,
        env=environ,
        cwd=ROOT,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("redirect", [">&-", "2>&-", "<&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize(
    ("args", "code"), [(("survey", "check", SET), 0), (("round", "list"), 4), (("--nope",), 2)]
)
def test_closed_streams_change_neither_the_work_nor_the_exit_code(
    tmp_path: Path, redirect: str, args: tuple[str, ...], code: int
) -> None:
    done = shell(tmp_path, redirect, *args)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
def test_a_full_disk_behind_stdout_is_told_once_and_nothing_more(tmp_path: Path) -> None:
    done = shell(tmp_path, ">/dev/full", "survey", "list")
    assert done.returncode == 3
    assert done.stderr.strip().splitlines() == ["De uitvoer kon niet worden geschreven: de schijf is vol."]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
def test_a_log_on_a_full_disk_does_not_stop_the_work(tmp_path: Path) -> None:
    done = shell(tmp_path, "2>/dev/full", "round", "list")
    assert done.returncode == 4


def test_a_reader_of_the_messages_that_has_gone_does_not_stop_the_work(tmp_path: Path) -> None:
    shell(tmp_path, "", "demo", "--no-open")
    target = tmp_path / "r.md"
    shell(tmp_path, "2>&1 | head -c 0", "report", "--to", str(target))
    assert target.exists()
