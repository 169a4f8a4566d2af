#!/usr/bin/env python3
"""Measures what the app promises about speed, each time beside a bare Textual app in the same run.

    run.py start    first useful screen <= 1.4 x an empty app with header and footer
    run.py keys     a key in the notes field <= 1.3 x a bare text area (p95), 1 and 100 kB
    run.py screens  2,000 answers: every screen within 100 ms of a bare screen switch
    run.py all      all of it; exit code 1 when one promise is not kept

Linux only (a pseudo-terminal is used). README.md says how to read the numbers.
"""

from __future__ import annotations

import argparse
import json
import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from benchmarks.dossier import BOCE, grow, long_text, make_example, with_long_answer  # noqa: E402

MINIMAL = [sys.executable, str(HERE / "apps_min.py")]
NOTE_LINES = "6"
"""Height of the notes field on 80 x 24, and of the bare one beside it."""
AS_INSTALLED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""With it set, our modules would be compiled at every start and those of the floor would not."""
BACKGROUND = 200.0
"""Milliseconds; the pauses of the measurement itself are some 100 of these."""
FIRST_SCREEN = "Nu te doen"
"""On the dashboard of the example; on the screen means: usable."""


@dataclass(frozen=True)
class Measured:
    """One promise, and what was measured."""

    what: str
    ours: float
    floor: float
    value: float
    limit: float
    unit: str

    @property
    def kept(self) -> bool:
        """Whether the promise holds."""
        return self.value <= self.limit

    def __str__(self) -> str:
        sign = "ok  " if self.kept else "OVER"
        return (
            f"{sign} {self.what:<44} {self.ours:8.1f} ms  floor {self.floor:7.1f} ms"
            f"  -> {self.value:6.2f} {self.unit} (limit {self.limit:g})"
        )


def ptybench(mode: str, options: list[str], ours: list[str], floor: list[str]) -> list[dict[str, Any]]:
    """Run ptybench on a pair of commands in turn; its results for ours and for the floor."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out.json"
        command = [sys.executable, str(HERE / "ptybench.py"), mode, *options, "--json", str(out)]
        done = subprocess.run(
            [*command, "--vs", shlex.join(floor), "--", *ours],
            stdout=subprocess.DEVNULL,
            env=AS_INSTALLED,
            check=False,
        )
        if done.returncode:
            raise SystemExit(f"ptybench {mode} could not measure {' '.join(ours)}")
        return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]


def start(work: Path, rounds: int) -> Iterator[Measured]:
    """First useful screen, beside an empty app with header, input and footer."""
    data = make_example(work / "start")
    options = ["--expect", FIRST_SCREEN, "--vs-expect", "READY-STATIC", "-n", str(rounds), "--warmup", "2"]
    ours, floor = ptybench("start", options, [*BOCE, "--data", str(data)], [*MINIMAL, "headfoot"])
    yield Measured(
        "first useful screen",
        ours["paint_ms"]["p50"],
        floor["paint_ms"]["p50"],
        ours["ratio_paint"]["p50"],
        1.4,
        "x",
    )


def keys(work: Path, rounds: int) -> Iterator[Measured]:
    """A key in the notes field, beside a bare TextArea with the same text."""
    for size, name in ((1_000, "1 kB"), (100_000, "100 kB")):
        data = make_example(work / f"keys{size}")
        code = with_long_answer(data, size)
        text = work / f"text{size}.txt"
        text.write_text(long_text(size), encoding="utf-8")
        options = ["--expect", "de rol is helder", "-n", str(rounds * 20), "--pre", "<c-end>"]
        ours, floor = ptybench(
            "keys",
            options,
            [*BOCE, "--data", str(data), "interview", code],
            [*MINIMAL, "textarea", str(text), "end", NOTE_LINES],
        )
        yield Measured(
            f"key in the notes field, {name}, 95 %",
            ours["paint_ms"]["p95"],
            floor["paint_ms"]["p95"],
            ours["paint_ms"]["p95"] / floor["paint_ms"]["p95"],
            1.3,
            "x",
        )


def screens(work: Path, rounds: int) -> Iterator[Measured]:
    """Every screen of the app on 2,000 answers, beside a bare screen in the same app."""
    from benchmarks.screens import measure

    data = make_example(work / "screens")
    grow(data, 2_000)
    for name, one in measure(data, max(5, rounds // 2)).items():
        shown, bare, done = map(median, (one.shown, one.bare, one.done))
        yield Measured(f"opening {name}", shown, bare, one.extra, 100.0, "ms")
        if done - shown > BACKGROUND:
            print(f"     {'  nothing left to do after':<44} {done:8.1f} ms")


MODES = {"start": start, "keys": keys, "screens": screens}


def main() -> int:
    """Measure and report; returns the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=[*MODES, "all"])
    parser.add_argument("--rounds", type=int, default=15, help="repetitions (keys: times twenty)")
    parser.add_argument("--json", type=Path, help="also write the numbers here")
    asked = parser.parse_args()
    results = []
    with tempfile.TemporaryDirectory(prefix="boce-bench-") as folder:
        for name in MODES if asked.what == "all" else [asked.what]:
            for result in MODES[name](Path(folder), asked.rounds):
                print(result, flush=True)
                results.append(result)
    if asked.json:
        rows = [{**asdict(result), "kept": result.kept} for result in results]
        asked.json.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")
    return 0 if all(result.kept for result in results) else 1


if __name__ == "__main__":
    sys.exit(main())
