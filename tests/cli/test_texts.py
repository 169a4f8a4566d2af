"""``boce text`` and ``boce success``: what people write themselves, from the command line (R52, R57)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from boce_tui.domain.analysis import ChapterText
from boce_tui.domain.sending import Success
from boce_tui.env import Env
from boce_tui.store import Dossier
from tests.example import example_env
from tests.support import run_cli

HOSTILE = "# Kop\n\n<script>alert(1)</script> | cel |\n\x1b[31mrood"


@pytest.fixture
def env(tmp_path: Path) -> Env:
    return example_env(tmp_path)


def listed(env: Env, *words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run_cli([*words, "--json"], env).ok().out)
    return found


def texts(env: Env) -> dict[str, str]:
    return {one["id"]: one["text"] for one in listed(env, "text", "list")}


def everything(env: Env) -> list[str]:
    with Dossier.open(env.data_dir, env, write=False) as dossier:
        kept = [item.id for item in dossier.all(ChapterText, "2041/")]
        return sorted([*kept, *(item.id for item in dossier.all(Success, "2041/"))])


def test_every_place_is_listed_written_shown_and_printed(env: Env, tmp_path: Path) -> None:
    places = {one["id"]: one["document"] for one in listed(env, "text", "list")}
    for place, document in (
        ("1.1", "report"), ("1.2.approach", "report"), ("3.ambitions.general", "report"), ("4", "report"),
        ("letter.opening", "letter"), ("summary.outcome", "summary"), ("feedback.next", "feedback"),
        ("recalibration.opening", "recalibration"),
    ):  # fmt: skip
        assert places[place] == document
    only = {one["id"] for one in listed(env, "text", "list", "--document", "letter")}
    assert only == {place for place, document in places.items() if document == "letter"}
    source = tmp_path / "slot.txt"
    source.write_bytes("\ufeffWij spreken u graag.\r\n\r\nTot dan.".encode())
    run_cli(
        ["text", "set", "1.1=Zonder kastanjebruine reden.", "--file", f"letter.closing={source}"], env
    ).ok()
    assert run_cli("text show letter.closing", env).ok().out == "Wij spreken u graag.\n\nTot dan.\n"
    report = tmp_path / "r.md"
    run_cli(["report", "--to", str(report)], env).ok()
    assert "Zonder kastanjebruine reden." in report.read_text(encoding="utf-8")
    run_cli(["text", "set", "1.1="], env).ok()
    assert texts(env)["1.1"] == ""
    assert "Hier staat niets" in run_cli("text show 1.1", env).ok().err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["1.1=goed", "9.9=fout"], 3),
        (["1.1=goed", "letter.opening=Op {onzin}."], 3),
        (["1.1=goed {bijeenkomst}"], 3),  # a placeholder of the letters, not of the report
        (["1.1=goed", "los"], 2),
        (["1.1=goed", "1.1=beter"], 2),
        (["1.1=goed", "2.1=" + "x" * 20_001], 3),
        (["1.1=goed", "--file", "2.1=/nergens/x.txt"], 3),
        ([], 2),
    ],
)
def test_a_text_that_is_refused_changes_nothing(env: Env, words: list[str], code: int) -> None:
    before = everything(env)
    assert run_cli(["text", "set", *words], env).code == code
    assert everything(env) == before


def test_bytes_that_are_no_text_change_nothing(env: Env, tmp_path: Path) -> None:
    source = tmp_path / "x.txt"
    source.write_bytes(b"\xff\xfe\x00\x81")
    before = everything(env)
    assert run_cli(["text", "set", "1.1=goed", "--file", f"2.1={source}"], env).code == 3
    assert everything(env) == before


def test_hostile_text_stays_text(env: Env, tmp_path: Path) -> None:
    run_cli(["text", "set", f"1.1={HOSTILE}"], env).ok()
    assert "\x1b" not in run_cli("text show 1.1", env).ok().out
    report = tmp_path / "r.md"
    run_cli(["report", "--to", str(report)], env).ok()
    text = report.read_text(encoding="utf-8")
    assert sum(line.startswith("# ") for line in text.splitlines()) == 1
    assert "\n<script>" not in text


def test_a_success_is_added_changed_told_and_taken_off(env: Env, tmp_path: Path) -> None:
    before = listed(env, "success", "list")
    findings = [one["id"] for one in listed(env, "success", "findings")]
    run_cli(["success", "add", "De lijnen zijn kort."], env).ok()
    (made,) = [one for one in listed(env, "success", "list") if one not in before]
    assert (made["text"], made["findings"], made["may_be_told"]) == ("De lijnen zijn kort.", [], False)
    words = ["success", "set", made["id"], "--text", "Men weet elkaar te vinden."]
    run_cli([*words, "--findings", ",".join(findings[:2])], env).ok()
    (made,) = [one for one in listed(env, "success", "list") if one not in before]
    assert made["findings"] == findings[:2]
    assert made["may_be_told"]
    summary = tmp_path / "s.md"
    run_cli(["export", "summary", "--draft", "--to", str(summary)], env).ok()
    assert "Men weet elkaar te vinden." in summary.read_text(encoding="utf-8")
    run_cli(["success", "remove", made["id"]], env).ok()
    assert listed(env, "success", "list") == before


def test_a_success_that_is_refused_changes_nothing(env: Env) -> None:
    finding = listed(env, "success", "findings")[0]["id"]
    mine = listed(env, "success", "list")[0]["id"]
    before = everything(env)
    for words in (
        ["add", "Woorden", "--findings", f"{finding},bestaat-niet"],
        ["add", "   "],
        ["set", mine, "--text", "nieuw", "--findings", "bestaat-niet"],
        ["set", mine, "--text", ""],
        ["set", "S-00000000", "--text", "nieuw"],
        ["remove", "S-00000000"],
    ):
        assert run_cli(["success", *words], env).code == 3, words
    assert everything(env) == before
