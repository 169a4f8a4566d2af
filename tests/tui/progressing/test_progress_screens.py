"""The progress round on the screen, by key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from boce_tui.cycle.progressing.facts import still_open
from boce_tui.cycle.progressing.rounds import cells, progress_rounds
from boce_tui.domain.progressing import ProgressEntry
from boce_tui.env import Env
from boce_tui.store import Dossier
from boce_tui.tui.app import BoceApp
from boce_tui.tui.progressing import progress_door
from boce_tui.tui.screen import BoceScreen
from tests.example import example_env
from tests.tui.helpers import check_golden, make_app, press, shown, type_in

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
STOPPED = "2041/P2/environment_act/joint_action"


@pytest.fixture
def env(tmp_path: Path) -> Env:
    return example_env(tmp_path)


def at(key: str = "") -> Callable[[BoceApp], BoceScreen]:
    def start(app: BoceApp) -> BoceScreen:
        app.round_id = "2041"
        return progress_door(app, key)

    return start


@SIZES
async def test_looks(env: Env, size: tuple[int, int]) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, at(), dossier)
        async with app.run_test(size=size) as pilot:
            await press(pilot)
            name = f"{size[0]}x{size[1]}"
            check_golden(f"progress-{name}", app)
            await press(pilot, "enter")
            check_golden(f"progress-cell-{name}", app)


async def test_a_new_round_is_filled_cell_by_cell_until_the_letter_can_be_made(
    env: Env, tmp_path: Path
) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, at(), dossier)
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "n")
            await type_in(pilot, "01-12-2041")
            await press(pilot, "enter")
            key = list(progress_rounds(dossier, "2041"))[-1]
            assert "12 vakken zijn nog niet ingevuld" in shown(app)
            await press(pilot, "m")
            assert "Nog niet klaar: voortgangsbrief" in shown(app)
            await press(pilot, "enter")  # to the first place
            assert "Omgevingswet · samen doen" in shown(app)
            await press(pilot, "escape")
            for _theme in range(4):
                await press(pilot, "x", "right", "x", "right", "x", "left", "left", "down")
            assert still_open(dossier, key) == []
            assert "de brief kan worden gemaakt" in shown(app)
            await press(pilot, "m")
            target = tmp_path / "brief.md"
            await type_in(pilot, str(target))
            await press(pilot, "enter")
            assert target.read_text(encoding="utf-8").count("Geen activiteiten.") == 12


async def test_no_activities_can_be_taken_back(env: Env) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, at(), dossier)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "x")
            assert dossier.value(ProgressEntry, STOPPED).idle  # type: ignore[union-attr]
            await press(pilot, "u")
            assert dossier.value(ProgressEntry, STOPPED).status == "stopped"  # type: ignore[union-attr]
            assert not dossier.value(ProgressEntry, STOPPED).idle  # type: ignore[union-attr]


async def test_a_reason_is_asked_as_soon_as_it_is_late(env: Env) -> None:
    place = "2041/P2/liveability/joint_action"
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, at(place), dossier)
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot)
            assert "Waardoor loopt het anders" not in shown(app)
            await press(pilot, "tab", "tab", "3")  # the text, the activities, the status: delayed
            assert dossier.value(ProgressEntry, place).status == "delayed"  # type: ignore[union-attr]
            assert "Waardoor loopt het anders" in shown(app)
            assert [one.cell for one in still_open(dossier, "2041/P2")] == [place]
            await press(pilot, "2")  # the focus went on to the reasons
            assert dossier.value(ProgressEntry, place).options("P5") == ("staff_change",)  # type: ignore[union-attr]
            assert still_open(dossier, "2041/P2") == []
            await press(pilot, "escape")


async def test_the_form_of_a_cell_has_what_belongs_to_its_form(env: Env) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        for form, there in (("joint_action", False), ("joint_representation", True)):
            app = make_app(env, at(f"2041/P2/accessibility/{form}"), dossier)
            async with app.run_test(size=(120, 40)) as pilot:
                await press(pilot)
                assert ("Netwerken" in shown(app)) == there


async def test_the_overview_has_hours_and_is_private(env: Env, tmp_path: Path) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, at(), dossier)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "o")
            target = tmp_path / "overzicht.md"
            await type_in(pilot, str(target))
            await press(pilot, "enter")
            assert "104 !" in target.read_text(encoding="utf-8")
            assert target.stat().st_mode & 0o077 == 0


async def test_the_whole_and_another_round(env: Env) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, at(), dossier)
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "w")
            assert "Waarmee begint de brief" in shown(app)
            await press(pilot, "ctrl+n")
            assert "coördinatie" in shown(app)
            await press(pilot, "escape", "a", "down", "enter")
            assert "Voortgang najaar 2040" in shown(app)


def test_every_cell_of_the_example_says_something(env: Env) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        assert all(cell.said for key in progress_rounds(dossier) for cell in cells(dossier, key))


async def test_a_progress_round_is_taken_away_and_brought_back(env: Env) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        before = dossier.values(ProgressEntry, "2041/P2/")
        assert before
        app = make_app(env, at(), dossier)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "delete")
            assert "2041/P2" not in progress_rounds(dossier, "2041")
            assert dossier.values(ProgressEntry, "2041/P2/") == {}
            assert "weggehaald. u haalt hem terug" in shown(app)
            await press(pilot, "u")
            assert dossier.values(ProgressEntry, "2041/P2/") == before
            assert "2041/P2" in progress_rounds(dossier, "2041")
