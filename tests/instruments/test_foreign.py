"""A question set that was never ours: other ids and sections, Dutch only, every type of answer."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from boce_tui.domain.answers import Rating
from boce_tui.instruments.audience import Profile
from boce_tui.instruments.library import check_file, find
from boce_tui.instruments.model import CellType, Instrument, Option, PartType, Text
from boce_tui.instruments.routing import route, visible_parts
from boce_tui.instruments.steps import RoundContext
from tests.instruments.sets import ROADS, WATER, places

FILE = Path(__file__).with_name("foreign.toml")
BODIES = (Option(id="board", nl="Bestuur"), Option(id="office", nl="Bureau"))
ROUND = RoundContext(
    year=2050, focus_themes=(WATER, ROADS), bodies=BODIES, documents=BODIES, agenda=Text("Blauwe agenda")
)
PARTNER = Profile(code="R11", group="external", roles=("partner",), themes={"roads": 3, "water": 3})


def load() -> Instrument:
    return find(str(FILE))


def test_it_has_every_type_there_is() -> None:
    survey = load()
    parts = [part for question in survey.questions for part in question.parts]
    assert {part.type for part in parts} == set(get_args(PartType))
    assert {column.type for part in parts for column in part.columns} == set(get_args(CellType))


def test_it_loads_with_nothing_but_remarks_on_the_missing_english() -> None:
    assert {one.what for one in check_file(FILE).problems} == {"De Engelse tekst ontbreekt."}


def test_it_routes_in_the_order_of_its_own_sections() -> None:
    assert places(route(load(), PARTNER, ROUND)) == ["Slot-1", "vraag_1", "PerThema/water", "PerThema/roads"]
    official = Profile(code="R12", group="official", roles=("other",), themes={"roads": 3})
    assert places(route(load(), official, ROUND)) == ["Slot-1", "vraag_1"]
    assert places(route(load(), PARTNER, ROUND, short=True)) == ["vraag_1"]


def test_scales_limits_and_rows_are_complete() -> None:
    everything, table = route(load(), PARTNER, ROUND)[:2]
    parts = {part.id: part for part in everything.parts}
    assert not everything.notes
    assert [option.id for option in parts["b"].options] == [
        "not_started", "in_progress", "explored_not_pursued", "partly_realised", "realised", "exceeded",
        "stopped_by_decision", "unclear",
    ]  # fmt: skip
    assert [option.id for option in parts["c"].options] == [
        "1",
        "2",
        "3",
        "4",
        "5",
        "not_applicable",
        "dont_know",
    ]
    assert parts["c"].options[0].nl == "helemaal niet / zeer slecht"
    assert [option.id for option in parts["d"].options] == ["yes", "partly", "no", "dont_know"]
    assert [option.id for option in parts["e"].options] == ["x", "other"]
    assert parts["e"].options[-1].get("nl") == "anders, namelijk"
    assert parts["e"].options[-1].get("en") == "other, namely"
    assert [option.id for option in parts["f"].options] == ["board", "office"]
    assert parts["g"].items == 3
    assert parts["h"].items == 5
    assert parts["i"].unit.nl == "stuks"
    assert parts["r"].options[0].id == "strength"
    assert table.text.nl == "Hoe gaat het met Blauwe agenda in 2050?"
    assert [row.id for row in table.parts[0].rows] == ["board", "office"]
    columns = {column.id: column for column in table.parts[0].columns}
    assert [option.id for option in columns["ref"].options] == ["water", "roads"]
    assert len(columns["mark"].options) == 7
    assert columns["pct"].max == 100


def test_without_english_the_dutch_is_shown() -> None:
    step = route(load(), PARTNER, ROUND)[1]
    assert step.text.get("en") == "Hoe gaat het met Blauwe agenda in 2050?"


def test_its_conditions_on_parts_work() -> None:
    step = route(load(), PARTNER, ROUND)[0]
    assert "p" not in [part.id for part in visible_parts(step, {"c": Rating(3)})]
    assert "p" in [part.id for part in visible_parts(step, {"c": Rating(2)})]
