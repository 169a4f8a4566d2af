from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from textual.color import Color
from textual.content import Content

from boce_tui.domain.text import strip_unsafe
from boce_tui.tui.text import (
    UnsafeFilter,
    assemble,
    cells,
    cut,
    cut_left,
    pad,
    pad_left,
    safe,
    safe_block,
    wrap,
)

MARKUP = [
    "[red]x[/red]",
    "[/x]",
    "[x] [ ] [TODO]",
    "[@click=app.quit]klik[/]",
    "arr[0]",
    "[[x]]",
    "a\\",
    "\\[",
]


@pytest.mark.parametrize("text", MARKUP)
def test_markup_is_text(text: str) -> None:
    assert safe(text).plain == text
    assert safe_block(text).plain == text
    assert assemble("label: ", (text, "fout"), safe(text)).plain == f"label: {text}{text}"
    assert not any("click" in str(span.style) for span in safe(text).spans)


def test_control_characters_are_seen_and_not_sent() -> None:
    assert "\x1b" not in safe("\x1b]0;titel\x07").plain
    assert "�" in safe("\x1b[2J").plain
    assert safe("een\ntwee").plain == "een ⏎ twee"
    assert safe_block("een\ntwee").plain == "een\ntwee"


@given(st.text(max_size=60), st.integers(0, 30))
def test_cut_never_takes_more_room_than_there_is(text: str, width: int) -> None:
    shown = safe(text).plain
    for made in (cut(shown, width), cut_left(shown, width)):
        assert cells(made) <= max(width, 0)
    if cells(shown) <= width:
        assert cut(shown, width) == cut_left(shown, width) == shown


@given(st.text(max_size=40), st.integers(1, 30))
def test_padded_text_takes_exactly_the_room(text: str, width: int) -> None:
    shown = safe(text).plain
    assert cells(pad(shown, width)) == cells(pad_left(shown, width)) == width


@given(st.text(max_size=200), st.integers(1, 30))
def test_wrapped_lines_fit_and_lose_nothing(text: str, width: int) -> None:
    shown = safe_block(text).plain
    lines = wrap(shown, width)
    assert all(cells(line) <= max(width, 2) for line in lines)
    assert "".join(lines).replace(" ", "") == shown.replace(" ", "").replace("\n", "")


def test_wrapping_breaks_between_words() -> None:
    assert wrap("een twee drie\n\nvierenvijf", 8) == ["een twee", "drie", "", "vierenvi", "jf"]


def test_cutting_keeps_the_end_that_says_most() -> None:
    assert cut("Samenwerkingsagenda", 8) == "Samenwe…"
    assert cut_left("Evaluatie 2041 · R07", 8) == "…1 · R07"


@given(st.lists(st.text(max_size=20), max_size=6))
def test_the_filter_takes_out_what_no_terminal_may_get(texts: list[str]) -> None:
    black = Color.parse("black")
    before = [Segment(text) for text in texts]
    after = UnsafeFilter().apply(list(before), black)
    assert [segment.text for segment in after] == [strip_unsafe(text) for text in texts]


def test_the_filter_leaves_control_segments_alone() -> None:
    from rich.control import Control

    segment = Control.home().segment
    assert UnsafeFilter().apply([segment, Segment("\x1b[31m")], Color.parse("black")) == [
        segment,
        Segment("[31m"),
    ]


def test_assembled_content_is_content() -> None:
    assert isinstance(assemble(), Content)
    assert assemble("a", ("b", "ok"), Content("c")).plain == "abc"
