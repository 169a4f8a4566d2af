"""A small round with enough said in it to work out, and the app at one of its screens; all invented."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec
from textual import events
from textual.pilot import Pilot

from boce_tui.cycle import concluding, recommending
from boce_tui.cycle.analysing import findings, labels
from boce_tui.domain.analysis import Finding
from boce_tui.domain.answers import Choice, Rating
from boce_tui.domain.base import Entity
from boce_tui.domain.keys import last
from boce_tui.domain.recommendation import Recommendation, RecommendationGroup
from boce_tui.domain.round import Round
from boce_tui.tui.app import BoceApp
from boce_tui.tui.doors import open_door
from tests.cycle.analysing.heard import E1, E4, Heard
from tests.cycle.factory import ROUND
from tests.tui.helpers import make_app

_NAMES = {
    " ": "space",
    ".": "full_stop",
    "?": "question_mark",
    "-": "minus",
    ",": "comma",
    "!": "exclamation_mark",
}
T = TypeVar("T", bound=Entity)
HOSTILE = "[red]rood[/red] [/x] [@click=app.quit]klik[/] \x1b[31mesc {{ 1 }} # kop | <script> \u202eomgekeerd"
CELL = concluding.cell_key(ROUND, "experiences", "general")


class Round1(Heard):
    """Five officials and two executives about E1; somebody about E4 and one theme."""

    def __init__(self, tmp_path: Path) -> None:
        super().__init__(tmp_path)
        with self.dossier.change():
            self._say()

    def _say(self) -> None:
        said = (
            ("official", 4, "prettig, je weet elkaar te vinden. besluiten duren lang"),
            ("official", 4, "goed. maar wie gaat er nou over de uren?"),
            ("official", 2, "stroperig. alles moet drie keer langs"),
            ("executive", 5, "heel goed, de sfeer is open"),
            ("official", 4, "gaat goed, korte lijnen"),
            ("executive", 3, "het mag wat zakelijker"),
            ("official", 4, ""),
        )
        self.codes = [self.person(group) for group, _score, _text in said]
        self.e1 = [
            self.says(code, E1, text, Rating(score=score))
            for code, (_group, score, text) in zip(self.codes, said, strict=True)
        ]
        self.e4 = self.says(self.codes[0], E4, "een vaste afspraak in de agenda, dat helpt")
        self.says(self.codes[1], E4, skipped="no_time")
        self.quoted = self.quote(self.e1[1], "wie gaat er nou over de uren?")
        labels.toggle(self.dossier, self.e1[0], "besluiten")
        labels.toggle(self.dossier, self.e1[2], "besluiten")
        self.says(self.codes[0], "A2", "nee", Choice(option="realised"), theme="housing")

    def finding(self, text: str = "Men werkt prettig samen.", *, sources: int = 2) -> str:
        """A finding with the first answers to E1 behind it."""
        key = findings.new_finding(self.dossier, ROUND, "experiences", "general").key
        findings.change_finding(self.dossier, key, text=text)
        for answer in self.e1[:sources]:
            findings.cite(self.dossier, key, "answer", answer)
        return key

    def advice(self, text: str = "Plan vaste overleggen.") -> str:
        """A recommendation in a group of its own."""
        group = last(recommending.new_group(self.dossier, ROUND, "Ritme").key)
        key = recommending.new_recommendation(self.dossier, ROUND, group).key
        recommending.change_recommendation(self.dossier, key, text=text)
        return key

    def earlier(self) -> None:
        """A round before this one with two recommendations."""
        with self.dossier.change() as c:
            c.save(Round(year=2040, title="Evaluatie 2040"), "2040")
            now = c.value(Round, ROUND)
            assert now is not None
            c.save(msgspec.structs.replace(now, previous="2040"), ROUND)
            c.save(RecommendationGroup(title="Oud", order=1, number=3), "2040/g1")
            c.save(Recommendation(text="Leg rollen vast.", group="g1", letter="a"), "2040/3a")
            c.save(Recommendation(text="Maak een planning.", group="g1", letter="b"), "2040/3b")

    def value(self, kind: type[T], key: str) -> T:
        """An item that must be there."""
        found = self.dossier.value(kind, key)
        assert found is not None
        return found

    def only_finding(self) -> Finding:
        """The one finding there is."""
        found = list(self.dossier.values(Finding, f"{ROUND}/").values())
        assert len(found) == 1
        return found[0]


@dataclass
class Desk:
    """The app at work, with the round it shows."""

    app: BoceApp
    pilot: Pilot[int]
    round: Round1

    async def press(self, *keys: str) -> None:
        """Press keys one by one, each fully dealt with."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Type letters, as fast as the app takes them."""
        await self.quick(*text)

    async def quick(self, *keys: str) -> None:
        """Press keys without waiting in between; for keys that open nothing."""
        for key in keys:
            event = events.Key(_NAMES.get(key, key), key if len(key) == 1 else None)
            self.app.post_message(event.set_sender(self.app))
        await self.pilot.pause()

    async def open(self, door: str, key: str = "") -> None:
        """Open a screen on top."""
        open_door(self.app, door, key)
        await self.pilot.pause()
        await self.pilot.pause()

    async def resize(self, width: int, height: int) -> None:
        """Another size of window."""
        await self.pilot.resize_terminal(width, height)
        await self.pilot.pause()

    @property
    def message(self) -> str:
        """The message in the footer."""
        return self.app.message[0]


Prepare = Callable[[Round1], object]


@asynccontextmanager
async def desk(
    tmp_path: Path,
    door: str,
    key: str = "",
    *,
    prepare: Prepare | None = None,
    size: tuple[int, int] = (80, 24),
) -> AsyncIterator[Desk]:
    """The app, opened at a door."""
    made = Round1(tmp_path)
    with made.dossier:
        if prepare is not None:
            prepare(made)
        app = make_app(made.dossier.env, None, made.dossier)
        app.round_id = ROUND
        async with app.run_test(size=size) as pilot:
            found = Desk(app, pilot, made)
            await found.open(door, key)
            yield found


__all__ = ["CELL", "HOSTILE", "ROUND", "Desk", "Round1", "desk"]
