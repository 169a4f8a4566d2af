"""Respondents by code, evaluators, interviews, coverage and documents."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from boce_tui.cycle.planning import (
    Count,
    FieldProblem,
    add_document,
    add_evaluator,
    add_interview,
    add_respondent,
    conflict_hints,
    count,
    count_by_state,
    coverage,
    create_round,
    documents,
    evaluators,
    interviews,
    person,
    plan_the_rest,
    remove_document,
    remove_evaluator,
    remove_interview,
    remove_respondent,
    respondents,
    set_state,
    standard_agenda,
    update_document,
    update_evaluator,
    update_interview,
    update_respondent,
    used_codes,
)
from boce_tui.domain.dates import FIRST_YEAR, LAST_YEAR, parse_day, parse_day_or_month, parse_time, show_day
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.round import Planned
from boce_tui.domain.status import FOLLOWS, may_follow
from boce_tui.domain.vocabulary import INTERVIEW_STATE
from boce_tui.errors import DossierUnavailable, PrivacyStop
from boce_tui.names import Names, make_example_key
from boce_tui.store import Dossier
from tests.support import make_env


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    env = make_env(tmp_path)
    with Dossier.create(env.data_dir, env) as made:
        standard_agenda(made)
        create_round(made, year=2041, focus_themes=["accessibility", "liveability"])
        yield made


@pytest.fixture
def names(dossier: Dossier, tmp_path: Path) -> Names:
    names = Names(dossier.folder)
    names.create(make_example_key(tmp_path))
    return names


def add(dossier: Dossier, role: str = "alderman", *places: str, **themes: int) -> str:
    made = add_respondent(dossier, "2041", role=role, municipalities=places, themes=themes)
    return made.key.split("/")[1]


def field_of(call: object, *args: object, **values: object) -> str:
    with pytest.raises(FieldProblem) as refused:
        call(*args, **values)  # type: ignore[operator]
    return refused.value.field


def test_a_name_goes_to_the_names_file_and_nowhere_else(dossier: Dossier, names: Names) -> None:
    made = add_respondent(
        dossier,
        "2041",
        names=names,
        who=person(name="Zoë Çelik-Müller", email="z@voorbeeld.nl"),
        role="mayor",
    )
    code = made.key.removeprefix("2041/")
    who = names.person(code)
    assert who is not None
    assert who.name == "Zoë Çelik-Müller"
    dossier.close()
    for path in dossier.folder.rglob("*"):
        if path.is_file():
            assert b"elik" not in path.read_bytes(), path


def test_a_name_without_an_open_names_file_is_refused_and_nothing_is_kept(
    dossier: Dossier, names: Names
) -> None:
    names.lock()
    for given_names in (names, None):
        with pytest.raises(PrivacyStop):
            add_respondent(dossier, "2041", names=given_names, who=person(name="Zoë"), role="mayor")
    assert respondents(dossier, "2041") == {}


def test_a_respondent_that_cannot_be_kept_leaves_no_name(
    dossier: Dossier, names: Names, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object, **_more: object) -> None:
        raise DossierUnavailable("vol")

    monkeypatch.setattr(Dossier, "save", full)
    with pytest.raises(DossierUnavailable):
        add_respondent(dossier, "2041", names=names, who=person(name="Zoë"), role="mayor")
    assert names.data().people == {}


def test_the_group_follows_from_the_role(dossier: Dossier) -> None:
    code = add(dossier, "alderman", "emmen")
    assert respondents(dossier, "2041")[code].group == "executive"
    update_respondent(dossier, "2041", code, role="theme_lead", group="")
    assert respondents(dossier, "2041")[code].group == "official"
    assert field_of(add_respondent, dossier, "2041", role="other") == "group"
    assert field_of(add_respondent, dossier, "2041", role="baas", group="official") == "role"
    assert field_of(update_respondent, dossier, "2041", code, themes={"accessibility": 4}) == "themes"
    assert field_of(update_respondent, dossier, "2041", code, municipalities=("assen",)) == "municipalities"
    assert field_of(update_respondent, dossier, "2041", "R00", role="mayor") == "code"


def test_a_code_is_never_used_again(dossier: Dossier) -> None:
    codes = [add(dossier) for _ in range(95)]
    for code in codes:
        remove_respondent(dossier, "2041", code)
    create_round(dossier, year=2042)
    later = [add_respondent(dossier, "2042", role="mayor").key.split("/")[1] for _ in range(6)]
    assert not set(codes) & set(later)
    assert used_codes(dossier) == set(codes) | set(later)
    assert sum(len(code) == 4 for code in later) == 2


def test_a_code_in_the_names_file_counts_as_used(dossier: Dossier, names: Names) -> None:
    names.put({f"R{n:02d}": person(name="x") for n in range(1, 99)})
    assert add_respondent(dossier, "2041", names=names, role="mayor").key == "2041/R99"


def test_who_takes_part_stays(dossier: Dossier, names: Names) -> None:
    made = add_respondent(dossier, "2041", names=names, who=person(name="Zoë"), role="mayor")
    code = made.key.split("/")[1]
    key = add_interview(dossier, "2041", participants=(code,)).key.split("/")[1]
    assert field_of(remove_respondent, dossier, "2041", code) == "code"
    remove_interview(dossier, "2041", key)
    remove_respondent(dossier, "2041", code, names=names)
    assert names.person(code) is None


def test_evaluators(dossier: Dossier, names: Names) -> None:
    first = add_evaluator(dossier, "2041", names=names, who=person(name="Ewoud"), organisation="emmen")
    add_evaluator(dossier, "2041", organisation="domesta", municipal_employee=False)
    assert list(evaluators(dossier, "2041")) == ["EV1", "EV2"]
    assert names.evaluator(first.key) == person(name="Ewoud")
    update_evaluator(dossier, "2041", "EV2", confidentiality_signed="1 maart 2041")
    assert evaluators(dossier, "2041")["EV2"].confidentiality_signed == "2041-03-01"
    assert field_of(add_evaluator, dossier, "2041", organisation="nasa") == "organisation"
    remove_evaluator(dossier, "2041", "EV2")
    assert add_evaluator(dossier, "2041").key == "2041/EV3"


def test_an_interview_with_two_people_counts_once(dossier: Dossier) -> None:
    a, b, c = add(dossier), add(dossier), add(dossier)
    add_interview(dossier, "2041", participants=(a, b))
    add_interview(dossier, "2041", participants=(c,))
    assert count(interviews(dossier, "2041")) == Count(interviews=2, participants=3)
    assert field_of(add_interview, dossier, "2041", participants=(a,)) == "participants"
    assert field_of(add_interview, dossier, "2041") == "participants"
    assert field_of(add_interview, dossier, "2041", participants=("R00",)) == "participants"


def test_what_was_called_off_counts_no_more(dossier: Dossier) -> None:
    a, b = add(dossier), add(dossier)
    add_interview(dossier, "2041", participants=(a,))
    off = add_interview(dossier, "2041", participants=(b,))
    interview = off.value
    assert interview is not None
    for state in ("cancelled", "withdrawn"):
        dossier.save(msgspec.structs.replace(interview, state=state), off.key)
        assert count(interviews(dossier, "2041")) == Count(interviews=1, participants=1)


def test_everybody_else_gets_an_interview(dossier: Dossier) -> None:
    a, b, c = add(dossier), add(dossier), add(dossier)
    add_evaluator(dossier, "2041")
    add_interview(dossier, "2041", participants=(a,))
    made = plan_the_rest(dossier, "2041")
    assert {i.value.participants for i in made if i.value} == {(b,), (c,)}
    assert all(i.value.evaluators == ("EV1",) for i in made if i.value)
    assert plan_the_rest(dossier, "2041") == []
    assert list(interviews(dossier, "2041")) == ["G01", "G02", "G03"]


def test_the_usual_road_of_an_interview(dossier: Dossier) -> None:
    add_interview(dossier, "2041", participants=(add(dossier),))
    assert field_of(set_state, dossier, "2041", "G01", "planned") == "when"
    assert field_of(set_state, dossier, "2041", "G01", "approved") == "state"
    set_state(dossier, "2041", "G01", "invited")
    set_state(dossier, "2041", "G01", "planned", date="12 mei 2041", start="9u30")
    set_state(dossier, "2041", "G01", "held")
    for state in ("worked_out", "for_approval", "approved"):
        set_state(dossier, "2041", "G01", state)
    found = interviews(dossier, "2041")["G01"]
    assert found.when == Planned(planned="2041-05-12", actual="2041-05-12")
    assert found.start == "09:30"
    assert count_by_state(dossier, "2041")["approved"] == 1
    assert list(interviews(dossier, "2041", "approved")) == ["G01"]
    assert interviews(dossier, "2041", "held") == {}


def test_every_state_can_be_reached_and_none_is_a_trap() -> None:
    assert set(FOLLOWS) == set(INTERVIEW_STATE)
    assert {after for follows in FOLLOWS.values() for after in follows} == set(INTERVIEW_STATE)
    assert may_follow("held", "held")
    assert not may_follow("to_plan", "approved")
    assert not may_follow("onbekend", "held")


def test_changing_an_interview(dossier: Dossier) -> None:
    add_interview(dossier, "2041", participants=(add(dossier),))
    update_interview(dossier, "2041", "G01", place="Exloo", minutes="45", start="14 uur", short_route=True)
    found = interviews(dossier, "2041")["G01"]
    assert (found.place, found.minutes, found.start, found.short_route) == ("Exloo", 45, "14:00", True)
    assert field_of(update_interview, dossier, "2041", "G01", start="laat") == "start"
    assert field_of(update_interview, dossier, "2041", "G09", place="x") == "id"
    dossier.save(Answer(text="ja"), "2041/G01/I1/-/all")
    assert field_of(remove_interview, dossier, "2041", "G01") == "id"


def test_a_conflict_of_interest_is_told(dossier: Dossier) -> None:
    boss, other = add(dossier, "municipal_secretary", "emmen"), add(dossier, "mayor", "coevorden")
    add_evaluator(dossier, "2041", organisation="emmen", superior_roles=("municipal_secretary",))
    update_respondent(dossier, "2041", other, evaluator_conflict="buren")
    add_interview(dossier, "2041", participants=(boss, other), evaluators=("EV1",))
    hints = conflict_hints(dossier, "2041", "G01")
    assert [(h.evaluator, h.code, h.kind) for h in hints] == [
        ("EV1", boss, "own_organisation"),
        ("EV1", boss, "superior"),
        ("", other, "recorded"),
    ]
    assert hints[1].message == f"{boss} (gemeentesecretaris) is leidinggevende van EV1."


def test_the_coverage_counts_people_once(dossier: Dossier) -> None:
    lead = add(dossier, "theme_lead", "borger_odoorn", "coevorden", accessibility=3)
    add(dossier, "alderman", "emmen", accessibility=2, liveability=0)
    gone = add(dossier, "mayor", "emmen", liveability=3)
    add_interview(dossier, "2041", participants=(gone,))
    set_state(dossier, "2041", "G01", "cancelled")
    matrix = coverage(dossier, "2041")
    assert matrix.people == 2
    assert matrix.municipalities == ("borger_odoorn", "coevorden", "emmen")
    executive, official = matrix.groups
    assert (official.cells, official.together) == ({"borger_odoorn": 1, "coevorden": 1, "emmen": 0}, 1)
    assert executive.empty == ("borger_odoorn", "coevorden")
    accessible, liveable = matrix.themes
    assert (accessible.id, accessible.together, accessible.thin) == ("accessibility", 2, True)
    assert accessible.empty == ()
    assert liveable.together == 0
    assert matrix.by_group["accessibility"] == {"executive": 1, "official": 1}
    assert matrix.gaps == 6
    update_respondent(dossier, "2041", lead, group="council")
    assert [row.id for row in coverage(dossier, "2041").groups] == ["executive", "official", "council"]


def test_documents(dossier: Dossier) -> None:
    add_document(
        dossier, "2041", title="Jaarplan", date="december 2040", municipality="emmen", author="college"
    )
    add_document(dossier, "2041", title="Visie", date="2018")
    assert [(k, d.date) for k, d in documents(dossier, "2041").items()] == [
        ("D02", "2018"),
        ("D01", "2040-12"),
    ]
    update_document(dossier, "2041", "D01", date="5-12-2040")
    assert documents(dossier, "2041")["D01"].date == "2040-12-05"
    assert field_of(add_document, dossier, "2041", title="") == "title"
    assert field_of(update_document, dossier, "2041", "D01", municipality="assen") == "municipality"
    assert field_of(add_document, dossier, "2041", title="x", date="ooit") == "date"
    remove_document(dossier, "2041", "D01")
    assert add_document(dossier, "2041", title="Brief").key == "2041/D03"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("12-05-2041", "2041-05-12"),
        ("12/5/2041", "2041-05-12"),
        ("12 mei 2041", "2041-05-12"),
        ("1 mrt. 2041", "2041-03-01"),
        ("3 okt 2041", "2041-10-03"),
        ("2041-05-12", "2041-05-12"),
        ("31-02-2041", None),
        ("mei 2041", None),
        ("12 m 2041", None),
        ("", None),
    ],
)
def test_days_are_typed_the_dutch_way(typed: str, day: str | None) -> None:
    assert parse_day(typed) == day


def test_months_and_times() -> None:
    assert [parse_day_or_month(t) for t in ("mei 2041", "5-2041", "2041-05", "13-2041")] == [
        "2041-05", "2041-05", "2041-05", None,
    ]  # fmt: skip
    assert [parse_time(t) for t in ("9.30", "9u30", "14 uur", "14:00", "25:00", "half tien")] == [
        "09:30", "09:30", "14:00", "14:00", None, None,
    ]  # fmt: skip


@given(st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)))
def test_a_day_that_is_shown_can_be_typed(day: object) -> None:
    iso = str(day)
    assert parse_day(show_day(iso)) == iso


@given(st.text(max_size=30))
def test_nonsense_is_no_date_and_no_crash(text: str) -> None:
    for parse in (parse_day, parse_day_or_month, parse_time):
        assert parse(text) is None or isinstance(parse(text), str)
