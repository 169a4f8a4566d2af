"""Speed without a clock: how often the database is asked does not grow with what is in it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual._styles_cache import StylesCache
from textual.geometry import Region
from textual.message import Message
from textual.message_pump import MessagePump
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import TextArea
from textual.widgets.text_area import TextAreaTheme

from boce_tui.cycle.dashboard.reckoning import reckon
from boce_tui.cycle.today import today
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.round import Interview, Respondent
from boce_tui.store import Dossier
from boce_tui.store.dbthread import DbThread
from boce_tui.store.reading import Reading
from boce_tui.tui.app import BoceApp
from boce_tui.tui.doors import DOORS
from tests.cycle.factory import ROUND, small_round
from tests.support import make_env
from tests.tui.interviewing.rooms import Talk, talk

FEW, MANY = 3, 40
"""Interviews; each with ten answers."""
QUESTIONS = ("A2", "A3", "A5", "B5", "C1", "C2", "E1", "E2", "E4", "F1")


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Grows each time that somebody waits for the database thread."""
    found: list[str] = []
    really = DbThread.run

    def counted(self: DbThread, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if not self.here:
            found.append(threading.current_thread().name)
        return really(self, fn, *args, **kwargs)

    monkeypatch.setattr(DbThread, "run", counted)
    return found


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Grows each time that items are read from the file."""
    found: list[str] = []
    for name in ("get", "all"):
        really: Callable[..., Any] = getattr(Reading, name)

        def counted(self: Reading, entity: str, key: str = "", _really: Any = really) -> Any:
            found.append(f"{entity} {key}")
            return _really(self, entity, key)

        monkeypatch.setattr(Reading, name, counted)
    return found


def grown(folder: Path, interviews: int) -> None:
    """The small round with that many more interviews, of people of one kind."""
    with small_round(folder, make_env(folder.parent)) as dossier, dossier.change() as change:
        for number in range(interviews):
            person, interview = f"R{100 + number}", f"{ROUND}/G{100 + number}"
            change.save(
                Respondent(group="official", role="commissioner", themes={"housing": 2}), f"{ROUND}/{person}"
            )
            change.save(Interview(participants=(person,), state="approved"), interview)
            for question in QUESTIONS:
                theme = "housing" if question.startswith("A") else "-"
                answer = Answer(text=f"dat ging goed ({number})")
                change.save(answer, f"{interview}/{question}/{theme}/all")


def reopened(tmp_path: Path, interviews: int) -> Dossier:
    folder = tmp_path / f"{interviews}"
    grown(folder, interviews)
    return Dossier.open(folder, make_env(tmp_path))


def test_dashboard_reads_as_often_whatever_there_is(tmp_path: Path, reads: list[str]) -> None:
    times = []
    for interviews in (FEW, MANY):
        with reopened(tmp_path, interviews) as dossier:
            reads.clear()
            dossier.later(reckon, dossier, ROUND, today(dossier)).result()
            times.append(len(reads))
    assert 0 < times[1] <= times[0]


@pytest.mark.parametrize(
    "step", ["people", "interviews", "planning", "approval", "reading", "sub_conclusions", "recommendations"]
)
async def test_screens_wait_as_often_whatever_there_is(tmp_path: Path, waits: list[str], step: str) -> None:
    times = []
    for interviews in (FEW, MANY):
        with reopened(tmp_path, interviews) as dossier:
            app = BoceApp(dossier.env, dossier)
            async with app.run_test(size=(80, 24)) as pilot:
                await pilot.pause()
                waits.clear()
                module, _colon, name = DOORS[step].partition(":")
                app.open(getattr(__import__(module, fromlist=[name]), name)(app, ""))
                await pilot.pause()
                times.append(len(waits))
    assert times[1] <= times[0], times


async def test_typing_in_the_room_waits_for_no_database(tmp_path: Path, waits: list[str]) -> None:
    async with talk(tmp_path) as t:
        await t.go("A2")
        await t.type("begin ")
        waits.clear()
        await t.type("vijftig letters achter elkaar over de samenwerking.")
        assert t.room.note.text.endswith("over de samenwerking.")
        assert waits == []


def clocked(t: Talk) -> tuple[Callable[[], None], ...]:
    """What runs by the clock while somebody types."""
    return t.app._tick, t.room._look


async def test_a_letter_in_the_room_renders_and_tells_only_what_it_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The question, the header and the footer are left alone; no news of it goes up through the screen."""
    rendered: list[str] = []
    told: list[str] = []
    looks: list[str] = []
    render, dispatch, dress = (
        StylesCache.render_widget,
        MessagePump._dispatch_message,
        TextAreaTheme.apply_css,
    )

    def rendering(self: StylesCache, widget: Widget, crop: Region) -> list[Strip]:
        rendered.append(type(widget).__name__)
        return render(self, widget, crop)

    async def dispatching(self: MessagePump, message: Message) -> None:
        told.append(type(message).__name__)
        await dispatch(self, message)

    def dressing(self: TextAreaTheme, area: TextArea) -> None:
        looks.append(area.id or "")
        dress(self, area)

    async with talk(tmp_path) as t:
        await t.go("A2")
        await t.type("begin ")
        # What the clock does beside the typing is another matter: the save words, and the room's own look.
        clocks = [timer for timer in (*t.app._timers, *t.room._timers) if timer._callback in clocked(t)]
        assert len(clocks) == 2
        for timer in clocks:
            timer.pause()
        await t.settled()
        monkeypatch.setattr(StylesCache, "render_widget", rendering)
        monkeypatch.setattr(MessagePump, "_dispatch_message", dispatching)
        monkeypatch.setattr(TextAreaTheme, "apply_css", dressing)
        await t.type("e")
    assert "AnswerNote" in rendered
    assert not {"HeaderLine", "FooterLine", "AskArea", "StatusLine"} & set(rendered), rendered
    assert not {"Changed", "SelectionChanged"} & set(told)
    assert looks == []
