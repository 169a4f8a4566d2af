"""Planning interviews by keyboard: participants, states, conflicts, the rest (R10, R11, R13)."""

from __future__ import annotations

from pathlib import Path

import pytest

from boce_tui.cycle.planning import (
    add_evaluator,
    add_interview,
    add_respondent,
    count,
    interviews,
    plan_the_rest,
    respondents,
    set_state,
    update_interview,
)
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.round import Interview, Planned
from boce_tui.store import Dossier
from boce_tui.tui.planning import interviews_planning_door
from boce_tui.tui.widgets.pick_list import PickList
from tests.tui.helpers import check_golden
from tests.tui.planning.desk import ROUND, Desk, a_round, at_desk, with_people


def planned(dossier: Dossier) -> None:
    """Three people, of whom one has an interview."""
    codes = with_people(dossier)
    add_interview(dossier, ROUND, participants=(codes[0],))


def only(desk: Desk) -> Interview:
    return interviews(desk.dossier, ROUND)["G01"]


async def test_without_people_the_list_says_where_to_begin(tmp_path: Path) -> None:
    async with at_desk(tmp_path, interviews_planning_door, fill=a_round) as desk:
        assert "Zet eerst mensen op de lijst" in desk.text
        await desk.press("n", "a")
        assert not interviews(desk.dossier, ROUND)


async def test_an_interview_with_two_people_counts_one_interview_and_two_participants(tmp_path: Path) -> None:
    async with at_desk(tmp_path, interviews_planning_door, fill=with_people) as desk:
        await desk.press("n", "enter")
        assert "G01" in desk.place
        await desk.press("enter", "down", "enter", "escape")  # the field of participants has the focus
        found = interviews(desk.dossier, ROUND)
        assert (count(found).interviews, count(found).participants) == (1, 2)
        await desk.press("escape")
        assert "1 gesprek · 2 deelnemers" in desk.text
        codes = list(respondents(desk.dossier, ROUND))
        assert only(desk).participants == tuple(codes[:2])
        await desk.press("u", "u")
        assert not interviews(desk.dossier, ROUND), "both steps can be taken back"


async def test_the_form_keeps_moment_place_route_and_notes(tmp_path: Path) -> None:
    async with at_desk(tmp_path, interviews_planning_door, f"{ROUND}/G01", fill=planned) as desk:
        await (await desk.to("when")).type("12 mei 2041")
        await (await desk.to("start")).type("9.30")
        await (await desk.to("minutes")).clear()
        await desk.type("45")
        await (await desk.to("place")).type("gemeentehuis")
        await (await desk.to("short_route")).press("j")
        await (await desk.to("approval_deadline")).type("2041-06-01")
        await (await desk.to("note")).type("Koffie.")
        await (await desk.to("conflict")).type("Besproken.")
        await (await desk.to("participants")).press("down")
        await desk.kept()
        assert "12-05-2041" in desk.text, "what was typed is written the usual way"
        assert "09:30" in desk.text
        found = only(desk)
    assert (found.when.planned, found.start, found.minutes) == ("2041-05-12", "09:30", 45)
    assert (found.place, found.short_route, found.note) == ("gemeentehuis", True, "Koffie.")
    assert (found.approval_deadline, found.conflict) == ("2041-06-01", "Besproken.")


@pytest.mark.parametrize("typed", ["morgen", "31-2-2041"])
async def test_a_date_that_is_none_stays_until_it_is_mended_or_given_up(tmp_path: Path, typed: str) -> None:
    def fill(dossier: Dossier) -> None:
        planned(dossier)
        update_interview(dossier, ROUND, "G01", when=Planned(planned="2041-05-12"))

    async with at_desk(tmp_path, interviews_planning_door, f"{ROUND}/G01", fill=fill) as desk:
        await (await desk.to("when")).clear()
        await desk.type(typed)
        await desk.press("tab")
        await desk.kept()
        assert f'"{typed}" is geen datum. Zoals 12-05-2041.' in desk.text
        assert "NIET BEWAARD" in desk.place
        assert only(desk).when.planned == "2041-05-12", "the old value stays"
        await desk.press("escape")
        assert "Dit klopt nog niet" in desk.text
        await desk.press("escape")
        await desk.kept()
        assert only(desk).when.planned == "2041-05-12"
        assert "NIET BEWAARD" not in desk.place, "what was given up does not go on being complained about"


async def test_mending_a_wrong_date_takes_the_complaint_away(tmp_path: Path) -> None:
    async with at_desk(tmp_path, interviews_planning_door, f"{ROUND}/G01", fill=planned) as desk:
        await (await desk.to("when")).type("morgen")
        await desk.press("tab")
        await desk.kept()
        await desk.press("shift+tab")
        await desk.clear()
        await desk.type("13-5-2041")
        await desk.press("tab")
        await desk.kept()
        assert "geen datum" not in desk.text
        assert only(desk).when.planned == "2041-05-13"


async def test_half_a_date_is_no_reason_to_complain_while_it_is_typed(tmp_path: Path) -> None:
    async with at_desk(tmp_path, interviews_planning_door, f"{ROUND}/G01", fill=planned) as desk:
        await (await desk.to("when")).type("12-")
        await desk.pilot.pause(2.3)  # longer than the pause after which notes become a revision
        assert "geen datum" not in desk.text
        assert "NIET BEWAARD" not in desk.place


async def test_only_states_that_can_follow_are_offered_and_planned_asks_the_day(tmp_path: Path) -> None:
    async with at_desk(tmp_path, interviews_planning_door, fill=planned) as desk:
        await desk.press("s")
        assert "uitgenodigd" in desk.text
        assert "ter goedkeuring" not in desk.text
        check_golden("interview-state-80x24", desk.app)
        await desk.press("3")
        assert "Op welke dag is G01?" in desk.text
        await desk.type("ooit")
        await desk.press("enter")
        assert "geen datum" in desk.text
        assert only(desk).state == "to_plan"
        await desk.clear()
        await desk.type("20-5-2041")
        await desk.press("enter")
        assert (only(desk).state, only(desk).when.planned) == ("planned", "2041-05-20")
        await desk.press("u")
        assert only(desk).state == "to_plan"


async def test_withdrawing_shows_what_goes_and_asks_for_the_code(tmp_path: Path) -> None:
    def fill(dossier: Dossier) -> None:
        planned(dossier)
        set_state(dossier, ROUND, "G01", "held", date="2041-05-10")

    async with at_desk(tmp_path, interviews_planning_door, fill=fill) as desk:
        await desk.press("s", "3")
        assert "Wat voorgoed wordt gewist" in desk.text
        assert only(desk).state == "held"
        await desk.press("escape")
        assert only(desk).state == "held"
        await desk.press("s", "3", "enter")
        await desk.type("G02")
        await desk.press("enter")
        assert "Dat is niet G01" in desk.text
        await desk.clear()
        await desk.type("g01")
        await desk.press("enter")
        await desk.kept()
        assert only(desk).state == "withdrawn"
        assert "Gewist. Dit is het bewijs" in desk.text


async def test_withdrawing_in_the_form_has_the_same_screen(tmp_path: Path) -> None:
    def fill(dossier: Dossier) -> None:
        planned(dossier)
        set_state(dossier, ROUND, "G01", "held", date="2041-05-10")

    async with at_desk(tmp_path, interviews_planning_door, f"{ROUND}/G01", fill=fill) as desk:
        await (await desk.to("state")).press("4")
        assert only(desk).state == "held"
        assert "Wat voorgoed wordt gewist" in desk.text


async def test_the_rest_is_planned_in_one_step(tmp_path: Path) -> None:
    async with at_desk(tmp_path, interviews_planning_door, fill=planned) as desk:
        await desk.press("a")
        found = interviews(desk.dossier, ROUND)
        assert (count(found).interviews, count(found).participants) == (3, 3)
        assert "2 gesprekken gemaakt" in desk.text
        await desk.press("a")
        assert len(interviews(desk.dossier, ROUND)) == 3
        assert "Iedereen op de lijst" in desk.text
        await desk.press("u")
        assert len(interviews(desk.dossier, ROUND)) == 1


async def test_the_list_is_filtered_by_state_with_counts(tmp_path: Path) -> None:
    def fill(dossier: Dossier) -> None:
        for code in with_people(dossier):
            add_interview(dossier, ROUND, participants=(code,))
        set_state(dossier, ROUND, "G02", "invited")

    async with at_desk(tmp_path, interviews_planning_door, fill=fill) as desk:
        assert "3 gesprekken · 3 deelnemers · te plannen 2 · uitgenodigd 1" in desk.text
        check_golden("planning-80x24", desk.app)
        await desk.press("f", "3")
        assert "alleen: uitgenodigd" in desk.text
        assert "G02" in desk.text
        assert "G01" not in desk.text
        await desk.press("f", "0")
        assert "G01" in desk.text


async def test_an_own_organisation_and_a_superior_give_a_warning(tmp_path: Path) -> None:
    def fill(dossier: Dossier) -> None:
        codes = with_people(dossier)
        add_evaluator(dossier, ROUND, organisation="emmen", superior_roles=("municipal_secretary",))
        add_evaluator(dossier, ROUND, organisation="domesta")
        secretary = next(c for c in codes if respondents(dossier, ROUND)[c].role == "municipal_secretary")
        add_interview(dossier, ROUND, participants=(secretary,), evaluators=("EV1",))

    async with at_desk(tmp_path, interviews_planning_door, fill=fill, size=(120, 40)) as desk:
        assert "G01   !" in desk.text
        await desk.press("enter")
        assert "EV1 werkt bij Emmen" in desk.text
        assert "leidinggevende" in desk.text
        check_golden("interview-form-120x40", desk.app)
        await (await desk.to("evaluators")).press("2", "1")
        assert only(desk).evaluators == ("EV2",)
        assert "werkt bij Emmen" not in desk.text, "another evaluator, no conflict"


async def test_an_interview_cannot_lose_its_last_participant(tmp_path: Path) -> None:
    async with at_desk(tmp_path, interviews_planning_door, f"{ROUND}/G01", fill=planned) as desk:
        before = only(desk).participants
        await desk.press("delete")
        assert only(desk).participants == before
        assert "Kies er minstens één" in desk.text
        assert before[0] in desk.text, "the field shows what is kept"


async def test_g_conducts_the_interview(tmp_path: Path) -> None:
    async with at_desk(tmp_path, interviews_planning_door, fill=planned) as desk:
        await desk.press("g")
        assert only(desk).participants[0] in desk.text
        assert "Gesprekken plannen" not in desk.place


async def test_a_new_person_can_be_made_where_the_interview_is_made(tmp_path: Path) -> None:
    async with at_desk(tmp_path, interviews_planning_door, fill=with_people) as desk:
        before = set(respondents(desk.dossier, ROUND))
        await desk.press("n")
        await desk.type("nieuwe persoon")
        await desk.press("enter")
        await desk.type("trekt thema")
        await desk.press("enter")
        fresh = set(respondents(desk.dossier, ROUND)) - before
        assert len(fresh) == 1
        assert only(desk).participants == tuple(fresh)
        assert respondents(desk.dossier, ROUND)[next(iter(fresh))].role == "theme_lead"


async def test_who_is_in_an_interview_already_comes_last(tmp_path: Path) -> None:
    async with at_desk(tmp_path, interviews_planning_door, f"{ROUND}/G01", fill=planned) as desk:
        await desk.press("escape", "n")
        codes = list(respondents(desk.dossier, ROUND))
        assert desk.text.index(codes[1]) < desk.text.rindex(codes[0])


async def test_a_day_that_was_typed_is_shown_whole(tmp_path: Path) -> None:
    async with at_desk(tmp_path, interviews_planning_door, f"{ROUND}/G01", fill=planned) as desk:
        await (await desk.to("when")).type("10-07-2041")
        assert " 10-07-2041 " in desk.text, "also while the cursor stands behind it"
        await desk.press("tab")
        await desk.kept()
        assert " 10-07-2041 " in desk.text


async def test_no_interview_begins_over_a_day_that_is_none(tmp_path: Path) -> None:
    async with at_desk(tmp_path, interviews_planning_door, f"{ROUND}/G01", fill=planned) as desk:
        await (await desk.to("when")).type("10-7")
        await desk.press("f4")
        assert "Nog een keer f4 laat" in desk.text
        assert "te plannen" in desk.place, "the form is still there"
        await desk.press("f4")
        await desk.kept()
        assert "Kennismaking" in desk.place
        assert "NIET BEWAARD" not in desk.place, "nobody sees that at the table"


async def test_the_heading_above_the_cursor_is_in_sight(tmp_path: Path) -> None:
    def fill(dossier: Dossier) -> None:
        a_round(dossier)
        for _number in range(12):
            add_respondent(dossier, ROUND, role="alderman", municipalities=("emmen",))
        plan_the_rest(dossier, ROUND)

    async with at_desk(tmp_path, interviews_planning_door, size=(80, 12), fill=fill) as desk:
        assert "te plannen (12)" in desk.text
        await desk.press("end")
        assert "te plannen (12)" not in desk.text
        await desk.press(*["up"] * 11)
        assert "▸ G01" in desk.text
        assert "te plannen (12)" in desk.text, "with the first of them its heading is back"


async def test_nothing_found_is_said_and_a_new_person_is_always_offered(tmp_path: Path) -> None:
    async with at_desk(tmp_path, interviews_planning_door, fill=planned) as desk:
        await desk.press("n")
        await desk.type("wijkregisseur")
        assert "nieuwe persoon" in desk.text
        await desk.press("enter")
        await desk.type("wijkregisseur")
        assert "andere rol" in desk.text, "a role that is not in the list is another one"
        await desk.press("escape", "enter", "enter")
        await desk.type("zzz")
        assert "Niets met deze woorden" in desk.text


async def test_the_key_that_opens_opens_the_interview_that_was_just_made(tmp_path: Path) -> None:
    def fill(dossier: Dossier) -> None:
        planned(dossier)
        set_state(dossier, ROUND, "G01", "held", date="2041-05-10")

    async with at_desk(tmp_path, interviews_planning_door, fill=fill) as desk:
        await desk.press("n", "enter", "escape")
        assert any(line.startswith("▸ G02") for line in desk.text.splitlines())
        await desk.press("down", "down", "a")
        assert any(line.startswith("▸ G03") for line in desk.text.splitlines()), "the first that was made"
        await desk.press("enter")
        assert "G03" in desk.place


async def test_a_withdrawal_is_found_on_the_board(tmp_path: Path) -> None:
    async with at_desk(tmp_path, interviews_planning_door, fill=planned) as desk:
        await desk.press("ctrl+p")
        await desk.type("intrek")
        await desk.press("enter")
        await desk.kept()
        assert "Intrekken · G01" in desk.place


async def test_another_number_on_the_screen(tmp_path: Path) -> None:
    """h says what goes along; after yes the row has its new number, and no step back goes behind it."""

    def fill(dossier: Dossier) -> None:
        planned(dossier)
        dossier.save(Answer(text="Dat gaat goed."), f"{ROUND}/G01/A1/-/all")

    async with at_desk(tmp_path, interviews_planning_door, fill=fill) as desk:
        await desk.press("a")  # a step that could be taken back
        desk.app.screen.query_one(PickList).go_to("G01")
        await desk.press("h")
        assert "G01 krijgt het nummer G04" in desk.text
        await desk.press("n")
        assert "G01" in interviews(desk.dossier, ROUND)
        await desk.press("h", "j")
        await desk.kept()
        after = ["G02", "G03", "G04"]
        assert list(interviews(desk.dossier, ROUND)) == after
        assert desk.dossier.value(Answer, f"{ROUND}/G04/A1/-/all") == Answer(text="Dat gaat goed.")
        assert "G04" in desk.text
        await desk.press("u")
        assert list(interviews(desk.dossier, ROUND)) == after
