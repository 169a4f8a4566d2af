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
    if not write:
        record(dossier, "look")
        return
    _tell_what_is_gone(dossier)
    mark = trail.record(dossier.folder, dossier.env, "open")
    if mark:
        _remember_with_work(dossier, mark)


def _tell_what_is_gone(dossier: Dossier) -> None:
    noted = dossier.noted(trail.NOTE)
    found = trail.read(dossier.folder)
    if noted and not found.lines:
        record(dossier, "begin", earlier=_number(noted))
    elif not found.holds(noted):
        record(dossier, "gap", known=_number(noted))


def _remember_with_work(dossier: Dossier, mark: str) -> None:
    """Remember the line with the first thing that is saved: who only looks leaves the file as it was."""
    waits = True

    def changed(_entity: str, _key: str) -> None:
        nonlocal waits
        if waits:
            waits = False
            if _number(dossier.noted(trail.NOTE)) < _number(mark):
                dossier.note(trail.NOTE, mark)

    dossier.on_change(changed)


def accept(dossier: Dossier) -> bool:
    """Somebody has seen what is wrong in the trail; it stays there to be read.

    Returns:
        False when nothing was wrong, or the trail cannot be written.
    """
    dossier.check_writable()
    found = trail.read(dossier.folder)
    if not found.unseen and found.holds(dossier.noted(trail.NOTE)):
        return False
    _tell_what_is_gone(dossier)
    mark = trail.accept(dossier.folder, dossier.env)
    if mark:
        dossier.note(trail.NOTE, mark)
    return bool(mark)


def _number(mark: str) -> int:
    return int(mark.split(" ")[0]) if mark else 0


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
