"""The session of the recalibration, by key, on the example dossier."""

from __future__ import annotations

from pathlib import Path

import pytest

from boce_tui.cycle.recalibrating.deciding import decide, subject, subjects
from boce_tui.domain.agenda import Ambition, Theme
from boce_tui.domain.recalibrating import Recalibration
from boce_tui.env import Env
from boce_tui.store import Dossier
from boce_tui.tui.app import BoceApp
from boce_tui.tui.recalibrating import recalibration_door
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.widgets.line_area import LineArea
from tests.decided import ROUND, decided_env
from tests.tui.helpers import check_golden, make_app, press, shown, type_in

AMBITION = f"{ROUND}/ambition/accessibility_2018"


@pytest.fixture
def env(tmp_path: Path) -> Env:
    return decided_env(tmp_path)


def start(app: BoceApp, key: str = "") -> BoceScreen:
    app.round_id = ROUND
    return recalibration_door(app, key)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=["60x20", "80x24", "120x40"])
async def test_looks(env: Env, size: tuple[int, int]) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        decide(
            dossier,
            AMBITION,
            choice="adjust",
            text="Eén lobbylijst.",
            reason="Volgende stap.",
            date="12-4-2042",
        )
        app = make_app(env, lambda a: start(a, AMBITION), dossier)
        async with app.run_test(size=size) as pilot:
            await press(pilot)
            name = f"{size[0]}x{size[1]}"
            check_golden(f"recalibration-{name}", app)
            if size[0] < 100:
                await press(pilot, "f5")
                check_golden(f"recalibration-published-{name}", app)


async def test_an_ambition_is_adjusted_with_reason_body_date_and_document(env: Env) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        old = dossier.value(Ambition, "accessibility_2018")
        assert old is not None
        app = make_app(env, lambda a: start(a, AMBITION), dossier)
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot)
            assert "3.1.3 Ambities" in shown(app)
            await press(pilot, "k")
            await type_in(pilot, "bij")
            await press(pilot, "enter")
            # The new text begins as the old one; the cursor stands in it.
            await press(pilot, "ctrl+a")
            await type_in(pilot, " Dat is nieuw.")
            await press(pilot, "escape", "enter")
            await type_in(pilot, "De visie ligt er.")
            await press(pilot, "escape", "d")
            await type_in(pilot, "stuurgroep")
            await press(pilot, "enter")
            app.screen.query_one(LineArea).load("")
            await type_in(pilot, "12-4-2042")
            await press(pilot, "enter")
            await type_in(pilot, "Verslag 3")
            await press(pilot, "enter")
            assert "bijgesteld" in shown(app)
        one = subject(dossier, AMBITION)
        assert one.done
        assert (one.value.date, one.value.document, one.value.reason) == (
            "2042-04-12",
            "Verslag 3",
            "De visie ligt er.",
        )
        assert "Dat is nieuw." in one.text
        assert (one.value.before, one.version) == (old.text, 2)


async def test_a_theme_that_is_stopped_is_named_until_there_is_a_decision(env: Env) -> None:
    key = f"{ROUND}/theme/liveability"
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, lambda a: start(a, key), dossier)
        async with app.run_test(size=(100, 30)) as pilot:
            await press(pilot)
            await press(pilot, "k")
            await type_in(pilot, "stop")
            await press(pilot, "enter")
            assert "gestopt zonder besluit" in shown(app)
            theme = dossier.value(Theme, "liveability")
            assert theme is not None
            assert theme.work_stopped
            assert theme.exit is None
            await press(pilot, "u")
            assert dossier.value(Recalibration, key) is None
            theme = dossier.value(Theme, "liveability")
            assert theme is not None
            assert theme.work_stopped == ""


async def test_next_goes_to_what_is_missing(env: Env) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        for one in subjects(dossier, ROUND):
            if one.kind == "ambition" and one.item != "liveability_2018":
                decide(dossier, one.key, choice="keep", reason="Nog nodig.")
        decide(
            dossier,
            f"{ROUND}/theme/environment_act",
            choice="stop",
            reason="Klaar.",
            document="Besluitenlijst",
        )
        app = make_app(env, start, dossier)
        async with app.run_test(size=(100, 30)) as pilot:
            await press(pilot)
            assert "4 van 5" in shown(app)
            await press(pilot, "n", "k")
            assert "Wat gebeurt er met “De woon- en leefomgeving" in shown(app)


async def test_adding_an_ambition_to_the_theme_under_the_cursor(env: Env) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, lambda a: start(a, f"{ROUND}/theme/liveability"), dossier)
        async with app.run_test(size=(100, 30)) as pilot:
            await press(pilot)
            await press(pilot, "plus", "enter")
            await type_in(pilot, "Samen inkopen.")
            await press(pilot, "enter")
            assert "toegevoegd" in shown(app)
        added = [key for key, value in dossier.values(Ambition).items() if value.text == "Samen inkopen."]
        assert len(added) == 1


async def test_the_result_shows_what_stands_in_its_way_and_is_written(env: Env, tmp_path: Path) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, start, dossier)
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot)
            await press(pilot, "m")
            assert "uitkomst van de herijking" in shown(app)
            assert "nog niets besloten" in shown(app)
            await press(pilot, "escape")
            for one in subjects(dossier, ROUND):
                if one.kind == "ambition":
                    decide(dossier, one.key, choice="keep", reason="Nog nodig.")
            await press(pilot, "m")
            line = app.screen.query_one(LineArea)
            line.load("")
            await type_in(pilot, str(tmp_path / "herijking.md"))
            await press(pilot, "enter")
        assert (tmp_path / "herijking.md").read_text(encoding="utf-8").startswith("# Herijking")


async def test_a_choice_says_what_is_still_missing(env: Env) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, start, dossier)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "home", "k")
            await type_in(pilot, "stoppen")
            await press(pilot, "enter")
            told = app.message[0]
            assert "Nog nodig: " in told
            assert "het stuk" in told
            assert "d: orgaan, dag en stuk" in told
