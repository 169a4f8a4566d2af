"""``surveys/README.md``: its example works as it says, and every key and type of the format is in it."""

from __future__ import annotations

from typing import get_args

import pytest

from boce_tui.domain.answers import Grid, Rating
from boce_tui.domain.vocabulary import GROUPS, ROLES
from boce_tui.instruments import model
from boce_tui.instruments.audience import Profile
from boce_tui.instruments.placeholders import KNOWN
from boce_tui.instruments.routing import Answers, route
from boce_tui.instruments.scales import scale
from boce_tui.instruments.shape import keys_of
from tests.instruments.sets import ROOT, ROUND, check, places, readme_example

README = (ROOT / "surveys" / "README.md").read_text("utf-8")
ALDERMAN = Profile(code="R01", group="executive", roles=("alderman",))
OFFICIAL = Profile(code="R02", group="official", roles=("theme_lead",))


def test_the_example_has_no_mistakes_and_routes_as_the_text_says() -> None:
    checked = check(readme_example())
    assert checked.problems == []
    assert checked.instrument
    marks = {"value": Grid({"roads": {"hoe_veel": "beetje"}, "water": {"hoe_veel": "veel"}})}
    answers: Answers = {("K2", None): marks, ("V1", "roads"): {"value": Rating(2)}}
    found = places(route(checked.instrument, ALDERMAN, ROUND, answers))
    assert found == ["K1", "K2", "V1/water", "V1/roads", "V2/roads", "V3"]
    assert places(route(checked.instrument, OFFICIAL, ROUND)) == ["K1", "K2"]
    assert places(route(checked.instrument, ALDERMAN, ROUND, short=True)) == ["K1", "K2"]
    assert [section.id for section in checked.instrument.chapters()] == ["opbrengst"]


@pytest.mark.parametrize(
    "struct",
    [
        model.Instrument,
        model.Section,
        model.Question,
        model.Part,
        model.Condition,
        model.Audience,
        model.Option,
    ],
)
def test_every_key_is_explained(struct: type) -> None:
    assert [key for key in keys_of(struct) if f"`{key}" not in README and f"{key} = " not in README] == []


@pytest.mark.parametrize("values", [model.PartType, model.Source, model.Target])
def test_every_value_is_named(values: object) -> None:
    assert [value for value in get_args(values) if f"`{value}`" not in README] == []


@pytest.mark.parametrize(
    "kind", ["yes_no_partly", "realisation_status", "progress_status", "norm_score", "swot_item"]
)
def test_whoever_writes_a_condition_finds_the_word_of_every_answer(kind: str) -> None:
    (row,) = [line for line in README.splitlines() if line.startswith(f"| `{kind}` |")]
    assert [f"{option.nl} (`{option.id}`)" for option in scale(kind) if f"(`{option.id}`)" not in row] == []


def test_every_group_role_and_placeholder_is_named() -> None:
    assert [word for word in (*GROUPS, *ROLES) if f"`{word}`" not in README] == []
    assert [word for word in KNOWN if f"`{{{word}}}`" not in README] == []
