"""A table with marks says what the lowest and the highest mark mean, for who has no question set."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from boce_tui.cycle.analysing.saying import Sayer
from boce_tui.domain.answers import Grid
from boce_tui.instruments.model import Column, Option, Part, Text
from tests.cycle.analysing.heard import Heard
from tests.cycle.factory import ROUND


@pytest.mark.parametrize("ends", [True, False])
def test_a_table_of_marks_says_its_ends_once(tmp_path: Path, ends: bool) -> None:
    heard = Heard(tmp_path)
    from boce_tui.cycle.context import question_set

    asked = question_set(heard.dossier, ROUND)
    question = asked.questions[0]
    columns = tuple(
        Column(id=name, type="rating_1_5", label=Text(name), low=Text("slecht"), high=Text("goed"))
        for name in ("inhoud", "proces")
    )
    rows = (Option(id="a", nl="Overleg", en="Meeting"),)
    part = Part(id="marks", type="grid", rows=rows, columns=columns)
    table = msgspec.structs.replace(question, parts=(part,))
    changed = msgspec.structs.replace(asked, questions=(table, *asked.questions[1:]))
    said = Sayer(heard.dossier, ROUND, changed, ends=ends).lines(
        question.id, {"marks": Grid(cells={"a": {"inhoud": "2", "proces": "4"}})}
    )
    assert said[0] == "Overleg: inhoud 2, proces 4"
    assert said[1:] == (["De cijfers: 1 is slecht, 5 is goed"] if ends else [])
    heard.dossier.close()
