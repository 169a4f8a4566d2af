"""What the round before says beside a question, and whose own answer may be seen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from boce_tui.cycle.interviewing import Conversation
from boce_tui.cycle.interviewing.last_year import (
    LOCKED,
    NO_ROUND,
    NOT_ALLOWED,
    TERM_OVER,
    RoundBefore,
    same_person,
)
from boce_tui.domain.answers import Rating
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.round import Interview, Planned, Respondent, Round
from boce_tui.names import NamesData, Person
from boce_tui.store import Dossier
from tests.cycle.earlier_round import BEFORE, with_round_before
from tests.cycle.factory import ALONE, JOINT, ROUND, small_round
from tests.support import make_env

NAMES = NamesData(
    people={
        "R07": Person(name="Zoë Proef-Mülder", email="zoe@voorbeeld.example"),
        "R03": Person(name="Abel Verzonnen"),
        "R51": Person(name="Z. Proef", email="Zoe@Voorbeeld.example"),
        "R52": Person(name="abel  verzonnen"),
        "R53": Person(name="Iemand Anders"),
    }
)


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    return with_round_before(small_round(tmp_path, make_env(tmp_path)))


def _at(dossier: Dossier, question: str, interview: str = ALONE) -> tuple[RoundBefore, Any, list[str]]:
    talk = Conversation(dossier, ROUND, interview)
    step = talk.go_to((question, "accessibility" if question[0] == "A" else None))
    assert step.question == question
    return RoundBefore(dossier, ROUND, talk.instrument), step, [person.code for person in talk.people]


def _own(dossier: Dossier, question: str, interview: str = ALONE, names: NamesData | None = NAMES) -> Any:
    before, step, codes = _at(dossier, question, interview)
    return before.own(step, codes, lambda: names)


def _round(dossier: Dossier, key: str, **changes: Any) -> None:
    round_ = dossier.value(Round, key)
    assert round_
    dossier.save(msgspec.structs.replace(round_, **changes), key)


def test_a_question_shows_the_conclusion_and_the_findings_that_drew_on_it(dossier: Dossier) -> None:
    before, step, _codes = _at(dossier, "A2")
    about = before.about(step)
    assert about
    assert about.year == 2040
    assert about.conclusion == "De ambitie werd deels bereikt."
    assert about.findings == ("Er ligt een visie.",)
    assert about.recommendations == ()


def test_the_question_about_earlier_recommendations_shows_what_became_of_them(dossier: Dossier) -> None:
    before, step, _codes = _at(dossier, "F1")
    about = before.about(step)
    assert about
    (one,) = about.recommendations
    assert (one.number, one.value.text, one.progress) == ("2040-1", "Leg rollen vast.", "in_progress")


def test_without_a_round_before_there_is_nothing(tmp_path: Path) -> None:
    dossier = small_round(tmp_path, make_env(tmp_path))
    before, step, codes = _at(dossier, "A2")
    assert not before.exists
    assert before.about(step) is None
    assert before.own(step, codes, lambda: NAMES) == ([], NO_ROUND)


def test_somebodys_own_answer_is_recognised_by_e_mail_and_shown_in_words(dossier: Dossier) -> None:
    _round(dossier, ROUND, own_answers_shown=True)
    (own,), why = _own(dossier, "E1")
    assert (own.code, why) == ("R07", "")
    assert own.said == ("4 van 5", "het liep stroef, 2040")


def test_it_is_off_until_the_round_says_otherwise(dossier: Dossier) -> None:
    assert _own(dossier, "E1") == ([], NOT_ALLOWED)


def test_it_needs_the_names(dossier: Dossier) -> None:
    _round(dossier, ROUND, own_answers_shown=True)
    assert _own(dossier, "E1", names=None) == ([], LOCKED)


@pytest.mark.parametrize(
    ("decided", "why"), [("2040-05-12", ""), ("2041-01-09", ""), ("2040-05-11", TERM_OVER)]
)
def test_it_stays_closed_after_the_retention_term(dossier: Dossier, decided: str, why: str) -> None:
    _round(dossier, ROUND, own_answers_shown=True)
    _round(dossier, BEFORE, dates={"colleges": Planned(planned="2030-01-01", actual=decided)})
    assert _own(dossier, "E1")[1] == why


def test_never_somebody_elses_answer_not_even_of_the_same_role(dossier: Dossier) -> None:
    _round(dossier, ROUND, own_answers_shown=True)
    strangers = msgspec.structs.replace(NAMES, people={**NAMES.people, "R51": Person(name="Geheel Ander")})
    assert _own(dossier, "E1", names=strangers) == ([], "")


def test_what_was_said_at_a_table_of_several_is_not_one_persons(dossier: Dossier) -> None:
    _round(dossier, ROUND, own_answers_shown=True)
    key = f"{BEFORE}/G51"
    interview = dossier.value(Interview, key)
    assert interview
    dossier.save(msgspec.structs.replace(interview, participants=("R51", "R53")), key)
    assert _own(dossier, "E1") == ([], "")
    answer = dossier.value(Answer, f"{key}/E1/-/all")
    assert answer
    dossier.save(msgspec.structs.replace(answer, speakers=("R51",)), f"{key}/E1/-/all")
    assert [own.code for own in _own(dossier, "E1")[0]] == ["R07"]


def test_a_withdrawn_interview_shows_nothing(dossier: Dossier) -> None:
    _round(dossier, ROUND, own_answers_shown=True)
    interview = dossier.value(Interview, f"{BEFORE}/G51")
    assert interview
    dossier.save(msgspec.structs.replace(interview, state="withdrawn"), f"{BEFORE}/G51")
    assert _own(dossier, "E1") == ([], "")


def test_each_person_at_the_table_gets_only_the_own_one(dossier: Dossier) -> None:
    _round(dossier, ROUND, own_answers_shown=True)
    dossier.save(Respondent(group="official", role="commissioner"), f"{BEFORE}/R52")
    dossier.save(Interview(participants=("R52",), state="approved"), f"{BEFORE}/G52")
    dossier.save(Answer(text="prima, 2040", values={"value": Rating(score=5)}), f"{BEFORE}/G52/E1/-/all")
    said = {own.code: own.said[-1] for own in _own(dossier, "E1", JOINT)[0]}
    assert said == {"R07": "het liep stroef, 2040", "R03": "prima, 2040"}


def test_a_name_is_only_recognised_when_it_is_certain() -> None:
    someone = Person(name="Abel Verzonnen")
    assert same_person(someone, {"R52": Person(name="ABEL verzonnen")}) == "R52"
    twice = {"R52": Person(name="Abel Verzonnen"), "R54": Person(name="Abel Verzonnen", email="b@x.example")}
    assert same_person(someone, twice) == ""
    other_mail = {"R52": Person(name="Abel Verzonnen", email="b@x.example")}
    assert same_person(msgspec.structs.replace(someone, email="a@x.example"), other_mail) == ""
    assert same_person(Person(name=" "), {"R52": Person(name="")}) == ""
