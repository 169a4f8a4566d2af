"""Ids, clock, rows, views and the document of the schema."""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
from dataclasses import replace
from datetime import timedelta
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from boce_tui.data_files import data_file
from boce_tui.domain.entities import ENTITIES
from boce_tui.domain.interviewing import Answer
from boce_tui.env import Env
from boce_tui.locale import in_language, language
from boce_tui.store import Dossier, engine, rows, schema_doc, views
from boce_tui.store.ident import Stamps, is_hlc, is_moment, is_uuid, read_hlc
from tests.support import Clock, make_env

KEY = "2041/G01/A1/-/all"


def test_ids_are_unique_and_in_order_also_within_a_millisecond(tmp_path: Path) -> None:
    stamps = Stamps(make_env(tmp_path, now=Clock(step=timedelta(microseconds=50))))
    made = [stamps.uuid7() for _ in range(10_000)]
    assert made == sorted(set(made))
    assert all(is_uuid(one) for one in made)
    assert {one[14] for one in made} == {"7"}
    assert {one[19] for one in made} <= set("89ab")


def test_ids_stay_in_order_when_the_clock_runs_back(tmp_path: Path) -> None:
    clock = Clock()
    stamps = Stamps(make_env(tmp_path, now=clock))
    first = stamps.uuid7()
    clock.advance(hours=-5)
    assert stamps.uuid7() > first


def test_hybrid_clock_never_runs_back(tmp_path: Path) -> None:
    clock = Clock()
    stamps = Stamps(make_env(tmp_path, now=clock))
    seen = [stamps.hlc()]
    clock.advance(days=-400)
    seen.append(stamps.hlc())
    stamps.saw("003000000000000.000007")
    seen.append(stamps.hlc())
    assert seen == sorted(set(seen))
    assert seen[-1] == "003000000000000.000008"
    assert all(is_hlc(one) for one in seen)
    assert read_hlc("rommel") == (0, 0)
    assert is_moment(stamps.at())


def test_clock_values_that_leave_no_room_are_none() -> None:
    assert not is_hlc("999999999999999.999999")
    assert not is_hlc("000000000000000.000001")
    assert not is_hlc("٠٠٠٠٠٢٢٥٢٧٥٧٦٠٠.000001")


def test_hybrid_clock_keeps_its_width_however_much_is_counted(tmp_path: Path) -> None:
    stamps = Stamps(make_env(tmp_path), "002300000000000.999998")
    seen = [stamps.hlc() for _ in range(3)]
    assert seen == ["002300000000000.999999", "002300000000001.000000", "002300000000001.000001"]


def test_names_of_files_as_sqlite_takes_them() -> None:
    assert engine.uri(PurePosixPath("/map/a b?#/x.db"), "mode=ro") == "file:///map/a%20b%3F%23/x.db?mode=ro"
    assert engine.uri(PureWindowsPath("C:/Zoë/x.db"), "mode=ro") == "file:///C:/Zo%C3%AB/x.db?mode=ro"
    share = PureWindowsPath("//server/deel/x.db")
    assert engine.uri(share, "mode=ro") == "file:////server/deel/x.db?mode=ro"


def test_what_was_rolled_back_is_not_remembered(dossier: Dossier) -> None:
    with contextlib.suppress(ZeroDivisionError), dossier.change() as c:
        c.save(Answer(text="x"), KEY, author="een")
        assert c.all(Answer)[0].author == "een"
        raise ZeroDivisionError
    assert dossier.all(Answer) == []
    saved = dossier.save(Answer(text="x"), KEY, author="twee")
    assert dossier.all(Answer) == [saved]
    assert dossier.all(Answer)[0].author == "twee"


def test_digest_covers_what_travels_and_nothing_local(dossier: Dossier) -> None:
    row = dossier.export_rows([dossier.save(Answer(text="x"), KEY).id])[0]
    assert rows.sound(row)
    assert rows.sound(msgspec.structs.replace(row, replica="", seq=None))
    for name, other in {"hlc": "1", "key": "k", "deleted": True, "payload": "{}", "parents": ("p",)}.items():
        assert not rows.sound(msgspec.structs.replace(row, **{name: other}))


def test_digest_is_the_same_for_ever() -> None:
    """Written down once: a change here makes every dossier and cycle document damaged."""
    row = rows.RevisionRow(
        id="01890a5d-ac96-774b-bcce-b302099a8057",
        entity="answer",
        key=KEY,
        parents=("01890a5d-ac96-774b-bcce-b302099a8056",),
        hlc="000002252757600000.000001",
        author="evaluator",
        at="2041-05-12T12:00:00.000Z",
        kind="edit",
        payload='{"text":"Zoë"}',
        deleted=False,
        sha256="",
    )
    assert rows.digest(row) == "dc3699c496b2f45098e63904b51f9ff60cd99e153261c0a3cd4bbe5e6541d01f"


@given(st.lists(st.text(st.characters()), min_size=3, max_size=3), st.none() | st.text(st.characters()))
@example(["\ud800", "\x00\x1f\x7f\u2028", '"\\/'], "\U0001f469\u200d\U0001f9b0\ufffe")
def test_digest_is_over_a_list_as_json_dumps_writes_it(texts: list[str], payload: str | None) -> None:
    """Whoever checks a dossier without this app needs only this line."""
    key, author, parent = texts
    row = rows.RevisionRow(
        id="i",
        entity="answer",
        key=key,
        parents=(parent, "p"),
        hlc="h",
        author=author,
        at="a",
        kind="edit",
        payload=payload,
        deleted=True,
        sha256="",
    )
    facts = ["i", "answer", key, [parent, "p"], "h", author, "a", "edit", 1, payload]
    text = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
    assert rows.digest(row) == hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def test_only_entities_of_the_registry_are_stored(dossier: Dossier) -> None:
    class Other(Answer, frozen=True, kw_only=True):
        pass

    with pytest.raises(TypeError):
        dossier.save(Other(text="x"), KEY)


def test_author_is_the_profile_of_who_writes(env: Env) -> None:
    support = replace(env, profile="programme_support")
    with Dossier.create(env.data_dir, support) as d:
        assert d.save(Answer(text="x"), KEY).author == "programme_support"


def test_views_show_what_is_current_to_other_programs(env: Env) -> None:
    with Dossier.create(env.data_dir, env) as d:
        d.save(Answer(text="oud", values={}), KEY)
        d.save(Answer(text="nieuw"), KEY)
        d.save(Answer(text="weg"), "2041/G01/A2/-/all")
        d.delete(Answer, "2041/G01/A2/-/all")
    conn = sqlite3.connect(env.data_dir / "dossier.db")
    assert conn.execute("select key, text, later, written_by from answers").fetchall() == [
        (KEY, "nieuw", 0, "evaluator")
    ]
    names = {row[0] for row in conn.execute("select name from sqlite_master where type = 'view'").fetchall()}
    assert names == {kind.view for kind in ENTITIES.values()}
    for name in names:
        conn.execute(f'select * from "{name}"').fetchall()
    conn.close()


def test_views_are_renewed_when_the_app_says_something_else_and_others_stay(
    env: Env, monkeypatch: pytest.MonkeyPatch
) -> None:
    Dossier.create(env.data_dir, env).close()
    conn = sqlite3.connect(env.data_dir / "dossier.db")
    conn.execute("create view mijn_overzicht as select 1 as een")
    conn.commit()
    real = views.statements()
    changed: dict[str, Any] = {**real, "extra": "create view extra as select 2 as twee"}
    del changed["answers"]
    with monkeypatch.context() as patch:
        patch.setattr(views, "statements", lambda: changed)
        Dossier.open(env.data_dir, env).close()
    sql = "select name from sqlite_master where type = 'view'"
    assert {row[0] for row in conn.execute(sql).fetchall()} == {*changed, "mijn_overzicht"}
    Dossier.open(env.data_dir, env).close()
    assert {row[0] for row in conn.execute(sql).fetchall()} == {*real, "mijn_overzicht"}
    conn.close()


def test_revisions_cannot_be_changed_or_removed_by_sql(env: Env) -> None:
    with Dossier.create(env.data_dir, env) as d:
        rev = d.save(Answer(text="x"), KEY).id
    conn = engine.connect(env.data_dir / "dossier.db", write=True)
    for sql in (
        "update revision set payload = '{}'",
        "update revision set payload = null",
        "delete from revision",
        "insert or replace into revision select * from revision",
    ):
        with pytest.raises(sqlite3.IntegrityError, match="never"):
            conn.execute(sql)
    conn.execute("insert into erasure values (?, 'programme_support', 'withdrawn', '2041')", (rev,))
    with pytest.raises(sqlite3.IntegrityError, match="never"):
        conn.execute("update revision set payload = null, author = 'x' where id = ?", (rev,))
    conn.execute("update revision set payload = null where id = ?", (rev,))
    conn.close()
    with Dossier.open(env.data_dir, env) as d:
        stored = d.revision(rev)
        assert stored is not None
        assert stored.erased
        assert stored.value is None


def test_document_of_the_schema_is_up_to_date() -> None:
    assert data_file("db", "schema.md").read_text("utf-8") == schema_doc.document(), (
        "run python -m boce_tui.store.schema_doc"
    )


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_database_thread_speaks_the_language_of_its_caller(dossier: Dossier, lang: str) -> None:
    with in_language(lang):
        assert dossier.later(language).result() == lang
        with dossier.change():
            assert dossier.later(language).result() == lang
