"""Is everything in the dossier what it should be? Looking changes nothing and works beside an open app."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from boce_tui.domain.entities import ENTITIES
from boce_tui.env import Env
from boce_tui.errors import BoceError
from boce_tui.locale import _, ngettext
from boce_tui.store import backups, fulltext, opening, rebuild, unsearched, views
from boce_tui.store.check import Check
from boce_tui.store.draftlog import look
from boce_tui.store.draftrows import DraftRows
from boce_tui.store.drafts import FOLDER as DRAFTS
from boce_tui.store.engine import Damaged, explain, sqlite3, uri
from boce_tui.store.erased_checks import erased_checks
from boce_tui.store.migrations import SCHEMA_VERSION, migrate
from boce_tui.store.recovery import replay
from boce_tui.store.rows import COLUMNS, RevisionRow, from_sql, sound, stored
from boce_tui.store.trail_checks import trail_checks

__all__ = ["Check", "examine", "sick"]

_MOST_NAMED = 5


def examine(folder: Path, env: Env) -> list[Check]:
    """Look at everything.

    Raises:
        DossierUnavailable: there is no dossier here, or it is not ours to look at.
    """
    del env  # looking needs no clock, but mending does, and they are called alike
    path = folder / opening.FILE
    found = opening.gate(path)
    if found.user_version > SCHEMA_VERSION:
        return [Check("version", ok=True, text=opening.newer()), *_backups(folder), *_place(folder)]
    try:
        opened = opening.open_to_read(path, found, finishing=True)
    except Damaged as exc:
        return [Check("file", ok=False, text=exc.message, mends="salvage"), *_backups(folder)]
    try:
        checks = list(_inside(opened.conn))
        checks += trail_checks(folder, opened.conn)
    finally:
        opened.conn.close()
    return [*checks, *_settings(path), *_backups(folder), *_place(folder)]


def sick(checks: list[Check]) -> bool:
    """True when something is wrong."""
    return any(not check.ok for check in checks)


def _inside(conn: sqlite3.Connection) -> Iterator[Check]:
    parts: list[tuple[str, Callable[[], Iterator[Check]]]] = [
        ("pages", lambda: _pages(conn)),
        ("revisions", lambda: _revisions(conn)),
        ("erased", lambda: erased_checks(conn)),
        ("heads", lambda: _heads(conn)),
        ("search", lambda: _search(conn)),
        ("schema", lambda: _schema(conn)),
        ("drafts", lambda: _draft_rows(conn)),
    ]
    for name, part in parts:
        try:
            yield from part()
        except (sqlite3.Error, ValueError, TypeError) as exc:
            yield Check(name, ok=False, text=_cannot_read(exc), mends="salvage")


def _cannot_read(exc: Exception) -> str:
    return _("This part of the file cannot be read: {detail}.").format(detail=str(exc).rstrip("."))


def _pages(conn: sqlite3.Connection) -> Iterator[Check]:
    wrong = [row[0] for row in conn.execute("pragma integrity_check(20)").fetchall()]
    keys = conn.execute("pragma foreign_key_check").fetchall()
    if wrong == ["ok"] and not keys:
        yield Check("pages", ok=True, text=_("The file is whole."))
    elif wrong == ["ok"]:
        yield Check(
            "pages", ok=False, text=_("The overview of what is current is not right."), mends="derive"
        )
    else:
        text = _("The file is damaged: {detail}.").format(detail="; ".join(wrong[:_MOST_NAMED]))
        yield Check("pages", ok=False, text=text, mends="salvage")


def _rows(conn: sqlite3.Connection) -> list[RevisionRow]:
    sql = f"select {COLUMNS} from revision order by n"  # noqa: S608
    return [from_sql(cells) for cells in conn.execute(sql).fetchall()]


def _revisions(conn: sqlite3.Connection) -> Iterator[Check]:
    rows = _rows(conn)
    altered = [row for row in rows if not sound(row)]
    if altered:
        text = ngettext(
            "{n} revision is not what was once written: {names}.",
            "{n} revisions are not what was once written: {names}.",
            len(altered),
        )
        yield Check("revisions", ok=False, text=_named(text, altered), mends="salvage")
    else:
        text = ngettext(
            "{n} revision, as it was written.", "{n} revisions, all as they were written.", len(rows)
        )
        yield Check("revisions", ok=True, text=text.format(n=len(rows)))
    unreadable = [row for row in rows if sound(row) and not _understood(row)]
    if unreadable:
        text = ngettext(
            "{n} revision cannot be understood by this version of the app: {names}.",
            "{n} revisions cannot be understood by this version of the app: {names}.",
            len(unreadable),
        )
        yield Check("payloads", ok=False, text=_named(text, unreadable))
    yield from _numbers(conn)


def _understood(row: RevisionRow) -> bool:
    if row.entity not in ENTITIES:
        return False
    try:
        stored(row)
    except BoceError:
        return False
    return True


def _named(text: str, rows: list[RevisionRow]) -> str:
    names = [f"{row.entity}:{row.key}" for row in rows[:_MOST_NAMED]]
    if len(rows) > _MOST_NAMED:
        names.append("...")
    return text.format(n=len(rows), names=", ".join(names))


def _numbers(conn: sqlite3.Connection) -> Iterator[Check]:
    sql = (
        "select replica, max(seq) - count(distinct seq) from revision where replica <> '' "
        "group by replica having max(seq) <> count(distinct seq)"
    )
    missing = sum(row[1] for row in conn.execute(sql).fetchall())
    known = conn.execute("select value from meta where name = 'known_gaps'").fetchone()
    if missing > int(known[0] if known else 0):
        text = ngettext(
            "{n} revision that was once written is missing.",
            "{n} revisions that were once written are missing.",
            missing,
        )
        yield Check("numbers", ok=False, text=text.format(n=missing), mends="salvage")


def _heads(conn: sqlite3.Connection) -> Iterator[Check]:
    rows = _rows(conn)
    item = {row.id: (row.entity, row.key) for row in rows}
    edges = {(parent, row.id) for row in rows for parent in row.parents}
    followed = {parent for parent, child in edges if item.get(parent) == item[child]}
    heads = {(row.entity, row.key, row.id) for row in rows if row.id not in followed}
    if heads != set(conn.execute("select entity, key, rev from head").fetchall()) or edges != set(
        conn.execute("select parent, child from edge").fetchall()
    ):
        yield Check(
            "heads", ok=False, text=_("The overview of what is current is not right."), mends="derive"
        )
        return
    yield Check("heads", ok=True, text=_("The overview of what is current is right."))
    twice = conn.execute(
        "select h.entity, h.key from head h join revision r on r.id = h.rev where r.payload is not null "
        "group by h.entity, h.key having count(*) > 1"
    ).fetchall()
    if twice:
        text = ngettext(
            "{n} item has two versions that someone has to compare: {names}.",
            "{n} items have two versions that someone has to compare: {names}.",
            len(twice),
        )
        names = ", ".join(f"{entity}:{key}" for entity, key in twice[:_MOST_NAMED])
        yield Check("versions", ok=True, text=text.format(n=len(twice), names=names))


def _search(conn: sqlite3.Connection) -> Iterator[Check]:
    later = set(unsearched.waiting(conn))  # found nevertheless
    wanted = {(e, k): text for e, k, text in rebuild.expected_words(conn) if text and (e, k) not in later}
    if {item: text for item, text in fulltext.contents(conn).items() if item not in later} == wanted:
        yield Check("search", ok=True, text=_("The search index is complete."))
    else:
        yield Check("search", ok=False, text=_("The search index is not complete."), mends="derive")


def _schema(conn: sqlite3.Connection) -> Iterator[Check]:
    fresh = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate(fresh)
        wanted = _structure(fresh)
    finally:
        fresh.close()
    if _structure(conn) != wanted:
        yield Check(
            "schema", ok=False, text=_("The structure of the file was changed by hand."), mends="salvage"
        )
    elif not views.current(conn):
        yield Check("schema", ok=True, text=_("The views for other programs are renewed when boce opens."))
    else:
        yield Check("schema", ok=True, text=_("The structure of the file is as it should be."))


def _structure(conn: sqlite3.Connection) -> set[tuple[str, str, str]]:
    sql = (
        "select type, name, coalesce(sql, '') from sqlite_master "
        "where type <> 'view' and name not like 'sqlite_%'"
    )
    return set(conn.execute(sql).fetchall())


def _draft_rows(conn: sqlite3.Connection) -> Iterator[Check]:
    folder = Path(conn.execute("pragma database_list").fetchone()[2]).parent / DRAFTS
    rows = DraftRows(conn)
    waiting = len(replay(look(folder), rows.all(), rows.saved()).trails)
    if waiting:
        text = ngettext(
            "{n} text was being typed and is kept as a draft; boce shows it when it opens.",
            "{n} texts were being typed and are kept as drafts; boce shows them when it opens.",
            waiting,
        )
        yield Check("drafts", ok=True, text=text.format(n=waiting))


def _settings(path: Path) -> Iterator[Check]:
    """The settings that are kept in the file itself; the others are set and asserted at every opening."""
    conn = sqlite3.connect(uri(path.absolute(), "mode=ro"), uri=True)
    try:
        mode = conn.execute("pragma journal_mode").fetchone()[0]
    except sqlite3.Error as exc:
        yield Check("settings", ok=False, text=explain(exc, path).message, mends="salvage")
        return
    finally:
        conn.close()
    if mode == "wal":
        yield Check(
            "settings", ok=False, text=_("Another program changed how the file is written."), mends="derive"
        )


def _backups(folder: Path) -> Iterator[Check]:
    made = backups.listed(folder)
    broken = [backup.path.name for backup in made if backups.problem(backup.path)]
    if broken:
        text = _("These backups cannot be read: {names}.").format(names=", ".join(broken))
        yield Check("backups", ok=False, text=text)
    elif made:
        text = ngettext("{n} backup, readable.", "{n} backups, all readable.", len(made))
        yield Check("backups", ok=True, text=text.format(n=len(made)))
    else:
        yield Check("backups", ok=True, text=_("There are no backups yet. Make one with: boce backup"))


def _place(folder: Path) -> Iterator[Check]:
    """Folders that other machines write in too (R113)."""
    parts = [part.lower() for part in folder.absolute().parts]
    shared = (
        "onedrive",
        "dropbox",
        "google drive",
        "googledrive",
        "icloud",
        "nextcloud",
        "sharepoint",
        "stack",
    )
    if str(folder).startswith("\\\\") or any(part.startswith(shared) for part in parts):
        text = _(
            "The dossier is in a folder that is shared or synchronised. Only use it on one laptop at a time."
        )
        yield Check("place", ok=True, text=text)
