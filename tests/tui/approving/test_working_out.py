"""Working out by keyboard: notes, difference, final text, history, unlocking."""

from __future__ import annotations

import re
from pathlib import Path
from typing import cast

import pytest

from boce_tui.cycle.approving import records
from boce_tui.cycle.approving.working_out import WorkingOut
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.noting import Note
from boce_tui.store import Dossier
from boce_tui.tui.approving import history_door, working_out_door
from boce_tui.tui.approving.history import HistoryScreen
from boce_tui.tui.approving.working_out import WorkingOutScreen
from boce_tui.tui.interviewing import interview_door
from tests.cycle.approving.held import ALONE, E1, ROUND, S8, held_round, now, state_of, type_final
from tests.support import Clock, make_env
from tests.tui.helpers import check_golden, drawn
from tests.tui.planning.desk import Desk, at_desk

KEY = f"{ROUND}/{ALONE}"
A6 = f"{KEY}/A6/accessibility/all"


def desk_of(tmp_path: Path, door: object, key: str, *, size: tuple[int, int] = (80, 24), **more: object):  # type: ignore[no-untyped-def]
    clock = Clock()
    with held_round(tmp_path, clock) as dossier:
        for prepare in more.values():
            prepare(dossier)  # type: ignore[operator]
    env = make_env(tmp_path, now=clock, seed=2)
    return at_desk(tmp_path, door, key, size=size, env=env, new=False)  # type: ignore[arg-type]


def screen(desk: Desk) -> WorkingOutScreen:
    return cast(WorkingOutScreen, desk.app.screen)


def sent(dossier: Dossier) -> None:
    type_final(dossier, "Het gaat goed, met korte lijnen.")
    WorkingOut(dossier, ROUND, ALONE).finish()
    records.send(dossier, ROUND, ALONE)


def approved(dossier: Dossier) -> None:
    sent(dossier)
    records.answer(dossier, ROUND, ALONE, "R07", "approved")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=lambda s: f"{s[0]}x{s[1]}")
async def test_looks(tmp_path: Path, size: tuple[int, int]) -> None:
    async with desk_of(tmp_path, working_out_door, E1, size=size) as desk:
        await desk.press("f3")
        await desk.type(", en dat merk je")
        await desk.kept()
        desk.app.savers.changed = lambda: None
        screen(desk).show_difference()
        await desk.press()
        name = f"working-out-{size[0]}x{size[1]}"
        shown = desk.text.splitlines()
        assert "bewaard" in shown[0]
        if size[0] == 80:
            await desk.press("f5")
            assert ", en dat merk je" in drawn(desk.app, "underline")
            await desk.press("f5")
        else:
            assert ", en dat merk" in drawn(desk.app, "underline")
        check_body(name, desk)


async def test_a_choice_is_corrected_at_its_question_and_the_key_is_said(tmp_path: Path) -> None:
    async with desk_of(tmp_path, working_out_door, E1, size=(120, 40)) as desk:
        assert "4 van 5 (1 is " in desk.text, "the ends of the scale"
        assert "f7 wijzigt de keuze" in desk.text
        await desk.press("f7")
        assert not isinstance(desk.app.screen, WorkingOutScreen)
        assert "E1" in desk.text


def check_body(name: str, desk: Desk) -> None:
    """The golden without the save words, which hold the time."""
    desk.app.screen.header_line.show("werk", "", "bewaard", False)  # type: ignore[attr-defined]
    check_golden(name, desk.app)


async def test_from_notes_to_worked_out_by_keys(tmp_path: Path) -> None:
    async with desk_of(tmp_path, working_out_door, KEY) as desk:
        assert "0 van 3 uitgewerkt" in desk.text
        first = screen(desk).item.key
        await desk.press("f3", "f8")
        assert "1 van 3 uitgewerkt" in desk.text
        assert now(desk.dossier, str(first)).worked_out == now(desk.dossier, str(first)).text
        assert screen(desk).item.key != first
        await desk.type("Eigen zin.")
        await desk.press("f3")
        assert "blijft zoals hij is" in desk.text
        await desk.press("f8", "f3", "f8")
        assert "Elk antwoord is uitgewerkt" in desk.text
        assert "3 van 3 uitgewerkt" in desk.text
        assert "f6 klaar" in desk.text.splitlines()[-1], "the last step stands in the footer"
        await desk.press("f2", "down", "down", "enter")  # the last one
        await desk.press("ctrl+n")
        assert "f6: het hele gesprek is klaar" in desk.text, "going round says what is left to do"
        await desk.press("f6")
        assert state_of(desk.dossier) == "worked_out"
        assert "stap 4, goedkeuring" in desk.text, "and what comes next"
        assert not screen(desk).can("approving.finish")
        await desk.press("ctrl+n", "ctrl+t", "f2")
        await desk.type("S8")
        await desk.press("enter")
        assert screen(desk).item.key.question == "S8"


async def test_a_correction_shows_against_what_was_sent(tmp_path: Path) -> None:
    async with desk_of(tmp_path, working_out_door, E1, prepare=sent) as desk:
        await desk.press("f12")
        assert "Zoals verstuurd" in desk.text
        await desk.type(" Echt.")
        await desk.kept()
        screen(desk).show_difference()
        await desk.press("f5")
        assert "Echt." in drawn(desk.app, "underline")
        assert "gewijzigd sinds het versturen" in desk.text
        work = screen(desk).work
        assert (work.sent(screen(desk).item.key), now(desk.dossier).said) == (
            "Het gaat goed, met korte lijnen.",
            "Het gaat goed, met korte lijnen. Echt.",
        )


async def test_an_approved_text_is_read_until_a_reason_is_given(tmp_path: Path) -> None:
    async with desk_of(tmp_path, working_out_door, E1, prepare=approved) as desk:
        await desk.type("zo")
        assert "Vergrendeld: ^o ontgrendelt" in desk.text
        assert isinstance(desk.app.screen, WorkingOutScreen), "letters are no commands in a locked text"
        await desk.press("f3")
        assert now(desk.dossier).worked_out == "Het gaat goed, met korte lijnen."
        await desk.press("ctrl+o", "enter")
        assert "Zonder reden blijft het vergrendeld" in desk.text
        await desk.press("escape")
        assert state_of(desk.dossier) == "approved"
        await desk.press("ctrl+o")
        await desk.type("een naam vergeten")
        await desk.press("enter")
        assert state_of(desk.dossier) == "worked_out"
        await desk.type(" Ja.")
        await desk.kept()
        assert now(desk.dossier).worked_out.endswith(" Ja.")
        await desk.press("ctrl+underscore")
        assert "ontgrendeld: een naam vergeten" in desk.text


async def test_history_brings_back_and_goes_back_and_forward(tmp_path: Path) -> None:
    def typed(dossier: Dossier) -> None:
        type_final(dossier, "eerste versie [/x]")
        type_final(dossier, "tweede versie")

    async with desk_of(tmp_path, history_door, E1, prepare=typed) as desk:
        check_golden("history-80x24", desk.app)
        assert "eerste" in drawn(desk.app, "strike")
        assert "aantekeningen, keuze  · 4 van 5" in desk.text, "the row says which choice"
        assert re.search(r"\d\d:\d\d:\d\d", desk.text), "rows of one minute differ"
        assert "+ twee" in desk.text, "what is new stands in the row"
        assert "[/x]" in desk.text
        count = len(desk.dossier.history(Answer, E1))
        await desk.press("down", "b")
        assert now(desk.dossier).worked_out == "eerste versie [/x]"
        assert "teruggehaald" in desk.text
        assert len(desk.dossier.history(Answer, E1)) == count + 1
        await desk.press("u")
        assert now(desk.dossier).worked_out == "tweede versie"
        await desk.press("u")
        assert now(desk.dossier).worked_out == "eerste versie [/x]"
        await desk.press("r")
        assert now(desk.dossier).worked_out == "tweede versie"
        assert isinstance(desk.app.screen, HistoryScreen)


async def test_history_of_a_locked_answer_changes_nothing(tmp_path: Path) -> None:
    async with desk_of(tmp_path, history_door, E1, prepare=approved) as desk:
        before = desk.dossier.changes()
        await desk.press("u")
        assert "staan vast" in desk.text
        await desk.press("down", "down", "down", "b")
        assert desk.dossier.changes() == before


async def test_doors_from_the_room(tmp_path: Path) -> None:
    async with desk_of(tmp_path, interview_door, KEY) as desk:
        await desk.press("f2")
        await desk.type("s8")
        await desk.press("ctrl+underscore")
        assert isinstance(desk.app.screen, HistoryScreen)
        assert desk.app.screen.key == S8
        await desk.press("escape")
        desk.app.screen.action_approving_work_out()  # type: ignore[attr-defined]
        await desk.kept()
        assert screen(desk).item.key.question == "S8"
        await desk.type("Uitgewerkt.")
        await desk.press("escape")
        assert now(desk.dossier, S8).worked_out == "Uitgewerkt."
        assert now(desk.dossier, S8).text.startswith("niemand")


async def test_help_names_the_way_to_the_interview(tmp_path: Path) -> None:
    async with desk_of(tmp_path, working_out_door, KEY) as desk:
        await desk.press("f1")
        await desk.type("het gesprek zelf")
        assert any("f7" in line and "Het gesprek zelf" in line for line in desk.text.splitlines())


async def test_a_free_note_is_worked_out_with_the_question_it_belongs_to(tmp_path: Path) -> None:
    def prepare(dossier: Dossier) -> None:
        dossier.save(Note(text="De parkeerplaats is te klein.", answer=A6), f"{KEY}/N1")
        dossier.save(Note(text="Lachte erbij.", answer=E1), f"{KEY}/N2")

    async with desk_of(tmp_path, working_out_door, KEY, prepare=prepare) as desk:
        assert "0 van 4 uitgewerkt" in desk.text, "a question with nothing but a note waits as well"
        while screen(desk).item.key.question != "A6":
            await desk.press("ctrl+n")
        assert "Losse notitie: De parkeerplaats is te klein." in desk.text
        await desk.press("f3")
        await desk.kept()
        assert now(desk.dossier, A6).worked_out == "De parkeerplaats is te klein."
        while screen(desk).item.key.question != "E1":
            await desk.press("ctrl+n")
        assert "gaat goed. korte lijnen" in desk.text
        assert "Losse notitie: Lachte erbij." in desk.text
