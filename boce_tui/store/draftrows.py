"""The durable half of the drafts: rows in the dossier. On the database thread, in a transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from boce_tui.store.engine import sqlite3
from boce_tui.store.recovery import DRAFT_COLUMNS, DraftState

_SAVED = "draft:"
"""Facts in ``meta``: up to which edit a draft is in a revision. The log says so too, but it is not synced."""


class DraftRows:
    """Drafts as rows.

    Args:
        conn: Connection of the database thread.
    """

    def __init__(self, conn: sqlite3.Connection) -> None:
        self.conn = conn

    def all(self) -> list[DraftState]:
        """Every row."""
        return [DraftState(*row) for row in self.conn.execute(DraftState.select()).fetchall()]

    def keep(self, state: DraftState) -> None:
        """Write a draft, unless what stands there is newer."""
        self.conn.execute(
            f"insert into draft({DRAFT_COLUMNS}) values (?, ?, ?, ?, ?, ?, ?) "  # noqa: S608
            "on conflict(number) do update set base_rev = excluded.base_rev, base_text = excluded.base_text, "
            "text = excluded.text, edit = excluded.edit, at = excluded.at where excluded.edit >= draft.edit",
            state.cells(),
        )

    def settle(self, state: DraftState) -> None:
        """The text as of this moment is in a revision of this same transaction: no row is needed."""
        self.conn.execute("delete from draft where number = ? and edit <= ?", (state.number, state.edit))
        self.conn.execute(
            "insert into meta(name, value) values (?, ?) "
            "on conflict(name) do update set value = excluded.value",
            (f"{_SAVED}{state.number}", str(state.edit)),
        )

    def saved(self) -> dict[int, int]:
        """Number of a draft -> its last edit that is in a revision; since they were last forgotten."""
        sql = "select name, value from meta where name >= ? and name < ?"
        found = self.conn.execute(sql, (_SAVED, f"{_SAVED}~")).fetchall()
        return {int(name.removeprefix(_SAVED)): int(value) for name, value in found}

    def forget(self, numbers: Iterable[int]) -> None:
        """These are over."""
        self.conn.executemany("delete from draft where number = ?", [(number,) for number in numbers])

    def forget_saved(self) -> None:
        """No log holds these numbers any more."""
        self.conn.execute("delete from meta where name >= ? and name < ?", (_SAVED, f"{_SAVED}~"))

    def fields(self) -> set[str]:
        """Every field with a row."""
        return {field for (field,) in self.conn.execute("select distinct field from draft").fetchall()}

    def erase(self, fields: Collection[str]) -> int:
        """Take the rows of these fields away; returns how many there were."""
        sql = "delete from draft where field = ?"
        return sum(self.conn.execute(sql, (field,)).rowcount for field in fields)
