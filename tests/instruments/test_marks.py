"""Marks say in the words of their own question what both ends mean."""

from __future__ import annotations

from boce_tui.instruments.library import load_shipped
from boce_tui.instruments.model import Column, Part
from boce_tui.instruments.reading import check_bytes

HEAD = """format = "boce-survey/1"
id = "proef"
version = "1.0"
title = { nl = "Proef", en = "Trial" }

[[section]]
id = "een"
title = { nl = "Een", en = "One" }

[[question]]
id = "Q1"
section = "een"
text = { nl = "Hoe ging het?", en = "How did it go?" }
"""


def words(text: str) -> list[str]:
    instrument = check_bytes((HEAD + text).encode()).instrument
    assert instrument is not None
    return [option.nl for option in instrument.questions[0].parts[0].options]


def test_the_words_of_the_question_stand_at_both_ends() -> None:
    own = 'type = "rating_1_5"\nlow = { nl = "slecht", en = "poor" }\nhigh = { nl = "goed", en = "good" }\n'
    assert words(own)[:5] == ["slecht", "", "", "", "goed"]
    assert words('type = "rating_1_5"\n')[2] == "deels", "a set without them keeps the general words"


def test_they_belong_to_a_mark_and_come_in_pairs() -> None:
    other = check_bytes((HEAD + 'type = "number"\nlow = { nl = "slecht", en = "poor" }\n').encode())
    assert other.instrument is None
    assert any("low" in problem.what for problem in other.errors)
    one = check_bytes((HEAD + 'type = "rating_1_5"\nlow = { nl = "slecht", en = "poor" }\n').encode())
    assert one.instrument is not None
    assert any("high" in problem.what for problem in one.problems)


def test_every_mark_of_the_annual_evaluation_has_its_own_words() -> None:
    survey = load_shipped("annual_evaluation")
    items: list[Part | Column] = []
    for question in survey.questions:
        for part in question.parts:
            items += [part, *part.columns]
    marks = [item for item in items if item.type == "rating_1_5"]
    assert len(marks) > 5
    assert all(item.low and item.high for item in marks)
