"""A round from an empty dossier and from the last one, by keyboard only (R1, R2, R15)."""

from __future__ import annotations

from pathlib import Path

import msgspec

from boce_tui.cycle.planning import add_respondent, agenda, create_round, rounds, standard_agenda, themes
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.keys import last
from boce_tui.domain.recommendation import Recommendation
from boce_tui.domain.round import Respondent, Round
from boce_tui.store import Dossier
from boce_tui.tui.planning import new_round_door
from tests.tui.helpers import check_golden
from tests.tui.planning.desk import ROUND, a_round, at_desk


async def test_an_empty_dossier_leads_to_the_form_of_a_first_round(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        assert "Dit dossier is nog leeg." in desk.text
        check_golden("welcome-80x24", desk.app)
        await desk.press("n")
        assert "Nieuwe ronde" in desk.place
        check_golden("new-round-80x24", desk.app)
        await desk.press("enter")
        assert "Evaluatie 2041 · opdracht" in desk.place
        assert list(themes(desk.dossier)), "the standard agenda is put in first"
        assert agenda(desk.dossier).name
        await desk.press("escape")
        assert "Nu te doen" in desk.text
        assert "Zet de gesprekspartners op de lijst" in desk.text


async def test_every_field_of_the_assignment_survives_a_restart(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await desk.press("n", "enter")
        await (await desk.to("title")).clear()
        await desk.type("De evaluatie")
        for field, text in (
            ("period", "2040-2041"),
            ("reason", "Omdat het tijd is."),
            ("assignment", "Kijk wat het opleverde."),
            ("delegated_commissioner", "programmamanager"),
            ("left_out_reason", "Geen tijd voor alles."),
            ("report_date", "1-9-2041"),
            ("embargo_until", "14 oktober 2041"),
            ("dates-interviews", "30-6-2041"),
        ):
            await (await desk.to(field)).type(text)
        await desk.press("tab")
        await desk.type("4-7-2041")
        await (await desk.to("count_threshold")).clear()
        await desk.type("7")
        await (await desk.to("focus_themes")).press("1", "4")
        await desk.press("escape")
    env = desk.app.env
    with Dossier.open(env.data_dir, env) as dossier:
        found = dossier.value(Round, ROUND)
    assert found is not None
    assert (found.title, found.period, found.reason) == ("De evaluatie", "2040-2041", "Omdat het tijd is.")
    assert found.assignment == "Kijk wat het opleverde."
    assert found.delegated_commissioner == "programmamanager"
    assert (found.report_date, found.embargo_until) == ("2041-09-01", "2041-10-14")
    assert (found.dates["interviews"].planned, found.dates["interviews"].actual) == (
        "2041-06-30",
        "2041-07-04",
    )
    assert found.count_threshold == 7
    assert found.focus_themes == ("environment_act", "accessibility")
    assert set(found.left_out) == {"tourism_recreation", "liveability"}, (
        "the others are marked as left out (R2)"
    )
    assert found.left_out_reason == "Geen tijd voor alles."


async def test_a_year_that_is_no_year_is_said_under_the_field(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await desk.press("n")
        await desk.clear()
        await desk.type("volgend jaar")
        await desk.press("enter")
        assert "1990" in desk.text
        assert not rounds(desk.dossier)
        assert not themes(desk.dossier), "nothing was put in when the round could not be made"


async def test_undo_takes_the_round_and_the_agenda_back(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await desk.press("n", "enter", "escape", "ctrl+z")
        assert not rounds(desk.dossier)
        assert not themes(desk.dossier)
        assert "Dit dossier is nog leeg." in desk.text


def _last_year(dossier: Dossier) -> None:
    a_round(dossier)
    add_respondent(dossier, ROUND, role="mayor")
    before = dossier.value(Round, ROUND)
    assert before is not None
    dossier.save(msgspec.structs.replace(before, focus_themes=("accessibility",), count_threshold=6), ROUND)
    dossier.save(Answer(text="iets"), f"{ROUND}/G01/A2/accessibility/all")
    dossier.save(Recommendation(group=f"{ROUND}/K1", text="Doe het anders."), f"{ROUND}/K1a")


async def test_the_next_round_takes_over_themes_but_no_people_or_answers(tmp_path: Path) -> None:
    async with at_desk(tmp_path, new_round_door, fill=_last_year) as desk:
        assert "Begin met" in desk.text
        assert "1 aanbeveling van de vorige keer" in desk.text
        await desk.press("enter")
        made = desk.dossier.value(Round, "2042")
        assert made is not None
        assert made.previous == ROUND
        assert made.focus_themes == ("accessibility",)
        assert made.count_threshold == 6
        assert not desk.dossier.all(Answer, "2042/")
        assert not desk.dossier.all(Respondent, "2042/")
        assert "2042, na Evaluatie 2041" in desk.text


async def test_an_empty_round_can_be_chosen_instead(tmp_path: Path) -> None:
    async with at_desk(tmp_path, new_round_door, fill=_last_year) as desk:
        await desk.press("tab", "2")
        assert "Overgenomen" not in desk.text
        await desk.press("shift+tab", "enter")
        made = desk.dossier.value(Round, "2042")
        assert made is not None
        assert made.previous == ""
        assert made.focus_themes == ()


async def test_a_year_twice_is_refused(tmp_path: Path) -> None:
    def two(dossier: Dossier) -> None:
        standard_agenda(dossier)
        create_round(dossier, year=2042)
        create_round(dossier, year=2041, key="oud")

    async with at_desk(tmp_path, new_round_door, fill=two) as desk:
        await desk.clear()
        await desk.type("2042")
        await desk.press("tab", "2", "shift+tab", "enter")
        assert "al een ronde" in desk.text
        assert {last(key) for key in rounds(desk.dossier)} == {"2042", "oud"}
