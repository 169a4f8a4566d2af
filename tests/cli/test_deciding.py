"""What bodies advised and decided, through the command line, on the example dossier."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from boce_tui.env import Env
from tests.cli.test_reviewing import GOLDEN, decision, revisions
from tests.example import example_env
from tests.support import run_cli


@pytest.fixture
def env(tmp_path: Path) -> Env:
    return example_env(tmp_path)


@pytest.mark.parametrize("choice", ["reject", "adopt_changed"])
@pytest.mark.parametrize("body", ["steering_group", "emmen"])
def test_some_choices_need_a_motivation(env: Env, choice: str, body: str) -> None:
    done = run_cli(["decide", "2b", body, choice], env)
    assert done.code == 3
    assert "motivering" in done.err
    run_cli(["decide", "2b", body, choice, "--motivation", "Daarom."], env).ok()


def decided(env: Env) -> None:
    run_cli(["decide", "2b", "steering_group", "adopt", "--date", "1-9-2041"], env).ok()
    for place, day, choice in (
        ("borger_odoorn", "14-10-2041", "adopt"),
        ("coevorden", "21-10-2041", "reject"),
        ("emmen", "28-10-2041", "adopt_changed"),
    ):
        options = ["--date", day]
        if choice != "adopt":
            options += ["--motivation", f"Reden van {place}."]
        if choice == "adopt_changed":
            options += ["--text", "Schrijf het op *twee* bladzijden."]
        run_cli(["decide", "2b", place, choice, *options], env).ok()
    run_cli(["decide", "2b", "coevorden", "adopt", "--date", "4-11-2041"], env).ok()


@pytest.mark.parametrize("kind", ["decisions", "decision-sheet"])
def test_three_colleges_on_three_days_and_what_was_decided_before(
    env: Env, tmp_path: Path, kind: str
) -> None:
    decided(env)
    path = tmp_path / "d.md"
    run_cli(["export", kind, "--to", str(path)], env).ok()
    text = path.read_text(encoding="utf-8")
    golden = GOLDEN / f"{kind}.md"
    if os.environ.get("WRITE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")
    original = "Schrijf op één bladzijde wie waarover beslist"
    assert original in text, "the recommendation itself stays as it was"
    if kind == "decisions":
        for words in ("14 oktober 2041", "4 november 2041", "28 oktober 2041", r"Schrijf het op \*twee\*"):
            assert words in text
        assert "Eerder (21 oktober 2041): niet overnemen. Reden van coevorden." in text


@pytest.mark.parametrize("written", ["Emmen", "emmen", "college van Emmen"])
def test_a_college_is_found_by_its_name_as_people_write_it(env: Env, written: str) -> None:
    done = run_cli(["decide", "2b", written, "adopt"], env)
    if " " in written:
        assert done.code == 3
        assert "Gebruikelijk zijn: steering_group, borger_odoorn, coevorden, emmen" in done.err
        assert decision(env, "2041/2b/emmen/decision") is None
        return
    assert "college van Emmen" in done.ok().err
    assert decision(env, "2041/2b/emmen/decision")


@pytest.mark.parametrize("written", ["Stuurgroep", "stuurgroep", "steering_group"])
def test_so_is_the_steering_group(env: Env, written: str) -> None:
    run_cli(["decide", "2b", written, "adopt"], env).ok()
    assert decision(env, "2041/2b/steering_group/advice")


def test_what_was_noted_by_mistake_is_taken_away_and_comes_back(env: Env) -> None:
    key = "2041/2b/emmen/decision"
    run_cli(["decide", "2b", "emmen", "adopt", "--document", "Besluit 12"], env).ok()
    done = run_cli(["decide", "2b", "emmen", "nothing"], env).ok()
    assert f"boce undo decision:{key}" in done.err
    assert decision(env, key) is None
    run_cli(["undo", f"decision:{key}"], env).ok()
    found = decision(env, key)
    assert found is not None
    assert (found.choice, found.document) == ("adopt", "Besluit 12")


def test_taking_away_what_is_not_there_says_so(env: Env) -> None:
    run_cli(["decide", "2b", "emmen", "adopt"], env).ok()
    once = revisions(env)
    for options in (["coevorden", "nothing"], ["emmen", "nothing", "--kind", "advice"]):
        done = run_cli(["decide", "2b", *options], env)
        assert done.code == 3
        assert "is bij 2b niets genoteerd" in done.err
        assert "boce review views" in done.err
    assert revisions(env) == once


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (["nothing", "--motivation", "Vergist."], "--motivation"),
        (["nothing", "--date", "1-9-2041"], "--date"),
        (["votes", "--document", "Besluit 12"], "--document"),
        (["votes", "--kind", "decision"], "--kind"),
    ],
)
def test_what_would_be_lost_without_a_word_is_refused(env: Env, options: list[str], named: str) -> None:
    run_cli(["decide", "2b", "steering_group", "adopt"], env).ok()
    once = revisions(env)
    done = run_cli(["decide", "2b", "steering_group", *options], env)
    assert done.code == 2
    assert f"hoort geen {named}." in done.err
    assert revisions(env) == once


def test_votes_of_members_are_not_what_a_college_decides(env: Env) -> None:
    once = revisions(env)
    done = run_cli(["decide", "2b", "emmen", "votes"], env)
    assert done.code == 2
    assert "Alleen het advies van de stuurgroep" in done.err
    assert revisions(env) == once
