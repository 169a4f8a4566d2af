"""Numbering of recommendations (domain.md 5.3)."""

from boce_tui.domain.numbering import PATTERN, numbers, sort_key
from boce_tui.domain.recommendation import Recommendation, RecommendationGroup

GROUPS = {
    "2041/g2": RecommendationGroup(title="Rollen", order=2),
    "2041/g1": RecommendationGroup(title="Vervolg", order=1),
}


def test_group_gives_number_place_gives_letter_and_a_single_one_has_none() -> None:
    items = {
        "2041/x": Recommendation(group="g2", order=1),
        "2041/b": Recommendation(group="g1", order=2),
        "2041/a": Recommendation(group="g1", order=1),
    }
    assert numbers(GROUPS, items) == {"2041/a": "1a", "2041/b": "1b", "2041/x": "2"}


def test_frozen_numbers_stay_when_one_is_dropped_and_new_ones_take_the_next_letter() -> None:
    groups = {"2041/g2": RecommendationGroup(title="Keuze", order=5, number=2)}
    items = {
        "2041/a": Recommendation(group="g2", order=1, letter="a"),
        "2041/b": Recommendation(group="g2", order=2, letter="b", dropped=True),
        "2041/c": Recommendation(group="g2", order=3, letter="c"),
        "2041/n": Recommendation(group="g2", order=0),
    }
    assert numbers(groups, items) == {"2041/a": "2a", "2041/b": "2b", "2041/c": "2c", "2041/n": "2d"}


def test_items_without_a_group_come_last() -> None:
    items = {"2041/a": Recommendation(group=""), "2041/b": Recommendation(group="g1")}
    result = numbers(GROUPS, items)
    assert result == {"2041/b": "1", "2041/a": "2"}
    assert all(PATTERN.match(n) for n in result.values())


def test_numbers_sort_as_a_reader_expects() -> None:
    assert sorted(["10", "2b", "2a", "1"], key=sort_key) == ["1", "2a", "2b", "10"]
