"""When a test may look at the screen: all that was set off is done and painted.

Textual's pilot takes a process that uses little processor time for one that has done its work. On a computer
that is busy with something else, and while a thread waits for the disk, that is a guess. Here nothing is
guessed: no task has anything to do, no frame is due, no work goes on beside the screen or in the database.
"""

from __future__ import annotations

import asyncio
from threading import Event
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot

from boce_tui.tui.app import BoceApp
from tests.support import TIMEOUT

_FRAME = 1 / 50
"""A little more than Textual waits before it paints."""
_LOOK = 0.002
_gates: list[Event] = []


def held_up_by(gate: Event) -> Event:
    """As long as `gate` is not set the test holds up the work beside the screen, and nobody waits for it."""
    _gates.append(gate)
    return gate


async def until_quiet(app: App[Any]) -> None:
    """Wait until everything that was set off is done and painted."""
    loop = asyncio.get_running_loop()
    end = loop.time() + TIMEOUT
    while what := _busy(app, loop):
        assert loop.time() < end, f"the app never comes to rest: {what}"
        await asyncio.sleep(0 if what == "tasks" else _LOOK)


def _busy(app: App[Any], loop: Any) -> str:
    if app._exception is not None or app._exit:
        return ""
    if all(gate.is_set() for gate in _gates):
        if any(worker._thread_worker and not worker.is_finished for worker in app.workers):
            return "work in the background"
        if isinstance(app, BoceApp) and not app.key_order.idle:
            return "a key"
        if isinstance(app, BoceApp) and app.has_dossier and not app.dossier._work._thread.idle:
            return "the database"
    # Looked at last: what a thread set off before it ended is among the tasks.
    if loop._ready:
        return "tasks"
    due = loop.time() + _FRAME
    if any(timer.when() < due for timer in loop._scheduled if not timer.cancelled()):
        return "a frame"
    return ""


def wait_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """After every key, click and pause of a pilot the app is quiet."""
    _gates.clear()
    pause, press = Pilot.pause, Pilot.press

    async def quiet_pause(self: Pilot[Any], delay: float | None = None) -> None:
        await pause(self, delay)
        await until_quiet(self.app)

    async def quiet_press(self: Pilot[Any], *keys: str) -> None:
        for key in keys:
            await press(self, key)
            await until_quiet(self.app)

    monkeypatch.setattr(Pilot, "pause", quiet_pause)
    monkeypatch.setattr(Pilot, "press", quiet_press)
