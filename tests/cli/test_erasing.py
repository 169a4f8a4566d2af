"""``boce erase`` through the real command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from boce_tui.cycle.analysing.findings import cite, new_finding
from boce_tui.domain.interviewing import Answer
from boce_tui.env import Env
from boce_tui.store import Dossier
from tests.cycle.analysing.heard import E4, Heard
from tests.cycle.factory import ROUND
from tests.store.planted import where
from tests.support import run_cli

WORDS = "zwaluwstaartverbinding"


@pytest.fixture
def said(tmp_path: Path) -> tuple[Env, str]:
    """Somebody said something that a finding rests on; there is a copy of it too."""
    heard = Heard(tmp_path)
    code = heard.person()
    key = heard.says(code, E4, f"Ik noem het een {WORDS}.")
    finding = new_finding(heard.dossier, ROUND, "experiences", "accessibility").key
    cite(heard.dossier, finding, "answer", key)
    heard.dossier.backup()
    heard.dossier.close()
    return heard.dossier.env, code


def test_erase_shows_what_goes_and_asks_for_the_code(said: tuple[Env, str]) -> None:
    env, code = said
    looked = run_cli(["erase", code, "--dry-run"], env).ok()
    assert "antwoorden: 1" in looked.out
    assert "er blijft geen bron over" in looked.out
    assert "Er is niets gewist" in looked.err
    refused = run_cli(["erase", code], env)
    assert refused.code == 2
    assert f"--confirm {code}" in refused.err
    wrong = run_cli(["erase", code, "--confirm", "R99"], env)
    assert wrong.code == 2
    assert len(where(env.data_dir, WORDS)) == 2


def test_erase_takes_it_out_of_every_file_and_writes_the_proof(said: tuple[Env, str], tmp_path: Path) -> None:
    env, code = said
    proof = tmp_path / "bewijs.md"
    done = run_cli(["erase", code, "--confirm", code, "--certificate", str(proof)], env).ok()
    assert "Gewist" in done.err
    assert where(env.data_dir, WORDS) == []
    assert WORDS not in proof.read_text("utf-8")
    assert "Bewijs van wissen" in proof.read_text("utf-8")
    again = run_cli(["erase", code, "--confirm", code], env)
    assert again.code == 3
    assert "al ingetrokken" in again.err
    listed = json.loads(run_cli(["erase", "--list", "--json"], env).ok().out)
    assert listed["unfinished"] == []
    (one,) = listed["certificates"]
    assert one["interview"] == f"G{code[1:]}"
    assert one["everywhere"]
    table = run_cli(["erase", "--list"], env).ok().out
    assert "ja" in table
    paper = tmp_path / "alle.md"
    run_cli(["erase", "--list", "--certificate", str(paper)], env).ok()
    assert paper.read_text("utf-8") == proof.read_text("utf-8")


def test_a_file_that_is_there_already_stops_it_before_anything_goes(
    said: tuple[Env, str], tmp_path: Path
) -> None:
    env, code = said
    proof = tmp_path / "bewijs.md"
    proof.write_text("van mij")
    stopped = run_cli(["erase", code, "--yes", "--certificate", str(proof)], env)
    assert stopped.code == 3
    assert proof.read_text() == "van mij"
    assert where(env.data_dir, WORDS) != []


def test_undo_and_history_after_it(said: tuple[Env, str]) -> None:
    env, code = said
    run_cli(["erase", code, "--yes"], env).ok()
    item = f"answer:{ROUND}/G{code[1:]}/{E4}/-/all"
    undone = run_cli(["undo", item], env)
    assert undone.code == 3
    told = run_cli(["history", item], env).ok()
    assert "gewist" in told.out
    assert WORDS not in told.out
    assert run_cli(["search", WORDS], env).out == ""
    interview = run_cli(["undo", f"interview:{ROUND}/G{code[1:]}"], env)
    assert interview.code == 3


def test_copy_that_cannot_be_cleaned_is_told_and_thrown_away_when_asked(said: tuple[Env, str]) -> None:
    env, code = said
    bad = env.data_dir / "backups" / "damaged-20410101T000000Z-repair.db"
    bad.write_bytes(b"SQLite format 3\0" + WORDS.encode())
    done = run_cli(["erase", code, "--yes"], env)
    assert done.code == 4
    assert bad.name in done.err
    assert "Nog niet overal weg" in run_cli(["erase", "--list"], env).err
    assert "Nog niet overal weg" in run_cli(["doctor"], env).out
    assert run_cli(["erase", "--finish"], env).code == 4
    run_cli(["erase", "--finish", "--delete-unreadable"], env).ok()
    assert not bad.exists()
    assert where(env.data_dir, WORDS) == []
    (one,) = json.loads(run_cli(["erase", "--list", "--json"], env).ok().out)["certificates"]
    assert one["removed"] == [f"backups/{bad.name}"]


def test_a_copy_from_before_that_is_put_back_stays_withdrawn(said: tuple[Env, str], tmp_path: Path) -> None:
    env, code = said
    stick = tmp_path / "stick.db"
    run_cli(["backup", "--to", str(stick)], env).ok()
    run_cli(["erase", code, "--yes"], env).ok()
    run_cli(["restore", str(stick), "--yes"], env).ok()
    assert where(env.data_dir, WORDS) == []
    with Dossier.open(env.data_dir, env) as d:
        assert d.value(Answer, f"{ROUND}/G{code[1:]}/{E4}/-/all") is None
    shown = run_cli(["erase", "--list"], env).ok().out
    assert f"G{code[1:]}" in shown


def test_wrong_use(said: tuple[Env, str]) -> None:
    env, _code = said
    assert run_cli(["erase"], env).code == 2
    assert run_cli(["erase", "R98", "--yes"], env).code == 3
    assert run_cli(["erase", "G98", "--yes"], env).code == 3
    assert run_cli(["erase", "R01", "--finish"], env).code == 2


def test_one_of_two_at_the_table_has_to_choose(tmp_path: Path) -> None:
    heard = Heard(tmp_path)
    one, two = heard.person("official", state="cancelled"), heard.person()
    table = heard.together(one, two)
    heard.says(table, E4, f"Samen zeiden we {WORDS}.")
    env = heard.dossier.env
    heard.dossier.close()
    stopped = run_cli(["erase", one, "--yes"], env)
    assert stopped.code == 2
    assert "hele tafel" in stopped.err
    run_cli(["erase", one, "--yes", "--shared", "erase"], env).ok()
    assert where(env.data_dir, WORDS) == []
