"""After an unclean end: what was typed comes back, and two texts are never chosen between silently."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from boce_tui.domain.answers import Amount, Grid
from boce_tui.domain.interviewing import Answer
from boce_tui.store import Dossier
from boce_tui.tui.interviewing import unfinished
from tests.cycle.factory import ALONE, ROUND, small_round
from tests.support import make_env
from tests.tui.interviewing.question_sets import EVERY_TYPE
from tests.tui.interviewing.rooms import talk

TEXT = f"answer:{ROUND}/{ALONE}/E1/-/all:text"


@pytest.fixture
def left_behind(tmp_path: Path) -> Callable[..., Dossier]:
    """A dossier whose app ended in the middle of typing in some fields."""

    def make(*typed: tuple[str, str, str], instrument: str = "", then: Answer | None = None) -> Dossier:
        env = make_env(tmp_path)
        dossier = small_round(tmp_path / "data", env, instrument)
        for field, before, text in typed:
            key = field.split(":")[1]
            stored = dossier.save(Answer(text=before), key) if before else None
            draft = dossier.drafts.open(field, before, stored.id if stored else "")
            draft.edit(0, len(before), text)
        if then is not None:
            dossier.save(then, f"{ROUND}/{ALONE}/E1/-/all")
        # The end without close(): the lock goes, the draft log stays as it is.
        dossier._thread.run(dossier._conn.close)
        dossier._thread.stop()
        assert dossier._lock is not None
        dossier._lock.release()
        return Dossier.open(tmp_path / "data", env)

    return make


async def test_it_opens_at_the_question_and_says_what_came_back(
    tmp_path: Path, left_behind: Callable[..., Dossier]
) -> None:
    dossier = left_behind((TEXT, "begin", "begin en verder"))
    assert unfinished(dossier) == (ROUND, ALONE)
    async with talk(tmp_path, dossier=dossier) as t:
        assert t.question == "E1"
        assert t.room.note.text == "begin en verder"
        assert "Teruggehaald: 10 tekens bij vraag E1, getypt om" in t.screen
        t.saved()
        assert t.answer("E1").text == "begin en verder"
        assert t.dossier.drafts.recovered() == []


async def test_texts_of_other_questions_come_back_too(
    tmp_path: Path, left_behind: Callable[..., Dossier]
) -> None:
    dossier = left_behind((TEXT.replace("E1", "S5"), "", "knelt soms"), (TEXT, "", "gaat goed"))
    async with talk(tmp_path, dossier=dossier) as t:
        assert t.question == "E1"
        assert "Teruggehaald: G01: E1 (9 tekens), S5 (10 tekens)." in t.screen
        t.saved()
        assert t.answer("S5").text == "knelt soms"
        assert t.answer("E1").text == "gaat goed"
        assert t.dossier.drafts.recovered() == []


async def test_two_texts_are_shown_and_a_person_chooses(
    tmp_path: Path, left_behind: Callable[..., Dossier]
) -> None:
    def dossier() -> Dossier:
        return left_behind((TEXT, "", "wat getypt was"), then=Answer(text="wat elders bewaard werd"))

    async with talk(tmp_path, dossier=dossier()) as t:
        assert t.question == "E1"
        assert t.room.note.text == "wat elders bewaard werd"
        assert "f12" in t.screen
        await t.type(" met meer")
        t.saved()
        assert len(t.dossier.drafts.recovered()) == 1, "typing on chooses nothing"
        await t.press("f12")
        assert "wat getypt was" in t.screen
        assert "wat elders bewaard werd" in t.screen
        await t.press("escape")
        assert len(t.dossier.drafts.recovered()) == 1, "leaving chooses nothing"
        await t.press("f12", "3")
        t.saved()
        assert t.answer("E1").text.startswith("wat elders bewaard werd")
        assert t.answer("E1").text.endswith("wat getypt was")
        assert t.dossier.drafts.recovered() == []


async def test_typed_cells_and_numbers_come_back(tmp_path: Path, left_behind: Callable[..., Dossier]) -> None:
    answer = f"answer:{ROUND}/{ALONE}"
    dossier = left_behind(
        (f"{answer}/Q5/-/all:values.value.cells.housing.words", "", "half woo"),
        (f"{answer}/Q8/-/all:values.hours.typed", "", "12,5"),
        instrument=EVERY_TYPE,
    )
    async with talk(tmp_path, dossier=dossier, size=(120, 40)) as t:
        assert t.question == "Q8"
        t.saved()
        assert t.value("Q8", "hours") == Amount("12.5")
        await t.go("Q5")
        assert "half woo" in t.screen
        t.saved()
        assert t.value("Q5") == Grid({"housing": {"words": "half woo"}})
        assert t.dossier.drafts.recovered() == []
