"""The names of the other laptop on the screens: made there, seen first here, then beside what was here."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from boce_tui.env import Env
from boce_tui.names import FILE
from boce_tui.store import Dossier
from boce_tui.tui.handing_over import handing_over_door
from boce_tui.tui.home import home_screen
from boce_tui.tui.keeping import open_locks
from tests.cli.test_names_joining import THEIRS, WORDS, Laptops
from tests.tui.helpers import check_golden, make_app
from tests.tui.planning.desk import Desk


@asynccontextmanager
async def at(env: Env, door: object, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Desk]:
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, door, dossier)  # type: ignore[arg-type]
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield Desk(app, pilot, dossier)


async def give(desk: Desk, file: Path, words: str = WORDS) -> None:
    await desk.press("i")
    await desk.clear()
    await desk.type(str(file))
    await desk.press("enter")
    assert "Wachtzin van het namenbestand van de andere laptop" in desk.text
    await desk.type(words)
    await desk.press("enter")
    await desk.kept()


async def test_from_one_screen_to_the_other(tmp_path: Path) -> None:
    laptops, file = Laptops(tmp_path), tmp_path / "van-de-ander.age"
    async with at(laptops.other, handing_over_door) as desk:
        while "▸ Namen voor de andere laptop" not in desk.text:
            await desk.press("down")
        check_golden("names-for-the-other-laptop", desk.app)
        await desk.press("enter")
        for _twice in range(2):
            await desk.type(WORDS)
            await desk.press("enter")
        await desk.kept()
        await desk.clear()
        await desk.type(str(file))
        await desk.press("enter")
        await desk.kept()
    assert file.exists()
    async with at(laptops.mine, open_locks) as desk:
        await give(desk, file)
        check_golden("names-of-the-other-laptop", desk.app)
        assert f"nieuw: {THEIRS}" in desk.text
        assert len(laptops.names(laptops.mine).data().people) == len(laptops.whole.people) - THEIRS
        await desk.press("enter")
        await desk.kept()
        assert "De namen van beide laptops zijn hier nu te controleren." in desk.text
        await desk.press("question_mark")
        assert "andere laptop" in desk.text
    assert laptops.names(laptops.mine).data() == laptops.whole


async def test_what_is_wrong_is_said_and_changes_nothing(tmp_path: Path) -> None:
    laptops = Laptops(tmp_path)
    before = (laptops.mine.data_dir / FILE).read_bytes()
    async with at(laptops.mine, open_locks) as desk:
        await give(desk, laptops.given(), "heel andere woorden hier")
        assert "past niet op het namenbestand" in " ".join(desk.text.split())
        await desk.press("escape")
    assert (laptops.mine.data_dir / FILE).read_bytes() == before


@pytest.mark.parametrize("joined", [False, True])
async def test_the_report_says_whose_names_are_not_here(tmp_path: Path, *, joined: bool) -> None:
    from boce_tui.tui.reporting import report_door

    laptops = Laptops(tmp_path)
    if joined:
        laptops.rewrite(laptops.mine, people=laptops.whole.people)
    async with at(laptops.mine, home_screen, (120, 40)) as desk:
        desk.app.open(report_door(desk.app, ""))
        await desk.kept()
        words = "Het namenbestand kent geen"
        assert (words in desk.text) is not joined
        assert ("R08" in desk.text) is not joined
