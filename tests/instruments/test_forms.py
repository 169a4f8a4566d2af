"""The question sets that are filled in as a form hold every question the rules and documents read."""

from __future__ import annotations

import pytest

from boce_tui.domain.intake import INTAKE_CHOICE, QUARTERS
from boce_tui.domain.progressing import DELAY_REASONS
from boce_tui.domain.vocabulary import FORMS
from boce_tui.instruments.library import FORMS as SETS
from boce_tui.instruments.library import load_shipped


@pytest.mark.parametrize("set_id", SETS)
def test_both_languages_everywhere(set_id: str) -> None:
    for question in load_shipped(set_id).questions:
        for text in (question.text, question.help, question.notes_label):
            assert bool(text.nl) == bool(text.en)
        for part in question.parts:
            for option in (
                *part.options,
                *part.rows,
                *(o for column in part.columns for o in column.options),
            ):
                assert bool(option.nl) == bool(option.en)


def test_the_intake_has_the_eleven_sections_and_the_questions_of_the_rule() -> None:
    found = load_shipped("theme_intake")
    assert [section.id for section in found.sections] == [
        "inventory", "support", "feasibility", "three_k", "form", "assignment", "hours", "planning", "owners",
        "decision", "exit", "available_hours",
    ]  # fmt: skip
    for question in ["T1", "D1", "D2", "H5", "K1", "K2", "K3", "O1", "O6", "U2", "U5", "P1", "E1", "E2"]:
        asked = found.get(question)
        assert asked is not None
        assert asked.core, question
    decision = found.get("B1")
    assert decision is not None
    part = decision.part("decision")
    assert part is not None
    assert {option.id for option in part.options} == set(INTAKE_CHOICE)
    for question in ("U2", "U3", "A1", "A2"):
        asked = found.get(question)
        assert asked is not None
        assert tuple(column.id for column in asked.parts[0].columns) == QUARTERS


def test_the_progress_round_has_cells_forms_and_reasons() -> None:
    found = load_shipped("progress_round")
    wanted = [*(f"P{n}" for n in range(12)), "G1", "G2"]
    assert {question.id for question in found.questions} >= set(wanted)
    sections = {section.id for section in found.sections}
    assert {"cell", "joint_representation", "joint_learning"} <= sections
    assert sections & set(FORMS) == {"joint_representation", "joint_learning"}
    reasons = found.get("P5")
    assert reasons is not None
    assert {option.id for option in reasons.parts[0].options} | {"other"} == set(DELAY_REASONS)
