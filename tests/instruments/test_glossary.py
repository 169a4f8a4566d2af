"""The glossary: complete for what an interviewer meets, found by any form of a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from boce_tui.domain.vocabulary import FORMS, ROLES
from boce_tui.instruments.glossary import load_glossary, read_glossary
from boce_tui.instruments.library import load_shipped
from boce_tui.instruments.problems import InstrumentProblems


def test_every_entry_is_short_and_in_two_languages() -> None:
    entries = load_glossary().entries
    assert len(entries) >= 40
    for entry in entries:
        assert entry.text.en, entry.id
        assert entry.term.en, entry.id
        assert len(entry.text.nl) < 180, entry.id


@pytest.mark.parametrize(
    ("word", "entry"),
    [
        ("opdrachtgeversoverleg", "commissioners_board"),
        ("Stuurgroep", "steering_group"),
        (" PROGRAMMAREGIE ", "programme_office"),
        ("steering group", "steering_group"),
        ("raad", "councils"),
        ("citaten", "quote"),
        ("college van burgemeester en wethouders", "college"),
    ],
)
def test_a_word_is_found_in_both_languages(word: str, entry: str) -> None:
    found = load_glossary().lookup(word)
    assert found
    assert found.id == entry


def test_the_longest_word_counts() -> None:
    found = [entry.id for entry in load_glossary().in_text("ambtelijk trekker; trekkers; een ambtelijk stuk")]
    assert found == ["theme_lead", "official"]


def test_an_unknown_word_is_not_found() -> None:
    assert load_glossary().lookup("gesprek") is None


def test_the_words_of_a_question_are_found_in_their_order() -> None:
    question = load_shipped("annual_evaluation").get("E5")
    assert question
    text = " ".join(row.nl for row in question.parts[0].rows)
    assert [entry.id for entry in load_glossary().in_text(text)] == [
        "steering_group",
        "commissioner",
        "programme_office",
        "theme_lead",
        "councils",
    ]


def test_words_inside_other_words_do_not_count() -> None:
    found = [entry.id for entry in load_glossary().in_text("raadselachtig opdrachtgeversoverleg, straat")]
    assert found == ["commissioners_board"]
    assert load_glossary().in_text("") == ()


def test_the_forms_and_the_main_roles_are_explained() -> None:
    ids = {entry.id for entry in load_glossary().entries}
    assert set(FORMS) <= ids
    assert {"municipal_secretary", "commissioner", "programme_director", "theme_lead"} <= ids & {*ROLES, *ids}


def test_a_faulty_glossary_says_what_is_wrong(tmp_path: Path) -> None:
    file = tmp_path / "glossary.toml"
    file.write_text(
        '[[entry]]\nid = "a"\nterm = "x"\ntxt = "y"\n[[entry]]\nid = "a"\nterm = "x"\ntext = "y"\n'
    )
    with pytest.raises(InstrumentProblems) as caught:
        read_glossary(file)
    assert any("Bedoel je text?" in line for line in caught.value.lines())
    file.write_text(
        '[[entry]]\nid = "a"\nterm = "x"\ntext = "y"\n[[entry]]\nid = "a"\nterm = "x"\ntext = "y"\n'
    )
    with pytest.raises(InstrumentProblems, match="niet te gebruiken"):
        read_glossary(file)
