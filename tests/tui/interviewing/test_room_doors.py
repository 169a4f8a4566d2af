"""Who comes in through the door of an answer finds that question, with its own choices and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from boce_tui.store import Dossier
from boce_tui.tui.doors import open_door
from boce_tui.tui.interviewing.room import RoomScreen
from tests.example import example_env
from tests.tui.helpers import make_app, press, shown


@pytest.mark.parametrize(
    ("question", "there", "absent"),
    [
        ("E1/-", "5 zeer goed", "per e-mail"),
        ("A1/accessibility", "Verkenning of eindproduct?", "per e-mail"),
        ("C3/-", "per e-mail", "5 zeer goed"),
    ],
)
async def test_the_door_of_an_answer(tmp_path: Path, question: str, there: str, absent: str) -> None:
    env = example_env(tmp_path)
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, None, dossier)
        app._start = "boce_tui.tui.home:home_screen"
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            for _time in range(2):  # the second time it was left at another question
                open_door(app, "answer", f"2041/G01/{question}/all")
                await press(pilot)
                room = app.screen
                assert isinstance(room, RoomScreen)
                assert room.talk.step.question == question.partition("/")[0]
                assert there in shown(app)
                assert absent not in shown(app)
                assert {control.step.place for control in room.parts.controls} <= {room.talk.step.place}
                await press(pilot, "ctrl+n", "escape")
