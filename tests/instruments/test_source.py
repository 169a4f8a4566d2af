"""Whatever the bytes are, there is a message and no crash."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boce_tui.instruments import source
from boce_tui.instruments.reading import check_bytes
from tests.instruments.sets import HEAD, check, question, words

GOOD = HEAD + question("Q1") + question("Z9", section="two")


@pytest.mark.parametrize(
    ("data", "line", "what", "fix"),
    [
        (GOOD.encode("utf-16"), 1, "UTF-16", "UTF-8"),
        (GOOD.replace("Vraag Q1", "Café").encode("latin-1"), 17, "geen UTF-8", "UTF-8"),
        (b"x" * (source.LARGEST + 1), 0, "te groot", "1000 kB"),
        (GOOD.replace("Q1?", "Q1\x1b[31m?").encode(), 17, "U+001B", "typ de regel opnieuw"),
        (GOOD.replace("Q1?", "Q1\u202e?").encode(), 17, "RIGHT-TO-LEFT OVERRIDE", "Haal het weg"),
        (GOOD.replace("Q1?", "Q1\u200b?").encode(), 17, "ZERO WIDTH SPACE", "Haal het weg"),
        (GOOD.replace("\n", "\r").encode(), 1, "U+000D", "typ de regel opnieuw"),
        (b"\x00\x00", 1, "U+0000", ""),
        (GOOD.replace("Q1?", "Q1\\u001b?").encode(), 17, "U+001B", "Haal het weg"),
        (GOOD.replace("Q1?", "Q1\\u202e?").encode(), 17, "RIGHT-TO-LEFT OVERRIDE", "Haal het weg"),
        (b"x = " + b"[" * 5000, 0, "te diep", ""),
        (b"x = " + b"[" * 60 + b"]" * 60, 0, "te diep", ""),
        (b"x = " + b"9" * 5000, 0, "te lang", ""),
    ],
    ids=range(13),
)
def test_bytes_that_are_no_question_set(data: bytes, line: int, what: str, fix: str) -> None:
    checked = check_bytes(data)
    assert checked.instrument is None
    problem = checked.problems[0]
    assert problem.line == line
    assert what in problem.what
    assert fix in problem.fix


@pytest.mark.parametrize(
    ("wrong", "right", "what"),
    [
        ('weight = "core"', 'weight "core"', "staat geen ="),
        ('weight = "core"', "weight = core", "niet goed geschreven"),
        ('weight = "core"', 'weight = "core', "niet gesloten"),
        ('weight = "core"', 'weight = "core" "x"', "nog iets op deze regel"),
        ('weight = "core"', 'weight = "core"\nweight = "core"', "twee keer"),
        ('weight = "core"', "probes = [", "niet goed geschreven|niet gesloten"),
        ('weight = "core"', "help = { nl = 'a'", "hoort een }|nog iets"),
        ('weight = "core"', "help = { nl = 'a', nl = 'b' }", "twee keer"),
        ('weight = "core"', "= 3", "geen geldige TOML"),
        ('id = "Q1"', '[section]\nid = "Q1"', "tweede keer|niet nog een keer|twee keer"),
    ],
)
def test_mistakes_against_toml_are_explained_in_dutch_at_their_line(
    wrong: str, right: str, what: str
) -> None:
    text = GOOD.replace(wrong, right, 1)
    (problem,) = check(text).problems
    start = GOOD[: GOOD.index(wrong)].count("\n") + 1
    assert problem.line >= start
    assert any(piece in problem.what for piece in what.split("|")), problem
    assert problem.fix


def test_bom_and_windows_line_ends_make_no_difference() -> None:
    plain = check(GOOD).instrument
    windows = check(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()).instrument
    assert plain
    assert windows
    assert plain == windows
    assert plain.digest == windows.digest == source.digest(plain.source)


def test_the_same_letters_in_another_unicode_form_are_the_same_set() -> None:
    composed = check(GOOD.replace("Vraag", "Cafe\u0301")).instrument
    assert composed
    assert composed.questions[0].text.nl == "Café Q1?"


def test_another_letter_is_another_digest() -> None:
    one, two = check(GOOD).instrument, check(GOOD.replace("Vraag Q1", "Vraag q1")).instrument
    assert one
    assert one != two
    assert one != "a set"


def test_blanks_in_texts_are_tidied_but_lines_of_help_are_kept() -> None:
    long = 'help = """\n  een   regel\n  twee  regels\n"""\nnotes_label = """a\n   b"""'
    instrument = check(GOOD.replace('weight = "core"', long, 1)).instrument
    assert instrument
    assert instrument.questions[0].help.nl == "een regel\ntwee regels"
    assert instrument.questions[0].notes_label.nl == "a b"


@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    checked = check_bytes(data)
    assert checked.instrument is None
    assert checked.problems


SCALARS = st.one_of(
    st.none().map(lambda _none: "true"),
    st.integers(-3, 9).map(str),
    st.sampled_from(
        ['"core"', '"grid"', '"Q1"', '"{theme}"', "1.5", "1979-05-27", "[]", "{}", "[[1]]", '["a"]']
    ),
)
KEYS = st.sampled_from(
    words(
        "id section text type weight probes help for when part parts options columns rows row_source "
        "must_be notes show_when text_for probes_for per_theme from_year min max items target label "
        "text.nl for.groups"
    )
)


@given(st.lists(st.tuples(KEYS, SCALARS), max_size=6), st.sampled_from(["[[question]]", "[[section]]", ""]))
def test_any_keys_with_any_values_give_problems_and_no_crash(
    pairs: list[tuple[str, str]], block: str
) -> None:
    lines = "\n".join(f"{key} = {value}" for key, value in pairs)
    checked = check(HEAD + question("Q1") + f"\n{block}\n{lines}\n")
    assert (checked.instrument is None) == bool(checked.errors)
    for problem in checked.problems:
        assert problem.what
        assert problem.line or not problem.path
