"""Tasks for the host municipality: the steps in order, with who decides on each (R85)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from boce_tui.domain.intake import Intake
from boce_tui.env import Env
from boce_tui.store import Dossier
from tests.example import example_env
from tests.support import Result, run_cli

TITLE = "Gegevens beheren"
PLACES = ("borger_odoorn", "coevorden", "emmen")
COMPLETE = (
    "T1=Samen gegevens beheren",
    *(f"{question}.{place}.support=yes" for question in ("D1", "D2") for place in PLACES),
    "H5=yes", "K1=2", "K2=4", "K3=3",
    *(f"O{n}=iets" for n in range(1, 7)),
    *(f"U2.{place}.q1=1" for place in PLACES),
    "U5=yes",
    "P1.m1.what=plan", "P1.m1.date=15-02-2042", "P1.m1.owner=werkgroep", "P1.m1.hours=2",
    *(f"E1.{role}.function=adviseur" for role in ("commissioner", "political_owner", "theme_lead")),
    *(f"E2.{place}.members=adviseur" for place in PLACES),
)  # fmt: skip
IN_ORDER = ("business_case", "agreed", "proposal", "approved", "draft", "signed", "started")


@pytest.fixture
def env(tmp_path: Path) -> Env:
    env = example_env(tmp_path)
    run_cli(["intake", "new", "--title", TITLE, "--host-task"], env).ok()
    return env


def number(env: Env) -> str:
    """Its number; another laptop than the one that made the round gives another one."""
    listed = json.loads(run_cli("intake list --json", env).ok().out)
    return str(next(one["id"] for one in listed if one["title"] == TITLE))


def step(env: Env, words: str, *more: str) -> Result:
    """``boce intake step`` on this task."""
    return run_cli(["intake", "step", TITLE, *words.split(), *more], env)


def fill(env: Env) -> None:
    run_cli(["intake", "set", TITLE, *COMPLETE], env).ok()


def shown(env: Env) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run_cli(["intake", "show", TITLE, "--json"], env).ok().out)
    return found


def value(env: Env) -> Intake:
    with Dossier.open(env.data_dir, env) as dossier:
        return next(one for one in dossier.values(Intake, "2041/").values() if one.title == TITLE)


def test_every_step_in_order_and_the_body_that_decides(env: Env) -> None:
    assert [one["step"] for one in shown(env)["route"]] == list(IN_ORDER)
    assert [one["by"] for one in shown(env)["route"]] == [
        "", "Stuurgroep BOCE", "", "Stuurgroep BOCE of Gedelegeerd opdrachtgever", "", "Colleges van B&W", ""
    ]  # fmt: skip
    fill(env)
    said = step(env, "business_case 1-6-2041").ok()
    assert "Daarna: ingestemd met de businesscase. Wie besluit: Stuurgroep BOCE." in said.err
    for day, name in enumerate(IN_ORDER[1:], start=2):
        who = ("--body", "delegated_commissioner") if name == "approved" else ()
        step(env, f"{name} {day}-6-2041", "--document", f"stuk {day}", *who).ok()
    found = value(env)
    assert [(one.step, one.body) for one in found.route] == [
        ("business_case", ""), ("agreed", "steering_group"), ("proposal", ""),
        ("approved", "delegated_commissioner"), ("draft", ""), ("signed", "colleges"), ("started", ""),
    ]  # fmt: skip
    out = run_cli(["intake", "show", TITLE], env).ok().out
    assert "Gedelegeerd opdrachtgever" in out
    assert "stuk 7" in out


@pytest.mark.parametrize("name", IN_ORDER[1:])
def test_no_step_before_the_one_it_follows(env: Env, name: str) -> None:
    said = step(env, f"{name} 1-6-2041")
    assert said.code == 3
    assert 'Eerst komt: "businesscase is klaar".' in said.err
    assert value(env).route == ()


def test_the_steering_group_cannot_agree_with_half_a_business_case(env: Env) -> None:
    step(env, "business_case 1-6-2041").ok()
    said = step(env, "agreed 2-6-2041")
    assert said.code == 3
    assert "niet volledig" in said.err
    fill(env)
    step(env, "agreed 2-6-2041").ok()


def test_bad_input_is_refused_whole(env: Env) -> None:
    fill(env)
    step(env, "business_case 5-6-2041").ok()
    before = value(env)
    for words, code in (
        ("agreed 4-6-2041", 3),  # earlier than the step before it
        ("agreed 32-6-2041", 3),
        ("agreed 6-6-2041 --body colleges", 3),
        ("business_case 5-6-2041 --body colleges", 3),
        ("klaar 6-6-2041", 2),
    ):
        assert step(env, words).code == code, words
    assert run_cli("intake step T01 business_case 6-6-2041", env).code == 3, "a theme"
    assert run_cli(["intake", "to-agenda", TITLE], env).code == 3
    assert value(env) == before
    step(env, "agreed 6-6-2041").ok()
    step(env, "proposal 7-6-2041").ok()
    assert step(env, "approved 8-6-2041").code == 3, "two bodies can: which one?"
    assert step(env, "agreed 8-6-2041").code == 3, "later than the step after it"
    step(env, "agreed 7-6-2041").ok()
    run_cli(["intake", "step-back", TITLE], env).ok()
    assert [(one.step, one.date) for one in value(env).route] == [
        ("business_case", "2041-06-05"), ("agreed", "2041-06-07")
    ]  # fmt: skip


def test_the_documents_show_the_route_apart_from_the_themes(env: Env, tmp_path: Path) -> None:
    fill(env)
    step(env, "business_case 1-6-2041").ok()
    one, every, mine = tmp_path / "one.md", tmp_path / "every.md", number(env)
    run_cli(["export", "intake", TITLE, "--to", str(one)], env).ok()
    run_cli(["export", "intakes", "--to", str(every)], env).ok()
    fiche = one.read_text(encoding="utf-8")
    assert fiche.startswith(f"# Businesscase {mine}: Gegevens beheren\n")
    assert "| 2 | ingestemd met de businesscase | Stuurgroep BOCE | nog niet |" in fiche
    assert "| 1 | businesscase is klaar | – | 1 juni 2041 | – |" in fiche
    themes, tasks = every.read_text(encoding="utf-8").split("## Taken voor de gastheergemeente")
    assert mine not in themes
    assert f"| {mine} Gegevens beheren | businesscase is klaar | 1 juni 2041 |" in tasks
    assert "Stuurgroep BOCE |" in tasks
