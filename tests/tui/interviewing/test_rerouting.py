"""A routing change in the middle of an interview: nothing is deleted; it is marked until it applies again."""

from __future__ import annotations

from pathlib import Path

from boce_tui.cycle.analysing.reading import Readback
from tests.cycle.factory import ROUND
from tests.tui.helpers import shown
from tests.tui.interviewing.rooms import Talk, talk


async def mark_themes(t: Talk, accessibility: str, housing: str) -> None:
    """Say at I3 how much each theme concerns the person."""
    await t.go("I3")
    await t.press("f5", "home", accessibility, "down", housing)
    await t.press("escape")


async def test_an_answer_that_left_the_route_is_kept_marked_and_comes_back(tmp_path: Path) -> None:
    async with talk(tmp_path) as t:
        await mark_themes(t, "4", "4")
        await t.press("f2", "a", "2")
        await t.press("f2", "a", "2")
        assert t.room.talk.step.theme == "housing"
        await t.type("de woningen kwamen er")
        await t.press("f5", "5")
        await mark_themes(t, "4", "1")
        t.saved()
        assert t.answer("A2", "housing").text == "de woningen kwamen er"
        assert [key.question for key, _answer in t.room.talk.outside_route()] == ["A2"]

        await t.press("f2", "end", "up", "up", "up")
        assert "Niet meer gevraagd" in t.screen
        await t.press("end", "enter")
        assert "Hoort niet meer bij de route" in t.screen
        assert "telt niet mee" in t.screen
        await t.press("end")
        if "A2" not in str(t.app.screen.list.current):  # type: ignore[attr-defined]
            await t.press("enter", "end")
        await t.press("enter")
        assert "de woningen kwamen er" in t.screen
        await t.press("escape", "a")
        readback = Readback(t.dossier, ROUND)
        assert readback.answers("A2", "housing") == []
        [quiet] = readback.passed_over("A2", "housing")
        assert quiet.off_route
        assert quiet.answer.text == "de woningen kwamen er"
        assert (
            next(r for r in readback.questions() if (r.question.id, r.theme) == ("A2", "housing")).answers
            == 0
        )

        from boce_tui.tui.analysing import reading_door

        t.app.open(reading_door(t.app))
        await t.settled()
        await t.press("slash")
        await t.type("hoe ver is")
        await t.press("enter", "end", "enter")
        words = " ".join(shown(t.app).split())
        assert "hoort niet meer bij de route, telt niet mee" in words
        assert "de woningen kwamen er" in words

    async with talk(tmp_path / "again") as t:
        await mark_themes(t, "4", "4")
        await t.press("f2", "a", "2", "f2", "a", "2")
        await t.type("de woningen kwamen er")
        await mark_themes(t, "4", "1")
        await mark_themes(t, "4", "4")
        t.saved()
        t.room.talk.set_state("held")
        [row] = Readback(t.dossier, ROUND).answers("A2", "housing")
        assert row.answer.text == "de woningen kwamen er"
        assert t.room.talk.outside_route() == []
