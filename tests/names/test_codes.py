"""Codes are drawn at random and never twice."""

from __future__ import annotations

import os
import random

from hypothesis import given
from hypothesis import strategies as st

from boce_tui.domain.keys import CODE
from boce_tui.names import draw_code

ALL = [f"R{n:02d}" for n in range(1, 100)]


@given(st.sets(st.sampled_from(ALL)), st.integers())
def test_a_new_code_is_free_and_well_formed(existing: set[str], seed: int) -> None:
    code = draw_code(existing, random.Random(seed).randbytes)
    assert code not in existing
    assert CODE.match(code)
    assert (len(code) == 3) == (len(existing) < 99)


def test_every_code_can_be_drawn_and_none_is_favoured() -> None:
    entropy = random.Random(7).randbytes
    drawn = [draw_code((), entropy) for _ in range(5000)]
    counts = {code: drawn.count(code) for code in ALL}
    assert min(counts.values()) > 20
    assert max(counts.values()) < 90


def test_after_r99_comes_three_figures() -> None:
    code = draw_code(set(ALL), os.urandom)
    assert len(code) == 4
    assert "R100" <= code <= "R999"


def test_the_order_of_drawing_says_nothing() -> None:
    entropy = random.Random(3).randbytes
    existing: list[str] = []
    for _ in range(20):
        existing.append(draw_code(existing, entropy))
    assert existing != sorted(existing)
