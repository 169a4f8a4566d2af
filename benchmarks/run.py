#!/usr/bin/env python3
"""Measures what the app promises about speed, each time beside a bare Textual app in the same run.

    run.py start      first useful screen <= 1.4 x an empty app with header and footer
    run.py keys       200,000 answers: a key in the notes field <= 1.3 x a bare text area (p95), 1 kB to 1 MB
    run.py questions  200,000 answers: any question of an interview within 50 ms of a bare screen switch
    run.py screens    2,000 answers: every screen within 100 ms of a bare screen switch
    run.py merge      merging 5,000 revisions <= 1.5 x a plain insert of the same rows; twice as many <= 2.3 x
    run.py growth     twice the interviews and recommendations: report, review file and more <= 2.3 x as long
    run.py all        all of it; exit code 1 when one promise is not kept

Making 200,000 answers takes minutes: --dossiers FOLDER keeps them for the next time.
Linux only (a pseudo-terminal is used). README.md says how to read the numbers.
"""

from __future__ import annotations

import argparse
import json
import os
import shlex
import shutil
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
SOME, MANY = 2_000, 200_000
"""Answers: of a large round, and more than all years together will ever have."""
SIZES = (80, 24), (120, 40)
REVISIONS = 5_000
"""Of a bundle: weeks of work of one evaluator."""
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
    data = kept_dossier(work, 0)
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
    """A key in the notes field, beside a bare TextArea with the same text, in a dossier of many years."""
    data = kept_dossier(work, MANY)
    base = 0.0
    for size, name in ((1_000, "1 kB"), (10_000, "10 kB"), (100_000, "100 kB"), (1_000_000, "1 MB")):
        code = with_long_answer(data, size)
        text = work / f"text{size}.txt"
        text.write_text(long_text(size), encoding="utf-8")
        options = [
            "--expect",
            "de rol is helder",
            "-n",
            str(rounds * 20),
            "--blocks",
            "6",
            "--pre",
            "<c-end>",
        ]
        ours, floor = ptybench(
            "keys",
            options,
            [*BOCE, "--data", str(data), "interview", code],
            [*MINIMAL, "textarea", str(text), "end", NOTE_LINES],
        )
        found = ours["paint_ms"]["p95"]
        bare = floor["paint_ms"]["p95"]
        yield Measured(f"key in the notes field, {name}, 95 %", found, bare, found / bare, 1.3, "x")
        base = base or ours["paint_ms"]["p50"]
        print(
            f"     {'  half of the keys, beside those at 1 kB':<44} {ours['paint_ms']['p50'] / base:8.2f} x"
        )


def questions(work: Path, rounds: int) -> Iterator[Measured]:
    """Every question of an interview, beside a bare screen in the same app, in a dossier of many years."""
    from benchmarks.questions import measure

    data = kept_dossier(work, MANY)
    code = with_long_answer(data, 1_000)
    for size in SIZES:
        found = measure(data, code, max(5, rounds // 3), size)
        name, worst = max(found.items(), key=lambda item: item[1].extra)
        half = median(one.extra for one in found.values())
        shown, bare = map(median, (worst.shown, worst.bare))
        where = "{} x {}".format(*size)
        yield Measured(
            f"the slowest of {len(found)} questions ({name}), {where}", shown, bare, worst.extra, 50.0, "ms"
        )
        print(f"     {'  half of the questions: more than the bare screen':<44} {half:8.1f} ms")


def screens(work: Path, rounds: int) -> Iterator[Measured]:
    """Every screen of the app on 2,000 answers, beside a bare screen in the same app."""
    from benchmarks.screens import measure

    for size in SIZES:
        print("     {} x {}".format(*size))
        data = kept_dossier(work, SOME)
        for name, one in measure(data, max(5, rounds // 2), size).items():
            shown, bare, done = map(median, (one.shown, one.bare, one.done))
            yield Measured(f"opening {name}", shown, bare, one.extra, 100.0, "ms")
            if done - shown > BACKGROUND:
                print(f"     {'  nothing left to do after':<44} {done:8.1f} ms")


def merging(work: Path, rounds: int) -> Iterator[Measured]:
    """A bundle of 5,000 revisions, beside a plain insert of the same rows with their digests checked."""
    from benchmarks.merging import measure

    del work
    found = measure((REVISIONS, 2 * REVISIONS), rounds)
    for revisions, times in found.items():
        ours, floor = median(times.merge), median(times.plain)
        yield Measured(f"merging {revisions:,} revisions", ours, floor, times.ratio, 1.5, "x")
        print(f"     {'  of which opening the bundle':<44} {median(times.read):8.1f} ms")
        print(f"     {'  making it findable, in the background':<44} {median(times.index):8.1f} ms")
    small, large = found.values()
    once, twice = median(small.merge), median(large.merge)
    ratio = median(b / a for a, b in zip(small.merge, large.merge, strict=True))
    yield Measured("twice as many revisions", twice, once, ratio, 2.3, "x")


def growth(work: Path, rounds: int) -> Iterator[Measured]:
    """A hundred interviews and three hundred recommendations, beside twice as many."""
    from benchmarks.growth import measure

    for one in measure(work, max(3, rounds // 4)):
        yield Measured(f"{one.what}, twice the input", one.twice, one.once, one.ratio, 2.3, "x")


def kept_dossier(work: Path, answers: int) -> Path:
    """The example with that many answers; made when it is not there yet."""
    data = work / f"answers{answers}"
    if not (data / "ready").exists():
        print(f"     making a dossier of {answers} answers", flush=True)
        shutil.rmtree(data, ignore_errors=True)
        make_example(data)
        grow(data, answers)
        (data / "ready").touch()
    return data


MODES = {
    "start": start,
    "keys": keys,
    "questions": questions,
    "screens": screens,
    "merge": merging,
    "growth": growth,
}


def main() -> int:
    """Measure and report; returns the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=[*MODES, "all"])
    parser.add_argument("--rounds", type=int, default=15, help="repetitions (keys: times twenty)")
    parser.add_argument("--json", type=Path, help="also write the numbers here")
    parser.add_argument("--dossiers", type=Path, help="folder in which the dossiers stay for the next time")
    asked = parser.parse_args()
    results = []
    with tempfile.TemporaryDirectory(prefix="boce-bench-") as folder:
        work = asked.dossiers or Path(folder)
        work.mkdir(parents=True, exist_ok=True)
        for name in MODES if asked.what == "all" else [asked.what]:
            for result in MODES[name](work, asked.rounds):
                print(result, flush=True)
                results.append(result)
    if asked.json:
        rows = [{**asdict(result), "kept": result.kept} for result in results]
        asked.json.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")
    return 0 if all(result.kept for result in results) else 1


if __name__ == "__main__":
    sys.exit(main())
