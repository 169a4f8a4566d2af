"""Names of files and folders that cannot be: said in the box, in Dutch; nothing ends or is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from boce_tui.store import Dossier
from boce_tui.tui.widgets.line_area import LineArea
from tests.example import example_env
from tests.tui.helpers import make_app, press, shown

DOORS = {
    "the report": ("boce_tui.tui.reporting.report:open_report", "m"),
    "a bundle": ("boce_tui.tui.merging:open_merging", "b"),
    "a bundle of the other": ("boce_tui.tui.merging:open_merging", "m"),
    "people": ("boce_tui.tui.planning:people_door", "i"),
    "a review file": ("boce_tui.tui.reviewing:review_door", "i"),
}
PLACES = {
    "too long": ("a" * 5_000, ("te lang",)),
    "no such home": ("~niemand-hier/stuk.md", ("geen thuismap", "bestaat niet")),
    "nothing": ("   ", ("Typ de naam", "niet")),
    "control characters": ("/tmp\x00\x1b[2J/x\ud800", ("niet",)),
}


@pytest.mark.parametrize("door", DOORS)
async def test_a_place_that_cannot_be_is_said_in_the_box(tmp_path: Path, door: str) -> None:
    env = example_env(tmp_path)
    where, key = DOORS[door]
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, None, dossier)
        app._start = "boce_tui.tui.home:home_screen"
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            app.open(where)
            await press(pilot)
            here = app.screen
            while app.screen is here:  # making the report takes some turns
                await press(pilot, key)
            box = app.screen
            line = box.query_one(LineArea)
            for name, (typed, words) in PLACES.items():
                line.select_all()
                app.post_message(events.Paste(typed))
                await press(pilot, "enter")
                assert app.screen is box, name
                said = " ".join(shown(app).replace("│", " ").split())
                assert any(word in said for word in words), (name, said)
            await press(pilot, "escape")
            assert app.screen is not box
