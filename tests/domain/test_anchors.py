"""Words taken from a text are found again after edits, and it is told when they are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boce_tui.domain.anchors import GONE, Anchor, anchor, find_again

NOTE = "De visie ligt er. Niemand is de baas, iedereen is de baas. Het duurde twee jaar langer."
BEGIN = NOTE.index("Niemand")
END = NOTE.index(" Het duurde")
WORDS = NOTE[BEGIN:END]
OTHER = st.text(alphabet="xyz .\n🙂é", max_size=60)
"""Text in which no word of the notes below occurs."""


def taken(note: str, words: str, nth: int = 0) -> Anchor:
    begin = -1
    for _index in range(nth + 1):
        begin = note.index(words, begin + 1)
    return anchor(note, begin, begin + len(words))


def shown(note: str, words: Anchor) -> tuple[str, str]:
    place = find_again(note, words)
    return place.kind, note[place.begin : place.end] if place.kind != "gone" else ""


@st.composite
def notes(draw: st.DrawFn) -> tuple[str, int, int]:
    """A note with a sentence in it that occurs once, and where that stands."""
    before, after = draw(OTHER), draw(OTHER)
    sentence = "Hier wordt " + draw(st.text(alphabet="abcde ", min_size=1, max_size=40)) + " besloten."
    return f"{before}\n{sentence}\n{after}", len(before) + 1, len(before) + 1 + len(sentence)


@given(notes(), OTHER, st.floats(0, 1))
def test_an_insertion_before_it_shifts_it(note: tuple[str, int, int], more: str, where: float) -> None:
    text, begin, end = note
    at = int(where * (begin - 1))
    place = find_again(text[:at] + more + text[at:], anchor(text, begin, end))
    assert place == ("same", begin + len(more), end + len(more))


@given(notes(), OTHER, st.floats(0, 1), st.integers(0, 40))
def test_an_edit_elsewhere_never_breaks_it(
    note: tuple[str, int, int], more: str, where: float, gone: int
) -> None:
    text, begin, end = note
    words = anchor(text, begin, end)
    at = int(where * (begin - 1))
    first = text[:at] + more + text[min(at + gone, begin - 1) :]
    assert shown(first, words) == ("same", words.text)
    at = end + 1 + int(where * (len(text) - end - 1))
    second = text[:at] + more + text[at + gone :]
    assert find_again(second, words) == ("same", begin, end)


@given(notes(), OTHER)
def test_a_deletion_breaks_it(note: tuple[str, int, int], more: str) -> None:
    text, begin, end = note
    words = anchor(text, begin, end)
    assert find_again(text[:begin] + text[end:], words) == GONE
    assert find_again(more, words) == GONE
    assert find_again("", words) == GONE


@given(st.integers(2, 6), st.data())
def test_equal_sentences_are_told_apart_by_what_stands_around_them(count: int, data: st.DataObject) -> None:
    pieces = [f" Punt {'abcdef'[i] * 9} hierover:" for i in range(count)]
    note = "".join(f"{piece} Dat is zo." for piece in pieces)
    nth = data.draw(st.integers(0, count - 1))
    words = taken(note, "Dat is zo.", nth)
    moved = data.draw(OTHER) + note
    assert find_again(moved, words).begin == words.start + len(moved) - len(note)
    # Without the ones before it, it stands exactly where another one stood.
    kept = "".join(f"{piece} Dat is zo." for piece in pieces[nth:])
    assert find_again(kept, words).begin == kept.index("Dat is zo.")


@given(st.text(max_size=80), st.text(max_size=30), st.integers(-1, 90), st.text(max_size=40))
def test_any_text_gives_a_place_within_it(text: str, words: str, start: int, around: str) -> None:
    place = find_again(text, Anchor(words, start, around[:20], around[20:]))
    if place.kind == "gone":
        assert place == GONE
    else:
        assert 0 <= place.begin < place.end <= len(text)
    if place.kind == "same":
        assert text[place.begin : place.end] == words


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (NOTE.replace("iedereen", "iedere wethouder"), "Niemand is de baas, iedere wethouder is de baas."),
        (NOTE.replace("de baas.", "de ba lange as."), "Niemand is de baas, iedereen is de ba lange as."),
        (NOTE.replace("Niemand", "Geen mens"), "Geen mens is de baas, iedereen is de baas."),
        ("Nieuw begin.\n" + NOTE.replace(" de baas.", " hier de baas."), None),
        (NOTE[END:] + " Tot slot: niemand is de baas, en iedereen is de baas.", None),
    ],
    ids=["a word", "words at the end", "the first word", "also moved", "moved to the end"],
)
def test_other_words_in_it_are_a_changed_sentence(now: str, expected: str | None) -> None:
    kind, words = shown(now, taken(NOTE, WORDS))
    assert kind == "changed"
    assert "de baas" in words
    assert expected is None or words == expected


def test_one_word_that_became_another_is_seen_by_what_stands_around_it() -> None:
    words = taken("het is voor ons allemaal duidelijk wie wat doet", "duidelijk")
    assert shown("het is voor ons allemaal onduidelijk wie wat doet", words) == ("changed", "onduidelijk")


def test_a_dossier_from_before_knows_the_place_only() -> None:
    note = "Ja, dat is zo. Dat is zo. Dat is zo."
    assert find_again(note, Anchor("Dat is zo.", 26)).begin == 26
    assert find_again("x" + note, Anchor("Dat is zo.", 26)).begin == 27
    assert find_again(note, Anchor("Dat is zo.", -1)).kind == "same"


def test_a_long_note_is_no_trouble() -> None:
    note = "een woord en nog een woord dat er niet toe doet. " * 4000
    assert find_again(note, taken(NOTE, WORDS)) == GONE
    assert find_again("a" * 100_000, Anchor("a", 50_000, "a" * 32, "a" * 32)) == ("same", 50_000, 50_001)
