"""Beside the conversation: what last time said, and how the time is going."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from boce_tui.domain.answers import Choice
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.round import Interview, Round
from boce_tui.names import Names, Person
from boce_tui.store import Dossier
from boce_tui.tui.interviewing.clock import TalkClock
from tests.cycle.earlier_round import with_round_before
from tests.cycle.factory import ALONE, FRESH, ROUND, small_round
from tests.support import make_env
from tests.tui.helpers import check_golden
from tests.tui.interviewing.rooms import Talk, talk


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    return with_round_before(small_round(tmp_path / "data", make_env(tmp_path)))


def _allow_own(dossier: Dossier) -> None:
    round_ = dossier.value(Round, ROUND)
    assert round_
    dossier.save(msgspec.structs.replace(round_, own_answers_shown=True), ROUND)


async def test_from_140_columns_last_time_stands_beside_the_question(
    tmp_path: Path, dossier: Dossier
) -> None:
    async with talk(tmp_path, dossier=dossier, size=(140, 40)) as t:
        await t.go("A2")
        assert "De ambitie werd deels bereikt." in t.screen
        assert "Er ligt een visie." in t.screen
        await t.type("nu verder gekomen")
        t.saved()
        assert t.answer("A2", "accessibility").text == "nu verder gekomen"
        t.app.savers.changed = lambda: None
        t.app.tell("")
        await t.pilot.pause()
        check_golden("room-beside-140x40", t.app)


async def test_below_that_it_is_one_key_away_and_the_same_key_goes_back(
    tmp_path: Path, dossier: Dossier
) -> None:
    async with talk(tmp_path, dossier=dossier, size=(80, 24)) as t:
        await t.go("F1")
        assert "concept ligt er" not in t.screen
        assert "f10: vorige keer" in t.screen, "the question says that there is something"
        await t.press("f10")
        assert "Leg rollen vast." in t.screen
        assert "in uitvoering: concept ligt er" in " ".join(t.screen.split())
        check_golden("room-last-time-80x24", t.app)
        await t.press("x", "f10")  # a letter in the pane is nowhere
        assert "concept ligt er" not in t.screen
        await t.type("ja")
        t.saved()
        assert t.answer("F1").text == "ja"


async def test_escape_leaves_the_pane_and_not_the_room(tmp_path: Path, dossier: Dossier) -> None:
    async with talk(tmp_path, dossier=dossier) as t:
        await t.go("F1")
        await t.press("f10", "escape")
        assert t.question == "F1"
        assert "concept ligt er" not in t.screen
        assert t.app.screen is t.room


async def test_the_key_is_not_offered_in_the_first_year(tmp_path: Path) -> None:
    async with talk(tmp_path) as t:
        assert "vorige keer" not in t.screen
        await t.press("f10")
        assert not t.room.can("interviewing.last_year")
        assert not t.room.last_year.pane.display


async def test_somebodys_own_answer_waits_for_the_names(tmp_path: Path, dossier: Dossier) -> None:
    _allow_own(dossier)
    names = Names(dossier.folder)
    names.create("een lange wachtzin van acht")
    names.put({"R07": Person(name="Zoë Proef-Mülder"), "R51": Person(name="zoë proef-mülder")})
    async with talk(tmp_path, dossier=dossier, size=(140, 40)) as t:
        await t.go("E1")
        assert "het liep stroef" not in t.screen
        assert "de namen nodig" in t.screen
        t.app.names = names
        t.room.action_interviewing_own_answer()
        await t.settled()
        assert "Eigen antwoord van R07 toen" in t.screen
        assert "het liep stroef, 2040" in t.screen


# --- the clock ---------------------------------------------------------------------------------------


def _at(t: Talk, minutes: int) -> None:
    t.room.clock = TalkClock(minutes * 60, running=True, clock=lambda: 0.0)


async def test_line_one_says_the_time_and_the_open_core(tmp_path: Path) -> None:
    async with talk(tmp_path) as t:
        before = t.room.pace()
        assert f"23 van 60 min · {before.core_open} kern" in t.screen
        await t.go("E1")
        await t.press("f5", "4")
        assert t.room.pace().core_open == before.core_open - (1 if t.room.talk.step.core else 0)


async def test_the_last_minutes_are_said_once_and_typing_goes_on(tmp_path: Path) -> None:
    async with talk(tmp_path) as t:
        await t.go("A2")
        _at(t, 51)
        t.room._look()
        await t.settled()
        assert "Nog 9 minuten." in t.screen
        assert "Met ^r laat je de andere weg." in t.screen
        await t.type("gewoon door")
        t.app.tell("")
        t.room._look()
        await t.settled()
        assert "Nog 9 minuten." not in t.screen
        _at(t, 61)
        t.room._look()
        await t.settled()
        assert "De afgesproken 60 minuten zijn om." in t.screen
        t.saved()
        assert t.answer("A2", "accessibility").text == "gewoon door"


async def test_a_conversation_that_was_held_has_no_clock_to_watch(tmp_path: Path) -> None:
    env = make_env(tmp_path)
    dossier = small_round(tmp_path / "data", env)
    interview = dossier.value(Interview, f"{ROUND}/{FRESH}")
    assert interview
    dossier.save(msgspec.structs.replace(interview, state="held"), f"{ROUND}/{FRESH}")
    dossier.save(Answer(values={"value": Choice(option="yes")}), f"{ROUND}/{FRESH}/I4/-/all")
    async with talk(tmp_path, FRESH, dossier=dossier) as t:
        assert " kern" not in t.screen.splitlines()[0]
    assert ALONE != FRESH
