"""What is right is accepted: the check does not get in the way of sets that work."""

from __future__ import annotations

import pytest

from tests.instruments.sets import HEAD, THEMES, check, question

MARK = 'type = "rating_1_5"'
YES_NO = 'type = "yes_no_partly"'
TABLE = (
    'type = "grid"\nrows = [{ id = "r", nl = "R", en = "R" }, { id = "s", nl = "S", en = "S" }]\n'
    'columns = [{ id = "c", type = "rating_1_5", label = { nl = "C", en = "C" } }, '
    '{ id = "d", type = "yes_no_partly", label = { nl = "D", en = "D" } }]'
)
FROM_ROUND = 'type = "grid"\nrow_source = "bodies"\ncolumns = [{ id = "c", type = "yes_no_partly" }]'
BOTH = (
    f"{MARK}\n[[question.part]]\nid = 'table'\nlabel = {{ nl = 'T', en = 'T' }}\n"
    + TABLE
    + "\n[[question.part]]\nid = 'more'\nlabel = { nl = 'M', en = 'M' }\n"
    + FROM_ROUND
)
PER_THEME = f"per_theme = true\n{YES_NO}"


@pytest.mark.parametrize(
    ("first", "conditions"),
    [
        (MARK, "at_least = 5"),
        (MARK, "at_most = 1"),
        (MARK, "at_least = 3, at_most = 3"),
        (MARK, 'any_value = ["dont_know"]'),
        (MARK, "any_value = [1, 2]"),
        (MARK, "answered = false"),
        ('type = "number"', "at_least = 1e6"),
        ('type = "number"\nmax = 9', "at_least = 9"),
        (TABLE, 'row = "s", any_value = [4]'),
        (TABLE, 'column = "d", any_value = ["no"]'),
        (TABLE, 'row = "r", column = "c", at_least = 2'),
        (FROM_ROUND, 'row = "steering_group", any_value = ["no"]'),
        (BOTH, 'row = "steering_group", any_value = ["no"]'),
        (BOTH, 'part = "table", column = "c", at_most = 2'),
        (BOTH, "at_least = 5"),
        ('type = "reference"\ntarget = "body"', 'any_value = ["steering_group"]'),
        ('type = "single_choice"\noption_source = "themes"', 'any_value = ["roads"]'),
        ('type = "multi_choice"\noption_source = "themes"\nother = true', 'no_value = ["other"]'),
        ('type = "list"', "answered = true"),
        ("", "answered = true"),
    ],
)
def test_conditions_that_can_hold(first: str, conditions: str) -> None:
    last = question("Q2", f'when = [{{ question = "Q1", {conditions} }}]', "two")
    assert check(HEAD + question("Q1", first) + last).problems == []


@pytest.mark.parametrize(
    ("first", "one", "other"),
    [
        (MARK, "any_value = [1, 2]", "any_value = [2, 3]"),
        (
            TABLE,
            'row = "r", column = "d", any_value = ["no"]',
            'row = "s", column = "d", any_value = ["yes"]',
        ),
        (TABLE, 'column = "d", any_value = ["no"]', 'column = "d", any_value = ["yes"]'),
        (BOTH, "any_value = [1]", "any_value = [2]"),
        ('type = "multi_choice"\noption_source = "themes"', 'any_value = ["a"]', 'any_value = ["b"]'),
    ],
)
def test_two_conditions_that_can_hold_together(first: str, one: str, other: str) -> None:
    both = f'when = [{{ question = "Q1", {one} }}, {{ question = "Q1", {other} }}]'
    assert check(HEAD + question("Q1", first) + question("Q2", both, "two")).problems == []


def test_different_themes_may_have_different_answers() -> None:
    both = 'when = [{ question = "P1", any_value = ["no"] }, { question = "P1", any_value = ["yes"] }]'
    text = HEAD + THEMES + question("P1", PER_THEME)
    assert check(text + question("Q2", both, "two")).problems == []
    assert check(text + question("P2", f"per_theme = true\n{both}", "two")).errors != []


def test_a_question_for_themes_in_an_earlier_section_comes_too_early_even_after_it_in_the_file() -> None:
    late = THEMES.replace('section = "one"', 'section = "two"')
    checked = check(HEAD + late + question("P1", "per_theme = true"))
    assert [problem.path for problem in checked.errors] == ["question[P1]"]


@pytest.mark.parametrize(
    "more",
    [
        "from_year = 50",
        "for = { involvement = 1 }",
        "for = { involvement = 3 }",
        "for = { participated_before = false }",
        'for = { groups = ["official"], roles = ["mayor"], not_roles = ["alderman"] }',
        "evaluator_only = true",
        'about_persons = true\ntype = "rating_1_5"',
        'type = "number"\nmin = 3\nmax = 3',
        'type = "list"\nitems = 20',
        'type = "ranked_list"\nitems = 1',
        'type = "single_choice"\noption_source = "bodies"',
        'type = "single_choice"\nother = true\noptions = [{ id = "a", nl = "A", en = "A" }]',
        'type = "open_text"',
        'notes = false\ntype = "date"',
    ],
)
def test_keys_that_are_fine(more: str) -> None:
    assert check(HEAD + THEMES + question("Q1", more) + question("Z9", section="two")).problems == []


def test_numbers_are_kept_out_of_the_report_only_where_there_are_any() -> None:
    checked = check(HEAD + THEMES + question("Q1", "about_persons = true") + question("Z9", section="two"))
    assert [(problem.severity, problem.path) for problem in checked.problems] == [
        ("warning", "question[Q1].about_persons")
    ]


def test_audiences_that_do_not_overlap_may_be_unknown_to_each_other() -> None:
    one = question("Q1", f'{MARK}\nfor = {{ groups = ["executive"] }}')
    two = question("Q2", 'for = { groups = ["official"] }', "two")
    assert check(HEAD + one + two).problems == []
