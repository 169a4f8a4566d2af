"""Every type of answer, through the real room and into a real dossier."""

from __future__ import annotations

from pathlib import Path

import pytest

from boce_tui.domain.answers import (
    Amount,
    Choice,
    Choices,
    Grid,
    Items,
    Rating,
    Reference,
    SwotItem,
    When,
)
from boce_tui.tui.interviewing.outline_rows import GONE
from tests.tui.interviewing.question_sets import EVERY_TYPE
from tests.tui.interviewing.rooms import talk


async def test_a_digit_chooses_and_the_cursor_is_back_in_the_text(tmp_path: Path) -> None:
    async with talk(tmp_path, instrument=EVERY_TYPE) as t:
        await t.press("f5", "4")
        assert t.value("Q1") == Rating(score=4)
        assert t.app.focused is t.room.note
        await t.type("4 jaar")
        t.saved()
        assert t.answer("Q1").text == "4 jaar"
        assert t.value("Q1") == Rating(score=4)


@pytest.mark.parametrize(
    ("question", "key", "value"),
    [
        ("Q1", "0", Rating(non_answer="not_applicable")),
        ("Q1", "9", Rating(non_answer="dont_know")),
        ("Q2", "2", Choice(option="partly")),
        ("Q3", "5", Choice(option="realised")),
        ("Q4", "1", Choice(option="red")),
        ("Q10", "2", Reference(kind="body", id="theme_lead")),
        ("Q11", "3", Choice(option="not_met")),
        ("Q12", "4", Choice(option="completed")),
    ],
)
async def test_one_of_some(tmp_path: Path, question: str, key: str, value: object) -> None:
    async with talk(tmp_path, instrument=EVERY_TYPE) as t:
        t.room.talk.go_to((question, None))
        await t.room.show()
        await t.press("f5", key)
        assert t.value(question) == value
        await t.press("f5", "backspace")
        assert t.value(question) is None


async def test_other_has_words_of_its_own(tmp_path: Path) -> None:
    async with talk(tmp_path, instrument=EVERY_TYPE) as t:
        await t.go("Q4")
        await t.press("f5", "3")
        await t.type("paars")
        t.saved()
        assert t.value("Q4") == Choice(option="other", other="paars")
        await t.press("ctrl+n", "ctrl+t")
        assert "paars" in t.screen


async def test_a_part_that_only_sometimes_applies(tmp_path: Path) -> None:
    async with talk(tmp_path, instrument=EVERY_TYPE) as t:
        await t.go("Q4")
        assert "lucht" not in t.screen
        await t.press("f5", "2")
        assert "lucht" in t.screen
        await t.press("1", "2")  # the cursor went on to the part that appeared
        assert t.value("Q4", "why") == Choices(options=("sky", "sea"))
        await t.press("3")
        await t.type("wind")
        t.saved()
        assert t.value("Q4", "why") == Choices(options=("sky", "sea", "other"), other="wind")
        await t.press("f5")
        assert t.app.focused is t.room.note


async def test_a_table_with_marks_choices_words_and_numbers(tmp_path: Path) -> None:
    async with talk(tmp_path, instrument=EVERY_TYPE) as t:
        await t.go("Q5")
        await t.press("f5", "4", "right", "1", "right")
        await t.type("ligt er wel")
        await t.press("enter")
        t.saved()
        value = t.value("Q5")
        assert value == Grid({"accessibility": {"mark": 4, "clear": "yes", "words": "ligt er wel"}})
        await t.press("up", "right")
        await t.type("1.234,5")
        t.saved()
        value = t.value("Q5")
        assert isinstance(value, Grid)
        assert value.cells["accessibility"]["hours"] == "1234.5"
        await t.press("ctrl+n", "ctrl+t")
        assert "1.234,5" in t.screen


async def test_a_top_three_and_a_list(tmp_path: Path) -> None:
    async with talk(tmp_path, instrument=EVERY_TYPE) as t:
        await t.go("Q6")
        await t.press("f5")
        await t.type("vertrouwen\ntijd\ngeld\n")
        t.saved()
        assert t.value("Q6") == Items(("vertrouwen", "tijd", "geld"))
        assert t.app.focused is not None
        assert type(t.app.focused).__name__ != "ItemsArea", "enter on the last line goes on"
        await t.go("Q7")
        await t.press("f5")
        await t.type("a\n\nb\nc\nd")
        t.saved()
        assert t.value("Q7") == Items(("a", "b", "c", "d"))


async def test_numbers_and_moments_in_the_dutch_way(tmp_path: Path) -> None:
    async with talk(tmp_path, instrument=EVERY_TYPE) as t:
        await t.go("Q8")
        await t.press("f5")
        await t.type("12,5")
        await t.press("f5")
        await t.type("1.250")
        await t.press("f5")
        await t.type("40")
        t.saved()
        assert [t.value("Q8", part) for part in ("hours", "money", "share")] == [
            Amount("12.5"),
            Amount("1250"),
            Amount("40"),
        ]
        await t.go("Q9")
        await t.press("f5")
        await t.type("1-3-2042")
        await t.press("f5")
        await t.type("6-2019")
        t.saved()
        assert t.value("Q9", "day") == When("2042-03-01")
        assert t.value("Q9", "month") == When("2019-06")
        await t.press("ctrl+t", "ctrl+n")
        assert "01-03-2042" in t.screen
        assert "06-2019" in t.screen


async def test_what_is_no_number_is_said_and_then_kept_as_a_note(tmp_path: Path) -> None:
    async with talk(tmp_path, instrument=EVERY_TYPE) as t:
        await t.go("Q8")
        await t.press("f5")
        await t.type("een dag of 3")
        await t.press("f5")
        assert "Schrijf een getal" in t.screen
        assert t.value("Q8", "hours") is None
        await t.press("ctrl+n")
        assert "staat nu als notitie" in t.screen
        t.saved()
        assert "Uren: een dag of 3" in t.answer("Q8").text
        await t.press("ctrl+t")
        await t.press("f5")
        await t.type("999")
        await t.press("f5")
        assert "van 0 tot en met 200" in t.screen


async def test_a_swot_item(tmp_path: Path) -> None:
    async with talk(tmp_path, instrument=EVERY_TYPE) as t:
        await t.go("Q13")
        await t.press("f5", "2")
        await t.type("te weinig uren")
        assert t.app.focused is not t.room.note, "the words belong to it"
        await t.press("enter")
        await t.type("en verder")
        t.saved()
        assert t.value("Q13") == SwotItem(cell="weakness", text="te weinig uren")
        assert t.answer("Q13").text == "en verder"
        await t.press("f5", "1")
        assert t.app.focused is t.room.note, "the words are there already"
        assert t.value("Q13") == SwotItem(cell="strength", text="te weinig uren")


async def test_what_is_no_number_in_a_table_is_said_and_becomes_a_note(tmp_path: Path) -> None:
    async with talk(tmp_path, instrument=EVERY_TYPE) as t:
        await t.go("Q5")
        await t.press("f5", "right", "right", "right")
        await t.type("heel veel")
        await t.press("enter")
        assert "Bereikbaarheid, Uren: Schrijf een getal" in t.screen
        await t.type("1.250,5")
        await t.press("enter", "ctrl+n")
        assert "het staat nu als" in t.screen
        assert "NIET BEWAARD" not in t.screen
        t.saved()
        assert t.answer("Q5").text == "Bereikbaarheid, Uren: heel veel"
        assert t.value("Q5") == Grid({"housing": {"hours": "1250.5"}})
        await t.go("Q5")
        assert "1.250,5" in t.screen
        assert t.screen.count("heel veel") == 1


async def test_enter_in_a_line_goes_to_what_comes_next(tmp_path: Path) -> None:
    async with talk(tmp_path, instrument=EVERY_TYPE) as t:
        await t.go("Q8")
        await t.press("f5")
        await t.type("900")
        await t.press("enter")
        assert "van 0 tot en met 200" in t.screen, "what is wrong is said, and the cursor stays"
        await t.press("backspace", "backspace", "enter")
        await t.type("1.500")
        await t.press("enter")
        await t.type("40")
        await t.press("enter")
        await t.type("klaar")
        t.saved()
        found = [t.value("Q8", part) for part in ("hours", "money", "share")]
        assert found == [Amount("9"), Amount("1500"), Amount("40")]
        assert t.answer("Q8").text == "klaar"
        await t.go("Q4")
        await t.press("f5", "3")
        await t.type("groen")
        await t.press("enter")
        assert t.app.focused is t.room.note


async def test_one_of_many_is_picked_from_a_list_with_a_filter(tmp_path: Path) -> None:
    async with talk(tmp_path, instrument=EVERY_TYPE) as t:
        await t.go("Q15")
        assert "kies uit 20" in t.screen
        await t.press("f5", "enter", "slash")
        await t.type("keus 17")
        await t.press("enter", "enter")
        assert t.value("Q15") == Choice(option="o17")
        assert "keus 17" in t.screen


async def test_follow_up_questions_are_ticked_with_their_digit(tmp_path: Path) -> None:
    async with talk(tmp_path, instrument=EVERY_TYPE) as t:
        assert "2 doorvragen open" in t.screen
        await t.press("f6", "2")
        assert t.answer("Q1").probes_asked == (1,)
        assert "2 [x] Sinds wanneer?" in t.screen
        assert "1 doorvraag open" in t.screen
        assert t.app.focused is t.room.note
        await t.press("ctrl+n", "f3")
        assert t.answer("Q2").probes_asked == (0,), "f3 ticks the next one"


async def test_an_answer_changes_what_is_asked_and_nothing_is_lost(tmp_path: Path) -> None:
    async with talk(tmp_path, instrument=EVERY_TYPE, size=(120, 40)) as t:
        await t.go("Q2")
        await t.press("f5", "1")
        await t.go("Q16")
        await t.type("alleen hier")
        t.saved()
        await t.go("Q2")
        await t.press("f5", "3", "f2")
        assert "Niet meer gevraagd" in t.screen
        assert t.answer("Q16").text == "alleen hier"
        (row,) = [line for line in t.screen.splitlines() if "Alleen bij ja" in line]
        assert "overgeslagen" not in row
        gone = next(line.id for line in t.room.outline.view.lines if line.kind == GONE)
        t.room.outline.view.go_to(gone)
        await t.press("enter")
        assert "alleen hier" in t.screen
        assert "niet meer gesteld" in t.screen


async def test_an_answer_that_is_not_asked_any_more_is_read_whole(tmp_path: Path) -> None:
    """Also what was only chosen, and more lines than the box has."""
    chosen = EVERY_TYPE.replace(
        'text = { nl = "Alleen bij ja op Q2", en = "Only after yes at Q2" }',
        'text = { nl = "Alleen bij ja op Q2", en = "Only after yes at Q2" }\ntype = "norm_score"',
    )
    async with talk(tmp_path, instrument=chosen) as t:
        await t.go("Q2")
        await t.press("f5", "1")
        await t.go("Q16")
        await t.press("f5", "2")
        await t.type("regel")
        for _line in range(12):
            await t.press("enter", "x")
        await t.press("enter")
        await t.type("slot")
        t.saved()
        await t.go("Q2")
        await t.press("f5", "3", "f2")
        gone = next(line.id for line in t.room.outline.view.lines if line.kind == GONE)
        t.room.outline.view.go_to(gone)
        await t.press("enter")
        assert "deels" in t.screen.split("Alleen bij ja")[1]
        assert "niet meer gesteld" in t.screen
        assert "slot" not in t.screen
        await t.press("end")
        assert "slot" in t.screen
        await t.press("escape")
        assert t.app.focused is t.room.note


async def test_undo_outside_the_text_takes_back_choices_one_by_one(tmp_path: Path) -> None:
    async with talk(tmp_path, instrument=EVERY_TYPE) as t:
        await t.type("blijft staan")
        await t.press("f5", "4", "f5", "5", "f3")
        await t.press("f5", "ctrl+z")
        assert t.answer("Q1").probes_asked == ()
        await t.press("ctrl+z")
        assert t.value("Q1") == Rating(score=4)
        await t.press("ctrl+z")
        assert t.value("Q1") is None
        t.saved()
        assert t.answer("Q1").text == "blijft staan"
        await t.press("ctrl+z")
        assert "geen keuze om ongedaan te maken" in t.screen
