"""Routing in small sets: themes, order, people at one table, and answers that change."""

from __future__ import annotations

import msgspec
import pytest

from boce_tui.domain.answers import Choice, Grid, Rating
from boce_tui.instruments.audience import Profile
from boce_tui.instruments.routing import Answers, inapplicable, route
from tests.instruments.sets import ROADS, ROUND, THEMES, WATER, marked, person, places, question, small

PER_THEME = "per_theme = true"
YES = 'type = "yes_no_partly"'
MARK = 'type = "rating_1_5"'
OWN = question("P1", PER_THEME) + question("P2", PER_THEME) + question("Q1") + question("P3", PER_THEME)


def test_without_themes_there_are_no_theme_questions() -> None:
    assert places(route(small(THEMES, OWN), person(), ROUND)) == ["T1", "Q1", "Z9"]


def test_unbroken_series_per_theme_go_theme_by_theme() -> None:
    found = places(route(small(THEMES, OWN), person(roads=1, water=1), ROUND))
    assert found == ["T1", "P1/roads", "P2/roads", "P1/water", "P2/water", "Q1", "P3/roads", "P3/water", "Z9"]


def test_a_series_ends_with_the_section() -> None:
    survey = small(THEMES, question("P1", PER_THEME), question("P2", PER_THEME, section="two"))
    found = places(route(survey, person(roads=1, water=1), ROUND))
    assert found == ["T1", "P1/roads", "P1/water", "P2/roads", "P2/water", "Z9"]


def test_sections_decide_the_order_before_the_file_does() -> None:
    survey = small(question("B1", section="two"), question("A1"))
    assert places(route(survey, person(), ROUND)) == ["A1", "B1", "Z9"]


def test_the_most_involved_theme_comes_first_and_equal_ones_in_the_order_of_the_round() -> None:
    survey = small(THEMES, question("P1", PER_THEME))
    assert places(route(survey, person(roads=1, water=3), ROUND))[1:3] == ["P1/water", "P1/roads"]
    turned = msgspec.structs.replace(ROUND, focus_themes=(WATER, ROADS))
    assert places(route(survey, person(roads=2, water=2), turned))[1:3] == ["P1/water", "P1/roads"]


@pytest.mark.parametrize(
    ("cells", "themes"),
    [
        ({"roads": "some"}, ["roads"]),
        ({"roads": "some", "water": "full"}, ["water", "roads"]),
        ({"roads": "none", "water": "none"}, []),
        ({"parks": "full"}, []),
        ({"roads": "gone"}, ["water"]),
        ({}, ["water"]),
    ],
)
def test_what_was_marked_goes_before_what_was_expected(cells: dict[str, str], themes: list[str]) -> None:
    survey = small(THEMES, question("P1", PER_THEME))
    steps = route(survey, person(water=2), ROUND, {("T1", None): marked(**cells)})
    assert [step.theme for step in steps if step.theme] == themes


def test_themes_outside_the_round_are_not_asked_about() -> None:
    steps = route(small(THEMES, question("P1", PER_THEME)), person(parks=3, roads=1), ROUND)
    assert [step.theme for step in steps if step.theme] == ["roads"]


def test_a_set_without_a_marking_question_uses_the_expected_themes() -> None:
    assert places(route(small(question("P1", PER_THEME)), person(water=1), ROUND)) == ["P1/water", "Z9"]


def test_involvement_can_be_asked_for_per_theme_and_in_general() -> None:
    leads = question("P1", PER_THEME + "\nfor = { involvement = 3 }") + question(
        "Q1", "for = { involvement = 2 }"
    )
    survey = small(THEMES, leads)
    assert places(route(survey, person(roads=3, water=2), ROUND)) == ["T1", "P1/roads", "Q1", "Z9"]
    assert places(route(survey, person(roads=1), ROUND)) == ["T1", "Z9"]


def test_one_theme_is_enough_for_a_general_question_about_involvement() -> None:
    survey = small(THEMES, question("Q1", "for = { involvement = 2 }"))
    for themes, comes in (
        ({"roads": 3, "water": 1}, True),
        ({"roads": 2}, True),
        ({"roads": 1, "water": 1}, False),
        ({"parks": 3}, False),
    ):
        assert (
            "Q1" in places(route(survey, person("R01", "official", "theme_lead", **themes), ROUND))
        ) is comes, themes


def test_only_the_table_of_themes_marks_themes() -> None:
    more = (
        '[[question.part]]\nid = "other_table"\ntype = "grid"\nlabel = { nl = "x", en = "x" }\n'
        'rows = [{ id = "water", nl = "W", en = "W" }]\ncolumns = [{ id = "much", type = "rating_1_5" }]\n'
        '[[question.part]]\nid = "mark"\ntype = "rating_1_5"\nlabel = { nl = "y", en = "y" }\n'
    )
    survey = small(THEMES + more, question("P1", PER_THEME))
    answers: Answers = {
        ("T1", None): {
            **marked(roads="some"),
            "other_table": Grid({"water": {"much": 5}}),
            "mark": Rating(3),
        }
    }
    assert places(route(survey, person(), ROUND, answers)) == ["T1", "P1/roads", "Z9"]
    no_table: Answers = {("T1", None): {"value": Rating(3)}}
    assert places(route(survey, person(water=1), ROUND, no_table)) == ["T1", "P1/water", "Z9"]


def test_participated_before() -> None:
    survey = small(question("Q1", "for = { participated_before = true }"))
    before = Profile(group="official", participated_before=True)
    assert places(route(survey, before, ROUND)) == ["Q1", "Z9"]
    assert places(route(survey, person(), ROUND)) == ["Z9"]


def test_from_year_counts_rounds() -> None:
    survey = small(question("Q1", "from_year = 2"), question("Q2", "from_year = 3"))
    assert ROUND.first_round
    for number, expected in ((1, ["Z9"]), (2, ["Q1", "Z9"]), (3, ["Q1", "Q2", "Z9"])):
        context = msgspec.structs.replace(ROUND, number=number)
        assert context.first_round is (number == 1)
        assert places(route(survey, person(), context)) == expected


def test_a_condition_looks_at_the_same_theme() -> None:
    survey = small(
        question("P1", f"{PER_THEME}\n{MARK}"),
        question("P2", PER_THEME + '\nwhen = [{ question = "P1", at_most = 2 }]'),
        question("Q1"),
        question("P3", PER_THEME + '\nwhen = [{ question = "P1", at_most = 2, any_theme = true }]'),
        question("Q2", 'when = [{ question = "P1", at_most = 2 }]'),
    )
    answers: Answers = {("P1", "roads"): {"value": Rating(5)}, ("P1", "water"): {"value": Rating(1)}}
    found = places(route(survey, person(roads=1, water=1), ROUND, answers))
    assert found == ["P1/roads", "P1/water", "P2/water", "Q1", "P3/roads", "P3/water", "Q2", "Z9"]


def test_a_theme_question_may_look_at_a_general_one() -> None:
    survey = small(
        question("Q1", YES), question("P1", PER_THEME + '\nwhen = [{ question = "Q1", any_value = ["no"] }]')
    )
    assert places(route(survey, person(roads=1), ROUND)) == ["Q1", "Z9"]
    answers: Answers = {("Q1", None): {"value": Choice("no")}}
    assert places(route(survey, person(roads=1), ROUND, answers)) == ["Q1", "P1/roads", "Z9"]


def test_all_conditions_must_hold() -> None:
    both = 'when = [{ question = "Q1", any_value = ["no"] }, { question = "Q2", any_value = ["no"] }]'
    survey = small(question("Q1", YES), question("Q2", YES), question("Q3", both))
    no, yes = {"value": Choice("no")}, {"value": Choice("yes")}
    assert "Q3" in places(route(survey, person(), ROUND, {("Q1", None): no, ("Q2", None): no}))
    assert "Q3" not in places(route(survey, person(), ROUND, {("Q1", None): no, ("Q2", None): yes}))
    assert "Q3" not in places(route(survey, person(), ROUND, {("Q1", None): no}))


def test_the_short_route_keeps_core_only() -> None:
    survey = small(question("Q1").replace('weight = "core"', 'weight = "additional"'), question("Q2"))
    assert places(route(survey, person(), ROUND, short=True)) == ["Q2", "Z9"]


def test_consent_comes_first_wherever_it_stands() -> None:
    survey = small(question("Q1"), question("Q2", f'{YES}\nmust_be = ["yes"]', section="two"))
    assert places(route(survey, person(), ROUND))[0] == "Q2"


# --- several people at one table ----------------------------------------------------------------------------


def test_each_step_says_for_whom_it_holds() -> None:
    survey = small(THEMES, question("P1", PER_THEME), question("Q1", 'for = { groups = ["executive"] }'))
    two = [person("R01", roads=1), person("R02", "executive", "alderman", water=2)]
    held = {step.place: step.participants for step in route(survey, two, ROUND)}
    assert held == {
        ("T1", None): ("R01", "R02"),
        ("P1", "water"): ("R02",),
        ("P1", "roads"): ("R01",),
        ("Q1", None): ("R02",),
        ("Z9", None): ("R01", "R02"),
    }


def test_an_answer_of_one_person_goes_before_the_one_of_the_table() -> None:
    survey = small(question("Q1", YES), question("Q2", 'when = [{ question = "Q1", any_value = ["no"] }]'))
    table = [person("R01"), person("R02")]
    answers: Answers = {("Q1", None): {"value": Choice("no")}, ("Q1", None, "R02"): {"value": Choice("yes")}}
    held = {step.question: step.participants for step in route(survey, table, ROUND, answers)}
    assert held["Q2"] == ("R01",)


def test_everybody_marks_their_own_themes() -> None:
    survey = small(THEMES, question("P1", PER_THEME))
    answers: Answers = {("T1", None, "R01"): marked(roads="some"), ("T1", None, "R02"): marked(water="full")}
    held = {
        step.place: step.participants
        for step in route(survey, [person("R01"), person("R02")], ROUND, answers)
    }
    assert list(held)[1:3] == [("P1", "water"), ("P1", "roads")]
    assert held["P1", "water"] == ("R02",)
    assert held["P1", "roads"] == ("R01",)


def test_nobody_at_the_table_is_no_crash() -> None:
    assert route(small(THEMES, OWN), [], ROUND) == []


# --- answers that no longer apply ---------------------------------------------------------------------------


def test_inapplicable_names_what_is_no_longer_asked_and_nothing_else() -> None:
    survey = small(
        THEMES, question("P1", PER_THEME), question("Q1", 'for = { groups = ["executive"] }'), question("Q2")
    )
    two = [person("R01", roads=1), person("R02", "executive", "alderman")]
    answers: Answers = {
        ("P1", "roads"): {},
        ("P1", "water"): {},
        ("P1", "parks"): {},
        ("Q1", None, "R01"): {},
        ("Q1", None, "R02"): {},
        ("Q1", None): {},
        ("Q2", None, "R09"): {},
        ("X1", None): {},
        ("OLD", None): {},
    }
    assert inapplicable(survey, two, ROUND, answers) == [
        ("P1", "water"), ("P1", "parks"), ("Q1", None, "R01"), ("Q2", None, "R09"),
    ]  # fmt: skip
    assert len(answers) == 9


def test_an_additional_answer_still_applies_after_the_change_to_the_short_route() -> None:
    survey = small(question("Q1").replace('weight = "core"', 'weight = "additional"'))
    assert inapplicable(survey, person(), ROUND, {("Q1", None): {}}) == []
