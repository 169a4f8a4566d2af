"""``boce need`` and ``boce export needs``: what the councils want to know, through the front door."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from boce_tui.domain.needs import InformationNeed
from boce_tui.env import Env
from boce_tui.store import Dossier
from tests.cli.test_export_support import support_dossier
from tests.cli.test_merging import give, two  # noqa: F401 - the fixture
from tests.example import example_env
from tests.support import run_cli

GOLDEN = Path(__file__).parent / "golden"
HOSTILE = "[red]x[/red] <script>alert(1)</script> | cel | # kop \x1b[31m"


@pytest.fixture
def env(tmp_path: Path) -> Env:
    return example_env(tmp_path)


def listed(env: Env, *args: str) -> dict[str, dict[str, Any]]:
    found = json.loads(run_cli(["need", "list", "--json", *args], env).ok().out)
    return {one["id"]: one for one in found}


def document(env: Env, tmp_path: Path, *args: str) -> str:
    target = tmp_path / "d.md"
    run_cli(["export", *args, "--to", str(target), "--force"], env).ok()
    return target.read_text(encoding="utf-8")


def made(env: Env) -> str:
    """The number that is not in the example."""
    return next(id_ for id_ in listed(env) if id_ not in ("2021-N01", "N01", "N02", "N03"))


def test_a_need_without_delivery_is_listed(env: Env) -> None:
    assert list(listed(env)) == ["2021-N01", "N01", "N03", "N02"]
    assert list(listed(env, "--open")) == ["2021-N01", "N01", "N03"]
    assert list(listed(env, "--body", "programme_director")) == ["N01"]
    said = run_cli("need list", env).ok().out
    assert "niet geleverd" in said
    assert "geleverd 19-02-2041" in said
    assert "gesprek" not in said
    again = listed(env)["2021-N01"]
    assert (again["state"], again["due"], again["days_late"]) == ("again", "2041-06-27", 5)
    assert run_cli("need list --body niemand", env).code == 3


def test_it_is_noted_changed_delivered_and_taken_off(env: Env) -> None:
    run_cli(
        ["need", "add", HOSTILE, "--councils", "Emmen,C", "--theme", "Bereikbaarheid", "--often", "yearly",
         "--by", "9-2041", "--owner", "colleges", "--source", "motie", "--recommendations", "3a"],
        env,
    ).ok()  # fmt: skip
    mine = made(env)
    one = listed(env)[mine]
    assert (one["municipalities"], one["theme"]) == (["emmen", "coevorden"], "accessibility")
    assert (one["frequency"], one["deadline"], one["owner"]) == ("yearly", "2041-09", "colleges")
    assert one["recommendations"] == ["2041/3a"]
    assert "\x1b" not in run_cli("need list", env).ok().out
    run_cli(["need", "set", mine, "--text", "Wat het kost.", "--councils", ""], env).ok()
    said = run_cli(["need", "deliver", mine, "--date", "1-6-2041", "--document", "d5"], env).ok()
    assert "Jaarplan 2041 (verzonnen)" in said.err
    one = listed(env)[mine]
    assert (one["text"], one["municipalities"], one["state"]) == ("Wat het kost.", [], "running")
    assert one["deliveries"] == [{"date": "2041-06-01", "document": "Jaarplan 2041 (verzonnen)"}]
    run_cli(["need", "take-back", mine], env).ok()
    assert listed(env)[mine]["state"] == "open"
    assert run_cli(["need", "take-back", mine], env).code == 3
    run_cli(["need", "remove", mine], env).ok()
    assert mine not in listed(env)
    run_cli(["undo", f"council_information_need:2041/{mine}"], env).ok()
    assert listed(env)[mine]["text"] == "Wat het kost."


@pytest.mark.parametrize(
    "args",
    [
        ("add", ""),
        ("add", "x", "--councils", "Assen"),
        ("add", "x", "--owner", "niemand"),
        ("add", "x", "--by", "gauw"),
        ("add", "x", "--recommendations", "9z"),
        ("add", "x", "--question", "A1"),
        ("add", "x", "--question", "B7", "--councils", "Emmen"),
        ("set", "N99", "--text", "x"),
        ("deliver", "N01", "--date", "1-9-2041", "--document", "brief"),  # still to come
        ("deliver", "N01", "--date", "1-6-2041", "--document", ""),
        ("remove", "N99"),
    ],
    ids=" ".join,
)
def test_what_is_wrong_changes_nothing(env: Env, args: tuple[str, ...]) -> None:
    before = listed(env)
    said = run_cli(["need", *args], env)
    assert said.code == 3
    assert "Traceback" not in said.err
    assert listed(env) == before


def test_words_of_an_interviewee_are_refused(env: Env) -> None:
    taken = "Wat de raden willen weten is nooit gevraagd, graag per brief."
    said = run_cli(["need", "add", taken, "--question", "B7"], env)
    assert said.code == 3
    assert "eigen woorden" in said.err
    run_cli(["need", "add", "Een keuze op tijd, met twee varianten.", "--question", "B7"], env).ok()
    assert listed(env)[made(env)]["question"] == "B7"


def test_the_document(env: Env, tmp_path: Path) -> None:
    text = document(env, tmp_path, "needs")
    path = GOLDEN / "needs.md"
    if os.environ.get("WRITE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
    assert document(env, tmp_path, "needs") == text
    log = json.loads(run_cli("versions log --json", env).ok().out)
    assert {(one["document"], one["audience"]) for one in log} == {("needs", "councils")}


def test_text_of_people_stays_text_and_a_name_stops_it(env: Env, tmp_path: Path) -> None:
    run_cli(["need", "add", HOSTILE, "--form", HOSTILE, "--source", HOSTILE], env).ok()
    for kind in ("needs", "follow-up"):
        text = document(env, tmp_path, kind)
        assert "<script>" not in text.replace("\\<script>", "")
        assert "\x1b" not in text
        assert text.count("\n# ") == 0
    run_cli(["need", "add", "Bel 06-12345678."], env).ok()
    said = run_cli(["export", "needs", "--to", str(tmp_path / "x.md")], env)
    assert said.code == 5
    assert not (tmp_path / "x.md").exists()


def test_who_reads_the_follow_up_and_the_summary_reads_it_too(env: Env, tmp_path: Path) -> None:
    found = document(env, tmp_path, "follow-up")
    part = found.split("## Waar de raden op wachten")[1]
    assert "| N01 |" in part
    assert "| N03 |" in part
    assert "N02" not in part
    mine = document(env, tmp_path, "follow-up", "--body", "programme_director", "--overdue")
    assert "Waar de raden op wachten" not in mine  # its term is not over yet
    said = run_cli("follow-up --body programme_director", env).ok()
    assert "wachten de raden op 1 antwoord" in said.err
    summary = document(env, tmp_path, "summary", "--draft")
    assert "Hierom vroeg u, en u kreeg het nog niet:" in summary
    assert "(raad van Emmen)" in summary
    assert "meepraten." not in summary.split("Hierom vroeg u")[1]  # heard in interviews: they did not ask
    for id_ in ("2021-N01", "N01", "N03"):
        run_cli(["need", "deliver", id_, "--date", "1-7-2041", "--document", "Raadsbrief"], env).ok()
    assert "Waar u om vroeg, is geleverd." in document(env, tmp_path, "summary", "--draft")
    assert "Waar de raden op wachten" not in document(env, tmp_path, "follow-up")
    for id_ in list(listed(env)):
        run_cli(["need", "remove", id_], env).ok()
    bare = document(env, tmp_path, "summary", "--draft")
    assert "vroeg u" not in bare
    assert "u om vroeg" not in bare


def test_a_long_list_does_not_fill_the_summary(env: Env, tmp_path: Path) -> None:
    for n in range(6):
        run_cli(["need", "add", f"Onderwerp nummer {n}."], env).ok()
    summary = document(env, tmp_path, "summary", "--draft")
    assert "Op de lijst staan er nog 5." in summary
    assert "Onderwerp nummer 5." not in summary


def test_the_next_round_takes_along_what_waits_and_delivers_it(env: Env) -> None:
    run_cli("round close 2041 --yes", env).ok()
    assert "Waar de raden op wachten, gaat ook mee: 3." in run_cli("round next 2041", env).ok().err
    assert list(listed(env)) == ["2021-N01", "2041-N01", "2041-N03"]
    run_cli(["need", "deliver", "2041-N01", "--date", "1-7-2041", "--document", "Raadsbrief"], env).ok()
    assert list(listed(env)) == ["2021-N01", "2041-N03"]
    assert listed(env, "--round", "2041")["N01"]["state"] == "done"
    run_cli(["need", "deliver", "2021-N01", "--date", "1-7-2041", "--document", "Raadsbrief"], env).ok()
    assert {id_: one["state"] for id_, one in listed(env).items()} == {
        "2041-N03": "open",
        "2021-N01": "running",  # every year: the next round knows it too
    }


def test_support_has_them_without_a_single_answer(env: Env, tmp_path: Path) -> None:
    before = listed(env)
    theirs = support_dossier(env, tmp_path)
    assert listed(theirs) == before
    run_cli(["need", "deliver", "N01", "--date", "1-7-2041", "--document", "Raadsbrief"], theirs).ok()
    run_cli(["need", "set", "N03", "--form", "een bijlage"], theirs).ok()
    said = run_cli(["need", "add", "Wat het kost.", "--question", "B7"], theirs)
    assert said.code == 3  # nobody here can tell how many people said so
    reader = replace(env, environ={**env.environ, "BOCE_PROFILE": "reader"})
    assert run_cli(["need", "add", "Wat het kost."], reader).code
    assert listed(reader) == before


def test_it_is_in_the_cycle_document_and_survives_it(env: Env, tmp_path: Path) -> None:
    file = tmp_path / "ronde.json"
    run_cli(["export", "cycle", "--to", str(file)], env).ok()
    other = replace(env, data_dir=tmp_path / "other")
    run_cli(["import", str(file)], other).ok()
    with Dossier.open(env.data_dir, env) as one, Dossier.open(other.data_dir, other) as theirs:
        assert one.values(InformationNeed) == theirs.values(InformationNeed)
    assert len(listed(other)) == 4


def test_two_laptops_keep_both_and_name_the_fields_in_words(
    two: tuple[Env, Env, str, Path],  # noqa: F811 - the fixture
) -> None:
    one, other, _code, stick = two
    run_cli(["need", "add", "Wat het kost."], one).ok()
    run_cli(["plan", "new", "2041"], one).ok()
    give(one, other, stick)
    assert list(listed(other)) == ["N01"]
    run_cli(["need", "set", "N01", "--form", "een brief"], one).ok()
    run_cli(["need", "set", "N01", "--often", "yearly"], other).ok()
    run_cli(["need", "add", "Wat het oplevert."], one).ok()
    run_cli(["need", "add", "Wie het doet."], other).ok()  # another number than on the first laptop
    give(other, one, stick)
    item = next(
        line.split()[0] for line in run_cli(["conflicts"], one).ok().out.splitlines() if "/N01" in line
    )
    assert item.startswith("council_information_need:")
    shown = run_cli(["conflicts", item], one).ok().out
    assert "in welke vorm" in shown
    assert "hoe vaak" in shown
    run_cli(["conflicts", "--merge-clear"], one).ok()
    found = listed(one)
    assert (found["N01"]["form"], found["N01"]["frequency"]) == ("een brief", "yearly")
    assert {entry["text"] for entry in found.values()} == {
        "Wat het kost.",
        "Wat het oplevert.",
        "Wie het doet.",
    }
