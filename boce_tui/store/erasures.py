"""Which revisions were erased: a set that only grows, and that beats the payloads wherever they turn up."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from boce_tui.errors import DossierUnavailable
from boce_tui.locale import _
from boce_tui.store.engine import sqlite3

COLUMNS = "rev, by, reason, at"


class Erasure(NamedTuple):
    """One revision whose text was erased.

    Attributes:
        rev: Its id; the revision itself may not be here.
        by: Profile that did it, never a person's name.
        reason: The kind of reason, never words about a person.
        at: When, UTC.
    """

    rev: str
    by: str
    reason: str
    at: str


def every(conn: sqlite3.Connection) -> list[Erasure]:
    """All of them, by revision."""
    rows = conn.execute(f"select {COLUMNS} from erasure order by rev").fetchall()  # noqa: S608
    return [Erasure(*row) for row in rows]


def one(conn: sqlite3.Connection, rev: str) -> Erasure | None:
    """The erasure of one revision, or None."""
    row = conn.execute(f"select {COLUMNS} from erasure where rev = ?", (rev,)).fetchone()  # noqa: S608
    return None if row is None else Erasure(*row)


def union(*sets: Iterable[Erasure]) -> list[Erasure]:
    """All of them once; of two for the same revision the earliest."""
    found: dict[str, Erasure] = {}
    for erasure in (each for these in sets for each in these):
        known = found.get(erasure.rev)
        if known is None or (erasure.at, *erasure) < (known.at, *known):
            found[erasure.rev] = erasure
    return [found[rev] for rev in sorted(found)]


def remaining(conn: sqlite3.Connection) -> int:
    """How many revisions still hold a text that should be gone."""
    sql = "select count(*) from erasure e join revision r on r.id = e.rev where r.payload is not null"
    return int(conn.execute(sql).fetchone()[0])


def empty(conn: sqlite3.Connection) -> None:
    """Take away every text that should be gone; inside a transaction of the caller."""
    conn.execute(
        "update revision set payload = null where payload is not null and id in (select rev from erasure)"
    )


def gone(erasure: Erasure | None) -> DossierUnavailable:
    """What was erased is asked back."""
    if erasure is None:
        message = _("The earlier text was erased at someone's request and cannot come back.")
    else:
        message = _("The earlier text was erased on {date} and cannot come back.").format(date=day(erasure))
    return DossierUnavailable(message, hint=_("Nothing was changed."))


def day(erasure: Erasure) -> str:
    """The day of an erasure as people here write it."""
    try:
        return datetime.fromisoformat(erasure.at).astimezone().strftime("%d-%m-%Y")
    except ValueError:
        return erasure.at
