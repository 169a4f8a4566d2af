"""Keys at a choice: digits choose, words go to the text, and nothing is chosen by accident."""

from __future__ import annotations

from pathlib import Path

import pytest

from boce_tui.domain.answers import Choices, Grid, Items, Rating
from boce_tui.tui.interviewing import room_keys
from boce_tui.tui.widgets.grid_parts import GridBody
from tests.cycle.factory import ALONE, FRESH, ROUND
from tests.tui.interviewing.question_sets import EVERY_TYPE
from tests.tui.interviewing.rooms import Talk, talk


async def _at(t: Talk, question: str) -> None:
    t.room.talk.go_to((question, None))
    await t.room.show()
    await t.settled()


@pytest.mark.parametrize("question", ["Q1", "Q2", "Q3", "Q4", "Q5", "Q10", "Q15"])
@pytest.mark.parametrize("words", ["prettig maar traag", "nu wel weer"])
async def test_words_typed_at_a_choice_stand_in_the_text_and_choose_nothing(
    tmp_path: Path, question: str, words: str
) -> None:
    async with talk(tmp_path, instrument=EVERY_TYPE) as t:
        await _at(t, question)
        await t.press("f5")
        await t.press("space")
        await t.type(words)
        t.saved()
        assert t.answer(question).text == words
        assert t.answer(question).values == {}


async def test_words_typed_at_ticks_and_follow_ups_stand_in_the_text(tmp_path: Path) -> None:
    async with talk(tmp_path, instrument=EVERY_TYPE) as t:
        await _at(t, "Q1")
        t.room.set_focus(t.room.probes)
        await t.type("omdat het werkt")
        t.saved()
        assert t.answer("Q1").text == "omdat het werkt"
        assert t.answer("Q1").probes_asked == ()
        await _at(t, "Q4")
        await t.press("f5", "2", "space")
        assert t.value("Q4", "why") == Choices(options=("sky",)), "space ticks where there are boxes"
        await t.type("wind ook")
        t.saved()
        assert t.answer("Q4").text == "wind ook"
        assert t.value("Q4", "why") == Choices(options=("sky",))


async def test_a_pasted_text_at_a_choice_is_not_lost(tmp_path: Path) -> None:
    from textual import events

    async with talk(tmp_path, instrument=EVERY_TYPE) as t:
        await t.press("f5")
        t.app.post_message(events.Paste("geplakt 4"))
        await t.settled()
        t.saved()
        assert t.answer("Q1").text == "geplakt 4"
        assert t.value("Q1") is None


async def test_zero_and_nine_are_no_mark(tmp_path: Path) -> None:
    async with talk(tmp_path, instrument=EVERY_TYPE) as t:
        await t.press("f5")
        assert "0 n.v.t." in t.screen
        assert "9 weet niet" in t.screen
        await t.press("0")
        assert t.value("Q1") == Rating(non_answer="not_applicable")


async def test_a_table_stays_in_the_cell_and_enter_goes_on(tmp_path: Path) -> None:
    async with talk(tmp_path, instrument=EVERY_TYPE) as t:
        await _at(t, "Q5")
        await t.press("f5", "4", "2")
        assert t.value("Q5") == Grid({"accessibility": {"mark": 2}})
        assert "enter volgende cel" in t.screen
        body = t.app.focused
        assert isinstance(body, GridBody)
        await t.press("4", "down", "3")
        t.saved()
        rows = [row.id for row in t.room.parts.controls[0].part.rows]
        expected: dict[str, dict[str, str | int | None]] = {rows[0]: {"mark": 4}}
        if len(rows) > 1:
            expected[rows[1]] = {"mark": 3}
        else:
            expected[rows[0]] = {"mark": 3}
        assert t.value("Q5") == Grid(expected)


async def test_after_the_last_item_comes_the_text_and_coming_back_glues_nothing(tmp_path: Path) -> None:
    async with talk(tmp_path, instrument=EVERY_TYPE) as t:
        await _at(t, "Q6")
        await t.press("f5")
        await t.type("vertrouwen\ntijd")
        await t.press("f5")
        assert t.app.focused is t.room.note
        await t.press("f5")
        await t.type("geld\nen nog wat")
        t.saved()
        assert t.value("Q6") == Items(("vertrouwen", "tijd", "geld"))
        assert t.answer("Q6").text == "en nog wat"


async def test_the_choice_key_says_so_where_nothing_can_be_chosen(tmp_path: Path) -> None:
    async with talk(tmp_path, instrument=EVERY_TYPE) as t:
        await t.press("f5", "2")
        await _at(t, "Q16")
        if t.question != "Q16":
            await _at(t, "Q2")
            await t.press("f5", "1")
            await _at(t, "Q16")
        assert t.question == "Q16"
        await t.press("f5")
        assert "Deze vraag heeft geen keuze." in t.screen
        assert t.app.focused is t.room.note


async def test_up_and_down_go_from_choice_to_choice(tmp_path: Path) -> None:
    async with talk(tmp_path, instrument=EVERY_TYPE) as t:
        await _at(t, "Q4")
        await t.press("f5", "2")
        first, second = (control.entry() for control in t.room.parts.shown)
        assert t.app.focused is second
        await t.press("up")
        assert t.app.focused is first
        await t.press("down")
        assert t.app.focused is second
        await t.press("down")
        assert t.app.focused is t.room.note


async def test_an_enter_behind_a_question_number_makes_no_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room_keys, "_CONFIRMING", 3600.0)  # "right behind" on any computer
    async with talk(tmp_path, instrument=EVERY_TYPE) as t:
        await t.press("f2", "q", "2", "enter")
        assert t.question == "Q2"
        assert t.room.note.text == ""
        await t.press("enter")
        assert t.room.note.text == "\n", "the next one is an ordinary one"


async def test_before_consent_the_choice_keeps_the_cursor_and_erasing_is_told(tmp_path: Path) -> None:
    async with talk(tmp_path, FRESH) as t:
        assert t.room.talk.gate() is not None
        at = t.app.focused
        assert at is t.room.parts.controls[0].entry()
        await t.press("f5")
        assert t.app.focused is at
        await t.press("1")
        assert t.room.talk.gate() is None
        await t.press("f5", "backspace")
        assert "Toestemming is gewist" in t.screen


async def test_the_end_lists_what_the_short_route_leaves_out(tmp_path: Path) -> None:
    async with talk(tmp_path) as t:
        await t.go("A1")
        await t.type("blijft")
        await t.press("f8", "ctrl+r")
        await t.press("f2", "end", "enter")
        assert "Niet op de korte route" in t.screen
        screen = t.app.screen
        assert screen.list.go_to("passed:A1/accessibility")  # type: ignore[attr-defined]
        await t.press("enter")
        assert t.question == "A1"
        assert not t.room.talk.short
        assert "Alle vragen worden weer gesteld" in t.screen


async def test_help_has_every_key_of_the_room_in_dutch_and_none_that_means_something_else(
    tmp_path: Path,
) -> None:
    async with talk(tmp_path, FRESH, size=(100, 40)) as t:
        await t.press("f1")
        text = t.app.screen._text  # type: ignore[attr-defined]
        lines = [line.plain for line in text.make_lines(70)]
        for key in ("f3", "f4", "f7", "^d", "^k"):
            assert any(line.startswith(f"{key} ") for line in lines), key
        assert not any("Alles selecteren" in line for line in lines), "f7 opens a note here"
        assert not any("Wissen tot het eind" in line for line in lines), "^k asks a question here"
        assert any("De cursor blijft in de tekst." in line for line in lines)
        assert not any("The cursor" in line for line in lines)


async def test_a_sent_record_is_told_at_opening(tmp_path: Path) -> None:
    from boce_tui.cycle.planning import set_state
    from tests.cycle.approving.held import held_round

    dossier = held_round(tmp_path)
    for state in ("worked_out", "for_approval"):
        set_state(dossier, ROUND, ALONE, state)
    async with talk(tmp_path, dossier=dossier, size=(120, 40)) as t:
        assert "Het verslag is al verstuurd" in t.screen
        assert not t.room.note.read_only


@pytest.mark.parametrize(("size", "whole"), [((80, 24), False), ((150, 60), True)])
async def test_an_explanation_is_whole_when_there_is_room_and_cut_at_a_word_when_not(
    tmp_path: Path, size: tuple[int, int], whole: bool
) -> None:
    async with talk(tmp_path, size=size) as t:
        view, seen = t.room.question, 0
        for index, step in enumerate(t.room.talk.steps):
            if step.gate or len(str(step.help)) < 150 or seen > 3:
                continue
            t.room.talk.go(index)
            await t.room.show()
            await t.settled()
            lines = [line.plain.strip() for line in view._lines(view.size.width)]
            cut_off = [line for line in lines if "f6 alles" in line]
            seen += len(cut_off)
            assert not (whole and cut_off)
            for line in cut_off:
                last = line.partition(" … ")[0].split()[-1]
                assert last in str(step.help).split()
        assert bool(seen) is not whole
