"""P0-P9: a planted giveaway is found in what the reader sees, and names its place."""

from __future__ import annotations

from typing import Any

import pytest

from boce_tui.domain.giveaways import WARNING, FunctionForm, GiveawayList, NameForm
from boce_tui.reports.checking import check_report, exit_code
from boce_tui.reports.compiling import compile_report
from boce_tui.reports.gates import given_away, privacy
from boce_tui.reports.gates.finding import GateFinding
from boce_tui.reports.model import FigureRow, Origin, ReportModel, Text
from boce_tui.reports.walking import map_texts
from tests.reports.changing import changed
from tests.reports.small import F1, F3, MODEL, source, t

PART = "chapters.0.parts.0"
QUOTE = f"{PART}.findings.0.quotes.0.text"
TEXT = f"{PART}.findings.0.text"
FIGURE = "appendices.figures.0.rows"

LIST = GiveawayList(
    names=(
        NameForm(form="Zoë Çelik-Müller", code="R02", kind="full"),
        NameForm(form="Zoutkamp", code="R01", kind="surname"),
        NameForm(form="Bakker", code="R03", kind="surname", common_word=True, capital_only=True),
        NameForm(form="z.celik@oosterdam.example", code="R02", kind="email"),
    ),
    functions=(
        FunctionForm(form="wethouder van Oosterdam", body="alderman"),
        FunctionForm(form="mijn wethouder", body="alderman", severity=WARNING),
    ),
)


def quote(text: str) -> Any:
    return t(text, "quote", "2041/Q1")


def row(label: str, value: float | None, people: int, **more: Any) -> FigureRow:
    return FigureRow(label=t(label, "vocabulary"), value=value, people=people, **more)


FAULTS: dict[str, list[tuple[str, Any]]] = {
    "P1": [
        (QUOTE, quote("Zoë Çelik-Müller belt even.")),
        (QUOTE, quote("zoe celik-muller belt even")),
        (TEXT, t("Dit zegt *Zoë\nÇelik-Müller* ook.")),
        ("afterword", t("Met dank aan Zoutkamp.", "chapter_text", "2041/4")),
        ("document.title", t("Zoutkamp", "round", "2041")),
    ],
    "P2": [(TEXT, t("Volgens Bakker gaat het goed."))],
    "P3": [
        (TEXT, t("Mail naar iemand@gemeente.example voor meer.")),
        (TEXT, t("z.celik@oosterdam.example")),
        (TEXT, t("Bel 06-12345678.")),
        (TEXT, t("Bel 0591 123 456 of +31 6 1234 5678.")),
        (TEXT, t("BSN 111222333 staat hier.")),
        (TEXT, t("NL91 ABNA 0417 1643 00")),
        (TEXT, t("De auto met kenteken AB-123-C.")),
    ],
    "P4": [
        (QUOTE, quote("De wethouder van Oosterdam wilde niet.")),
        (QUOTE, quote("Mijn wethouder wilde niet.")),
        (QUOTE, quote("Bij ons in Westerveld is dat anders.")),
        (TEXT, t("De wethouder van Oosterdam wilde niet.")),
    ],
    "P5": [
        (f"{FIGURE}.0.people", 4),
        (f"{FIGURE}.2.people", 4),
        (FIGURE, (row("b", None, 0), row("a", 4.0, 12), row("samen", 4.1, 20, total=True))),
        (FIGURE, (row("b", None, 0), row("c", None, 0), row("a", 4, 17), row("samen", 4, 20, total=True))),
        ("chapters.0.parts.1.statuses.0.answered", 4),
        (f"{PART}.findings.0", changed(changed(F1, "group", "executive"), "people", 2)),
        ("chapters.0.parts.2.findings.0.people", 2),
        ("count_threshold", 9),
    ],
    "P6": [(f"{FIGURE}.0.lowest", 5)],
    "P7": [(f"{PART}.findings.0.quotes.0.approval", value) for value in ("no", "asked", "refused", "")],
    "P8": [("appendices.interviewees.0.name", t("Zoë Çelik-Müller", "respondent", "2041/R02"))],
    "P9": [(TEXT, t("Zoals R07 zei, gaat het goed."))],
}
SEEDED = [(rule, *pair) for rule, pairs in FAULTS.items() for pair in pairs]
TEXT_RULE = {"P2": "P1"}


def privacy_findings(model: ReportModel, giveaways: GiveawayList | None = LIST) -> list[GateFinding]:
    return [found for found in check_report(model, giveaways).findings if found.privacy]


def rules(model: ReportModel) -> set[str]:
    return {found.rule for found in privacy_findings(model)}


def test_a_clean_report_gives_nobody_away() -> None:
    assert privacy_findings(MODEL) == []


def test_every_rule_has_its_fault() -> None:
    assert set(FAULTS) == {*given_away.TEXT_RULES, *privacy.MODEL_RULES, "P2"}


@pytest.mark.parametrize(("rule", "path", "value"), SEEDED)
def test_a_rule_finds_its_fault_and_without_it_nobody_does(
    rule: str, path: str, value: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    faulty = changed(MODEL, path, value)
    assert rule in rules(faulty)
    table: dict[str, Any] = privacy.MODEL_RULES if rule in privacy.MODEL_RULES else given_away.TEXT_RULES
    monkeypatch.delitem(table, TEXT_RULE.get(rule, rule))
    assert rule not in rules(faulty)


def test_a_choice_that_everybody_made_tells_what_each_of_them_said() -> None:
    kind = FIGURE.removesuffix("rows") + "kind"
    total = row("samen", 6.0, 6, total=True)
    counted = changed(MODEL, kind, "count")
    assert "P6" in rules(changed(counted, FIGURE, (row("trager", 6.0, 6), total)))
    assert "P6" not in rules(changed(counted, FIGURE, (row("trager", 5.0, 5), row("sneller", 5.0, 5), total)))


@pytest.mark.parametrize("rule", ["P1", "P3", "P5", "P7", "P8", "P9"])
def test_a_privacy_error_is_exit_five_also_in_a_draft(rule: str) -> None:
    model = changed(MODEL, "draft", True)
    for path, value in FAULTS[rule]:
        assert exit_code(check_report(changed(model, path, value), LIST).findings) == 5


@pytest.mark.parametrize("rule", ["P2", "P6"])
def test_a_privacy_warning_does_not_stop(rule: str) -> None:
    for path, value in FAULTS[rule]:
        assert exit_code(check_report(changed(MODEL, path, value), LIST).findings) == 0


def test_a_planted_name_is_found_in_every_text_that_is_printed() -> None:
    """The finding names the item, wherever the name was typed."""
    compiled = compile_report(MODEL)
    origins = {text.origin for here in compiled.placements for text in here}
    assert len(origins) > 30
    for origin in sorted(origins, key=str)[::4]:

        def plant(text: Text, at: Origin = origin) -> Text:
            return Text(f"{text.value} Zoutkamp", at) if text.origin == at else text

        planted = map_texts(MODEL, plant)
        found = [one for one in privacy_findings(planted) if one.rule == "P1"]
        assert found, origin
        assert any(one.origin == origin for one in found), origin


def test_locked_names_stop_the_report() -> None:
    checked = check_report(MODEL, None)
    assert [(found.rule, found.severity) for found in checked.findings] == [("P0", "error")]
    assert exit_code(checked.findings) == 5


def test_a_common_word_can_be_confirmed_and_only_there() -> None:
    model = changed(MODEL, TEXT, t("Volgens Bakker gaat het goed."))
    [found] = privacy_findings(model)
    assert "Bakker" not in found.id
    assert check_report(model, LIST, allowed={found.id}).findings == ()
    elsewhere = changed(model, "afterword", t("Met dank aan Bakker.", "chapter_text", "2041/4"))
    left = check_report(elsewhere, LIST, allowed={found.id}).findings
    assert [one.origin.key for one in left if one.origin] == ["2041/4"]


def test_an_error_cannot_be_confirmed_away() -> None:
    model = changed(MODEL, TEXT, t("Volgens Zoutkamp gaat het goed."))
    [found] = privacy_findings(model)
    assert check_report(model, LIST, allowed={found.id}).findings == (found,)


def test_a_listed_interviewee_with_consent_may_be_named_in_the_list_only() -> None:
    name = t("Zoë Çelik-Müller", "respondent", "2041/R02", "name")
    model = changed(MODEL, "appendices.interviewees.0.name", name)
    model = changed(model, "appendices.interviewees.0.consent", True)
    checked = check_report(model, LIST)
    assert checked.findings == ()
    assert "Zoë Çelik-Müller" in checked.compiled.markdown
    assert "P1" in rules(changed(model, QUOTE, quote("Zoë Çelik-Müller belt even.")))


def test_a_name_without_consent_is_never_printed() -> None:
    model = changed(MODEL, "appendices.interviewees.0.name", t("Zoë Çelik-Müller", "respondent", "2041/R02"))
    assert "Çelik" not in check_report(model, LIST).compiled.markdown


def test_naming_a_function_outside_quotes_is_a_warning_only_in_statements() -> None:
    model = changed(MODEL, TEXT, t("De wethouder van Oosterdam wilde niet."))
    assert [(found.rule, found.severity) for found in privacy_findings(model)] == [("P4", "warning")]
    addressee = changed(
        MODEL, "conclusion.groups.0.items.0.addressee", t("Wethouder van Oosterdam", "body", "x")
    )
    assert privacy_findings(addressee) == []


def test_large_numbers_and_years_are_no_personal_details() -> None:
    model = changed(MODEL, TEXT, t("In 2038-2041 kostte het 1.234.567.890 euro; zie de N34, 123456789."))
    assert privacy_findings(model) == []


def test_two_hidden_groups_that_are_large_enough_together_are_fine() -> None:
    rows = (row("b", None, 0), row("c", None, 0), row("a", 4.0, 12), row("samen", 4.1, 20, total=True))
    assert privacy_findings(changed(MODEL, FIGURE, rows)) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("quantifier", "also_mentioned"),
        ("sources", (*F3.sources, source("D1", kind="document"))),
        ("sources", (source("D1", kind="document"), source("D2", kind="document"))),
        ("people", 3),
    ],
)
def test_a_statement_on_a_theme_by_few_people_that_is_fine(field: str, value: Any) -> None:
    few = changed(changed(F3, "people", 2), field, value)
    assert privacy_findings(changed(MODEL, "chapters.0.parts.2.findings.0", few)) == []
    assert privacy_findings(changed(MODEL, f"{PART}.findings.0.people", 1)) == []


def test_hidden_figures_are_not_printed() -> None:
    rows = (row("b", None, 0), row("c", None, 0), row("a", 4.0, 12), row("samen", 4.1, 20, total=True))
    markdown = check_report(changed(MODEL, FIGURE, rows), LIST).compiled.markdown
    assert "| b | niet getoond | – | – |" in markdown
    assert "of was het cijfer van een andere groep eruit af te leiden" in markdown, (
        "it is not only the small one"
    )
    shown = check_report(changed(MODEL, FIGURE, rows[2:]), LIST).compiled.markdown
    assert "niet getoond" not in shown


def test_perceived_status_below_the_threshold_says_so() -> None:
    path = "chapters.0.parts.1.statuses.0"
    model = changed(changed(MODEL, f"{path}.perceived", ()), f"{path}.answered", 3)
    checked = check_report(model, LIST)
    assert checked.findings == ()
    assert "te weinig antwoorden om te tonen" in checked.compiled.markdown


def test_a_code_of_another_laptop_is_a_code_too() -> None:
    """Codes that were given out on a second laptop have five digits."""
    from boce_tui.reports.gates.given_away import CODE

    assert CODE.findall("Zoals R07 en R34762 zeiden.") == ["R07", "R34762"]
