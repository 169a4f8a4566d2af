"""The list of interviews: how each stands, and opening one."""

from __future__ import annotations

from pathlib import Path

from boce_tui.tui.app import BoceApp
from boce_tui.tui.interviewing import interviews_screen
from boce_tui.tui.interviewing.room import RoomScreen
from tests.cycle.factory import small_round
from tests.support import make_env
from tests.tui.helpers import check_golden, shown


async def test_the_list_and_what_opens_from_it(tmp_path: Path) -> None:
    env = make_env(tmp_path)
    with small_round(tmp_path / "data", env) as dossier:
        app = BoceApp(env, dossier, interviews_screen)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            check_golden("room-list-80x24", app)
            await pilot.press("slash", *"r12", "enter", "enter")
            await pilot.pause()
            assert isinstance(app.screen, RoomScreen)
            assert "R12 · bestuurder" in shown(app)
            await pilot.press("escape", "escape")
            await pilot.pause()
            await pilot.press("escape", "end", "enter")
            await pilot.pause()
            assert "nog geen deelnemers" in shown(app)


async def test_without_a_round_it_says_what_belongs_there(tmp_path: Path) -> None:
    from boce_tui.store import Dossier

    env = make_env(tmp_path)
    with Dossier.create(tmp_path / "data", env) as dossier:
        app = BoceApp(env, dossier, interviews_screen)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert "Nog geen gesprekken" in shown(app)
