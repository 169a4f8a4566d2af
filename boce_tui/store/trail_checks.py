"""What the doctor says of the trail."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from boce_tui.locale import _, ngettext
from boce_tui.store import notes, trail
from boce_tui.store.check import Check
from boce_tui.store.engine import sqlite3


def trail_checks(folder: Path, conn: sqlite3.Connection) -> Iterator[Check]:
    """Whether every line is what was written, and none is gone."""
    found = trail.read(folder)
    try:
        noted = notes.get(conn, trail.NOTE)
    except sqlite3.Error:  # other checks tell what is wrong with the file
        noted = ""
    if found.unseen:
        numbers = ", ".join(map(str, found.unseen[:5]))
        text = _("The trail was changed: at line {n} something is not what was written.").format(n=numbers)
        yield Check("trail", ok=False, text=text)
    elif not found.holds(noted):
        yield Check("trail", ok=False, text=_("Lines at the end of the trail are gone."))
    elif found.seen:
        numbers = ", ".join(map(str, found.seen[:5]))
        text = _("The trail was changed at line {n}; somebody has seen that, and it stays to be read.")
        yield Check("trail", ok=True, text=text.format(n=numbers))
    elif found.lines:
        text = (
            ngettext(
                "The trail has {n} line, as it was written.",
                "The trail has {n} lines, as they were written.",
                n,
            )
            if (n := len(found.lines))
            else ""
        )
        yield Check("trail", ok=True, text=text.format(n=n))
