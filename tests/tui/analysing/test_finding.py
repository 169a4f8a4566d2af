"""Findings, by key: the list, the whole finding, its sources, and what comes back after a crash."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import cast

import msgspec

from boce_tui.domain.agenda import Document
from boce_tui.domain.analysis import Finding
from boce_tui.domain.interviewing import Answer
from boce_tui.store import Dossier
from boce_tui.tui.analysing.finding import FindingScreen
from boce_tui.tui.analysing.findings import FindingsScreen
from boce_tui.tui.analysing.reading import ReadingScreen
from boce_tui.tui.doors import open_door
from boce_tui.tui.working.chain import ChainScreen
from tests.support import make_env
from tests.tui.helpers import check_golden, make_app, shown
from tests.tui.working_out import ROUND, Desk, Round1, desk


def shows(at: Desk, kind: type) -> bool:
    return isinstance(at.app.screen, kind)


async def test_the_list_and_a_deletion_taken_back(tmp_path: Path) -> None:
    def prepare(made: Round1) -> None:
        made.finding("Eerste")
        made.finding("Tweede", sources=0)

    async with desk(tmp_path, "finding", prepare=prepare) as at:
        check_golden("findings-80x24", at.app)
        await at.press("delete")
        assert "Verwijderd: Eerste" in at.message
        assert "Eerste" not in "\n".join(shown(at.app).splitlines()[2:-2])
        await at.press("u")
        assert "Ongedaan gemaakt: verwijderen van Eerste" in at.message
        assert "Eerste" in "\n".join(shown(at.app).splitlines()[2:-2])
        await at.press("r")
        assert shows(at, ReadingScreen)
        await at.press("escape", "n")
        assert shows(at, FindingScreen)
        assert len(at.round.dossier.values(Finding)) == 3


async def test_a_deleted_finding_comes_back_in_a_next_session(tmp_path: Path) -> None:
    async with desk(tmp_path, "finding", prepare=lambda made: made.finding("Eerste")) as at:
        await at.press("delete")
        assert at.round.dossier.values(Finding) == {}
        folder, env = at.round.dossier.folder, at.app.env
    with Dossier.open(folder, env) as dossier:
        app = make_app(env, None, dossier)
        async with app.run_test() as pilot:
            open_door(app, "finding", "")
            await pilot.pause()
            await pilot.press("u")
            await pilot.pause()
            assert "verwijderen van Eerste (gedaan op 1" in shown(app)
            assert dossier.values(Finding) == {}, "what was done another day only after a question"
            await pilot.press("enter")
            await pilot.pause()
            assert dossier.values(Finding) == {}, "the safe answer is under the cursor"
            await pilot.press("u")
            await pilot.pause()
            await pilot.press("j")
            await pilot.pause()
            assert "Ongedaan gemaakt: verwijderen van Eerste (gedaan op 1" in app.message[0]
            assert [finding.text for finding in dossier.values(Finding).values()] == ["Eerste"]
            await pilot.press("u")
            await pilot.pause()
            assert "Hier is niets ongedaan te maken" in app.message[0]


async def test_a_deletion_says_what_it_breaks(tmp_path: Path) -> None:
    from boce_tui.cycle import recommending

    def prepare(made: Round1) -> None:
        recommending.toggle_finding(made.dossier, made.advice(), made.finding("Eerste"))

    async with desk(tmp_path, "finding", prepare=prepare) as at:
        await at.press("delete")
        assert "1 verwijzing is nu verbroken" in at.message


async def test_an_empty_list_says_what_belongs_there(tmp_path: Path) -> None:
    async with desk(tmp_path, "finding") as at:
        assert shows(at, FindingsScreen)
        assert "n begint er een" in shown(at.app)


async def opened(at: Desk) -> str:
    key = at.round.finding()
    await at.open("finding", key)
    return key


async def test_the_whole_finding(tmp_path: Path) -> None:
    async with desk(tmp_path, "finding") as at:
        await opened(at)
        check_golden("finding-80x24", at.app)
        await at.press("f5")
        check_golden("finding-sources-80x24", at.app)
        await at.resize(120, 40)
        check_golden("finding-120x40", at.app)


async def test_both_sides_are_written_and_kept(tmp_path: Path) -> None:
    async with desk(tmp_path, "finding") as at:
        key = await opened(at)
        await at.type(" Meestal.")
        await at.press("tab")
        await at.type("Niet iedereen.")
        await at.press("escape")
        found = at.round.value(Finding, key)
        assert found.text == "Men werkt prettig samen. Meestal."
        assert found.against_text == "Niet iedereen."


async def test_place_and_quantity_word(tmp_path: Path) -> None:
    async with desk(tmp_path, "finding") as at:
        key = await opened(at)
        await at.press("f5", "enter")
        await at.type("bijst")
        await at.press("enter", "down", "enter")
        await at.type("wonen")
        await at.press("enter", "down", "enter")
        await at.type("ambt")
        await at.press("enter", "down", "enter")
        await at.type("gemeten")
        await at.press("enter")
        found = at.round.value(Finding, key)
        assert (found.sub_question, found.theme, found.group, found.evidence_type) == (
            "adjustments",
            "housing",
            "official",
            "measured",
        )
        assert "Te weinig mensen" not in shown(at.app)
        await at.press("w")
        await at.type("de meeste")
        await at.press("enter", "enter")
        assert "Typ kort waarom" in shown(at.app)
        await at.type("zij spreken namens meer")
        await at.press("enter")
        quantifier = at.round.value(Finding, key).quantifier
        assert quantifier is not None
        assert (quantifier.word, quantifier.reason) == ("most", "zij spreken namens meer")
        await at.press("u")
        assert at.round.value(Finding, key).quantifier is None


async def to_sources(at: Desk) -> None:
    await at.press("f5", "tab")


async def test_sources_are_turned_removed_and_read_again(tmp_path: Path) -> None:
    async with desk(tmp_path, "finding") as at:
        key = await opened(at)
        await to_sources(at)
        await at.press("t")
        stances = {e.key: e.stance for e in at.round.value(Finding, key).evidence}
        assert stances[at.round.e1[0]] == "against"
        before = at.round.value(Answer, at.round.e1[1])
        at.round.dossier.save(msgspec.structs.replace(before, text="anders"), at.round.e1[1])
        at.app.screen.show()  # type: ignore[attr-defined]
        await at.pilot.pause()
        assert "!" in shown(at.app)
        await at.press("home", "g")
        evidence = {e.key: e.revision for e in at.round.value(Finding, key).evidence}
        item = at.round.dossier.get(Answer, at.round.e1[1])
        assert item is not None
        assert evidence[at.round.e1[1]] == item.id
        await at.press("delete")
        assert len(at.round.value(Finding, key).evidence) == 1
        await at.press("u")
        assert len(at.round.value(Finding, key).evidence) == 2


async def test_a_document_as_source(tmp_path: Path) -> None:
    async with desk(tmp_path, "finding") as at:
        key = await opened(at)
        await at.press("f5", "d")
        assert "geen documenten" in at.message
        at.round.dossier.save(Document(title="Jaarplan 2040"), f"{ROUND}/D1")
        await at.press("d", "enter")
        assert at.round.value(Finding, key).evidence[-1].key == f"{ROUND}/D1"
        assert "Jaarplan 2040" in shown(at.app)


async def test_the_chain_there_and_back_to_exactly_this_place(tmp_path: Path) -> None:
    async with desk(tmp_path, "finding") as at:
        await opened(at)
        await to_sources(at)
        await at.press("down", "e")
        assert shows(at, ChainScreen)
        text = shown(at.app)
        assert "wie gaat er nou over de uren" in text
        assert "Bevinding 1" in text
        assert "Citaat · R22" in text
        await at.press("down", "enter")
        assert len([s for s in at.app.screen_stack if isinstance(s, ChainScreen)]) == 2
        await at.press("escape", "escape")
        screen = cast(FindingScreen, at.app.screen)
        assert screen._sources.current == f"answer:{at.round.e1[1]}"
        assert screen.focused is screen._sources.view


async def test_from_the_text_the_evidence_has_a_function_key(tmp_path: Path) -> None:
    async with desk(tmp_path, "finding") as at:
        await opened(at)
        await at.type("e")
        assert shows(at, FindingScreen)
        await at.press("f4")
        assert shows(at, ChainScreen)


async def test_the_chain_shows_what_it_rests_on_and_what_rests_on_it(tmp_path: Path) -> None:
    async with desk(tmp_path, "finding") as at:
        await opened(at)
        await at.press("f4")
        check_golden("chain-80x24", at.app)


async def test_a_broken_link_in_the_chain(tmp_path: Path) -> None:
    async with desk(tmp_path, "finding") as at:
        key = await opened(at)
        at.round.dossier.delete(Answer, at.round.e1[0])
        await at.press("f4")
        assert "is er niet meer" in shown(at.app)
        await at.press("enter")
        assert "is er niet meer" in at.message
        assert key


async def test_deleted_elsewhere_while_open(tmp_path: Path) -> None:
    async with desk(tmp_path, "finding") as at:
        key = await opened(at)
        at.round.dossier.delete(Finding, key)
        at.app.screen.show()  # type: ignore[attr-defined]
        await at.pilot.pause()
        assert "verwijderd" in at.message
        await at.type("x")
        assert at.round.dossier.value(Finding, key) is None


async def test_typed_text_comes_back_after_a_crash(tmp_path: Path) -> None:
    async with desk(tmp_path, "finding") as at:
        key = await opened(at)
        await at.type(" Half af")
        env = make_env(tmp_path / "later")
        shutil.copytree(at.round.dossier.folder, env.data_dir, ignore=shutil.ignore_patterns("*.lock"))
    with Dossier.open(env.data_dir, env) as dossier:
        found = dossier.value(Finding, key)
        assert found is not None
        assert "Half af" not in found.text
        app = make_app(env, None, dossier)
        app.round_id = ROUND
        async with app.run_test(size=(80, 24)) as pilot:
            later = Desk(app, pilot, at.round)
            await later.open("finding", key)
            assert "Men werkt prettig samen. Half af" in shown(app)
            assert "Teruggehaald: 8 tekens" in later.message
            await later.press("escape")
        found = dossier.value(Finding, key)
        assert found is not None
        assert found.text == "Men werkt prettig samen. Half af"
        assert dossier.drafts.recovered() == []


async def test_deleted_in_the_editor_and_taken_back(tmp_path: Path) -> None:
    async with desk(tmp_path, "finding") as at:
        key = await opened(at)
        await at.type(" Net getypt.")
        await at.press("f5", "x")
        assert "Verwijderd: Men werkt prettig samen" in at.message
        assert at.round.dossier.value(Finding, key) is None
        await at.press("u")
        assert at.round.value(Finding, key).text == "Men werkt prettig samen. Net getypt."
        await at.press("f5")
        assert "Net getypt" in shown(at.app)


async def test_deleted_by_name_from_the_text_and_taken_back(tmp_path: Path) -> None:
    async with desk(tmp_path, "finding") as at:
        key = await opened(at)
        await at.press("ctrl+p")
        await at.type("verwijder deze bev")
        await at.press("enter")
        assert at.round.dossier.value(Finding, key) is None
        await at.press("u")
        assert at.round.value(Finding, key).text == "Men werkt prettig samen."


async def test_on_the_sources_del_never_deletes_the_finding(tmp_path: Path) -> None:
    async with desk(tmp_path, "finding") as at:
        key = await opened(at)
        await to_sources(at)
        await at.press("delete", "delete", "delete")
        assert at.round.value(Finding, key).evidence == ()
        await at.press("ctrl+p")
        await at.type("verwijder deze bev")
        await at.press("enter")
        assert at.round.dossier.value(Finding, key) is None


async def test_deleted_beside_the_answers_and_taken_back(tmp_path: Path) -> None:
    async with desk(tmp_path, "finding") as at:
        key = at.round.finding()
        await at.open("reading", key)
        await at.press("ctrl+p")
        await at.type("verwijder deze bev")
        await at.press("enter")
        assert at.round.dossier.value(Finding, key) is None
        await at.press("u")
        assert at.round.value(Finding, key).text == "Men werkt prettig samen."
        assert cast(ReadingScreen, at.app.screen).finding_key == key
