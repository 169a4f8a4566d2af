"""What two versions become together: texts, values, lists, order, deletes; and how it is settled."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boce_tui.cycle.merging import MERGED, compared, settle
from boce_tui.cycle.merging.proposing import propose
from boce_tui.domain.analysis import Evidence, Finding
from boce_tui.domain.answers import Choice
from boce_tui.domain.base import Entity
from boce_tui.domain.interviewing import Answer, Tagging
from boce_tui.domain.round import Interview, Planned, Round
from boce_tui.errors import BadInput
from boce_tui.store import Dossier
from tests.cycle.merging.laptops import laptops

KEY = "2041/G01/A1/-/all"
EVIDENCE = [Evidence(kind="answer", key=f"2041/G0{n}/A1/-/all", revision=f"r{n}") for n in range(4)]


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "together"),
    [
        # another field each
        (
            Answer(text="een"),
            Answer(text="twee"),
            Answer(text="een", later=True),
            Answer(text="twee", later=True),
        ),
        # another part of the values each
        (
            Answer(values={"a": Choice(option="yes")}),
            Answer(values={"a": Choice(option="no")}),
            Answer(values={"a": Choice(option="yes"), "b": Choice(option="yes")}),
            Answer(values={"a": Choice(option="no"), "b": Choice(option="yes")}),
        ),
        # the same part
        (
            Answer(values={"a": Choice(option="yes")}),
            Answer(values={"a": Choice(option="no")}),
            Answer(values={"a": Choice(option="partly")}),
            None,
        ),
        # a list without an order: both additions, and what one took out
        (
            Finding(evidence=tuple(EVIDENCE[:2])),
            Finding(evidence=(EVIDENCE[0], EVIDENCE[1], EVIDENCE[2])),
            Finding(evidence=(EVIDENCE[1], EVIDENCE[3])),
            Finding(evidence=(EVIDENCE[1], EVIDENCE[2], EVIDENCE[3])),
        ),
        (
            Tagging(tags=("a",)),
            Tagging(tags=("a", "c")),
            Tagging(tags=("a", "b")),
            Tagging(tags=("a", "b", "c")),
        ),
        # an order, a date and a state are never mixed
        (Finding(order=1), Finding(order=2), Finding(order=3), None),
        (
            Round(year=2041, title="t", report_date="2041-05-01"),
            Round(year=2041, title="t", report_date="2041-05-02"),
            Round(year=2041, title="t", report_date="2041-06-01"),
            None,
        ),
        (
            Interview(participants=("R01",), state="planned"),
            Interview(participants=("R01",), state="held"),
            Interview(participants=("R01",), state="cancelled"),
            None,
        ),
        (
            Interview(participants=("R01",), when=Planned(planned="2041-05-01")),
            Interview(participants=("R01",), when=Planned(planned="2041-05-02")),
            Interview(participants=("R01",), when=Planned(planned="2041-05-01", actual="2041-05-03")),
            Interview(participants=("R01",), when=Planned(planned="2041-05-02", actual="2041-05-03")),
        ),
    ],
)  # fmt: skip
def test_together(base: Entity, ours: Entity, theirs: Entity, together: Entity | None) -> None:
    assert propose(base, [ours, theirs]).value == together
    assert propose(base, [theirs, ours]).value == together


def test_where_somebody_left_off_is_decided_by_nobody() -> None:
    base = Interview(participants=("R01",), position="A1/-", spent_seconds=10)
    ours = Interview(participants=("R01",), position="A2/-", spent_seconds=60)
    theirs = Interview(participants=("R01",), position="A9/-", spent_seconds=30)
    found = propose(base, [ours, theirs])
    assert found.bookkeeping
    assert found.value == Interview(participants=("R01",), position="A9/-", spent_seconds=60)


def test_made_apart_is_not_mixed() -> None:
    assert propose(None, [Answer(text="een twee"), Answer(text="een drie")]).value is None
    assert propose(None, [Answer(text="een"), Answer(text="een", later=True)]).value is None


ANSWERS = st.builds(
    Answer,
    text=st.sampled_from(["", "een twee drie", "een twee vier", "nul een twee drie", "iets anders"]),
    later=st.booleans(),
    speakers=st.lists(st.sampled_from(["R01", "R02", "R03"]), unique=True, max_size=3).map(tuple),
)


@given(ANSWERS, ANSWERS, ANSWERS)
def test_laws(base: Answer, ours: Answer, theirs: Answer) -> None:
    assert propose(base, [base, theirs]).value == theirs
    assert propose(base, [ours, ours]).value == ours
    one, other = propose(base, [ours, theirs]), propose(base, [theirs, ours])
    assert one.value == other.value


def two_versions(tmp_path: Path, how: Any) -> Any:
    made = laptops(tmp_path, "a", "b")
    both = made.__enter__()
    both["a"].save(Answer(text="eerst"), KEY)
    both.give("a", "b")
    how(both["a"], both["b"])
    both.give("b", "a")
    return made, both


def test_deleted_here_and_changed_there(tmp_path: Path) -> None:
    def how(a: Dossier, b: Dossier) -> None:
        a.delete(Answer, KEY)
        b.save(Answer(text="veranderd"), KEY)

    made, both = two_versions(tmp_path, how)
    one = compared(both["a"], Answer, KEY)
    assert one is not None
    assert not one.clear
    assert [version.value for version in one.versions] == [Answer(text="veranderd"), None]
    assert both["a"].value(Answer, KEY) == Answer(text="veranderd")
    with pytest.raises(BadInput):
        settle(both["a"], one, MERGED)
    settle(both["a"], one, "2")
    assert both["a"].value(Answer, KEY) is None
    both.give("a", "b")
    assert both["b"].value(Answer, KEY) is None
    assert both["b"].conflicts() == []
    made.__exit__(None, None, None)


def test_settled_by_both_in_the_same_way_needs_no_more(tmp_path: Path) -> None:
    def how(a: Dossier, b: Dossier) -> None:
        a.save(Answer(text="van a"), KEY)
        b.save(Answer(text="van b"), KEY)

    made, both = two_versions(tmp_path, how)
    both.give("a", "b")
    for name in ("a", "b"):
        one = compared(both[name], Answer, KEY)
        assert one is not None
        settle(both[name], one, "1")
    assert both["a"].value(Answer, KEY) == both["b"].value(Answer, KEY)
    both.give("a", "b")
    both.give("b", "a")
    assert both["a"].conflicts() == both["b"].conflicts() == []
    assert both["a"].undo(Answer, KEY) is not None
    made.__exit__(None, None, None)


@pytest.mark.parametrize("texts", [("aap", "noot"), ("noot", "aap")])
def test_the_order_is_that_of_what_they_say(tmp_path: Path, texts: tuple[str, str]) -> None:
    def how(a: Dossier, b: Dossier) -> None:
        a.save(Answer(text=texts[0]), KEY)
        b.save(Answer(text=texts[1]), KEY)

    made, both = two_versions(tmp_path, how)
    one = compared(both["a"], Answer, KEY)
    assert one is not None
    assert [version.value for version in one.versions] == [Answer(text="aap"), Answer(text="noot")]
    made.__exit__(None, None, None)


def test_no_clock_decides_and_stale_choices_are_refused(tmp_path: Path) -> None:
    def how(a: Dossier, b: Dossier) -> None:
        a.save(Answer(text="van a"), KEY)
        b.save(Answer(text="van b"), KEY)

    made, both = two_versions(tmp_path, how)
    both.give("a", "b")
    one, other = compared(both["a"], Answer, KEY), compared(both["b"], Answer, KEY)
    assert one is not None
    assert other is not None
    assert [v.id for v in one.versions] == [v.id for v in other.versions]
    both["a"].save(Answer(text="intussen"), KEY)
    with pytest.raises(BadInput, match="intussen"):
        settle(both["a"], one, "1")
    made.__exit__(None, None, None)


def test_same_interview_on_both_laptops(tmp_path: Path) -> None:
    """Different questions never clash; where each left off does not have to be compared."""

    def how(a: Dossier, b: Dossier) -> None:
        a.save(Interview(participants=("R01",), state="held", position="A1/-", spent_seconds=100), "2041/G01")
        b.save(Interview(participants=("R01",), state="held", position="A3/-", spent_seconds=50), "2041/G01")
        a.save(Answer(text="vraag 2"), "2041/G01/A2/-/all")
        b.save(Answer(text="vraag 3"), "2041/G01/A3/-/all")

    with laptops(tmp_path, "a", "b") as both:
        both["a"].save(Interview(participants=("R01",)), "2041/G01")
        both.give("a", "b")
        how(both["a"], both["b"])
        both.give("b", "a")
        both.give("a", "b")
        for name in ("a", "b"):
            assert both[name].conflicts() == []
            assert len(both[name].all(Answer)) == 2
            found = both[name].value(Interview, "2041/G01")
            assert found is not None
            assert (found.position, found.spent_seconds) == ("A3/-", 100)
