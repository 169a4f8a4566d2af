"""What a condition on earlier answers means, for every kind of answer."""

from __future__ import annotations

from typing import Any

import pytest

from boce_tui.domain.answers import (
    Amount,
    Choice,
    Choices,
    Grid,
    Items,
    Rating,
    Reference,
    SwotItem,
    Value,
    When,
)
from boce_tui.instruments.conditions import holds
from boce_tui.instruments.model import Condition, Question
from tests.instruments.sets import question, small

PARTS = """
[[question.part]]
id = "pick"
type = "single_choice"
options = [{ id = "a", nl = "A", en = "A", score = 2 }, { id = "b", nl = "B", en = "B" }]
[[question.part]]
id = "picks"
type = "multi_choice"
label = { nl = "x", en = "x" }
other = true
options = [{ id = "a", nl = "A", en = "A", score = 2 }, { id = "b", nl = "B", en = "B", score = 5 }]
[[question.part]]
id = "mark"
type = "rating_1_5"
label = { nl = "x", en = "x" }
[[question.part]]
id = "table"
type = "grid"
label = { nl = "x", en = "x" }
rows = [{ id = "r", nl = "R", en = "R" }, { id = "s", nl = "S", en = "S" }]
columns = [
  { id = "yes", type = "yes_no_partly", label = { nl = "x", en = "x" } },
  { id = "much", type = "rating_1_5", label = { nl = "y", en = "y" } },
]
[[question.part]]
id = "hours"
type = "hours"
label = { nl = "x", en = "x" }
[[question.part]]
id = "lines"
type = "list"
label = { nl = "x", en = "x" }
[[question.part]]
id = "who"
type = "reference"
target = "body"
label = { nl = "x", en = "x" }
"""


@pytest.fixture(scope="module")
def asked() -> Question:
    found = small(question("Q1", PARTS)).get("Q1")
    assert found
    return found


CELLS = Grid({"r": {"yes": "no", "much": 2}, "s": {"yes": "partly", "much": None}, "gone": {"yes": "yes"}})
CASES: list[tuple[dict[str, Any], dict[str, Value], bool]] = [
    # any_value and no_value
    ({"any_value": ("a",)}, {"pick": Choice("a")}, True),
    ({"any_value": ("a",)}, {"pick": Choice("b")}, False),
    ({"any_value": ("a", "b")}, {"pick": Choice("b")}, True),
    ({"any_value": ("other",)}, {"picks": Choices(("other",), "zelf")}, True),
    ({"any_value": ("a",)}, {"picks": Choices(("b", "a"))}, True),
    ({"any_value": ("a",)}, {"picks": Choices(())}, False),
    ({"any_value": ("2",)}, {"mark": Rating(2)}, True),
    ({"any_value": ("dont_know",)}, {"mark": Rating(non_answer="dont_know")}, True),
    ({"any_value": ("steering_group",)}, {"who": Reference("body", "steering_group")}, True),
    ({"no_value": ("a",)}, {"pick": Choice("b")}, True),
    ({"no_value": ("a",)}, {"picks": Choices(("a", "b"))}, False),
    ({"no_value": ("a",)}, {}, False),
    # tables
    ({"any_value": ("partly",)}, {"table": CELLS}, True),
    ({"any_value": ("partly",), "row": "r"}, {"table": CELLS}, False),
    ({"any_value": ("no",), "row": "r", "column": "yes"}, {"table": CELLS}, True),
    ({"any_value": ("no",), "row": "r", "column": "much"}, {"table": CELLS}, False),
    ({"at_most": 2, "column": "much"}, {"table": CELLS}, True),
    ({"at_least": 3, "column": "much"}, {"table": CELLS}, False),
    ({"answered": True, "row": "s", "column": "much"}, {"table": CELLS}, False),
    ({"answered": False, "row": "s", "column": "much"}, {"table": CELLS}, True),
    ({"any_value": ("a",), "row": "r"}, {"pick": Choice("a")}, False),
    # numbers
    ({"at_least": 2}, {"mark": Rating(2)}, True),
    ({"at_least": 3}, {"mark": Rating(2)}, False),
    ({"at_most": 2}, {"mark": Rating(2)}, True),
    ({"at_most": 1}, {"mark": Rating(2)}, False),
    ({"at_least": 1}, {"mark": Rating(non_answer="not_applicable")}, False),
    ({"at_least": 2, "at_most": 2}, {"pick": Choice("a")}, True),
    ({"at_least": 0}, {"pick": Choice("b")}, False),
    ({"at_least": 4}, {"picks": Choices(("a", "b"))}, True),
    ({"at_least": 3, "at_most": 4}, {"picks": Choices(("a", "b"))}, False),
    ({"at_least": 8.5}, {"hours": Amount("8.5")}, True),
    ({"at_least": 8.5}, {"hours": Amount("8.4")}, False),
    ({"at_least": 0}, {"hours": Amount("veel")}, False),
    # answered, and one part only
    ({"answered": True}, {}, True),
    ({"answered": True, "part": "mark"}, {"pick": Choice("a")}, False),
    ({"answered": True, "part": "lines"}, {"lines": Items(("iets",))}, True),
    ({"answered": True, "part": "lines"}, {"lines": Items(())}, False),
    ({"answered": False, "part": "mark"}, {"pick": Choice("a")}, True),
    ({"any_value": ("a",), "part": "picks"}, {"pick": Choice("a")}, False),
    ({"any_value": ("a",), "part": "pick"}, {"pick": Choice("a"), "picks": Choices(("b",))}, True),
    # all that is given must hold
    ({"any_value": ("a",), "at_least": 3}, {"pick": Choice("a")}, False),
    ({"any_value": ("a",), "at_least": 2}, {"pick": Choice("a")}, True),
    # values of parts that the set does not have
    ({"any_value": ("a",)}, {"gone": Choice("a")}, False),
]


@pytest.mark.parametrize(("condition", "values", "met"), CASES)
def test_operators(asked: Question, condition: dict[str, Any], values: dict[str, Value], met: bool) -> None:
    assert holds(Condition(question="Q1", **condition), asked, [values]) is met


def test_without_an_answer_only_answered_false_holds(asked: Question) -> None:
    assert holds(Condition(answered=False), asked, [])
    assert not holds(Condition(answered=True), asked, [])
    assert not holds(Condition(any_value=("a",)), asked, [])
    assert not holds(Condition(no_value=("a",)), asked, [])
    assert not holds(Condition(at_most=5), asked, [])


def test_several_answers_count_together(asked: Question) -> None:
    both = [{"pick": Choice("a")}, {"pick": Choice("b")}]
    assert holds(Condition(any_value=("b",)), asked, both)
    assert not holds(Condition(no_value=("b",)), asked, both)


@pytest.mark.parametrize(
    "value", [Items(("a", "b")), When("2041-05"), SwotItem("strength", "a"), Amount("3"), Choice("zz")]
)
def test_a_value_of_another_type_than_the_part_is_no_crash(asked: Question, value: Value) -> None:
    holds(Condition(any_value=("a",), at_least=1), asked, [{"pick": value}])
    holds(Condition(any_value=("a",), row="r"), asked, [{"table": value}])
