"""Concluding, by key: the matrix, a sub-conclusion with its findings, the main conclusions."""

from __future__ import annotations

from pathlib import Path

from boce_tui.cycle import concluding
from boce_tui.domain.analysis import Finding, MainConclusion, SubConclusion
from boce_tui.tui.analysing.finding import FindingScreen
from boce_tui.tui.concluding.matrix import MatrixScreen
from boce_tui.tui.concluding.sub_conclusion import SubConclusionScreen
from tests.tui.helpers import check_golden, shown
from tests.tui.working_out import CELL, HOSTILE, ROUND, Desk, Round1, desk


def shows(at: Desk, kind: type) -> bool:
    return isinstance(at.app.screen, kind)


def written(made: Round1) -> None:
    """A finding that is linked, one that is not, a reason elsewhere."""
    concluding.change_sub_conclusion(made.dossier, CELL, text="De sfeer is goed.")
    concluding.toggle_finding(made.dossier, CELL, made.finding("Men werkt prettig samen."))
    made.finding("Het gaat traag.", sources=3)
    elsewhere = concluding.cell_key(ROUND, "ambitions", "general")
    concluding.change_sub_conclusion(made.dossier, elsewhere, none_reason="dit jaar niet onderzocht")


async def test_the_matrix(tmp_path: Path) -> None:
    async with desk(tmp_path, "sub_conclusions", prepare=written) as at:
        check_golden("matrix-80x24", at.app)
        assert "dit jaar niet onderzocht" in shown(at.app)
        await at.press("down")
        text = shown(at.app)
        assert "De sfeer is goed." in text
        assert "1 bevinding bij deze plaats is nog niet gekoppeld" in text
        await at.press("right", "enter")
        assert shows(at, SubConclusionScreen)
        assert "Bereikbaarheid" in shown(at.app).splitlines()[0]
        await at.press("escape")
        assert shows(at, MatrixScreen)
        await at.press("n")
        assert "Wonen" in shown(at.app).splitlines()[12]
        await at.resize(120, 40)
        check_golden("matrix-120x40", at.app)


async def test_the_matrix_by_mouse(tmp_path: Path) -> None:
    async with desk(tmp_path, "sub_conclusions", prepare=written) as at:
        await at.pilot.click("CellTable", offset=(25, 3))
        await at.pilot.pause()
        assert "De sfeer is goed." in shown(at.app)
        await at.pilot.click("CellTable", offset=(25, 3))
        await at.pilot.pause()
        assert shows(at, SubConclusionScreen)


async def test_a_sub_conclusion_is_written_and_rests_on_findings(tmp_path: Path) -> None:
    async with desk(tmp_path, "sub_conclusions", CELL, prepare=written) as at:
        check_golden("sub-conclusion-80x24", at.app)
        await at.type(" Het gaat wel traag.")
        await at.press("f5", "down", "space")
        found = at.round.value(SubConclusion, CELL)
        assert found.text == "De sfeer is goed. Het gaat wel traag."
        assert len(found.findings) == 2
        first, second = found.findings
        await at.press("shift+up")
        assert at.round.value(SubConclusion, CELL).findings == (second, first)
        await at.press("u")
        assert at.round.value(SubConclusion, CELL).findings == (first, second)
        await at.press("enter")
        assert shows(at, FindingScreen)
        await at.press("escape", "n")
        assert shows(at, FindingScreen)
        new = at.round.value(SubConclusion, CELL).findings[-1]
        finding = at.round.value(Finding, new)
        assert (finding.sub_question, finding.theme) == ("experiences", "general")


async def test_a_finding_from_elsewhere_and_a_broken_one(tmp_path: Path) -> None:
    key = concluding.cell_key(ROUND, "adjustments", "housing")
    async with desk(tmp_path, "sub_conclusions", key, prepare=written) as at:
        await at.press("f5")
        assert "n begint er een" in shown(at.app)
        await at.press("plus")
        await at.type("traag")
        await at.press("enter")
        (linked,) = at.round.value(SubConclusion, key).findings
        assert at.round.value(Finding, linked).text == "Het gaat traag."
        at.round.dossier.delete(Finding, linked)
        at.app.screen.show()  # type: ignore[attr-defined]
        await at.pilot.pause()
        assert "is er niet meer" in shown(at.app)
        await at.press("space")
        assert at.round.value(SubConclusion, key).findings == ()


async def test_a_reason_why_there_is_none(tmp_path: Path) -> None:
    key = concluding.cell_key(ROUND, "adjustments", "housing")
    async with desk(tmp_path, "sub_conclusions", key) as at:
        await at.press("tab")
        await at.type("niet onderzocht")
        await at.press("escape")
        assert at.round.value(SubConclusion, key).none_reason == "niet onderzocht"


async def test_main_conclusions(tmp_path: Path) -> None:
    async with desk(tmp_path, "main_conclusions", prepare=written) as at:
        assert "n begint de eerste" in shown(at.app)
        await at.press("n")
        await at.type("Samenwerken wordt gewaardeerd.")
        await at.press("escape", "n")
        await at.type("Besluiten duren lang.")
        await at.press("escape")
        bullets = concluding.main_conclusions(at.round.dossier, ROUND)
        assert [b.value.text for b in bullets if b.value] == [
            "Samenwerken wordt gewaardeerd.",
            "Besluiten duren lang.",
        ]
        await at.press("space")
        await at.type("3.2 erv")
        await at.press("enter", "escape")
        bullet = at.round.value(MainConclusion, bullets[1].key)
        assert bullet.sub_conclusions == (CELL,)
        await at.press("shift+up")
        assert concluding.main_conclusions(at.round.dossier, ROUND)[0].key == bullets[1].key
        await at.press("delete")
        assert "Verwijderd: Besluiten duren lang." in at.message
        assert len(concluding.main_conclusions(at.round.dossier, ROUND)) == 1
        await at.press("ctrl+z")
        assert at.round.value(MainConclusion, bullets[1].key) == bullet.__class__(
            text=bullet.text, sub_conclusions=bullet.sub_conclusions, order=1
        )


def bullets(made: Round1) -> None:
    written(made)
    for text, linked in (("Samenwerken wordt gewaardeerd.", True), ("Besluiten duren lang.", False)):
        key = concluding.new_main_conclusion(made.dossier, ROUND).key
        concluding.change_main_conclusion(made.dossier, key, text=text)
        if linked:
            concluding.toggle_sub_conclusion(made.dossier, key, CELL)


async def test_a_bullet_without_sub_conclusion_has_a_mark(tmp_path: Path) -> None:
    async with desk(tmp_path, "main_conclusions", prepare=bullets) as at:
        check_golden("main-conclusions-80x24", at.app)
        await at.resize(120, 40)
        await at.press("down")
        check_golden("main-conclusions-120x40", at.app)
        assert "geen deelconclusie gekoppeld" in shown(at.app)
        await at.press("e")
        assert "Bewijs · Hoofdconclusie 2" in shown(at.app)


async def test_text_of_people_stays_text(tmp_path: Path) -> None:
    def prepare(made: Round1) -> None:
        concluding.change_sub_conclusion(made.dossier, CELL, text=HOSTILE, none_reason="")
        key = concluding.new_main_conclusion(made.dossier, ROUND).key
        concluding.change_main_conclusion(made.dossier, key, text=HOSTILE)
        concluding.toggle_sub_conclusion(made.dossier, key, CELL)

    async with desk(tmp_path, "sub_conclusions", prepare=prepare, size=(120, 40)) as at:
        await at.press("down")
        assert "[red]rood[/red]" in shown(at.app)
        await at.open("main_conclusions")
        text = shown(at.app)
        assert text.count("[red]rood[/red]") >= 3
        assert "\x1b" not in text
        assert "\u202e" not in text
        await at.open("main_conclusions", "weg")
        await at.press("f9", "f9")
