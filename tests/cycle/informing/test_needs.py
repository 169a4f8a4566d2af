"""What may be noted of what the councils want to know: nothing that points at somebody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from boce_tui.cycle.analysing.reading import Readback
from boce_tui.cycle.informing.documents import as_told, prepare_needs
from boce_tui.cycle.informing.from_interviews import check_source
from boce_tui.cycle.informing.needs import add_need, change_need, needs
from boce_tui.cycle.own_words import OWN_WORDS, taken_over
from boce_tui.cycle.planning.fields import FieldProblem
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.needs import InformationNeed
from boce_tui.names import Names
from boce_tui.store import Dossier
from tests.example import example_env

DAY = date(2041, 7, 2)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dossier]:
    env = example_env(tmp_path_factory.mktemp("needs"))
    with Dossier.open(env.data_dir, env) as dossier:
        yield dossier


@pytest.fixture
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dossier]:
    env = example_env(tmp_path_factory.mktemp("needs"))
    with Dossier.open(env.data_dir, env) as made:
        yield made


def heard(dossier: Dossier) -> list[str]:
    rows = Readback(dossier, "2041").answers("B7")
    return [row.answer.said for row in rows if len(row.answer.said.split()) > 12]


@given(data=st.data())
def test_words_that_somebody_said_are_refused_wherever_they_stand(
    example: Dossier, data: st.DataObject
) -> None:
    said = data.draw(st.sampled_from(heard(example)))
    words = [word for word in said.split() if any(char.isalnum() for char in word)]
    begin = data.draw(st.integers(0, len(words) - 2 * OWN_WORDS))
    field = data.draw(st.sampled_from(("text", "form", "source")))
    stolen = " ".join(words[begin : begin + 2 * OWN_WORDS])
    made = msgspec.structs.replace(
        InformationNeed(text="Wat er dit jaar gebeurt.", question="B7"), **{field: f"Graag dit: {stolen}!"}
    )
    with pytest.raises(FieldProblem) as refused:
        check_source(example, "2041", None, made)
    assert refused.value.field == field
    check_source(example, "2041", None, msgspec.structs.replace(made, question=""))  # a motion may say it


@given(st.lists(st.text("abcdé ", min_size=1), max_size=9), st.integers(0, 30))
def test_fewer_words_in_a_row_are_nobodys(words: list[str], at: int) -> None:
    said = [word for text in words for word in text.split()]
    assert not taken_over(" ".join(said[at : at + OWN_WORDS - 1]), [" ".join(said)])
    if len(said) >= OWN_WORDS:
        assert taken_over(" ".join(said), [" ".join(said)])


def test_one_council_and_a_question_of_the_interviews_do_not_go_together(dossier: Dossier) -> None:
    with pytest.raises(FieldProblem) as refused:
        add_need(dossier, "2041", text="Wat het kost.", question="B7", municipalities=("emmen",))
    assert refused.value.field == "municipalities"
    key = add_need(dossier, "2041", text="Wat het kost.", question="b7").key
    with pytest.raises(FieldProblem):
        change_need(dossier, key, municipalities=("coevorden",))
    change_need(dossier, key, municipalities=("borger_odoorn", "coevorden", "emmen"))  # all of them
    found = dossier.value(InformationNeed, key)
    assert found is not None
    assert (found.municipalities, found.question) == ((), "B7")


def test_a_question_that_few_people_answered_is_refused(dossier: Dossier) -> None:
    rows = Readback(dossier, "2041").answers("B7")
    keep = [row.people for row in rows if len(row.people) == 1][:2]
    assert len({code for row in rows for code in row.people}) >= 3
    for row in rows:
        if row.people not in keep:
            dossier.delete(Answer, str(row.key))
    with pytest.raises(FieldProblem) as refused:
        add_need(dossier, "2041", text="Wat het kost.", question="B7")
    assert refused.value.field == "question"
    assert "2041/N03" in dossier.values(InformationNeed)  # what was noted before stays, and can be changed
    change_need(dossier, "2041/N03", form="een bijlage")


def test_no_document_says_that_it_was_heard_in_interviews(dossier: Dossier) -> None:
    found = needs(dossier, "2041", DAY)
    assert any(one.value.question for one in found)
    told = msgspec.json.encode(as_told(dossier, "2041", found)).decode()
    assert "B7" not in told
    made = prepare_needs(dossier, "2041", Names(dossier.folder)).markdown.decode()
    for word in ("B7", "interview", "gesprek", "R0", "G0"):
        assert word not in made


def test_the_next_round_gets_what_was_not_delivered_and_what_comes_back(dossier: Dossier) -> None:
    from boce_tui.cycle.planning.rounds import next_round

    next_round(dossier, "2041")
    assert {one.number for one in needs(dossier, "2042", DAY)} == {"2021-N01", "2041-N01", "2041-N03"}
    assert "N02" in {one.number for one in needs(dossier, "2041", DAY)}  # delivered: it stays where it was
