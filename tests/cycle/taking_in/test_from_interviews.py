"""Candidates from question B3: nothing in them, nor in their history, leads back to an interview (R84)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from boce_tui.cycle.planning.fields import FieldProblem
from boce_tui.cycle.taking_in.from_interviews import add_from_interviews, named
from boce_tui.cycle.taking_in.intakes import intakes
from boce_tui.domain.answers import Items
from boce_tui.domain.intake import Intake
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.keys import AnswerKey
from boce_tui.domain.round import Interview, Respondent
from boce_tui.errors import BadInput
from boce_tui.store import Dossier
from tests.cycle.factory import ALDERMAN, ALONE, FRESH, ROUND, small_round
from tests.support import make_env

TOPICS = {
    ALONE: "zorg voor ouderen die in hun eigen dorp willen blijven",
    ALDERMAN: "laadpalen",
    FRESH: "Afval en de stort bij het kanaal",
}


def said(dossier: Dossier, interview: str) -> None:
    key = str(AnswerKey(ROUND, interview, "B3"))
    dossier.save(Answer(values={"value": Items((TOPICS[interview],))}), key)
    held = dossier.value(Interview, f"{ROUND}/{interview}")
    assert held is not None
    dossier.save(msgspec.structs.replace(held, state="held"), f"{ROUND}/{interview}")


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with small_round(tmp_path / "data", make_env(tmp_path)) as made:
        yield made


def test_below_the_threshold_nothing_is_shown_or_made(dossier: Dossier) -> None:
    assert named(dossier, ROUND).topics == ()
    said(dossier, ALONE)
    said(dossier, ALDERMAN)
    found = named(dossier, ROUND)
    assert (found.people, found.topics, found.least) == (0, (), 3)
    with pytest.raises(BadInput):
        add_from_interviews(dossier, ROUND, "Ouder worden")
    assert intakes(dossier, ROUND) == {}
    said(dossier, FRESH)
    assert named(dossier, ROUND).people == 3


def test_topics_stand_in_alphabetical_order_not_in_that_of_the_interviews(dossier: Dossier) -> None:
    for interview in TOPICS:
        said(dossier, interview)
    assert list(named(dossier, ROUND).topics) == [TOPICS[FRESH], TOPICS[ALDERMAN], TOPICS[ALONE]]


@pytest.mark.parametrize(
    "title",
    [
        "Zorg voor ouderen die in hun eigen dorp willen blijven",
        "Over ouderen, die in hun EIGEN dorp",
        "ouderen die in hun eigen",
    ],
)
def test_words_of_an_interviewee_are_refused(dossier: Dossier, title: str) -> None:
    for interview in TOPICS:
        said(dossier, interview)
    with pytest.raises(FieldProblem):
        add_from_interviews(dossier, ROUND, title)
    with pytest.raises(FieldProblem):
        add_from_interviews(dossier, ROUND, "Ouder worden", description=title)
    assert intakes(dossier, ROUND) == {}


def test_nothing_in_it_or_in_its_history_leads_to_an_interview(dossier: Dossier) -> None:
    for interview in TOPICS:
        said(dossier, interview)
    made = add_from_interviews(
        dossier, ROUND, "Ouder worden in het dorp", "Blijven wonen, met zorg dichtbij."
    )
    traces = {item.id for kind in (Answer, Interview, Respondent) for item in dossier.all(kind)}
    traces |= {item.key for kind in (Answer, Interview, Respondent) for item in dossier.all(kind)}
    traces |= {key.split("/", 1)[1] for key in traces if "/" in key}
    traces |= set(TOPICS.values()) | {"B3", "R07", "R09", "R12", ALONE, ALDERMAN, FRESH}
    times = {item.at for item in dossier.all(Answer)}
    history = dossier.history(Intake, made.key)
    assert len(history) == 1
    for item in history:
        row = json.dumps(
            [msgspec.to_builtins(item.value), item.key, list(item.parents), item.author], ensure_ascii=False
        )
        assert not [trace for trace in traces if trace in row]
        assert item.at not in times
    assert made.value is not None
    assert made.value.from_interviews
