"""The small-group rules: nothing under the threshold is shown or can be worked out."""

from hypothesis import given
from hypothesis import strategies as st

from boce_tui.domain.threshold import may_count, may_state, shown_groups

SIZES = st.dictionaries(st.sampled_from("abcdefg"), st.integers(0, 12), max_size=7)


@given(SIZES, st.integers(0, 8))
def test_a_small_group_is_never_shown_nor_left_alone(sizes: dict[str, int], threshold: int) -> None:
    limit = max(threshold, 3)
    shown = shown_groups(sizes, threshold)
    assert all(sizes[g] >= limit for g in shown.groups)
    assert set(shown.groups) | set(shown.hidden) == {g for g, n in sizes.items() if n}
    if shown.total and shown.hidden and any(n and n < limit for n in sizes.values()):
        rest = sum(sizes.values()) - sum(sizes[g] for g in shown.groups)
        assert rest >= limit
        assert len(shown.hidden) > 1 or not shown.groups


def test_group_of_four_cannot_be_worked_out_from_the_total() -> None:
    shown = shown_groups({"executive": 4, "official": 9}, 5)
    assert shown.groups == ()
    assert shown.total


def test_two_large_groups_are_both_shown() -> None:
    assert shown_groups({"executive": 7, "official": 9}, 5).groups == ("executive", "official")


def test_everything_is_hidden_when_all_together_are_too_few() -> None:
    assert shown_groups({"executive": 2, "official": 2}, 5).total is False


def test_the_lower_limit_of_both_settings_is_three() -> None:
    assert not may_count(2, 1)
    assert not may_state(2, 0)
    assert may_state(3, 0)
