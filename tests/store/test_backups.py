"""Backups are whole or not there, can be put back, and what is there now is kept first."""

from __future__ import annotations

import shutil
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from boce_tui.cycle.withdrawing import finish_restore
from boce_tui.domain.analysis import Finding
from boce_tui.domain.interviewing import Answer
from boce_tui.env import Env
from boce_tui.errors import BadInput, DossierUnavailable
from boce_tui.store import Dossier, backups, engine, rebuild, restoring
from boce_tui.store.doctor import examine, sick
from boce_tui.store.engine import DiskFull
from boce_tui.store.restoring import counts_in
from tests.support import Clock, make_env

KEY = "2041/G01/A1/-/all"


def text_in(folder: Path, env: Env) -> str | None:
    with Dossier.open(folder, env, write=False) as d:
        got = d.get(Answer, KEY)
        return got.value.text if got and got.value else None


def restore(folder: Path, env: Env, file: Path) -> Path | None:
    """Put back and finished, as the command line does it."""
    assert folder == env.data_dir
    kept = restoring.restore(folder, env, file)
    finish_restore(env)
    return kept


@pytest.fixture
def filled(env: Env) -> Env:
    with Dossier.create(env.data_dir, env, example=True) as d:
        d.save(Answer(text="eerst"), KEY)
        d.save(Answer(text="oud"), KEY)
    return env


def test_backup_holds_everything_and_the_last_ten_are_kept(filled: Env) -> None:
    with Dossier.open(filled.data_dir, filled) as d:
        made = [d.backup() for _ in range(12)]
        d.save(Answer(text="nieuw"), KEY)
    kept = backups.listed(filled.data_dir)
    assert [b.path for b in kept] == made[:1:-1]
    assert {b.reason for b in kept} == {"manual"}
    assert backups.problem(kept[0].path) == ""
    assert counts_in(kept[0].path) == {"answers": 1}


def test_backups_within_one_second_get_names_of_their_own(filled: Env, tmp_path: Path) -> None:
    still = make_env(tmp_path, now=Clock(step=timedelta(0)))
    with Dossier.open(filled.data_dir, still) as d:
        made = [d.backup() for _ in range(3)]
    assert len(set(made)) == 3
    assert [b.path for b in backups.listed(filled.data_dir)] == made[::-1]


def test_backup_works_beside_an_open_app(filled: Env) -> None:
    with Dossier.open(filled.data_dir, filled), Dossier.open(filled.data_dir, filled, write=False) as reader:
        path = reader.backup()
        assert backups.problem(path) == ""
        with pytest.raises(DossierUnavailable):
            reader.save(Answer(text="nee"), KEY)


def test_daily_backup_from_the_day_after_the_first_use(env: Env, tmp_path: Path) -> None:
    clock = Clock()
    env = make_env(tmp_path, now=clock)
    with Dossier.create(env.data_dir, env) as d:
        assert d.backup_if_due().result(60) is None  # nothing to lose yet
        d.save(Answer(text="x"), KEY)
        assert d.backup_if_due().result(60) is None  # made today
    for days in (1, 1, 3):
        clock.advance(days=days)
        with Dossier.open(env.data_dir, env) as d:
            assert d.backup_if_due().result(60) is not None
            assert d.backup_if_due().result(60) is None
    assert [b.reason for b in backups.listed(env.data_dir)] == ["daily"] * 3


def test_damage_is_told_before_it_is_backed_up(filled: Env) -> None:
    conn = engine.connect(filled.data_dir / "dossier.db", write=True)
    page = conn.execute("select rootpage from sqlite_master where name = 'revision_item'").fetchone()[0]
    conn.close()
    overwrite(filled.data_dir / "dossier.db", page)
    with Dossier.open(filled.data_dir, filled) as d, pytest.raises(DossierUnavailable, match="beschadigd"):
        d.backup_if_due().result(60)


def overwrite(path: Path, page: int) -> None:
    data = bytearray(path.read_bytes())
    data[(page - 1) * 4096 : page * 4096] = b"\xa5" * 4096
    path.write_bytes(data)


def test_backup_to_a_place_that_cannot_be_written_leaves_nothing(filled: Env, tmp_path: Path) -> None:
    with Dossier.open(filled.data_dir, filled, write=False) as d:
        with pytest.raises(BadInput):
            d.backup_to(tmp_path / "nergens" / "kopie.db")
        target = tmp_path / "kopie.db"
        target.write_text("van mij")
        d.backup_to(target)
        assert backups.problem(target) == ""
    assert sorted(p.name for p in tmp_path.glob("kopie*")) == ["kopie.db"]


def test_backup_that_cannot_be_read_back_is_thrown_away(
    filled: Env, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "kopie.db"
    target.write_text("van mij")
    monkeypatch.setattr(backups, "problem", lambda path: "stuk")
    with Dossier.open(filled.data_dir, filled, write=False) as d, pytest.raises(DossierUnavailable):
        d.backup_to(target)
    assert target.read_text() == "van mij"
    assert sorted(p.name for p in tmp_path.glob("kopie*")) == ["kopie.db"]


def test_restore_puts_back_counts_and_keeps_the_present(filled: Env) -> None:
    with Dossier.open(filled.data_dir, filled) as d:
        backup = d.backup()
        d.save(Answer(text="nieuw"), KEY)
        d.save(Finding(text="ook nieuw", sub_question="ambitions"), "2041/B1")
        replica = d.replica
    kept = restore(filled.data_dir, filled, backup)
    assert text_in(filled.data_dir, filled) == "oud"
    assert kept is not None
    assert counts_in(kept) == {"answers": 1, "findings": 1}
    with Dossier.open(filled.data_dir, filled) as d:
        assert d.example
        assert [s.value.text for s in d.history(Answer, KEY) if s.value] == ["eerst", "oud"]
        assert d.search("oud")
        assert d.replica != replica  # its numbers may have been given out again
        undone = d.undo(Answer, KEY)
        assert undone is not None
        assert undone.value == Answer(text="eerst")
    assert not sick(examine(filled.data_dir, filled))
    restore(filled.data_dir, filled, kept)
    assert text_in(filled.data_dir, filled) == "nieuw"


def test_restore_works_where_there_is_no_dossier_or_a_broken_one(filled: Env, tmp_path: Path) -> None:
    with Dossier.open(filled.data_dir, filled) as d:
        backup = d.backup()
    fresh = make_env(tmp_path / "fresh")
    assert restore(fresh.data_dir, fresh, backup) is None
    assert text_in(fresh.data_dir, fresh) == "oud"
    (fresh.data_dir / "dossier.db").write_bytes(b"rommel")
    kept = restore(fresh.data_dir, fresh, backup)
    assert kept is not None
    assert kept.read_bytes() == b"rommel"
    assert text_in(fresh.data_dir, fresh) == "oud"


def test_restore_while_the_app_is_open_is_refused(filled: Env) -> None:
    with Dossier.open(filled.data_dir, filled) as d:
        backup = d.backup()
        with pytest.raises(DossierUnavailable, match="al open"):
            restore(filled.data_dir, filled, backup)


def test_restore_of_an_older_backup_brings_it_up_to_date(filled: Env, tmp_path: Path) -> None:
    with Dossier.open(filled.data_dir, filled) as d:
        d.backup_to(tmp_path / "oud.db")
    conn = engine.connect(tmp_path / "oud.db", write=True)
    with engine.tx(conn):
        conn.execute("drop table draft")
        conn.execute("delete from _sqlite_migrations where name like '0003%'")
        conn.execute("pragma user_version=2")
    conn.close()
    before = (tmp_path / "oud.db").read_bytes()
    restore(filled.data_dir, filled, tmp_path / "oud.db")
    assert text_in(filled.data_dir, filled) == "oud"
    assert (tmp_path / "oud.db").read_bytes() == before


def bad_files(folder: Path, filled: Env) -> dict[str, Path]:
    with Dossier.open(filled.data_dir, filled) as d:
        for name in ("altered", "newer", "torn", "trick"):
            d.backup_to(folder / name)
    conn = sqlite3.connect(folder / "altered")
    conn.execute("drop trigger revision_is_never_changed")
    conn.execute("update revision set payload = replace(payload, 'oud', 'vals')")
    conn.commit()
    conn.close()
    conn = sqlite3.connect(folder / "newer")
    conn.execute("pragma user_version=99")
    conn.close()
    data = (folder / "torn").read_bytes()
    (folder / "torn").write_bytes(data[: len(data) // 2])
    (folder / "text").write_text("geen dossier")
    (folder / "empty").write_bytes(b"")
    shutil.copy(filled.data_dir / "dossier.lock", folder / "lock")
    names = ("altered", "newer", "torn", "text", "empty", "lock", "absent")
    return {name: folder / name for name in names} | {"itself": filled.data_dir / "dossier.db"}


def test_bad_files_are_refused_and_nothing_changes(filled: Env, tmp_path: Path) -> None:
    from tests.store.test_opening import listing

    files = bad_files(tmp_path, filled)
    before = listing(filled.data_dir)
    for name, path in files.items():
        with pytest.raises(BadInput) as caught:
            restore(filled.data_dir, filled, path)
        assert caught.value.exit_code == 3, name
        assert listing(filled.data_dir) == before, name


def test_schema_of_a_backup_is_never_trusted(filled: Env, tmp_path: Path) -> None:
    with Dossier.open(filled.data_dir, filled) as d:
        d.backup_to(tmp_path / "trick.db")
    conn = sqlite3.connect(tmp_path / "trick.db")
    conn.execute("create trigger spy after insert on revision begin delete from head; end")
    conn.commit()
    conn.close()
    restore(filled.data_dir, filled, tmp_path / "trick.db")
    with Dossier.open(filled.data_dir, filled) as d:
        d.save(Answer(text="nog een"), KEY)
        assert d.get(Answer, KEY) is not None
    assert not sick(examine(filled.data_dir, filled))


def test_full_disk_while_restoring_changes_nothing(filled: Env, monkeypatch: pytest.MonkeyPatch) -> None:
    with Dossier.open(filled.data_dir, filled) as d:
        d.save(Answer(text="lang " * 4000), KEY)
        backup = d.backup()
        d.save(Answer(text="nieuw"), KEY)

    def small_disk(path: Path, *, write: bool) -> sqlite3.Connection:
        conn = engine.connect(path, write=write)
        conn.execute(f"pragma max_page_count={conn.execute('pragma page_count').fetchone()[0] + 1}")
        return conn

    monkeypatch.setattr(rebuild, "connect", small_disk)
    with pytest.raises(DiskFull):
        restore(filled.data_dir, filled, backup)
    monkeypatch.undo()
    assert text_in(filled.data_dir, filled) == "nieuw"
    assert {p.name for p in filled.data_dir.iterdir() if p.is_file()} <= {
        "dossier.db",
        "dossier.db-journal",
        "dossier.lock",
    }
