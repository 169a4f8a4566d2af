"""The yearly question set is complete: every question of domain.md 4.1, in two languages."""

from __future__ import annotations

import pytest

from boce_tui.domain.vocabulary import FACTORS, FORMS
from boce_tui.instruments.library import check_file, load_shipped, shipped
from boce_tui.instruments.model import Instrument
from tests.instruments.sets import words

CORE = words("I1 I2 I3 I4 A2 A4 E1 E5 S1 S3 B1 B5 B8 C1 C2 C3")
PER_THEME = words("A1 A2 A3 A4 A5 A6 E7 S3 S4 S7 B1 B2 B6")
ALL = words(
    "I1 I2 I3 I4 F1 F2 A1 A2 A3 A4 A5 A6 A7 E1 E2 E3 E4 E5 E6 E6b E7 E8 "
    "S1 S2 S3 S4 S5 S6 S7 S8 B1 B2 B3 B4 B5 B6 B7 B8 C1 C2 C3 O1 O2 O3"
)


@pytest.fixture(scope="module")
def survey() -> Instrument:
    return load_shipped("annual_evaluation")


def test_it_has_every_question_and_nothing_to_remark(survey: Instrument) -> None:
    assert "annual_evaluation" in [one.id for one in shipped()]
    assert check_file(shipped()[0].path).problems == []
    assert sorted(question.id for question in survey.questions) == sorted(ALL)


def test_core_per_theme_and_evaluator_only_are_those_of_the_specification(survey: Instrument) -> None:
    assert {q.id for q in survey.questions if q.core} == set(CORE)
    assert {q.id for q in survey.questions if q.per_theme} == set(PER_THEME)
    assert {q.id for q in survey.questions if q.evaluator_only} == {"O1", "O2", "O3"}
    assert {q.id for q in survey.questions if q.about_persons} == {"E6"}
    assert {q.id for q in survey.questions if q.from_year == 2} == {"F1", "F2"}
    assert [q.id for q in survey.questions if q.gate] == ["I4"]


def test_sections_and_sub_questions(survey: Instrument) -> None:
    assert [s.id for s in survey.sections] == [
        "intro", "followup", "ambitions", "experiences", "success_factors", "adjustments", "closing",
        "evaluator",
    ]  # fmt: skip
    assert [s.id for s in survey.chapters()] == ["ambitions", "experiences", "success_factors", "adjustments"]
    letters = {
        "I": "intro", "F": "followup", "A": "ambitions", "E": "experiences", "S": "success_factors",
        "B": "adjustments", "C": "closing", "O": "evaluator",
    }  # fmt: skip
    assert {q.id: q.section for q in survey.questions} == {q: letters[q[0]] for q in ALL}
    assert all(s.sub_question.nl and s.sub_question.en for s in survey.chapters())


def test_both_languages_everywhere_and_u_to_the_interviewee(survey: Instrument) -> None:
    for q in survey.questions:
        texts = [q.text, *q.text_for.values(), *q.probes, *(p for ps in q.probes_for.values() for p in ps)]
        for part in q.parts:
            texts += [*part.options, *part.rows, *(option for c in part.columns for option in c.options)]
        for text in texts:
            if text.nl:  # the marks 2 and 4 have no words
                assert text.en, (q.id, text.nl)
        spoken = f" {q.text.nl} {' '.join(probe.nl for probe in q.probes)} ".lower()
        assert [word for word in (" je ", " jij ", " jouw ") if word in spoken] == [], q.id
        assert len(q.text.nl) < 110, q.id


TYPES = {
    "I1": ["multi_choice", "multi_choice"],
    "I2": ["month"],
    "I3": ["grid"],
    "I4": ["yes_no_partly"],
    "F1": ["grid"],
    "F2": [],
    "A1": [],
    "A2": ["realisation_status"],
    "A3": ["grid"],
    "A4": ["yes_no_partly"],
    "A5": ["single_choice", "multi_choice"],
    "A6": ["yes_no_partly"],
    "A7": ["rating_1_5"],
    "E1": ["rating_1_5"],
    "E2": ["single_choice"],
    "E3": ["rating_1_5"],
    "E4": [],
    "E5": ["grid"],
    "E6": ["rating_1_5"],
    "E6b": [],
    "E7": ["rating_1_5"],
    "E8": ["rating_1_5"],
    "S1": ["ranked_list"],
    "S2": ["grid"],
    "S3": ["multi_choice"],
    "S4": ["grid"],
    "S5": [],
    "S6": ["yes_no_partly"],
    "S7": ["multi_choice"],
    "S8": ["quote"],
    "B1": ["single_choice"],
    "B2": ["yes_no_partly"],
    "B3": ["list"],
    "B4": ["single_choice"],
    "B5": [],
    "B6": ["hours", "hours"],
    "B7": ["yes_no_partly"],
    "B8": ["reference"],
    "C1": [],
    "C2": ["quote"],
    "C3": ["single_choice", "date"],
    "O1": [],
    "O2": ["yes_no_partly"],
    "O3": ["number"],
}


def test_answer_types_are_those_of_the_specification(survey: Instrument) -> None:
    assert {q.id: [part.type for part in q.parts] for q in survey.questions} == TYPES
    assert all(q.notes for q in survey.questions)


def test_tables_use_the_vocabularies(survey: Instrument) -> None:
    rows = {q.id: [row.id for part in q.parts for row in part.rows] for q in survey.questions}
    assert rows["S2"] == list(FACTORS)
    assert rows["A3"] == list(FORMS)
