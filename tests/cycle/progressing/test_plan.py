"""The annual plan, and a progress round that starts from it (R77)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from boce_tui.cycle.filling.setting import fill_in
from boce_tui.cycle.planning import add_theme, change_exit
from boce_tui.cycle.planning.fields import FieldProblem
from boce_tui.cycle.progressing.plan import (
    add_plan,
    change_plan,
    plan_of,
    plans,
    remove_plan,
    results,
    set_result,
    themes_of,
)
from boce_tui.cycle.progressing.planned import plan_words, planned_from, source_words, take_plan
from boce_tui.cycle.progressing.rounds import add_progress_round, cell_book, cells, remove_progress_round
from boce_tui.domain.agenda import Body
from boce_tui.domain.plans import PlannedResult
from boce_tui.store import Dossier
from tests.cycle.factory import ROUND, small_round
from tests.support import make_env

DOING = "housing", "joint_action"
LEARNING = "housing", "joint_learning"


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with small_round(tmp_path / "data", make_env(tmp_path)) as made:
        made.save(Body(name="stuurgroep"), "steering_group")
        add_theme(made, name="Toerisme", start="2020-01-01")
        yield made


def plan(dossier: Dossier, year: int = 2041, text: str = "Een onderzoek.") -> str:
    key = add_plan(dossier, ROUND, year, date="5-12-2040", source="Raadsbrief").key
    set_result(dossier, key, *DOING, text)
    return key


def planned(dossier: Dossier, key: str) -> dict[tuple[str, str], str]:
    texts = {(cell.theme, cell.form): cell.entry.text("P1") for cell in cells(dossier, key)}
    return {place: text for place, text in texts.items() if text}


def put(dossier: Dossier, progress: str, place: tuple[str, str], *said: str) -> None:
    fill_in(dossier, cell_book(dossier, "/".join((progress, *place))), list(said))


def test_a_new_progress_round_starts_from_the_plan_of_its_year(dossier: Dossier) -> None:
    key = plan(dossier)
    plan(dossier, 2042, "Iets anders.")
    first = add_progress_round(dossier, ROUND, "10-06-2041").key
    assert planned(dossier, first) == {DOING: "Een onderzoek."}
    assert planned_from(dossier, first) == {f"{first}/housing/joint_action": "plan"}
    assert "05-12-2040" in plan_words(dossier, first)
    assert results(dossier, key) == {DOING: "Een onderzoek."}


def test_it_can_be_adjusted_without_changing_the_plan_and_stays_so_that_year(dossier: Dossier) -> None:
    key = plan(dossier)
    first = add_progress_round(dossier, ROUND, "10-06-2041").key
    put(dossier, first, DOING, "P1=Een kleiner onderzoek.")
    put(dossier, first, LEARNING, "P1=Een avond.")
    assert results(dossier, key) == {DOING: "Een onderzoek."}
    second = add_progress_round(dossier, ROUND, "10-12-2041").key
    assert planned(dossier, second) == {DOING: "Een kleiner onderzoek.", LEARNING: "Een avond."}
    assert sorted(planned_from(dossier, second).values()) == ["adjusted", "before"]
    assert "aangepast" in source_words(dossier, f"{second}/housing/joint_action")
    assert source_words(dossier, f"{second}/housing/joint_representation") == ""
    plan(dossier, 2042, "Het vervolg.")
    third = add_progress_round(dossier, ROUND, "10-06-2042").key
    assert planned(dossier, third) == {DOING: "Het vervolg."}  # another year: only what its plan says


def test_without_a_plan_it_comes_from_the_round_before(dossier: Dossier) -> None:
    first = add_progress_round(dossier, ROUND, "10-12-2040").key
    put(dossier, first, DOING, "P1=Een onderzoek.")
    second = add_progress_round(dossier, ROUND, "10-06-2041").key
    assert planned(dossier, second) == {DOING: "Een onderzoek."}
    assert planned_from(dossier, second) == {f"{second}/housing/joint_action": "before"}
    assert plan_words(dossier, second) == ""


def test_a_plan_that_comes_later_fills_only_what_is_empty(dossier: Dossier) -> None:
    first = add_progress_round(dossier, ROUND, "10-06-2041").key
    put(dossier, first, LEARNING, "P1=Een avond.", "P0=activities", "P4=on_schedule")
    put(dossier, first, DOING, "P0=activities", "P4=delayed", "P5=money")
    with pytest.raises(FieldProblem):
        take_plan(dossier, first)
    key = plan(dossier)
    set_result(dossier, key, *LEARNING, "Iets anders.")
    assert take_plan(dossier, first) == 1
    assert planned(dossier, first) == {DOING: "Een onderzoek.", LEARNING: "Een avond."}
    entry = next(cell.entry for cell in cells(dossier, first) if (cell.theme, cell.form) == DOING)
    assert (entry.status, entry.options("P5")) == ("delayed", ("money",))
    assert take_plan(dossier, first) == 0


def test_a_plan_that_a_progress_round_started_from_stays(dossier: Dossier) -> None:
    key = plan(dossier)
    first = add_progress_round(dossier, ROUND, "10-06-2041").key
    with pytest.raises(FieldProblem):
        remove_plan(dossier, key)
    remove_progress_round(dossier, first)
    remove_plan(dossier, key)
    assert plans(dossier) == {}
    assert dossier.values(PlannedResult) == {}


def test_what_is_wrong_is_refused(dossier: Dossier) -> None:
    key = plan(dossier)
    for wrong in ("", "vorig jaar", "1", "2041"):
        with pytest.raises(FieldProblem):
            add_plan(dossier, ROUND, wrong)
    with pytest.raises(FieldProblem):
        set_result(dossier, key, "nowhere", "joint_action", "x")
    with pytest.raises(FieldProblem):
        set_result(dossier, key, "housing", "joint", "x")
    with pytest.raises(FieldProblem):
        set_result(dossier, f"{ROUND}/2050", *DOING, "x")
    change_plan(dossier, key, title="Plan", date="", source="")
    assert plans(dossier)[key].title == "Plan"


def test_the_themes_of_a_plan_run_in_its_year(dossier: Dossier) -> None:
    key = plan(dossier)
    add_theme(dossier, key="energy", name="Energie", start="2041-12-31")
    add_theme(dossier, key="late", name="Laat", start="2042-01-01")
    assert "energy" in themes_of(dossier, key)
    assert "late" not in themes_of(dossier, key)
    change_exit(dossier, "housing", body="steering_group", date="2040-01-15", document="besluit")
    assert "housing" in themes_of(dossier, key)  # something is planned for it all the same
    set_result(dossier, key, *DOING, "")
    assert "housing" not in themes_of(dossier, key)
    assert plan_of(dossier, ROUND, "2043-05-01") == ""
