"""Coming to a filled line by keyboard: a value is typed over, words go on."""

from __future__ import annotations

from pathlib import Path

from boce_tui.cycle.planning import add_interview, interviews, update_interview
from boce_tui.store import Dossier
from boce_tui.tui.planning import interviews_planning_door
from boce_tui.tui.planning.widgets import PairField
from tests.tui.planning.desk import ROUND, at_desk, with_people


def planned(dossier: Dossier) -> None:
    """An interview with a day, a length and a place."""
    add_interview(dossier, ROUND, participants=with_people(dossier)[:1], place="kamer")
    update_interview(dossier, ROUND, "G01", minutes=60, start="09:30")


async def test_typing_after_tab_replaces_a_number_and_a_time_and_goes_on_after_words(tmp_path: Path) -> None:
    async with at_desk(tmp_path, interviews_planning_door, f"{ROUND}/G01", fill=planned) as desk:
        await desk.to("start")
        await desk.type("10:15")
        await desk.press("tab")
        await desk.type("45")
        await desk.press("tab")
        await desk.type(" 2")
        await desk.press("tab")
        await desk.kept()
        found = interviews(desk.dossier, ROUND)["G01"]
        assert (found.start, found.minutes, found.place) == ("10:15", 45, "kamer 2")


async def test_a_click_puts_the_cursor_where_it_is_and_nothing_stays_selected(tmp_path: Path) -> None:
    async with at_desk(tmp_path, interviews_planning_door, f"{ROUND}/G01", fill=planned) as desk:
        line = desk.app.screen.query_one("#field-minutes")
        await desk.pilot.click(line, offset=(1, 0))
        await desk.type("5")
        assert line.text == "650"  # type: ignore[attr-defined]
        await desk.press("tab", "shift+tab")
        assert line.selected_text == "650"  # type: ignore[attr-defined]
        await desk.press("tab")
        assert line.selected_text == ""  # type: ignore[attr-defined]


async def test_down_goes_from_the_planned_day_to_the_field_below(tmp_path: Path) -> None:
    async with at_desk(tmp_path, interviews_planning_door, f"{ROUND}/G01", fill=planned) as desk:
        form = desk.app.screen.form  # type: ignore[attr-defined]
        pair = next(box.said.field for box in form._boxes.values() if isinstance(box.said.field, PairField))
        desk.app.screen.set_focus(pair.planned)
        await desk.press("down")
        assert desk.app.focused is form.field("start")
        await desk.press("up")
        assert desk.app.focused is pair.planned
