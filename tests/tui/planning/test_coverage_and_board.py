"""The planning board and the coverage, as one uses them before a round begins (R10, R12, R13)."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from boce_tui.cycle.planning import (
    add_evaluator,
    add_interview,
    add_respondent,
    interviews,
    respondents,
    set_state,
    update_interview,
    update_round,
)
from boce_tui.cycle.planning.coverage_matrix import coverage_matrix
from boce_tui.cycle.versions.log import exports
from boce_tui.domain.keys import last
from boce_tui.store import Dossier
from boce_tui.tui.planning import coverage_door, interviews_planning_door, people_door
from tests.support import make_env
from tests.tui.helpers import check_golden
from tests.tui.planning.desk import ROUND, a_round, at_desk

NOW = datetime(2041, 5, 20, 9, 0, tzinfo=UTC)


def spread(dossier: Dossier) -> None:
    """A round on two themes; two people, and an evaluator who works where one of them does."""
    a_round(dossier)
    update_round(dossier, ROUND, focus_themes=("accessibility", "tourism_recreation"))
    add_respondent(dossier, ROUND, role="alderman", municipalities=("emmen",), themes={"accessibility": 3})
    add_respondent(
        dossier, ROUND, role="theme_lead", municipalities=("coevorden",), themes={"accessibility": 2}
    )
    add_evaluator(dossier, ROUND, organisation="emmen", superior_roles=("alderman",))


def boarded(dossier: Dossier) -> None:
    """Two interviews: one planned in the past, one with the own organisation of the evaluator."""
    spread(dossier)
    for code, who in respondents(dossier, ROUND).items():
        key = last(add_interview(dossier, ROUND, participants=(code,), evaluators=("EV1",)).key)
        if who.role == "theme_lead":
            set_state(dossier, ROUND, key, "planned", date="2041-05-12")


async def test_an_empty_cell_says_so_and_leads_to_somebody_new(tmp_path: Path) -> None:
    async with at_desk(tmp_path, coverage_door, fill=spread) as desk:
        assert "! niemand" in desk.text
        assert "10 plekken waar niemand gehoord wordt." in desk.text
        assert "bestuurders, Borger-Odoorn, " in desk.text
        check_golden("coverage-80x24", desk.app)
        await desk.press("enter", "1")
        assert "Wat is de rol van deze persoon?" in desk.text
        await desk.press("enter")
        matrix = coverage_matrix(desk.dossier, ROUND)
        assert len(matrix.gaps) == 9
        new = matrix.spots["executive", "borger_odoorn", matrix.themes[0]].codes
        assert len(new) == 1
        assert new[0] in desk.place
        await desk.press("escape")
        assert "9 plekken waar niemand gehoord wordt." in desk.text


async def test_from_an_empty_cell_to_who_could_be_asked(tmp_path: Path) -> None:
    async with at_desk(tmp_path, coverage_door, fill=spread) as desk:
        people = respondents(desk.dossier, ROUND)
        alderman = next(code for code, who in people.items() if who.role == "alderman")
        lead = next(code for code, who in people.items() if who.role == "theme_lead")
        screen = desk.app.screen
        themes = coverage_matrix(desk.dossier, ROUND).themes
        other = next(theme for theme in themes if theme != "accessibility")
        screen.table.go_to(f"executive/emmen/{other}")  # type: ignore[attr-defined]
        await desk.press("w")
        assert "alleen: bestuurders, " in desk.text
        assert alderman in desk.text
        assert lead not in desk.text
        await desk.press("escape", "space")
        assert "Nog niemand." in desk.text


async def test_a_conflict_of_interest_stands_in_coverage_list_board_and_form(tmp_path: Path) -> None:
    warned = "EV1 werkt bij Emmen"
    async with at_desk(tmp_path, coverage_door, fill=boarded) as desk:
        assert "* er is een mogelijk belangenconflict" in desk.text
        desk.app.screen.table.go_to("executive/emmen/accessibility")  # type: ignore[attr-defined]
        await desk.pilot.pause()
        assert warned in desk.text
        assert "is leidinggevende van EV1" in desk.text
    async with at_desk(tmp_path, people_door, new=False) as desk:
        line = next(line for line in desk.text.splitlines() if "wethouder" in line)
        assert " ! " in line
    async with at_desk(tmp_path, interviews_planning_door, new=False) as desk:
        line = next(line for line in desk.text.splitlines() if "wethouder" in line)
        assert "weeg het belangenconflict" in line
        which = next(i for i, one in interviews(desk.dossier, ROUND).items() if one.state == "to_plan")
        update_interview(desk.dossier, ROUND, which, conflict="EV2 voert het gesprek.")
        desk.app.screen.show()  # type: ignore[attr-defined]
        await desk.pilot.pause()
        line = next(line for line in desk.text.splitlines() if "wethouder" in line)
        assert " ! " in line, "the flag stays"
        assert "stuur de uitnodiging" in line
    async with at_desk(tmp_path, interviews_planning_door, f"{ROUND}/{which}", new=False) as desk:
        assert warned in desk.text


async def test_the_board_has_states_with_counts_and_what_is_next(tmp_path: Path) -> None:
    env = make_env(tmp_path, now=NOW)
    async with at_desk(tmp_path, interviews_planning_door, fill=boarded, env=env) as desk:
        assert "te plannen (1)" in desk.text
        assert "gepland (1)" in desk.text
        assert "was gepland: gehouden?" in desk.text
        assert "wethouder" in desk.text
        await desk.press("up", "enter")
        assert "alleen: te plannen" in desk.text
        assert "gepland (1)" not in desk.text
        await desk.press("enter")
        assert "gepland (1)" in desk.text


async def test_one_key_brings_an_interview_on_and_planned_asks_its_day(tmp_path: Path) -> None:
    async with at_desk(tmp_path, interviews_planning_door, fill=boarded) as desk:
        which = next(i for i, one in interviews(desk.dossier, ROUND).items() if one.state == "to_plan")
        await desk.press("v", "v", "v")
        assert interviews(desk.dossier, ROUND)[which].state == "agreed"
        assert f"Op welke dag is {which}?" in desk.text
        await desk.type("21-5-2041")
        await desk.press("enter")
        assert interviews(desk.dossier, ROUND)[which].state == "planned"
        await desk.press("u")
        assert interviews(desk.dossier, ROUND)[which].state == "agreed"


async def test_from_the_board_to_a_file(tmp_path: Path) -> None:
    async with at_desk(tmp_path, interviews_planning_door, fill=boarded) as desk:
        await desk.press("o", "3")
        assert "Waar gaat het heen?" in desk.text
        await desk.clear()
        await desk.type(str(tmp_path / "agenda.ics"))
        await desk.press("enter")
    assert (tmp_path / "agenda.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def test_coverage_never_leaves_in_an_export(tmp_path: Path) -> None:
    from boce_tui.cycle.exchanging import export_cycle

    env = make_env(tmp_path)
    with Dossier.create(env.data_dir, env) as dossier:
        spread(dossier)
        words = json.dumps(json.loads(export_cycle(dossier, ROUND))).lower()
    assert "coverage" not in words
    assert "gaps" not in words


@pytest.mark.parametrize(("down", "kind"), [(0, "invitation"), (1, "questions")])
async def test_what_an_interviewee_gets_is_written_and_noted(tmp_path: Path, down: int, kind: str) -> None:
    target = tmp_path / "brief.md"
    async with at_desk(tmp_path, interviews_planning_door, fill=boarded) as desk:
        await desk.press("o", *(["down"] * down), "enter")
        assert "Waar gaat het heen?" in desk.text
        await desk.clear()
        await desk.type(str(target))
        await desk.press("enter")
        assert target.read_text(encoding="utf-8").startswith("# ")
        (noted,) = [item.value for item in exports(desk.dossier, ROUND) if item.value]
        assert (noted.document, noted.audience) == (kind, "interviewee")
        assert noted.about in interviews(desk.dossier, ROUND)
        assert noted.sha256 == sha256(target.read_bytes()).hexdigest()
