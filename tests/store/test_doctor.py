"""What goes wrong in a file is seen, named, and mended without losing what can be read."""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from boce_tui.domain.interviewing import Answer
from boce_tui.env import Env
from boce_tui.errors import DossierUnavailable
from boce_tui.store import Dossier, engine
from boce_tui.store.doctor import Check, examine, sick
from boce_tui.store.repairing import repair

COUNT = 120


def key(number: int) -> str:
    return f"2041/G{number // 40:02d}/A{number % 40}/-/all"


@pytest.fixture
def filled(env: Env) -> Env:
    with Dossier.create(env.data_dir, env) as d, d.change():
        for number in range(COUNT):
            d.save(Answer(text=f"antwoord{number} " + "over de samenwerking " * 20), key(number))
    return env


def path_of(env: Env) -> Path:
    return env.data_dir / "dossier.db"


def tamper(env: Env, *statements: str) -> None:
    """Change the file as someone with a database tool could."""
    conn = sqlite3.connect(path_of(env))
    conn.execute("pragma writable_schema=on")
    for statement in statements:
        conn.execute(statement)
    conn.commit()
    conn.close()


def wrong(checks: list[Check]) -> set[str]:
    return {check.name for check in checks if not check.ok}


def test_sound_dossier_is_sound_and_looking_changes_nothing(filled: Env) -> None:
    before = path_of(filled).read_bytes()
    checks = examine(filled.data_dir, filled)
    assert not sick(checks)
    assert {"pages", "revisions", "heads", "search", "schema", "backups"} <= {c.name for c in checks}
    assert path_of(filled).read_bytes() == before
    assert repair(filled.data_dir, filled).how == "nothing"


def test_looking_works_beside_an_open_app(filled: Env) -> None:
    with Dossier.open(filled.data_dir, filled) as d:
        assert not sick(examine(filled.data_dir, filled))
        with pytest.raises(DossierUnavailable):
            repair(filled.data_dir, filled)
        d.save(Answer(text="nog steeds"), key(0))


@pytest.mark.parametrize(
    ("statements", "name"),
    [
        (["delete from head where key = '2041/G00/A1/-/all'"], "heads"),
        (["insert into head select 'answer', key, id from revision limit 1"], "heads"),
        (["delete from edge"], "heads"),
        (["delete from search where rowid = 5"], "search"),
        (["update search set body = 'iets anders' where rowid = 5"], "search"),
        (["insert into searched(entity, key) values ('answer', 'spook')"], "search"),
    ],
)
def test_derived_tables_are_compared_and_made_anew(filled: Env, statements: list[str], name: str) -> None:
    with Dossier.open(filled.data_dir, filled) as d:
        d.save(Answer(text="tweede versie"), key(0))
    tamper(filled, *statements)
    if statements[0].startswith("insert into searched"):
        # An entry without text is found by nobody and harms nobody.
        assert not sick(examine(filled.data_dir, filled))
        return
    assert name in wrong(examine(filled.data_dir, filled))
    done = repair(filled.data_dir, filled)
    assert done.how == "derive"
    assert not sick(done.after)
    assert done.saved is not None
    assert done.saved.exists()
    with Dossier.open(filled.data_dir, filled) as d:
        assert len(d.all(Answer)) == COUNT
        assert next(h.key for h in d.search("antwoord5")) == key(5)


def test_altered_text_is_seen_although_sqlite_sees_nothing(filled: Env) -> None:
    tamper(
        filled,
        "drop trigger revision_is_never_changed",
        f"update revision set payload = replace(payload, 'antwoord7 ', 'verzonnen ') where key = '{key(7)}'",
        f"update revision set author = 'iemand' where key = '{key(8)}'",
    )
    checks = examine(filled.data_dir, filled)
    assert wrong(checks) >= {"revisions", "schema"}
    assert "pages" not in wrong(checks)
    (seen,) = [check for check in checks if check.name == "revisions"]
    assert key(7) in seen.text
    assert key(8) in seen.text
    with Dossier.open(filled.data_dir, filled) as d:
        sql = "select rev from head where key = ?"
        rev = d.later(lambda: d._conn.execute(sql, (key(7),)).fetchone()[0]).result(60)
        reads: list[Callable[[], object]] = [
            lambda: d.revision(rev),
            lambda: d.export_rows([rev]),
            lambda: d.head_rows(Answer),
            lambda: d.get(Answer, key(7)),
            lambda: d.all(Answer),
            lambda: d.heads(Answer, key(7)),
            lambda: d.history(Answer, key(7)),
            lambda: d.undo(Answer, key(7)),
        ]
        for read in reads:
            with pytest.raises(DossierUnavailable, match="beschadigd"):
                read()
        assert d.get(Answer, key(6)) is not None
    done = repair(filled.data_dir, filled)
    assert (done.how, done.kept, done.lost) == ("salvage", COUNT - 2, 0)
    assert done.suspect is not None
    rows = [json.loads(line) for line in done.suspect.read_text("utf-8").splitlines()]
    assert {row[3] for row in rows} == {key(7), key(8)}
    assert not sick(done.after)


def test_every_flipped_bit_in_a_text_is_seen(filled: Env) -> None:
    data = path_of(filled).read_bytes()
    chance = random.Random(4)
    places = [i for i in range(len(data)) if data.startswith(b"samenwerking", i)]
    seen = 0
    for place in chance.sample(places, 8):
        flipped = bytearray(data)
        flipped[place + 3] ^= 1 << chance.randrange(7)
        path_of(filled).write_bytes(flipped)
        seen += sick(examine(filled.data_dir, filled))
    assert seen == 8


def test_damaged_pages_are_salvaged_around(filled: Env) -> None:
    conn = engine.connect(path_of(filled), write=False)
    pages = leaf_pages(conn)
    conn.close()
    data = bytearray(path_of(filled).read_bytes())
    for page in random.Random(1).sample(pages, 3):
        data[(page - 1) * 4096 : page * 4096] = random.Random(page).randbytes(4096)
    path_of(filled).write_bytes(data)
    before = path_of(filled).read_bytes()
    assert sick(examine(filled.data_dir, filled))
    done = repair(filled.data_dir, filled)
    assert done.how == "salvage"
    assert done.lost > 0
    assert done.kept + done.lost == COUNT
    assert done.kept > COUNT * 0.8
    assert done.saved is not None
    assert done.saved.read_bytes() == before
    assert not sick(done.after)  # what is lost has been told once and is not told for ever
    with Dossier.open(filled.data_dir, filled) as d:
        assert len(d.all(Answer)) == done.kept
        d.save(Answer(text="verder"), key(999))
    assert not sick(examine(filled.data_dir, filled))


def leaf_pages(conn: Any) -> list[int]:
    """Pages that hold rows of `revision`: found by their contents, without dbstat."""
    size = conn.execute("pragma page_count").fetchone()[0]
    data = Path(conn.execute("pragma database_list").fetchone()[2]).read_bytes()
    return [
        page
        for page in range(2, size + 1)
        if data[(page - 1) * 4096] == 13 and b'{"text":"antwoord' in data[(page - 1) * 4096 : page * 4096]
    ]


def test_lost_tail_of_the_file_keeps_the_rest(filled: Env) -> None:
    data = path_of(filled).read_bytes()
    path_of(filled).write_bytes(data[: len(data) * 3 // 4])
    assert sick(examine(filled.data_dir, filled))
    done = repair(filled.data_dir, filled)
    assert done.kept > COUNT // 4
    assert not sick(done.after)


def test_nothing_left_to_read_says_so_and_points_to_the_backups(filled: Env) -> None:
    data = bytearray(path_of(filled).read_bytes())
    data[4096:] = bytes(len(data) - 4096)
    path_of(filled).write_bytes(data)
    before = bytes(data)
    with pytest.raises(DossierUnavailable, match="te lezen") as caught:
        repair(filled.data_dir, filled)
    assert "boce restore" in caught.value.hint
    assert path_of(filled).read_bytes() == before


def test_missing_revision_is_counted(filled: Env) -> None:
    tamper(
        filled,
        "drop trigger revision_is_never_removed",
        f"delete from head where key = '{key(3)}'",
        f"delete from revision where key = '{key(3)}'",
    )
    assert "numbers" in wrong(examine(filled.data_dir, filled))


def test_unreadable_payload_is_reported_and_never_dropped(filled: Env) -> None:
    """As an older app meets an item with a field it does not know."""
    import msgspec

    from boce_tui.store.revisions import INSERT
    from boce_tui.store.rows import signed, to_sql

    with Dossier.open(filled.data_dir, filled) as d:
        row = d.head_rows(Answer)[0]
    payload = '{"text":"x","new_field":1}'
    unknown = signed(
        msgspec.structs.replace(
            row, id=row.id[:-4] + "0000", key="2041/G99/A1/-/all", payload=payload, seq=999
        )
    )
    conn = sqlite3.connect(path_of(filled))
    conn.execute(INSERT, to_sql(unknown))
    conn.commit()
    conn.close()
    checks = examine(filled.data_dir, filled)
    assert "payloads" in wrong(checks)
    with Dossier.open(filled.data_dir, filled) as d:
        with pytest.raises(DossierUnavailable, match="nieuwere versie"):
            d.get(Answer, "2041/G99/A1/-/all")
        with pytest.raises(DossierUnavailable):
            d.all(Answer)


def test_typed_text_that_waits_is_mentioned(filled: Env) -> None:
    d = Dossier.open(filled.data_dir, filled)
    d.drafts.open(f"answer:{key(0)}:text", "", "").edit(0, 0, "klad")
    texts = {c.name: c for c in examine(filled.data_dir, filled)}
    assert texts["drafts"].ok
    d.close()


def test_drafts_survive_a_repair(filled: Env) -> None:
    d = Dossier.open(filled.data_dir, filled)
    draft = d.drafts.open(f"answer:{key(0)}:text", "", "")
    draft.edit(0, 0, "klad")
    state = draft.state
    d.later(lambda: d.drafts.keep(state)).result(60)
    assert d._lock is not None
    d._lock.release()
    tamper(filled, "drop trigger revision_is_never_changed", "update revision set author = 'x' where n = 9")
    assert repair(filled.data_dir, filled).how == "salvage"
    with Dossier.open(filled.data_dir, filled) as again:
        assert [r.text for r in again.drafts.recovered()] == ["klad"]


def test_shared_folders_are_mentioned(filled: Env, tmp_path: Path) -> None:
    folder = tmp_path / "OneDrive - Gemeente" / "boce"
    folder.parent.mkdir()
    filled.data_dir.rename(folder)
    assert any(c.name == "place" and c.ok for c in examine(folder, filled))


def test_backups_that_cannot_be_read_are_named(filled: Env) -> None:
    with Dossier.open(filled.data_dir, filled) as d:
        path = d.backup()
    path.write_bytes(path.read_bytes()[:5000])
    (check,) = [c for c in examine(filled.data_dir, filled) if c.name == "backups"]
    assert not check.ok
    assert path.name in check.text
