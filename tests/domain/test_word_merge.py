"""Three-way merge by words: laws that hold for every text, and cases a person would expect."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boce_tui.domain.word_merge import merge_words, text_pieces

WORDS = st.lists(
    st.sampled_from(["de", "rol", "is", "niet", "helder", ",", ".", "\n", "  ", "é"]), max_size=12
)
TEXT = WORDS.map(" ".join)


@given(TEXT, TEXT)
def test_one_side_only_wins_and_the_same_stays(base: str, other: str) -> None:
    assert merge_words(base, base, other) == other
    assert merge_words(base, other, base) == other
    assert merge_words(base, other, other) == other


@given(TEXT, TEXT, TEXT)
def test_nobody_goes_before_the_other(base: str, ours: str, theirs: str) -> None:
    assert merge_words(base, ours, theirs) == merge_words(base, theirs, ours)


@given(TEXT, TEXT, TEXT)
def test_pieces_give_all_three_texts_back(base: str, ours: str, theirs: str) -> None:
    found = text_pieces(base, ours, theirs)
    assert "".join("".join(piece.base) for piece in found) == base
    assert "".join("".join(piece.ours) for piece in found) == ours
    assert "".join("".join(piece.theirs) for piece in found) == theirs


@given(TEXT, TEXT, TEXT)
def test_what_came_in_on_either_side_is_in_it(base: str, ours: str, theirs: str) -> None:
    merged = merge_words(base, ours, theirs)
    if merged is not None:
        for piece in text_pieces(base, ours, theirs):
            for added in (piece.ours, piece.theirs):
                assert added == piece.base or "".join(added) in merged


BASE = "De rol van de commissaris is helder, het doel is bekend."


@pytest.mark.parametrize(
    ("ours", "theirs", "merged"),
    [
        ("De rol van de commissaris is onduidelijk, het doel is bekend.", BASE + " Dat helpt.",
         "De rol van de commissaris is onduidelijk, het doel is bekend. Dat helpt."),
        (BASE.replace("De rol", "De eigen rol"), BASE.replace("bekend", "ieder bekend"),
         "De eigen rol van de commissaris is helder, het doel is ieder bekend."),
        (BASE.replace("helder", "vaag"), BASE.replace("helder", "wankel"), None),
        (BASE + " Een.", BASE + " Twee.", None),
        ("", BASE + " Een.", None),
    ],
)  # fmt: skip
def test_cases(ours: str, theirs: str, merged: str | None) -> None:
    assert merge_words(BASE, ours, theirs) == merged


def test_long_texts_are_merged_by_lines_and_soon() -> None:
    lines = [f"regel {n} van een heel lang verhaal met veel woorden" for n in range(2000)]
    ours, theirs = list(lines), list(lines)
    ours[3] += " en nog iets"
    theirs[1999] += " of niet"
    merged = merge_words("\n".join(lines), "\n".join(ours), "\n".join(theirs))
    assert merged is not None
    assert merged.splitlines()[3] == ours[3]
    assert merged.splitlines()[1999] == theirs[1999]
