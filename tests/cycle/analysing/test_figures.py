"""Counts and averages: everybody once, nothing of a group that is too small, nothing to work it out from."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boce_tui.cycle.analysing.figures import Comparison, compare
from boce_tui.cycle.analysing.reading import Readback
from boce_tui.domain.answers import Choice, Choices, Grid, Rating, Scalar
from tests.cycle.analysing.heard import A2, E1, Heard
from tests.cycle.factory import ROUND


def counted(heard: Heard, question: str = E1, theme: str | None = None, **place: str) -> Comparison:
    return compare(Readback(heard.dossier, ROUND), question, theme, **place)


def test_nothing_under_five_people(heard: Heard) -> None:
    heard.marks("official", 4, 4, 4, 4)
    few = counted(heard)
    assert few.total is None
    assert few.groups == {}
    assert few.threshold == 5
    heard.marks("official", 2)
    enough = counted(heard)
    assert enough.total is not None
    assert enough.total.people == 5
    assert enough.total.counts == (("2", 1), ("4", 4))
    assert enough.total.mean == pytest.approx(3.6)
    assert enough.total.spread == pytest.approx(0.8)


def test_a_small_group_takes_the_other_with_it(heard: Heard) -> None:
    heard.marks("official", 4, 4, 4, 4, 4, 4)
    heard.marks("executive", 2, 2)
    seen = counted(heard)
    assert seen.total is not None
    assert seen.total.people == 8
    assert seen.groups == {}
    assert set(seen.hidden) == {"official", "executive"}
    heard.marks("executive", 3, 3, 3)
    seen = counted(heard)
    assert {group: figure.people for group, figure in seen.groups.items()} == {"executive": 5, "official": 6}
    assert seen.hidden == ()
    assert list(seen.groups) == ["executive", "official"]


def test_who_does_not_know_stays_out(heard: Heard) -> None:
    heard.marks("official", 4, 4, 4, 4, 4)
    for why in ("dont_know", "not_applicable"):
        heard.says(heard.person(), E1, "geen idee", Rating(non_answer=why))
    total = counted(heard).total
    assert total is not None
    assert total.people == 5
    assert total.mean == 4
    assert total.same


def test_a_person_counts_once_and_the_own_answer_goes_first(heard: Heard) -> None:
    people = [heard.person() for _n in range(5)]
    joint = heard.together(*people)
    heard.says(joint, E1, "samen", Rating(score=5))
    heard.says(joint, E1, "zelf", Rating(score=1), participant=people[0])
    total = counted(heard).total
    assert total is not None
    assert total.people == 5
    assert total.counts == (("1", 1), ("5", 4))
    assert not total.same


def test_the_own_answer_goes_first_also_when_the_table_spoke_earlier(heard: Heard) -> None:
    people = [heard.person() for _n in range(4)]
    joint = heard.together(*people)
    last = heard.person()
    both = heard.together(last, people[0])
    heard.says(joint, E1, "samen", Rating(score=5))
    heard.says(last, E1, "zelf", Rating(score=1))
    heard.says(both, E1, "wij", Rating(score=2), participant=people[0])
    total = counted(heard).total
    assert total is not None
    assert total.counts == (("1", 1), ("2", 1), ("5", 3))


def test_per_theme_and_in_the_order_of_the_question_set(heard: Heard) -> None:
    for option in ("realised", "not_started", "realised", "in_progress", "realised"):
        heard.says(heard.person(), A2, "x", Choice(option=option), theme="housing")
    assert counted(heard, A2, "accessibility").total is None
    total = counted(heard, A2, "housing").total
    assert total is not None
    assert total.counts == (("not_started", 1), ("in_progress", 1), ("realised", 3))
    assert total.mean is None


def test_several_options_and_table_cells(heard: Heard) -> None:
    for n in range(5):
        who = heard.person()
        heard.says(who, "S7", "x", Choices(options=("cost", "quality") if n else ("cost",)), theme="housing")
        cells: dict[str, dict[str, Scalar]] = {"trust": {"importance": 5, "present": n or "dont_know"}}
        heard.says(who, "S2", "", Grid(cells=cells))
    both = counted(heard, "S7", "housing").total
    assert both is not None
    assert dict(both.counts) == {"cost": 5, "quality": 4}
    assert both.people == 5
    importance = counted(heard, "S2", row="trust", column="importance").total
    assert importance is not None
    assert importance.counts == (("5", 5),)
    assert counted(heard, "S2", row="trust", column="present").total is None


def test_withdrawn_interviews_do_not_count(heard: Heard) -> None:
    answers = heard.marks("official", 4, 4, 4, 4, 4, 4)
    heard.withdraw(answers[0].split("/")[1])
    total = counted(heard).total
    assert total is not None
    assert total.people == 5


scores = st.lists(st.integers(1, 5), max_size=9)


@given(official=scores, executive=scores, council=scores)
@settings(max_examples=15)
def test_no_figure_gives_a_small_group_away(
    official: list[int], executive: list[int], council: list[int]
) -> None:
    given_ = {"official": official, "executive": executive, "council": council}
    with tempfile.TemporaryDirectory() as folder:
        heard = Heard(Path(folder))
        with heard.dossier:
            for group, marks in given_.items():
                heard.marks(group, *marks)
            seen = counted(heard)
    sizes = {group: len(marks) for group, marks in given_.items() if marks}
    total = sum(sizes.values())
    assert (seen.total is None) == (total < 5)
    assert set(seen.groups) | set(seen.hidden) == set(sizes)
    for group, figure in seen.groups.items():
        assert figure.people == sizes[group] >= 5
        assert sorted(figure.counts) == sorted(
            (str(mark), given_[group].count(mark)) for mark in set(given_[group])
        )
    if seen.total is not None:
        assert seen.total.people == total
        assert sum(n for _mark, n in seen.total.counts) == total
        hidden = total - sum(figure.people for figure in seen.groups.values())
        assert not seen.hidden or (hidden >= 5 and len(seen.hidden) > 1)
