"""Quotes stay tied to their sentence while the answer is edited; the screen tells when that no longer so."""

from __future__ import annotations

from pathlib import Path

import pytest

from boce_tui.store import Dossier
from tests.support import make_env
from tests.tui.helpers import check_golden
from tests.tui.interviewing.rooms import Talk, talk


def underlined(t: Talk) -> str:
    """The words of the note that are underlined on the screen."""
    found = []
    for y in range(t.room.note.size.height):
        for segment in t.room.note.render_line(y):
            if segment.style and segment.style.underline and segment.text.strip():
                found.append(segment.text)
    return "".join(found)


async def looked(t: Talk) -> None:
    """The person stopped typing: the room looked at the note twice."""
    t.room._look()
    t.room._look()
    await t.settled()


async def test_the_quoted_words_are_underlined_and_move_with_the_text(tmp_path: Path) -> None:
    async with talk(tmp_path) as t:
        await t.go("A1")
        await t.type("Eerst dit. Niemand is de baas.")
        await t.press("f4")
        assert underlined(t) == "Niemand is de baas."
        quote = t.quotes()[0]
        assert (quote.start, quote.before) == (11, "Eerst dit. ")
        await t.press("home")
        await t.type("Vooraf:\n")
        assert underlined(t) == "Niemand is de baas."
        await t.press("end")
        await t.type(" En verder.")
        assert underlined(t) == "Niemand is de baas."
        await t.press("ctrl+n", "ctrl+t")
        assert underlined(t) == "Niemand is de baas."
        assert "veranderd" not in t.screen


async def test_a_changed_sentence_is_told_and_its_words_can_be_taken_over(tmp_path: Path) -> None:
    async with talk(tmp_path) as t:
        await t.go("A1")
        await t.type("Eerst dit. Niemand is de baas.")
        await t.press("f4", *["left"] * 5)
        await t.type("grote ")
        await looked(t)
        assert "een geciteerde zin is veranderd" in t.screen
        await t.press("ctrl+l")
        assert "“Niemand is de baas.”" in t.screen
        assert "nu: “Niemand is de grote baas.”" in t.screen
        await t.press("3", "o")
        assert [(q.text, q.approval) for q in t.quotes()] == [("Niemand is de grote baas.", "no")]
        assert "! veranderd" not in t.screen
        await t.press("ctrl+z")
        assert [(q.text, q.approval) for q in t.quotes()] == [("Niemand is de baas.", "yes")]
        await t.press("enter")
        assert t.question == "A1"


async def test_a_sentence_that_is_gone_is_told_also_at_the_end(tmp_path: Path) -> None:
    async with talk(tmp_path) as t:
        await t.go("A1")
        await t.type("Niemand is de baas.")
        await t.press("f4", "home", "shift+end")
        await t.type("iets anders")
        await looked(t)
        assert underlined(t) == ""
        await t.press("ctrl+l")
        assert "staat niet meer in het antwoord" in t.screen
        await t.press("o")
        assert [q.text for q in t.quotes()] == ["Niemand is de baas."]
        await t.press("escape")
        await t.press("f2", "end", "enter")
        assert "1 citaat klopt niet meer met het antwoord" in " ".join(t.screen.split())
        assert "Doorvragen niet gesteld" in t.screen
        assert "Citaten die niet meer kloppen" in t.screen
        assert "zin is weg" in t.screen
        await t.press("end", "enter")
        assert t.question == "A1"


async def test_equal_sentences_are_two_quotes(tmp_path: Path) -> None:
    async with talk(tmp_path) as t:
        await t.go("A1")
        await t.type("Dat klopt. ")
        await t.press("f4", "f4")
        await t.type("Over de kosten ook: \nDat klopt.")
        await t.press("f4")
        assert [(q.text, q.start) for q in sorted(t.quotes(), key=lambda q: q.start)] == [
            ("Dat klopt.", 0),
            ("Dat klopt.", 32),
        ]
        assert underlined(t) == "Dat klopt.Dat klopt."


async def test_f3_ticks_the_next_follow_up_question_and_f6_with_a_digit_another_one(tmp_path: Path) -> None:
    async with talk(tmp_path) as t:
        await t.go("E1")
        await t.type("goed")
        await t.press("f3")
        assert t.answer("E1").probes_asked == (0,)
        assert "Gesteld: Hoe is de sfeer?" in t.screen
        assert t.room.note.has_focus
        await t.press("f6", "3", "f3", "f3")
        assert t.answer("E1").probes_asked == (0, 1, 2, 3)
        await t.press("f6", "3")
        assert t.answer("E1").probes_asked == (0, 1, 3)
        assert "1 doorvraag open" in t.screen
        await t.press("f3", "f3")
        assert t.room.probes.has_focus
        await t.press("1")
        assert t.room.note.has_focus
        assert t.answer("E1").probes_asked == (1, 2, 3)
        t.saved()
        assert t.answer("E1").text == "goed", "no digit ended up in the text"


async def test_follow_up_questions_fold_where_there_is_no_room(tmp_path: Path) -> None:
    async with talk(tmp_path, size=(60, 16)) as t:
        await t.go("E1")
        assert "0 van 4 gesteld" in t.screen
        assert "[ ]" not in t.screen
        assert "1 Hoe is de sfeer?" in t.screen
        await t.press("f3")
        assert "2 Is het open?" in t.screen
        await t.press("f6")
        assert "[x] Hoe is de sfeer?" in t.screen
        assert "[ ] Kunt u een moment noemen?" in t.screen
        await t.press("3")
        assert "2 van 4 gesteld" in t.screen
    async with talk(tmp_path / "wide") as t:
        await t.go("E1")
        assert "[ ] Hoe is het tempo?" in t.screen


async def test_the_whole_explanation_is_one_key_away_and_the_key_is_shown(tmp_path: Path) -> None:
    async with talk(tmp_path) as t:
        await t.go("E4")
        assert "f6 alles" in t.screen
        whole = " ".join(str(t.room.talk.step.help).split()[-3:])
        assert whole not in " ".join(t.screen.split())
        await t.press("f6")
        assert whole in " ".join(t.screen.split())
        assert "f6 alles" not in t.screen
        await t.press("f6")
        assert "f6 alles" in t.screen
        assert t.app.focused is t.room.note


async def test_the_line_of_a_table_shows_the_text_of_its_own_row(tmp_path: Path) -> None:
    async with talk(tmp_path) as t:
        await t.go("A3")
        await t.press("f5")
        await t.type("fietspad\n")
        line = t.room.parts.controls[0].query_one("LineArea")
        assert getattr(line, "text") == "", "the second row is empty"  # noqa: B009 - a widget by name
        await t.press("up")
        assert getattr(line, "text") == "fietspad"  # noqa: B009
        await t.press("down")
        await t.type("lobby\n")
        t.saved()
        cells = t.answer("A3", "accessibility").values["value"]
        assert [next(iter(row.values())) for row in cells.cells.values()] == ["fietspad", "lobby"]  # type: ignore[union-attr]


async def test_the_outline_is_narrowed_to_one_state_with_one_key(tmp_path: Path) -> None:
    async with talk(tmp_path, size=(120, 40)) as t:
        await t.go("E1")
        await t.press("f5", "4", "f2", "right")
        assert "○ open 3" in t.screen
        assert "E1" not in [line.number for line in t.room.outline.view.lines]
        await t.press("right")
        assert {line.state for line in t.room.outline.view.lines} == {"done"}
        await t.press("escape")
        assert len(t.room.outline.view.lines) > 40


async def test_a_search_tells_the_themes_of_one_question_apart_and_marks_the_cursor(tmp_path: Path) -> None:
    async with talk(tmp_path, "G04", size=(120, 40)) as t:
        await t.press("f2", "slash")
        await t.type("hoe ver is die ambitie")
        rows = [line for line in t.screen.split("\n") if " A2 " in line[:40]]
        assert len(rows) == 2
        assert "Wonen" in rows[0]
        assert "Bereikbaarheid" in rows[1]
        await t.press("enter", "down")
        assert any(line.startswith("▸") and "Bereikb" in line for line in t.screen.split("\n"))
        await t.press("enter")
        assert t.room.talk.step.theme == "accessibility"


async def test_save_now_does_not_wait(tmp_path: Path) -> None:
    async with talk(tmp_path) as t:
        await t.go("A1")
        await t.type("een zin")
        await t.press("ctrl+s")
        for _try in range(200):
            if "Alles is bewaard" in t.screen:
                break
            await t.pilot.pause(0.01)
        assert "Alles is bewaard" in t.screen
        assert t.answer("A1", "accessibility").text == "een zin"


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)], ids=lambda s: f"{s[0]}x{s[1]}")
async def test_looks_of_quotes_and_the_end(tmp_path: Path, size: tuple[int, int]) -> None:
    name = f"{size[0]}x{size[1]}"
    async with talk(tmp_path, size=size) as t:
        await t.go("E1")
        await t.press("f5", "2", "f3")
        await t.type("Niemand is de baas. Dat is het hele verhaal.")
        await t.press("f4", *["left"] * 8)
        await t.type("lange ")
        await t.press("end")
        await t.type(" Toch ging het.")
        await t.press("f4")
        await looked(t)
        t.saved()
        t.app.tell("")
        await t.settled()
        check_golden(f"room-quoted-{name}", t.app)
        await t.press("ctrl+l")
        check_golden(f"room-quotes-{name}", t.app)
        await t.press("escape", "f2", "end", "enter")
        t.saved()
        t.app.tell("")
        await t.settled()
        check_golden(f"room-closing-{name}", t.app)


async def test_where_it_was_left_is_told_also_after_it_was_held(tmp_path: Path) -> None:
    async with talk(tmp_path) as t:
        await t.go("A1")
        t.room.talk.remember_place(60)
        t.room.talk.set_state("held")
    with Dossier.open(tmp_path / "data", make_env(tmp_path)) as dossier:
        async with talk(tmp_path, dossier=dossier) as t:
            assert "Hier was je gebleven: vraag A1" in t.screen
