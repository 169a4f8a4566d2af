"""How long each screen takes to open, in one process without a terminal: the same work for every screen.

The screens are those that the palette offers (`Command.opens` in the registry), so a new one is measured too.
"""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Footer, Header, Input, Static

from boce_tui.env import Env
from boce_tui.store import Dossier
from boce_tui.tui import commands
from boce_tui.tui.app import BoceApp

if TYPE_CHECKING:
    from textual.pilot import Pilot


class Bare(Screen[None]):
    """What opening any screen costs: a header, a field, some text, a footer."""

    def compose(self) -> ComposeResult:
        """Four widgets."""
        yield Header()
        yield Input()
        yield Static("text " * 100)
        yield Footer()


async def _opened(pilot: Pilot[int], app: BoceApp, make: Callable[[], Any] | str) -> float:
    """Milliseconds until a screen is on top, has been laid out and has nothing left to do."""
    begun = time.perf_counter()
    app.open(make if isinstance(make, str) else make())
    await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()
    taken = (time.perf_counter() - begun) * 1000
    app.go_back()
    await pilot.pause()
    return taken


async def _measure(data: Path, rounds: int) -> tuple[float, dict[str, float]]:
    env = Env.from_process(str(data))
    with Dossier.open(data, env) as dossier:
        app = BoceApp(env, dossier)
        doors = {command.id: command.opens for command in commands.load_all() if command.opens}
        async with app.run_test(size=(80, 24), notifications=True) as pilot:
            await pilot.pause()
            bare = [await _opened(pilot, app, Bare) for _ in range(rounds + 1)][1:]
            found = {}
            for name, door in doors.items():
                times = [await _opened(pilot, app, door) for _ in range(max(3, rounds // 3) + 1)]
                found[name] = statistics.median(times[1:])
    return statistics.median(bare), found


def measure(data: Path, rounds: int) -> tuple[float, dict[str, float]]:
    """Median milliseconds of a bare screen, and of every screen the palette can open."""
    return asyncio.run(_measure(data, rounds))
