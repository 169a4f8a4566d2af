"""Candidate themes: what is missing, the hours, the decision, the agenda."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from boce_tui.cycle.planning.fields import FieldProblem
from boce_tui.cycle.taking_in.intakes import (
    add_intake,
    intake_book,
    intake_key,
    intakes,
    put_on_agenda,
    remove_intake,
    rename_intake,
)
from boce_tui.cycle.taking_in.judging import judge
from boce_tui.domain.agenda import Theme
from boce_tui.domain.intake import HOLD, INCLUDE, REJECT, SHARE
from boce_tui.domain.round import Instrument, Round
from boce_tui.errors import BadInput
from boce_tui.store import Dossier
from tests.cycle.factory import ROUND, small_round
from tests.cycle.taking_in.complete import COMPLETE, complete_intake, put, there_are
from tests.support import make_env


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with small_round(tmp_path / "data", make_env(tmp_path)) as made:
        yield made


def test_a_new_one_has_a_number_a_kept_question_set_and_a_name_of_its_own(dossier: Dossier) -> None:
    first = add_intake(dossier, ROUND, "  Wonen   voor\nouderen ")
    assert first.key == "2041/T01"
    assert first.value is not None
    assert first.value.title == "Wonen voor ouderen"
    kept = dossier.value(Instrument, "2041/theme_intake")
    assert kept is not None
    assert kept.version == first.value.version
    with pytest.raises(FieldProblem):
        add_intake(dossier, ROUND, "wonen voor OUDEREN")
    with pytest.raises(FieldProblem):
        add_intake(dossier, ROUND, "   ")
    assert add_intake(dossier, ROUND, "Sport").key == "2041/T02"
    assert intake_key(dossier, ROUND, "sport") == intake_key(dossier, ROUND, "t02") == "2041/T02"
    with pytest.raises(FieldProblem):
        rename_intake(dossier, "2041/T02", "Wonen voor ouderen")
    remove_intake(dossier, "2041/T02")
    assert list(intakes(dossier, ROUND)) == ["2041/T01"]


def test_complete_with_hours_it_is_to_be_included(dossier: Dossier) -> None:
    key = complete_intake(dossier)
    found = judge(dossier, key)
    assert [one.section for one in found.missing] == ["hours"]  # what there is was not filled in
    assert found.advice.choice == HOLD
    there_are(dossier)
    found = judge(dossier, key)
    assert found.missing == ()
    assert found.advice.choice == INCLUDE


@pytest.mark.parametrize("left_out", COMPLETE)
def test_whatever_is_left_out_is_missing_and_holds_it(dossier: Dossier, left_out: str) -> None:
    there_are(dossier)
    key = add_intake(dossier, ROUND, "Sport").key
    if left_out.startswith("U2."):
        left_out = "U2.aalden.q1=10"
    put(dossier, key, *(one for one in COMPLETE if one != left_out))
    found = judge(dossier, key)
    assert [one.question for one in found.missing] == [left_out.split(".")[0].split("=")[0]]
    assert found.advice.choice == HOLD
    with pytest.raises(FieldProblem):
        put(dossier, key, "B1.decision=include")
    assert judge(dossier, key).decision == ""
    put(dossier, key, left_out)
    put(dossier, key, "B1.decision=include")
    assert judge(dossier, key).decision == INCLUDE


@pytest.mark.parametrize("unknown", ["D1.beilveen.support=dont_know", "H5=dont_know", "K2=dont_know"])
def test_who_does_not_know_has_not_answered(dossier: Dossier, unknown: str) -> None:
    there_are(dossier)
    key = complete_intake(dossier)
    put(dossier, key, unknown)
    assert len(judge(dossier, key).missing) == 1


def test_one_municipality_without_support(dossier: Dossier) -> None:
    there_are(dossier)
    key = complete_intake(dossier)
    put(dossier, key, "D1.coevergat.support=no")
    found = judge(dossier, key)
    assert found.facts.refusals == (("coevergat", "executive"),)
    assert found.advice.choice == REJECT
    put(dossier, key, "V2=joint_learning")
    assert judge(dossier, key).advice.choice == SHARE


def test_hours_beyond_what_there_is_are_over(dossier: Dossier) -> None:
    there_are(dossier, 20)
    key = complete_intake(dossier)
    put(dossier, key, "U2.aalden.q3=20")
    assert judge(dossier, key).hours.over_quarters == ()
    put(dossier, key, "U2.aalden.q3=20,5")
    found = judge(dossier, key)
    assert found.hours.over_quarters == ("q3",)
    assert found.hours.over("aalden", "q3")
    assert not found.hours.over("beilveen", "q3")
    assert found.advice.choice == HOLD
    assert found.advice.reasons == ("hours",)


def test_what_an_included_theme_takes_is_not_there_for_the_next(dossier: Dossier) -> None:
    there_are(dossier, 15)
    first, second = complete_intake(dossier), complete_intake(dossier, "Sport")
    assert judge(dossier, second).advice.choice == INCLUDE
    put(dossier, first, "B1.decision=include")
    assert judge(dossier, first).hours.over_quarters == ()  # it does not stand in its own way
    assert judge(dossier, second).hours.over_quarters == ("q1",)
    put(dossier, second, "U1=2043")
    assert judge(dossier, second).hours.over_quarters == ()  # another year, other hours


def test_milestones_that_do_not_fit_in_their_quarter(dossier: Dossier) -> None:
    there_are(dossier)
    key = complete_intake(dossier)
    put(dossier, key, "P1.m1.hours=30")
    assert judge(dossier, key).hours.over_quarters == ()
    put(dossier, key, "P1.m1.hours=31")  # 30 are budgeted in the first quarter
    assert judge(dossier, key).hours.over_quarters == ("q1",)
    put(dossier, key, "P1.m1.hours=25", "P1.m1.date=01-04-2042")
    assert judge(dossier, key).hours.over_quarters == ("q2",)  # nothing is budgeted there
    put(dossier, key, "P1.m1.date=01-04-2043")
    found = judge(dossier, key).hours
    assert found.over_quarters == ()
    assert [one.row for one in found.outside] == ["m1"]


def test_another_decision_than_the_advice_needs_a_motivation(dossier: Dossier) -> None:
    there_are(dossier)
    key = complete_intake(dossier)
    put(dossier, key, "B1.decision=reject")
    found = judge(dossier, key)
    assert found.deviates
    assert found.unmotivated
    put(dossier, key, "B1.text=Eerst iets anders.")
    found = judge(dossier, key)
    assert found.deviates
    assert not found.unmotivated


def test_what_was_included_and_then_emptied_is_premature(dossier: Dossier) -> None:
    there_are(dossier)
    key = complete_intake(dossier)
    put(dossier, key, "B1.decision=include")
    put(dossier, key, "O1=")
    assert judge(dossier, key).premature


def test_on_the_agenda_it_becomes_a_theme_from_the_day_of_the_decision(dossier: Dossier) -> None:
    there_are(dossier)
    key = complete_intake(dossier)
    with pytest.raises(FieldProblem):
        put_on_agenda(dossier, key)
    put(dossier, key, "B1.decision=include")
    with pytest.raises(FieldProblem):
        put_on_agenda(dossier, key)  # no day
    put(dossier, key, "B1.date=20-09-2041")
    made = put_on_agenda(dossier, key)
    assert made.value is not None
    theme = dossier.value(Theme, made.value.theme)
    assert theme is not None
    assert (theme.name, theme.start) == ("Wonen voor ouderen", "2041-09-20")
    round_ = dossier.value(Round, ROUND)
    assert round_ is not None
    assert made.value.theme not in (
        *round_.focus_themes,
        *round_.left_out,
    )  # R71: not in a running evaluation
    with pytest.raises(FieldProblem):
        put_on_agenda(dossier, key)
    with pytest.raises(FieldProblem):
        remove_intake(dossier, key)


def test_a_wrong_answer_changes_nothing_of_what_was_said_with_it(dossier: Dossier) -> None:
    key = add_intake(dossier, ROUND, "Sport").key
    before = dossier.get(type(intake_book(dossier, key).sheet), key)
    for wrong in ("K1=7", "Z9=x", "U2.nergens.q1=3", "U2.aalden.q1=-3", "B1.date=morgen", "geen", "U2=5"):
        with pytest.raises(BadInput):
            put(dossier, key, "O1=iets", wrong)
    after = dossier.get(type(intake_book(dossier, key).sheet), key)
    assert before is not None
    assert after is not None
    assert before.id == after.id
