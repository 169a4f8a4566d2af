"""``boce import`` of a cycle document: what is there is kept first, read back, and nothing half comes in."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import msgspec
import pytest

from boce_tui.domain.analysis import ChapterText
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.round import Round
from boce_tui.env import Env
from boce_tui.store import Dossier, backups
from tests.cli.test_next_handover import Both
from tests.support import make_env, run_cli

KEY = "2041/G01/A1/-/all"


@pytest.fixture
def both(tmp_path: Path) -> Both:
    made = Both(tmp_path, "document")
    made.take(made.made()).ok()
    return made


def change(env: Env) -> str:
    with Dossier.open(env.data_dir, env) as d:
        key, text = next(iter(d.values(ChapterText, "2041/").items()))
        d.save(msgspec.structs.replace(text, text=f"{text.text} Nieuwe zin."), key)
    return key


def test_the_first_handover_needs_no_backup(both: Both) -> None:
    assert backups.listed(both.support.data_dir) == []


def test_the_next_handover_is_taken_over_after_a_verified_backup(both: Both) -> None:
    key = change(both.full)
    with Dossier.open(both.support.data_dir, both.support, write=False) as d:
        old = d.value(ChapterText, key)
        count = d.changes()
    done = both.take(both.made()).ok()
    (kept,) = backups.listed(both.support.data_dir)
    assert kept.reason == "import"
    assert kept.path.name in done.err
    assert backups.problem(kept.path) == ""
    assert backups.count(kept.path) <= count
    with Dossier.open(both.support.data_dir, both.support, write=False) as d:
        new = d.value(ChapterText, key)
        assert new is not None
        assert "Nieuwe zin." in new.text
    # The same once more: nothing new, so nothing to keep.
    both.take(both.tmp_path / f"hand{both.times}.json").ok()
    assert len(backups.listed(both.support.data_dir)) == 1
    run_cli(["restore", str(kept.path), "--yes"], both.support).ok()
    with Dossier.open(both.support.data_dir, both.support, write=False) as d:
        assert d.value(ChapterText, key) == old


def test_a_look_makes_no_backup(both: Both) -> None:
    change(both.full)
    run_cli(["import", "--dry-run", str(both.made())], both.support).ok()
    assert backups.listed(both.support.data_dir) == []


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="a folder that cannot be made is made so on POSIX")
def test_without_a_backup_nothing_comes_in(tmp_path: Path) -> None:
    one, other = make_env(tmp_path / "one"), make_env(tmp_path / "other", seed=4)
    with Dossier.create(one.data_dir, one) as d:
        d.save(Round(year=2043, title="Later"), "2043")
    run_cli(["export", "cycle", "--to", str(tmp_path / "later.json")], one).ok()
    with Dossier.create(other.data_dir, other) as d:
        d.save(Answer(text="van mij"), KEY)
    shutil.rmtree(other.data_dir / "backups", ignore_errors=True)
    (other.data_dir / "backups").write_text("hier kan geen map komen")
    refused = run_cli(["import", str(tmp_path / "later.json")], other)
    assert refused.code == 4
    assert "Er is niets ingelezen: het dossier is zoals het was." in refused.err
    (other.data_dir / "backups").unlink()
    with Dossier.open(other.data_dir, other) as d:
        assert d.values(Round) == {}
        assert d.value(Answer, KEY) == Answer(text="van mij")
    run_cli(["import", str(tmp_path / "later.json")], other).ok()
    assert [b.reason for b in backups.listed(other.data_dir)] == ["import"]
