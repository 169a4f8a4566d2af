"""How long each screen takes to open, in one process without a terminal: the same work for every screen.

The screens are those that the palette offers, and the place of one item of every kind (`DOORS`); a new one is
measured too. Each opening is paired with that of a bare screen just before it.
"""

from __future__ import annotations

import asyncio
import gc
import importlib
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Footer, Header, Input, Static

from boce_tui.cycle.rounds import latest_round
from boce_tui.domain.entities import ENTITIES
from boce_tui.domain.interviewing import Answer
from boce_tui.env import Env
from boce_tui.store import Dossier
from boce_tui.tui import commands
from boce_tui.tui.app import BoceApp
from boce_tui.tui.doors import DOORS
from boce_tui.tui.search import search_screen

if TYPE_CHECKING:
    from textual.pilot import Pilot

WORD = "trekker"
"""Stands in many answers."""
Make = Callable[[BoceApp], Screen[Any]]


class Bare(Screen[None]):
    """What opening any screen costs: a header, a field, some text, a footer."""

    def compose(self) -> ComposeResult:
        """Four widgets."""
        yield Header()
        yield Input()
        yield Static("text " * 100)
        yield Footer()


class Paints:
    """The moments at which the app painted the screen on top."""

    def __init__(self, app: BoceApp) -> None:
        self.moments: list[float] = []
        really = app._display

        def display(screen: Screen[Any], renderable: Any) -> None:
            really(screen, renderable)
            if renderable is not None and screen is app.screen:
                self.moments.append(time.perf_counter())

        app._display = display  # type: ignore[method-assign]

    async def first(self, pilot: Pilot[int]) -> float:
        """The moment of the first paint since they were cleared."""
        await pilot.pause()
        while not self.moments:
            await pilot.pause(0.01)
        return self.moments[0]


@dataclass
class Opened:
    """How long a screen took, in milliseconds, time after time.

    Attributes:
        shown: Until it is painted.
        bare: The bare screen just before it.
        done: Until nothing goes on any more: what is below the screen is there, background work is done.
        first: The first time, when its code is loaded as well.
    """

    shown: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)
    done: list[float] = field(default_factory=list)
    first: float = 0.0

    @property
    def extra(self) -> float:
        """What it takes more than the bare screen: the median of the pairs."""
        return statistics.median(a - b for a, b in zip(self.shown, self.bare, strict=True))


def _cases(app: BoceApp) -> Iterator[tuple[str, Make]]:
    for command in commands.load_all():
        if command.opens:
            yield command.id, lambda app, opens=command.opens: app.make(opens)  # type: ignore[misc]
    round_id = latest_round(app.dossier)
    for target, where in DOORS.items():
        if target not in ENTITIES:
            continue
        keys = list(app.dossier.values(ENTITIES[target]))
        key = next((key for key in keys if key.startswith(f"{round_id}/")), keys[0] if keys else None)
        if key is not None:
            yield f"{target} {key}", partial(_door, where, key)
    yield f"search for '{WORD}'", lambda app: search_screen(app, WORD)


def _door(where: str, key: str, app: BoceApp) -> Screen[Any]:
    module, _colon, name = where.partition(":")
    made: Screen[Any] = getattr(importlib.import_module(module), name)(app, key)
    return made


async def open_once(pilot: Pilot[int], app: BoceApp, paints: Paints, make: Make) -> tuple[float, float]:
    """Milliseconds until a screen is painted, and until it has nothing left to do."""
    gc.collect()
    begun = time.perf_counter()
    screen = make(app)
    app.open(screen)
    paints.moments.clear()
    shown = await paints.first(pilot)
    await app.workers.wait_for_complete()
    await pilot.pause()
    done = time.perf_counter()
    app.go_back()
    await pilot.pause()
    return (shown - begun) * 1000, (done - begun) * 1000


def _change(dossier: Dossier, number: int) -> None:
    """As in real work the dossier is another one than at the last opening."""
    answer = dossier.all(Answer, f"{latest_round(dossier)}/")[0]
    assert answer.value is not None
    dossier.save(msgspec.structs.replace(answer.value, text=f"dat ging goed ({number})"), answer.key)


async def _measure(data: Path, rounds: int, size: tuple[int, int]) -> dict[str, Opened]:
    env = Env.from_process(str(data))
    with Dossier.open(data, env) as dossier:
        app = BoceApp(env, dossier)
        paints = Paints(app)
        async with app.run_test(size=size, notifications=True) as pilot:
            await pilot.pause()
            cases = dict(_cases(app))
            found = {name: Opened() for name in cases}
            for number in range(rounds + 1):
                for name, make in cases.items():
                    _change(dossier, number)
                    bare, _done = await open_once(pilot, app, paints, lambda _app: Bare())
                    shown, done = await open_once(pilot, app, paints, make)
                    one = found[name]
                    if not number:
                        one.first = shown
                        continue
                    one.bare.append(bare)
                    one.shown.append(shown)
                    one.done.append(done)
    return found


def measure(data: Path, rounds: int, size: tuple[int, int]) -> dict[str, Opened]:
    """What each screen of the app takes to open on this dossier."""
    return asyncio.run(_measure(data, rounds, size))
