"""What can still be read from a damaged file: revisions, in ever smaller ranges around the damage."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from boce_tui.store import rawpages
from boce_tui.store.engine import connect_damaged, sqlite3
from boce_tui.store.erasures import COLUMNS as ERASURE
from boce_tui.store.erasures import Erasure, union
from boce_tui.store.rebuild import Contents
from boce_tui.store.recovery import DraftState
from boce_tui.store.rows import COLUMNS, RevisionRow, from_sql, sound

_STEP = 512
_SMALLEST = 250
"""No row takes fewer bytes than this."""
_INDEXES = (
    ("revision_hlc", "hlc > ''"),
    ("revision_item", "entity > ''"),
    ("revision_replica", "replica >= ''"),
)
_AS_STORED = (
    "id", "entity", "key", "parents", "replica", "seq", "hlc", "author", "at", "kind", "payload", "deleted",
    "sha256",
)  # fmt: skip
"""The columns after the number, as they lie in a row."""
_Cells = tuple[Any, ...]


@dataclass
class Salvaged:
    """What came out of a damaged file.

    Attributes:
        suspect: Rows that can be read but are not what was once written, as they are.
        lost: Numbers of rows that cannot be read at all.
        last_known: False when the last row number could only be guessed.
    """

    contents: Contents = field(default_factory=Contents)
    suspect: list[_Cells] = field(default_factory=list)
    lost: list[int] = field(default_factory=list)
    last_known: bool = True

    @property
    def missing(self) -> int:
        """How many revisions were once written and cannot be read."""
        by_number = self.contents.gaps() - len(self.suspect)
        return max(by_number, len(self.lost) if self.last_known else 0, 0)


def salvage(path: Path) -> Salvaged:
    """Read everything that can be read.

    Raises:
        sqlite3.Error: not even the first page can be read.
    """
    found = Salvaged()
    conn = connect_damaged(path)
    try:
        conn.execute("select count(*) from sqlite_master").fetchone()
        _revisions(conn, path, found)
        facts = _rows(conn, "select name, value from meta")
        found.contents.facts = {name: value for name, value in facts if _is_text(name) and _is_text(value)}
        found.contents.erasures = _erasures(conn, found.contents.rows)
        for cells in _rows(conn, "select number, field, base_rev, base_text, text, edit, at from draft"):
            if all(_is_text(cell) or isinstance(cell, int) for cell in cells):
                found.contents.drafts.append(DraftState(*cells))
    finally:
        conn.close()
    _past_the_tree(path, found)
    return found


def _past_the_tree(path: Path, found: Salvaged) -> None:
    """What the tree no longer leads to but still stands on its page, when its digest says it is whole."""
    known = {row.id for row in found.contents.rows}
    order = [COLUMNS.split(", ").index(name) for name in _AS_STORED]
    numbers = set()
    for number, stored in rawpages.rows(path, len(_AS_STORED) + 1):
        cells = [
            cell for _place, cell in sorted(zip(order, stored[1:], strict=True), key=lambda pair: pair[0])
        ]
        row = _readable(tuple(cells))
        if row is None or row.erased or row.id in known or not sound(row):
            continue
        known.add(row.id)
        numbers.add(number)
        found.contents.rows.append(row if _is_text(row.replica) else _of_nobody(row))
    found.lost = [number for number in found.lost if number not in numbers]


def _of_nobody(row: RevisionRow) -> RevisionRow:
    """Who wrote it is not covered by its digest; without that it is as a revision from elsewhere."""
    return msgspec.structs.replace(row, replica="", seq=None)


def _revisions(conn: sqlite3.Connection, path: Path, found: Salvaged) -> None:
    def take(cells: _Cells) -> None:
        row = _readable(cells[1:])
        if row is not None and not _is_text(row.replica):
            row = _of_nobody(row)
        if row is not None and sound(row):
            found.contents.rows.append(row)
        else:
            found.suspect.append(cells)

    last, found.last_known = _last_number(conn, path)
    for first in range(1, last + 1, _STEP):
        _range(conn, first, min(first + _STEP - 1, last), take, found.lost)


def _last_number(conn: sqlite3.Connection, path: Path) -> tuple[int, bool]:
    """The last row number, and whether that is known rather than the most there can be."""
    ways = ["", *(f"indexed by {name} where {where}" for name, where in _INDEXES)]
    for way in ways:
        try:
            row = conn.execute(f"select max(n) from revision {way}").fetchone()  # noqa: S608
        except sqlite3.Error:
            continue
        return int(row[0] or 0), True
    return path.stat().st_size // _SMALLEST + 1, False


def _range(
    conn: sqlite3.Connection, first: int, last: int, take: Callable[[_Cells], None], lost: list[int]
) -> None:
    sql = f"select n, {COLUMNS} from revision not indexed where n between ? and ? order by n"  # noqa: S608
    try:
        rows = conn.execute(sql, (first, last)).fetchall()
    except (sqlite3.Error, UnicodeError):
        if first == last:
            lost.append(first)
        else:
            middle = (first + last) // 2
            _range(conn, first, middle, take, lost)
            _range(conn, middle + 1, last, take, lost)
        return
    for row in rows:
        take(row)


def _readable(cells: _Cells) -> RevisionRow | None:
    try:
        row = from_sql(cells)
        msgspec.convert(msgspec.to_builtins(row), RevisionRow)
        if row.payload is not None:
            json.loads(row.payload)
    except (ValueError, TypeError, msgspec.MsgspecError):
        return None
    return row


def _is_text(cell: object) -> bool:
    """False for what a flipped bit made unwritable, or something else than a text."""
    return isinstance(cell, str) and not any("\ud800" <= char <= "\udfff" for char in cell)


def _erasures(conn: sqlite3.Connection, rows: list[RevisionRow]) -> list[Erasure]:
    """What was erased: as it can be read, and every row that holds nothing any more."""
    known = [Erasure(*cells) for cells in _rows(conn, f"select {ERASURE} from erasure")]  # noqa: S608
    return union(known, (Erasure(row.id, "", "salvaged", row.at) for row in rows if row.erased))


def _rows(conn: sqlite3.Connection, sql: str) -> list[Any]:
    try:
        return conn.execute(sql).fetchall()
    except (sqlite3.Error, UnicodeError):
        return []
