"""What a step shows: texts in both languages; rows and options from the round; parts that appear."""

from __future__ import annotations

import msgspec
import pytest

from boce_tui.domain.answers import Choice, Grid, Rating
from boce_tui.instruments.audience import Profile
from boce_tui.instruments.model import Option, Text
from boce_tui.instruments.routing import gate_open, route, visible_parts
from boce_tui.instruments.steps import RoundContext
from boce_tui.locale import in_language
from tests.instruments.sets import PARKS, ROADS, ROUND, THEMES, WATER, person, question, small

YES = 'type = "yes_no_partly"'


def test_texts_are_filled_in_for_both_languages_and_follow_the_language_at_once() -> None:
    more = (
        "per_theme = true\n"
        'help = { nl = "{agenda} {year} {municipality} {theme}", en = "{theme} {municipality}" }\n'
        'probes = [{ nl = "Waarom {theme}?", en = "Why {theme}?" }]\ntype = "single_choice"\n'
        'label = { nl = "Bij {theme}", en = "At {theme}" }\n'
        'options = [{ id = "a", nl = "{theme} meer", en = "more {theme}" }, '
        '{ id = "b", nl = "niet", en = "not" }]'
    )
    context = msgspec.structs.replace(
        ROUND,
        agenda=Text("Samen", "Together"),
        municipalities=(
            Option(id="bo", nl="Borger-Odoorn"),
            Option(id="c", nl="Coevorden"),
            Option(id="e", nl="Emmen"),
        ),
    )
    who = Profile(code="R01", group="official", municipalities=("bo", "c", "e", "gone"), themes={"roads": 1})
    step = route(small(question("P1", more)), who, context)[0]
    assert step.help.get("nl") == "Samen 2041 Borger-Odoorn, Coevorden en Emmen Wegen"
    assert step.help.get("en") == "Roads Borger-Odoorn, Coevorden and Emmen"
    assert step.theme_name == Text("Wegen", "Roads")
    assert str(step.probes[0]) == "Waarom Wegen?"
    with in_language("en"):
        assert str(step.probes[0]) == "Why Roads?"
        assert str(step.parts[0].label) == "At Roads"
    assert [option.get("en") for option in step.parts[0].options] == ["more Roads", "not"]


@pytest.mark.parametrize(
    ("ids", "dutch"),
    [(["bo"], "Borger-Odoorn"), (["c", "bo"], "Coevorden en Borger-Odoorn"), (["bo", "bo"], "Borger-Odoorn")],
)
def test_municipalities_are_named_as_in_a_sentence(ids: list[str], dutch: str) -> None:
    places = (Option(id="bo", nl="Borger-Odoorn"), Option(id="c", nl="Coevorden"))
    context = msgspec.structs.replace(ROUND, municipalities=places)
    survey = small(question("Q1", 'help = { nl = "In {municipality}", en = "In {municipality}" }'))
    who = Profile(code="R01", group="official", municipalities=tuple(ids))
    assert route(survey, who, context)[0].help.nl == f"In {dutch}"


def test_what_is_filled_in_is_not_read_again() -> None:
    tricky = msgspec.structs.replace(ROUND, focus_themes=(Option(id="roads", nl="{year} {theme} [red]"),))
    survey = small(question("P1", 'per_theme = true\nhelp = { nl = "Over {theme}", en = "{theme}" }'))
    step = route(survey, person(roads=1), tricky)[0]
    assert step.help.get("nl") == "Over {year} {theme} [red]"
    assert step.help.get("en") == "{year} {theme} [red]"


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_placeholder_in_one_language_only(lang: str) -> None:
    texts = {"nl": "gewoon", "en": "plain", lang: "{year}"}
    survey = small(question("Q1", f'help = {{ nl = "{texts["nl"]}", en = "{texts["en"]}" }}'))
    assert route(survey, person(), ROUND)[0].help.get(lang) == "2041"


def test_a_placeholder_without_a_value_stays_visible() -> None:
    survey = small(question("Q1", 'help = { nl = "Bij {municipality}", en = "At {municipality}" }'))
    assert route(survey, person(), ROUND)[0].help.nl == "Bij {municipality}"


def test_groups_have_their_own_words_and_a_mixed_table_gets_the_general_ones() -> None:
    more = (
        'probes = [{ nl = "alle", en = "all" }]\n'
        'text_for.executive = { nl = "Bestuur?", en = "Executives?" }\n'
        'probes_for.executive = [{ nl = "b1", en = "b1" }, { nl = "b2", en = "b2" }]'
    )
    survey = small(question("Q1", more))
    official, executive = person("R01"), person("R02", "executive", "alderman")
    alone = route(survey, executive, ROUND)[0]
    assert alone.text.nl == "Bestuur?"
    assert [(probe.number, probe.nl) for probe in alone.probes] == [(1, "b1"), (2, "b2")]
    assert [probe.nl for probe in route(survey, official, ROUND)[0].probes] == ["alle"]
    mixed = route(survey, [executive, official], ROUND)[0]
    assert mixed.text.nl == "Vraag Q1?"
    assert [probe.number for probe in mixed.probes] == [0, 1, 2]


@pytest.mark.parametrize(
    "source",
    ["themes", "bodies", "earlier_recommendations", "municipalities", "documents", "ambitions", "agreements"],
)
def test_rows_and_options_come_from_the_round(source: str) -> None:
    key = "recommendations" if source == "earlier_recommendations" else source
    survey = small(
        question(
            "Q1", f'type = "grid"\nrow_source = "{source}"\ncolumns = [{{ id = "c", type = "open_text" }}]'
        ),
        question("Q2", f'type = "multi_choice"\noption_source = "{source}"\nother = true'),
    )
    context = RoundContext(year=2041, **{key: (PARKS, WATER)})  # type: ignore[arg-type]
    table, choice = (step.parts[0] for step in route(survey, person(), context)[:2])
    assert [row.id for row in table.rows] == ["parks", "water"]
    assert [option.id for option in choice.options] == ["parks", "water", "other"]
    assert route(survey, person(), RoundContext(year=2041))[0].parts == ()


@pytest.mark.parametrize(
    ("target", "key"),
    [
        ("theme", "themes"),
        ("body", "bodies"),
        ("recommendation", "recommendations"),
        ("document", "documents"),
        ("ambition", "ambitions"),
        ("agreement", "agreements"),
    ],
)
def test_a_reference_offers_what_there_is_in_the_round(target: str, key: str) -> None:
    survey = small(question("Q1", f'type = "reference"\ntarget = "{target}"'))
    context = RoundContext(year=2041, **{key: (PARKS,)})  # type: ignore[arg-type]
    assert [option.id for option in route(survey, person(), context)[0].parts[0].options] == ["parks"]


def test_all_themes_are_the_focus_themes_when_no_others_are_given() -> None:
    assert ROUND.named("themes") == (ROADS, WATER)


def test_parts_show_after_an_answer_in_an_earlier_part() -> None:
    parts = (
        f"{YES}\n"
        '[[question.part]]\nid = "why"\ntype = "multi_choice"\nlabel = { nl = "w", en = "w" }\n'
        'options = [{ id = "a", nl = "a", en = "a" }, { id = "b", nl = "b", en = "b" }]\n'
        'show_when = [{ part = "value", any_value = ["no"] }]\n'
        '[[question.part]]\nid = "when"\ntype = "date"\nlabel = { nl = "d", en = "d" }\n'
        'show_when = [{ part = "why", answered = true }]'
    )
    step = route(small(question("Q1", parts)), person(), ROUND)[0]

    def shown(**values: Choice | Grid | Rating) -> list[str]:
        return [part.id for part in visible_parts(step, values)]

    assert shown() == ["value"]
    assert shown(value=Choice("yes")) == ["value"]
    assert shown(value=Choice("no")) == ["value", "why"]
    assert shown(value=Choice("no"), why=Choice("a")) == ["value", "why", "when"]
    assert shown(value=Choice("yes"), why=Choice("a")) == ["value"]


def test_the_gate_opens_when_every_must_be_is_met() -> None:
    second = '[[question.part]]\nid = "also"\nlabel = { nl = "l", en = "l" }\n' + YES
    both = f'{YES}\nmust_be = ["yes"]\n{second}\nmust_be = ["yes", "partly"]'
    survey = small(question("Q1", both), question("Q2"))
    gate, ordinary = route(survey, person(), ROUND)[:2]
    assert not gate_open(gate, {"value": Choice("yes")})
    assert not gate_open(gate, {"value": Choice("no"), "also": Choice("yes")})
    assert gate_open(gate, {"value": Choice("yes"), "also": Choice("partly")})
    assert gate_open(ordinary, {})


def test_the_same_question_set_and_round_give_the_very_same_steps() -> None:
    survey = small(THEMES, question("P1", "per_theme = true"))
    assert route(survey, person(roads=1), ROUND) == route(survey, person(roads=1), ROUND)
    assert route(survey, person(roads=1), ROUND)[1] is route(survey, person(roads=1), ROUND)[1]
