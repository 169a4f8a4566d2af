"""Every door of the dashboard, the evidence and the gates leads to a screen."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from boce_tui.cycle.dashboard import dashboard
from boce_tui.cycle.today import today
from boce_tui.domain.entities import ENTITIES
from boce_tui.store import Dossier
from boce_tui.tui.doors import DOORS, open_door
from tests.example import example_env
from tests.tui.helpers import make_app, shown

STEPS = [target for target in DOORS if target not in ENTITIES]


@pytest.mark.parametrize("target", DOORS)
def test_the_door_exists(target: str) -> None:
    module, _colon, name = DOORS[target].partition(":")
    assert callable(getattr(importlib.import_module(module), name))


def first_key(dossier: Dossier, target: str) -> str:
    return next((item.key for item in dossier.all(ENTITIES[target]) if not item.key.startswith("2021")), "")


@pytest.mark.parametrize("target", DOORS)
async def test_it_opens_and_esc_comes_back(tmp_path: Path, target: str) -> None:
    env = example_env(tmp_path)
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, None, dossier)
        app._start = "boce_tui.tui.home:home_screen"
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            home = app.screen
            key = first_key(dossier, target) if target in ENTITIES else ""
            open_door(app, target, key)
            await pilot.pause()
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert app.screen is not home
            assert "Traceback" not in shown(app)
            for _step in range(6):
                if app.screen is home:
                    break
                await pilot.press("escape")
                await pilot.pause()
            assert app.screen is home


def test_every_step_and_task_of_the_dashboard_has_a_door(tmp_path: Path) -> None:
    env = example_env(tmp_path)
    with Dossier.open(env.data_dir, env) as dossier:
        found = dashboard(dossier, "2041", today(dossier))
    assert {step.id for step in found.steps} <= set(DOORS)
    assert {task.target for task in found.tasks} <= set(DOORS)
