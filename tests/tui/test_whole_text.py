"""A list that cuts texts off says the whole of the one under the cursor, and nothing moves for it."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from boce_tui.domain.analysis import Finding
from boce_tui.domain.recommendation import Recommendation
from boce_tui.store import Dossier
from boce_tui.tui.doors import open_door
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow
from boce_tui.tui.widgets.whole_text import WholeText
from tests.example import example_env
from tests.tui.helpers import OneWidget, grid, make_app, press, shown

LONG = (
    "Leg voor elk thema vast wie opdrachtgever is, hoeveel uren er in elke gemeente beschikbaar zijn en "
    "wanneer de stuurgroep besluit, zodat niemand halverwege hoeft te raden wie er aan zet is, tot het slot."
)


@pytest.mark.parametrize("door", ["follow_up", "actions", "scans"])
async def test_the_whole_title_of_the_row_under_the_cursor(tmp_path: Path, door: str) -> None:
    env = example_env(tmp_path)
    with Dossier.open(env.data_dir, env) as dossier:
        for key in ("2021/1a", "2021/2c"):
            item = dossier.value(Recommendation, key)
            assert item is not None
            dossier.save(msgspec.structs.replace(item, text=f"[x] {key} {LONG}"), key)
        app = make_app(env, None, dossier)
        app._start = "boce_tui.tui.home:home_screen"
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            open_door(app, door)
            await press(pilot)

            def said() -> str:
                return " ".join(shown(app).split())

            assert f"[x] 2021/1a {LONG}" in said()
            first = grid(app)
            await press(pilot, "down")
            assert f"[x] 2021/1a {LONG}" not in said()
            assert [line[2:] for line in grid(app)[3:12]] == [line[2:] for line in first[3:12]], (
                "nothing moves"
            )
            while door != "actions" and f"[x] 2021/2c {LONG}" not in said():
                before = grid(app)
                await press(pilot, "down")
                assert grid(app) != before, "the end of the list"
            await pilot.resize_terminal(120, 40)
            await press(pilot, "home")
            assert (f"[x] 2021/1a {LONG}" in said()) is (door != "follow_up"), (
                "there it stands beside the list"
            )


@pytest.mark.parametrize("door", ["decisions", "recommendations", "finding"])
async def test_so_it_is_where_one_chooses_what_to_open(tmp_path: Path, door: str) -> None:
    env = example_env(tmp_path)
    with Dossier.open(env.data_dir, env) as dossier, dossier.change() as change:
        for kind in (Recommendation, Finding):
            for key, item in dossier.values(kind, "2041/").items():
                change.save(msgspec.structs.replace(item, text=LONG), key)
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, None, dossier)
        app._start = "boce_tui.tui.home:home_screen"
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            open_door(app, door)
            await press(pilot)
            await press(pilot, "down")
            assert LONG in " ".join(shown(app).split())


async def test_a_list_in_which_everything_fits_keeps_its_room(tmp_path: Path) -> None:
    picks = PickList(Column(width=4), Column())
    whole = WholeText(picks)
    app = make_app(tmp_path, lambda _app: OneWidget(picks, whole))
    async with app.run_test(size=(80, 24)) as pilot:
        picks.show([PickRow("a", ("1", "kort"))])
        await press(pilot)
        assert whole.display is False
        picks.show([PickRow("a", ("1", "kort")), PickRow("b", ("2", "lang " * 30))])
        await press(pilot)
        assert [whole.display] == [True]
        assert shown(app).count("lang") < 20, "the row under the cursor is whole as it is"
        await press(pilot, "down")
        assert shown(app).count("lang") > 40
