"""The screens around the kept versions, by key, on the example dossier."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from boce_tui.domain.recommendation import Recommendation
from boce_tui.domain.text import inert_line
from boce_tui.env import Env
from boce_tui.store import Dossier
from boce_tui.tui.app import BoceApp
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.versions.versions import VersionsScreen
from boce_tui.tui.widgets.line_area import LineArea
from tests.example import example_env
from tests.support import run_cli
from tests.tui.helpers import check_golden, make_app, press, shown


@pytest.fixture
def env(tmp_path: Path) -> Env:
    """Two concepts and one for the steering group were made."""
    env = example_env(tmp_path)
    to = str(tmp_path / "r.md")
    run_cli(["report", "--to", to, "--force"], env).ok()
    with Dossier.open(env.data_dir, env) as dossier:
        item = dossier.value(Recommendation, "2041/1a")
        assert item is not None
        dossier.save(msgspec.structs.replace(item, text="Ga [b]samen[/b] door, ook na 2041."), "2041/1a")
    run_cli(["report", "--to", to, "--force"], env).ok()
    run_cli(["report", "--for", "steering", "--to", to, "--force"], env).ok()
    return env


def start(app: BoceApp) -> BoceScreen:
    app.round_id = "2041"
    return VersionsScreen()


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
async def test_looks(env: Env, size: tuple[int, int]) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, start, dossier)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            name = f"{size[0]}x{size[1]}"
            check_golden(f"versions-{name}", app)
            await press(pilot, "v")
            check_golden(f"versions-changes-{name}", app)


async def test_a_version_is_read_again_and_nothing_in_it_is_markup(env: Env) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, start, dossier)
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "enter")
            assert "Versie 0.10, voor: iedereen" in shown(app)
            await press(pilot, "end", "home", "down", "down")
            assert inert_line("Versie 0.10") in shown(app)
            await press(pilot, "escape")
            assert "Versies van het rapport" in shown(app)


async def test_what_changed_is_shown_by_words_and_can_be_written(env: Env, tmp_path: Path) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, start, dossier)
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "v")
            assert "Van versie 0.9 naar 0.10" in shown(app)
            await press(pilot, "down")
            assert "1a. Ga [b]samen[/b] door, ook na 2041." in shown(app)
            assert "nieuwe woorden" not in shown(app), "new as a whole: nothing to compare it with"
            await press(pilot, "m")
            line = app.screen.query_one(LineArea) if app.screen.query(LineArea) else None
            target = tmp_path / "verschil.md"
            for char in str(target) if line is not None else "":
                await pilot.press(
                    {"/": "slash", ".": "full_stop", "-": "minus", "_": "underscore"}.get(char, char)
                )
            await press(pilot, "enter")
            assert target.read_text(encoding="utf-8").startswith(
                "# Verschillen tussen versie 0.9 en versie 0.10"
            )
            await press(pilot, "escape", "x")
            lines = [line.split() for line in shown(app).splitlines() if "12-05-2041" in line]
            assert [line[-2] for line in lines] == ["iedereen", "stuurgroep", "iedereen", "iedereen"]
            assert "vergelijking van twee versies" in shown(app)


async def test_two_keys_lead_here_from_the_report(env: Env) -> None:
    from boce_tui.tui.reporting.report import ReportScreen

    assert "report.versions" in ReportScreen.COMMANDS
    with Dossier.open(env.data_dir, env) as dossier:

        def report(app: BoceApp) -> BoceScreen:
            app.round_id = "2041"
            return ReportScreen()

        app = make_app(env, report, dossier)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot)
            await press(pilot, "g")
            assert "Versies van het rapport" in shown(app)
