"""Two rounds beside each other: what is comparable, thresholds over both, figures that outlive answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from boce_tui.cycle.comparing_years.keeping import keep_figures
from boce_tui.cycle.comparing_years.side_by_side import YearRow, side_by_side
from boce_tui.domain.agenda import Theme
from boce_tui.domain.answers import Choice, Rating, Value
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.kept_figures import KeptFigure
from boce_tui.domain.noting import ExtraQuestion
from boce_tui.domain.round import Instrument, Interview, Respondent, Round
from boce_tui.env import Env
from boce_tui.errors import BadInput
from boce_tui.store import Dossier

SURVEY = """
format = "boce-survey/1"
id = "proef"
version = "{version}"
title = {{ nl = "Proef", en = "Trial" }}
main_question = {{ nl = "Hoe gaat het?", en = "How are things?" }}

[[section]]
id = "experiences"
title = {{ nl = "Ervaringen", en = "Experiences" }}
sub_question = {{ nl = "Hoe beleeft men het?", en = "How is it?" }}
report = true

[[question]]
id = "E1"
section = "experiences"
weight = "core"
text = {{ nl = "{e1}", en = "How is it?" }}
type = "rating_1_5"
{more}
"""
MORE = """
[[question]]
id = "E2"
section = "experiences"
weight = "core"
text = { nl = "Nieuw?", en = "New?" }
type = "rating_1_5"
"""


@pytest.fixture
def dossier(tmp_path: Path, env: Env) -> Iterator[Dossier]:
    with Dossier.create(tmp_path / "data", env) as made:
        yield made


def survey(version: str = "1.0", e1: str = "Hoe gaat het samenwerken?", more: str = "") -> str:
    return SURVEY.format(version=version, e1=e1, more=more)


def round_(dossier: Dossier, year: int, previous: str = "", text: str = "", **fields: object) -> str:
    made = Round(year=year, title=f"Evaluatie {year}", previous=previous, instrument="proef")
    dossier.save(msgspec.structs.replace(made, **fields), str(year))
    dossier.save(Instrument(version="1.0", source=text or survey()), f"{year}/proef")
    return str(year)


def say(
    dossier: Dossier, year: str, group: str, marks: str, role: str = "theme_lead", first: int = 1
) -> None:
    """Each mark is a person of a municipality of their own, so they are known again next year."""
    with dossier.change():
        for at, mark in enumerate(marks, first):
            code = f"R{at:02d}" if group == "official" else f"R{at + 50:02d}"
            dossier.save(Respondent(group=group, role=role, municipalities=(f"m{at}",)), f"{year}/{code}")
            dossier.save(Interview(participants=(code,), state="approved"), f"{year}/G{code[1:]}")
            value: Value = Rating(score=int(mark)) if mark.isdecimal() else Choice(option=mark)
            dossier.save(Answer(values={"value": value}), f"{year}/G{code[1:]}/E1/-/all")


def row(dossier: Dossier, question: str = "E1") -> YearRow:
    found = [r for r in side_by_side(dossier, "2041").rows if r.measure.question.id == question]
    assert len(found) == 1
    return found[0]


def two(dossier: Dossier, before: str = "", after: str = "") -> None:
    round_(dossier, 2040, text=before)
    round_(dossier, 2041, "2040", after)


def test_the_same_people_in_both_years(dossier: Dossier) -> None:
    two(dossier)
    say(dossier, "2040", "official", "224422")
    say(dossier, "2041", "official", "444422")
    found = row(dossier)
    assert found.state == "compared"
    assert found.years is not None
    assert found.years.total is not None
    assert (round(found.years.total.before.mean or 0, 2), round(found.years.total.after.mean or 0, 2)) == (
        2.67,
        3.33,
    )


def test_a_group_too_small_in_one_year_is_shown_in_neither(dossier: Dossier) -> None:
    two(dossier)
    for year, executives in (("2040", "1244"), ("2041", "12445")):
        say(dossier, year, "official", "2244225")
        say(dossier, year, "executive", executives, "alderman")
    found = row(dossier)
    assert found.years is not None
    assert found.years.groups == {}
    # One alderman joined: the difference of the totals would be what that one said.
    assert found.years.mode == "words"


def test_who_cannot_be_recognised_by_function_makes_no_class(dossier: Dossier) -> None:
    two(dossier)
    say(dossier, "2040", "official", "22442")
    say(dossier, "2041", "official", "22442", first=11)  # other municipalities: five left, five joined
    assert row(dossier).years.mode == "exact"  # type: ignore[union-attr]


def test_other_words_are_said_and_other_answers_are_not_compared(dossier: Dossier) -> None:
    two(dossier, after=survey("2.0", "Hoe bevalt het samenwerken?", 'comparable_from = "1.0"'))
    say(dossier, "2040", "official", "224422")
    say(dossier, "2041", "official", "444422")
    found = row(dossier)
    assert (found.state, found.asked_before) == ("reworded", "Hoe gaat het samenwerken?")
    assert found.years is not None
    dossier.save(Instrument(version="2.0", source=survey("2.0", "Wat vindt u?")), "2041/proef")
    found = row(dossier)
    assert (found.state, found.years) == ("other", None)


def test_what_was_asked_in_one_year_only_is_named(dossier: Dossier) -> None:
    two(dossier, after=survey(more=MORE))
    assert row(dossier, "E2").state == "new"
    two(dossier, before=survey(more=MORE))
    assert row(dossier, "E2").state == "dropped"


def test_a_question_about_one_theme_is_compared_only_when_both_years_had_it(dossier: Dossier) -> None:
    per_theme = survey(more="per_theme = true")
    round_(dossier, 2040, text=per_theme, focus_themes=("housing",))
    round_(dossier, 2041, "2040", per_theme, focus_themes=("housing", "roads"))
    for key in ("housing", "roads"):
        dossier.save(Theme(name=key), key)
    states = {r.measure.theme: r.state for r in side_by_side(dossier, "2041").rows}
    assert states == {"housing": "nothing", "roads": "not_both"}


def test_extra_questions_are_never_compared(dossier: Dossier) -> None:
    two(dossier)
    for year in ("2040", "2041"):
        say(dossier, year, "official", "224422")
        for at in range(1, 7):
            dossier.save(ExtraQuestion(text="En toen?", section="experiences"), f"{year}/G{at:02d}/X1")
            dossier.save(Answer(values={"value": Rating(score=at % 5 + 1)}), f"{year}/G{at:02d}/X1/-/all")
    assert {r.measure.question.id for r in side_by_side(dossier, "2041").rows} == {"E1"}


def test_figures_stay_when_the_answers_are_erased(dossier: Dossier) -> None:
    two(dossier)
    say(dossier, "2040", "official", "224422")
    say(dossier, "2040", "executive", "12453", "alderman")
    assert keep_figures(dossier, "2040") == 1
    kept = dossier.value(KeptFigure, "2040/E1/-/value")
    assert kept is not None
    assert {name: r.people for name, r in kept.groups.items()} == {"official": 6, "executive": 5}
    for item in dossier.all(Answer, "2040/"):
        dossier.delete(Answer, item.key)
    say(dossier, "2041", "official", "555544")
    say(dossier, "2041", "executive", "45551", "alderman")
    found = row(dossier).years
    assert found is not None
    assert found.total is not None
    assert (found.total.before.people, found.word) == (11, "higher")
    assert set(found.groups) == {"official", "executive"}


def test_what_is_kept_holds_no_small_group(dossier: Dossier) -> None:
    round_(dossier, 2040)
    say(dossier, "2040", "official", "224422")
    say(dossier, "2040", "executive", "12", "alderman")
    keep_figures(dossier, "2040")
    kept = dossier.value(KeptFigure, "2040/E1/-/value")
    assert kept is not None
    assert (kept.total.people, kept.groups) == (8, {})
    for item in dossier.all(Answer, "2040/")[3:]:
        dossier.delete(Answer, item.key)
    keep_figures(dossier, "2040")
    assert dossier.values(KeptFigure) == {}


def test_groups_are_kept_all_or_none(dossier: Dossier) -> None:
    round_(dossier, 2040)
    said = {"official": "1234512", "external": "12345", "executive": "15"}
    with dossier.change():
        for at, (group, mark) in enumerate((g, mark) for g, marks in said.items() for mark in marks):
            dossier.save(Respondent(group=group, role="other"), f"2040/R{at:02d}")
            dossier.save(Interview(participants=(f"R{at:02d}",), state="approved"), f"2040/G{at:02d}")
            dossier.save(Answer(values={"value": Rating(score=int(mark))}), f"2040/G{at:02d}/E1/-/all")
    keep_figures(dossier, "2040")
    kept = dossier.value(KeptFigure, "2040/E1/-/value")
    assert kept is not None
    assert (kept.total.people, kept.groups) == (14, {})


def test_without_two_years_there_is_nothing_to_compare(dossier: Dossier) -> None:
    round_(dossier, 2040)
    with pytest.raises(BadInput):
        side_by_side(dossier, "2040")
    with pytest.raises(BadInput):
        side_by_side(dossier, "2040", "2040")
    with pytest.raises(BadInput):
        side_by_side(dossier, "2040", "1999")
