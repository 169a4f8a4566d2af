"""The dashboard by keyboard: it always names the next step, and every line is a door."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from boce_tui.cycle.planning import (
    add_evaluator,
    add_interview,
    add_respondent,
    create_round,
    plan_the_rest,
    set_state,
    update_round,
)
from boce_tui.domain.analysis import Finding
from boce_tui.domain.round import Round
from boce_tui.store import Dossier
from boce_tui.tui.home.dashboard import DashboardScreen
from tests.tui.helpers import check_golden
from tests.tui.planning.desk import ROUND, Desk, a_round, at_desk, with_people

ASSIGNED = {"reason": "Het is tijd.", "assignment": "Kijk terug.", "focus_themes": ("accessibility",)}


def first_task(desk: Desk) -> str:
    screen = desk.app.screen
    assert isinstance(screen, DashboardScreen)
    return screen._tasks.tasks[0].text


def everyone(dossier: Dossier) -> None:
    """Somebody of each group in every municipality, involved in the focus theme."""
    for place in ("borger_odoorn", "coevorden", "emmen"):
        for role in ("alderman", "theme_lead"):
            add_respondent(dossier, ROUND, role=role, municipalities=(place,), themes={"accessibility": 2})


async def test_the_next_step_is_named_all_along_the_road(tmp_path: Path) -> None:
    async with at_desk(tmp_path, fill=a_round) as desk:
        dossier = desk.dossier
        screen = desk.app.screen
        assert isinstance(screen, DashboardScreen)

        def next_step() -> str:
            screen.show()
            return first_task(desk)

        assert next_step() == "Vul de opdracht in: aanleiding, opdracht, focusthema's"
        update_round(dossier, ROUND, **ASSIGNED)
        assert next_step() == "Zet de gesprekspartners op de lijst"
        everyone(dossier)
        assert next_step() == "Voeg toe wie de gesprekken houden"
        add_evaluator(dossier, ROUND)
        assert next_step() == "6 gesprekspartners nog zonder gesprek"
        plan_the_rest(dossier, ROUND)
        assert next_step().startswith("Het eerste gesprek: G01")
        set_state(dossier, ROUND, "G03", "planned", date="2041-05-20")
        assert next_step().startswith("Het eerste gesprek: G03")
        assert next_step().endswith("op 20-05-2041")
        for number in range(1, 7):
            set_state(dossier, ROUND, f"G0{number}", "held", date="2041-05-11")
        assert next_step() == "Lees de antwoorden terug en schrijf de eerste bevinding"
        dossier.save(Finding(text="Het kan beter."), f"{ROUND}/B1")
        screen.show()
        assert "Schrijf de eerste deelconclusie" in [task.text for task in screen._tasks.tasks]


async def test_every_task_is_a_door(tmp_path: Path) -> None:
    def fill(dossier: Dossier) -> None:
        with_people(dossier)
        update_round(dossier, ROUND, **ASSIGNED)

    async with at_desk(tmp_path, fill=fill) as desk:
        screen = desk.app.screen
        assert isinstance(screen, DashboardScreen)
        await desk.press("tab")
        for index in range(len(screen._tasks.tasks)):
            await desk.press("home", *["down"] * index, "enter")
            assert desk.app.screen is not screen, screen._tasks.tasks[index]
            await desk.press("escape")
            assert desk.app.screen is screen
            assert screen._tasks.has_focus, "one comes back to the same list"
            assert screen._tasks.cursor == index, "one comes back to the same line"


async def test_every_step_is_a_door(tmp_path: Path) -> None:
    async with at_desk(tmp_path, fill=with_people) as desk:
        screen = desk.app.screen
        assert isinstance(screen, DashboardScreen)
        for index in range(len(screen._steps.steps)):
            await desk.press("home", *["down"] * index, "enter")
            assert desk.app.screen is not screen, screen._steps.steps[index]
            await desk.press("escape")
            assert (desk.app.screen, screen._steps.cursor) == (screen, index)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("g", "Gesprekken"), ("p", "Gesprekken plannen"), ("t", "Thema's en ambities"), ("d", "Documenten"),
        ("i", "Instellingen"), ("slash", "Alles doorzoeken"),
    ],
)  # fmt: skip
async def test_keys_lead_to_the_other_places(tmp_path: Path, key: str, words: str) -> None:
    async with at_desk(tmp_path, fill=with_people) as desk:
        await desk.press(key)
        assert words in desk.place


async def test_empty_places_in_the_coverage_are_marked_before_the_start(tmp_path: Path) -> None:
    def fill(dossier: Dossier) -> None:
        with_people(dossier)
        update_round(dossier, ROUND, **ASSIGNED)

    async with at_desk(tmp_path, fill=fill) as desk:
        check_golden("home-80x24", desk.app)
        line = next(line for line in desk.text.splitlines() if "bestuurders" in line)
        assert line.split("bestuurders")[1].split() == ["1", "!", "!", "1", "!"]
        assert "Dekking: op" in desk.text


@pytest.mark.parametrize("size", [(120, 40), (60, 20)])
async def test_other_sizes(tmp_path: Path, size: tuple[int, int]) -> None:
    def fill(dossier: Dossier) -> None:
        with_people(dossier)
        update_round(dossier, ROUND, **ASSIGNED)

    async with at_desk(tmp_path, fill=fill, size=size) as desk:
        check_golden(f"home-{size[0]}x{size[1]}", desk.app)


async def test_a_long_task_is_readable_to_its_end(tmp_path: Path) -> None:
    async with at_desk(tmp_path, fill=a_round) as desk:
        words = " ".join(desk.text.split())
        assert "er is geen besluit" in words
        assert "…" not in desk.text.split("Dekking")[0]


async def test_another_round_and_hostile_names(tmp_path: Path) -> None:
    def fill(dossier: Dossier) -> None:
        a_round(dossier)
        create_round(dossier, year=2042)
        found = dossier.value(Round, "2042")
        assert found is not None
        dossier.save(msgspec.structs.replace(found, title="[red]Ronde[/] \x1b[31m‮"), "2042")

    async with at_desk(tmp_path, fill=fill) as desk:
        assert "[red]Ronde[/]" in desk.place
        assert "\x1b" not in desk.text
        await desk.press("r")
        await desk.press("2")
        assert "Evaluatie 2041" in desk.place
        await desk.press("r", "3")
        assert "Nieuwe ronde" in desk.place


async def test_an_overdue_interview_stands_first_and_opens_its_planning(tmp_path: Path) -> None:
    def fill(dossier: Dossier) -> None:
        code = with_people(dossier)[0]
        add_interview(dossier, ROUND, participants=(code,))
        set_state(dossier, ROUND, "G01", "planned", date="2041-05-01")

    async with at_desk(tmp_path, fill=fill) as desk:
        assert "stond gepland op 01-05-2041" in first_task(desk)
        await desk.press("tab", "enter")
        assert "G01" in desk.place
        assert "Stand" in desk.text


async def test_text_typed_before_a_crash_is_a_door_to_its_form(tmp_path: Path) -> None:
    from tests.support import make_env

    env = make_env(tmp_path)
    with Dossier.create(env.data_dir, env) as dossier:
        a_round(dossier)
        head = dossier.get(Round, ROUND)
        assert head is not None
        dossier.drafts.open(f"round:{ROUND}:reason", "", head.id).edit(0, 0, "Halve zin")
    async with at_desk(tmp_path, env=env, new=False) as desk:
        assert first_task(desk).startswith("Teruggehaald: 9 tekens bij Evaluatie 2041")
        await desk.press("tab", "enter")
        await desk.kept()
        assert "Halve zin" in desk.text
        await desk.press("escape")
        found: Any = desk.dossier.value(Round, ROUND)
        assert found.reason == "Halve zin"
        assert "Teruggehaald" not in first_task(desk)


async def test_english_in_place(tmp_path: Path) -> None:
    async with at_desk(tmp_path, fill=with_people) as desk:
        await desk.press("f9")
        assert "To do now" in desk.text
        assert "Coverage" in desk.text


async def test_the_palette_offers_to_search_once(tmp_path: Path) -> None:
    async with at_desk(tmp_path, fill=a_round) as desk:
        await desk.pilot.press("ctrl+p", *"doorzoeken")
        await desk.pilot.pause()
        assert desk.text.count("Alles doorzoeken") == 1
