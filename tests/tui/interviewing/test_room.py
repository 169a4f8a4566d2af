"""The conversation: gate, moving, outline, quotes, people, languages, pause and end."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from textual import events

from boce_tui.domain.answers import Choice, Rating
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.round import Interview
from boce_tui.errors import BadInput
from boce_tui.store import Dossier
from boce_tui.tui.interviewing import open_interview
from boce_tui.tui.interviewing.outline import OutlineRows
from tests.cycle.factory import ALDERMAN, ALONE, EMPTY, FRESH, JOINT, ROUND, small_round
from tests.support import make_env
from tests.tui.helpers import check_golden
from tests.tui.interviewing.question_sets import EVERY_TYPE, HOSTILE, HOSTILE_SET
from tests.tui.interviewing.rooms import talk

SIZES = [(80, 24), (120, 40), (60, 20)]


@pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
async def test_looks(tmp_path: Path, size: tuple[int, int]) -> None:
    name = f"{size[0]}x{size[1]}"
    async with talk(tmp_path, size=size) as t:
        await t.go("A2")
        await t.press("f5", "5", "f3")
        await t.type('visie ligt er. "eindelijk iets waarmee je kunt aankomen" duurde wel 2 jr')
        t.saved()
        t.app.savers.changed = lambda: None
        await t.press("f4")
        t.app.tell("")
        await t.pilot.pause()
        check_golden(f"room-{name}", t.app)
        await t.press("f2")
        check_golden(f"room-outline-{name}", t.app)


@pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
async def test_looks_before_consent_and_in_a_table(tmp_path: Path, size: tuple[int, int]) -> None:
    name = f"{size[0]}x{size[1]}"
    async with talk(tmp_path, FRESH, size=size) as t:
        assert "1 ja  2 deels  3 nee" in t.screen
        if size != (60, 20):  # there it scrolls
            check_golden(f"room-gate-{name}", t.app)
        await t.press("1", "ctrl+n")
        await t.go("S2")
        await t.press("f5", "4", "enter", "3", "enter", "5", "enter")
        check_golden(f"room-table-{name}", t.app)


async def test_nothing_is_asked_before_consent(tmp_path: Path) -> None:
    async with talk(tmp_path, FRESH) as t:
        assert t.question == "I4"
        for told in ("Waarvoor:", "Wie het ziet:", "Het verslag:", "Citaten:"):
            assert told in t.screen
        await t.press("ctrl+n")
        assert t.question == "I4"
        assert "begint na een ja" in t.screen
        await t.press("f2", "a", "7")
        assert t.question == "I4"
        await t.press("3")
        assert "Zonder ja begint het gesprek niet" in t.screen
        await t.press("ctrl+n")
        assert t.question == "I4"
        await t.press("1", "ctrl+n")
        assert t.question == "I1"


async def test_any_question_in_three_keys(tmp_path: Path) -> None:
    async with talk(tmp_path, ALDERMAN) as t:
        await t.press("f2", "b", "8")
        assert t.question == "B8"
        assert t.app.focused is t.room.note
        await t.press("f2", "a", "2")
        assert (t.question, t.room.talk.step.theme) == ("A2", "housing")
        await t.press("f2", "a", "2")
        assert t.room.talk.step.theme == "accessibility", "once more: the same question for the next theme"


async def test_the_list_of_questions_says_how_to_get_to_one_and_takes_words(tmp_path: Path) -> None:
    async with talk(tmp_path, ALDERMAN) as t:
        assert "typ a2" not in t.screen
        await t.press("f2")
        assert "typ a2, of / en woorden" in t.screen
        assert "f4 citaat" not in t.screen.splitlines()[-1], "keys of the question do nothing here"
        await t.type("dekking")  # d begins no number, so this is a word
        assert t.room.outline.view.found
        await t.press("escape", "escape", "f2")
        await t.type("beleeft")  # b and be: a number, and then none
        assert [line.number for line in t.room.outline.view.lines] == ["E1"]
        await t.press("enter")
        assert t.question == "E1"
        assert "f4 citaat" in t.screen.splitlines()[-1]


async def test_moving_keeps_text_and_cursor(tmp_path: Path) -> None:
    async with talk(tmp_path) as t:
        await t.go("A1")
        await t.type("begin einde")
        await t.press("ctrl+left")
        await t.press("ctrl+n", "ctrl+t")
        await t.type("midden ")
        assert t.room.note.text == "begin midden einde"
        t.saved()
        assert t.answer("A1", "accessibility").text == "begin midden einde"


async def test_search_finds_answers_that_are_still_being_typed(tmp_path: Path) -> None:
    async with talk(tmp_path, size=(120, 40)) as t:
        await t.go("E1")
        await t.type("de wethouder van Çoevergat belde")
        await t.press("f2", "slash")
        await t.type("coevergat")
        assert [line.number for line in t.room.outline.view.lines] == ["E1"]
        await t.press("escape", "slash")
        await t.type("bestaat nergens")
        assert "Niets gevonden" in t.screen
        await t.press("escape", "escape")
        assert t.app.focused is t.room.note


async def test_a_quote_of_the_last_sentence_and_of_the_selection(tmp_path: Path) -> None:
    async with talk(tmp_path) as t:
        await t.go("S8")
        assert "druk op f4" in t.screen
        await t.type("Eerste zin. Niemand is de baas.")
        await t.press("f4")
        assert [q.text for q in t.quotes()] == ["Niemand is de baas."]
        assert t.quotes()[0].start == 12
        await t.press("home", *["shift+right"] * 6, "f4")
        assert sorted(q.text for q in t.quotes()) == ["Eerste", "Niemand is de baas."]
        assert "2 citaten" in t.screen
        await t.press("f5", "3")
        assert [q.approval for q in t.quotes() if q.text == "Eerste"] == ["yes"]


async def test_reading_back_with_another_wording(tmp_path: Path) -> None:
    async with talk(tmp_path) as t:
        await t.go("S8")
        await t.type("wij van Aalden doen alles")
        await t.press("f4")
        await t.go("C2")
        assert "wij van Aalden doen alles" in t.screen
        await t.press("f5", "w")
        await t.type("een gemeente doet veel")
        await t.press("escape")
        assert t.quotes()[0].wording == "een gemeente doet veel"
        assert "afgedrukt als: een gemeente doet veel" in t.screen
        await t.press("ctrl+l", "delete")
        assert t.quotes() == []
        await t.press("ctrl+z")
        assert t.quotes()[0].wording == "een gemeente doet veel"


async def test_two_people_at_the_table(tmp_path: Path) -> None:
    async with talk(tmp_path, JOINT) as t:
        await t.go("E1")
        assert "Antwoord van" in t.screen
        assert "nu: iedereen" in t.screen
        await t.type("samen")
        await t.press("ctrl+g")
        assert "nu: R03" in t.screen
        assert t.room.note.text == ""
        await t.type("alleen R03")
        await t.press("f5", "2")
        t.saved()
        assert t.answer("E1").text == "samen"
        assert t.answer("E1", who="R03").text == "alleen R03"
        assert t.answer("E1", who="R03").values["value"] == Rating(score=2)
        assert "value" not in t.answer("E1").values
        await t.press("ctrl+g", "ctrl+g")
        assert t.room.note.text == "samen"
        t.room.action_interviewing_speakers()
        await t.press("2", "enter")
        assert t.answer("E1").speakers == ("R07",)
        assert "gezegd door R07" in t.screen


async def test_skip_later_and_the_end(tmp_path: Path) -> None:
    async with talk(tmp_path) as t:
        await t.go("A1")
        await t.press("ctrl+o", "2")
        skipped = t.answer("A1", "accessibility").skipped
        assert skipped is not None
        assert skipped.reason == "not_applicable"
        assert t.question == "A2"
        await t.press("f8")
        assert t.answer("A2", "accessibility").later
        await t.press("f2", "end", "enter")
        screen = t.screen
        assert "1 overgeslagen" in screen
        assert "1 later" in screen
        assert screen.index("A2") < screen.index("▸ Open"), "what was put off comes first; the rest is closed"
        await t.press("enter")
        assert t.question == "A2"
        await t.press("f2", "end", "enter", "a")
        interview = t.dossier.value(Interview, f"{ROUND}/{t.interview}")
        assert interview is not None
        assert (interview.state, interview.position) == ("held", "A2/accessibility")
        assert interview.spent_seconds >= 23 * 60


async def test_the_short_route_and_back(tmp_path: Path) -> None:
    async with talk(tmp_path) as t:
        await t.go("A1")
        await t.type("blijft")
        await t.press("ctrl+r")
        assert "korte route" in t.screen
        asked = {step.question for step in t.room.talk.steps}
        assert "A1" not in asked
        assert "A2" in asked
        t.saved()
        await t.press("ctrl+r")
        assert t.answer("A1", "accessibility").text == "blijft"
        assert "A1" in {step.question for step in t.room.talk.steps}


async def test_another_language_keeps_text_cursor_and_focus(tmp_path: Path) -> None:
    async with talk(tmp_path) as t:
        await t.go("A2")
        await t.type("visie ligt er")
        await t.press("ctrl+left")
        cursor = t.room.note.cursor_location
        await t.press("f9")
        assert "How far did that ambition get?" in t.screen
        assert "5 realised" in t.screen
        assert "How can one tell?" in t.screen
        assert t.room.note.text == "visie ligt er"
        assert t.room.note.cursor_location == cursor
        assert t.app.focused is t.room.note
        await t.type("nu ")
        assert t.room.note.text == "visie ligt nu er"


async def test_pause_and_go_on_at_the_same_place(tmp_path: Path) -> None:
    async with talk(tmp_path) as t:
        await t.go("E3")
        await t.type("half")
        t.room._leave()
        t.room.talk.remember_place(t.room.clock.seconds)
        t.saved()
    env = make_env(tmp_path)
    async with talk(tmp_path, dossier=Dossier.open(tmp_path / "data", env)) as t:
        assert t.question == "E3"
        assert "Hier was je gebleven: vraag E3" in t.screen
        assert t.room.note.text == "half"
        await t.type(" af")
        assert t.room.note.text == "half af", "the cursor stands behind what was typed"


async def test_a_dossier_that_can_only_be_read(tmp_path: Path) -> None:
    env = make_env(tmp_path)
    dossier = small_round(tmp_path / "data", env)
    dossier.save(Answer(text="stond er al", values={"value": Rating(score=3)}), f"{ROUND}/G01/E1/-/all")
    dossier.close()
    async with talk(tmp_path, dossier=Dossier.open(tmp_path / "data", env, write=False)) as t:
        assert t.room.desk.read_only
        await t.go("E1")
        assert "stond er al" in t.screen
        assert "alleen lezen" in t.screen
        await t.type("x")
        await t.press("f5", "5", "f8", "f4", "ctrl+n", "ctrl+t")
        assert t.room.note.text == "stond er al"
        assert t.answer("E1").values == {"value": Rating(score=3)}


async def test_hostile_texts_stay_text(tmp_path: Path) -> None:
    async with talk(tmp_path, instrument=HOSTILE_SET, size=(140, 40)) as t:
        assert HOSTILE in t.screen.replace("\n", " ")
        nasty = "[/x] [@click=app.quit]k[/] \x1b[2J {{x}} # kop | \u202eom"
        t.room.note.paste(nasty)
        await t.press("f4", "f5", "3")
        await t.type("[/x]")
        await t.press("f2", "slash")
        await t.type("[/x]")
        await t.press("escape", "escape", "f9", "f9", "ctrl+n", "f5")
        await t.type("[/b]")
        await t.press("enter", "f2", "end", "enter")
        assert "\x1b" not in t.screen
        assert "\u202e" not in t.screen
        await t.press("escape")
        t.saved()
        assert t.answer("Q1").text == nasty.replace("\x1b", "\ufffd")
        assert t.value("Q1") == Choice(option="other", other="[/x]")
        await t.press("ctrl+l")
        assert "[/x]" in t.screen


async def test_letters_in_the_text_are_never_commands(tmp_path: Path) -> None:
    async with talk(tmp_path, instrument=EVERY_TYPE) as t:
        await t.type("1 g w j / ? a")
        assert t.room.note.text == "1 g w j / ? a"
        assert t.question == "Q1"


async def test_the_outline_is_over_the_question_when_narrow_and_beside_it_when_wide(tmp_path: Path) -> None:
    async with talk(tmp_path) as t:
        assert not t.room.outline.display or not t.room.outline.region.width
        await t.press("f2")
        focused = t.app.focused
        assert isinstance(focused, OutlineRows)
        assert t.room.outline.region.width < 60
        await t.press("escape")
        assert t.app.focused is t.room.note
        await t.pilot.resize_terminal(120, 40)
        await t.pilot.pause()
        assert t.room.outline.region.width >= 36
        assert t.room.note.region.x > t.room.outline.region.right - 1


async def test_no_one_at_the_table_is_explained(tmp_path: Path) -> None:
    async with talk(tmp_path) as t:
        with pytest.raises(BadInput, match="nog geen deelnemers"):
            open_interview(t.app, ROUND, EMPTY)


async def test_keys_that_come_in_a_bunch_all_land_where_they_belong(tmp_path: Path) -> None:
    async with talk(tmp_path, instrument=EVERY_TYPE) as t:
        for key in ("a", "b", "f5", "4", "c", "ctrl+n", "d", "f5", "1", "e", "ctrl+t", "f", "f6", "2", "g"):
            t.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await t.settled()
        t.saved()
        assert t.answer("Q1").text == "abcfg"
        assert t.answer("Q1").probes_asked == (1,)
        assert t.value("Q1") == Rating(score=4)
        assert t.answer("Q2").text == "de"
        assert t.value("Q2") == Choice(option="yes")


async def test_at_the_table_nothing_shows_what_others_said(tmp_path: Path) -> None:
    from boce_tui.tui.search import in_palette

    async with talk(tmp_path, FRESH) as t:
        t.app.search = in_palette(t.app)
        t.dossier.save(Answer(text="De halte is een succes."), f"{ROUND}/{ALONE}/S8/-/all")
        await t.press("ctrl+p")
        await t.type("halte")
        assert "een succes" not in t.screen
        await t.press("escape")
        t.dossier.save(msgspec.structs.replace(t.room.talk.interview, state="held"), f"{ROUND}/{FRESH}")
        t.room.talk.read_again()
        await t.press("ctrl+p")
        await t.type("halte")
        assert "een succes" in t.screen, "alone at the desk it is found"


async def test_the_end_says_where_it_is_worked_out(tmp_path: Path) -> None:
    async with talk(tmp_path, ALDERMAN) as t:
        await t.press("f2", "end", "enter", "a")
        assert "Uitwerken: w in de lijst met gesprekken" in t.screen
