"""The one module that makes people's text harmless."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boce_tui.domain.text import (
    LINE_MARK,
    clean_entry,
    fold,
    inert_block,
    inert_line,
    is_bidi,
    is_control,
    is_invisible,
    strip_unsafe,
)

any_text = st.text(st.characters(codec=None), max_size=60)
CONTROLS = [chr(point) for point in (*range(32), *range(127, 160))]
BIDI = list("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


# --- entry


@pytest.mark.parametrize("char", [c for c in CONTROLS if c not in "\n\t\r"])
def test_entry_shows_control_characters_as_replacement(char: str) -> None:
    assert clean_entry(f"a{char}b") == "a\ufffdb"


def test_entry_keeps_newline_and_tab_and_mends_line_ends() -> None:
    assert clean_entry("a\tb\r\nc\rd\ne") == "a\tb\nc\nd\ne"


def test_entry_composes() -> None:
    assert clean_entry("Zoe\u0308") == "Zo\u00eb"


def test_entry_replaces_lone_surrogates_so_that_text_can_be_stored() -> None:
    assert clean_entry("a\ud800b").encode("utf-8") == "a\ufffdb".encode()


@pytest.mark.parametrize(
    "text", ["a\u2028b", "a\u202eb", "a\u200bb", "👩\u200d🚀", "\u00a0", "[/x]", "  # kop |", ""]
)
def test_entry_changes_nothing_else(text: str) -> None:
    assert clean_entry(text) == text


@given(any_text)
def test_entry_is_idempotent_and_storable(text: str) -> None:
    once = clean_entry(text)
    assert clean_entry(once) == once
    assert unicodedata.is_normalized("NFC", once)
    once.encode("utf-8")


# --- display


@pytest.mark.parametrize("char", [c for c in CONTROLS if c not in "\n\t\r"])
def test_display_makes_control_characters_visible(char: str) -> None:
    assert inert_line(f"a{char}b") == inert_block(f"a{char}b") == "a\ufffdb"


@pytest.mark.parametrize("char", [*BIDI, "\u200b", "\u2060", "\ufeff", "\u00ad", "\u3164", "\U000e0041"])
def test_display_drops_what_cannot_be_seen(char: str) -> None:
    assert inert_line(f"a{char}b") == inert_block(f"a{char}b") == "ab"
    assert is_invisible(char)
    assert is_bidi(char) is (char in BIDI)


@pytest.mark.parametrize(
    "text", ["👩\u200d🚀", "❤\ufe0f", "می\u200cخواهم", "Zoë Çelik-Müller", "日本", "[x] [/x] {{ y }}"]
)
def test_display_leaves_honest_text_alone(text: str) -> None:
    assert inert_line(text) == inert_block(text) == text


def test_private_use_surrogates_and_noncharacters_are_visible() -> None:
    assert inert_line("\ue000|\ud800|\ufffe|\ufdd0") == "\ufffd|\ufffd|\ufffd|\ufffd"


def test_a_line_is_one_line() -> None:
    assert inert_line("een\r\n\n  twee\u2028drie\n") == f"een{LINE_MARK}twee{LINE_MARK}drie"
    assert inert_line("a\tb\u00a0c\u3000d") == "a b c d"


def test_a_block_keeps_its_lines() -> None:
    assert inert_block("een\r\n\ntwee\u2029drie\tvier") == "een\n\ntwee\ndrie    vier"


@given(any_text)
def test_display_lets_nothing_dangerous_through(text: str) -> None:
    line, block = inert_line(text), inert_block(text)
    assert len(line.splitlines()) <= 1
    for char in line + block.replace("\n", ""):
        assert not is_control(char)
        assert not is_bidi(char)
        assert char not in "\t\u2028\u2029"
    assert inert_line(line) == line
    assert inert_block(block) == block
    assert strip_unsafe(line) == line


# --- filter, folding


def test_strip_unsafe_removes_escape_sequences_and_direction() -> None:
    assert strip_unsafe("a\x1b]52;c;aGk=\x07b\x9b31mc\u202ed\x00") == "a]52;c;aGk=b31mcd"
    assert strip_unsafe("█ ë 👩\u200d🚀") == "█ ë 👩\u200d🚀"


@given(any_text)
@settings(max_examples=50)
def test_strip_unsafe_leaves_nothing(text: str) -> None:
    assert not any(is_bidi(char) or unicodedata.category(char) == "Cc" for char in strip_unsafe(text))


def test_fold_compares_without_accents_case_and_tricks() -> None:
    assert fold("Zoë\u200b ÇELIK\u00ad-Müller") == "zoe celik-muller"
    assert fold("Łukasz Ørsted Straße") == "lukasz orsted strasse"
