"""A screen that was closed leaves nothing behind: an evening of opening screens costs no memory."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator
from pathlib import Path
from weakref import ref

import pytest
from textual._styles_cache import StylesCache
from textual.pilot import Pilot
from textual.screen import Screen

from boce_tui.domain.entities import ENTITIES
from boce_tui.store import Dossier
from boce_tui.tui.app import BoceApp
from boce_tui.tui.doors import DOORS, open_door
from tests.cycle.factory import ROUND, small_round
from tests.support import make_env

KEYS = {"interview": f"{ROUND}/G01", "round": ROUND, "respondent": f"{ROUND}/R01"}
PLACES = [*KEYS, *sorted(DOORS.keys() - ENTITIES.keys())]


@pytest.fixture
async def pilot(tmp_path: Path) -> AsyncIterator[Pilot[int]]:
    with small_round(tmp_path, make_env(tmp_path)) as dossier:
        async with _app(dossier).run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            yield pilot


def _app(dossier: Dossier) -> BoceApp:
    return BoceApp(dossier.env, dossier)


async def _open_and_close(pilot: Pilot[int], door: str) -> ref[Screen[object]] | None:
    app = pilot.app
    assert isinstance(app, BoceApp)
    before = app.screen
    open_door(app, door, KEYS.get(door, ""))
    await pilot.pause()
    if app.screen is before:
        return None
    opened = ref(app.screen)
    app.go_back()
    await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()
    return opened


async def test_a_closed_screen_is_gone(pilot: Pilot[int]) -> None:
    closed: dict[str, ref[Screen[object]]] = {}
    for door in PLACES:
        opened = [await _open_and_close(pilot, door) for _again in range(2)]
        if opened[0] is not None:
            closed[door] = opened[0]
    await _open_and_close(pilot, PLACES[0])  # what Textual said last is about this one
    gc.collect()
    assert [door for door, screen in closed.items() if screen() is not None] == []
    assert len(closed) > len(PLACES) // 2


async def test_what_it_painted_is_gone(pilot: Pilot[int]) -> None:
    painted = []
    for _again in range(4):
        await _open_and_close(pilot, "people")
        gc.collect()
        painted.append(sum(isinstance(it, StylesCache) for it in gc.get_objects()))
    assert painted[3] <= painted[1]
