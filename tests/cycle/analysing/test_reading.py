"""Which answers are read back, in which order, and what is never shown."""

from __future__ import annotations

import pytest

from boce_tui.cycle.analysing import findings, labels
from boce_tui.cycle.analysing.current import current
from boce_tui.cycle.analysing.reading import Readback
from boce_tui.cycle.analysing.saying import Sayer
from boce_tui.domain.answers import (
    Amount,
    Choice,
    Choices,
    Grid,
    Items,
    Rating,
    Reference,
    SwotItem,
    Value,
    When,
)
from boce_tui.errors import BadInput
from boce_tui.locale import in_language
from tests.cycle.analysing.heard import A2, E1, E4, Heard
from tests.cycle.factory import ROUND


def test_under_each_other_by_code_with_group_filter(heard: Heard) -> None:
    b = heard.person("executive")
    a = heard.person("official")
    heard.says(a, E4, "tweede")
    heard.says(b, E4, "eerste")
    heard.says(a, E1, "andere vraag")
    readback = Readback(heard.dossier, ROUND)
    assert [row.answer.text for row in readback.answers(E4)] == ["eerste", "tweede"]
    assert [row.people for row in readback.answers(E4, group="official")] == [(a,)]
    assert readback.spoken == ("executive", "official")
    assert readback.group_of(a) == "official"
    assert readback.group_of("R99") == ""


def test_skipped_is_told_apart_and_empty_is_nowhere(heard: Heard) -> None:
    a, b, c = heard.person(), heard.person(), heard.person()
    heard.says(a, E4, "gezegd")
    skipped = heard.says(b, E4, skipped="no_time")
    heard.says(c, E4, "   ")
    readback = Readback(heard.dossier, ROUND)
    assert len(readback.answers(E4)) == 1
    assert [str(row.key) for row in readback.passed_over(E4)] == [skipped]
    assert readback.passed_over(E4, group="executive") == []
    assert readback.row(skipped) is None


@pytest.mark.parametrize("state", ["withdrawn", "cancelled", "planned", "invited"])
def test_only_held_interviews_are_read(heard: Heard, state: str) -> None:
    who = heard.person(state=state)
    heard.says(who, E4, "mag niemand lezen")
    heard.says(who, E1, skipped="no_time")
    readback = Readback(heard.dossier, ROUND)
    assert readback.answers(E4) == []
    assert readback.passed_over(E1) == []


def test_questions_with_counts_per_theme(heard: Heard) -> None:
    first = heard.says(heard.person(), A2, "x", Choice(option="realised"), theme="housing")
    heard.says(heard.person(), A2, "y", Choice(option="realised"), theme="housing")
    rows = {(r.question.id, r.theme): r for r in Readback(heard.dossier, ROUND).questions({first})}
    assert (rows[A2, "housing"].answers, rows[A2, "housing"].cited) == (2, 1)
    assert rows[A2, "accessibility"].answers == 0
    assert (E1, None) in rows
    assert (E1, "housing") not in rows
    order = [r.question.id for r in Readback(heard.dossier, ROUND).questions()]
    assert order.index("A2") < order.index("E1") < order.index("S1")


def test_labels_are_put_on_taken_off_and_counted(heard: Heard) -> None:
    a, b = heard.says(heard.person(), E4, "x"), heard.says(heard.person(), E1, "y")
    for answer in (a, b):
        labels.toggle(heard.dossier, answer, "trust")
    labels.toggle(heard.dossier, a, " #Regie  Rol ")
    assert labels.tags_on(heard.dossier, a) == ("regie rol", "trust")
    assert labels.in_use(heard.dossier, ROUND) == [("trust", 2), ("regie rol", 1)]
    readback = Readback(heard.dossier, ROUND)
    assert {str(row.key) for row in readback.with_tag("trust")} == {a, b}
    assert [str(row.key) for row in readback.answers(E4, tag="trust")] == [a]
    labels.toggle(heard.dossier, a, "trust")
    assert labels.in_use(heard.dossier, ROUND) == [("regie rol", 1), ("trust", 1)]


@pytest.mark.parametrize("bad", ["", "  ", "#", "x" * 41])
def test_a_label_is_a_short_word(heard: Heard, bad: str) -> None:
    with pytest.raises(BadInput):
        labels.toggle(heard.dossier, f"{ROUND}/G20/E1/-/all", bad)


def test_labels_have_names_in_both_languages() -> None:
    assert labels.name("trust") == "vertrouwen"
    assert labels.name("+") == "positief"
    assert labels.name("eigen woord") == "eigen woord"
    with in_language("en"):
        assert labels.name("-") == "negative"


@pytest.mark.parametrize(
    ("question", "values", "said"),
    [
        (E1, {"value": Rating(score=4)}, ["4 van 5"]),
        (E1, {"value": Rating(score=5)}, ["5 van 5"]),
        (E1, {"value": Rating(non_answer="dont_know")}, ["weet niet"]),
        (A2, {"value": Choice(option="realised")}, ["bereikt"]),
        ("S7", {"value": Choices(options=("cost",), other="sneller klaar")}, ["kosten: sneller klaar"]),
        ("S1", {"value": Items(items=("vertrouwen", "tempo"))}, ["1 vertrouwen", "2 tempo"]),
        ("B3", {"value": Items(items=("energie",))}, ["- energie"]),
        ("I2", {"value": When(value="2038-06")}, ["juni 2038"]),
        ("B8", {"value": Reference(kind="body", id="councils")}, ["raden"]),
        ("E5", {"value": Grid(cells={"councils": {"clear": "partly"}})}, ["Gemeenteraad: deels"]),
        (
            "S2",
            {"value": Grid(cells={"trust": {"importance": 5, "present": 2}})},
            ["Vertrouwen: Belangrijk 5, Geregeld 2"],
        ),
        ("E4", {"iets": SwotItem(cell="strength", text="korte lijnen")}, ["sterk punt: korte lijnen"]),
        ("E4", {"iets": Amount(value="12.5")}, ["12,5"]),
        ("weg", {"value": Choice(option="oud")}, ["oud"]),
        ("E5", {"value": Grid(cells={"councils": {"clear": None}})}, []),
    ],
)
def test_values_in_words(heard: Heard, question: str, values: dict[str, Value], said: list[str]) -> None:
    readback = Readback(heard.dossier, ROUND)
    assert Sayer(heard.dossier, ROUND, readback.instrument).lines(question, values) == said


def test_two_parts_are_named(heard: Heard) -> None:
    readback = Readback(heard.dossier, ROUND)
    values: dict[str, Value] = {"needed": Amount(value="30"), "had": Amount(value="16")}
    lines = Sayer(heard.dossier, ROUND, readback.instrument).lines("B6", values)
    assert len(lines) == 2
    assert "16" in lines[0]
    assert "30" in lines[1]
    assert all(": " in line for line in lines)


def test_the_round_is_read_once_until_something_in_it_changes(heard: Heard) -> None:
    answer = heard.says(heard.person(), E4, "eerst")
    first = current(heard.dossier, ROUND)
    assert current(heard.dossier, ROUND) is first
    findings.new_finding(heard.dossier, ROUND, "experiences", "general")
    assert current(heard.dossier, ROUND) is first
    labels.toggle(heard.dossier, answer, "trust")
    labelled = current(heard.dossier, ROUND)
    assert labelled is not first
    assert labelled.answers(E4)[0].tags == ("trust",)
    heard.withdraw(answer.split("/")[1])
    assert current(heard.dossier, ROUND).answers(E4) == []
