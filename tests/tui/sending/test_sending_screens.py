"""The screens of what goes out, by key, on the example dossier."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from boce_tui.cycle.versions.log import exports
from boce_tui.domain.analysis import ChapterText
from boce_tui.domain.sending import Success
from boce_tui.env import Env
from boce_tui.store import Dossier
from boce_tui.tui.app import BoceApp
from boce_tui.tui.doors import open_door
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.sending import sending_door, success_door
from boce_tui.tui.widgets.line_area import LineArea
from tests.decided import ROUND, decided_env
from tests.example import example_env
from tests.tui.helpers import check_golden, make_app, press, shown, type_in


@pytest.fixture
def env(tmp_path: Path) -> Env:
    return example_env(tmp_path)


def start(app: BoceApp) -> BoceScreen:
    app.round_id = ROUND
    return sending_door(app)


async def make(pilot: Pilot[int], target: Path) -> None:
    """Answer where it goes."""
    line = pilot.app.screen.query_one(LineArea)
    line.load("")
    await type_in(pilot, str(target))
    await press(pilot, "enter")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=["60x20", "80x24", "120x40"])
async def test_looks(env: Env, size: tuple[int, int]) -> None:
    name = f"{size[0]}x{size[1]}"
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, start, dossier)
        async with app.run_test(size=size) as pilot:
            await press(pilot)
            check_golden(f"sending-{name}", app)
            await press(pilot, "down", "enter")
            await press(pilot, "down")
            check_golden(f"sending-read-{name}", app)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
async def test_successes_look(env: Env, size: tuple[int, int]) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, start, dossier)
        async with app.run_test(size=size) as pilot:
            await press(pilot)
            await press(pilot, "s")
            check_golden(f"successes-{size[0]}x{size[1]}", app)


async def test_from_what_is_missing_to_its_place_and_back(env: Env) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        dossier.delete(ChapterText, f"{ROUND}/summary.outcome")
        app = make_app(env, start, dossier)
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot)
            await press(pilot, "down")
            assert "De uitkomst in het kort is nog niet geschreven." in shown(app)
            await press(pilot, "e", "down", "enter")
            assert "Samenvatting voor de raden: de uitkomst in het kort" in shown(app)
            assert "{besluitdatum}" in shown(app)
            await type_in(pilot, "Het gaat goed.")
            await press(pilot, "escape")
            assert dossier.value(ChapterText, f"{ROUND}/summary.outcome") == ChapterText(
                text="Het gaat goed."
            )
            assert "De uitkomst in het kort is nog niet geschreven." not in shown(app)


async def test_an_incomplete_document_is_not_written_a_draft_is(env: Env, tmp_path: Path) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, start, dossier)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot)
            await press(pilot, "m")
            assert "Nog niet: er ontbreken" in shown(app)
            await press(pilot, "c")
            await press(pilot, "m")
            await make(pilot, tmp_path / "brief.md")
            assert "**Onvoltooid concept.**" in (tmp_path / "brief.md").read_text(encoding="utf-8")
            await press(pilot, "x")
            assert "brief aan de raden" in shown(app)
        entry = exports(dossier, ROUND)[0].value
        assert entry is not None
        assert (entry.document, entry.audience) == ("letter", "councils")


async def test_a_draft_that_names_somebody_is_not_written(env: Env) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        dossier.save(ChapterText(text="Zoals R07 zei."), f"{ROUND}/letter.decision")
        app = make_app(env, start, dossier)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot)
            await press(pilot, "c")
            assert "tegengehouden om privacy" in shown(app)
            await press(pilot, "m")
            assert "Nog niet: tegengehouden om privacy" in shown(app)
        assert exports(dossier, ROUND) == []


async def test_all_four_are_written_when_the_year_is_over(tmp_path: Path) -> None:
    env = decided_env(tmp_path)
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, start, dossier)
        async with app.run_test(size=(100, 30)) as pilot:
            await press(pilot)
            for number, name in enumerate(("letter", "summary", "feedback", "report")):
                await press(pilot, "m")
                await make(pilot, tmp_path / f"{number}-{name}.md")
                await press(pilot, "down")
        assert [one.value.document for one in reversed(exports(dossier, ROUND)) if one.value] == [
            "letter",
            "summary",
            "feedback",
            "report_decided",
        ]
        assert "### 5.6" in (tmp_path / "3-report.md").read_text(encoding="utf-8")


async def test_the_letter_for_one_municipality(tmp_path: Path) -> None:
    env = decided_env(tmp_path)
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, start, dossier)
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot)
            await press(pilot, "g")
            assert "Brieven en samenvatting · Borger-Odoorn" in shown(app)
            await press(pilot, "enter")
            assert "de gemeenteraad van Borger-Odoorn" in shown(app)


async def test_a_success_is_written_with_its_finding(env: Env) -> None:
    def list_of(app: BoceApp) -> BoceScreen:
        app.round_id = ROUND
        return success_door(app)

    with Dossier.open(env.data_dir, env) as dossier:
        before = set(dossier.values(Success))
        app = make_app(env, list_of, dossier)
        async with app.run_test(size=(100, 30)) as pilot:
            await press(pilot)
            await press(pilot, "n")
            await type_in(pilot, "Wij bellen [b]elkaar[/b].")
            await press(pilot, "escape")
            (key,) = set(dossier.values(Success)) - before
            assert "nog geen bevinding: + koppelt er een" in shown(app)
            await press(pilot, "plus")
            await type_in(pilot, "prettig")
            await press(pilot, "enter", "escape")
            value = dossier.value(Success, key)
            assert value is not None
            assert value.text == "Wij bellen [b]elkaar[/b]."
            assert value.findings == (f"{ROUND}/B08",)
            assert "Wij bellen [b]elkaar[/b]." in shown(app)
            await press(pilot, "delete")
            assert dossier.value(Success, key) is None
            await press(pilot, "u")
            assert dossier.value(Success, key) == value


async def test_a_success_is_found_by_its_words(env: Env) -> None:
    from boce_tui.cycle.searching import search

    with Dossier.open(env.data_dir, env) as dossier:
        found = search(dossier, ROUND, "vergunningprocedure gemeentegrens")
        assert (Success.entity, f"{ROUND}/S3") in [(one.entity, one.key) for one in found]


async def test_doors_lead_here(env: Env) -> None:
    def home(app: BoceApp) -> BoceScreen:
        app.round_id = ROUND
        return success_door(app)

    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, home, dossier)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot)
            open_door(app, "sending")
            await press(pilot)
            assert "Brieven en samenvatting" in shown(app)
            open_door(app, "chapter_text", f"{ROUND}/letter.meeting")
            await press(pilot)
            assert "tijd en plaats van de bijeenkomst" in shown(app)
