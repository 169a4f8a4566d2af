"""The room with what goes beside the questions: notes, extra questions, words that belong elsewhere, who."""

from __future__ import annotations

from pathlib import Path

import pytest

from boce_tui.domain.interviewing import Quote
from boce_tui.domain.noting import ExtraQuestion, Note, Passage
from boce_tui.store import Dossier
from tests.cycle.factory import ALONE, FRESH, JOINT, ROUND, small_round
from tests.support import make_env
from tests.tui.helpers import check_golden
from tests.tui.interviewing.rooms import Talk, talk

SIZES = [(80, 24), (120, 40)]


def notes(t: Talk) -> list[Note]:
    """The notes in the dossier."""
    t.saved()
    return list(t.dossier.values(Note).values())


@pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
async def test_looks(tmp_path: Path, size: tuple[int, int]) -> None:
    name = f"{size[0]}x{size[1]}"
    async with talk(tmp_path, JOINT, size=size) as t:
        await t.go("E1")
        await t.type("gaat goed, maar de uren zijn te weinig.")
        await t.press("f7")
        await t.type("hij aarzelt hier lang")
        await t.press("ctrl+d", "enter")
        t.saved()
        t.room.changed()
        t.app.tell("")
        await t.pilot.pause()
        check_golden(f"room-note-{name}", t.app)
        await t.press("ctrl+k")
        await t.type("Wat zou u zelf doen?")
        await t.press("enter")
        t.saved()
        t.room.changed()
        t.app.tell("")
        await t.pilot.pause()
        check_golden(f"room-extra-{name}", t.app)


async def test_a_note_has_its_time_and_every_letter_is_kept(tmp_path: Path) -> None:
    async with talk(tmp_path) as t:
        await t.go("E1")
        await t.type("voor")
        await t.press("f7")
        assert "hoort bij geen vraag" in t.screen
        await t.type("losse gedachte")
        await t.press("escape")
        await t.type(" en na")
        assert t.room.note.text == "voor en na", "esc goes back to the text, at the same place"
        assert [(n.text, n.answer, n.at[:16]) for n in notes(t)] == [
            ("losse gedachte", "", "2041-05-12T12:00")
        ]
        await t.press("f7", "f7")
        assert len(notes(t)) == 1, "a note without words is none"


async def test_a_note_is_found_again_linked_later_and_brought_back(tmp_path: Path) -> None:
    async with talk(tmp_path) as t:
        await t.go("E1")
        await t.press("f7")
        await t.type("gedachte over uren, en over wie ze schrijft in dit jaar")
        await t.press("f7")
        assert "De notitie is bewaard" in t.screen
        assert "lijst met vragen (f2)" in t.screen, "it says where to find it"
        await t.press("f2", "slash")
        await t.type("gedachte")
        await t.press("enter")
        assert "gedachte over uren, en over wie ze schrijft in dit jaar" in t.screen, "the whole line is used"
        await t.press("b")
        await t.type("a3")
        await t.press("enter")
        assert [n.answer for n in notes(t)] == [f"{ROUND}/{ALONE}/A3/accessibility/all"]
        await t.press("delete")
        assert notes(t) == []
        await t.press("ctrl+z", "escape")
        await t.go("A3")
        assert "notitie 14:00 gedachte over uren" in " ".join(t.screen.split())
        await t.press("f2", "slash")
        await t.type("gedachte")
        assert [line.number for line in t.room.outline.view.lines] == ["A3"]


async def test_an_extra_question_comes_right_after_and_can_be_taken_back(tmp_path: Path) -> None:
    async with talk(tmp_path) as t:
        await t.go("E1")
        await t.press("ctrl+k")
        await t.type("Wat kostte het?")
        await t.press("enter")
        assert t.question == "X1"
        assert "extra vraag, niet vergelijkbaar" in t.screen
        await t.type("veel")
        await t.press("ctrl+t")
        assert t.question == "E1"
        await t.press("ctrl+n")
        assert (t.question, t.room.note.text) == ("X1", "veel")
        t.saved()
        assert t.answer("X1").text == "veel"
        await t.press("f2")
        assert "(extra) Wat kostte het?" in t.screen
        await t.press("escape")
        await t.press("ctrl+k", "escape")
        t.saved()
        assert len(t.dossier.values(ExtraQuestion)) == 1, "without words there is no question"


async def test_before_consent_there_are_no_extra_questions(tmp_path: Path) -> None:
    async with talk(tmp_path, FRESH) as t:
        await t.press("ctrl+k", "f7")
        assert not t.room.extra_fold.display
        assert not t.room.note_fold.display


async def test_the_last_sentence_moves_and_one_undo_restores_both(tmp_path: Path) -> None:
    async with talk(tmp_path) as t:
        await t.go("E1")
        await t.type("gaat goed. de uren zijn te weinig.")
        await t.press("ctrl+d")
        await t.type("e2")
        await t.press("enter", "v")
        assert t.room.note.text.strip() == "gaat goed."
        await t.type("en verder")
        t.saved()
        assert (t.answer("E1").text, t.answer("E2").text) == (
            "gaat goed. en verder",
            "de uren zijn te weinig.",
        )
        for _step in range(9):
            await t.press("ctrl+z")
            if t.room.note.text.endswith("weinig."):
                break
        t.saved()
        assert (t.answer("E1").text, t.answer("E2").text) == ("gaat goed. de uren zijn te weinig.", "")
        await t.press("f2", *"e2")
        assert t.room.note.text == ""


async def test_a_moved_passage_is_in_the_field_that_was_open_before(tmp_path: Path) -> None:
    async with talk(tmp_path) as t:
        await t.go("E2")
        await t.type("stond er")
        await t.press("ctrl+t")
        await t.type("weg hier.")
        await t.press("ctrl+d")
        await t.type("e2")
        await t.press("enter", "v", "ctrl+n")
        await t.type("!")
        t.saved()
        assert t.answer("E2").text == "stond er\nweg hier.!" or t.answer("E2").text == "stond er!\nweg hier."
        assert t.answer("E1").text == ""


async def test_linked_words_stay_and_are_shown_there(tmp_path: Path) -> None:
    async with talk(tmp_path) as t:
        await t.go("E1")
        await t.type("gaat goed. de uren zijn te weinig.")
        await t.press("ctrl+d")
        await t.type("e2")
        await t.press("enter", "k")
        assert t.room.note.text == "gaat goed. de uren zijn te weinig."
        await t.press("home")
        await t.type("nu ")
        await t.press("ctrl+n")
        assert "uit E1 de uren zijn te weinig." in " ".join(t.screen.split())
        assert [p.text for p in t.dossier.values(Passage).values()] == ["de uren zijn te weinig."]
        await t.press("f2", "end", "up", "enter", "delete")
        assert t.dossier.values(Passage) == {}


async def test_who_said_it_is_one_key_from_the_text(tmp_path: Path) -> None:
    async with talk(tmp_path, JOINT) as t:
        await t.go("E1")
        await t.type("de uren zijn te weinig.")
        await t.press("ctrl+f", "2", "enter")
        assert t.answer("E1").speakers == ("R07",)
        assert "gezegd door R07" in t.screen
        await t.press("f4")
        assert [q.speakers for q in t.dossier.values(Quote).values()] == [("R07",)]
        await t.press("f7")
        await t.type("let op")
        await t.press("ctrl+f", "1", "enter")
        assert [n.speakers for n in notes(t)] == [("R03",)]
        await t.press("f7", "ctrl+l", "s", "1", "enter")
        assert [q.speakers for q in t.dossier.values(Quote).values()] == [()], "both: everyone"


async def test_alone_the_key_for_who_does_nothing(tmp_path: Path) -> None:
    async with talk(tmp_path, ALONE) as t:
        await t.go("E1")
        await t.type("tekst")
        await t.press("ctrl+f")
        assert t.app.screen is t.room


async def test_a_note_and_an_extra_question_come_back_after_a_crash(tmp_path: Path) -> None:
    dossier = small_round(tmp_path / "data", make_env(tmp_path))
    for name, text in (("note", "halve gedach"), ("extra_question", "Wat kost")):
        key = f"{ROUND}/{ALONE}/{'X1' if name == 'extra_question' else 'n1'}"
        draft = dossier.drafts.open(f"{name}:{key}:text", "", "")
        draft.edit(0, 0, text)
    dossier.close()
    again = Dossier.open(tmp_path / "data", make_env(tmp_path))
    async with talk(tmp_path, ALONE, dossier=again) as t:
        assert t.room.note_fold.area.text == "halve gedach"
        assert "Teruggehaald" in t.screen
        assert t.room.talk.find("X1", None) is not None
        await t.type("te")
        assert [n.text for n in notes(t)] == ["halve gedachte"]
        assert t.dossier.drafts.recovered() == []
