"""``boce round next``: what the new round of the example knows, and that it knows nothing it should not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from boce_tui.cycle.context import question_set, round_context
from boce_tui.cycle.planning import add_respondent, open_recommendations
from boce_tui.domain.agenda import Ambition
from boce_tui.domain.entities import KINDS
from boce_tui.domain.interviewing import Answer, Quote
from boce_tui.domain.kept_figures import KeptFigure
from boce_tui.domain.keys import last
from boce_tui.domain.noting import Note
from boce_tui.domain.recommendation import FollowUp, Recommendation
from boce_tui.domain.round import Instrument, Respondent, Round
from boce_tui.env import Env
from boce_tui.instruments.audience import Profile
from boce_tui.instruments.routing import route
from boce_tui.names import Names, find_key
from boce_tui.store import Dossier
from tests.example import example_env
from tests.support import run_cli


@pytest.fixture
def env(tmp_path: Path) -> Env:
    """The example with a final report and the round after it."""
    made = example_env(tmp_path)
    run_cli("round close 2041 --yes", made).ok()
    said = run_cli("round next 2041", made).ok()
    assert "2042" in said.err
    return made


def test_it_takes_over_what_the_year_needs(env: Env) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        before, after = dossier.value(Round, "2041"), dossier.value(Round, "2042")
        assert before is not None
        assert after is not None
        assert (after.previous, after.status, after.version, after.closed) == ("2041", "draft", "0.1", False)
        for name in (
            "instrument",
            "focus_themes",
            "left_out",
            "count_threshold",
            "scan_months",
            "action_days",
        ):
            assert getattr(after, name) == getattr(before, name), name
        assert (after.reason, after.assignment, after.dates, after.report_date) == ("", "", {}, "")
        assert question_set(dossier, "2042").digest == question_set(dossier, "2041").digest
        mine = [n for n in open_recommendations(dossier, "2042") if n.startswith("2041/")]
        assert len(mine) == len(dossier.values(Recommendation, "2041/"))
        ambition = dossier.values(Ambition)
        assert {o.nl for o in round_context(dossier, "2042").ambitions} == {a.text for a in ambition.values()}


def test_it_holds_a_round_and_a_question_set_and_nothing_else(env: Env) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        found = {(kind, key) for kind in KINDS for key in dossier.values(kind, "2042")}
    assert found == {(Round, "2042"), (Instrument, "2042/annual_evaluation")}


def test_no_byte_of_it_is_from_an_interview(env: Env, tmp_path: Path) -> None:
    run_cli(["export", "cycle", "--round", "2042", "--to", str(tmp_path / "c.json")], env).ok()
    document = (tmp_path / "c.json").read_text(encoding="utf-8")
    text = json.dumps(json.loads(document), ensure_ascii=False)
    with Dossier.open(env.data_dir, env) as dossier:
        names = Names(dossier.folder)
        key = find_key(env, dossier.folder, example=True)
        assert key is not None
        names.unlock(key)
        people = names.data().people
        said = [a.said for a in dossier.values(Answer, "2041/").values()]
        said += [q.text for q in dossier.values(Quote, "2041/").values()]
        said += [n.text for n in dossier.values(Note, "2041/").values()]
        codes = {last(k) for k in dossier.values(Respondent)}
    entities = {row["entity"] for row in json.loads(document)["revisions"]}
    assert not entities & {
        "answer",
        "quote",
        "note",
        "respondent",
        "interview",
        "interview_record",
        "finding",
    }
    assert people
    assert codes
    for code in codes:
        assert f'"{code}"' not in text
        assert f"/{code}" not in text
    for person in people.values():
        for word in (person.name, person.email):
            assert not word or word not in text
    # A sentence from an interview; short answers ("ja", "goed") are words like any other.
    sentences = {" ".join(words.split()) for words in said if len(words) > 40}
    assert sentences
    assert not [words for words in sentences if words in text]


def test_last_years_recommendations_are_asked_about(env: Env) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        advice = dossier.values(Recommendation, "2041/")
        context = round_context(dossier, "2042")
        assert [row.id for row in context.recommendations] == [
            row.id for row in sorted(context.recommendations, key=lambda row: row.nl)
        ]
        assert {row.id for row in context.recommendations} == {last(key).lower() for key in advice}
        steps = route(
            question_set(dossier, "2042"),
            [Profile(code="R77", group="official", roles=("theme_lead",))],
            context,
            {},
        )
        asked = {step.question: step for step in steps}
        assert "F1" in asked
        assert not dossier.values(FollowUp, "2041/")


def test_its_figures_are_kept_for_the_year_after(env: Env) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        kept = dossier.values(KeptFigure, "2041/")
    assert "2041/E1/-/value" in kept
    assert all(figure.total.people >= 5 for figure in kept.values())
    assert all(row.people >= 5 for figure in kept.values() for row in figure.groups.values())


def test_codes_are_not_given_twice(env: Env) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        names = Names(dossier.folder)
        key = find_key(env, dossier.folder, example=True)
        assert key is not None
        names.unlock(key)
        old = {last(k) for k in dossier.values(Respondent)}
        new = {
            last(
                add_respondent(dossier, "2042", names=names, role="theme_lead", municipalities=("emmen",)).key
            )
            for _one in range(30)
        }
    assert len(new) == 30
    assert not new & old


def test_what_was_decided_is_followed_up_from_the_new_round(env: Env) -> None:
    found = json.loads(run_cli("follow-up --round 2042 --json", env).ok().out)
    assert {one["recommendation"].partition("-")[0] for one in found} == {"2041", "2021"}
    run_cli("follow-up add 2041-1a --owner steering_group --by 2042-03", env).ok()
    mine = json.loads(run_cli("follow-up --body steering_group --round 2042 --json", env).ok().out)
    assert [one["deadline"] for one in mine if one["action"].startswith("2041/1a/a")] == ["2042-03"]
