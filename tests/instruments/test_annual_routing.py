"""The yearly question set, routed as domain.md 4.1 says: golden tables of who gets what."""

from __future__ import annotations

import pytest

from boce_tui.domain.answers import Choice, Grid
from boce_tui.instruments.audience import Profile
from boce_tui.instruments.library import load_shipped
from boce_tui.instruments.model import Instrument, Option
from boce_tui.instruments.routing import Answers, gate_open, inapplicable, route, visible_parts
from boce_tui.instruments.steps import RoundContext
from tests.instruments.sets import places, words

ROAD, ENV, LIVE = "accessibility", "environment_act", "liveability"
THEMES = (
    Option(id=ENV, nl="Omgevingswet", en="Environment and Planning Act"),
    Option(id=ROAD, nl="Bereikbaarheid", en="Accessibility"),
)
EARLIER = tuple(Option(id=f"2021-{number}", nl=f"Aanbeveling {number}") for number in ("1a", "2b", "5c"))
BODIES = (Option(id="steering_group", nl="Stuurgroep", en="Steering group"),)
FIRST = RoundContext(year=2041, focus_themes=THEMES, bodies=BODIES)
LATER = RoundContext(year=2042, number=2, focus_themes=THEMES, bodies=BODIES, recommendations=EARLIER)

INTRO = ["I4", "I1", "I2", "I3"]
CLOSING = ["C1", "C2", "C3"]
OWN = ["O1", "O2", "O3"]
CORE = words("I1 I2 I3 I4 A2 A4 E1 E5 S1 S3 B1 B5 B8 C1 C2 C3")
PER_THEME = words("A1 A2 A3 A4 A5 A6 E7 S3 S4 S7 B1 B2 B6")


@pytest.fixture(scope="module")
def survey() -> Instrument:
    return load_shipped("annual_evaluation")


def who(role: str, group: str, **themes: int) -> Profile:
    return Profile(code="R01", group=group, roles=(role,), themes=themes)


ALDERMAN = who("alderman", "executive")
LEAD = who("theme_lead", "official", accessibility=3)
SECRETARY = who("municipal_secretary", "official")
DIRECTOR = who("programme_director", "official")
SUPPORT = who("programme_support", "official")
COMMISSIONER = who("commissioner", "official", environment_act=1)
MEMBER = who("working_group_member", "official", environment_act=2)
COUNCILLOR = who("council_member", "council")


def test_an_alderman_without_themes(survey: Instrument) -> None:
    assert places(route(survey, ALDERMAN, FIRST)) == [
        *INTRO, "A7", "E1", "E2", "E3", "E4", "E5", "E6", "E8",
        "S1", "S2", "S5", "S6", "S8", "B3", "B4", "B5", "B7", "B8", *CLOSING, *OWN,
    ]  # fmt: skip


def test_an_alderman_with_two_themes_answers_the_theme_questions_twice_most_involved_first(
    survey: Instrument,
) -> None:
    marks = {"value": Grid({ENV: {"involvement": "at_a_distance"}, ROAD: {"involvement": "lead"}})}
    found = places(route(survey, ALDERMAN, FIRST, {("I3", None): marks}))
    assert found == [
        *INTRO,
        *(f"{q}/{theme}" for theme in (ROAD, ENV) for q in ("A1", "A2", "A3", "A4", "A6")), "A7",
        "E1", "E2", "E3", "E4", "E5", "E6", "E8",
        "S1", "S2", *(f"{q}/{theme}" for theme in (ROAD, ENV) for q in ("S3", "S4")), "S5", "S6",
        f"S7/{ROAD}", f"S7/{ENV}", "S8",
        *(f"{q}/{theme}" for theme in (ROAD, ENV) for q in ("B1", "B2")), "B3", "B4", "B5", "B7", "B8",
        *CLOSING, *OWN,
    ]  # fmt: skip


def test_an_official_lead(survey: Instrument) -> None:
    t = f"/{ROAD}"
    assert places(route(survey, LEAD, FIRST)) == [
        *INTRO, "A1" + t, "A2" + t, "A3" + t, "A4" + t, "A5" + t, "A6" + t, "A7",
        "E1", "E2", "E3", "E4", "E5", "E6", "E7" + t,
        "S1", "S2", "S3" + t, "S4" + t, "S5", "S6", "S7" + t, "S8",
        "B1" + t, "B2" + t, "B3", "B4", "B5", "B6" + t, "B8", *CLOSING, *OWN,
    ]  # fmt: skip


WHO_GETS = [
    ("E6", [ALDERMAN, LEAD, SECRETARY, COMMISSIONER, MEMBER, COUNCILLOR], [DIRECTOR, SUPPORT]),
    ("E6b", [DIRECTOR, SUPPORT], [ALDERMAN, LEAD, SECRETARY, COMMISSIONER, MEMBER, COUNCILLOR]),
    ("E7", [LEAD, COMMISSIONER, MEMBER], [ALDERMAN, SECRETARY, DIRECTOR, COUNCILLOR]),
    ("E8", [ALDERMAN, SECRETARY], [LEAD, COMMISSIONER, DIRECTOR, COUNCILLOR]),
    ("S6", [ALDERMAN, LEAD, COMMISSIONER], [SECRETARY, MEMBER, DIRECTOR, COUNCILLOR]),
    ("B7", [ALDERMAN, SECRETARY, DIRECTOR, SUPPORT, COUNCILLOR], [LEAD, COMMISSIONER, MEMBER]),
    ("A5", [LEAD, COMMISSIONER, MEMBER], [ALDERMAN, SECRETARY, COUNCILLOR]),
    ("B6", [LEAD, COMMISSIONER, MEMBER], [ALDERMAN, SECRETARY, COUNCILLOR]),
]


@pytest.mark.parametrize(("asked", "people", "others"), WHO_GETS, ids=[row[0] for row in WHO_GETS])
def test_groups_and_roles(
    survey: Instrument, asked: str, people: list[Profile], others: list[Profile]
) -> None:
    for one in people:
        assert asked in {step.question for step in route(survey, one, LATER)}, one
    for one in others:
        assert asked not in {step.question for step in route(survey, one, LATER)}, one


def test_an_executive_with_a_theme_still_never_sees_what_is_for_officials(survey: Instrument) -> None:
    asked = {step.question for step in route(survey, who("alderman", "executive", accessibility=3), LATER)}
    assert asked.isdisjoint({"A5", "B6", "E6b", "E7"})
    assert {"A1", "S3", "B1"} <= asked


def test_somebody_who_leads_and_is_commissioner_counts_for_both(survey: Instrument) -> None:
    both = Profile(code="R02", group="executive", roles=("alderman", "commissioner"), themes={ROAD: 2})
    asked = {step.question for step in route(survey, both, FIRST)}
    assert {"E7", "S6", "E8"} <= asked
    assert "A5" not in asked


def test_the_short_route_is_exactly_the_core(survey: Instrument) -> None:
    one_theme = route(survey, LEAD, LATER, short=True)
    assert sorted(step.question for step in one_theme) == sorted(CORE)
    assert all(step.core for step in one_theme)
    assert sorted({step.question for step in route(survey, ALDERMAN, LATER, short=True)}) == sorted(
        set(CORE) - set(PER_THEME)
    )


def test_the_first_year_has_no_questions_about_earlier_recommendations(survey: Instrument) -> None:
    assert {"F1", "F2"}.isdisjoint({step.question for step in route(survey, LEAD, FIRST)})
    later = route(survey, ALDERMAN, LATER)
    assert places(later)[4] == "F1"
    (part,) = later[4].parts
    assert [row.id for row in part.rows] == ["2021-1a", "2021-2b", "2021-5c"]


@pytest.mark.parametrize(
    ("cells", "comes"),
    [({}, False), ({"2021-1a": "done"}, False), ({"2021-1a": "unknown", "2021-2b": "done"}, False),
     ({"2021-1a": "done", "2021-2b": "partly"}, True), ({"2021-5c": "not"}, True)],
)  # fmt: skip
def test_f2_only_after_partly_or_not(survey: Instrument, cells: dict[str, str], comes: bool) -> None:
    answer = {"value": Grid({row: {"noticed": choice} for row, choice in cells.items()})}
    found = places(route(survey, ALDERMAN, LATER, {("F1", None): answer}))
    assert ("F2" in found) is comes


def test_only_focus_themes_of_the_round_are_asked_about(survey: Instrument) -> None:
    wider = who("theme_lead", "official", liveability=3, accessibility=1)
    assert {step.theme for step in route(survey, wider, FIRST)} == {None, ROAD}
    marks = {"value": Grid({LIVE: {"involvement": "lead"}, ENV: {"involvement": "lead"}})}
    assert {step.theme for step in route(survey, wider, FIRST, {("I3", None): marks})} == {None, ENV}


def test_a_joint_interview_asks_the_union_and_says_for_whom(survey: Instrument) -> None:
    alderman = Profile(code="R01", group="executive", roles=("alderman",), themes={ROAD: 1})
    member = Profile(code="R02", group="official", roles=("working_group_member",), themes={ROAD: 2, ENV: 3})
    steps = {step.place: step for step in route(survey, [alderman, member], FIRST)}
    assert steps["A7", None].participants == ("R01", "R02")
    assert steps["E8", None].participants == ("R01",)
    assert steps["A5", ROAD].participants == ("R02",)
    assert steps["A1", ROAD].participants == ("R01", "R02")
    assert steps["A1", ENV].participants == ("R02",)
    assert steps["O1", None].participants == ()
    themes = [step.theme for step in route(survey, [alderman, member], FIRST) if step.question == "A1"]
    assert themes == [ENV, ROAD]
    meeting = steps["E4", None]
    assert meeting.text.nl == "Wat levert het overleg waaraan u deelneemt op?"
    assert [probe.number for probe in meeting.probes] == [0, 1, 2, 3]


def test_e4_has_its_own_words_and_probes_per_group(survey: Instrument) -> None:
    (executive,) = (step for step in route(survey, ALDERMAN, FIRST) if step.question == "E4")
    (official,) = (step for step in route(survey, LEAD, FIRST) if step.question == "E4")
    assert "bestuurlijk" in executive.text.nl
    assert "ambtelijk" in official.text.nl
    assert [probe.nl for probe in executive.probes] == [
        "Zijn er vaste ijkpunten?",
        "Staan de thema's op de agenda?",
    ]
    assert [probe.number for probe in official.probes] == [2, 3]
    (councillor,) = (step for step in route(survey, COUNCILLOR, FIRST) if step.question == "E4")
    assert councillor.text.nl == "Wat levert het overleg waaraan u deelneemt op?"


def test_consent_comes_first_and_only_yes_opens_the_gate(survey: Instrument) -> None:
    step = route(survey, ALDERMAN, FIRST)[0]
    assert step.gate
    assert step.question == "I4"
    assert gate_open(step, {"value": Choice("yes")})
    for values in ({}, {"value": Choice("no")}, {"value": Choice("partly")}, {"value": Choice("dont_know")}):
        assert not gate_open(step, values)


def test_reasons_of_a5_show_when_it_did_not_go_to_plan(survey: Instrument) -> None:
    (step,) = (step for step in route(survey, LEAD, FIRST) if step.question == "A5")
    assert [part.id for part in visible_parts(step, {})] == ["value"]
    assert [part.id for part in visible_parts(step, {"value": Choice("on_schedule")})] == ["value"]
    assert [part.id for part in visible_parts(step, {"value": Choice("slower")})] == ["value", "reasons"]
    assert [part.id for part in visible_parts(step, {"value": Choice("faster")})] == ["value", "reasons"]


def test_theme_and_rows_are_filled_in(survey: Instrument) -> None:
    steps = {step.place: step for step in route(survey, LEAD, FIRST)}
    assert steps["A1", ROAD].text.get("nl") == "Welke ambitie gold volgens u voor Bereikbaarheid?"
    assert steps["A1", ROAD].text.get("en") == "Which ambition applied to Accessibility in your view?"
    assert [row.id for row in steps["I3", None].parts[0].rows] == [ENV, ROAD]
    assert [option.id for option in steps["B8", None].parts[0].options] == ["steering_group"]
    assert steps["A2", ROAD].section_title.nl == "Ambities"


def test_a_theme_unmarked_later_keeps_its_answers_but_they_no_longer_apply(survey: Instrument) -> None:
    answers: Answers = {
        ("I3", None): {"value": Grid({ROAD: {"involvement": "lead"}})},
        ("A2", ROAD): {"value": Choice("realised")},
        ("A2", ENV): {"value": Choice("unclear")},
        ("E6b", None): {},
        ("X1", None): {},
    }
    assert inapplicable(survey, LEAD, FIRST, answers) == [("A2", ENV), ("E6b", None)]
