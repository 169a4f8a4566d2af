"""In prompts words are never silently taken for a command or a choice; and none of them are lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from boce_tui.domain.answers import Grid, Rating
from boce_tui.domain.interviewing import Quote
from boce_tui.domain.noting import ExtraQuestion, Note
from boce_tui.store import Dossier
from tests.cycle.factory import ALONE, ROUND, small_round
from tests.journeys.plain_talk import answer, plain, to_question
from tests.support import make_env

E1 = f"{ALONE}/E1/-/all"
A1 = f"{ALONE}/A1/accessibility/all"
SET = """
format = "boce-survey/1"
id = "soorten"
version = "1.0"
title = { nl = "Soorten", en = "Kinds" }
[[section]]
id = "een"
title = { nl = "Een", en = "One" }
[[question]]
id = 'K1'
section = 'een'
text = { nl = 'Welke vrucht?' }
[[question.part]]
id = 'value'
type = 'single_choice'
options = [{ id = 'a', nl = 'appel' }, { id = 'n', nl = 'noten' }]
[[question]]
id = 'K2'
section = 'een'
text = { nl = 'Welke rijen?' }
[[question.part]]
id = 'value'
type = 'grid'
rows = [{ id = 'r', nl = 'rij een' }]
columns = [{ id = 'm', type = 'rating_1_5', label = { nl = 'cijfer' } }]
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    small_round(tmp_path / "data", make_env(tmp_path)).close()
    return tmp_path / "data"


def test_a_lone_letter_at_a_mark_is_a_note_and_no_answer(data: Path, tmp_path: Path) -> None:
    with plain(data, tmp_path, ALONE) as term:
        to_question(term, "e1", "0  n.v.t.  of :nvt", "9  weet niet  of :weetniet", "Keuze (1-5, 0, 9)")
        term.send("n<enter>")
        term.wait_for("'n' is geen keuze; het staat nu als notitie.")
        term.send("w")
        term.wait_for("(1-5, 0, 9): w")
        term.kill9()
    with plain(data, tmp_path, ALONE) as term:
        term.wait_for("Teruggehaald: ", "Keuze (1-5, 0, 9)")
        term.send(":weetniet<enter>")
        term.wait_for("Notitie (")
        for letter in "nw":
            term.send(f"{letter}<enter>")
            term.settle(0.2)
        term.send(":stop<enter>")
        assert term.wait_end() == 0
    kept = answer(data, tmp_path, E1)
    assert kept.text == "n\nw\nn\nw"
    assert kept.values == {"value": Rating(non_answer="dont_know")}


def test_the_command_of_a_non_answer_is_kept_when_it_is_seen(data: Path, tmp_path: Path) -> None:
    with plain(data, tmp_path, ALONE) as term:
        to_question(term, "e1", "Keuze (1-5, 0, 9)")
        term.send(":nvt")
        term.wait_for("9): :nvt")
        term.kill9()
    assert answer(data, tmp_path, E1).values == {"value": Rating(non_answer="not_applicable")}


def test_a_choice_meant_in_words_is_said_and_taken_back_at_once(tmp_path: Path) -> None:
    data = tmp_path / "data"
    small_round(data, make_env(tmp_path), SET).close()
    with plain(data, tmp_path, ALONE) as term:
        term.wait_for("Welke vrucht?", "Keuze (1-2)")
        term.send("n<enter>")
        term.wait_for("'n' is geen keuze; het staat nu als notitie.")
        term.send("not")
        term.wait_for("(1-2): not")
        term.kill9()
    with plain(data, tmp_path, ALONE) as term:  # words choose at enter only: until then they are words
        term.wait_for("Teruggehaald: ", "not", "Keuze (1-2)")
        term.send("noten<enter>")
        term.wait_for("Gekozen: noten. Toch niet: :herstel", "Notitie (")
        term.send(":herstel<enter>")
        term.wait_for("Ongedaan gemaakt bij vraag K1.")
        term.send(":ga k2<enter>")
        term.wait_for("1 van 1, rij een, cijfer (1-5, 0, 9)")
        term.send("gaat zo<enter>")
        term.wait_for("'gaat zo' is geen keuze; het staat nu als notitie.")
        term.send("0<enter>")
        term.wait_for("Notitie (")
        term.send(":stop<enter>")
        assert term.wait_end() == 0
    first = answer(data, tmp_path, f"{ALONE}/K1/-/all")
    assert (first.text, first.values) == ("n\nnot", {})
    second = answer(data, tmp_path, f"{ALONE}/K2/-/all")
    assert second.text.endswith("gaat zo")
    assert second.values == {"value": Grid({"r": {"m": "not_applicable"}})}


def test_a_command_that_is_unclear_or_has_words_behind_it_does_nothing(data: Path, tmp_path: Path) -> None:
    with plain(data, tmp_path, ALONE) as term:
        to_question(term, "a1", "Notitie (")
        term.send(":w<enter>")
        term.wait_for("':w' kan meer opdrachten zijn", ":wis", ":waar", "Er is niets gedaan.")
        term.send(":later komt dat terug<enter>")
        term.wait_for("Bewaard als tekst: achter :later kan niets staan.")
        term.send(" ?<enter>")
        term.settle(0.2)
        term.send(":D<enter>")
        term.wait_for("':d' is geen opdracht")
        term.send(":stop<enter>")
        assert term.wait_end() == 0
    kept = answer(data, tmp_path, A1)
    assert (kept.text, kept.later) == (":later komt dat terug\n ?", False)


def test_words_behind_a_command_are_kept_while_they_are_typed(data: Path, tmp_path: Path) -> None:
    with plain(data, tmp_path, ALONE) as term:
        to_question(term, "a1", "Notitie (")
        term.send(":los de zaal is koud<enter>")
        term.wait_for("Genoteerd naast de vragen.")
        term.send(":extra En de fiets?<enter>")
        term.wait_for("X1. En de fiets?")
        term.send(":los en toc")
        term.wait_for(":los en toc")
        term.kill9()
    with plain(data, tmp_path, ALONE) as term:
        term.wait_for("Teruggehaald, naast de vragen:", "en toc")
        term.send(":ga e1<enter>")
        term.wait_for("Keuze (1-5, 0, 9)")
        term.send(":citaat dat was zo")
        term.wait_for(":citaat dat was zo")
        term.kill9()
    with plain(data, tmp_path, ALONE) as term:
        term.wait_for("Teruggehaald: ", "“dat was zo”")
        term.send(":stop<enter>")
        assert term.wait_end() == 0
    with Dossier.open(data, make_env(tmp_path)) as dossier:
        assert {note.text for note in dossier.values(Note, f"{ROUND}/").values()} == {
            "de zaal is koud",
            "en toc",
        }
        assert [x.text for x in dossier.values(ExtraQuestion, f"{ROUND}/").values()] == ["En de fiets?"]


def test_a_quote_stays_in_the_note_when_the_line_after_it_is_typed(data: Path, tmp_path: Path) -> None:
    with plain(data, tmp_path, ALONE) as term:
        to_question(term, "e1", "Keuze (1-5, 0, 9)")
        term.send(":citaat eerst dit<enter>")
        term.wait_for("Citaat, niet gevraagd: “eerst dit”")
        term.send("4<enter>")
        term.wait_for("Notitie (")
        term.send(":citaat dan dat<enter>")
        term.wait_for("Citaat, niet gevraagd: “dan dat”")
        term.send("en daarna<enter>")
        term.settle(0.2)
        term.send(":stop<enter>")
        assert term.wait_end() == 0
    kept = answer(data, tmp_path, E1)
    assert kept.text == "“eerst dit”\n“dan dat”\nen daarna"
    with Dossier.open(data, make_env(tmp_path)) as dossier:
        for quote in dossier.values(Quote, f"{ROUND}/").values():
            assert kept.text[quote.start :].startswith(quote.text)


def test_the_words_of_a_question_are_explained(data: Path, tmp_path: Path) -> None:
    with plain(data, tmp_path, ALONE) as term:
        to_question(term, "E5", "E5")
        term.send(":uitleg<enter>")
        term.wait_for("stuurgroep: ")
