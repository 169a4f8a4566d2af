"""What every form of planning promises: hostile text inert, other sizes and languages, crashes."""

from __future__ import annotations

from pathlib import Path

import pytest

from boce_tui.cycle.planning import (
    add_document,
    add_interview,
    change_agenda,
    change_theme,
    documents,
    update_round,
)
from boce_tui.domain.round import Round
from boce_tui.store import Dossier
from boce_tui.tui import approving, planning
from boce_tui.tui.planning.documents import DocumentsScreen
from tests.support import make_env
from tests.tui.helpers import check_golden
from tests.tui.planning.desk import ROUND, Door, a_round, at_desk, with_people

HOSTILE = "[red]x[/] [/y] \x1b[31mrood\x1b[0m ‮om {{ }} <script> | # kop"
DOORS = ("assignment", "people", "interviews_planning", "approval", "settings", "themes", "documents")


def door_of(name: str) -> Door:
    """A door of the planning, or that of the approval behind it."""
    found: Door = getattr(approving if name == "approval" else planning, f"{name}_door")
    return found


def hostile(dossier: Dossier) -> None:
    """Markup and control characters in every name there is."""
    add_interview(dossier, ROUND, participants=with_people(dossier)[:1], place=HOSTILE, note=HOSTILE)
    change_agenda(dossier, name=HOSTILE, goal=HOSTILE)
    change_theme(dossier, "accessibility", name=HOSTILE, aliases=(HOSTILE,))
    update_round(dossier, ROUND, title=HOSTILE, reason=HOSTILE, focus_themes=("accessibility",))
    add_document(dossier, ROUND, title=HOSTILE, author=HOSTILE)


@pytest.mark.parametrize("door", DOORS)
async def test_hostile_text_stays_text(tmp_path: Path, door: str) -> None:
    async with at_desk(tmp_path, door_of(door), fill=hostile) as desk:
        await desk.press("down", "enter", "down", "enter", "escape")
        assert "\x1b" not in desk.text
        assert "‮" not in desk.text


@pytest.mark.parametrize("door", DOORS)
async def test_small_windows_show_what_is_needed_to_act(tmp_path: Path, door: str) -> None:
    def fill(dossier: Dossier) -> None:
        add_interview(dossier, ROUND, participants=with_people(dossier)[:1])

    async with at_desk(tmp_path, door_of(door), fill=fill, size=(60, 20)) as desk:
        check_golden(f"{door}-60x20", desk.app)


async def test_a_form_with_notes_on_a_wide_screen(tmp_path: Path) -> None:
    def fill(dossier: Dossier) -> None:
        a_round(dossier)
        update_round(dossier, ROUND, reason="Het is tijd. " * 30, focus_themes=("accessibility",))

    async with at_desk(tmp_path, planning.assignment_door, fill=fill, size=(120, 40)) as desk:
        check_golden("assignment-120x40", desk.app)


async def test_the_language_changes_in_place(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planning.assignment_door, fill=a_round) as desk:
        await (await desk.to("reason")).type("Nog niet af")
        focused = desk.app.focused
        await desk.press("f9")
        assert "Focus themes" in desk.text
        assert "Nog niet af" in desk.text
        assert desk.app.focused is focused
        await desk.type("!")
        assert "Nog niet af!" in desk.text


async def test_a_form_closes_when_its_item_is_taken_back(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planning.documents_door, fill=a_round) as desk:
        await desk.press("n")
        await desk.type("Jaarplan")
        await desk.press("enter")
        assert "Documenten · Jaarplan" in desk.place
        await desk.press("f8")
        await desk.kept()
        assert not documents(desk.dossier, ROUND)
        assert isinstance(desk.app.screen, DocumentsScreen)


async def test_the_door_to_something_gone_leads_to_the_list(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planning.documents_door, f"{ROUND}/D99", fill=a_round) as desk:
        assert isinstance(desk.app.screen, DocumentsScreen)


async def test_another_text_than_the_saved_one_is_asked_about(tmp_path: Path) -> None:
    env = make_env(tmp_path)
    with Dossier.create(env.data_dir, env) as dossier:
        a_round(dossier)
        head = dossier.get(Round, ROUND)
        assert head is not None
        dossier.drafts.open(f"round:{ROUND}:reason", "", head.id).edit(0, 0, "Uit het klad")
        update_round(dossier, ROUND, reason="Uit het dossier")
    async with at_desk(tmp_path, planning.assignment_door, env=env, new=False) as desk:
        await desk.kept()
        assert "Uit het dossier" in desk.text
        assert "Twee teksten: Evaluatie 2041" in desk.text
        await desk.press("2")
        await desk.press("tab")
        await desk.kept()
        found = desk.dossier.value(Round, ROUND)
        assert found is not None
        assert found.reason == "Uit het klad"


async def test_a_value_typed_and_kept_before_a_crash_is_not_brought_back_again(tmp_path: Path) -> None:
    env = make_env(tmp_path)
    async with at_desk(tmp_path, planning.assignment_door, fill=a_round, env=env) as desk:
        await (await desk.to("report_date")).type("1-9-2041")
        await desk.press("tab")
        await desk.kept()
        assert not desk.dossier.drafts.recovered()
    with Dossier.open(env.data_dir, env) as dossier:
        assert not dossier.drafts.recovered()
        found = dossier.value(Round, ROUND)
        assert found is not None
        assert found.report_date == "2041-09-01"
