"""Putting a backup back: what is in it, what is here now, and the exchange of the two."""

from __future__ import annotations

import contextlib
import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from boce_tui.domain.entities import ENTITIES
from boce_tui.env import Env
from boce_tui.errors import BadInput, BoceError, DossierUnavailable
from boce_tui.files import reason as reason_of
from boce_tui.locale import _
from boce_tui.store import backups, companion, erasures, opening, rebuild
from boce_tui.store.engine import DiskFull, DriveGone, connect, explain, header, sqlite3
from boce_tui.store.erasing import carried
from boce_tui.store.lock import WriterLock
from boce_tui.store.migrations import SCHEMA_VERSION, migrate
from boce_tui.store.rows import sound
from boce_tui.store.scrubbing import PENDING

Counts = dict[str, int]


def counts_in(path: Path) -> Counts | None:
    """How many current items of each kind a file holds, by view name; None when it cannot be read."""
    try:
        conn = connect(path, write=False)
    except sqlite3.Error:
        return None
    try:
        rows = conn.execute(
            "select h.entity, count(distinct h.key) from head h join revision r on r.id = h.rev "
            "where r.deleted = 0 and r.payload is not null group by h.entity"
        ).fetchall()
    except sqlite3.Error:
        return None
    finally:
        conn.close()
    found = Counter({ENTITIES[e].view if e in ENTITIES else e: n for e, n in rows})
    return dict(sorted(found.items()))


def check_backup(folder: Path, file: Path) -> None:
    """Refuse a file that cannot be put back.

    Raises:
        BadInput: it is no backup, damaged, newer than this app, or the dossier itself.
    """
    if not file.is_file():
        raise BadInput(
            _("There is no such file."),
            hint=_("Nothing was changed. See the backups with: boce backup --list"),
            place=str(file),
        )
    live = folder / opening.FILE
    if live.exists() and live.samefile(file):
        raise BadInput(_("That file is the dossier itself, not a backup of it."), place=str(file))
    wrong = backups.problem(file)
    try:
        if not wrong and header(file).user_version > SCHEMA_VERSION:
            wrong = _("This backup was made by a newer version of boce; update boce first.")
    except sqlite3.Error as exc:
        raise explain(exc, file) from exc
    if wrong:
        raise BadInput(
            wrong, hint=_("Nothing was changed. See the backups with: boce backup --list"), place=str(file)
        )


def restore(folder: Path, env: Env, file: Path) -> Path | None:
    """Put a backup back; what is here now is saved first.

    What was withdrawn since, and is not known by its id, is still to be taken out: until that is done the
    dossier opens for nobody else (`boce_tui.cycle.withdrawing.finish_restore`).

    Returns:
        Where the present state was saved; None when there was none.

    Raises:
        BadInput: the file cannot be put back; nothing was changed.
        DossierUnavailable: the dossier is in use, or the disk refused; nothing was changed.
    """
    check_backup(folder, file)
    with _writer(folder):
        contents = _contents(folder, file)
        _still_erased(folder, contents)
        contents.facts[opening.AGAIN] = "1"
        kept = save_present(folder, env, "restore")
        replace(folder, env, contents)
    return kept


def restore_names(folder: Path, file: Path, *, replace: bool) -> bool:
    """Put the names file back that belongs to a backup; returns whether there was one to put back.

    Args:
        folder: The folder of the dossier.
        file: The backup.
        replace: Also when there is a names file now; else only when it is missing.

    Raises:
        DossierUnavailable: the disk refused; the names file is as it was.
    """
    try:
        return companion.put_back(folder, file, replace=replace)
    except OSError as exc:
        problem = DossierUnavailable(
            _("The backup was put back, but not its names file: {detail}.").format(detail=reason_of(exc)),
            hint=_("The names file is as it was. Try again with --names."),
            place=companion.FILE,
        )
        problem.told = True
        raise problem from exc


@contextmanager
def _writer(folder: Path) -> Iterator[None]:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = WriterLock.take(folder)
    try:
        yield
    finally:
        lock.release()


def _contents(folder: Path, file: Path) -> rebuild.Contents:
    """Read a backup from a copy of it, brought to this app's schema."""
    work = folder / f"{opening.FILE}.reading"
    work.unlink(missing_ok=True)
    try:
        try:
            source = connect(file, write=False)
        except sqlite3.Error as exc:
            raise explain(exc, file) from exc
        try:
            backups.copy(source, work, own=True)
        finally:
            source.close()
        conn = connect(work, write=True)
        try:
            if header(work).user_version < SCHEMA_VERSION:
                migrate(conn)
            contents = rebuild.read(conn)
        finally:
            conn.close()
    except sqlite3.Error as exc:
        raise explain(exc, folder / opening.FILE) from exc
    finally:
        for leftover in (work, Path(f"{work}-journal")):
            leftover.unlink(missing_ok=True)
    if not all(sound(row) for row in contents.rows):
        raise BadInput(
            _("A revision in this backup is not what was once written: the backup is damaged."),
            hint=_("Nothing was changed. Choose another backup: boce backup --list"),
            place=str(file),
        )
    return contents


def _still_erased(folder: Path, contents: rebuild.Contents) -> None:
    """What was erased since stays erased, and what says so (certificates) stays too."""
    contents.erasures = erasures.union(contents.erasures, carried(folder))
    contents.facts.pop(PENDING, None)
    path = folder / opening.FILE
    if not path.exists():
        return
    try:
        conn = connect(path, write=False)
    except (sqlite3.Error, BoceError):
        return
    try:
        now = rebuild.read(conn)
    except sqlite3.Error:
        return
    finally:
        conn.close()
    if PENDING in now.facts:
        contents.facts[PENDING] = now.facts[PENDING]
    known = {row.id for row in contents.rows}
    lasting = {entity for entity, kind in ENTITIES.items() if kind.lasting}
    contents.rows += [r for r in now.rows if r.entity in lasting and r.id not in known and sound(r)]


def save_present(folder: Path, env: Env, reason: str) -> Path | None:
    """Save what is here now, whatever state it is in; the lock is the caller's."""
    path = folder / opening.FILE
    if not path.exists():
        return None
    backups.settle(path)
    try:
        opening.gate(path)
        conn = connect(path, write=True)
    except (sqlite3.Error, BoceError):
        return save_raw(folder, env, reason)
    try:
        return backups.make(conn, folder, env, reason)
    except DiskFull:
        raise
    except BoceError:
        pass  # too damaged to be copied by its own library
    finally:
        conn.close()
    return save_raw(folder, env, reason)


def save_raw(folder: Path, env: Env, reason: str) -> Path:
    """Copy the file byte by byte; only when nothing in this process has it open."""
    path = folder / opening.FILE
    target = backups.new_name(folder, env, reason, prefix="damaged")
    try:
        shutil.copyfile(path, target)
        journal = Path(f"{path}-journal")
        if journal.exists() and journal.stat().st_size:
            shutil.copyfile(journal, Path(f"{target}-journal"))
        backups.sync(target)
    except OSError as exc:
        target.unlink(missing_ok=True)
        raise DossierUnavailable(
            _("The present state could not be saved first, so nothing was done: {detail}.").format(
                detail=reason_of(exc)
            ),
            hint=_("Make room on the disk and try again."),
            place=str(target),
        ) from exc
    return target


def replace(folder: Path, env: Env, contents: rebuild.Contents) -> None:
    """Put a newly built file in the place of the dossier. The caller holds the lock and saved the old one."""
    path = folder / opening.FILE
    fresh = folder / f"{opening.FILE}.built"
    for leftover in (fresh, Path(f"{fresh}-journal")):
        leftover.unlink(missing_ok=True)
    try:
        rebuild.build(fresh, env, contents)
        backups.sync(fresh)
        _part_from_journal(path)
        _put_in_place(fresh, path)
    except sqlite3.Error as exc:
        raise explain(exc, path) from exc
    finally:
        for leftover in (fresh, Path(f"{fresh}-journal")):
            with contextlib.suppress(OSError):
                leftover.unlink(missing_ok=True)


def _put_in_place(fresh: Path, path: Path) -> None:
    """The moment in which it is decided; when the disk is lost right then, that is said."""
    try:
        fresh.replace(path)
    except OSError as exc:
        try:
            waits, there = fresh.exists(), path.exists()
        except OSError:
            waits = there = False
        if waits:
            raise
        if not there:
            gone = DriveGone(_("The disk gave an error while the dossier was in use."), place=str(path))
            gone.unsure = True
            raise gone from exc


def _part_from_journal(path: Path) -> None:
    """The old journal belongs to the old file, and must never be played into the new one.

    What a killed program left in it goes back into the old file first: who is killed right here then finds
    that file as it was.
    """
    journal = Path(f"{path}-journal")
    backups.settle(path)
    if journal.exists() and journal.stat().st_size:
        raise DriveGone(
            _("The disk gave an error while the dossier was in use."),
            hint=_("Nothing was changed. Check whether the disk is still connected, and try again."),
            place=str(path),
        )
    journal.unlink(missing_ok=True)
