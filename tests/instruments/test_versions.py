"""Which answers may still be compared after a question set was changed."""

from __future__ import annotations

import pytest

from boce_tui.instruments.library import load_text
from boce_tui.instruments.model import Instrument, version_key
from boce_tui.instruments.versions import Change, compare
from tests.instruments.sets import question, small

PICK = (
    'type = "single_choice"\noptions = [{ id = "a", nl = "A", en = "A" }, { id = "b", nl = "B", en = "B" }]'
)
TABLE = (
    'type = "grid"\nrows = [{ id = "r", nl = "R", en = "R" }]\n'
    'columns = [{ id = "c", type = "rating_1_5", label = { nl = "C", en = "C" } }]'
)


def changed(old: str, new: str, more: str = "") -> Change:
    """How Q1 stands to itself after `old` became `new` in the keys `more`."""
    before = small(question("Q1", more))
    source = before.source.replace('version = "1.0"', 'version = "1.1"')
    assert old in source
    return next(
        one for one in compare(before, load_text(source.replace(old, new, 1))) if one.question == "Q1"
    )


@pytest.mark.parametrize(
    ("old", "new", "more"),
    [
        ("Vraag Q1?", "vraag, Q1!", ""),
        ("Question Q1?", "Another English wording", ""),
        ('id = "Q1"', 'id = "Q1"\nhelp = { nl = "Hulp", en = "Help" }', ""),
        ('nl = "A"', 'nl = "Aa"', PICK),
        ('{ id = "a", nl = "A", en = "A" }, ', "", 'type = "yes_no_partly"\n' + "# " + PICK.split("\n")[1]),
        ('weight = "core"', 'weight = "additional"', ""),
        ('label = { nl = "C", en = "C" }', 'label = { nl = "D", en = "D" }', TABLE),
    ],
)
def test_what_makes_no_other_question(old: str, new: str, more: str) -> None:
    assert changed(old, new, more) == Change("Q1", "same", comparable=True)


def test_other_words_are_another_question_unless_it_is_said_that_they_are_not() -> None:
    assert changed("Vraag Q1?", "Wat vindt u?") == Change("Q1", "reworded", comparable=False)
    said = 'nl = "Wat vindt u?"', 'weight = "core"\ncomparable_from = "1.0"'
    before = small(question("Q1"))
    source = before.source.replace('nl = "Vraag Q1?"', said[0]).replace('weight = "core"', said[1], 1)
    assert compare(before, load_text(source))[0] == Change("Q1", "reworded", comparable=True)
    later = source.replace('comparable_from = "1.0"', 'comparable_from = "1.1"')
    assert compare(before, load_text(later))[0] == Change("Q1", "reworded", comparable=False)


def test_the_order_of_columns_and_of_groups_makes_no_difference() -> None:
    one, two = (
        ", ".join(columns)
        for columns in (
            ('{ id = "c", type = "number", label = "C" }', '{ id = "d", type = "hours", label = "D" }'),
            ('{ id = "d", type = "hours", label = "D" }', '{ id = "c", type = "number", label = "C" }'),
        )
    )
    table = f'type = "grid"\nrow_source = "themes"\ncolumns = [{one}]'
    assert changed(one, two, table).kind == "same"
    groups = 'text_for.executive = "een"\ntext_for.official = "twee"'
    assert changed(groups, "\n".join(reversed(groups.split("\n"))), groups).kind == "same"


@pytest.mark.parametrize(
    ("old", "new", "more"),
    [
        ('{ id = "b"', '{ id = "c"', PICK),
        ('{ id = "b"', '{ id = "c", nl = "C", en = "C" }, { id = "b"', PICK),
        (PICK, PICK + "\nother = true", PICK),
        (PICK, 'type = "yes_no_partly"', PICK),
        (PICK, "", PICK),
        ("rating_1_5", "yes_no_partly", TABLE),
        ('id = "r"', 'id = "s"', TABLE),
        ('id = "c", type', 'id = "d", type', TABLE),
        ('weight = "core"', 'weight = "core"\nper_theme = true', ""),
        ("themes", "bodies", 'type = "multi_choice"\noption_source = "themes"'),
        ("theme", "body", 'type = "reference"\ntarget = "theme"'),
    ],
)
def test_other_answers_cannot_be_compared(old: str, new: str, more: str) -> None:
    assert changed(old, new, more) == Change("Q1", "changed", comparable=False)


def test_new_and_dropped_questions_and_another_order() -> None:
    before = small(question("Q1"), question("Q2"), question("Q3"))
    after = small(question("Q3"), question("Q4"), question("Q1"))
    assert compare(before, after) == [
        Change("Q3", "same", comparable=True),
        Change("Q4", "new", comparable=False),
        Change("Q1", "same", comparable=True),
        Change("Z9", "same", comparable=True),
        Change("Q2", "dropped", comparable=False),
    ]


def test_a_set_compared_with_itself_is_all_the_same() -> None:
    survey = small(question("Q1", PICK), question("Q2", TABLE))
    assert {one.kind for one in compare(survey, survey)} == {"same"}


def test_versions_are_numbers() -> None:
    assert version_key("1.10") > version_key("1.9")
    assert version_key("1") == version_key("1.0.0")
    assert version_key("0") == (0,)


def test_an_old_set_kept_as_text_stays_readable() -> None:
    before = small(question("Q1", PICK), question("OLD"))
    kept: Instrument = load_text(before.source, "2041")
    assert kept == before
    old = kept.get("OLD")
    assert old
    assert old.text.nl == "Vraag OLD?"
    assert kept.get("gone") is None
