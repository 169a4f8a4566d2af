"""Every field that a problem can be about has a name that is translated."""

from __future__ import annotations

import re

import pytest

from boce_tui.cycle.planning.fields import FIELDS, FieldProblem
from boce_tui.locale import in_language
from tests.support import ROOT

CALLED = re.compile(r'\b(?:FieldProblem|one_of)\(\s*"([a-z_]+)"')


def used() -> set[str]:
    files = (ROOT / "boce_tui").rglob("*.py")
    return {match[1] for file in files for match in CALLED.finditer(file.read_text(encoding="utf-8"))}


def test_they_are_found() -> None:
    assert {"action", "recommendation", "meeting"} <= used()


@pytest.mark.parametrize("field", sorted(used()))
def test_a_problem_names_its_field_in_words(field: str) -> None:
    assert field in FIELDS


def test_in_dutch() -> None:
    with in_language("nl"):
        assert FieldProblem("recommendation", "Er is er geen.").place == "aanbeveling"
