"""What was wiped from an answer comes back with undo, also after going elsewhere."""

from __future__ import annotations

from pathlib import Path

from tests.tui.interviewing.rooms import Talk, talk


async def _rewrite(t: Talk, text: str) -> None:
    """Type another text in place of the one that stands, and go to another question."""
    await t.go("E1")
    t.room.note.retype("")
    await t.type(text)
    t.saved()
    await t.go("E3")


async def test_a_wiped_answer_comes_back_after_going_elsewhere(tmp_path: Path) -> None:
    async with talk(tmp_path) as t:
        await _rewrite(t, "eerst dit")
        await _rewrite(t, "toen dat")
        await _rewrite(t, "")
        await t.go("E1")
        assert t.room.note.text == ""
        await t.press("ctrl+z")
        assert t.room.note.text == "toen dat"
        assert "Eerdere tekst teruggehaald (" in t.screen
        t.saved()
        assert t.answer("E1").text == "toen dat"
        await t.press("ctrl+z")
        assert t.room.note.text == "eerst dit"
        await t.press("ctrl+z")
        assert "geen eerdere tekst bewaard" in t.screen
        assert t.room.note.text == "eerst dit"
        await t.press("ctrl+y", "ctrl+y")
        assert t.room.note.text == ""
        t.saved()
        assert t.answer("E1").text == ""


async def test_what_was_just_typed_goes_first(tmp_path: Path) -> None:
    async with talk(tmp_path) as t:
        await _rewrite(t, "eerst dit")
        await _rewrite(t, "toen dat")
        await t.go("E1")
        await t.type("x")
        t.saved()
        await t.press("ctrl+z")
        assert t.room.note.text == "toen dat"
        await t.press("ctrl+z")
        assert t.room.note.text == "eerst dit"
        await t.type("!")
        await t.press("ctrl+z")
        assert t.room.note.text == "eerst dit"


async def test_an_answer_without_an_earlier_text_says_so(tmp_path: Path) -> None:
    async with talk(tmp_path) as t:
        await t.go("E1")
        await t.press("ctrl+z")
        assert "geen eerdere tekst bewaard" in t.screen
