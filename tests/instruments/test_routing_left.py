"""An answer that is not asked for any more decides nothing: what hung from it goes along."""

from __future__ import annotations

from boce_tui.domain.answers import Choice, Rating
from boce_tui.instruments.conditions import Values
from boce_tui.instruments.routing import AnswerPlace, Answers, inapplicable, route
from tests.instruments.sets import ROUND, THEMES, marked, person, places, question, small

PER_THEME = "per_theme = true"
YES = 'type = "yes_no_partly"'
MARK = 'type = "rating_1_5"'
NO, ANY = '{ question = "Q1", any_value = ["no"] }', '{ question = "Q2", any_value = ["no"] }'
CHAIN = (
    question("Q1", YES),
    question("Q2", f"{YES}\nwhen = [{NO}]"),
    question("Q3", f"{YES}\nwhen = [{ANY}]"),
    question("Q4", 'when = [{ question = "Q3", answered = true }]'),
)


def test_an_answer_that_left_the_route_decides_nothing_any_more() -> None:
    """The first answer changes: what hung from it goes, and what hung from that, all the way down."""
    no, yes = {"value": Choice("no")}, {"value": Choice("yes")}
    answers: dict[AnswerPlace, Values] = {(q, None): no for q in ("Q1", "Q2", "Q3", "Q4")}
    survey = small(*CHAIN)
    assert places(route(survey, person(), ROUND, answers)) == ["Q1", "Q2", "Q3", "Q4", "Z9"]
    answers["Q1", None] = yes
    assert places(route(survey, person(), ROUND, answers)) == ["Q1", "Z9"]
    assert inapplicable(survey, person(), ROUND, answers) == [("Q2", None), ("Q3", None), ("Q4", None)]
    answers["Q1", None] = no
    assert places(route(survey, person(), ROUND, answers)) == ["Q1", "Q2", "Q3", "Q4", "Z9"]


def test_an_additional_answer_still_decides_on_the_short_route() -> None:
    survey = small(
        *(text.replace('weight = "core"', 'weight = "additional"', 1) for text in CHAIN[:2]), CHAIN[2]
    )
    answers: Answers = {(q, None): {"value": Choice("no")} for q in ("Q1", "Q2")}
    assert places(route(survey, person(), ROUND, answers, short=True)) == ["Q3", "Z9"]


def test_a_theme_that_is_not_mine_any_more_decides_nothing() -> None:
    survey = small(
        THEMES,
        question("P1", f"{PER_THEME}\n{MARK}"),
        question("Q1", 'when = [{ question = "P1", at_most = 2 }]'),
    )
    answers: dict[AnswerPlace, Values] = {
        ("T1", None): marked(roads="some", water="some"),
        ("P1", "roads"): {"value": Rating(5)},
        ("P1", "water"): {"value": Rating(1)},
    }
    assert "Q1" in places(route(survey, person(), ROUND, answers))
    answers["T1", None] = marked(roads="some", water="none")
    assert "Q1" not in places(route(survey, person(), ROUND, answers))


def test_a_part_that_does_not_apply_any_more_decides_nothing() -> None:
    why = (
        f'{MARK}\n[[question.part]]\nid = "why"\ntype = "yes_no_partly"\nlabel = {{ nl = "w", en = "w" }}\n'
        'show_when = [{ part = "value", at_most = 2 }]'
    )
    after = question("Q2", 'when = [{ question = "Q1", part = "why", any_value = ["no"] }]')
    survey = small(question("Q1", why), after)
    for mark, comes in ((1, True), (5, False)):
        values: Values = {"value": Rating(mark), "why": Choice("no")}
        found = places(route(survey, person(), ROUND, {("Q1", None): values}))
        assert ("Q2" in found) is comes, mark


def test_what_one_at_the_table_is_not_asked_may_still_decide_by_the_answer_of_the_table() -> None:
    survey = small(
        question("Q1", f'{YES}\nfor = {{ groups = ["executive"] }}'), question("Q2", f"when = [{NO}]")
    )
    table = [person("R01"), person("R02", "executive", "alderman")]
    answers: Answers = {("Q1", None): {"value": Choice("no")}}
    held = {step.question: step.participants for step in route(survey, table, ROUND, answers)}
    assert held["Q2"] == ("R01", "R02")
