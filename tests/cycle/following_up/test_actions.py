"""Actions: who does what by when, and what is late by date or by age."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest

from boce_tui.cycle.following_up.actions import (
    BY_AGE,
    BY_DATE,
    NOBODY,
    add_action,
    change_action,
    find_recommendation,
    overdue,
    owners,
    promises,
    remove_action,
)
from boce_tui.cycle.following_up.decided import as_date, months_after, series
from boce_tui.cycle.following_up.earlier import Earlier
from boce_tui.cycle.planning.fields import FieldProblem
from boce_tui.domain.agenda import Body
from boce_tui.domain.recommendation import ActionItem, Decision, FollowUp, Recommendation, RecommendationGroup
from boce_tui.domain.round import Planned, Round
from boce_tui.env import Env
from boce_tui.store import Dossier

DAY = date(2041, 5, 12)


@pytest.fixture
def dossier(tmp_path: Path, env: Env) -> Iterator[Dossier]:
    """Round 2040 is decided, 2041 is under way; two recommendations of 2040."""
    with Dossier.create(tmp_path / "data", env) as made:
        with made.change() as c:
            for order, (key, name) in enumerate(
                (("steering_group", "stuurgroep"), ("theme_lead", "trekker"))
            ):
                c.save(Body(name=name, order=order), key)
            dates = {"colleges": Planned(planned="2040-06-01", actual="2040-06-10")}
            c.save(Round(year=2040, title="Evaluatie 2040", status="final", dates=dates), "2040")
            c.save(Round(year=2041, title="Evaluatie 2041", previous="2040"), "2041")
            c.save(RecommendationGroup(title="Rollen"), "2040/g1")
            for order, (key, text) in enumerate((("a", "Leg rollen vast."), ("b", "Maak een planning."))):
                item = Recommendation(text=text, group="g1", order=order, addressee="steering_group")
                c.save(item, f"2040/{key}")
        yield made


def late(dossier: Dossier, day: date = DAY) -> list[tuple[str, str, int]]:
    return [(one.about.number, one.late, one.days) for one in overdue(promises(dossier, "2041", day))]


def test_a_recommendation_without_an_action_is_not_forgotten(dossier: Dossier) -> None:
    found = promises(dossier, "2041", DAY)
    assert [(one.about.number, one.key, one.owner) for one in found] == [
        ("2040-1a", "", "steering_group"),
        ("2040-1b", "", "steering_group"),
    ]
    assert late(dossier) == []
    assert late(dossier, date(2041, 6, 11)) == [("2040-1a", BY_AGE, 366), ("2040-1b", BY_AGE, 366)]


def test_an_action_takes_owner_and_date_of_its_recommendation(dossier: Dossier) -> None:
    item = dossier.value(Recommendation, "2040/a")
    assert item is not None
    dossier.save(msgspec.structs.replace(item, owner="theme_lead", deadline="2041-03"), "2040/a")
    made = add_action(dossier, "2040/a").value
    assert made == ActionItem(text="Leg rollen vast.", owner="theme_lead", deadline="2041-03")
    # A month is over on its last day.
    assert late(dossier, date(2041, 3, 31)) == []
    assert late(dossier, date(2041, 4, 1)) == [("2040-1a", BY_DATE, 1)]


def test_late_by_date_goes_before_late_by_age_and_stops_when_it_is_done(dossier: Dossier) -> None:
    first = add_action(dossier, "2040/a", deadline="1-5-2041").key
    second = add_action(dossier, "2040/a", text="Vraag de raden.").key
    day = date(2041, 12, 1)
    assert late(dossier, day) == [
        ("2040-1a", BY_DATE, 214),
        ("2040-1a", BY_AGE, 539),
        ("2040-1b", BY_AGE, 539),
    ]
    change_action(dossier, first, state="done", evidence="Besluit van 3 mei")
    change_action(dossier, second, state="dropped")
    assert late(dossier, day) == [("2040-1b", BY_AGE, 539)]
    done = dossier.value(ActionItem, first)
    assert done is not None
    assert (done.evidence, done.finished) == ("Besluit van 3 mei", "2041-05-12")
    assert change_action(dossier, first, state="open").value.finished == ""  # type: ignore[union-attr]


def test_the_age_counts_from_the_last_decision_and_is_a_setting_of_the_round(dossier: Dossier) -> None:
    dossier.save(Decision(kind="decision", choice="adopt", date="2041-01-05"), "2040/a/emmen/decision")
    dossier.save(Decision(kind="advice", choice="adopt", date="2041-05-01"), "2040/b/steering_group/advice")
    day = date(2041, 6, 11)
    assert late(dossier, day) == [("2040-1b", BY_AGE, 366)]
    round_ = dossier.value(Round, "2040")
    assert round_ is not None
    dossier.save(msgspec.structs.replace(round_, action_days=100), "2040")
    assert late(dossier, day) == [("2040-1b", BY_AGE, 366), ("2040-1a", BY_AGE, 157)]


def test_nothing_is_expected_of_what_was_not_adopted_or_is_carried_out(dossier: Dossier) -> None:
    dossier.save(Decision(kind="decision", choice="reject", date="2040-06-10"), "2040/a/emmen/decision")
    dossier.save(FollowUp(progress="done", source="Besluit"), "2040/b")
    assert late(dossier, date(2045, 1, 1)) == []
    dossier.save(Decision(kind="decision", choice="adopt", date="2040-06-10"), "2040/a/coevorden/decision")
    assert [number for number, *_ in late(dossier, date(2045, 1, 1))] == ["2040-1a"]


def test_my_actions_are_those_of_one_body(dossier: Dossier) -> None:
    add_action(dossier, "2040/a", owner="theme_lead")
    item = dossier.value(Recommendation, "2040/b")
    assert item is not None
    dossier.save(msgspec.structs.replace(item, addressee=""), "2040/b")
    found = promises(dossier, "2041", DAY)
    assert {body: len(mine) for body, mine in owners(found, dossier).items()} == {"theme_lead": 1, "": 1}
    assert list(owners(found, dossier)) == ["theme_lead", ""]
    for body, number in (("theme_lead", "2040-1a"), (NOBODY, "2040-1b")):
        assert [one.about.number for one in promises(dossier, "2041", DAY, body=body)] == [number]
    assert promises(dossier, "2041", DAY, body="steering_group") == []


def test_a_round_follows_its_own_recommendations_once_its_report_is_final(dossier: Dossier) -> None:
    dossier.save(Recommendation(text="Nieuw."), "2041/a")
    assert series(dossier, "2041") == ["2040"]
    assert {one.about.round_id for one in promises(dossier, "2041", DAY)} == {"2040"}
    round_ = dossier.value(Round, "2041")
    assert round_ is not None
    dossier.save(msgspec.structs.replace(round_, status="final"), "2041")
    assert series(dossier, "2041") == ["2041", "2040"]
    assert {one.about.round_id for one in promises(dossier, "2041", DAY)} == {"2041", "2040"}


@pytest.mark.parametrize(
    ("field", "value"),
    [("owner", "niemand"), ("deadline", "ooit"), ("state", "bijna"), ("finished", "32-1-2041")],
)
def test_a_wrong_field_is_named_and_nothing_changes(dossier: Dossier, field: str, value: str) -> None:
    key = add_action(dossier, "2040/a").key
    before = dossier.value(ActionItem, key)
    with pytest.raises(FieldProblem) as problem:
        change_action(dossier, key, **{field: value})
    assert problem.value.field == field
    assert dossier.value(ActionItem, key) == before


def test_taken_away_its_number_is_not_used_again(dossier: Dossier) -> None:
    assert add_action(dossier, "2040/a").key == "2040/a/a1"
    remove_action(dossier, "2040/a/a1")
    assert add_action(dossier, "2040/a").key == "2040/a/a2"
    with pytest.raises(FieldProblem):
        remove_action(dossier, "2040/a/a1")


def test_recommendations_are_found_by_number(dossier: Dossier) -> None:
    for said in ("2040-1b", "1b", " 1B ", "2040/b"):
        assert find_recommendation(dossier, "2041", said) == "2040/b"
    with pytest.raises(FieldProblem) as problem:
        find_recommendation(dossier, "2041", "9z")
    assert "2040-1a" in problem.value.hint


def test_progress_without_evidence_is_said_so() -> None:
    item = Recommendation(text="x")
    for progress, expected in (
        ("done", True),
        ("in_progress", True),
        ("no_action", False),
        ("unknown", False),
    ):
        assert Earlier("1a", "k", item, FollowUp(progress=progress)).unproven is expected
        assert not Earlier("1a", "k", item, FollowUp(progress=progress, source="Jaarplan")).unproven


def test_months_and_days() -> None:
    assert as_date("2041-02") == date(2041, 2, 28)
    assert as_date("2040-12") == date(2040, 12, 31)
    assert as_date("") is None
    assert as_date("ooit") is None
    assert months_after(date(2040, 1, 31), 1) == date(2040, 2, 29)
    assert months_after(date(2038, 12, 21), 24) == date(2040, 12, 21)
