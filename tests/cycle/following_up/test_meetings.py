"""Meetings: no date is ever lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boce_tui.cycle.following_up import meetings as of
from boce_tui.cycle.planning.fields import FieldProblem
from boce_tui.domain.agenda import Body, Theme
from boce_tui.domain.keys import last
from boce_tui.domain.meetings import Meeting, MovedFrom
from boce_tui.domain.round import Round
from boce_tui.env import Env
from boce_tui.errors import BadInput
from boce_tui.store import Dossier

DAYS = ["2041-10-01", "2041-10-15", "2041-11-01", "2041-12-01"]


@pytest.fixture
def dossier(tmp_path: Path, env: Env) -> Iterator[Dossier]:
    with Dossier.create(tmp_path / "data", env) as made:
        with made.change() as c:
            c.save(Round(year=2041, title="Evaluatie 2041"), "2041")
            c.save(Body(name="raden"), "councils")
            c.save(Theme(name="Wonen"), "housing")
        yield made


def one(dossier: Dossier, id_: str = "V01") -> Meeting:
    return of.meetings(dossier, "2041")[id_]


def test_a_moved_meeting_keeps_both_dates_and_why(dossier: Dossier) -> None:
    of.add_meeting(dossier, "2041", title="Raden", body="councils", date="13-10-2041", themes=["housing"])
    of.move(dossier, "2041", "V01", "19-1-2042", "te weinig raadsleden")
    found = one(dossier)
    assert (found.date, found.first_date, found.status) == ("2042-01-19", "2041-10-13", "moved")
    assert found.moved == (MovedFrom(date="2041-10-13", reason="te weinig raadsleden"),)
    assert found.themes == ("housing",)
    of.hold(dossier, "2041", "V01", "20-1-2042")
    found = one(dossier)
    assert (found.status, [m.date for m in found.moved]) == ("held", ["2041-10-13", "2042-01-19"])
    with pytest.raises(FieldProblem):
        of.move(dossier, "2041", "V01", "1-2-2042")


def test_another_date_in_the_form_is_a_move_too(dossier: Dossier) -> None:
    of.add_meeting(dossier, "2041", title="Raden")
    of.change_meeting(dossier, "2041", "V01", date="1-10-2041")
    assert one(dossier).moved == ()
    of.change_meeting(dossier, "2041", "V01", date="2-10-2041", title="Radenbijeenkomst")
    assert (one(dossier).status, one(dossier).first_date, one(dossier).title) == (
        "moved",
        "2041-10-01",
        "Radenbijeenkomst",
    )
    with pytest.raises(FieldProblem):
        of.change_meeting(dossier, "2041", "V01", date="")
    assert one(dossier).date == "2041-10-02"


def test_a_cancelled_one_says_what_came_in_its_place(dossier: Dossier) -> None:
    for title, day in (("eerst", "1-10-2041"), ("daarna", "8-10-2041")):
        of.add_meeting(dossier, "2041", title=title, date=day)
    of.cancel(dossier, "2041", "V01", "zaal bezet", "V02")
    found = one(dossier)
    assert (found.status, found.date, found.replaced_by, found.reason) == (
        "cancelled",
        "2041-10-01",
        "V02",
        "zaal bezet",
    )
    with pytest.raises(FieldProblem):
        of.cancel(dossier, "2041", "V02", "", "V01")  # each other
    with pytest.raises(FieldProblem):
        of.cancel(dossier, "2041", "V02", "", "V02")  # itself
    with pytest.raises(FieldProblem):
        of.remove_meeting(dossier, "2041", "V02")
    with pytest.raises(FieldProblem):
        of.hold(dossier, "2041", "V01")
    of.move(dossier, "2041", "V01", "1-11-2041")
    assert (one(dossier).status, one(dossier).replaced_by, one(dossier).first_date) == (
        "moved",
        "",
        "2041-10-01",
    )


def test_what_nobody_noted_is_asked(dossier: Dossier) -> None:
    of.add_meeting(dossier, "2041", title="Raden", date="1-10-2041")
    assert list(of.due(of.meetings(dossier, "2041"), "2041-10-01")) == []
    assert list(of.due(of.meetings(dossier, "2041"), "2041-10-02")) == ["V01"]
    of.hold(dossier, "2041", "V01")
    assert list(of.due(of.meetings(dossier, "2041"), "2041-10-02")) == []
    of.reopen(dossier, "2041", "V01")
    assert one(dossier).status == "planned"


@pytest.mark.parametrize(
    "wrong",
    [{"title": ""}, {"body": "niemand"}, {"date": "31-2-2041"}, {"start": "25:00"}, {"themes": ["weer"]}],
)
def test_wrong_fields_are_named(dossier: Dossier, wrong: dict[str, object]) -> None:
    with pytest.raises(FieldProblem) as problem:
        of.add_meeting(dossier, "2041", **{"title": "Raden", **wrong})
    assert problem.value.field in wrong
    assert of.meetings(dossier, "2041") == {}


def test_an_unknown_one_is_refused(dossier: Dossier) -> None:
    for work in (of.hold, of.reopen, of.remove_meeting, of.cancel):
        with pytest.raises(BadInput):
            work(dossier, "2041", "V09")


Work = tuple[str, str]
WORK = st.lists(
    st.tuples(st.sampled_from(["move", "form", "cancel", "hold", "reopen"]), st.sampled_from(DAYS)),
    max_size=8,
)


@given(WORK)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_date_is_lost_whatever_is_done(dossier: Dossier, work: list[Work]) -> None:
    id_ = last(of.add_meeting(dossier, "2041", title="Raden", date="2041-09-01").key)
    seen = ["2041-09-01"]
    deeds: dict[str, Callable[[str], object]] = {
        "move": lambda day: of.move(dossier, "2041", id_, day),
        "form": lambda day: of.change_meeting(dossier, "2041", id_, date=day),
        "cancel": lambda _day: of.cancel(dossier, "2041", id_, "reden"),
        "hold": lambda day: of.hold(dossier, "2041", id_, day),
        "reopen": lambda _day: of.reopen(dossier, "2041", id_),
    }
    for what, day in work:
        try:
            deeds[what](day)
        except BadInput:
            continue
        if (now := one(dossier, id_).date) != seen[-1]:
            seen.append(now)
    assert [*(m.date for m in one(dossier, id_).moved), one(dossier, id_).date] == seen
