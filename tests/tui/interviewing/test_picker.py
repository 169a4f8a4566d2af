"""The list of interviews: how each stands, and opening one."""

from __future__ import annotations

from pathlib import Path

from boce_tui.cycle.planning import add_interview, set_state, update_interview
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.round import Planned
from boce_tui.store import Dossier
from boce_tui.tui.app import BoceApp
from boce_tui.tui.interviewing import interviews_screen
from boce_tui.tui.interviewing.room import RoomScreen
from tests.cycle.factory import small_round
from tests.support import make_env
from tests.tui.helpers import check_golden, shown
from tests.tui.planning.desk import ROUND, Desk, at_desk, with_people


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
    env = make_env(tmp_path)
    with Dossier.create(tmp_path / "data", env) as dossier:
        app = BoceApp(env, dossier, interviews_screen)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert "Nog geen gesprekken" in shown(app)


def _held_and_begun(dossier: Dossier) -> None:
    """Three interviews: one held, one that nobody began, one in which something was said."""
    for code in with_people(dossier):
        add_interview(dossier, ROUND, participants=(code,))
    set_state(dossier, ROUND, "G01", "held", date="2041-05-10")
    dossier.save(Answer(text="Het loopt."), f"{ROUND}/G01/S8/-/all")
    update_interview(dossier, ROUND, "G02", when=Planned(planned="2041-05-01"))
    dossier.save(Answer(text="Ik"), f"{ROUND}/G03/E4/-/all")


def _here(desk: Desk) -> str:
    return next(line for line in desk.text.splitlines() if line.startswith("▸"))


async def test_the_list_begins_at_the_interview_that_is_being_held(tmp_path: Path) -> None:
    async with at_desk(tmp_path, lambda app, _key: interviews_screen(app), fill=_held_and_begun) as desk:
        assert "G03" in _here(desk)
        assert "bezig" in _here(desk), "not: still to plan"
        assert "w uitwerken" not in desk.text.splitlines()[-1]
        await desk.press("home")
        assert "w uitwerken" in desk.text.splitlines()[-1], "what was held can be worked out from here"
        await desk.press("w")
        assert "uitgewerkt" in desk.place


async def test_another_interview_is_planned_from_the_list(tmp_path: Path) -> None:
    async with at_desk(tmp_path, lambda app, _key: interviews_screen(app), fill=_held_and_begun) as desk:
        assert "n nieuw" in desk.text.splitlines()[-1]
        await desk.press("n")
        assert "Met wie?" in desk.text
        await desk.press("enter")
        assert "Wat is de rol" in desk.text, "everybody is in an interview: a new person comes first"
        await desk.press("escape", "escape")
        assert "G03" in _here(desk)


async def test_the_dashboard_goes_on_with_what_was_begun(tmp_path: Path) -> None:
    async with at_desk(tmp_path, fill=_held_and_begun) as desk:
        assert "Verder met het gesprek: G03" in " ".join(desk.text.split())
        assert "nog 1 gesprek te plannen" in " ".join(desk.text.split()), "only the one nobody began"
        await desk.press("p")
        assert "ga ermee verder" in next(line for line in desk.text.splitlines() if "G03" in line)
        assert "stuur de uitnodiging" in next(line for line in desk.text.splitlines() if "G02" in line)


async def test_a_withdrawal_is_found_in_the_list(tmp_path: Path) -> None:
    async with at_desk(tmp_path, lambda app, _key: interviews_screen(app), fill=_held_and_begun) as desk:
        await desk.press("ctrl+p")
        await desk.type("intrek")
        await desk.press("enter")
        await desk.kept()
        assert "Intrekken · G03" in desk.place
