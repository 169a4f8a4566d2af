"""How long a question takes to open in the interview room, in one process without a terminal.

Every question of the route, each paired with the opening of a bare screen just before it. A question is open
when it is painted for the first time, as a screen is.
"""

from __future__ import annotations

import asyncio
import gc
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.dossier import newest_round
from benchmarks.screens import Bare, Opened, Paints, open_once
from boce_tui.env import Env
from boce_tui.store import Dossier
from boce_tui.tui.app import BoceApp
from boce_tui.tui.interviewing.room import RoomScreen
from boce_tui.tui.interviewing.rooms import open_interview

if TYPE_CHECKING:
    from textual.pilot import Pilot

Place = tuple[str, str | None]


async def _go(pilot: Pilot[int], room: RoomScreen, paints: Paints, place: Place) -> float:
    """Milliseconds until the question at a place is painted."""
    gc.collect()
    paints.moments.clear()
    begun = time.perf_counter()
    room.call_later(room.go_to, place)
    shown = await paints.first(pilot)
    if room.talk.step.place != place:
        raise SystemExit(f"the room did not go to question {place}")
    return (shown - begun) * 1000


async def _measure(data: Path, code: str, rounds: int, size: tuple[int, int]) -> dict[str, Opened]:
    with Dossier.open(data, Env.from_process(str(data))) as dossier:
        round_id = newest_round(dossier)
        app = BoceApp(dossier.env, dossier, lambda app: open_interview(app, round_id, code))
        paints = Paints(app)
        async with app.run_test(size=size, notifications=True) as pilot:
            await pilot.pause()
            room = app.screen
            assert isinstance(room, RoomScreen)
            places = [step.place for step in room.talk.steps]
            found = {place: Opened() for place in places}
            for number in range(rounds + 1):
                for place in places[1:] + places[:1]:
                    bare, _done = await open_once(pilot, app, paints, lambda _app: Bare())
                    shown = await _go(pilot, room, paints, place)
                    if number:
                        found[place].bare.append(bare)
                        found[place].shown.append(shown)
                    else:
                        found[place].first = shown
    return {"/".join(filter(None, place)): opened for place, opened in found.items()}


def measure(data: Path, code: str, rounds: int, size: tuple[int, int]) -> dict[str, Opened]:
    """What each question of an interview takes to open."""
    return asyncio.run(_measure(data, code, rounds, size))
