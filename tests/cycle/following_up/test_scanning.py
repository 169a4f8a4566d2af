"""The scan after a set term: when it is due, and when an answer counts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest

from boce_tui.cycle.following_up.scanning import answer, scans, waiting
from boce_tui.cycle.planning.fields import FieldProblem
from boce_tui.domain.meetings import Scan
from boce_tui.domain.recommendation import Decision, Recommendation
from boce_tui.domain.round import Round
from boce_tui.env import Env
from boce_tui.errors import BadInput
from boce_tui.store import Dossier


@pytest.fixture
def dossier(tmp_path: Path, env: Env) -> Dossier:
    made = Dossier.create(tmp_path / "data", env)
    with made.change() as c:
        c.save(Round(year=2040, title="Evaluatie 2040", status="final"), "2040")
        c.save(Recommendation(text="Leg rollen vast."), "2040/a")
        c.save(Recommendation(text="Plan."), "2040/b")
        c.save(Decision(kind="decision", choice="adopt", date="2040-02-29"), "2040/a/emmen/decision")
    return made


def due(dossier: Dossier, day: date) -> list[str]:
    return [one.about.key for one in waiting(scans(dossier, "2040", day))]


def test_two_years_after_the_decision_and_never_without_one(dossier: Dossier) -> None:
    assert [one.due for one in scans(dossier, "2040", date(2041, 1, 1))] == [date(2042, 2, 28), None]
    assert due(dossier, date(2042, 2, 27)) == []
    assert due(dossier, date(2042, 2, 28)) == ["2040/a"]


def test_the_term_is_a_setting_of_the_round(dossier: Dossier) -> None:
    round_ = dossier.value(Round, "2040")
    assert round_ is not None
    dossier.save(msgspec.structs.replace(round_, scan_months=6), "2040")
    assert due(dossier, date(2040, 8, 28)) == []
    assert due(dossier, date(2040, 8, 29)) == ["2040/a"]


def test_it_waits_until_three_answers_have_evidence(dossier: Dossier) -> None:
    day = date(2043, 1, 1)
    answer(dossier, "2040/a", "adopted", said="yes", evidence="Besluit van 29 februari 2040")
    answer(dossier, "2040/a", "done", said="partly")
    answer(dossier, "2040/a", "effect", said="dont_know")
    assert due(dossier, day) == ["2040/a"]
    answer(dossier, "2040/a", "done", evidence="Jaarplan 2041")
    assert due(dossier, day) == []
    found = dossier.value(Scan, "2040/a")
    assert found is not None
    assert (found.done.answer, found.done.evidence, found.date) == ("partly", "Jaarplan 2041", "2041-05-12")
    answer(dossier, "2040/a", "adopted", said="")
    assert due(dossier, day) == ["2040/a"]


def test_wrong_questions_answers_and_recommendations_are_refused(dossier: Dossier) -> None:
    with pytest.raises(FieldProblem):
        answer(dossier, "2040/a", "gelukt", said="yes")
    with pytest.raises(FieldProblem):
        answer(dossier, "2040/a", "done", said="misschien")
    with pytest.raises(BadInput):
        answer(dossier, "2040/weg", "done", said="yes")
    assert dossier.value(Scan, "2040/a") is None
