"""An interview that was approved or withdrawn is read, until a person says that it changes after all."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from boce_tui.domain.answers import Rating
from boce_tui.domain.approving import InterviewRecord
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.round import Interview
from boce_tui.errors import BadInput
from boce_tui.store import Dossier
from boce_tui.tui.interviewing import answer_door
from boce_tui.tui.interviewing.room import RoomScreen
from tests.cycle.factory import ALONE, ROUND, small_round
from tests.support import make_env
from tests.tui.interviewing.rooms import talk

KEY = f"{ROUND}/{ALONE}"


def _dossier(tmp_path: Path, state: str) -> Dossier:
    dossier = small_round(tmp_path / "data", make_env(tmp_path))
    interview = dossier.value(Interview, KEY)
    assert interview is not None
    dossier.save(msgspec.structs.replace(interview, state=state, position="E1/-"), KEY)
    dossier.save(Answer(text="stond er al", values={"value": Rating(score=3)}), f"{KEY}/E1/-/all")
    return dossier


def _state(dossier: Dossier) -> str:
    interview = dossier.value(Interview, KEY)
    return interview.state if interview else ""


async def test_what_was_withdrawn_is_only_read_and_does_not_come_back_here(tmp_path: Path) -> None:
    async with talk(tmp_path, dossier=_dossier(tmp_path, "withdrawn")) as t:
        assert "gesprek is ingetrokken" in t.screen
        assert "Verslag ontgrendelen" not in t.screen
        assert not t.room.can("interviewing.change_anyway")
        t.room.action_interviewing_change_anyway()
        await t.press("j")
        assert _state(t.dossier) == "withdrawn"
        with pytest.raises(BadInput):
            t.room.talk.set_state("worked_out")
        assert _state(t.dossier) == "withdrawn"


async def test_it_is_read_until_one_changes_it_after_all(tmp_path: Path) -> None:
    state, reason = "approved", "verslag is goedgekeurd"
    async with talk(tmp_path, dossier=_dossier(tmp_path, state)) as t:
        assert t.question == "E1"
        assert reason in t.screen
        assert "Verslag ontgrendelen" in t.screen
        assert "alleen lezen: " in t.screen
        await t.type("x")
        await t.press("f5", "5", "f8", "f4", "ctrl+z", "ctrl+n", "ctrl+t")
        assert t.room.note.text == "stond er al"
        assert t.answer("E1") == Answer(text="stond er al", values={"value": Rating(score=3)})
        assert _state(t.dossier) == state
        t.room.action_interviewing_change_anyway()
        await t.press("escape")
        assert _state(t.dossier) == state
        t.room.action_interviewing_change_anyway()
        await t.settled()
        await t.type("verkeerd verstaan")
        await t.press("enter")
        assert _state(t.dossier) == "worked_out"
        record = t.dossier.value(InterviewRecord, KEY)
        assert record is not None
        assert [one.reason for one in record.unlocked] == ["verkeerd verstaan"]
        assert "alleen lezen" not in t.screen
        await t.type(" en meer")
        await t.press("f5", "5")
        t.saved()
        assert t.answer("E1").text == "stond er al en meer"
        assert t.answer("E1").values == {"value": Rating(score=5)}
        assert not t.room.can("interviewing.change_anyway")


async def test_a_question_that_stayed_empty_does_not_ask_for_words(tmp_path: Path) -> None:
    async with talk(tmp_path, dossier=_dossier(tmp_path, "approved")) as t:
        await t.press("ctrl+n")
        assert t.room.note.text == ""
        assert "Typ hier" not in t.screen
        t.room.action_interviewing_change_anyway()
        await t.settled()
        await t.type("verkeerd verstaan")
        await t.press("enter")
        assert "Typ hier" in t.screen


async def test_the_door_to_an_answer_leads_to_reading_too(tmp_path: Path) -> None:
    async with talk(tmp_path, dossier=_dossier(tmp_path, "approved")) as t:
        room = answer_door(t.app, f"{KEY}/E1/-/all")
        t.app.open(room)
        await t.settled()
        assert isinstance(room, RoomScreen)
        assert room.note.read_only
        assert "verslag is goedgekeurd" in t.screen


async def test_a_settled_interview_is_not_finished_once_more(tmp_path: Path) -> None:
    async with talk(tmp_path, dossier=_dossier(tmp_path, "approved")) as t:
        before = t.dossier.value(Interview, KEY)
        await t.press("f2", "end", "enter", "a", "escape")
        assert t.dossier.value(Interview, KEY) == before
