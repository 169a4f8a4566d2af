"""Moving words between texts: nothing lost, nothing twice, and all the way back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from boce_tui.domain.cutting import added, cut, put_back, without

WORDS = st.text(st.sampled_from("ab.\n é👨‍👩‍👧"), max_size=40)


@st.composite
def ranges(draw: st.DrawFn) -> tuple[str, int, int]:
    text = draw(WORDS)
    begin = draw(st.integers(0, len(text)))
    return text, begin, draw(st.integers(begin, len(text)))


def letters(text: str) -> str:
    return "".join(text.split())


@given(ranges(), WORDS)
def test_every_letter_is_in_one_of_the_two_and_in_order(where: tuple[str, int, int], there: str) -> None:
    text, begin, end = where
    taken = cut(text, begin, end)
    new, at = added(there, taken.words)
    assert taken.words == text[begin:end].strip()
    assert letters(taken.rest[: taken.begin] + taken.words + taken.rest[taken.begin :]) == letters(text)
    assert new.startswith(there)
    assert new[at:] == taken.words
    assert letters(new) == letters(there) + letters(taken.words)


@given(ranges(), WORDS, WORDS)
def test_taking_it_back_gives_both_texts_as_they_were(
    where: tuple[str, int, int], there: str, typed: str
) -> None:
    text, begin, end = where
    taken = cut(text, begin, end)
    if not taken.words:
        return
    new, at = added(there, taken.words)
    assert put_back(taken.rest, taken) == text
    assert without(new, taken.words, at) == there.removesuffix("\n") or there.endswith("\n")
    # What was typed behind the words meanwhile stays.
    left = without(new + "\n" + typed, taken.words, at)
    assert left is not None
    assert letters(left) == letters(there) + letters(typed)


def test_no_two_blanks_stay_next_to_each_other() -> None:
    assert cut("een. twee. drie.", 5, 10).rest == "een. drie."
    assert cut("een twee", 0, 4).rest == "twee"
    assert cut("een twee", 4, 8).rest == "een "


def test_words_that_are_gone_are_not_taken_from_elsewhere() -> None:
    assert without("iets anders", "de woorden", 0) is None
    changed = put_back("heel ander begin", cut("een. twee. drie.", 5, 10))
    assert changed == "heel ander begin\ntwee."
