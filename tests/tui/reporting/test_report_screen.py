"""The report screens, by key, on the example dossier."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec
from textual.pilot import Pilot

from boce_tui.domain.analysis import ChapterText, Finding, SubConclusion
from boce_tui.domain.base import Entity
from boce_tui.domain.checks import SeenWarning
from boce_tui.domain.recommendation import ReportVersion
from boce_tui.domain.reviewing import Remark
from boce_tui.domain.round import Round
from boce_tui.names import Names, find_key
from boce_tui.store import Dossier
from boce_tui.tui import reporting
from boce_tui.tui.app import BoceApp
from boce_tui.tui.widgets.line_area import LineArea
from boce_tui.tui.widgets.note_area import NoteArea
from tests.example import example_env
from tests.tui.helpers import check_golden, make_app, shown

Change = Callable[[Dossier], None]


def changed(kind: type[Entity], key: str, **fields: object) -> Change:
    def change(dossier: Dossier) -> None:
        item = dossier.value(kind, key)
        assert item is not None
        dossier.save(msgspec.structs.replace(item, **fields), key)

    return change


@asynccontextmanager
async def report(
    tmp_path: Path, change: Change | None = None, size: tuple[int, int] = (120, 40), door: str = "report_door"
) -> AsyncIterator[tuple[BoceApp, Pilot[int]]]:
    env = example_env(tmp_path)
    with Dossier.open(env.data_dir, env) as dossier:
        if change:
            change(dossier)

        def start(app: BoceApp) -> object:
            app.round_id = "2041"
            return getattr(reporting, door)(app, "")

        app = make_app(env, start, dossier)  # type: ignore[arg-type]
        async with app.run_test(size=size) as pilot:
            await made(app, pilot)
            yield app, pilot


async def made(app: BoceApp, pilot: Pilot[int]) -> None:
    """Wait until the report has been compiled."""
    for _turn in range(4):  # a question, its work, the report again
        await pilot.pause()
        await app.workers.wait_for_complete()


async def test_the_first_section_as_its_reader_sees_it(tmp_path: Path) -> None:
    async with report(tmp_path) as (app, pilot):
        check_golden("report-120x40", app)
        await pilot.press("down", "down")
        assert "In februari 2018" in shown(app)


async def test_tabs_at_80_columns(tmp_path: Path) -> None:
    async with report(tmp_path, size=(80, 24)) as (app, pilot):
        check_golden("report-80x24", app)
        screen = app.screen
        await pilot.press("down", "enter")
        await pilot.pause()
        assert "1 Inleiding" in shown(app)
        await pilot.press("f5")
        await pilot.pause()
        assert "▸Controle   f5" in shown(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "▸Stukken" in shown(app)
        assert app.screen is screen, "esc goes back to the list before it leaves the report"
        await pilot.press("down", "n")
        await pilot.pause()
        assert "1.1 Aanleiding · Omgevingswet" in shown(app), "what is said about this one was not read yet"


async def test_a_planted_name_is_found_and_leads_to_its_place(tmp_path: Path, monkeypatch: object) -> None:
    opened: list[tuple[str, str]] = []
    from boce_tui.tui.reporting import report as module

    monkeypatch.setattr(module, "open_door", lambda _app, kind, key: opened.append((kind, key)))  # type: ignore[attr-defined]
    planted = changed(Finding, "2041/B01", text="Volgens Zéphyrin Quaddelmoor kan het anders.")
    async with report(tmp_path, planted) as (app, pilot):
        assert "tegengehouden om privacy" in shown(app)
        await pilot.press("m")
        await pilot.pause()
        assert "Waar gaat het rapport naartoe?" not in shown(app)
        for _attempt in range(30):
            await pilot.press("n")
            await pilot.pause()
            if "P1" in shown(app):
                break
        await pilot.press("e")
        await pilot.pause()
    assert ("finding", "2041/B01") in opened


async def test_it_is_written_where_the_user_says(tmp_path: Path) -> None:
    target = tmp_path / "map met spatie" / "rapport.md"
    target.parent.mkdir()
    async with report(tmp_path) as (app, pilot):
        await pilot.press("m")
        await pilot.pause()
        await pilot.press("end", "ctrl+u")
        for char in str(target):
            await pilot.press("space" if char == " " else "slash" if char == "/" else char)
        await pilot.press("enter")
        await pilot.pause()
        assert "Het document staat in" in shown(app)
    sample = (Path(__file__).parents[3] / "exports/sample/evaluatie-2041-public.md").read_bytes()
    assert target.read_bytes() == sample


async def fill_in(pilot: Pilot[int], text: str) -> None:
    names = {"/": "slash", ".": "full_stop", "-": "minus", "_": "underscore", " ": "space"}
    for char in text:
        await pilot.press(names.get(char, char))
    await pilot.press("enter")
    await pilot.pause()


async def test_a_wrong_place_is_said_in_the_box_and_nothing_is_typed_again(tmp_path: Path) -> None:
    async with report(tmp_path) as (app, pilot):
        await pilot.press("m")
        await pilot.pause()
        line = app.screen.query_one(LineArea)
        assert line.selected_text.endswith("evaluatie-2041-openbaar.md")
        await fill_in(pilot, f"{tmp_path}/nergens/rapport.md")  # typing replaces what was selected
        assert line.text == f"{tmp_path}/nergens/rapport.md"
        assert "Waar gaat het rapport naartoe?" in shown(app)
        assert "bestaat niet" in shown(app)
        (tmp_path / "nergens").mkdir()
        await pilot.press("enter")
        await pilot.pause()
        assert "Het document staat in" in shown(app)
    assert (tmp_path / "nergens/rapport.md").stat().st_size > 1000


async def test_who_does_not_want_to_replace_a_file_comes_back_to_its_name(tmp_path: Path) -> None:
    there = tmp_path / "oud.md"
    there.write_text("oud", encoding="utf-8")
    async with report(tmp_path) as (app, pilot):
        await pilot.press("m")
        await pilot.pause()
        await fill_in(pilot, str(there))
        assert "oud.md vervangen?" in shown(app)
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen.query_one(LineArea).text == str(there)
        assert there.read_text(encoding="utf-8") == "oud"
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("j")
        await pilot.pause()
        assert "Het document staat in" in shown(app)
    assert there.stat().st_size > 1000


async def test_for_the_steering_group_it_shows_evidence_codes(tmp_path: Path) -> None:
    async with report(tmp_path) as (app, pilot):
        await pilot.press("v")
        await made(app, pilot)
        assert "voor de stuurgroep" in shown(app)


async def test_a_hand_written_text_survives_making_the_report_again(tmp_path: Path) -> None:
    async with report(tmp_path) as (app, pilot):
        await pilot.press("w")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        area = app.screen.query_one("#text", NoteArea)
        area.retype("Deze ronde kwam er omdat de raad erom vroeg.")
        await pilot.press("escape")
        await made(app, pilot)
        stored = app.dossier.value(ChapterText, "2041/1.1")
        assert stored is not None
        assert stored.text.startswith("Deze ronde kwam er")
        await pilot.press("down", "down")
        assert "omdat de raad erom vroeg" in shown(app)


async def test_hostile_text_is_only_text(tmp_path: Path) -> None:
    hostile = "\x1b[31m [red]x[/x] [@click=app.quit]y[/] {{ 7*7 }} <script>"
    change = changed(Finding, "2041/B01", text=hostile)
    async with report(tmp_path, change) as (app, pilot):
        for _step in range(18):
            await pilot.press("down")
        await pilot.pause()
        assert "\x1b" not in shown(app)
        assert "[red]x[/x]" in shown(app)


async def to_finding(app: BoceApp, pilot: Pilot[int], rule: str) -> None:
    for _attempt in range(30):
        await pilot.press("n")
        await pilot.pause()
        if rule in shown(app):
            return
    raise AssertionError(f"{rule} was never found")


async def test_a_name_that_does_no_harm_is_marked_and_shown_again(tmp_path: Path) -> None:
    """Wolken in a text are clouds, though somebody is called so."""

    def cloudy(dossier: Dossier) -> None:
        names = Names(dossier.folder)
        names.unlock(find_key(dossier.env, dossier.folder, example=True) or "")
        code, person = next(iter(names.data().people.items()))
        names.put({code: msgspec.structs.replace(person, name="Xaveer Wolken")})
        changed(Finding, "2041/B01", text="Er hangen Wolken boven het dorp.")(dossier)

    async with report(tmp_path, cloudy) as (app, pilot):
        await to_finding(app, pilot, "P2")
        assert "kan geen kwaad" in shown(app)
        await pilot.press("b")
        await made(app, pilot)
        assert "bekeken" in shown(app)
        assert "weer laten zien" in shown(app)
        assert len(app.dossier.values(SeenWarning)) == 1
        await pilot.press("b")
        await made(app, pilot)
        assert "kan geen kwaad" in shown(app)
        assert app.dossier.values(SeenWarning) == {}


async def test_version_1_0_says_first_who_still_waits_for_a_reply(tmp_path: Path) -> None:
    def remarked(dossier: Dossier) -> None:
        for n, reply in enumerate(("", "Aangepast.", " ")):
            dossier.save(Remark(review="2041/X", text="Klopt dit?", reply=reply), f"2041/M{n}")

    async with report(tmp_path, remarked) as (app, pilot):
        before = sum(not one.reply.strip() for one in app.dossier.values(Remark).values())
        await pilot.press("f")
        await pilot.pause()
        assert f"{before} opmerkingen uit de review hebben nog geen antwoord." in shown(app)
        assert "Versie 1.0 definitief maken?" in shown(app), "a warning, no stop"
        assert app.dossier.values(ReportVersion) == {}


async def test_version_1_0_is_made_after_a_question_and_only_once(tmp_path: Path) -> None:
    async with report(tmp_path) as (app, pilot):
        await pilot.press("f")
        await pilot.pause()
        assert "Versie 1.0 definitief maken?" in shown(app)
        await pilot.press("escape")
        await pilot.pause()
        assert app.dossier.values(ReportVersion) == {}
        await pilot.press("f")
        await pilot.pause()
        await pilot.press("down", "enter")
        await made(app, pilot)
        await made(app, pilot)
        assert "Versie 1.0 is definitief" in shown(app)
        round_ = app.dossier.value(Round, "2041")
        assert round_ is not None
        assert (round_.version, round_.status) == ("1.0", "final")
        assert sorted(app.dossier.values(ReportVersion)) == ["2041/1.0/public", "2041/1.0/steering"]
        await pilot.press("f")
        await pilot.pause()
        assert "er is sindsdien niets veranderd" in shown(app)


async def test_what_stops_version_1_0_is_shown(tmp_path: Path) -> None:
    async with report(tmp_path, changed(SubConclusion, "2041/ambitions/general", text="")) as (app, pilot):
        await pilot.press("f")
        await pilot.pause()
        await pilot.press("down", "enter")
        await made(app, pilot)
        assert "Nog niet: 1 punt houdt het tegen" in shown(app)
        round_ = app.dossier.value(Round, "2041")
        assert round_ is not None
        assert round_.status == "draft"
