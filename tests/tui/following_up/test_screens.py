"""The screens of following up, by key, on the example dossier."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec
import pytest
from textual.pilot import Pilot

from boce_tui.cycle.following_up.meetings import hold
from boce_tui.domain.base import Entity
from boce_tui.domain.exporting import ExportEntry
from boce_tui.domain.kept_figures import KeptFigure
from boce_tui.domain.meetings import Meeting, Scan
from boce_tui.domain.recommendation import ActionItem, FollowUp
from boce_tui.domain.round import Round
from boce_tui.env import Env
from boce_tui.store import Dossier
from boce_tui.tui.app import BoceApp
from boce_tui.tui.doors import open_door
from boce_tui.tui.home.dashboard import DashboardScreen
from tests.example import example_env
from tests.support import run_cli
from tests.tui.helpers import check_golden, make_app, shown

T = TypeVar("T", bound=Entity)
HOSTILE = "[red]rood[/red] [/x] [@click=app.quit]klik[/] \x1b[31m"


@dataclass
class At:
    """The app at a screen."""

    app: BoceApp
    pilot: Pilot[int]
    dossier: Dossier

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
        await self.pilot.pause()
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        names = {" ": "space", "-": "minus", ".": "full_stop"}
        await self.press(*(names.get(char, char) for char in text))

    @property
    def text(self) -> str:
        return shown(self.app)


@asynccontextmanager
async def at(
    env: Env, target: str, key: str = "", size: tuple[int, int] = (80, 24), round_id: str = "2041"
) -> AsyncIterator[At]:
    with Dossier.open(env.data_dir, env) as dossier:

        def start(app: BoceApp) -> DashboardScreen:
            app.round_id = round_id
            return DashboardScreen()

        app = make_app(env, start, dossier)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            if target:
                open_door(app, target, key)
            await pilot.pause()
            yield At(app, pilot, dossier)


def first(dossier: Dossier, kind: type[T], prefix: str) -> T | None:
    """What was made here, whatever its number; another laptop gives other ones."""
    return next(iter(dossier.values(kind, prefix).values()), None)


def made_here(dossier: Dossier) -> Meeting | None:
    """The meeting that is not in the example."""
    return next((one for one in dossier.values(Meeting, "2041/").values() if one.title == "Overleg"), None)


@pytest.fixture
def env(tmp_path: Path) -> Env:
    return example_env(tmp_path)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
@pytest.mark.parametrize("target", ["follow_up", "actions", "meetings", "scans", "years"])
async def test_looks(env: Env, target: str, size: tuple[int, int]) -> None:
    async with at(env, target, size=size) as here:
        check_golden(f"following-{target}-{size[0]}x{size[1]}", here.app)


@pytest.mark.parametrize(
    ("target", "key"), [("action_item", "2021/2c/a1"), ("meeting", "2041/V04"), ("scan", "2021/2e")]
)
async def test_forms_look(env: Env, target: str, key: str) -> None:
    async with at(env, target, key) as here:
        check_golden(f"following-form-{target}-80x24", here.app)


async def test_my_actions_of_one_body_and_only_what_is_late(env: Env) -> None:
    async with at(env, "actions", size=(120, 40)) as here:
        assert "De griffiers vragen" in here.text
        await here.press("b")
        await here.type("regisseur")
        await here.press("enter")
        assert "Acties · Programmaregisseur" in here.text
        assert "Per thema één bladzijde" not in here.text
        await here.press("t")
        assert "Voor Omgevingswet een planning maken" in here.text
        assert "De griffiers vragen" not in here.text
        await here.press("t", "b")
        await here.type("iedereen")
        await here.press("enter")
        assert "Per thema één bladzijde" in here.text


async def test_an_action_is_agreed_changed_done_and_taken_back(env: Env) -> None:
    async with at(env, "follow_up", "2021/3e", size=(120, 40)) as here:
        await here.press("n")
        made = first(here.dossier, ActionItem, "2021/3e/")
        assert made is not None
        assert (made.owner, made.state) == ("steering_group", "open")
        await here.press("end")
        await here.type(" in september")
        await here.press("escape")
        made = first(here.dossier, ActionItem, "2021/3e/")
        assert made is not None
        assert made.text.endswith("evaluatie. in september")
        await here.press("a")
        await here.press("slash")
        await here.type("3e")
        await here.press("enter", "s")
        assert "3  klaar" in here.text, "the same numbers as in the form"
        await here.press("3")
        made = first(here.dossier, ActionItem, "2021/3e/")
        assert made is not None
        assert (made.state, made.finished) == ("done", "2041-07-02")
        await here.press("u")
        made = first(here.dossier, ActionItem, "2021/3e/")
        assert made is not None
        assert made.state == "open"


async def test_a_line_without_an_action_makes_one(env: Env) -> None:
    async with at(env, "actions") as here:
        await here.press("home", "enter")
        assert "Actie bij 2021-1a" in here.text
        assert first(here.dossier, ActionItem, "2021/1a/") is not None
        await here.press("escape", "x")
        assert first(here.dossier, ActionItem, "2021/1a/") is None
        await here.press("u")
        assert first(here.dossier, ActionItem, "2021/1a/") is not None


async def test_the_list_is_written_and_logged(env: Env, tmp_path: Path) -> None:
    async with at(env, "actions", "overdue") as here:
        await here.press("m")
        target = tmp_path / "lijst.md"
        field = here.app.screen.query("LineArea").first()
        field.load_text(str(target))  # type: ignore[attr-defined]
        await here.press("enter")
        assert target.read_text(encoding="utf-8").startswith("# Te laat: Evaluatie 2041")
    assert "opvolgingslijst" in run_cli("versions log", env).ok().out


async def test_said_to_happen_without_evidence_is_marked(env: Env) -> None:
    async with at(env, "follow_up", size=(120, 40)) as here:
        found = here.dossier.value(FollowUp, "2021/1a")
        assert found is not None
        here.dossier.save(msgspec.structs.replace(found, source=""), "2021/1a")
    async with at(env, "follow_up", size=(120, 40)) as here:
        assert "! uitgevoerd" in here.text
        assert "Er is nog niets genoemd waaruit dat blijkt." in here.text


async def test_the_meetings_go_to_a_calendar_file(env: Env, tmp_path: Path) -> None:
    from icalendar import Calendar

    target = tmp_path / "agenda.ics"
    async with at(env, "meetings") as here:
        await here.press("m", "down", "enter")
        assert "vergaderingen-2041.ics" in here.text
        assert "Outlook" in here.text
        await here.type(str(target))
        await here.press("enter")
        log = [one.document for one in here.dossier.values(ExportEntry, "2041/").values()]
    assert log == ["calendar"]
    found = {str(one["summary"]): one for one in Calendar.from_ical(target.read_bytes()).walk("VEVENT")}
    assert str(found["Stuurgroep voor de zomer"]["status"]) == "CANCELLED"
    assert "17-10-2041" in str(found["Gezamenlijke radenbijeenkomst"]["description"])


async def test_a_meeting_is_planned_moved_cancelled_and_held(env: Env) -> None:
    async with at(env, "meetings", size=(120, 40)) as here:
        await here.press("n")
        await here.type("Overleg")
        await here.press("enter", "escape")
        await here.press("v")
        await here.type("1-9-2041")
        await here.press("enter", "enter")
        await here.press("v")
        await here.type("8-9-2041")
        await here.press("enter")
        await here.type("zaal bezet")
        await here.press("enter")
        made = made_here(here.dossier)
        assert made is not None
        assert (made.date, made.first_date, made.moved[0].reason) == (
            "2041-09-08",
            "2041-09-01",
            "zaal bezet",
        )
        assert "verplaatst, was 01-09-2041" in here.text
        await here.press("h")
        assert made_here(here.dossier).status == "held"  # type: ignore[union-attr]
        await here.press("h", "c")
        await here.type("raden")
        await here.press("enter", "enter")
        made = made_here(here.dossier)
        assert made is not None
        assert (made.status, made.replaced_by) == ("cancelled", "V04")
        await here.press("u")
        assert made_here(here.dossier).status == "moved"  # type: ignore[union-attr]


@pytest.mark.parametrize("held", [True, False])
async def test_what_was_held_comes_in_place_of_nothing(env: Env, held: bool) -> None:
    async with at(env, "meetings", size=(120, 40)) as here:
        if held:
            hold(here.dossier, "2041", "V04")
        await here.press("n")
        await here.type("Overleg")
        await here.press("enter", "escape", "c")
        assert "Wat komt er in plaats van Overleg?" in here.text
        await here.type("raden")
        await here.press("enter", "enter")
        made = made_here(here.dossier)
        assert made is not None
        assert made.replaced_by == ("" if held else "V04")


async def test_a_date_that_is_none_is_asked_again(env: Env) -> None:
    async with at(env, "meetings") as here:
        await here.press("end", "v")
        await here.type("ooit")
        await here.press("enter")
        assert "Typ een datum" in here.text
        await here.press("end", "ctrl+u")
        await here.type("10-7")
        await here.press("enter")
        assert "Het jaar ontbreekt. Typ het erbij" in here.text
        await here.press("escape")
        assert here.dossier.value(Meeting, "2041/V04").date == "2041-10-31"  # type: ignore[union-attr]


async def test_the_scan_is_filled_in_by_key(env: Env) -> None:
    async with at(env, "scan", "2021/3a") as here:
        await here.press("1")
        await here.press("tab")
        await here.type("Nota")
        await here.press("escape")
        found = here.dossier.value(Scan, "2021/3a")
        assert found is not None
        assert (found.adopted.answer, found.adopted.evidence) == ("yes", "Nota")
    async with at(env, "scans", size=(120, 40)) as here:
        assert "3 van 17 compleet, 14 aan de beurt" in here.text
        assert "ja · – · –" in here.text


async def test_two_years_also_what_is_not_compared(env: Env) -> None:
    async with at(env, "years", size=(120, 40)) as here:
        assert "2,8 → 3,4" in here.text
        # Three more people answered E3: what those said would follow from the two means.
        line = next(line for line in here.text.splitlines() if "E3" in line)
        assert "→" not in line
        assert "E8" not in here.text
        await here.press("a", "slash")
        await here.type("raad, en hoe")
        await here.press("enter")
        assert "niet van beide jaren cijfers" in here.text
    with Dossier.open(env.data_dir, env) as dossier:
        for item in dossier.all(KeptFigure):
            dossier.delete(KeptFigure, item.key)
    async with at(env, "years") as here:
        assert "Er is geen vraag die te vergelijken is." in here.text
    async with at(env, "years", round_id="2021") as here:
        assert "is er geen ronde om mee te vergelijken" in here.text


async def test_the_dashboard_says_what_is_late_and_is_a_door_to_it(env: Env) -> None:
    async with at(env, "", size=(120, 40)) as here:
        (late,) = re.findall(r"(\d+) acties zijn te laat", here.text)
        assert "De scan van 14 aanbevelingen is aan de beurt" in here.text
        await here.press("tab", "down", "enter")
        assert "Acties · alleen wat te laat is" in here.text
        assert f"{late} te laat" in here.text


async def test_the_next_round_begins_on_the_dashboard_when_this_one_is_final(env: Env) -> None:
    async with at(env, "", size=(120, 40)) as here:
        await here.press("n")
        assert "De volgende ronde beginnen" not in here.text
        assert set(here.dossier.values(Round)) == {"2021", "2041"}
    with Dossier.open(env.data_dir, env) as dossier:
        round_ = dossier.value(Round, "2041")
        assert round_ is not None
        dossier.save(msgspec.structs.replace(round_, status="final", version="1.0"), "2041")
    async with at(env, "", size=(120, 40)) as here:
        assert "De volgende ronde beginnen" in here.text
        await here.press("n")
        assert "Nieuwe ronde" in here.text
        await here.press("enter")
        made = here.dossier.value(Round, "2042")
        assert made is not None
        assert made.previous == "2041"
    async with at(env, "", size=(120, 40)) as here:
        assert "De volgende ronde beginnen" not in here.text


async def test_text_of_people_stays_text(env: Env) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        dossier.save(ActionItem(text=HOSTILE, evidence=HOSTILE), "2021/1a/a1")
        dossier.save(Meeting(title=HOSTILE, date="2041-09-01", reason=HOSTILE, note=HOSTILE), "2041/V09")
    for target, key in (
        ("actions", ""), ("action_item", "2021/1a/a1"), ("meetings", ""), ("meeting", "2041/V09"),
        ("follow_up", "2021/1a"), ("", ""),
    ):  # fmt: skip
        async with at(env, target, key, size=(140, 40)) as here:
            assert "\x1b" not in here.text
            if target:
                assert "[red]rood[/red]" in here.text


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
async def test_what_shows_it_is_chosen_from_the_dossier(env: Env, size: tuple[int, int]) -> None:
    async with at(env, "follow_up", "2021/2d", size=size) as here:
        await here.press("l")
        await here.type("stuurgroep na")
        await here.press("enter", "escape")
        found = here.dossier.value(FollowUp, "2021/2d")
        assert found is not None
        assert [(one.kind, one.key) for one in found.shown] == [("meeting", "2041/V03")]
        if size[0] == 80:
            await here.press("enter")
        assert "vergadering: Stuurgroep na de zomer" in here.text
        if size[0] == 80:
            await here.press("escape")
        await here.press("l", "enter", "escape")
        assert here.dossier.value(FollowUp, "2021/2d").shown == ()  # type: ignore[union-attr]


async def test_colleges_that_chose_differently_are_each_named(env: Env) -> None:
    from boce_tui.domain.recommendation import Decision

    with Dossier.open(env.data_dir, env) as dossier:
        for place, choice, day in (
            ("borger_odoorn", "adopt", "2041-09-14"),
            ("coevorden", "reject", "2041-09-21"),
        ):
            said = Decision(kind="decision", municipality=place, choice=choice, date=day, motivation="Dus.")
            dossier.save(said, f"2021/2c/{place}/decision")
    async with at(env, "follow_up", "2021/2c", size=(120, 40)) as here:
        told = " ".join(here.text.split())
        assert "college van Borger-Odoorn: overnemen (14-09-2041)" in told
        assert "college van Coevorden: niet overnemen (21-09-2041)" in told
