"""The difference between two texts by words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from boce_tui.domain.word_diff import Change, after_of, before_of, word_diff

TEXT = st.text(st.sampled_from("ab é\n\t.,-()é😀\u202e\x00 "), max_size=60)


@given(TEXT, TEXT)
def test_the_difference_gives_both_texts_back(before: str, after: str) -> None:
    changes = word_diff(before, after)
    assert before_of(changes) == before
    assert after_of(changes) == after
    assert all(change.before.split() == change.after.split() for change in changes if change.same)


@given(TEXT)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert all(change.same for change in word_diff(text, text))


def test_only_the_words_that_differ_are_in_it() -> None:
    changes = word_diff("de planning liep uit", "de planning liep fors uit")
    assert [change for change in changes if not change.same] == [Change("", "fors ", same=False)]


def test_a_version_and_a_date_are_one_word() -> None:
    changes = word_diff("versie 0.9 van 02-07-2041", "versie 1.0 van 03-07-2041")
    assert [(c.before, c.after) for c in changes if not c.same] == [
        ("0.9 ", "1.0 "),
        ("02-07-2041", "03-07-2041"),
    ]


def test_blanks_do_not_count_but_line_breaks_do() -> None:
    assert all(change.same for change in word_diff("een  twee", "een twee"))
    assert not all(change.same for change in word_diff("een\ntwee", "een twee"))


def test_long_texts_are_compared_by_lines() -> None:
    before = "\n".join(f"regel {n} met woorden" for n in range(2000))
    after = before.replace("regel 7 met", "regel 7 zonder")
    differing = [change for change in word_diff(before, after) if not change.same]
    assert [(change.before, change.after) for change in differing] == [
        ("regel 7 met woorden\n", "regel 7 zonder woorden\n")
    ]
    assert before_of(word_diff(before, after)) == before
