"""A withdrawal reaches words that stand in a backup only: a restore put that work aside."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from boce_tui.cycle.analysing.findings import cite, new_finding
from boce_tui.domain.interviewing import Answer
from boce_tui.env import Env
from boce_tui.store import Dossier, backups
from boce_tui.store.doctor import examine, sick
from tests.cycle.analysing.heard import A2, E4, Heard
from tests.cycle.factory import ROUND
from tests.cycle.merging.laptops import key
from tests.store.planted import where
from tests.support import make_env, run_cli

LATER, NEW, STAYS = "zwaluwstaartverbinding", "knikkerbaanontwerp", "boekweitpannenkoek"


class Aside:
    """Somebody said more, and then an older copy was put back."""

    def __init__(self, tmp_path: Path) -> None:
        heard = Heard(tmp_path)
        d = heard.dossier
        self.env: Env = d.env
        self.code, other = heard.person(), heard.person()
        self.key = heard.says(self.code, E4, "Een begin.")
        self.stays = heard.says(other, E4, "Een ander begin.")
        old = d.backup()
        heard.says(self.code, E4, f"Ik noem het een {LATER}.")  # a later version of what is in the copy
        added = heard.says(self.code, A2, f"En ook een {NEW}.")  # and something that is not in it at all
        heard.says(other, E4, f"Ik houd van {STAYS}.")
        finding = new_finding(d, ROUND, "experiences", "accessibility").key
        cite(d, finding, "answer", added)
        d.close()
        run_cli(["restore", str(old), "--yes"], self.env).ok()
        self.kept = next(b.path for b in backups.listed(self.env.data_dir) if b.reason == "restore")
        assert [w for w in (LATER, NEW) if where(self.env.data_dir, w) == [f"backups/{self.kept.name}"]]


@pytest.fixture
def aside(tmp_path: Path) -> Aside:
    return Aside(tmp_path)


def gone(aside: Aside) -> None:
    """In no byte; what others said stays in the copy, and the dossier holds nothing of what was put aside."""
    env = aside.env
    for words in (LATER, NEW):
        assert where(env.data_dir, words) == []
    assert where(env.data_dir, STAYS) == [f"backups/{aside.kept.name}"]
    assert backups.problem(aside.kept) == ""
    assert not sick(examine(env.data_dir, env))
    with Dossier.open(env.data_dir, env) as d:
        assert d.unfinished() is None
        assert d.value(Answer, aside.stays) == Answer(text="Een ander begin.")
        assert d.conflicts() == []


def test_a_withdrawal(aside: Aside) -> None:
    code = aside.code
    run_cli(["erase", code, "--confirm", code], aside.env).ok()
    gone(aside)
    # And putting that copy back brings only what others said.
    run_cli(["restore", str(aside.kept), "--yes"], aside.env).ok()
    assert STAYS in run_cli(["search", STAYS], aside.env).ok().out
    for words in (LATER, NEW):
        assert where(aside.env.data_dir, words) == []


def test_a_withdrawal_by_the_other_laptop(aside: Aside, tmp_path: Path) -> None:
    """It comes in with a bundle: that names none of what was put aside here."""
    secret = tmp_path / "key"
    secret.write_text(key().secret)
    environ = {"BOCE_BUNDLE_KEY_FILE": str(secret)}
    theirs = make_env(tmp_path / "theirs", seed=4, environ=environ)
    shutil.copytree(aside.env.data_dir, theirs.data_dir, ignore=shutil.ignore_patterns("backups"))
    run_cli(["erase", aside.code, "--confirm", aside.code], theirs).ok()
    run_cli(["export", "bundle", "--to", str(tmp_path / "x.boce"), "--all"], theirs).ok()
    aside.env.environ["BOCE_BUNDLE_KEY_FILE"] = str(secret)  # type: ignore[index]
    run_cli(["merge", str(tmp_path / "x.boce"), "--yes"], aside.env).ok()
    for words in (LATER, NEW):
        assert where(aside.env.data_dir, words) == []
    assert not sick(examine(aside.env.data_dir, aside.env))


@pytest.mark.parametrize("where_done", ["here", "there"])
def test_the_term_of_a_whole_round(aside: Aside, tmp_path: Path, where_done: str) -> None:
    """Every answer of the round goes, on the laptop where it is done and on the one that hears of it."""
    secret = tmp_path / "key"
    secret.write_text(key().secret)
    mine = replace(aside.env, environ={"BOCE_BUNDLE_KEY_FILE": str(secret)})
    done = ["retention", "--erase", "answers", "--round", ROUND, "--confirm", ROUND]
    if where_done == "here":
        run_cli(done, mine).ok()
    else:
        theirs = replace(make_env(tmp_path / "theirs", seed=4), environ=mine.environ)
        shutil.copytree(mine.data_dir, theirs.data_dir, ignore=shutil.ignore_patterns("backups"))
        run_cli(done, theirs).ok()
        run_cli(["export", "bundle", "--to", str(tmp_path / "x.boce"), "--all"], theirs).ok()
        run_cli(["merge", str(tmp_path / "x.boce"), "--yes"], mine).ok()
    for words in (LATER, NEW, STAYS):
        assert where(mine.data_dir, words) == []
    assert not sick(examine(mine.data_dir, mine))


def test_looking_changes_nothing(aside: Aside) -> None:
    before = (aside.env.data_dir / "dossier.db").read_bytes()
    run_cli(["erase", aside.code, "--dry-run"], aside.env).ok()
    with Dossier.open(aside.env.data_dir, aside.env) as d:
        rows = d.only_in_backups()
        assert {row.entity for row in rows} >= {"answer", "finding"}
        count = d.changes()
        with d.only_to_look(rows):
            assert d.changes() > count
        assert d.changes() == count
        assert d.value(Answer, aside.key) == Answer(text="Een begin.")
        assert d.search(NEW) == []
    assert len((aside.env.data_dir / "dossier.db").read_bytes()) == len(before)
