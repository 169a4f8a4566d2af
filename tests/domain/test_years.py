"""Two years side by side: nothing that one year hides follows from both, over all possible answers."""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from statistics import mean

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from boce_tui.domain.years import ALIKE, HIGHER, LOWER, Cell, Said, Years, compare_kept, compare_years

LIMIT = 3
STAYED, LEFT, JOINED = "stayed", "left", "joined"
Person = tuple[str, str]
"""Group, and whether they stayed, left or joined."""

SIZES = st.tuples(*[st.integers(0, 4)] * 6)
"""Number of executives and of officials that stayed, left and joined."""


def people(sizes: tuple[int, ...]) -> list[Person]:
    places = list(product(("executive", "official"), (STAYED, LEFT, JOINED)))
    return [place for place, size in zip(places, sizes, strict=True) for _one in range(size)]


def shown(who: list[Person], answers: tuple[str, ...], kind: str) -> Years:
    """What a reader sees when those who stayed say what they said last year."""
    said = [
        Said(group, f"function {at}", answer)
        for at, ((group, _class), answer) in enumerate(zip(who, answers, strict=True))
    ]
    before = [one for one, (_group, kept) in zip(said, who, strict=True) if kept != JOINED]
    after = [one for one, (_group, kept) in zip(said, who, strict=True) if kept != LEFT]
    return compare_years(before, after, LIMIT, kind)  # type: ignore[arg-type]


def secrets(who: list[Person]) -> dict[str, list[int]]:
    """Every set of people that is too small to be known about, as places in the list."""
    found: dict[str, list[int]] = {}
    for classes in ((STAYED, LEFT), (STAYED, JOINED), (STAYED,), (LEFT,), (JOINED,)):
        for group in ("executive", "official", ""):
            places = [at for at, (g, c) in enumerate(who) if c in classes and group in ("", g)]
            if 0 < len(places) < LIMIT:
                found[f"{group} {classes}"] = places
    return found


def seen(years: Years) -> object:
    """All of it, so that two worlds that look the same are the same here."""
    cells = [years.total, *(years.groups[name] for name in sorted(years.groups))]
    return (
        years.mode,
        years.word,
        tuple(sorted(years.groups)),
        tuple(
            (c.people, round(c.mean, 9) if c.mean is not None else None, tuple(c.counts.items()))
            for pair in cells
            if pair
            for c in (pair.before, pair.after)
        ),
    )


def holds(sizes: tuple[int, ...], kind: str, answers: str) -> set[str]:
    """Check every world with these people; returns the modes that were met."""
    who = people(sizes)
    hidden = secrets(who)
    worlds = defaultdict(lambda: {name: set() for name in hidden})  # type: ignore[var-annotated]
    modes = set()
    for world in product(answers, repeat=len(who)):
        years = shown(who, world, kind)
        modes.add(years.mode + (" groups" if years.groups else ""))
        look = worlds[seen(years)]
        for name, places in hidden.items():
            look[name].add(tuple(sorted(world[at] for at in places)))
    for look, known in worlds.items():
        for name, possible in known.items():
            assert len(possible) > 1, f"{name} of {sizes} follows from {look}"
    return modes


@given(SIZES, st.sampled_from(["rating", "choice"]))
@settings(max_examples=60, deadline=None)
@example((2, 0, 0, 4, 0, 0), "rating")
@example((2, 1, 0, 2, 2, 3), "rating")
@example((4, 0, 0, 4, 0, 1), "rating")
@example((2, 0, 1, 4, 0, 2), "choice")
@example((1, 1, 1, 3, 2, 2), "choice")
def test_no_small_group_follows_from_two_years(sizes: tuple[int, ...], kind: str) -> None:
    assume(3 <= sum(sizes) <= 9)
    holds(sizes, kind, "15")


@pytest.mark.parametrize(
    "sizes", [(2, 0, 0, 4, 0, 0), (1, 1, 0, 3, 2, 0), (2, 0, 0, 1, 0, 3), (3, 0, 0, 3, 0, 0)]
)
def test_no_mark_of_three_follows_either(sizes: tuple[int, ...]) -> None:
    holds(sizes, "rating", "135")


def test_everything_is_shown_somewhere() -> None:
    """The rule is not kept by showing nothing."""
    assert holds((4, 0, 0, 4, 0, 0), "rating", "15") == {"exact", "exact groups", "words"}
    assert "exact" in holds((1, 0, 0, 7, 0, 0), "choice", "15")
    assert "words" in holds((2, 1, 0, 3, 0, 0), "rating", "15")


@given(SIZES, st.data())
@settings(max_examples=200)
def test_groups_are_shown_all_or_none_and_only_when_large(
    sizes: tuple[int, ...], data: st.DataObject
) -> None:
    who = people(sizes)
    answers = tuple(data.draw(st.sampled_from("12345")) for _one in who)
    years = shown(who, answers, "rating")
    if years.groups:
        assert years.mode == "exact"
        assert set(years.groups) == {group for group, _class in who}
        for pair in years.groups.values():
            assert min(pair.before.people, pair.after.people) >= LIMIT
    if years.mode == "words":
        assert years.total is None
        assert not years.groups
    if years.total:
        assert min(years.total.before.people, years.total.after.people) >= LIMIT


@given(
    st.lists(st.integers(1, 5), min_size=3, max_size=8), st.lists(st.integers(1, 5), min_size=1, max_size=2)
)
def test_one_or_two_who_joined_never_make_a_difference_in_words(base: list[int], joined: list[int]) -> None:
    before = [Said("official", str(at), str(mark)) for at, mark in enumerate(base)]
    after = [*before, *(Said("official", f"new {at}", str(mark)) for at, mark in enumerate(joined))]
    for one, other in ((before, after), (after, before)):
        years = compare_years(one, other, LIMIT, "rating")
        assert (years.mode, years.word) == ("words", ALIKE)


def marks(numbers: str, first: int = 0) -> list[Said]:
    return [Said("official", str(first + at), number) for at, number in enumerate(numbers)]


def test_the_same_people_who_changed_their_minds_are_told() -> None:
    years = compare_years(marks("11212"), marks("45454"), 5, "rating")
    assert (years.mode, years.word) == ("exact", HIGHER)
    assert years.total is not None
    assert (years.total.before.mean, years.total.after.mean) == (mean([1, 1, 2, 1, 2]), 4.4)
    assert compare_years(marks("45454"), marks("11212"), 5, "rating").word == LOWER


def test_a_large_change_beside_one_newcomer_is_told_in_words_only() -> None:
    years = compare_years(marks("111211"), [*marks("555455"), Said("official", "new", "5")], 5, "rating")
    assert years == Years("words", HIGHER)


def test_who_all_say_the_same_are_not_given_a_figure() -> None:
    assert compare_years(marks("44444"), marks("45454"), 5, "rating").mode == "words"


def test_too_few_in_one_year_hides_both() -> None:
    assert compare_years(marks("1212"), marks("121212"), 5, "rating") == Years("hidden")
    assert compare_years([], marks("121212"), 5, "rating") == Years("hidden")


def test_a_group_that_was_heard_in_one_year_only_is_not_shown() -> None:
    new = [Said("executive", f"alderman {at}", mark) for at, mark in enumerate("1245")]
    years = compare_years(marks("1212"), [*marks("2122"), *new], LIMIT, "rating")
    assert (years.mode, years.groups) == ("exact", {})


def test_an_option_of_a_few_hides_the_choices() -> None:
    yes, no = "yes " * 7, "no " * 5
    said = [Said("official", str(at), word) for at, word in enumerate((yes + no).split())]
    other = [Said("official", str(at), word) for at, word in enumerate(("yes " * 10 + "no " * 2).split())]
    assert compare_years(said, said, 5, "choice").mode == "exact"
    assert compare_years(said, other, 5, "choice") == Years("hidden")


def test_one_of_several_with_the_same_function_left() -> None:
    """Nobody knows which of them, so what they said makes no class varied."""
    before = [*marks("1212"), *[Said("official", "member", mark) for mark in "15"]]
    assert (
        compare_years(before, [*marks("2121"), Said("official", "member", "1")], 3, "rating").mode == "words"
    )


@pytest.mark.parametrize(
    ("before", "after", "mode"), [(9, 9, "exact"), (9, 11, "words"), (9, 14, "exact"), (4, 9, "hidden")]
)
def test_kept_figures_are_compared_by_number(before: int, after: int, mode: str) -> None:
    assert compare_kept(Cell(before, 3.0), Cell(after, 3.2), 5).mode == mode


def test_kept_choices_have_no_words() -> None:
    assert compare_kept(Cell(9, counts={"yes": 9}), Cell(11, counts={"yes": 11}), 5) == Years("hidden")
