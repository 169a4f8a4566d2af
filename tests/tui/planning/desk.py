"""The app on a dossier of its own, driven by keys, for the tests of planning and home."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from boce_tui.cycle.planning import add_respondent, create_round, standard_agenda
from boce_tui.domain.keys import last
from boce_tui.domain.round import Round
from boce_tui.env import Env
from boce_tui.store import Dossier
from boce_tui.tui.app import BoceApp
from boce_tui.tui.screen import BoceScreen
from tests.support import make_env
from tests.tui.helpers import make_app, shown

ROUND = "2041"
Door = Callable[[BoceApp, str], BoceScreen]


@dataclass
class Desk:
    """A person at the keyboard."""

    app: BoceApp
    pilot: Pilot[Any]
    dossier: Dossier

    async def press(self, *keys: str) -> Desk:
        """Press keys one by one, each with its effect."""
        for key in keys:
            await self.pilot.press(key)
            await self.pilot.pause()
        return self

    async def type(self, text: str) -> Desk:
        """Type a text, key by key."""
        for char in text:
            self.app.post_message(events.Key(_character_to_key(char), char))
        await self.pilot.pause()
        while not self.app.key_order.idle:
            await self.pilot.pause()
        await self.pilot.pause()
        return self

    async def kept(self) -> Desk:
        """Wait until everything typed or started is in the dossier, and shown."""
        await self.pilot.pause()
        await self.app.workers.wait_for_complete()
        self.app.savers.flush()
        self.app.savers.tick()
        await self.pilot.pause()
        await self.pilot.pause()
        return self

    async def to(self, field: str) -> Desk:
        """Put the focus in a field of the form that is open."""
        form = self.app.screen.form  # type: ignore[attr-defined]
        form.go_to(field)
        return await self.press()

    async def clear(self) -> Desk:
        """Empty the line with the focus."""
        return await self.press("end", "ctrl+u")

    @property
    def text(self) -> str:
        """What the screen shows."""
        return shown(self.app)

    @property
    def place(self) -> str:
        """Line 1 of the screen."""
        return self.text.splitlines()[0]


@asynccontextmanager
async def at_desk(
    tmp_path: Path,
    door: Door | None = None,
    key: str = "",
    *,
    size: tuple[int, int] = (80, 24),
    fill: Callable[[Dossier], Any] | None = None,
    env: Env | None = None,
    new: bool = True,
) -> AsyncIterator[Desk]:
    """Open the app on a new dossier, filled by `fill`; at the home screen, or behind a door."""
    env = env or make_env(tmp_path)
    with Dossier.create(env.data_dir, env) if new else Dossier.open(env.data_dir, env) as dossier:
        if fill is not None:
            fill(dossier)
        if door is None:
            from boce_tui.tui.home import home_screen

            start: Any = home_screen
        else:
            made = door

            def start(app: BoceApp) -> BoceScreen:
                app.round_id = ROUND if dossier.all(Round) else ""
                return made(app, key)

        app = make_app(env, start, dossier)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield Desk(app, pilot, dossier)
            app.savers.flush()


def a_round(dossier: Dossier) -> None:
    """The standard agenda and an empty round."""
    standard_agenda(dossier)
    create_round(dossier, year=ROUND)


PEOPLE: tuple[dict[str, Any], ...] = (
    {"role": "alderman", "municipalities": ("borger_odoorn",), "themes": {"accessibility": 3}},
    {"role": "theme_lead", "municipalities": ("borger_odoorn", "coevorden"), "themes": {"accessibility": 2}},
    {"role": "municipal_secretary", "municipalities": ("emmen",)},
)


def with_people(dossier: Dossier) -> list[str]:
    """The standard agenda, a round and three people; returns their codes."""
    a_round(dossier)
    return [last(add_respondent(dossier, ROUND, **person).key) for person in PEOPLE]
