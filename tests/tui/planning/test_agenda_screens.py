"""Settings, themes, ambitions and documents by keyboard (R3-R8, R14)."""

from __future__ import annotations

from pathlib import Path

from boce_tui.cycle.planning import (
    agenda,
    ambitions,
    bodies,
    documents,
    find_theme,
    organisations,
    theme_warnings,
    themes,
)
from boce_tui.store import Dossier
from boce_tui.tui.home import home_screen
from boce_tui.tui.planning import assignment_door, documents_door, settings_door, themes_door
from tests.tui.helpers import check_golden
from tests.tui.planning.desk import ROUND, a_round, at_desk

AMBITION = "environment_act_2018"


async def test_another_name_of_the_agenda_is_on_every_screen(tmp_path: Path) -> None:
    async with at_desk(tmp_path, lambda app, _key: home_screen(app), fill=a_round) as desk:
        await desk.press("i", "enter")
        await (await desk.to("name")).clear()
        await desk.type("Kansenagenda")
        await desk.press("escape", "escape")
        assert agenda(desk.dossier).name == "Kansenagenda"
        assert "Kansenagenda" in desk.place


async def test_a_name_may_not_be_empty_and_the_old_one_stays(tmp_path: Path) -> None:
    async with at_desk(tmp_path, settings_door, "agenda", fill=a_round) as desk:
        before = agenda(desk.dossier).name
        await (await desk.to("name")).clear()
        await desk.press("tab")
        await desk.kept()
        assert "Dit moet je invullen." in desk.text
        assert agenda(desk.dossier).name == before


async def test_an_organisation_is_added_changed_and_taken_away(tmp_path: Path) -> None:
    async with at_desk(tmp_path, settings_door, fill=a_round) as desk:
        check_golden("settings-80x24", desk.app)
        await desk.press("n", "1")
        await desk.type("Aa en Hunze")
        await desk.press("enter")
        await (await desk.to("display")).clear()
        await desk.type("AH")
        await (await desk.to("talent_network")).press("j")
        await desk.press("escape")
        assert organisations(desk.dossier)["aa_en_hunze"].display == "AH"
        assert organisations(desk.dossier)["aa_en_hunze"].talent_network
        await desk.press("x")
        assert "aa_en_hunze" not in organisations(desk.dossier)
        await desk.press("u")
        assert organisations(desk.dossier)["aa_en_hunze"].display == "AH"


async def test_a_body_knows_its_group_and_whether_one_person_holds_it(tmp_path: Path) -> None:
    async with at_desk(tmp_path, settings_door, fill=a_round) as desk:
        await desk.press("n", "3")
        await desk.type("Regisseur wonen")
        await desk.press("enter")
        await (await desk.to("group")).press("2")
        await (await desk.to("single_holder")).press("j")
        await desk.press("escape")
        body = bodies(desk.dossier)["regisseur_wonen"]
        assert (body.group, body.single_holder) == ("official", True)


async def test_the_agenda_itself_is_not_taken_away(tmp_path: Path) -> None:
    async with at_desk(tmp_path, settings_door, fill=a_round) as desk:
        await desk.press("x", "delete")
        assert agenda(desk.dossier).name


async def test_a_theme_gets_other_names_and_is_found_by_them(tmp_path: Path) -> None:
    async with at_desk(tmp_path, themes_door, fill=a_round) as desk:
        check_golden("themes-80x24", desk.app)
        await desk.press("n", "home", "enter")
        await desk.type("Energie")
        await desk.press("enter")
        await (await desk.to("aliases")).type("woningbouw, W&B")
        await desk.press("escape")
        assert find_theme(themes(desk.dossier), "w&b") == "energie"
        await desk.press("slash")
        await desk.type("w&b")
        assert "Energie" in desk.text
        assert "Leefbaarheid" not in desk.text


async def test_stopped_work_warns_until_a_decision_is_whole(tmp_path: Path) -> None:
    async with at_desk(tmp_path, themes_door, "liveability", fill=a_round) as desk:

        def warned() -> bool:
            return "liveability" in [warning.theme for warning in theme_warnings(desk.dossier)]

        await (await desk.to("work_stopped")).type("1-5-2041")
        await (await desk.to("exit-document")).type("Brief van het college")
        await desk.press("tab")
        await desk.kept()
        assert warned(), "a document alone is no decision (R5)"
        await (await desk.to("exit-date")).type("3-6-2041")
        await (await desk.to("exit-body")).press("enter")
        await desk.type("gemeenteraden")
        await desk.press("enter")
        await desk.kept()
        assert not warned()
        found = themes(desk.dossier)["liveability"].exit
        assert found is not None
        assert (found.body, found.date, found.document) == ("councils", "2041-06-03", "Brief van het college")


async def test_three_council_decisions_for_one_ambition(tmp_path: Path) -> None:
    async with at_desk(tmp_path, themes_door, fill=a_round) as desk:
        await desk.press("n", "end", "enter")
        await desk.type("Samen een fietsroute maken.")
        await desk.press("enter")
        for place, day in (("borger_odoorn", "8-2-2041"), ("coevorden", "6-2-2041"), ("emmen", "22-2-2041")):
            await (await desk.to(f"decision-{place}-date")).type(day)
        await (await desk.to("decision-emmen-document")).type("Raadsbesluit 12")
        await desk.press("escape")
        made = next(a for a in ambitions(desk.dossier).values() if a.text == "Samen een fietsroute maken.")
    assert [(d.municipality, d.date, d.body) for d in made.decisions] == [
        ("borger_odoorn", "2041-02-08", "councils"),
        ("coevorden", "2041-02-06", "councils"),
        ("emmen", "2041-02-22", "councils"),
    ]
    assert made.decisions[2].document == "Raadsbesluit 12"


async def test_the_three_statuses_are_kept_apart(tmp_path: Path) -> None:
    async with at_desk(tmp_path, themes_door, AMBITION, fill=a_round, size=(120, 60)) as desk:
        await (await desk.to("formal-status")).press("5")
        await (await desk.to("formal-date")).type("1-3-2041")
        await (await desk.to("assessed-status")).press("3")
        await (await desk.to("assessed-note")).type("Wel onderzocht, niet gedaan.")
        await desk.press("escape")
        await desk.kept()
        found = ambitions(desk.dossier)[AMBITION]
        assert found.formal is not None
        assert (found.formal.status, found.formal.date) == ("realised", "2041-03-01")
        assert found.assessed[ROUND].status == "explored_not_pursued"
        assert found.assessed[ROUND].note == "Wel onderzocht, niet gedaan."
        assert "te klein om te tonen" in desk.text, "nobody was interviewed: nothing perceived is shown"
        await (await desk.to("assessed-status")).press("delete")
        assert ROUND not in ambitions(desk.dossier)[AMBITION].assessed
        assert ambitions(desk.dossier)[AMBITION].formal is not None


async def test_another_text_of_an_ambition_is_one_new_version(tmp_path: Path) -> None:
    async with at_desk(tmp_path, themes_door, AMBITION, fill=a_round) as desk:
        before = ambitions(desk.dossier)[AMBITION].version
        await (await desk.to("text")).press("end")
        await desk.type(" En ook daarna.")
        await desk.pilot.pause(2.3)  # longer than the pause after which notes become a revision
        await desk.press("tab")
        await desk.kept()
        assert ambitions(desk.dossier)[AMBITION].version == before + 1


async def test_documents_with_a_day_a_month_or_a_year(tmp_path: Path) -> None:
    async with at_desk(tmp_path, documents_door, fill=a_round) as desk:
        assert "n voegt" in desk.text or "Met n" in desk.text
        await desk.press("n")
        await desk.type("Jaarplan [red]2041[/red]")
        await desk.press("enter")
        await (await desk.to("kind")).type("jaarplan")
        await (await desk.to("date")).type("3-2041")
        await (await desk.to("municipality")).press("3")
        await (await desk.to("author")).type("programmaregie")
        await desk.press("escape")
        (found,) = documents(desk.dossier, ROUND).values()
        assert (found.title, found.kind, found.date) == ("Jaarplan [red]2041[/red]", "jaarplan", "2041-03")
        assert (found.municipality, found.author) == ("emmen", "programmaregie")
        assert "Jaarplan [red]2041[/red]" in desk.text, "markup stays text"
        assert "03-2041" in desk.text
        await desk.press("x", "u")
        assert list(documents(desk.dossier, ROUND).values()) == [found]


async def test_a_threshold_under_three_is_refused(tmp_path: Path) -> None:
    async with at_desk(tmp_path, assignment_door, fill=a_round) as desk:
        await (await desk.to("count_threshold")).clear()
        await desk.type("2")
        await desk.press("tab")
        await desk.kept()
        assert "getal zijn van 3" in desk.text
        from boce_tui.domain.round import Round

        found = desk.dossier.value(Round, ROUND)
        assert found is not None
        assert found.count_threshold == 5


async def test_a_closed_round_can_be_read_not_changed(tmp_path: Path) -> None:
    import msgspec

    from boce_tui.domain.round import Round

    def closed(dossier: Dossier) -> None:
        a_round(dossier)
        found = dossier.value(Round, ROUND)
        assert found is not None
        dossier.save(msgspec.structs.replace(found, closed=True), ROUND)

    async with at_desk(tmp_path, assignment_door, fill=closed) as desk:
        assert "afgesloten" in desk.text
        before = desk.dossier.value(Round, ROUND)
        await desk.type("x")
        await (await desk.to("focus_themes")).press("1")
        await desk.kept()
        assert desk.dossier.value(Round, ROUND) == before
