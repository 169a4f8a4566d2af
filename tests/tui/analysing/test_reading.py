"""Reading back, by key: take evidence, label, filter, write, and find everything back."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from boce_tui.cycle.analysing import labels
from boce_tui.domain.analysis import Finding
from boce_tui.domain.interviewing import Answer
from boce_tui.tui.analysing.finding import FindingScreen
from boce_tui.tui.analysing.reading import ReadingScreen
from tests.tui.helpers import check_golden, grid, shown
from tests.tui.working_out import HOSTILE, ROUND, Desk, Round1, desk


def reading(at: Desk) -> ReadingScreen:
    assert isinstance(at.app.screen, ReadingScreen)
    return at.app.screen


async def to_e1(at: Desk) -> None:
    """The answers to E1, cursor on the first."""
    screen = reading(at)
    assert screen._questions.go_to("E1/-")
    await at.pilot.pause()
    await at.press("enter")
    assert screen.answers.view.question == "E1"


async def test_three_tabs_at_80_columns(tmp_path: Path) -> None:
    async with desk(tmp_path, "reading") as at:
        check_golden("reading-questions-80x24", at.app)
        await to_e1(at)
        check_golden("reading-answers-80x24", at.app)


async def test_three_parts_beside_each_other(tmp_path: Path) -> None:
    key = ""

    def prepare(made: Round1) -> None:
        nonlocal key
        key = made.finding()

    async with desk(tmp_path, "reading", prepare=prepare, size=(120, 40)) as at:
        await to_e1(at)
        await at.press("b", "enter")
        check_golden("reading-120x40", at.app)


async def test_from_answer_to_finding(tmp_path: Path) -> None:
    async with desk(tmp_path, "reading") as at:
        await to_e1(at)
        await at.press("space")
        assert "n begint een nieuwe" in at.message
        await at.press("n")
        await at.type("Prettig, maar traag.")
        await at.press("escape")
        assert "Prettig, maar traag." in at.round.only_finding().text
        await at.press("space", "down", "space", "down", "t")
        finding = at.round.only_finding()
        assert [(e.key, e.stance) for e in finding.evidence] == [
            (at.round.e1[0], "for"),
            (at.round.e1[1], "for"),
            (at.round.e1[2], "against"),
        ]
        assert (finding.sub_question, finding.theme) == ("experiences", "general")
        assert "● voor" in shown(at.app)
        assert "● tegen" in shown(at.app)
        await at.press("f5")
        text = shown(at.app)
        assert "voor       2  R21 R22" in text
        assert "tegen      1  R23" in text
        assert "(2 van 7)" in text


async def test_taken_back_step_by_step_and_text_has_its_own_undo(tmp_path: Path) -> None:
    async with desk(tmp_path, "reading") as at:
        await to_e1(at)
        await at.press("n")
        await at.type("Een zin")
        await at.press("ctrl+z")
        assert reading(at).finding.area.text == ""
        await at.type("Andere zin")
        await at.press("escape", "space", "down", "t")
        await at.press("u")
        assert len(at.round.only_finding().evidence) == 1
        assert "Bevinding 1, bewijs voor of tegen" in at.message
        await at.press("ctrl+z")
        assert at.round.only_finding().evidence == ()
        assert at.round.only_finding().text == "Andere zin"
        await at.press("u")
        assert "geschreven" in at.message
        assert at.round.only_finding().text == "Andere zin"


async def test_a_theme_question_gives_a_finding_for_that_theme(tmp_path: Path) -> None:
    async with desk(tmp_path, "reading") as at:
        assert reading(at)._questions.go_to("A2/housing")
        await at.pilot.pause()
        await at.press("n")
        finding = at.round.only_finding()
        assert (finding.sub_question, finding.theme) == ("ambitions", "housing")


async def test_labels_by_key_and_all_answers_with_one(tmp_path: Path) -> None:
    async with desk(tmp_path, "reading") as at:
        await to_e1(at)
        await at.press("down", "l")
        await at.type("vertr")
        await at.press("enter")
        await at.type("nieuw woord")
        await at.press("enter", "escape")
        assert labels.tags_on(at.round.dossier, at.round.e1[1]) == ("nieuw woord", "trust")
        assert "#nieuw woord #vertrouwen" in shown(at.app)
        await at.press("f")
        await at.type("beslui")
        await at.press("enter")
        text = shown(at.app)
        assert "Alle antwoorden met #besluiten" in text
        assert "R21" in text
        assert "R23" in text
        assert "R22" not in text
        await at.press("escape")
        assert "R22" in shown(at.app)
        await at.press("escape")
        assert not isinstance(at.app.screen, ReadingScreen)


async def test_quotes_as_evidence(tmp_path: Path) -> None:
    async with desk(tmp_path, "reading") as at:
        await to_e1(at)
        await at.press("n", "escape", "q")
        assert "geen citaat" in at.message
        await at.press("down", "q")
        finding = at.round.only_finding()
        assert [(e.kind, e.key) for e in finding.evidence] == [("quote", at.round.quoted)]
        assert "(goedgekeurd, voor)" in shown(at.app)
        second = at.round.quote(at.round.e1[1], "dat mag beter")
        at.app.screen.show()  # type: ignore[attr-defined]
        await at.press("q", "down", "enter")
        assert [e.key for e in at.round.only_finding().evidence] == [at.round.quoted, second]


async def test_group_and_word_filters(tmp_path: Path) -> None:
    async with desk(tmp_path, "reading") as at:
        await to_e1(at)
        await at.press("w")
        assert "[bestuurders]" in shown(at.app)
        assert [r.people for r in reading(at).answers.rows.values()] == [("R24",), ("R26",)]
        await at.press("w")
        assert "[ambtenaren]" in shown(at.app)
        await at.press("slash")
        await at.type("stroperig")
        assert list(reading(at).answers.rows) == [at.round.e1[2]]
        await at.press("enter", "escape")
        assert len(reading(at).answers.rows) == 5
        await at.press("w")
        assert len(reading(at).answers.rows) == 7


async def test_skipped_is_quiet_withdrawn_is_nowhere(tmp_path: Path) -> None:
    def prepare(made: Round1) -> None:
        made.withdraw(made.codes[2].replace("R", "G"))

    async with desk(tmp_path, "reading", prepare=prepare) as at:
        reading(at)._questions.go_to("E4/-")
        await at.pilot.pause()
        await at.press("enter")
        assert "R22 – overgeslagen: geen tijd" in shown(at.app)
        await at.press("down", "n", "escape", "down", "space")
        assert at.round.only_finding().evidence == ()
        await at.press("escape")
    async with desk(tmp_path / "b", "reading", prepare=prepare) as at:
        await to_e1(at)
        assert "stroperig" not in shown(at.app)


@pytest.mark.parametrize(("people", "words"), [(7, "gemiddeld 3,7"), (3, "te klein om te tonen")])
async def test_figures_only_of_enough_people(tmp_path: Path, people: int, words: str) -> None:
    def prepare(made: Round1) -> None:
        for code in made.codes[people:]:
            made.withdraw(code.replace("R", "G"))

    async with desk(tmp_path, "reading", prepare=prepare) as at:
        reading(at)._questions.go_to("E1/-")
        await at.pilot.pause()
        assert words in shown(at.app)
        await at.press("c")
        text = shown(at.app)
        if people == 7:
            assert "spreiding" in text
            assert "-: te weinig mensen" in text
            await at.press("right")
            assert "Cijfers · E2" in shown(at.app)
            await at.press("left")
        else:
            assert "minder dan 5 mensen" in text
            assert "gemiddeld" not in text
        await at.press("escape")
        assert isinstance(at.app.screen, ReadingScreen)


async def test_a_long_answer_can_be_read_to_its_end(tmp_path: Path) -> None:
    def prepare(made: Round1) -> None:
        made.says(made.codes[0], "E4", "\n".join(f"regel {n}" for n in range(60)) + "\nhet einde")

    async with desk(tmp_path, "reading", prepare=prepare) as at:
        reading(at)._questions.go_to("E4/-")
        await at.pilot.pause()
        await at.press("enter")
        assert "regel 0" in shown(at.app)
        for _turn in range(8):
            if "het einde" in shown(at.app):
                break
            await at.press("pagedown")
        assert "het einde" in shown(at.app)
        assert reading(at).answers.list.cursor == 0
        for _turn in range(8):
            if "regel 0" in shown(at.app):
                break
            await at.press("pageup")
        assert "regel 0" in shown(at.app)
        await at.quick(*["down"] * 70)
        assert reading(at).answers.list.cursor == 1
        await at.press("up")
        assert reading(at).answers.list.cursor == 0


async def test_the_place_is_found_back(tmp_path: Path) -> None:
    async with desk(tmp_path, "reading") as at:
        await to_e1(at)
        await at.press("n")
        await at.type("Hier was ik")
        await at.press("escape", "escape")
        await at.open("reading")
        assert reading(at).answers.view.question == "E1"
        await at.press("f5")
        await at.press("f5")
        assert "Hier was ik" in shown(at.app)


async def test_a_finding_can_be_opened_whole_and_beside_the_answers(tmp_path: Path) -> None:
    async with desk(tmp_path, "reading") as at:
        key = at.round.finding()
        await to_e1(at)
        await at.press("b")
        await at.type("prettig")
        await at.press("enter", "o")
        assert isinstance(at.app.screen, FindingScreen)
        await at.press("escape")
        await at.open("reading", key)
        assert reading(at).finding_key == key


async def test_text_of_people_stays_text(tmp_path: Path) -> None:
    def prepare(made: Round1) -> None:
        made.says(made.codes[0], "E1", HOSTILE)
        made.finding(HOSTILE)
        labels.toggle(made.dossier, made.e1[0], "[red]x[/red]")

    async with desk(tmp_path, "reading", prepare=prepare, size=(120, 40)) as at:
        await to_e1(at)
        await at.press("b", "enter")
        text = shown(at.app)
        assert text.count("[red]rood[/red]") >= 2
        assert "#[red]x[/red]" in text
        assert "\x1b" not in text
        assert "\u202e" not in text
        await at.press("f", "enter")
        assert "[red]x[/red]" in shown(at.app)


async def test_another_language_keeps_place_text_and_focus(tmp_path: Path) -> None:
    async with desk(tmp_path, "reading", size=(120, 40)) as at:
        await to_e1(at)
        await at.press("n")
        await at.type("Mijn zin")
        await at.press("f9")
        text = shown(at.app)
        assert "Mijn zin" in text
        assert "proposal" in text or "no word proposed" in text
        await at.type("!")
        assert reading(at).finding.area.text == "Mijn zin!"
        await at.press("f9")


async def test_resized_while_typing(tmp_path: Path) -> None:
    async with desk(tmp_path, "reading", size=(120, 40)) as at:
        await to_e1(at)
        await at.press("n")
        await at.type("abc")
        await at.resize(60, 20)
        await at.type("def")
        assert reading(at).finding.area.text == "abcdef"
        assert "abcdef" in shown(at.app)
        assert all(len(line) <= 60 for line in grid(at.app))


async def test_only_reading_says_so(tmp_path: Path) -> None:
    from boce_tui.store import Dossier
    from tests.tui.helpers import make_app

    made = Round1(tmp_path)
    made.finding()
    made.dossier.close()
    env = made.dossier.env
    with Dossier.open(env.data_dir, env, write=False) as dossier:
        app = make_app(env, None, dossier)
        app.round_id = ROUND
        async with app.run_test(size=(80, 24)) as pilot:
            at = Desk(app, pilot, made)
            await at.open("reading")
            await to_e1(at)
            await at.press("n")
            assert "lezen" in at.message.lower()
            await at.press("b", "enter", "enter")
            await at.type("x")
            assert [f.text for f in dossier.values(Finding).values()] == ["Men werkt prettig samen."]


async def test_the_worked_out_text_counts_and_the_notes_are_one_key_away(tmp_path: Path) -> None:
    def worked_out(made: Round1) -> None:
        answer = made.value(Answer, made.e1[0])
        final = msgspec.structs.replace(answer, worked_out="Men vindt elkaar snel.")
        made.dossier.save(final, made.e1[0])

    async with desk(tmp_path, "reading", prepare=worked_out) as at:
        await to_e1(at)
        assert "Men vindt elkaar snel." in shown(at.app)
        assert "prettig, je weet" not in shown(at.app)
        await at.press("a")
        assert "prettig, je weet" in shown(at.app)
        await at.press("a")
        assert "prettig, je weet" not in shown(at.app)
