"""Numbers and codes: as ever where the round was made, and a block of its own on every other laptop."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from boce_tui.cycle.following_up.meetings import add_meeting
from boce_tui.cycle.interviewing.extra import ExtraBook
from boce_tui.cycle.planning import add_document, add_evaluator, add_interview, add_respondent
from boce_tui.domain.keys import CODE, last
from boce_tui.domain.noting import ExtraQuestion
from boce_tui.domain.round import Interview, Respondent
from boce_tui.store import Dossier
from tests.cycle.merging.laptops import Laptops, laptops
from tests.support import make_env

ROUND = "2041"


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Laptops]:
    with laptops(tmp_path, "a", "b", "c") as found:
        yield found


def person(dossier: Dossier) -> str:
    return last(add_respondent(dossier, ROUND, role="alderman").key)


def plan(dossier: Dossier) -> str:
    return last(add_interview(dossier, ROUND, participants=(person(dossier),)).key)


def every_kind(dossier: Dossier) -> list[str]:
    """One of everything that gets a number."""
    extra = ExtraBook(dossier, ROUND, "G90")
    question = extra.new_id()
    dossier.save(ExtraQuestion(text="En?"), f"{ROUND}/G90/{question}")
    return [
        plan(dossier),
        question,
        last(add_evaluator(dossier, ROUND).key),
        last(add_document(dossier, ROUND, title="Nota").key),
        last(add_meeting(dossier, ROUND, title="Raad").key),
    ]


def test_the_laptop_that_made_the_round_counts_from_one(made: Laptops) -> None:
    assert [plan(made["a"]) for _n in range(3)] == ["G01", "G02", "G03"]
    assert every_kind(made["a"]) == ["G04", "X1", "EV1", "D01", "V01"]
    assert all(len(person(made["a"])) == 3 for _n in range(5))


def test_no_other_laptop_gives_out_the_same(made: Laptops) -> None:
    given = {name: every_kind(made[name]) + [person(made[name]) for _n in range(20)] for name in "abc"}
    every = [one for numbers in given.values() for one in numbers]
    assert len(set(every)) == len(every)
    for name in "bc":
        blocks = {one[-5:-2] for one in given[name]}
        assert len(blocks) == 1
        assert all(one[-5:].isdigit() for one in given[name])
        assert all(CODE.match(one) for one in given[name][5:])
    for giver, taker in ("ab", "ba", "ca", "ac", "bc", "cb"):
        made.give(giver, taker)
    assert made["a"].conflicts() == made["c"].conflicts() == []


def test_numbers_of_others_do_not_carry_the_count_along(made: Laptops) -> None:
    first, theirs = plan(made["a"]), plan(made["b"])
    made.give("b", "a")
    made.give("a", "b")
    assert (first, plan(made["a"])) == ("G01", "G02")
    assert plan(made["b"]) == f"{theirs[:-2]}02"


def test_a_block_of_somebody_else_is_left_alone(made: Laptops) -> None:
    """Two laptops may come to the same block; whoever knows of the other takes the next."""
    mine = plan(made["b"])
    block = int(mine[1:4])
    with_it = made["c"]
    with_it.save(Interview(participants=("R90",)), f"{ROUND}/G{block}{50}")
    made.give("c", "b")
    after = plan(made["b"])
    assert int(after[1:4]) == (block + 1 if block < 999 else 100)


def test_a_full_block_goes_on_in_the_next(made: Laptops) -> None:
    block = plan(made["b"])[1:4]
    made["b"].save(Interview(participants=("R90",)), f"{ROUND}/G{block}99")
    assert plan(made["b"])[1:4] != block
    block = person(made["b"])[1:4]
    for n in range(100):
        made["b"].save(Respondent(group="official", role="policy_officer"), f"{ROUND}/R{block}{n:02d}")
    assert person(made["b"])[1:4] != block


def test_codes_are_drawn_and_never_twice(made: Laptops) -> None:
    codes = [person(made["b"]) for _n in range(100)]
    assert len(set(codes)) == 100
    assert codes != sorted(codes)
    assert len({code[1:4] for code in codes}) == 1


def test_a_copied_folder_counts_apart(tmp_path: Path) -> None:
    """Copying the folder is how two people begin most often."""
    env = make_env(tmp_path / "one")
    with laptops(tmp_path / "x", "a") as made:
        folder = made["a"].folder
    shutil.copytree(folder, env.data_dir, ignore=shutil.ignore_patterns("*.lock"))
    with Dossier.open(env.data_dir, env) as copy:
        assert len(plan(copy)) == len("G34701")
