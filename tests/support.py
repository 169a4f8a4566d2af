"""What several tests need: surroundings with a fixed clock, and the command line in and outside this process.

Journeys through a pseudo-terminal are in ``tests/terminal.py``.
"""

from __future__ import annotations

import io
import os
import random
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from boce_tui.env import Env

ROOT = Path(__file__).resolve().parent.parent
START = datetime(2041, 5, 12, 12, 0, 0, tzinfo=UTC)
TIMEOUT = 60.0
"""Generous: tests wait for something to be seen, they never sleep for it."""


@dataclass
class Clock:
    """A clock that only moves when it is looked at (by `step`) or told to (`advance`)."""

    now: datetime = START
    step: timedelta = timedelta(seconds=1)

    def __call__(self) -> datetime:
        seen = self.now
        self.now = seen + self.step
        return seen

    def advance(self, **much: float) -> None:
        """Move on, e.g. ``clock.advance(minutes=5)``."""
        self.now += timedelta(**much)


class _TextStream(io.StringIO):
    encoding = "utf-8"


def make_env(
    tmp_path: Path,
    *,
    now: datetime | str | Clock = START,
    lang: str = "nl",
    seed: int = 1,
    stdin: str = "",
    environ: Mapping[str, str] | None = None,
    profile: str = "evaluator",
) -> Env:
    """Surroundings in which two runs do the same: data folder ``tmp_path/data``, own clock and randomness.

    The folder is not made. `now` may be a `Clock`, which the test can then move on itself.
    """
    if isinstance(now, str):
        now = datetime.fromisoformat(now)
    if isinstance(now, datetime):
        now = Clock(now if now.tzinfo else now.replace(tzinfo=UTC))
    return Env(
        data_dir=tmp_path / "data",
        clock=now,
        lang=lang,
        stdin=_TextStream(stdin),
        stdout=_TextStream(),
        stderr=_TextStream(),
        environ=dict(environ or {}),
        entropy=random.Random(seed).randbytes,
        profile=profile,
    )


@dataclass(frozen=True)
class Result:
    """How a command ended and what it wrote."""

    code: int
    out: str
    err: str
    argv: list[str] = field(default_factory=list)

    def ok(self) -> Result:
        """Itself, or a failed test that shows everything the command said."""
        assert self.code == 0, f"boce {' '.join(self.argv)} -> {self.code}\n{self.err}\n{self.out}"
        return self


def run_cli(argv: list[str] | str, env: Env) -> Result:
    """Run the command line in this process with `env` (fast; no process of its own)."""
    from dataclasses import replace

    from boce_tui.cli.main import main
    from boce_tui.locale import language, set_language

    args = argv.split() if isinstance(argv, str) else [str(arg) for arg in argv]
    out, err = _TextStream(), _TextStream()
    before = language()
    try:
        code = main(args, replace(env, stdout=out, stderr=err))
    finally:
        set_language(before)
    return Result(code, out.getvalue(), err.getvalue(), args)


def isolated_environ(home: Path) -> dict[str, str]:
    """The variables that keep a process away from the developer's own settings."""
    return {
        "HOME": str(home),
        "USERPROFILE": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "share"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_STATE_HOME": str(home / "state"),
        "LANG": "C.UTF-8",
        "TZ": "Europe/Amsterdam",
        "TEXTUAL_ANIMATIONS": "none",
    }


def child_environ(home: Path, extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """A complete environment for a child process."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("BOCE_", "XDG_", "LC_", "PYTEST_"))}
    return {**kept, **isolated_environ(home), **(extra or {})}


def boce_command(*args: str) -> list[str]:
    """The command that starts the app as a process of its own."""
    return [sys.executable, "-m", "boce_tui", *args]


def run_boce(
    argv: list[str] | str,
    tmp_path: Path,
    *,
    stdin: str = "",
    environ: Mapping[str, str] | None = None,
    timeout: float = TIMEOUT,
) -> Result:
    """Run the command line as a process, home folder and data folder under `tmp_path`."""
    args = argv.split() if isinstance(argv, str) else [str(arg) for arg in argv]
    home = tmp_path / "home"
    home.mkdir(exist_ok=True)
    extra = {"BOCE_DATA": str(tmp_path / "data"), **(environ or {})}
    done = subprocess.run(
        boce_command(*args),
        input=stdin.encode(),
        capture_output=True,
        env=child_environ(home, extra),
        cwd=tmp_path,
        timeout=timeout,
        check=False,
    )
    return Result(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"), args)
