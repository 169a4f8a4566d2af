"""Which words become a quote when nothing is selected."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boce_tui.cycle.interviewing import last_sentence


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Eerste zin. Tweede zin.", "Tweede zin."),
        ("eerste regel\ntweede regel", "tweede regel"),
        ("alleen dit", "alleen dit"),
        ('hij zei: "niemand is de baas"', "niemand is de baas"),
        ("hij zei “zo gaat dat”.", "zo gaat dat"),
        ("Echt waar? Ja!  ", "Ja!"),
        ("kost 1.250 euro per jaar", "kost 1.250 euro per jaar"),
        ("de foto’s", "de foto’s"),
        ("Goed.\n\n", "Goed."),
        ("", ""),
        ("   ", ""),
    ],
)
def test_the_last_sentence(text: str, quote: str) -> None:
    begin, end = last_sentence(text, len(text))
    assert text[begin:end] == quote


def test_only_what_stands_before_the_cursor() -> None:
    text = "Een. Twee. Drie."
    begin, end = last_sentence(text, 10)
    assert text[begin:end] == "Twee."


@given(st.text(max_size=60), st.integers(0, 60))
def test_it_is_always_a_place_in_the_text(text: str, cursor: int) -> None:
    begin, end = last_sentence(text, min(cursor, len(text)))
    assert 0 <= begin <= end <= min(cursor, len(text))
