"""Beside the questions, in prompts: last time's own answer, notes, words that belong elsewhere, time."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from boce_tui.domain.interviewing import Answer, Quote
from boce_tui.domain.noting import Note, Passage
from boce_tui.domain.round import Interview, Planned, Round
from boce_tui.names import Names, Person
from boce_tui.store import Dossier
from tests.cycle.earlier_round import BEFORE, with_round_before
from tests.cycle.factory import ALONE, JOINT, ROUND, small_round
from tests.journeys.plain_talk import answer, answer_or_none, plain, to_question
from tests.support import make_env

PASSPHRASE = "een lange wachtzin van acht"
E1 = f"{ALONE}/E1/-/all"
A1 = f"{ALONE}/A1/accessibility/all"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    small_round(tmp_path / "data", make_env(tmp_path)).close()
    return tmp_path / "data"


def with_names(data: Path, tmp_path: Path, *, allowed: bool = True, decided: str = "") -> None:
    """The round before, and the same person in both, under another code."""
    with Dossier.open(data, make_env(tmp_path)) as dossier:
        with_round_before(dossier)
        round_ = dossier.value(Round, ROUND)
        assert round_
        dossier.save(msgspec.structs.replace(round_, own_answers_shown=allowed), ROUND)
        if decided:
            before = dossier.value(Round, BEFORE)
            assert before
            dates = {"colleges": Planned(actual=decided)}
            dossier.save(msgspec.structs.replace(before, dates=dates), BEFORE)
        names = Names(dossier.folder)
        names.create(PASSPHRASE)
        names.put({"R07": Person(name="Zoë Proef-Mülder"), "R51": Person(name="zoë proef-mülder")})


def test_the_own_earlier_answer_asks_for_the_names(data: Path, tmp_path: Path) -> None:
    with_names(data, tmp_path)
    with plain(data, tmp_path, ALONE) as term:
        to_question(term, "e1", "Keuze (1-5, 0, 9)")
        term.send(":vorig<enter>")
        term.wait_for("Voor het eerdere antwoord van deze persoon zijn de namen nodig: :eigen")
        term.send(":eigen<enter>")
        term.wait_for("Wachtwoordzin van het namenbestand (enter: nu niet)")
        term.send("een verkeerde zin<enter>")
        term.wait_until(lambda: term.text.count("Wachtwoordzin van het namenbestand (enter") == 2)
        term.settle()
        assert "het liep stroef" not in term.text
        term.send(f"{PASSPHRASE}<enter>")
        term.wait_for("Eigen antwoord van R07 toen:", "het liep stroef, 2040")
        assert PASSPHRASE not in bytes(term.raw).decode()
        term.send(":stop<enter>")
        assert term.wait_end() == 0
    assert answer_or_none(data, tmp_path, E1) is None


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({"allowed": False}, "Deze ronde toont geen eerdere antwoorden"),
        ({"decided": "2001-01-01"}, "de bewaartermijn is voorbij"),
    ],
)
def test_it_is_off_by_default_and_ends_with_the_term(
    data: Path, tmp_path: Path, how: dict[str, object], said: str
) -> None:
    with_names(data, tmp_path, **how)  # type: ignore[arg-type]
    key = tmp_path / "sleutel"
    key.write_text(PASSPHRASE)
    key.chmod(0o600)
    with plain(data, tmp_path, ALONE, BOCE_KEY_FILE=str(key)) as term:
        to_question(term, "e1", "Keuze (1-5, 0, 9)")
        term.send(":eigen<enter>")
        term.wait_for(said)
        term.send(":vorig<enter>")
        term.wait_for("Evaluatie 2040.")
        term.settle()
        assert "Eigen antwoord" not in term.text
        assert "stroef" not in term.text


def test_last_time_says_the_conclusion_and_what_became_of_a_recommendation(
    data: Path, tmp_path: Path
) -> None:
    with_names(data, tmp_path)
    with plain(data, tmp_path, ALONE) as term:
        to_question(term, "a2", "Keuze (1-8)")
        term.send(":vorig<enter>")
        term.wait_for("Conclusie toen:", "De ambitie werd deels bereikt.", "Er ligt een visie.")
        term.send(":ga f1<enter>")
        term.wait_for("F1. ")
        term.send(":vorig<enter>")
        term.wait_for("Leg rollen vast. (in uitvoering)", "concept ligt er")


def test_a_note_is_linked_to_a_question_and_said_there(data: Path, tmp_path: Path) -> None:
    with plain(data, tmp_path, ALONE) as term:
        to_question(term, "a1", "Notitie (")
        term.send(":los over de sfeer<enter>")
        term.wait_for("Genoteerd naast de vragen. Aan een vraag koppelen: :notities")
        term.send(":notities<enter>")
        term.wait_for("over de sfeer", "Koppelen: het nummer en de vraag")
        term.send("2 e1<enter>")
        term.wait_for("Er is geen notitie 2.")
        term.send("1 e1<enter>")
        term.wait_for("bij vraag E1: over de sfeer")
        term.send(":ga e1<enter>")
        term.wait_for("Hoe beleeft u het samenwerken", "Losse notitie ")
        term.send(":stop<enter>")
        assert term.wait_end() == 0
    with Dossier.open(data, make_env(tmp_path)) as dossier:
        notes = list(dossier.values(Note, f"{ROUND}/").values())
        assert [note.answer for note in notes] == [f"{ROUND}/{ALONE}/E1/-/all"]


def test_words_go_to_the_question_they_belong_to_and_come_back(data: Path, tmp_path: Path) -> None:
    with plain(data, tmp_path, ALONE) as term:
        to_question(term, "a1", "Notitie (")
        term.send("de bus rijdt. het gaat beter samen<enter>")
        term.wait_for("Notitie:")
        term.send(":hoort e1<enter>")
        term.wait_for("Verplaatst naar E1: “het gaat beter samen”.")
        term.send("en de fiets<enter>")
        term.settle(0.2)
        term.send(":koppel e1 de bus rijdt<enter>")
        term.wait_for("Gekoppeld aan E1: “de bus rijdt”.")
        term.send(":ga e1<enter>")
        term.wait_for("Uit vraag A1: de bus rijdt")
        term.send(":stop<enter>")
        assert term.wait_end() == 0
    assert answer(data, tmp_path, A1).text.split("\n") == ["de bus rijdt. ", "en de fiets"]
    assert answer(data, tmp_path, E1).text == "het gaat beter samen"
    with Dossier.open(data, make_env(tmp_path)) as dossier:
        assert [p.text for p in dossier.values(Passage, f"{ROUND}/").values()] == ["de bus rijdt"]


def test_moved_words_come_back_with_undo(data: Path, tmp_path: Path) -> None:
    with plain(data, tmp_path, ALONE) as term:
        to_question(term, "a1", "Notitie (")
        term.send("hoort hier<enter>")
        term.wait_for("Notitie:")
        term.send(":hoort e1<enter>")
        term.wait_for("Verplaatst naar E1")
        term.send(":herstel<enter>")
        term.wait_for("De woorden staan weer waar ze stonden.")
        term.send("en dit<enter>")
        term.settle(0.2)
        term.send(":stop<enter>")
        assert term.wait_end() == 0
    assert answer(data, tmp_path, A1).text == "hoort hier\nen dit"


def test_a_quote_gets_who_said_it_and_the_words_as_they_are_now(data: Path, tmp_path: Path) -> None:
    with plain(data, tmp_path, JOINT) as term:
        to_question(term, "c1", "Notitie (")
        term.send("het samenwerken ging dit jaar echt goed met iedereen<enter>")
        term.wait_for("Notitie:")
        term.send(":citaat<enter>")
        term.wait_for("Citaat, niet gevraagd")
        term.send(":citaten<enter>")
        term.wait_for("s  wie het zei", "Citaat 1 van 1")
        term.send("s<enter>")
        term.wait_for("Wie zei het (")
        term.send("r07<enter>")
        term.wait_for("Gezegd door R07.")
        term.send("<enter>:stop<enter>")
        assert term.wait_end() == 0
    key = f"{ROUND}/{JOINT}/C1/-/all"
    with Dossier.open(data, make_env(tmp_path)) as dossier:
        quote = next(iter(dossier.values(Quote, f"{ROUND}/").values()))
        assert quote.speakers == ("R07",)
        said = dossier.value(Answer, key)
        assert said is not None
        text = said.text.replace("echt goed", "best goed")
        dossier.save(msgspec.structs.replace(said, text=text), key)
    with plain(data, tmp_path, JOINT) as term:
        term.wait_for("Hier was je gebleven: vraag C1", "Notitie (")
        term.send(":citaten<enter>")
        term.wait_for("In het antwoord staat nu: “het samenwerken ging dit jaar best goed")
        term.send("o<enter>")
        term.wait_until(lambda: term.text.count("Citaat 1 van 1") == 2)
        term.send("<enter>:stop<enter>")
        assert term.wait_end() == 0
    with Dossier.open(data, make_env(tmp_path)) as dossier:
        quote = next(iter(dossier.values(Quote, f"{ROUND}/").values()))
        assert "best goed" in quote.text


def test_that_the_time_is_nearly_used_is_said_once(data: Path, tmp_path: Path) -> None:
    with Dossier.open(data, make_env(tmp_path)) as dossier:
        key = f"{ROUND}/{ALONE}"
        interview = dossier.value(Interview, key)
        assert interview
        dossier.save(msgspec.structs.replace(interview, spent_seconds=51 * 60), key)
    with plain(data, tmp_path, ALONE) as term:
        term.wait_for("Nog 9 minuten.", "kernvragen staan open", "De andere overslaan: :kort")
        term.send(":ga a1<enter>")
        term.wait_for("Notitie (")
        assert term.text.count("Nog 9 minuten.") == 1
