"""The rules of a conversation, without a screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from boce_tui.cycle.interviewing import Conversation, StepState, overview
from boce_tui.domain.answers import Choice, Choices, Grid, Items, Rating
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.round import Interview
from boce_tui.env import Env
from boce_tui.errors import BadInput
from boce_tui.instruments.steps import Step
from boce_tui.store import Dossier
from tests.cycle.factory import ALDERMAN, ALONE, EMPTY, FRESH, JOINT, ROUND, small_round


@pytest.fixture
def dossier(tmp_path: Path, env: Env) -> Dossier:
    return small_round(tmp_path / "data", env)


def at(talk: Conversation, question: str, theme: str | None = None) -> Step:
    """The step of a question."""
    index = talk.find(question, theme)
    assert index is not None, f"{question} is not on the route"
    return talk.steps[index]


def test_consent_first(dossier: Dossier) -> None:
    talk = Conversation(dossier, ROUND, FRESH)
    assert talk.step.question == "I4"
    assert talk.go(5).question == "I4"
    talk.set_value(talk.step, "value", Choice(option="no"))
    assert talk.go(5).question == "I4"
    talk.set_value(talk.step, "value", Choice(option="yes"))
    assert talk.gate() is None
    assert talk.go(1).question == "I1"


def test_an_unknown_or_empty_interview_is_explained(dossier: Dossier) -> None:
    with pytest.raises(BadInput, match="G99"):
        Conversation(dossier, ROUND, "G99")
    with pytest.raises(BadInput, match=EMPTY):
        Conversation(dossier, ROUND, EMPTY)


def test_what_is_said_about_themes_changes_the_route_and_keeps_answers(dossier: Dossier) -> None:
    talk = Conversation(dossier, ROUND, ALONE)
    talk.write_text(at(talk, "A1", "accessibility"), "een visie")
    marks = at(talk, "I3")
    talk.set_cell(marks, "value", "accessibility", "involvement", "none")
    talk.set_cell(marks, "value", "housing", "involvement", "lead")
    talk.refresh_route()
    assert {step.theme for step in talk.steps} == {None, "housing"}
    assert [(key.question, answer.text) for key, answer in talk.outside_route()] == [("A1", "een visie")]
    talk.set_cell(marks, "value", "accessibility", "involvement", "lead")
    talk.refresh_route()
    assert talk.outside_route() == []
    assert talk.answer(at(talk, "A1", "accessibility")).text == "een visie"


def test_the_place_on_the_screen_stays_when_the_route_grows(dossier: Dossier) -> None:
    talk = Conversation(dossier, ROUND, ALONE)
    talk.go_to(("E1", None))
    before = talk.at
    for theme in ("accessibility", "housing"):
        talk.set_cell(at(talk, "I3"), "value", theme, "involvement", "lead")
    assert talk.refresh_route()
    assert talk.step.question == "E1"
    assert talk.at > before


def test_skip_and_later_give_way_to_an_answer(dossier: Dossier) -> None:
    talk = Conversation(dossier, ROUND, ALONE)
    step = at(talk, "E1")
    talk.skip(step, "declined")
    assert talk.state(step) is StepState.SKIPPED
    talk.set_value(step, "value", Rating(score=4))
    assert talk.answer(step).skipped is None
    talk.mark_later(step, later=True)
    assert talk.state(step) is StepState.LATER
    talk.mark_later(step, later=False)
    assert talk.state(step) is StepState.DONE
    talk.skip(step, "no_time")
    talk.write_text(step, "toch nog")
    assert talk.answer(step).skipped is None


def test_a_table_is_done_when_every_choice_is_made(dossier: Dossier) -> None:
    talk = Conversation(dossier, ROUND, ALONE)
    step = at(talk, "S4", "accessibility")
    talk.set_cell(step, "value", "executives", "enough", "yes")
    assert talk.state(step) is StepState.BUSY
    talk.set_cell(step, "value", "officials", "enough", "no")
    assert talk.state(step) is StepState.DONE
    step = at(talk, "A3", "accessibility")
    talk.write_cell(step, "value", "joint_learning", "result", "kennis")
    assert talk.state(step) is StepState.DONE, "not every box needs filling"


def test_undo_takes_back_one_choice_at_a_time_and_never_text(dossier: Dossier) -> None:
    talk = Conversation(dossier, ROUND, ALONE)
    step = at(talk, "E1")
    talk.set_value(step, "value", Rating(score=2))
    talk.write_text(step, "tekst blijft")
    talk.toggle_probe(step, 0)
    talk.add_quote(step, "tekst blijft", 0)
    undone = [talk.undo(step) for _ in range(3)]
    assert [item.quote for item in undone if item] == [True, False, False]
    assert talk.answer(step) == Answer(text="tekst blijft")
    assert talk.quotes_at(step) == []
    assert talk.undo(step) is None


def test_undo_after_a_restart_takes_back_the_last_choice_but_no_text(dossier: Dossier) -> None:
    step = at(Conversation(dossier, ROUND, ALONE), "E1")
    Conversation(dossier, ROUND, ALONE).set_value(step, "value", Rating(score=2))
    again = Conversation(dossier, ROUND, ALONE)
    assert again.undo(step) is not None
    assert again.answer(step).values == {}
    again.write_text(step, "woorden")
    assert Conversation(dossier, ROUND, ALONE).undo(step) is None
    assert again.answer(step).text == "woorden"


def test_typed_values_are_kept_clean(dossier: Dossier) -> None:
    talk = Conversation(dossier, ROUND, ALONE)
    talk.write_items(at(talk, "S1"), "value", (" vertrouwen ", "", "tijd\x1b"))
    assert talk.answer(at(talk, "S1")).values["value"] == Items(("vertrouwen", "tijd\ufffd"))
    step = at(talk, "A3", "accessibility")
    talk.write_cell(step, "value", "joint_action", "result", "visie")
    talk.write_cell(step, "value", "joint_action", "result", "")
    assert talk.answer(step).values == {}
    talk.write_cell(step, "value", "joint_learning", "result", "kennis")
    assert talk.answer(step).values["value"] == Grid({"joint_learning": {"result": "kennis"}})
    step = at(talk, "S3", "accessibility")
    talk.set_value(step, "value", Choices(options=("tangible", "other")))
    talk.write_other(step, "value", "dichtbij")
    assert talk.answer(step).values["value"] == Choices(options=("tangible", "other"), other="dichtbij")


def test_one_participant_may_answer_apart(dossier: Dossier) -> None:
    talk = Conversation(dossier, ROUND, JOINT)
    step = at(talk, "E1")
    talk.write_text(step, "samen")
    talk.write_text(step, "alleen", "R07")
    assert (talk.answer(step).text, talk.answer(step, "R07").text) == ("samen", "alleen")
    assert len(talk.answers_at(step)) == 2
    talk.set_speakers(step, ("R03",))
    assert talk.answer(step).speakers == ("R03",)
    talk.set_speakers(step, ("R03", "R07"))
    assert talk.answer(step).speakers == (), "everyone is the same as nobody in particular"


def test_the_place_is_noted_without_a_revision(dossier: Dossier) -> None:
    talk = Conversation(dossier, ROUND, ALONE)
    revisions = len(dossier.history(Interview, f"{ROUND}/{ALONE}"))
    talk.go_to(("E3", None))
    talk.note_place(754)
    assert len(dossier.history(Interview, f"{ROUND}/{ALONE}")) == revisions
    again = Conversation(dossier, ROUND, ALONE)
    assert (again.step.question, again.spent_before, again.resumed) == ("E3", 754, True)
    again.go_to(("A2", "accessibility"))
    again.finish(1000)
    interview = dossier.value(Interview, f"{ROUND}/{ALONE}")
    assert interview is not None
    assert (interview.state, interview.position) == ("held", "A2/accessibility")
    assert interview.spent_seconds == 1000


def test_finishing_never_puts_an_interview_back(dossier: Dossier) -> None:
    talk = Conversation(dossier, ROUND, ALONE)
    for state in ("held", "worked_out", "for_approval", "approved"):
        talk.set_state(state)
    talk.finish(10)
    assert talk.interview.state == "approved"


def test_the_overview_counts_what_is_settled(dossier: Dossier) -> None:
    talk = Conversation(dossier, ROUND, ALDERMAN)
    talk.skip(at(talk, "I1"), "declined")
    talk.add_quote(at(talk, "S8"), "niemand is de baas")
    lines = {line.id: line for line in overview(dossier, ROUND)}
    mine = lines[ALDERMAN]
    assert (mine.settled, mine.total) == (talk.progress().settled, talk.progress().total)
    assert mine.settled == 3
    assert mine.themes == ("housing", "accessibility")
    assert lines[EMPTY].total == 0
    assert lines[JOINT].groups == ("official",)
