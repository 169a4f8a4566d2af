"""Erased is erased: in the rows, in every byte of every file, and whatever comes in later."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boce_tui.cycle.withdrawing import finish_restore
from boce_tui.domain.interviewing import Answer, Quote
from boce_tui.env import Env
from boce_tui.errors import BadInput, DossierUnavailable
from boce_tui.store import Dossier, backups, doctor, restoring
from boce_tui.store.draft import Draft
from boce_tui.store.editor_files import editor_file
from boce_tui.store.engine import connect, sqlite3
from boce_tui.store.erasing import Erasure
from boce_tui.store.repairing import repair
from boce_tui.store.rows import RevisionRow
from tests.store.planted import where
from tests.support import make_env

KEY, OTHER, QUOTE = "2041/G01/A1/-/all", "2041/G02/A1/-/all", "2041/G01-ab"
WORD = "zwaluwstaartje"
STAYS = "boekweitpannenkoek"


def fill(d: Dossier) -> None:
    d.save(Answer(text="eerst iets anders"), KEY)
    d.save(Answer(text=f"De wethouder noemde het {WORD} een vondst. " * 40), KEY)
    d.save(Answer(text="en later weer iets"), KEY)
    d.save(Answer(text=f"Iedereen wil {STAYS}."), OTHER)


def keep(d: Dossier, draft: Draft) -> None:
    """Make a durable row of a draft, as the app does."""

    def row() -> None:
        with d.change():
            d.drafts.keep(draft.state)

    d.later(row).result()


def test_erased_words_are_in_no_byte_of_any_file(env: Env) -> None:
    with Dossier.create(env.data_dir, env) as d:
        fill(d)
        d.backup()
        d.save(Quote(answer=KEY, text=f"een {WORD} is het"), QUOTE)
        d.delete(Quote, QUOTE)
        draft = d.drafts.open(f"answer:{KEY}:text", "en later weer iets")
        draft.edit(0, 0, f"{WORD} getypt ")
        keep(d, draft)
        drafts = env.data_dir / "drafts"
        editor_file(drafts, KEY).write(f"in de editor {WORD}")
        (editor_file(drafts, KEY).folder / ".text.txt.swp").write_text(WORD)
        editor_file(drafts, OTHER).write(f"in de editor {STAYS}")
        (env.data_dir / "logs").mkdir()
        (env.data_dir / "logs" / "fout.txt").write_text(WORD)
        d.backup("import")
        assert {name.split("/")[0] for name in where(env.data_dir, WORD)} == {
            "dossier.db",
            "drafts",
            "backups",
            "logs",
        }
        done = d.erase([(Answer, KEY), (Quote, QUOTE)], "withdrawn")
        assert (done.revisions, done.drafts) == (5, 1)
        assert d.unfinished() is not None
        assert d.get(Answer, KEY) is None
        assert d.search(WORD) == []
        cleaned = d.scrub()
        assert cleaned.left == ()
        assert len(cleaned.backups) == 2
        assert cleaned.removed[1:] == ("logs/fout.txt",)
        assert "drafts/editor" in cleaned.removed[0]
        assert d.unfinished() is None
        assert where(env.data_dir, WORD) == []
        assert len(where(env.data_dir, STAYS)) == 4
        assert [hit.key for hit in d.search(STAYS)] == [OTHER]
        with pytest.raises(OSError, match="gewist"):
            draft.edit(0, 0, "x")
        with pytest.raises(DossierUnavailable, match="gewist"):
            keep(d, draft)
    assert where(env.data_dir, WORD) == []
    checks = {check.name: check for check in doctor.examine(env.data_dir, env)}
    assert not doctor.sick(list(checks.values()))
    assert "5" in checks["erased"].text


def test_other_drafts_stay_when_one_is_erased(env: Env) -> None:
    with Dossier.create(env.data_dir, env) as d:
        fill(d)
        gone, kept = (d.drafts.open(f"answer:{key}:text", "") for key in (KEY, OTHER))
        gone.edit(0, 0, f"{WORD} half")
        kept.edit(0, 0, f"{STAYS} half")
        d.erase([(Answer, KEY)], "withdrawn")
        d.scrub()
        kept.edit(0, 0, "nog wat ")
        copy = env.data_dir.with_name("copy")
        shutil.copytree(env.data_dir, copy)  # as it is at this moment: a program that was killed
    assert where(copy, WORD) == []
    with Dossier.open(copy, env) as d:
        assert [r.text for r in d.drafts.recovered()] == [f"nog wat {STAYS} half"]


def test_nothing_brings_it_back(env: Env) -> None:
    with Dossier.create(env.data_dir, env) as d:
        fill(d)
        second = d.history(Answer, KEY)[1]
        rows = d.export_rows([s.id for s in d.history(Answer, KEY)])
        d.erase([(Answer, KEY)], "withdrawn")
        for step in (d.undo, d.redo):
            with pytest.raises(DossierUnavailable, match="gewist op"):
                step(Answer, KEY)
        assert [s.value for s in d.history(Answer, KEY)] == [None, None, None]
        revision = d.revision(second.id)
        assert revision is not None
        assert revision.erased
        assert d.import_revisions(rows) == 0
        assert d.get(Answer, KEY) is None
        # New work under the same key is new; a step back from it does not reach what was erased.
        d.save(Answer(text="nieuw"), KEY)
        with pytest.raises(DossierUnavailable):
            d.undo(Answer, KEY)
        d.scrub()
    assert where(env.data_dir, WORD) == []
    with Dossier.open(env.data_dir, env) as d:
        assert d.search(WORD) == []
        now = d.get(Answer, KEY)
        assert now is not None
        assert now.value == Answer(text="nieuw")
        assert not now.conflicted


def test_text_of_an_erased_revision_does_not_come_in_with_a_document(env: Env, tmp_path: Path) -> None:
    with Dossier.create(env.data_dir, env) as d:
        fill(d)
        rows = d.export_rows([s.id for s in d.history(Answer, KEY)])
        d.erase([(Answer, KEY)], "withdrawn")
        known = d.erasures()
    fresh = make_env(tmp_path / "b", seed=2)
    with Dossier.create(fresh.data_dir, fresh) as other:
        assert other.apply_erasures(known) == 3
        assert other.apply_erasures(known) == 0
        assert other.import_revisions(rows) == 3
        assert other.get(Answer, KEY) is None
        with pytest.raises(BadInput):  # a row without text that nobody said was erased
            other.import_revisions([_bare(rows[0])])
        other.scrub()
    assert where(fresh.data_dir, WORD) == []


def _bare(row: RevisionRow) -> RevisionRow:
    return msgspec.structs.replace(row, id="00000000-0000-7000-8000-000000000001", payload=None)


def test_backup_that_was_kept_elsewhere_brings_nothing_back(env: Env, tmp_path: Path) -> None:
    elsewhere = tmp_path / "stick.db"
    with Dossier.create(env.data_dir, env) as d:
        fill(d)
        d.backup_to(elsewhere)
        d.erase([(Answer, KEY)], "withdrawn")
        d.scrub()
    restoring.restore(env.data_dir, env, elsewhere)
    finish_restore(env)
    assert where(env.data_dir, WORD) == []
    with Dossier.open(env.data_dir, env) as d:
        assert d.get(Answer, KEY) is None
        assert d.value(Answer, OTHER) == Answer(text=f"Iedereen wil {STAYS}.")
        assert len(d.erasures()) == 3


@pytest.mark.parametrize("where_to_stop", ["rows", "index", "vacuum", "drafts", "backups"])
def test_opening_goes_on_with_what_was_broken_off(
    env: Env, monkeypatch: pytest.MonkeyPatch, where_to_stop: str
) -> None:
    from boce_tui.store import scrubbing

    class Stopped(BaseException):
        pass

    def stop(*_args: object, **_options: object) -> None:
        raise Stopped

    with Dossier.create(env.data_dir, env) as d:
        fill(d)
        d.backup()
        # A text that never became a revision.
        draft = d.drafts.open("answer:2041/G01/A9/-/all:text", "")
        draft.edit(0, 0, f"{WORD} zonder revisie")
        d.erase([(Answer, KEY)], "withdrawn", typed=lambda field: ":2041/G01/" in field)
        with monkeypatch.context() as patch:
            if where_to_stop == "index":
                patch.setattr(scrubbing, "clean", stop)
            if where_to_stop == "vacuum":
                patch.setattr(scrubbing.Scrubbing, "_typed", stop)
            if where_to_stop == "drafts":
                patch.setattr(scrubbing.Scrubbing, "_unfinished", stop)
            if where_to_stop == "backups":
                patch.setattr(scrubbing, "clean_copy", stop)
            if where_to_stop != "rows":
                with pytest.raises(Stopped):
                    d.scrub()
        killed = env.data_dir.with_name("killed")
        shutil.copytree(env.data_dir, killed)
    assert where(killed, WORD) != []
    with Dossier.open(killed, env) as d:
        assert d.unfinished() is None
        assert d.drafts.recovered() == []
        assert d.get(Answer, KEY) is None
    assert where(killed, WORD) == []


def test_a_copy_that_cannot_be_cleaned_is_named_and_thrown_away_when_a_person_says_so(env: Env) -> None:
    with Dossier.create(env.data_dir, env) as d:
        fill(d)
        path = d.backup()
        d.erase([(Answer, KEY)], "withdrawn")
        path.chmod(0o400)
        bad = env.data_dir / "backups" / "damaged-20410101T000000Z-repair.db"
        bad.write_bytes(b"SQLite format 3\0" + WORD.encode())
        done = d.scrub()
        assert f"backups/{bad.name}" in [left.file for left in done.left]
        waiting = d.unfinished()
        assert waiting is not None
        assert f"backups/{bad.name}" in waiting.left
        assert any("backups/" in c.text for c in doctor.examine(env.data_dir, env) if c.name == "erasing")
        path.chmod(0o600)
        assert [left.file for left in d.scrub().left] == [f"backups/{bad.name}"]
        done = d.scrub(remove=True)
        assert done.left == ()
        assert done.removed == (f"backups/{bad.name}",)
        assert d.unfinished() is None
    assert where(env.data_dir, WORD) == []


def test_doctor_finds_text_that_should_be_gone_and_repair_takes_it_away(env: Env) -> None:
    with Dossier.create(env.data_dir, env) as d:
        fill(d)
        rev = d.history(Answer, KEY)[0].id
    conn = connect(env.data_dir / "dossier.db", write=True)
    conn.execute("insert into erasure values (?, 'evaluator', 'withdrawn', '2041')", (rev,))
    conn.close()
    found = [c for c in doctor.examine(env.data_dir, env) if not c.ok]
    assert [c.mends for c in found] == ["derive"]
    assert not doctor.sick(repair(env.data_dir, env).after)
    conn = connect(env.data_dir / "dossier.db", write=True)
    assert conn.execute("select payload from revision where id = ?", (rev,)).fetchone() == (None,)
    conn.close()


def test_failed_commit_of_an_erasure_is_not_taken_for_done(
    dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    from boce_tui.store import engine, work

    fill(dossier)
    real = engine.tx

    def failing(conn: sqlite3.Connection) -> object:
        from contextlib import contextmanager

        @contextmanager
        def block():  # type: ignore[no-untyped-def]
            conn.execute("begin immediate")
            yield
            engine.rollback(conn)
            raise engine.CommitFailed(sqlite3.OperationalError("disk I/O error"))

        return block()

    monkeypatch.setattr(work, "tx", failing)
    with pytest.raises(DossierUnavailable):
        dossier.erase([(Answer, KEY)], "withdrawn")
    monkeypatch.setattr(work, "tx", real)
    assert dossier.value(Answer, KEY) == Answer(text="en later weer iets")
    assert dossier.erasures() == []


ORDER = st.permutations([("add", 0), ("add", 1), ("add", 2), ("erase", 0), ("erase", 1)])


@given(ORDER, st.sets(st.integers(0, 4)))
@settings(max_examples=15, deadline=None)
def test_erasing_and_importing_commute(order: list[tuple[str, int]], chosen: set[int]) -> None:
    with tempfile.TemporaryDirectory() as name:
        env = make_env(Path(name) / "a")
        with Dossier.create(env.data_dir, env) as d:
            for number in range(3):
                d.save(Answer(text=f"{WORD} {number}"), KEY)
            d.save(Answer(text=f"{WORD} elders"), OTHER)
            d.delete(Answer, OTHER)
            revs = [s.id for key in (KEY, OTHER) for s in d.history(Answer, key)]
            rows = d.export_rows(revs)
        gone = [
            Erasure(rows[n].id, "evaluator", "withdrawn", "2041-05-12T12:00:00.000Z") for n in sorted(chosen)
        ]
        parts: dict[str, list[Any]] = {"add": [rows[:2], rows[2:4], rows[3:]], "erase": [gone[:2], gone[1:]]}
        ends: list[tuple[Any, ...]] = []
        for steps in (order, [("add", 0), ("add", 1), ("add", 2), ("erase", 0), ("erase", 1)]):
            fresh = make_env(Path(name) / f"b{len(ends)}", seed=2)
            with Dossier.create(fresh.data_dir, fresh) as other:
                for what, part in steps:
                    if what == "add":
                        other.import_revisions(parts["add"][part])
                    else:
                        other.apply_erasures(parts["erase"][part])
                ends.append(
                    (
                        [(r.id, r.payload, r.sha256) for r in other.export_rows(revs)],
                        other.erasures(),
                        [[h.id for h in other.heads(Answer, key)] for key in (KEY, OTHER)],
                        other.search(WORD),
                        other.get(Answer, KEY),
                    )
                )
        assert ends[0] == ends[1]
        assert {row[0] for row in ends[0][0] if row[1] is None} == {e.rev for e in gone}


def test_backups_of_an_older_schema_are_cleaned_too(env: Env) -> None:
    with Dossier.create(env.data_dir, env) as d:
        fill(d)
        path = d.backup("migrate")
        conn = connect(path, write=True)
        conn.execute("drop table draft")
        conn.execute("delete from _sqlite_migrations where name like '0003%'")
        conn.execute("pragma user_version=2")
        conn.close()
        d.erase([(Answer, KEY)], "withdrawn")
        assert d.scrub().left == ()
        assert backups.problem(path) == ""
    assert where(env.data_dir, WORD) == []


def test_full_disk_leaves_the_erasure_noted_and_later_it_goes_on(
    env: Env, monkeypatch: pytest.MonkeyPatch
) -> None:
    from boce_tui.store import scrubbing

    def full(_conn: sqlite3.Connection) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = 13
        raise error

    with Dossier.create(env.data_dir, env) as d:
        fill(d)
        d.erase([(Answer, KEY)], "withdrawn")
        with monkeypatch.context() as patch:
            patch.setattr(scrubbing, "clean", full)
            done = d.scrub()
        assert [(left.file, "vol" in left.reason) for left in done.left] == [("dossier.db", True)]
        assert d.get(Answer, KEY) is None
        assert d.unfinished() is not None
    with Dossier.open(env.data_dir, env) as d:
        assert d.unfinished() is None
    assert where(env.data_dir, WORD) == []
