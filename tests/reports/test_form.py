"""F1-F17: each rule finds its own fault, and a sound report has none."""

from __future__ import annotations

import pytest

from boce_tui.reports.compiling import compile_report
from boce_tui.reports.gates import form
from boce_tui.reports.gates.finding import GateFinding, Places
from boce_tui.reports.parsed import Parsed
from tests.reports.small import MODEL

SOUND = """# Titel

Zie [1.1](#11-aanleiding).

## 1 Inleiding

### 1.1 Aanleiding

Tekst.

| a | b |
| :-- | :-- |
| x | y |
"""

FAULTS: dict[str, list[tuple[str, str]]] = {
    "F1": [
        ("Tekst.\n", "Tekst.\r\n"),
        ("| x | y |\n", "| x | y |"),
        ("Tekst.", "e\u0301"),
        ("# Titel", "\ufeff# Titel"),
    ],
    "F2": [("Tekst.", "Te\u202ekst."), ("Tekst.", "Te\x1bkst."), ("Tekst.", "Te\u200bkst.")],
    "F3": [("## 1 Inleiding", "# 1 Inleiding"), ("# Titel\n", "Titel\n")],
    "F4": [("### 1.1", "#### 1.1")],
    "F5": [
        ("Tekst.\n\n| a | b |\n| :-- | :-- |\n| x | y |\n", ""),
        ("## 1 Inleiding", "##\n\n## 1 Inleiding"),
    ],
    "F6": [("## 1 Inleiding\n", "## 1 Inleiding\n\nx\n\n## 1 Inleiding\n")],
    "F7": [("## 1 Inleiding", "1 Inleiding\n---")],
    "F8": [("Tekst.", "Te<b>kst</b>."), ("Tekst.", "<div>x</div>"), ("Tekst.", "<!-- x -->")],
    "F9": [("Tekst.", "`Tekst.`"), ("Tekst.", "```\nTekst.\n```"), ("Tekst.", "x\n\n    Tekst.")],
    "F10": [("| x | y |", "| x |"), ("| x | y |", "| x | y | z |")],
    "F11": [("#11-aanleiding", "#12-aanleiding")],
    "F12": [
        ("(#11-aanleiding)", "(http://x.nl)"),
        ("(#11-aanleiding)", "(bestand.md)"),
        ("(#11-aanleiding)", "(ssh://x)"),
    ],
    "F13": [("Tekst.", "www.gemeente.nl"), ("Tekst.", "<https://x.nl>"), ("Tekst.", "https://x.nl")],
    "F14": [("Tekst.", "![](https://x.nl/a.png)")],
    "F15": [
        ("Tekst.", "{{ titel }}"),
        ("Tekst.", "{% if x %}"),
        ("Tekst.", "TODO nog schrijven"),
        ("Tekst.", "INVULLEN"),
    ],
    "F16": [("Tekst.", "Tekst.  "), ("Tekst.\n", "Tekst.\n\n\n"), ("Tekst.\n", "Tekst. \n")],
    "F17": [("### 1.1 Aanleiding", "### 1.1 – Aanleiding")],
}


SEEDED = [(rule, *pair) for rule, pairs in FAULTS.items() for pair in pairs]


def findings(markdown: str) -> list[GateFinding]:
    return list(form.form_findings(Places(Parsed(markdown))))


def rules(markdown: str) -> set[str]:
    return {finding.rule for finding in findings(markdown)}


def test_a_sound_document_has_no_findings() -> None:
    assert findings(SOUND) == []


def test_the_small_report_has_no_findings() -> None:
    assert rules(compile_report(MODEL).markdown) == set()


def test_every_rule_has_its_fault() -> None:
    assert set(FAULTS) == set(form.RULES)


@pytest.mark.parametrize(("rule", "old", "new"), SEEDED)
def test_a_rule_finds_its_fault_and_without_it_nobody_does(
    rule: str, old: str, new: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert old in SOUND
    faulty = SOUND.replace(old, new)
    assert rule in rules(faulty)
    monkeypatch.delitem(form.RULES, rule)
    assert rule not in rules(faulty)


def test_a_finding_names_its_line_and_section() -> None:
    found = next(f for f in findings(SOUND.replace("Tekst.", "Te<b>kst</b>.")) if f.rule == "F8")
    assert (found.line, found.section, found.place, found.severity) == (
        9,
        "11-aanleiding",
        "1.1 Aanleiding",
        "error",
    )
    assert found.message
    assert found.how_to_mend
    assert not found.privacy


def test_an_anchor_that_differs_stops_only_when_something_links_to_it() -> None:
    heading = SOUND.replace("1.1 Aanleiding", "1.1 Aanleiding’s")
    assert {f.severity for f in findings(heading) if f.rule == "F17"} == {"warning"}
    linked = heading.replace("#11-aanleiding", "#11-aanleidings")
    assert {f.severity for f in findings(linked) if f.rule == "F17"} == {"error"}


def test_text_of_people_that_looks_like_a_template_is_no_fault() -> None:
    assert rules(SOUND.replace("Tekst.", r"Wij gebruiken \{{ haakjes \}} en \{% meer %\}.")) == set()
