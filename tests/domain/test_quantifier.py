"""Quantity words follow the shares of domain.md 5.4."""

import pytest

from boce_tui.domain.quantifier import propose


@pytest.mark.parametrize(
    ("supporting", "answered", "word"),
    [
        (10, 10, "all"),
        (9, 10, "nearly_all"),
        (17, 20, "nearly_all"),
        (16, 20, "most"),
        (6, 10, "most"),
        (11, 20, "about_half"),
        (4, 10, "about_half"),
        (7, 20, "part"),
        (4, 20, "part"),
        (3, 20, "few"),
        (2, 20, "also_mentioned"),
        (1, 1, "also_mentioned"),
        (4, 4, None),
        (0, 10, None),
        (5, 4, None),
    ],
)
def test_word_for_share(supporting: int, answered: int, word: str | None) -> None:
    assert propose(supporting, answered) == word
