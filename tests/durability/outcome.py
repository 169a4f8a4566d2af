"""What the durability tests tell of themselves: the table at the end of a run, and of docs/reliability.md."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any, Protocol

LONG = os.environ.get("BOCE_DURABILITY") == "long"
"""The long run of ``make durability``."""
SEED = int(os.environ.get("BOCE_SEED", "20410512"))
PROPERTY = "durability"


class Tell(Protocol):
    """Adds to the table: what was done, with which seed, and the numbers of it."""

    def __call__(self, technique: str, note: str = "", **numbers: int) -> None:
        """Tell of one technique; numbers of tests that tell of the same one are added up."""


def table(reports: Iterable[Any]) -> list[str]:
    """The lines of the table: every technique with its numbers, and every one that could not be run here.

    Args:
        reports: Pytest's reports of the tests, passed, failed and skipped.
    """
    rows: dict[str, dict[str, Any]] = {}
    skipped: dict[str, None] = {}
    failed: dict[str, None] = {}
    for report in reports:
        if "tests/durability/" not in report.nodeid:
            continue
        if report.skipped:
            reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
            skipped[f"{report.nodeid.split('::')[-1]}: {reason.removeprefix('Skipped: ')}"] = None
        elif report.failed:
            failed[report.nodeid.split("::")[-1]] = None
        elif report.when == "call":
            for name, (technique, note, numbers) in report.user_properties:
                if name == PROPERTY:
                    row = rows.setdefault(technique, {"note": note, "numbers": {}})
                    for what, count in numbers.items():
                        row["numbers"][what] = row["numbers"].get(what, 0) + count
    if not (rows or skipped or failed):
        return []
    lines = ["| technique | numbers of this run | lost |", "|---|---|---|"]
    for technique, row in sorted(rows.items()):
        numbers = ", ".join(f"{count:,} {what.replace('_', ' ')}" for what, count in row["numbers"].items())
        note = f" ({row['note']})" if row["note"] else ""
        lines.append(f"| {technique} | {numbers}{note} | 0 |")
    lines += [f"| FAILED: {name} | | see above |" for name in failed]
    lines += [f"| skipped here: {name} | | |" for name in skipped]
    return lines
