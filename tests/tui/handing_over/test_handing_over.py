"""Handing over, access and the cycle document from the screen: the same files as the command line makes."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest
from textual.pilot import Pilot

from boce_tui.cycle.profiles import open_dossier
from boce_tui.cycle.versions.log import exports
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.recommendation import Recommendation
from boce_tui.domain.round import Respondent
from boce_tui.env import Env
from boce_tui.names import Names
from boce_tui.store import trail
from boce_tui.tui.app import BoceApp
from boce_tui.tui.handing_over import access_door, handing_over_door
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.widgets.line_area import LineArea
from tests.example import example_env
from tests.support import run_cli
from tests.tui.helpers import check_golden, make_app, press, shown, type_in

CODE = re.compile(rb"\b[RG]\d{2}\b")


@pytest.fixture
def env(tmp_path: Path) -> Env:
    return example_env(tmp_path)


def start(app: BoceApp) -> BoceScreen:
    app.round_id = "2041"
    return handing_over_door(app)


async def made(pilot: Pilot[Any], target: Path) -> None:
    """Wait until it is made, and say where it goes."""
    await pilot.app.workers.wait_for_complete()
    await press(pilot)
    line = pilot.app.screen.query_one(LineArea)
    line.load("")
    await type_in(pilot, str(target))
    await press(pilot, "enter")
    await pilot.app.workers.wait_for_complete()
    await press(pilot)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=["60x20", "80x24", "120x40"])
async def test_looks(env: Env, size: tuple[int, int]) -> None:
    with open_dossier(env) as dossier:
        app = make_app(env, start, dossier)
        async with app.run_test(size=size) as pilot:
            await press(pilot)
            check_golden(f"handing-over-{size[0]}x{size[1]}", app)


async def test_for_programme_support(env: Env, tmp_path: Path) -> None:
    target, by_line = tmp_path / "s.json", tmp_path / "c.json"
    with open_dossier(env) as dossier:
        app = make_app(env, start, dossier)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "enter")
            await made(pilot, target)
            assert "s.json" in shown(app)
        assert [one.value.audience for one in exports(dossier, "2041") if one.value] == ["support"]
    run_cli(["export", "cycle", "--for", "support", "--to", str(by_line)], env).ok()
    assert target.read_bytes() == by_line.read_bytes()
    assert not CODE.search(target.read_bytes())
    assert target.stat().st_mode & 0o777 == 0o600


async def test_locked_and_the_names(env: Env, tmp_path: Path) -> None:
    bundle, names = tmp_path / "s.boce", tmp_path / "n.age"
    with open_dossier(env) as dossier:
        app = make_app(env, start, dossier)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "down", "enter")
            for _twice in range(2):
                await type_in(pilot, "vier woorden voor ondersteuning")
                await press(pilot, "enter")
            await made(pilot, bundle)
            await press(pilot, "down", "enter")
            for _twice in range(2):
                await type_in(pilot, "andere woorden voor namen")
                await press(pilot, "enter")
            await made(pilot, names)
    other = replace(env, data_dir=tmp_path / "theirs", environ={"BOCE_BUNDLE_KEY_FILE": str(tmp_path / "k")})
    (tmp_path / "k").write_text("vier woorden voor ondersteuning\n")
    run_cli(["merge", str(bundle), "--yes"], other).ok()
    with open_dossier(other) as theirs:
        assert not theirs.head_keys(Answer)
        assert theirs.values(Recommendation)
    (other.data_dir / "names.age").write_bytes(names.read_bytes())
    there = Names(other.data_dir)
    there.unlock("andere woorden voor namen")
    assert there.data().people
    assert not [code for code in there.data().people if CODE.search(code.encode())]
    assert trail.read(env.data_dir).lines[-1].facts["document"] == "names"


async def test_the_whole_round(env: Env, tmp_path: Path) -> None:
    target, by_line = tmp_path / "r.json", tmp_path / "c.json"
    with open_dossier(env) as dossier:
        app = make_app(env, start, dossier)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "down", "down", "down", "down", "enter")
            await made(pilot, target)
    run_cli(["export", "cycle", "--to", str(by_line)], env).ok()
    assert target.read_bytes() == by_line.read_bytes()
    assert json.loads(target.read_bytes())["round"] == "2041"


async def test_an_access_request(env: Env, tmp_path: Path) -> None:
    target, by_line = tmp_path / "a.md", tmp_path / "c.md"
    with open_dossier(env) as dossier:
        code = next(iter(dossier.values(Respondent, "2041/"))).split("/")[1]

        def door(app: BoceApp) -> BoceScreen:
            app.round_id = "2041"
            return access_door(app)

        app = make_app(env, door, dossier)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "enter")
            await type_in(pilot, code)
            await press(pilot, "enter")
            await made(pilot, target)
    run_cli(["export", "access", code, "--to", str(by_line)], env).ok()
    assert target.read_bytes() == by_line.read_bytes()


async def test_a_code_in_a_text_stops_it_and_leads_there(env: Env) -> None:
    with open_dossier(env) as dossier:
        code = next(iter(dossier.values(Respondent, "2041/"))).split("/")[1]
        key, one = next(iter(dossier.values(Recommendation, "2041/").items()))
        dossier.save(msgspec.structs.replace(one, explanation=f"Dit zei {code}."), key)
        app = make_app(env, start, dossier)
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "enter")
            await pilot.app.workers.wait_for_complete()
            await press(pilot)
            assert "Er is niets gemaakt" in shown(app)
            assert code in shown(app)
            await press(pilot, "e")
            await press(pilot, "e")
            await press(pilot)
            assert not isinstance(app.screen, type(start(app)))
        assert exports(dossier, "2041") == []


@pytest.mark.parametrize("profile", ["support", "reader"])
async def test_others_see_what_is_for_them(env: Env, profile: str) -> None:
    env = replace(env, profile=profile)
    with open_dossier(env) as dossier:
        app = make_app(env, start, dossier)
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot)
            assert ("De ronde voor de ondersteuning" in shown(app)) == (profile == "support")
            assert "Verzoek om inzage" not in shown(app)
            assert "De hele ronde" not in shown(app)
