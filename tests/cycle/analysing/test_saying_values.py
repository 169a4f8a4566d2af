"""What was filled in is read back as it is written here; what does not apply any more says so."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from boce_tui.cycle.analysing.figures import compare
from boce_tui.cycle.analysing.reading import Readback
from boce_tui.cycle.analysing.saying import Sayer
from boce_tui.cycle.context import question_set
from boce_tui.domain.agenda import Document
from boce_tui.domain.answers import Amount, Choice, Grid, Rating, Reference, Scalar, Value
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.round import Interview, Respondent
from boce_tui.store import Dossier
from tests.cycle.factory import ROUND, small_round
from tests.support import make_env

SET = """
format = "boce-survey/1"
id = "bad"
version = "1"
title = "Zwembad"

[[section]]
id = "een"
title = "Een"
report = true

[[question]]
id = "V1"
section = "een"
text = "Wat kost het?"
part = [
  { id = "uren", type = "hours", label = "Uren" },
  { id = "geld", type = "money", label = "Bijdrage" },
  { id = "deel", type = "percent", label = "Eigen deel" },
  { id = "baden", type = "number", label = "Baden", unit = "baden" },
]

[[question]]
id = "V2"
section = "een"
text = "Per bad"
type = "grid"
rows = [{ id = "a", nl = "Buitenbad" }]
columns = [
  { id = "geld", type = "money", label = "Bedrag" },
  { id = "dag", type = "date", label = "Sinds" },
  { id = "maand", type = "month", label = "Tot" },
  { id = "mee", type = "yes_no_partly", label = "Mee" },
  { id = "cijfer", type = "rating_1_5", label = "Cijfer" },
  { id = "woord", type = "open_text", label = "Woord" },
]

[[question]]
id = "V3"
section = "een"
text = "Is het veilig?"
type = "rating_1_5"

  [[question.part]]
  id = "waarom"
  type = "single_choice"
  label = "Waarom niet"
  show_when = [{ part = "value", at_most = 2 }]
  options = [{ id = "a", nl = "gladde vloer" }, { id = "b", nl = "diep water" }]

[[question]]
id = "V4"
section = "een"
text = "Waar staat dat?"
type = "reference"
target = "agreement"
"""


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    return small_round(tmp_path / "data", make_env(tmp_path), SET)


def said(dossier: Dossier, question: str, values: Mapping[str, Value], *, gone: bool = True) -> list[str]:
    return Sayer(dossier, ROUND, question_set(dossier, ROUND)).lines(question, values, gone=gone)


def test_amounts_have_their_unit_and_are_written_as_here(dossier: Dossier) -> None:
    values = {
        "uren": Amount("1234.5"), "geld": Amount("-12500.25"), "deel": Amount("40"), "baden": Amount("3"),
    }  # fmt: skip
    assert said(dossier, "V1", values) == [
        "Uren: 1.234,5 uren",
        "Bijdrage: -12.500,25 euro",
        "Eigen deel: 40 %",
        "Baden: 3 baden",
    ]
    assert said(dossier, "V1", {"uren": Amount("veel")}) == ["Uren: veel"]


def test_so_are_the_cells_of_a_table(dossier: Dossier) -> None:
    cells: dict[str, Scalar] = {
        "geld": "1234.5", "dag": "2042-03-01", "maand": "2042-03", "mee": "dont_know", "cijfer": 4,
        "woord": "2042-03-01",
    }  # fmt: skip
    (line,) = said(dossier, "V2", {"value": Grid({"a": cells})})
    assert line == (
        "Buitenbad: Bedrag 1.234,5 euro, Sinds 01-03-2042, Tot maart 2042, Mee weet niet, Cijfer 4, "
        "Woord 2042-03-01"
    )


def test_a_part_that_does_not_apply_any_more_is_marked_and_never_counted(dossier: Dossier) -> None:
    low: dict[str, Value] = {"value": Rating(1), "waarom": Choice("a")}
    high: dict[str, Value] = {"value": Rating(5), "waarom": Choice("a")}
    assert said(dossier, "V3", low) == ["1 van 5", "Waarom niet: gladde vloer"]
    assert said(dossier, "V3", high) == ["5 van 5", "Waarom niet (niet meer gevraagd): gladde vloer"]
    assert said(dossier, "V3", high, gone=False) == ["5 van 5"]
    with dossier.change() as c:
        for number in range(21, 33):
            code, interview = f"R{number}", f"G{number}"
            c.save(Respondent(group="official", role="policy_officer"), f"{ROUND}/{code}")
            c.save(Interview(participants=(code,), state="held"), f"{ROUND}/{interview}")
            values = dict(low if number < 27 else high)
            c.save(Answer(values=values), f"{ROUND}/{interview}/V3/-/all")
    found = compare(Readback(dossier, ROUND), "V3", part="waarom").total
    assert found is not None
    assert found.counts == (("a", 6),)


def test_an_agreement_is_a_document_of_that_kind(dossier: Dossier) -> None:
    assert question_set(dossier, ROUND).get("V4")
    dossier.save(Document(title="Dienstverlening", kind="Overeenkomst 2021"), f"{ROUND}/D01")
    dossier.save(Document(title="Jaarplan", kind="plan"), f"{ROUND}/D02")
    assert said(dossier, "V4", {"value": Reference(kind="agreement", id="d01")}) == ["Dienstverlening"]
    assert said(dossier, "V4", {"value": Reference(kind="agreement", id="d02")}) == ["d02"]
