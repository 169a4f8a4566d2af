"""Mending what the doctor found: the derived is made anew, a damaged file rebuilt from what can be read."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from boce_tui.env import Env
from boce_tui.errors import DossierUnavailable
from boce_tui.locale import _
from boce_tui.store import backups, opening, rebuild, restoring
from boce_tui.store.doctor import Check, examine
from boce_tui.store.engine import connect, explain, sqlite3
from boce_tui.store.lock import WriterLock
from boce_tui.store.salvage import Salvaged, salvage


@dataclass
class Repaired:
    """What a repair did.

    Attributes:
        saved: Where the state before it was saved.
        how: ``nothing``, ``derive`` or ``salvage``.
        kept: How many revisions the dossier has now.
        lost: How many could not be read at all.
        suspect: File with the rows that can be read but are not what was once written; None without them.
        after: What the doctor says now.
    """

    saved: Path | None = None
    how: str = "nothing"
    kept: int = 0
    lost: int = 0
    suspect: Path | None = None
    after: list[Check] = field(default_factory=list)


def repair(folder: Path, env: Env) -> Repaired:
    """Mend what can be mended; the present state is saved first.

    Raises:
        DossierUnavailable: in use, not ours, or so damaged that nothing can be read; nothing was changed.
    """
    lock = WriterLock.take(folder)
    try:
        needed = {check.mends for check in examine(folder, env) if not check.ok}
        done = Repaired()
        path = folder / opening.FILE
        try:
            if "salvage" in needed:
                _rebuild(folder, env, done)
            elif "derive" in needed:
                _derive(folder, env, done)
            else:
                done.kept = backups.count(path)
        except sqlite3.Error as exc:
            raise explain(exc, path) from exc
        done.after = examine(folder, env)
        return done
    finally:
        lock.release()


def _derive(folder: Path, env: Env, done: Repaired) -> None:
    done.how = "derive"
    done.saved = restoring.save_present(folder, env, "repair")
    path = folder / opening.FILE
    conn = connect(path, write=True)
    try:
        rebuild.derive(conn)
    finally:
        conn.close()
    done.kept = backups.count(path)


def _rebuild(folder: Path, env: Env, done: Repaired) -> None:
    done.how = "salvage"
    path = folder / opening.FILE
    try:
        found = salvage(path)
    except sqlite3.Error as exc:
        raise DossierUnavailable(
            _("The file is so damaged that nothing in it can be read."),
            hint=_("Nothing was changed. Put a backup back: boce backup --list, then boce restore FILE."),
            place=str(path),
        ) from exc
    if not found.contents.rows:
        raise DossierUnavailable(
            _("No revision in the file can be read any more."),
            hint=_("Nothing was changed. Put a backup back: boce backup --list, then boce restore FILE."),
            place=str(path),
        )
    done.saved = restoring.save_raw(folder, env, "repair")
    done.suspect = _set_aside(folder, env, found)
    restoring.replace(folder, env, found.contents)
    done.kept, done.lost = len(found.contents.rows), found.missing


def _set_aside(folder: Path, env: Env, found: Salvaged) -> Path | None:
    """Keep what can be read but not trusted, for a person to look at."""
    if not found.suspect:
        return None
    target = backups.new_name(folder, env, "suspect", prefix="damaged").with_suffix(".jsonl")
    lines = [json.dumps(cells, ensure_ascii=True, default=repr) for cells in found.suspect]
    backups.create_file(target)
    target.write_text("\n".join(lines) + "\n", "utf-8")
    return target
