"""The interview as prompts under each other, in a real terminal, gone on with on the screens."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from boce_tui.cycle.planning import set_state
from boce_tui.domain.analysis import SubConclusion
from boce_tui.domain.answers import (
    Rating,
)
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.noting import Note
from boce_tui.domain.round import Interview, Round
from boce_tui.store import Dossier
from tests.cycle.factory import ALONE, FRESH, JOINT, ROUND, small_round
from tests.journeys.plain_talk import answer, plain
from tests.support import make_env
from tests.terminal import Terminal

BACK = re.compile(rb"\x1b\[[0-9;]*[AHfJ]|\x1b\[\?1049|\x1bM")
DOWN_ONLY = re.compile(rb"\x1b\[0?J")  # from the cursor on: nothing that was said is wiped


@pytest.fixture
def data(tmp_path: Path) -> Path:
    small_round(tmp_path / "data", make_env(tmp_path)).close()
    return tmp_path / "data"


def test_begun_on_the_screens_gone_on_with_in_prompts_finished_on_the_screens(
    data: Path, tmp_path: Path
) -> None:
    with Terminal(["--data", str(data), "interview", ALONE], tmp_path) as term:
        term.wait_for("Is uitgelegd waarvoor")
        term.send("<f2>a1")
        term.wait_for("Welke ambitie gold")
        term.send("een vrije busbaan<esc>")
        term.wait_for("Nu te doen")
        term.send("<c-q>")
        term.wait_end()

    with plain(data, tmp_path, ALONE) as term:
        term.wait_for("Hier was je gebleven: vraag A1", "een vrije busbaan", "Notitie (")
        term.send("en een fietspad<enter>")
        term.wait_for("Notitie:")
        term.send("<enter>")
        term.wait_for("Hoe ver is die ambitie gekomen?", "Keuze (1-8)")
        term.send("4<enter>")
        term.wait_for("Notitie (een lege regel")
        term.send(":1<enter>")
        term.wait_for("Gevraagd: ")
        term.send(":stop<enter>")
        term.wait_for("Gepauzeerd bij vraag A2; alles is bewaard", "boce interview R07 --plain")
        assert term.wait_end() == 0

    with Terminal(["--data", str(data), "interview", ALONE], tmp_path) as term:
        term.wait_for("Hoe ver is die ambitie gekomen?", "Hier was je gebleven: vraag A2", "nu: 4")
        term.send("<c-t>")
        term.wait_for("een vrije busbaan", "en een fietspad")
        term.send("<f2>o3")
        term.wait_for("Hoe lang duurde het gesprek?")
        term.send("<c-n>")
        term.wait_for("Einde van het gesprek")
        term.send("a")
        term.wait_for("!Einde van het gesprek")
        term.send("<c-q>")
        term.wait_end()
    with Dossier.open(data, make_env(tmp_path)) as dossier:
        interview = dossier.value(Interview, f"{ROUND}/{ALONE}")
        assert interview is not None
        assert interview.state == "held"
    assert answer(data, tmp_path, f"{ALONE}/A2/accessibility/all").probes_asked == (0,)


def test_it_ends_in_prompts_and_what_is_left_is_said(data: Path, tmp_path: Path) -> None:
    with plain(data, tmp_path, ALONE) as term:
        term.wait_for("Keuze (1-4)")
        term.send(":ga e1<enter>")
        term.wait_for("Hoe beleeft u het samenwerken")
        term.send("4<enter>")
        term.wait_for("Notitie (")
        term.send(":overslaan 2<enter>")
        term.wait_for("Overgeslagen: n.v.t.", "Is het beter, gelijk")
        term.send(":later<enter>:einde<enter>")
        term.wait_for("Einde van het gesprek.", "E2, later.", "Typ gehouden.")
        term.send("e3<enter>")
        term.wait_for("gevoelige punten")
        term.send(":einde<enter>")
        term.wait_until(lambda: bytes(term.raw).decode().count("Einde van het gesprek.") == 2)
        term.send("gehouden<enter>")
        term.wait_for("Het gesprek is gehouden.")
        assert term.wait_end() == 0
    with Dossier.open(data, make_env(tmp_path)) as dossier:
        interview = dossier.value(Interview, f"{ROUND}/{ALONE}")
        assert interview is not None
        assert interview.state == "held"
        assert interview.position.startswith("E3/")


def test_nothing_that_was_said_is_painted_again_and_nothing_has_a_colour(data: Path, tmp_path: Path) -> None:
    with plain(data, tmp_path, ALONE) as term:
        term.wait_for("Keuze (1-4)")
        for line in (
            ":ga a2",
            "4",
            "een zin. nog een",
            ":citaat",
            ":vragen",
            "?",
            ":ga s1",
            "rust",
            "tijd",
            ":stop",
        ):
            term.send(f"{line}<enter>")
            term.settle(0.2)
        assert term.wait_end() == 0
        raw = bytes(term.raw)
    assert "Citaat, niet gevraagd: “nog een”" in raw.decode()
    moves = [found for found in BACK.findall(raw) if not DOWN_ONLY.fullmatch(found)]
    assert moves == []
    colours = {found for found in re.findall(rb"\x1b\[([0-9;]*)m", raw) if found.strip(b"0;")}
    assert colours == set()


def test_consent_comes_first(data: Path, tmp_path: Path) -> None:
    with plain(data, tmp_path, FRESH) as term:
        term.wait_for(
            "Is uitgelegd waarvoor", "Vertel dit eerst:", "Het verslag: u krijgt", "alles intrekken",
            "Keuze (1-4)",
        )  # fmt: skip
        term.send(":ga e1<enter>")
        term.wait_for("Het gesprek begint na een ja op deze vraag.")
        term.send("3<enter>")
        term.wait_for("Notitie (")
        term.send("<enter>")
        term.wait_for("Zonder ja begint het gesprek niet.")
        term.send("1<enter>")
        term.wait_until(lambda: term.text.count("Notitie (") == 2)
        term.send("<enter>")
        term.wait_for("In welke rol bent u")


def test_a_mistyped_command_is_no_answer_and_a_colon_in_a_sentence_is(data: Path, tmp_path: Path) -> None:
    with plain(data, tmp_path, ALONE) as term:
        term.wait_for("Keuze (1-4)")
        term.send(":ga a1<enter>")
        term.wait_for("Notitie (")
        term.send(":terig<enter>")
        term.wait_for("':terig' is geen opdracht")
        for line in (":-) leuk", ":nota bene dit zei hij", " :terug"):
            term.send(f"{line}<enter>")
            term.settle(0.2)
        term.send(":te<enter>")
        term.wait_for("I3. Met welke thema")
        term.send(":stop<enter>")
        term.wait_end()
    kept = answer(data, tmp_path, f"{ALONE}/A1/accessibility/all").text
    assert kept == ":-) leuk\n:nota bene dit zei hij\n :terug"


def test_whose_answer_and_who_said_it(data: Path, tmp_path: Path) -> None:
    with plain(data, tmp_path, JOINT) as term:
        term.wait_for("Keuze (1-4)")
        term.send(":ga c1<enter>")
        term.wait_for("Notitie (")
        term.send(":gezegd r07<enter>")
        term.wait_for("Gezegd door R07.")
        term.send(":wie r03<enter>")
        term.wait_for("Het antwoord van R03 alleen.")
        term.send("alleen van mij<enter>")
        term.wait_for("Notitie:")
        term.send(":stop<enter>")
        term.wait_end()
    assert answer(data, tmp_path, f"{JOINT}/C1/-/all").speakers == ("R07",)
    assert answer(data, tmp_path, f"{JOINT}/C1/-/R03").text == "alleen van mij"


def test_hostile_text_of_earlier_answers_is_inert(data: Path, tmp_path: Path) -> None:
    with Dossier.open(data, make_env(tmp_path)) as dossier:
        dossier.save(
            Answer(text="voor\x1b[2J\x1b]0;titel\x07na\u202eom", values={"value": Rating(score=2)}),
            f"{ROUND}/{ALONE}/E1/-/all",
        )
    with plain(data, tmp_path, ALONE) as term:
        term.wait_for("Keuze (1-4)")
        term.send(":ga e1<enter>")
        term.wait_for("Nu: 2")
        term.send("<enter>")
        term.wait_for("Genoteerd tot nu toe:", "voor")
        term.settle()
        raw = bytes(term.raw)
    assert b"\x1b[2J" not in raw
    assert b"\x1b]0;titel" not in raw
    assert "\u202e".encode() not in raw


def test_an_approved_interview_is_read_and_opened_with_a_reason(data: Path, tmp_path: Path) -> None:
    with Dossier.open(data, make_env(tmp_path)) as dossier:
        dossier.save(Answer(text="zo is het gezegd"), f"{ROUND}/{ALONE}/A1/accessibility/all")
        for state in ("held", "worked_out", "for_approval", "approved"):
            set_state(dossier, ROUND, ALONE, state)
    with plain(data, tmp_path, ALONE) as term:
        term.wait_for("Alleen lezen: dit gesprek is 'goedgekeurd'")
        term.send(":ga a1<enter>")
        term.wait_for("zo is het gezegd")
        term.send(":later<enter>")
        term.wait_until(lambda: term.text.count("Alleen lezen") == 2)
        term.send(":wijzig een woord was fout<enter>")
        term.wait_for("Je kunt dit gesprek wijzigen")
        term.wait_for("Notitie (")
        term.send("verbeterd<enter>")
        term.wait_for("Notitie:")
        term.send(":stop<enter>")
        assert term.wait_end() == 0
    assert answer(data, tmp_path, f"{ALONE}/A1/accessibility/all").text == "zo is het gezegd\nverbeterd"
    with Dossier.open(data, make_env(tmp_path)) as dossier:
        interview = dossier.value(Interview, f"{ROUND}/{ALONE}")
        assert interview is not None
        assert interview.state == "worked_out"


def test_a_free_note_and_a_question_of_ones_own(data: Path, tmp_path: Path) -> None:
    with plain(data, tmp_path, ALONE) as term:
        term.wait_for("Keuze (1-4)")
        term.send(":ga a1<enter>")
        term.wait_for("Notitie (")
        term.send(":los<enter>")
        term.wait_for("Losse notitie")
        term.send("zaal is koud<enter>")
        term.wait_for("Genoteerd naast de vragen.")
        term.send(":extra<enter>")
        term.wait_for("Extra vraag (")
        term.send("En de fiets?<enter>")
        term.wait_for("X1. En de fiets?", "Notitie (")
        term.send("die ook<enter>")
        term.wait_for("Notitie:")
        term.send(":los<enter>")
        term.wait_for("Losse notitie")
        term.send("half gety")
        term.wait_for("half gety")
        term.kill9()
    with plain(data, tmp_path, ALONE) as term:
        term.wait_for("Teruggehaald, naast de vragen:", "half gety")
        term.send(":stop<enter>")
        assert term.wait_end() == 0
    assert answer(data, tmp_path, f"{ALONE}/X1/accessibility/all").text == "die ook"
    with Dossier.open(data, make_env(tmp_path)) as dossier:
        notes = {note.text for note in dossier.values(Note, f"{ROUND}/{ALONE}/").values()}
        assert notes == {"zaal is koud", "half gety"}
        assert dossier.drafts.recovered() == []


def test_beside_an_open_app_it_only_reads(data: Path, tmp_path: Path) -> None:
    with Dossier.open(data, make_env(tmp_path)) as dossier:
        dossier.save(Answer(text="al gezegd"), f"{ROUND}/{ALONE}/A1/accessibility/all")
    with Terminal(["--data", str(data)], tmp_path) as app:
        app.wait_for("Nu te doen")
        with plain(data, tmp_path, ALONE) as term:
            term.wait_for("Je kunt rondkijken", "Enter gaat naar de volgende vraag", "!meteen bewaard")
            term.send(":ga a1<enter>")
            term.wait_for("al gezegd")
            term.send(":later<enter>")
            term.wait_until(lambda: term.text.count("Je kunt rondkijken") == 2)
            term.send(":stop<enter>")
            assert term.wait_end() == 0


def test_last_time_is_read_and_not_mixed_in(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with small_round(data, make_env(tmp_path)) as dossier:
        now = dossier.value(Round, ROUND)
        assert now is not None
        dossier.save(msgspec.structs.replace(now, year=2039, title="Evaluatie 2039"), "2039")
        dossier.save(msgspec.structs.replace(now, previous="2039"), ROUND)
        dossier.save(SubConclusion(text="Toen ging het\x1b[2J traag."), "2039/ambitions/accessibility")
    with plain(data, tmp_path, ALONE) as term:
        term.wait_for("Keuze (1-4)")
        term.send(":ga a1<enter>")
        term.wait_for("Notitie (")
        term.send(":vorig<enter>")
        term.wait_for("Evaluatie 2039.", "Conclusie toen:", "traag.")
        term.send(":stop<enter>")
        assert term.wait_end() == 0
        assert b"\x1b[2J" not in term.raw
    with Dossier.open(data, make_env(tmp_path)) as dossier:
        assert dossier.value(Answer, f"{ROUND}/{ALONE}/A1/accessibility/all") is None


def test_from_the_prompts_to_the_screens(data: Path, tmp_path: Path) -> None:
    with plain(data, tmp_path, ALONE) as term:
        term.wait_for("Keuze (1-4)")
        term.send(":ga a1<enter>")
        term.wait_for("Notitie (")
        term.send("hier verder<enter>")
        term.wait_for("Notitie:")
        term.send(":scherm<enter>")
        term.wait_for("Hier was je gebleven: vraag A1", "hier verder", "f2")


def test_without_a_terminal_it_says_so(data: Path, tmp_path: Path) -> None:
    from tests.support import run_boce

    done = run_boce(["interview", ALONE, "--plain"], tmp_path)
    assert done.code == 2
    assert "hebben een toetsenbord en een terminal nodig" in done.err
