"""What is read is checked against what was written, also when only an index is damaged."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from boce_tui.domain.interviewing import Answer
from boce_tui.env import Env
from boce_tui.store import Dossier
from boce_tui.store.engine import Damaged
from boce_tui.store.repairing import repair

KEY = "2041/G01/A1/-/all"


def without_index(path: Path, name: str, change: Callable[[sqlite3.Connection], object]) -> None:
    """Change the file while an index does not look: it misses what was changed."""
    conn = sqlite3.connect(path, isolation_level=None)
    conn.execute("pragma writable_schema=on")
    row = conn.execute("select * from sqlite_master where name = ?", (name,)).fetchone()
    conn.execute("delete from sqlite_master where name = ?", (name,))
    conn.close()
    conn = sqlite3.connect(path, isolation_level=None)
    change(conn)
    conn.execute("pragma writable_schema=on")
    conn.execute("insert into sqlite_master values (?, ?, ?, ?, ?)", row)
    conn.close()


def test_a_history_with_a_hole_is_not_shown_as_whole(env: Env) -> None:
    with Dossier.create(env.data_dir, env) as d:
        for text in ("een", "twee", "drie"):
            d.save(Answer(text=text), KEY)
    path = env.data_dir / "dossier.db"

    # The index keeps the row under a key that it no longer has.
    conn = sqlite3.connect(path, isolation_level=None)
    for trigger in ("revision_is_never_changed", "revision_is_never_removed", "revision_makes_head"):
        conn.execute(f"drop trigger {trigger}")
    conn.execute("update revision set key = '2041/G99/A1/-/all' where n = 2")
    conn.close()
    without_index(
        path, "revision_item", lambda c: c.execute(f"update revision set key = '{KEY}' where n = 2")
    )
    with Dossier.open(env.data_dir, env) as d:
        for read in (lambda: d.history(Answer, KEY), lambda: d.undo(Answer, KEY)):
            with pytest.raises(Damaged, match="beschadigd"):
                read()
    assert repair(env.data_dir, env).kept == 3
    with Dossier.open(env.data_dir, env) as d:
        assert len(d.history(Answer, KEY)) == 3


def test_a_revision_between_two_others_that_was_not_found(env: Env) -> None:
    with Dossier.create(env.data_dir, env) as d:
        for text in ("een", "twee", "drie"):
            d.save(Answer(text=text), KEY)
        rows = d.later(d._revisions.line, Answer.entity, KEY).result(60)
        checker = d._revisions._checker
        d.later(checker.whole, rows).result(60)
        with pytest.raises(Damaged):
            d.later(checker.whole, [rows[0], rows[2]]).result(60)
