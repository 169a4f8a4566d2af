"""An interview room with a real dossier, for tests."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from boce_tui.domain.answers import Value
from boce_tui.domain.interviewing import Answer, Quote
from boce_tui.store import Dossier
from boce_tui.tui.app import BoceApp
from boce_tui.tui.interviewing import open_interview
from boce_tui.tui.interviewing.clock import TalkClock
from boce_tui.tui.interviewing.room import RoomScreen
from tests.cycle.factory import ALONE, ROUND, small_round
from tests.support import Clock, make_env
from tests.tui.helpers import shown


@dataclass
class Talk:
    """A room on the screen."""

    app: BoceApp
    pilot: Pilot[Any]
    dossier: Dossier
    interview: str

    @property
    def room(self) -> RoomScreen:
        """The room itself."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, RoomScreen))

    @property
    def screen(self) -> str:
        """What the terminal shows."""
        return shown(self.app)

    @property
    def question(self) -> str:
        """The question on the screen."""
        return self.room.talk.step.question

    async def press(self, *keys: str) -> None:
        """Press keys and wait until all is shown."""
        for key in keys:
            await self.pilot.press(key)
        await self.settled()

    async def type(self, text: str) -> None:
        """Type a text, key by key."""
        for char in text:
            key = {"\n": "enter"}.get(char) or _character_to_key(char)
            self.app.post_message(events.Key(key, "\r" if char == "\n" else char))
        await self.settled()

    async def settled(self) -> None:
        """Every key has done what it does, and it is painted."""
        await self.pilot.pause()
        while not self.app.key_order.idle:
            await self.pilot.pause()
        await self.pilot.pause()

    async def go(self, question: str) -> None:
        """Go to a question through the outline, as a person would."""
        await self.press("f2")
        await self.press(*question.lower())
        assert self.question == question

    def saved(self) -> None:
        """Everything that was typed is in the dossier now; the room knows what that makes of it."""
        assert self.app.savers.flush() == []
        self.room._look()  # once a second by itself: a quick computer has typed a whole text before

    def answer(self, question: str, theme: str = "-", who: str = "all") -> Answer:
        """The answer as the dossier has it."""
        return self.dossier.value(Answer, f"{ROUND}/{self.interview}/{question}/{theme}/{who}") or Answer()

    def value(self, question: str, part: str = "value", who: str = "all") -> Value | None:
        """One value as the dossier has it."""
        return self.answer(question, who=who).values.get(part)

    def quotes(self) -> list[Quote]:
        """All quotes in the dossier."""
        return list(self.dossier.values(Quote).values())


@asynccontextmanager
async def talk(
    tmp_path: Path,
    interview: str = ALONE,
    *,
    size: tuple[int, int] = (80, 24),
    instrument: str = "",
    dossier: Dossier | None = None,
) -> AsyncIterator[Talk]:
    """Open an interview; the dossier is made when none is given, and closed at the end."""
    env = make_env(tmp_path, now=Clock(step=timedelta(0)))
    if dossier is None:
        dossier = small_round(tmp_path / "data", env, instrument)
    seconds = iter(range(10**9))

    def start(app: BoceApp) -> RoomScreen:
        room = open_interview(app, ROUND, interview)
        room.clock = TalkClock(23 * 60, running=True, clock=lambda: float(next(seconds)) / 1000)
        return room

    app = BoceApp(env, dossier, start)
    try:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield Talk(app, pilot, dossier, interview)
    finally:
        dossier.close()
