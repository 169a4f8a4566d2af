"""What the app knows itself: the minutes are offered at the question for them, and one count is shown."""

from __future__ import annotations

from pathlib import Path

from boce_tui.cycle.interviewing.overview import overview
from boce_tui.domain.answers import Amount
from tests.cycle.factory import ROUND
from tests.tui.interviewing.rooms import talk


async def test_the_measured_minutes_are_offered_and_taken_over_with_one_key(tmp_path: Path) -> None:
    async with talk(tmp_path, size=(100, 30)) as t:
        await t.press("1")  # consent
        await t.go("O3")
        assert "minuten; = vult de gemeten 23 in" in t.screen
        if t.room.note.has_focus:
            await t.press("f5")
        await t.type("=")
        t.saved()
        assert t.value("O3") == Amount(value="23")


async def test_the_room_counts_as_the_list_of_interviews_does(tmp_path: Path) -> None:
    async with talk(tmp_path, size=(100, 30)) as t:
        await t.press("1")
        line = next(one for one in overview(t.dossier, ROUND) if one.id == t.interview)
        assert f"1 van {line.total}" in t.screen
        assert line.total < len(t.room.talk.steps)
        await t.go("O3")
        own = [step.question for step in t.room.talk.steps if step.evaluator_only]
        assert f"voor jezelf: {own.index('O3') + 1} van {len(own)}" in t.screen
