"""The annual plan on the screen, by key, on the example dossier."""

from __future__ import annotations

from pathlib import Path

import pytest

from boce_tui.cycle.progressing.plan import plans, results
from boce_tui.cycle.progressing.rounds import cells, progress_rounds
from boce_tui.env import Env
from tests.example import example_env
from tests.tui.following_up.test_screens import at
from tests.tui.helpers import check_golden, type_in

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
PLAN = "2041/2041"


@pytest.fixture
def env(tmp_path: Path) -> Env:
    return example_env(tmp_path)


@SIZES
async def test_looks(env: Env, size: tuple[int, int]) -> None:
    async with at(env, "plan", size=size) as here:
        check_golden(f"plan-{size[0]}x{size[1]}", here.app)
        await here.press("enter")
        check_golden(f"plan-result-{size[0]}x{size[1]}", here.app)


async def test_a_result_is_written_and_the_next_progress_round_has_it(env: Env) -> None:
    async with at(env, "plan", size=(120, 40)) as here:
        await here.press("n")
        await here.press("enter")  # 2042
        assert list(plans(here.dossier, "2041")) == [PLAN, "2041/2042"]
        assert "0 van de 12 vakken zijn gepland" in here.text
        await here.press("down", "enter")
        await here.type("een gids voor wandelaars")
        await here.press("escape")
        ((theme, form), text) = next(iter(results(here.dossier, "2041/2042").items()))
        assert (form, text) == ("joint_action", "een gids voor wandelaars")
        assert "een gids voor wandelaars" in here.text
    async with at(env, "progress", size=(120, 40)) as here:
        await here.press("n")
        await type_in(here.pilot, "12-05-2042")
        await here.press("enter")
        assert "gepland: Jaarplan 2042" in here.text
        key = list(progress_rounds(here.dossier, "2041"))[-1]
        texts = {(cell.theme, cell.form): cell.entry.text("P1") for cell in cells(here.dossier, key)}
        assert texts[theme, form] == "een gids voor wandelaars"
        assert [text for text in texts.values() if text] == ["een gids voor wandelaars"]
        await here.press("down", "enter")
        assert "gepland: Jaarplan 2042" in here.text
        await here.press("end")
        await here.type(" en fietsers")
        await here.press("escape")
        assert results(here.dossier, "2041/2042")[theme, form] == "een gids voor wandelaars"


async def test_the_plan_fills_what_is_empty_in_a_progress_round(env: Env) -> None:
    async with at(env, "progress", size=(120, 40)) as here:
        await here.press("n")
        await type_in(here.pilot, "12-05-2043")
        await here.press("enter", "p")
        assert "Er is geen jaarplan van 2043" in here.text
    async with at(env, "plan") as here:
        await here.press("n")
        await here.type("2043")
        await here.press("enter", "right", "right", "enter")
        await here.type("een training")
        await here.press("escape")
        assert list(results(here.dossier, "2041/2043").values()) == ["een training"]
    async with at(env, "progress", size=(120, 40)) as here:
        await here.press("p")
        assert "Geplande resultaten: 1, uit Jaarplan 2043" in here.text
        await here.press("u")
        key = list(progress_rounds(here.dossier, "2041"))[-1]
        assert "een training" not in {cell.entry.text("P1") for cell in cells(here.dossier, key)}


async def test_a_table_is_taken_over_after_a_look_and_taken_back(env: Env, tmp_path: Path) -> None:
    file = tmp_path / "plan.csv"
    file.write_text("Thema;Samen doen\nBereikbaarheid;Een lijst.\n", encoding="utf-8")
    async with at(env, "plan", size=(120, 40)) as here:
        before = results(here.dossier, PLAN)
        await here.press("i", "enter")  # the year of the plan on the screen
        await type_in(here.pilot, str(file))
        await here.press("enter")
        assert "0 nieuw, 1 veranderd, 0 hetzelfde" in here.text
        assert results(here.dossier, PLAN) == before
        await here.press("down", "enter")
        assert results(here.dossier, PLAN)["accessibility", "joint_action"] == "Een lijst."
        await here.press("u")
        assert results(here.dossier, PLAN) == before


async def test_a_table_with_a_mistake_shows_its_line_and_changes_nothing(env: Env, tmp_path: Path) -> None:
    file = tmp_path / "plan.csv"
    file.write_text("Thema;Samen doen\nBereikbaarheid;Een lijst.\nWonne;x\n", encoding="utf-8")
    async with at(env, "plan", size=(120, 40)) as here:
        before = results(here.dossier, PLAN)
        await here.press("i", "enter")
        await type_in(here.pilot, str(file))
        await here.press("enter")
        assert "regel 3, Thema" in here.text
        assert results(here.dossier, PLAN) == before


async def test_a_plan_is_taken_away_and_brought_back(env: Env) -> None:
    async with at(env, "plan") as here:
        await here.press("n", "enter")
        await here.press("enter")
        await here.type("een gids")
        await here.press("escape", "delete")
        assert list(plans(here.dossier, "2041")) == [PLAN]
        await here.press("u")
        assert list(results(here.dossier, "2041/2042").values()) == ["een gids"]


async def test_the_document_is_made(env: Env, tmp_path: Path) -> None:
    target = tmp_path / "jaarplan.md"
    async with at(env, "plan") as here:
        await here.press("m")
        await type_in(here.pilot, str(target))
        await here.press("enter")
        assert target.read_text(encoding="utf-8").startswith("# Jaarplan 2041")
