"""Pasted text arrives whole and in its own order, however the terminal cuts it into pieces."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from boce_tui.tui.paste_parser import PasteParser

BEGIN, END = "\x1b[200~", "\x1b[201~"
TEXT = "voor \x1b[31mrood \x00 \x1b]0;x\x07 \x1b[20 na"
INERT = "voor \ufffd[31mrood \ufffd \ufffd]0;x\x07 \ufffd[20 na"


def heard(*pieces: str) -> list[str]:
    parser = PasteParser()
    found = []
    for piece in pieces:
        for event in parser.feed(piece):
            if isinstance(event, events.Paste):
                found.append(event.text)
            elif isinstance(event, events.Key):
                found.append(f"<{event.key}>")
    return found


def test_a_paste_with_control_characters_is_one_paste() -> None:
    assert heard(f"a{BEGIN}{TEXT}{END}z") == ["<a>", INERT, "<z>"]


@given(st.lists(st.integers(0, len(TEXT) + 14), max_size=6))
def test_wherever_it_is_cut(cuts: list[int]) -> None:
    data = f"a{BEGIN}{TEXT}{END}z"
    places = [0, *sorted(min(cut, len(data)) for cut in cuts), len(data)]
    pieces = [data[a:b] for a, b in pairwise(places)]
    assert heard(*(piece for piece in pieces if piece)) == ["<a>", INERT, "<z>"]


@pytest.mark.parametrize("data", ["\x1b[A", "\x1bOP", "\x00", "\x1b[200~", "abc\x1b[2"])
def test_keys_are_left_alone(data: str) -> None:
    parser = PasteParser()
    assert parser._inert(data) == data
