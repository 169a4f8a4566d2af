"""C1-C15: each rule finds what is missing, and a complete report has no findings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from boce_tui.data_files import data_file
from boce_tui.locale import in_language
from boce_tui.reports.checking import check_report, exit_code
from boce_tui.reports.gates import content
from boce_tui.reports.gates.finding import GateFinding
from boce_tui.reports.model import NO_TEXT, Bullet, ReportModel, WordChoice
from boce_tui.reports.model.sending import Choice, DecidedItem
from tests.reports.changing import changed
from tests.reports.small import F1, F4, MODEL, NOBODY, finding, source, t, written

ITEM = "conclusion.groups.0.items.0"
PART = "chapters.0.parts.0"

FAULTS: dict[str, list[tuple[str, Any]]] = {
    "C1": [
        (f"{ITEM}.number", "1c"),
        (f"{ITEM}.number", "1a"),
        (f"{ITEM}.number", "4"),
        (f"{ITEM}.number", "1-b"),
        ("conclusion.groups.1.items.0.number", "1"),
    ],
    "C2": [(f"{ITEM}.addressee", NO_TEXT), (f"{ITEM}.deadline", "")],
    "C3": [
        (f"{ITEM}.findings", ()),
        (f"{ITEM}.findings", ("F99",)),
        ("chapters.1.parts.0.findings.0.sources", ()),
    ],
    "C4": [
        (f"{ITEM}.rests_on", ()),
        (f"{ITEM}.rests_on", ("ambitions/moon",)),
        ("conclusion.bullets.0.rests_on", ("ambitions/moon",)),
        ("conclusion.bullets.0.rests_on", ()),
    ],
    "C5": [(f"{PART}.conclusion", NO_TEXT), ("chapters.0.parts", MODEL.chapters[0].parts[:2])],
    "C6": [
        (f"{PART}.findings", ()),
        (f"{PART}.findings", (finding(9, "Geen bron."),)),
        (f"{PART}.findings", (finding(9, "Eén bron.", source("G01")),)),
        (f"{PART}.findings", (finding(9, "Eén groep.", source("G01"), source("G02")),)),
        (f"{PART}.findings.0.sources.0.changed", True),
    ],
    "C8": [(f"{PART}.findings.0.sources", (source("G01"), source("G01"), source("G02", "executive")))],
    "C9": [
        ("appendices.follow_up", ()),
        ("appendices.follow_up.0.progress", ""),
        ("appendices.follow_up.0.number", "2040-2"),
    ],
    "C10": [("introduction.background", written("In {gespreken} gesprekken.", "1.1"))],
    "C13": [(f"{PART}.findings.0.quotes.0.standing", value) for value in ("changed", "gone")],
    "C14": [
        (
            f"{PART}.findings.0.against_counts",
            WordChoice(word="all", proposed=fits, supporting=2, answered=20),
        )
        for fits in ("also_mentioned", "")
    ],
    "C15": [
        ("decided", (DecidedItem(id="2041/A1b", number="1b", text=t("Doe dit."), decisions=(choice,)),))
        for choice in (Choice(municipality=t("Aalden")), Choice(municipality=t("Aalden"), choice="reject"))
    ],
    "C12": [("introduction.themes.0.stopped_undecided", True)],
    "C11": [
        ("introduction.background", NO_TEXT),
        ("introduction.main_question", NO_TEXT),
        ("conclusion.bullets", ()),
        ("conclusion.groups", ()),
        (f"{ITEM}.text", t("", "recommendation", "2041/A1b")),
    ],
}


SEEDED = [(rule, *pair) for rule, pairs in FAULTS.items() for pair in pairs]


def content_findings(model: ReportModel, folder: Path | None = None) -> list[GateFinding]:
    return [f for f in check_report(model, NOBODY, folder=folder).findings if f.rule.startswith("C")]


def rules(model: ReportModel) -> set[str]:
    return {found.rule for found in content_findings(model)}


def test_a_complete_report_has_no_findings() -> None:
    assert check_report(MODEL, NOBODY).findings == ()


def test_every_rule_has_its_fault() -> None:
    assert set(FAULTS) | {"C7"} == set(content.RULES)


@pytest.mark.parametrize(("rule", "path", "value"), SEEDED)
def test_a_rule_finds_its_fault_and_without_it_nobody_does(
    rule: str, path: str, value: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    faulty = changed(MODEL, path, value)
    assert rule in rules(faulty)
    monkeypatch.delitem(content.RULES, rule)
    assert rule not in rules(faulty)


@pytest.mark.parametrize("change", [("{{ theme_table() }}", ""), ("{{ recommendation_group(group) }}", "")])
def test_a_template_that_forgets_recommendations_is_found(change: tuple[str, str], tmp_path: Path) -> None:
    source_text = data_file("exports", "templates", "evaluation_report.md.j2").read_text(encoding="utf-8")
    assert change[0] in source_text
    (tmp_path / "evaluation_report.md.j2").write_text(source_text.replace(*change), encoding="utf-8")
    assert "C7" in {found.rule for found in content_findings(MODEL, tmp_path)}


def test_evidence_codes_that_are_not_printed_are_found(tmp_path: Path) -> None:
    source_text = data_file("exports", "templates", "evaluation_report.md.j2").read_text(encoding="utf-8")
    (tmp_path / "evaluation_report.md.j2").write_text(
        source_text.replace('{{ chapter(one, "3." ~ loop.index) }}', "Tekst."), encoding="utf-8"
    )
    model = changed(MODEL, "audience", "steering")
    assert "C8" in {found.rule for found in content_findings(model, tmp_path)}


def test_a_finding_points_at_the_item_that_mends_it() -> None:
    found = content_findings(changed(MODEL, f"{ITEM}.addressee", NO_TEXT))
    assert [(f.rule, f.severity, f.section) for f in found] == [("C2", "error", "tijd-en-rollen")]
    assert found[0].origin is not None
    assert (found[0].origin.kind, found[0].origin.key, found[0].origin.field) == (
        "recommendation",
        "2041/A1b",
        "addressee",
    )
    assert "1b" in found[0].message


def test_a_word_against_the_counts_is_named_with_both_and_stops_nothing() -> None:
    chosen = WordChoice(word="all", proposed="also_mentioned", supporting=2, answered=20)
    with in_language("nl"):
        (found,) = content_findings(changed(MODEL, f"{PART}.findings.0.against_counts", chosen))
    assert "“De gemeenten weten elkaar beter te vind…”" in found.message
    assert "“alle”" in found.message
    assert "2 van de 20" in found.message
    assert "ook genoemd" in found.message
    assert found.severity == "warning"
    assert found.origin is not None
    assert (found.origin.kind, found.origin.key) == ("finding", "2041/F1")


def test_a_missing_sub_conclusion_points_at_its_section() -> None:
    found = content_findings(changed(MODEL, f"{PART}.conclusion", NO_TEXT))[0]
    assert (found.rule, found.section) == ("C5", "311-algemeen")
    assert found.origin is not None
    assert found.origin.kind == "sub_conclusion"


def test_a_lapsed_recommendation_fills_its_gap() -> None:
    model = changed(MODEL, f"{ITEM}.lapsed", True)
    checked = check_report(model, NOBODY)
    assert checked.findings == ()
    assert "**1b**. Deze aanbeveling is vervallen." in checked.compiled.markdown


def test_severities_and_exit_codes() -> None:
    one_source = changed(MODEL, f"{PART}.findings", (finding(9, "Eén bron.", source("G01")),))
    assert [f.severity for f in content_findings(one_source)] == ["warning"]
    assert exit_code(check_report(one_source, NOBODY).findings) == 0
    assert exit_code(check_report(changed(MODEL, f"{ITEM}.deadline", ""), NOBODY).findings) == 1


def test_a_draft_may_be_unfinished() -> None:
    unfinished = changed(MODEL, "draft", True)
    for path, value in [pair for pairs in FAULTS.values() for pair in pairs]:
        assert exit_code(check_report(changed(unfinished, path, value), NOBODY).findings) == 0


def test_a_bullet_without_a_link_is_only_a_warning() -> None:
    model = changed(MODEL, "conclusion.bullets", (Bullet(text=t("Los.", "main_conclusion", "2041/C2")),))
    assert [(f.rule, f.severity) for f in content_findings(model)] == [("C4", "warning")]


def test_one_group_is_fine_when_documents_say_so_too() -> None:
    both = finding(9, "Ook op papier.", source("G01"), source("D9", "", kind="document"))
    assert rules(changed(MODEL, f"{PART}.findings", (both,))) == set()


def test_first_round_needs_no_follow_up() -> None:
    model = changed(changed(MODEL, "appendices.follow_up", ()), "appendices.first_round", True)
    assert rules(model) == set()
    assert "eerste ronde" in check_report(model, NOBODY).compiled.markdown


def test_known_placeholders_in_both_languages_are_filled_in() -> None:
    model = changed(MODEL, "introduction.background", written("{gesprekken} = {interviews} {gemeenten}", "1"))
    assert "16 = 16 Oosterdam en Westerveld" in check_report(model, NOBODY).compiled.markdown
    assert rules(model) == set()


def test_placeholders_in_other_texts_are_only_text() -> None:
    model = changed(
        MODEL,
        f"{PART}.findings",
        (F1, finding(9, "Zie {agenda}.", *F4.sources)),
    )
    assert "Zie {agenda}." in check_report(model, NOBODY).compiled.markdown
    assert rules(model) == set()
