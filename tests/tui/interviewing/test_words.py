"""A word of the collaboration is explained where one meets it (R33)."""

from __future__ import annotations

from pathlib import Path

from tests.tui.helpers import press, shown, type_in
from tests.tui.interviewing.rooms import talk

BOARD = "opdrachtgeversoverleg: "


async def test_help_explains_the_words_of_the_question(tmp_path: Path) -> None:
    async with talk(tmp_path, size=(80, 24)) as t:
        await t.go("E5")
        await t.press("f1")
        assert "Woorden op dit scherm" in t.screen
        assert "stuurgroep: " in t.screen
        await t.press("escape")
        await t.go("A1")
        await t.press("f1")
        assert "stuurgroep: " not in t.screen


async def test_help_finds_every_word_in_either_language(tmp_path: Path) -> None:
    async with talk(tmp_path, size=(80, 24)) as t:
        await t.go("A1")
        await t.press("f1")
        await type_in(t.pilot, "opdrachtgeversoverleg")
        assert BOARD in t.screen
        await press(t.pilot, "escape", "f9", "f1")
        await type_in(t.pilot, "commissioners")
        assert "commissioners' board: " in shown(t.app)
