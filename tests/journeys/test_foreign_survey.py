"""A question set nobody prepared the app for: from its file to a report with its own sub-questions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from boce_tui.cycle import concluding, recommending
from boce_tui.cycle.analysing.findings import change_finding, cite, new_finding
from boce_tui.cycle.interviewing import Conversation, StepState
from boce_tui.cycle.planning import set_state, update_round
from boce_tui.cycle.planning.interviews import interviews, plan_the_rest
from boce_tui.cycle.planning.people import add_respondent
from boce_tui.cycle.reporting.writing import writable, write
from boce_tui.domain.answers import (
    Amount,
    Choice,
    Choices,
    Grid,
    Items,
    Rating,
    Reference,
    Scalar,
    SwotItem,
    Value,
    When,
)
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.keys import last
from boce_tui.env import Env
from boce_tui.instruments.model import Column
from boce_tui.instruments.model import Part as SurveyPart
from boce_tui.instruments.routing import visible_parts
from boce_tui.instruments.steps import Step
from boce_tui.names import make_example_key
from boce_tui.store import Dossier
from tests.support import make_env, run_cli
from tests.terminal import Terminal

SURVEY = Path(__file__).with_name("harbour.toml")
PEOPLE = """Naam;Rol;Gemeente;Thema's
Quirijn Zandloper;wethouder;Emmen;Bereikbaarheid
Ydwine Kettermol;wethouder;Coevorden;Wonen
Xandra Boterdijk;wethouder;Borger-Odoorn;Wonen
Wobbe Snirsma;beleidsmedewerker;Emmen;Bereikbaarheid
Ulrike Vlottebos;beleidsmedewerker;Coevorden;Wonen
Tjeerd Mosselhaar;beleidsmedewerker;Borger-Odoorn;Wonen
"""
THEMES = ("accessibility", "liveability")
SECTIONS = ("deel-9", "general", "los")


@pytest.fixture
def env(tmp_path: Path) -> Env:
    keys = tmp_path / "sleutel"
    keys.mkdir()
    make_example_key(keys)
    env = make_env(tmp_path, environ={"BOCE_KEY_FILE": str(keys / "names.key")})
    new = ["round", "new", "--year", "2050", "--focus", "bereikbaarheid,wonen", "--survey", str(SURVEY)]
    run_cli(new, env).ok()
    people = tmp_path / "mensen.csv"
    people.write_text(PEOPLE, encoding="utf-8")
    run_cli(["import", str(people)], env).ok()
    return env


def value_of(part: SurveyPart | Column, turn: int) -> Value | None:
    """A value that fits the part; `turn` makes people differ."""
    match part.type:
        case "rating_1_5":
            return Rating(1 + turn % 5) if turn else Rating(non_answer="dont_know")
        case "single_choice" | "yes_no_partly" | "realisation_status" | "norm_score" | "progress_status":
            if part.options and part.options[-1].id == "other":
                return Choice("other", other="iets heel anders")
            return Choice(part.options[turn % len(part.options)].id)
        case "multi_choice":
            return Choices(tuple(option.id for option in part.options[: 1 + turn % 2]))
        case "ranked_list" | "list":
            return Items((f"eerste {turn}", "tweede | met streep"))
        case "number" | "hours" | "money" | "percent":
            return Amount(str(10 + turn))
        case "date":
            return When("2050-03-04")
        case "month":
            return When("2050-03")
        case "reference":
            return Reference("body", part.options[0].id)
        case "swot_item":
            return SwotItem(cell="strength", text="stevige kade")
        case "grid":
            return Grid({row.id: {c.id: cell_of(c, turn) for c in part.columns} for row in part.rows})
    return None


def cell_of(column: Column, turn: int) -> Scalar:
    value = value_of(column, turn) if column.type != "open_text" else None
    if isinstance(value, Rating):
        return value.score or value.non_answer
    if isinstance(value, Choice):
        return value.option
    return value.value if isinstance(value, Amount | When) else "korte tekst in een cel"


def answer(talk: Conversation, step: Step, turn: int) -> None:
    for part in step.parts:
        if part.must_be:
            talk.set_value(step, part.id, Choice(part.must_be[0]))
        elif part in visible_parts(step, talk.answer(step).values):
            value = value_of(part, turn)
            if step.question == "Thema-s":
                value = Grid({row.id: {"mate": "veel"} for row in part.rows})
            talk.set_value(step, part.id, value)
    if step.notes:
        talk.write_text(step, f"Dat gaat zo, zei {turn}: de kade ligt er goed bij.")
    for probe in step.probes:
        talk.toggle_probe(step, probe.number)


def conduct(env: Env) -> dict[str, set[str]]:
    """Hold every interview to the end; question -> interviews in which it was asked."""
    asked: dict[str, set[str]] = {}
    with Dossier.open(env.data_dir, env) as dossier:
        plan_the_rest(dossier, "2050")
        for turn, key in enumerate(sorted(interviews(dossier, "2050"))):
            interview = key.rsplit("/", 1)[-1]
            talk = Conversation(dossier, "2050", interview)
            assert talk.step.gate
            done: set[tuple[str, str | None]] = set()
            while step := next((s for s in talk.steps if s.place not in done), None):
                talk.go_to(step.place)
                assert talk.step.place == step.place
                answer(talk, step, turn)
                talk.refresh_route()
                done.add(step.place)
                asked.setdefault(step.question, set()).add(interview)
            assert {talk.state(s) for s in talk.steps} == {StepState.DONE}
            talk.finish(1800)
            for state in ("worked_out", "for_approval", "approved"):
                set_state(dossier, "2050", interview, state)
    return asked


def conclude(env: Env) -> None:
    """A finding and a sub-conclusion in every cell, main conclusions, recommendations, written texts."""
    with Dossier.open(env.data_dir, env) as dossier:
        cells = concluding.matrix(dossier, "2050")
        answers = dossier.values(Answer, "2050/")
        subs = []
        for cell in cells:
            if cell.section.id == "los" and cell.theme != "general":
                concluding.change_sub_conclusion(
                    dossier, cell.key, none_reason="Niet onderzocht in deze ronde."
                )
                continue
            prefix = {"deel-9": "kade1", "general": "rooster", "los": "los1"}[cell.section.id]
            theme = cell.theme if prefix == "kade1" and cell.theme != "general" else "-"
            question = prefix if prefix != "kade1" or cell.theme != "general" else "kade3"
            found = new_finding(dossier, "2050", cell.section.id, cell.theme)
            for key in answers:
                if key.split("/")[2:4] == [question, theme]:
                    cite(dossier, found.key, "answer", key)
            change_finding(
                dossier, found.key, text=f"De kade voldoet volgens wie het weet ({cell.section.id})."
            )
            sub = concluding.change_sub_conclusion(
                dossier, cell.key, text="Op dit punt is de haven op orde.", findings=(found.key,)
            )
            subs.append((sub.key, found.key))
        main = concluding.new_main_conclusion(dossier, "2050")
        concluding.change_main_conclusion(
            dossier, main.key, text="De haven doet wat is afgesproken.", sub_conclusions=(subs[0][0],)
        )
        group = recommending.new_group(dossier, "2050", "Onderhoud")
        advice = recommending.new_recommendation(dossier, "2050", last(group.key))
        recommending.change_recommendation(
            dossier, advice.key, text="Houd de kade schoon.", addressee="steering_group", deadline="2051-03",
            findings=(subs[0][1],),
        )  # fmt: skip
        update_round(dossier, "2050", reason="De haven bestaat tien jaar.", report_date="2050-09-01")
        write(dossier, "2050/1.2", "Niet iedereen was er het hele jaar bij.")


def test_from_its_file_to_its_report(env: Env, tmp_path: Path) -> None:
    asked = conduct(env)
    everyone = {f"G0{n}" for n in range(1, 7)}
    assert asked["alles"] == asked["rooster"] == asked["kade1"] == everyone
    assert len(asked["los1"]) == 3
    assert 0 < len(asked["kade2"]) < 6

    conclude(env)
    found = json.loads(run_cli("check --json", env).out)
    assert [f for f in found if f["severity"] == "error"] == []
    assert run_cli("check", env).code == 0

    report = tmp_path / "haven.md"
    run_cli(["report", "--to", str(report)], env).ok()
    text = report.read_text(encoding="utf-8")
    heads = [line.lstrip("#").strip() for line in text.splitlines() if line.startswith("### 3.")]
    assert heads == ["3.1 Kade # en water", "3.2 Geld", "3.3 Losse einden"]
    for number in range(1, 4):
        parts = [line for line in text.splitlines() if line.startswith(f"#### 3.{number}.")]
        assert [part.split(" ", 2)[2] for part in parts] == ["Algemeen", "Bereikbaarheid", "Leefbaarheid"]
    assert r"Wat \*\*werkt\*\* er op de kade, en voor wie?" in text
    assert (
        r"Doet de \*haven\* wat is \| afgesproken?" in text
        or r"Doet de \*haven\* wat is | afgesproken?" in text
    )
    assert text.count("\nNiet onderzocht in deze ronde.\n") == 2
    assert "\n3. Losse einden\n" in text  # a part without a sub-question is called by its title
    assert "Deelvraag:\n" not in text
    assert "{" not in text
    assert "- **kade3** Gaat het goed met Samenwerkingsagenda?" in text
    assert text.count("| anders, namelijk | 6 |") == 1
    assert "| Onderdeel | Aantal | Beeld |" in text
    assert "<b>" not in text
    for name in ("Zandloper", "Quirijn", "Snirsma"):
        assert name not in text
    run_cli("round close 2050 --yes", env).ok()


BARE = """format = "boce-survey/1"
id = "kort"
version = "1"
title = "Kort"

[[section]]
id = "enige"
title = "Enige deel"
report = true

[[question]]
id = "vraag"
section = "enige"
text = "Hoe gaat het?"
"""


def test_the_smallest_set_that_is_one(env: Env, tmp_path: Path) -> None:
    """No gate, no themes, no main question, no sub-question: what is missing can be written by hand."""
    survey = tmp_path / "kort.toml"
    survey.write_text(BARE, encoding="utf-8")
    run_cli(["round", "new", "--year", "2060", "--survey", str(survey), "--reason", "Zomaar."], env).ok()
    with Dossier.open(env.data_dir, env) as dossier:
        add_respondent(dossier, "2060", role="alderman", municipalities=("emmen",))
        plan_the_rest(dossier, "2060")
        talk = Conversation(dossier, "2060", "G01")
        talk.write_text(talk.step, "Best.")
        talk.finish(60)
        cell = concluding.matrix(dossier, "2060")[0]
        concluding.change_sub_conclusion(dossier, cell.key, none_reason="Eén gesprek is te weinig.")
    found = json.loads(run_cli("check --round 2060 --json", env).out)
    (main,) = [f for f in found if f["rule"] == "C11" and "1.3" in f["message"]]
    assert main["item"] == "chapter_text:2060/1.3"
    with Dossier.open(env.data_dir, env) as dossier:
        assert "2060/1.3" in [place.key for place in writable(dossier, "2060")]
        write(dossier, "2060/1.3", "Hoe gaat het eigenlijk?")
    found = json.loads(run_cli("check --round 2060 --json", env).out)
    assert {f["message"] for f in found if f["severity"] == "error"} == {
        "Er is nog geen hoofdconclusie.",
        "Er zijn nog geen aanbevelingen.",
    }
    report = tmp_path / "kort.md"
    run_cli(["report", "--round", "2060", "--draft", "--to", str(report)], env).ok()
    assert "De hoofdvraag van deze evaluatie is: Hoe gaat" in report.read_text(encoding="utf-8")


def test_it_travels_whole_with_its_answers(env: Env, tmp_path: Path) -> None:
    from dataclasses import replace

    conduct(env)
    conclude(env)
    first, second = tmp_path / "een.json", tmp_path / "twee.json"
    run_cli(["export", "cycle", "--to", str(first)], env).ok()
    other = replace(env, data_dir=tmp_path / "ander")
    run_cli(["import", str(first)], other).ok()
    run_cli(["export", "cycle", "--to", str(second)], other).ok()
    assert first.read_bytes() == second.read_bytes()


def test_its_questions_are_on_the_screen(env: Env, tmp_path: Path) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        plan_the_rest(dossier, "2050")
    with Terminal(["--data", str(env.data_dir), "interview", "G01"], tmp_path) as term:
        term.wait_for("Mag ik beginnen?", "ja hoor", "liever niet")
        term.send("<c-q>")
        assert term.wait_end() == 0


def test_it_is_read_back_without_a_brace(env: Env, tmp_path: Path) -> None:
    conduct(env)
    with Terminal(["--data", str(env.data_dir)], tmp_path, size=(120, 40)) as term:
        term.wait_for("Teruglezen")
        term.send("<down><down><down><down><enter>")
        term.wait_for("Hoe ver is Bereikbaarheid?")
        term.send("<down><down>")
        term.wait_for("Welk cijfer krijgt Bereikbaarheid in de gemeente?")
        term.send("c")
        term.wait_for("Welk cijfer krijgt het thema in de gemeente?")
        assert "{" not in term.text
        term.send("<esc>")
        term.wait_for("Verdeling")
        term.send("<down><down>")
        term.wait_for("Gaat het goed met Samenwerkingsagenda")
        assert "{" not in term.text
        term.send("<c-q>")
        assert term.wait_end() == 0


def test_the_next_round_asks_the_same(env: Env) -> None:
    run_cli("round next 2050", env).ok()
    shown = json.loads(run_cli("round show 2051 --json", env).ok().out)
    assert shown["instrument"] == "haven-toets"
