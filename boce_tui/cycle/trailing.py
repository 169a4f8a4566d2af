"""What goes into the trail: opens, exports, merges, restores, erasures, repairs, unlocks (R118)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from boce_tui.env import Env
from boce_tui.store import Dossier, trail
from boce_tui.store.trail import Fact

if TYPE_CHECKING:
    from boce_tui.names import Names


def opened(dossier: Dossier, *, write: bool) -> None:
    """Somebody opened the dossier; a trail that lost lines says so from then on."""
    if write:
        noted = dossier.noted(trail.NOTE)
        found = trail.read(dossier.folder)
        if noted and not found.lines:
            trail.record(dossier.folder, dossier.env, "begin", earlier=int(noted.split(" ")[0]))
        elif not found.holds(noted):
            trail.record(dossier.folder, dossier.env, "gap", known=int(noted.split(" ")[0]))
    record(dossier, "open" if write else "look")


def record(dossier: Dossier, kind: str, **facts: Fact) -> None:
    """Add a line, and let the dossier remember it when it can be written. Never content."""
    mark = trail.record(dossier.folder, dossier.env, kind, **facts)
    if mark and dossier.writable:
        dossier.note(trail.NOTE, mark)


def record_in(folder: Path, env: Env, kind: str, **facts: Fact) -> None:
    """Add a line where no dossier is open."""
    trail.record(folder, env, kind, **facts)


def listen(names: Names, dossier: Dossier) -> Names:
    """The names, whose unlocking goes into the trail."""
    names.noticed = lambda what: record(dossier, what)
    return names
