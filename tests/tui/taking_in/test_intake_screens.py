"""Candidate themes on the screen, by key."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from boce_tui.cycle.taking_in.intakes import add_intake, intakes
from boce_tui.cycle.taking_in.judging import judge
from boce_tui.domain.agenda import Theme
from boce_tui.domain.exporting import ExportEntry
from boce_tui.domain.intake import AvailableHours, Intake
from boce_tui.env import Env
from boce_tui.store import Dossier
from boce_tui.tui.app import BoceApp
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.taking_in import hours_door, intakes_door
from tests.cycle.taking_in.complete import put
from tests.example import example_env
from tests.tui.helpers import check_golden, make_app, shown

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
KEYS = {"/": "slash", ".": "full_stop", "-": "minus", "_": "underscore", " ": "space"}


@pytest.fixture
def env(tmp_path: Path) -> Env:
    return example_env(tmp_path)


def at(key: str = "", door: Callable[[BoceApp, str], BoceScreen] = intakes_door) -> Callable[..., BoceScreen]:
    def start(app: BoceApp) -> BoceScreen:
        app.round_id = "2041"
        return door(app, key)

    return start


def titled(dossier: Dossier, title: str) -> Intake:
    """A candidate by its name; its number depends on the laptop."""
    return next(one for one in intakes(dossier, "2041").values() if one.title == title)


async def press(pilot: Pilot[int], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def type_in(pilot: Pilot[int], text: str) -> None:
    await press(pilot, *(KEYS.get(char, char) for char in text))


@SIZES
async def test_looks(env: Env, size: tuple[int, int]) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, at(), dossier)
        async with app.run_test(size=size) as pilot:
            await press(pilot)
            name = f"{size[0]}x{size[1]}"
            check_golden(f"intakes-{name}", app)
            await press(pilot, "down", "enter", "f2", "down")
            check_golden(f"intake-support-{name}", app)
            await press(pilot, *["down"] * 6)
            check_golden(f"intake-planning-{name}", app)


async def test_from_the_list_a_new_one_is_filled_in_and_the_advice_follows(env: Env) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, at(), dossier)
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "n")
            await type_in(pilot, "Sport")
            await press(pilot, "enter")
            assert re.search(r"T\d+ Sport", shown(app))
            assert "aanhouden" in shown(app)
            await type_in(pilot, "Zwembaden delen")  # the cursor stands in the first text
            await press(pilot, "ctrl+n")
            await press(pilot, "1", "right", "right")  # executive support in the first municipality
            found = titled(dossier, "Sport")
            assert found is not None
            assert found.text("T1") == "Zwembaden delen"
            assert found.cells("D1")["borger_odoorn"]["support"] == "yes"
            await press(pilot, "escape")
            assert "Sport" in shown(app)


async def test_support_that_goes_away_changes_the_advice_at_once_and_u_brings_it_back(env: Env) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, at("2041/T01"), dossier)
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "ctrl+n")
            assert "opnemen" in shown(app)
            await press(pilot, "down", "3")
            assert judge(dossier, "2041/T01").facts.refusals == (("coevorden", "executive"),)
            assert "alleen kennis delen" in shown(app)
            assert "geen draagvlak" in shown(app)
            await press(pilot, "f2", "u")
            assert judge(dossier, "2041/T01").facts.refusals == ()
            assert "alleen kennis delen" not in shown(app)


async def test_an_incomplete_one_cannot_be_included(env: Env) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        key = add_intake(dossier, "2041", "Sport").key
        app = make_app(env, at(key), dossier)
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "f2", *["down"] * 9, "enter")
            assert "Wat is er besloten?" in shown(app)
            await press(pilot, "1")
            assert "niet compleet" in shown(app)
            assert judge(dossier, key).decision == ""
            assert "nu: 1 opnemen" not in shown(app)  # what is not kept is not shown as chosen
            await press(pilot, "3")
            assert judge(dossier, key).decision == "reject"
            assert "schrijf op waarom" in shown(app)


def killed_while_typing(env: Env, field: str, text: str) -> Env:
    """The dossier as a killed app leaves it: typed in the draft log, not in a revision."""
    folder = env.data_dir.with_name("killed")
    with Dossier.open(env.data_dir, env) as dossier:
        item = dossier.get(Intake, "2041/T01")
        assert item is not None
        draft = dossier.drafts.open(f"intake:2041/T01:answers.{field}", text, item.id)
        draft.edit(0, len(text), "2041")
        shutil.copytree(env.data_dir, folder)
    return replace(env, data_dir=folder)


@pytest.mark.parametrize(
    ("field", "before", "section"),
    [
        ("O1.text", "Eén gezamenlijk draaiboek en een oefening in het najaar.", 5),
        ("U2.values.value.typed.emmen.q1", "40", 6),
        ("U1.values.value.typed", "2042", 6),
    ],
)
async def test_what_was_typed_when_the_app_was_killed_comes_back(
    env: Env, field: str, before: str, section: int
) -> None:
    env = killed_while_typing(env, field, before)
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, at("2041/T01"), dossier)
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, *["ctrl+n"] * section)
            assert " 2041" in shown(app)
            await press(pilot, "ctrl+n")
        assert not dossier.drafts.recovered()
        found = dossier.value(Intake, "2041/T01")
        assert found is not None
        kept = (found.text("O1"), found.cells("U2")["emmen"]["q1"], found.written("U1"))
        assert "2041" in kept


async def test_hours_there_are_and_over_capacity_is_marked(env: Env) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, at(), dossier)
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "h")
            assert "Beschikbare uren in 2042" in shown(app)
            await press(pilot, "enter")
            await press(pilot, "backspace", "backspace", "1", "0", "enter", "escape")
            there = dossier.value(AvailableHours, "2041/2042")
            assert there is not None
            assert there.cells("A1")["borger_odoorn"]["q1"] == "10"
            assert "q1" in judge(dossier, "2041/T01").hours.over_quarters
            await press(pilot, "enter")
            assert "boven capaciteit: kwartaal 1" in shown(app)


async def test_named_in_interviews_shows_no_code_and_takes_no_words_over(env: Env) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, at(), dossier)
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "b")
            text = shown(app)
            assert "Genoemd in de gesprekken" in text
            assert not any(f"R{number:02d}" in text for number in range(1, 30))
            await press(pilot, "n")
            await type_in(pilot, "Delen van gegevens")
            await press(pilot, "enter")
            assert re.search(r"T\d+ Delen van gegevens", shown(app))
            made = titled(dossier, "Delen van gegevens")
            assert made.from_interviews
            await press(pilot, "escape")
            assert "Kandidaat-thema's" in shown(app)


async def test_the_fiche_and_the_comparison_are_written_and_logged(env: Env, tmp_path: Path) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, at(), dossier)
        async with app.run_test(size=(120, 40)) as pilot:
            for keys, start in ((("m",), "# Kandidaat-thema"), (("enter", "f4"), "# Thema-intake T01")):
                await press(pilot, *keys)
                target = tmp_path / f"uit{len(keys)}.md"
                await type_in(pilot, str(target))
                await press(pilot, "enter")
                assert target.read_text(encoding="utf-8").startswith(start)
            assert [one.value.document for one in dossier.all(ExportEntry) if one.value] == [
                "intakes",
                "intake",
            ]


async def test_what_stops_a_document_is_shown_and_leads_to_the_place(env: Env) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        put(dossier, "2041/T02", "B1.text=")
        app = make_app(env, at(), dossier)
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "m")
            assert "Nog niet klaar" in shown(app)
            assert "wijkt af van het advies" in shown(app)
            await press(pilot, "enter")
            assert "T02 Samen personeel" in shown(app)


async def test_an_included_theme_goes_on_the_agenda_once(env: Env) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, at("2041/T01"), dossier)
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "f3")
            assert "Samen voorbereid op uitval" in [theme.name for theme in dossier.values(Theme).values()]
            before = len(dossier.values(Theme))
            await press(pilot, "f3")
            assert len(dossier.values(Theme)) == before


async def test_the_hours_door_opens_the_year_of_a_key(env: Env) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, at("2041/2043", hours_door), dossier)
        async with app.run_test(size=(60, 20)) as pilot:
            await press(pilot)
            assert "Beschikbare uren in 2043" in shown(app)


@SIZES
async def test_a_host_task_takes_its_steps_in_order(env: Env, size: tuple[int, int]) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, at(), dossier)
        async with app.run_test(size=size) as pilot:
            await press(pilot, "t")
            await type_in(pilot, "Gegevens beheren")
            await press(pilot, "enter")
            assert re.search(r"gastheertaak · T\d+ Gegevens beheren", shown(app))
            assert "niet volledig" in shown(app)
            await press(pilot, "down", "down", "down")
            assert "Wie besluit: Stuurgroep BOCE of Gedelegeerd opdrachtgever" in shown(app)
            await press(pilot, "enter")
            assert 'Eerst komt: "businesscase is klaar"' in shown(app)
            await press(pilot, "home", "enter")
            await type_in(pilot, "1-6-2041")
            await press(pilot, "enter")
            await type_in(pilot, "nota")
            await press(pilot, "enter")
            found = next(one for one in dossier.values(Intake, "2041/").values() if one.host_task)
            assert [(one.step, one.date, one.document) for one in found.route] == [
                ("business_case", "2041-06-01", "nota")
            ]
            assert "01-06-2041" in shown(app)
            await press(pilot, "x")
            found = next(one for one in dossier.values(Intake, "2041/").values() if one.host_task)
            assert found.route == ()
            await press(pilot, "u", "f")
            assert "Volgende stap" in shown(app)
            await press(pilot, "f12")
            assert "deelovereenkomst is getekend" in shown(app)
            await press(pilot, "escape", "escape", "escape")
            assert "businesscase is" in shown(app)
