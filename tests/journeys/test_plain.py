"""The interview as prompts under each other, in a real terminal: killed, and gone on with on the screens."""

from __future__ import annotations

import re
import signal
import stat
from pathlib import Path

import msgspec
import pytest

from boce_tui.cycle.planning import set_state
from boce_tui.domain.analysis import SubConclusion
from boce_tui.domain.answers import (
    Amount,
    Choice,
    Choices,
    Grid,
    Items,
    Rating,
    Reference,
    SwotItem,
    Value,
    When,
)
from boce_tui.domain.interviewing import Answer, Quote
from boce_tui.domain.noting import Note
from boce_tui.domain.round import Interview, Round
from boce_tui.store import Dossier
from boce_tui.store.editor_files import editor_file
from tests.cycle.factory import ALONE, FRESH, JOINT, ROUND, small_round
from tests.journeys.plain_talk import answer, plain
from tests.support import make_env
from tests.terminal import Terminal

BACK = re.compile(rb"\x1b\[[0-9;]*[AHfJ]|\x1b\[\?1049|\x1bM")
DOWN_ONLY = re.compile(rb"\x1b\[0?J")  # from the cursor on: nothing that was said is wiped
GRID = """
rows = [{ id = 'r', nl = 'rij een' }, { id = 's', nl = 'rij twee' }]
columns = [
    { id = 'm', type = 'rating_1_5', label = { nl = 'cijfer' } },
    { id = 't', type = 'open_text', label = { nl = 'woorden' } },
    { id = 'd', type = 'date', label = { nl = 'dag' } },
]
"""
ALL_KINDS = """
format = "boce-survey/1"
id = "soorten"
version = "1.0"
title = { nl = "Alle soorten", en = "All kinds" }
[[section]]
id = "een"
title = { nl = "Een", en = "One" }
""" + "\n".join(
    f"[[question]]\nid = '{number}'\nsection = 'een'\ntext = {{ nl = 'Vraag over {kind}?' }}\n"
    f"[[question.part]]\nid = 'value'\ntype = '{kind}'\n{more}"
    for number, kind, more in (
        ("K1", "rating_1_5", ""),
        (
            "K2",
            "single_choice",
            "other = true\noptions = [{ id = 'a', nl = 'appel' }, { id = 'b', nl = 'bes' }]\n",
        ),
        ("K3", "multi_choice", "options = [{ id = 'a', nl = 'appel' }, { id = 'b', nl = 'bes' }]\n"),
        (
            "K4",
            "grid",
            GRID,
        ),
        ("K5", "list", ""),
        ("K6", "money", ""),
        ("K7", "date", ""),
        ("K8", "reference", "target = 'theme'\n"),
        ("K9", "swot_item", ""),
        ("K10", "quote", ""),
        ("K11", "norm_score", ""),
        ("K12", "progress_status", ""),
        ("K13", "percent", "min = 0\nmax = 100\n"),
        ("K14", "quote", "review = true\n"),
    )
)


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


@pytest.mark.parametrize("term_name", ["xterm-256color", "dumb"])
def test_a_kill_in_the_middle_of_a_prompt_loses_nothing(data: Path, tmp_path: Path, term_name: str) -> None:
    with plain(data, tmp_path, ALONE, TERM=term_name) as term:
        term.wait_for("Keuze (1-4)")
        term.send(":ga a1<enter>")
        term.wait_for("Notitie (")
        term.send("hele regel<enter>")
        term.wait_for("Notitie:")
        term.send("en dan hal")
        term.wait_for("en dan hal")
        term.kill9()
    with plain(data, tmp_path, ALONE) as term:
        term.wait_for("Teruggehaald: ", "bij vraag A1", "hele regel", "en dan hal", "Notitie (")
        term.send(":stop<enter>")
        assert term.wait_end() == 0
    assert answer(data, tmp_path, f"{ALONE}/A1/accessibility/all").text == "hele regel\nen dan hal"


def test_what_was_typed_in_a_prompt_comes_back_on_the_screens(data: Path, tmp_path: Path) -> None:
    with plain(data, tmp_path, ALONE) as term:
        term.wait_for("Keuze (1-4)")
        term.send(":ga b6<enter>")
        term.wait_for("Hoeveel uur per maand")
        term.send("12,")
        term.wait_for("12,")
        term.kill9()
    with Terminal(["--data", str(data)], tmp_path) as term:
        term.wait_for("Hoeveel uur per maand", "Teruggehaald:", "12,")


def test_a_choice_is_kept_when_its_digit_is_seen(data: Path, tmp_path: Path) -> None:
    with plain(data, tmp_path, ALONE) as term:
        term.wait_for("Keuze (1-4)")
        term.send(":ga e1<enter>")
        term.wait_for("Keuze (1-5, 0, 9)")
        term.send("9")
        term.wait_for("9  weet niet  of :weetniet", "(1-5, 0, 9): 9")
        term.kill9()
    assert answer(data, tmp_path, f"{ALONE}/E1/-/all").values == {"value": Rating(non_answer="dont_know")}


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


def test_words_at_a_choice_become_a_note_and_survive_too(data: Path, tmp_path: Path) -> None:
    with plain(data, tmp_path, ALONE) as term:
        term.wait_for("Keuze (1-4)")
        term.send(":ga e1<enter>")
        term.wait_for("Keuze (1-5, 0, 9)")
        term.send("dat gaat best goed<enter>")
        term.wait_for("'dat gaat best goed' is geen keuze; het staat nu als notitie.")
        term.send("maar soms ni")
        term.wait_for("maar soms ni")
        term.kill9()
    with plain(data, tmp_path, ALONE) as term:
        term.wait_for("Teruggehaald: ", "maar soms ni")
        term.send(":stop<enter>")
        term.wait_end()
    assert answer(data, tmp_path, f"{ALONE}/E1/-/all").text == "dat gaat best goed\nmaar soms ni"


def test_every_kind_of_answer(tmp_path: Path) -> None:
    data = tmp_path / "data"
    small_round(data, make_env(tmp_path), ALL_KINDS).close()
    lines = {
        "K1": [":nvt"],
        "K2": ["3", "peer"],
        "K3": ["2 1"],
        "K4": ["5", "goed zo", "1-3-2042", "", "", "geen dag", "2-3-2042"],
        "K5": ["bus", "fiets", ""],
        "K6": ["1.234,50"],
        "K7": ["31-2-2042", "12-5-2042"],
        "K8": ["wonen"],
        "K9": ["2", "te weinig mensen"],
        "K10": ["zo is het", ""],
        "K11": ["1"],
        "K12": ["2"],
        "K13": ["200", "85"],
        "K14": ["3"],
    }
    with plain(data, tmp_path, ALONE) as term:
        term.wait_for("Vraag over rating_1_5?")
        for number, typed in lines.items():
            term.send(f":ga {number}<enter>")
            term.wait_for(f"{number}. Vraag over")
            for line in typed:
                term.settle(0.15)
                term.send(f"{line}<enter>")
            term.settle(0.15)
            assert "'geen dag'" not in term.text
        term.send(":stop<enter>")
        assert term.wait_end() == 0
        said = bytes(term.raw).decode()
    assert "Deze dag staat niet in de kalender." in said
    assert "Schrijf een getal van 0 tot en met 100." in said
    kept: dict[str, Value] = {
        "K1": Rating(non_answer="not_applicable"),
        "K2": Choice(option="other", other="peer"),
        "K3": Choices(options=("a", "b")),
        "K4": Grid({"r": {"m": 5, "t": "goed zo", "d": "2042-03-01"}, "s": {"d": "2042-03-02"}}),
        "K5": Items(("bus", "fiets")),
        "K6": Amount("1234.5"),
        "K7": When("2042-05-12"),
        "K8": Reference(kind="theme", id="housing"),
        "K9": SwotItem(cell="weakness", text="te weinig mensen"),
        "K11": Choice(option="met"),
        "K12": Choice(option="on_schedule"),
        "K13": Amount("85"),
    }
    for number, value in kept.items():
        found = answer(data, tmp_path, f"{ALONE}/{number}/-/all")
        assert msgspec.to_builtins(found.values["value"]) == msgspec.to_builtins(value), number
    with Dossier.open(data, make_env(tmp_path)) as dossier:
        quotes = list(dossier.values(Quote, f"{ROUND}/").values())
        note = dossier.value(Answer, f"{ROUND}/{ALONE}/K10/-/all")
    assert [(quote.text, quote.approval) for quote in quotes] == [("zo is het", "yes")]
    assert note is not None
    assert note.text[quotes[0].start :].startswith("zo is het")


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


def an_editor(tmp_path: Path, does: str) -> str:
    script = tmp_path / "schrijver"
    script.write_text(f"#!/bin/sh\n{does}\n")
    script.chmod(0o755)
    return str(script)


def test_a_long_answer_in_an_editor(data: Path, tmp_path: Path) -> None:
    editor = an_editor(
        tmp_path, 'ls -ld . "$1" > "$HOME/../gezien"; echo kopie > "$1~"; echo "erbij" >> "$1"'
    )
    with plain(data, tmp_path, ALONE, VISUAL=editor) as term:
        term.wait_for("Keuze (1-4)")
        term.send(":ga a1<enter>")
        term.wait_for("Notitie (")
        term.send("begin<enter>")
        term.wait_for("Notitie:")
        term.send(":bewerk<enter>")
        term.wait_for("De notitie is bewaard.")
        term.send(":stop<enter>")
        term.wait_end()
    assert answer(data, tmp_path, f"{ALONE}/A1/accessibility/all").text == "beginerbij"
    seen = (tmp_path / "gezien").read_text()
    assert seen.startswith("drwx------")
    assert "\n-rw-------" in seen
    assert not [path for path in (data / "drafts").rglob("*") if "editor" in path.parts[-2:][0]]


def test_a_kill_in_the_editor_shows_both_texts_and_chooses_neither(data: Path, tmp_path: Path) -> None:
    editor = an_editor(tmp_path, 'printf "lang\\nverhaal" > "$1"; touch "$HOME/../klaar"; sleep 60')
    with plain(data, tmp_path, ALONE, EDITOR=editor) as term:
        term.wait_for("Keuze (1-4)")
        term.send(":ga a1<enter>")
        term.wait_for("Notitie (")
        term.send("kort<enter>")
        term.wait_for("Notitie:")
        term.send(":bewerk<enter>")
        term.wait_until(lambda: (tmp_path / "klaar").exists())
        term.kill9()
    file = editor_file(data / "drafts", f"{ROUND}/{ALONE}/A1/accessibility/all")
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600
    with plain(data, tmp_path, ALONE) as term:
        term.wait_for("1. De bewaarde tekst:", "kort", "2. De tekst zoals de editor", "verhaal", "Welke (1-3")
        term.send("<enter>:stop<enter>")
        term.wait_end()
    assert answer(data, tmp_path, f"{ALONE}/A1/accessibility/all").text == "kort"
    with plain(data, tmp_path, ALONE) as term:
        term.wait_for("Welke (1-3")
        term.send("3<enter>")
        term.wait_for("De notitie is bewaard.")
        term.send(":stop<enter>")
        term.wait_end()
    assert answer(data, tmp_path, f"{ALONE}/A1/accessibility/all").text == "kort\nlang\nverhaal"
    assert not file.folder.exists()


def test_without_an_editor_the_note_is_worked_on_in_a_prompt(data: Path, tmp_path: Path) -> None:
    with plain(data, tmp_path, ALONE) as term:
        term.wait_for("Keuze (1-4)")
        term.send(":ga a1<enter>")
        term.wait_for("Notitie (")
        term.send("regel een<enter>")
        term.wait_for("Notitie:")
        term.send(":bewerk<enter>")
        term.wait_for("Er is geen editor")
        term.settle()
        term.send(" en meer<enter>regel twee")
        term.settle()
        term.send("<esc><enter>")
        term.settle()
        term.send(":stop<enter>")
        term.wait_end()
    assert answer(data, tmp_path, f"{ALONE}/A1/accessibility/all").text == "regel een en meer\nregel twee"


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


@pytest.mark.parametrize("key", ["<c-c>", "<c-d>"])
def test_stopping_halfway_keeps_the_half_line(data: Path, tmp_path: Path, key: str) -> None:
    with plain(data, tmp_path, ALONE) as term:
        term.wait_for("Keuze (1-4)")
        term.send(":ga a1<enter>")
        term.wait_for("Notitie (")
        if key == "<c-c>":
            term.send("halve zi")
            term.wait_for("halve zi")
        term.send(key)
        term.wait_for("Gepauzeerd bij vraag A1; alles is bewaard")
        assert term.wait_end() == 0
    if key == "<c-c>":
        assert answer(data, tmp_path, f"{ALONE}/A1/accessibility/all").text == "halve zi"


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


@pytest.mark.parametrize("ending", [signal.SIGHUP, signal.SIGTERM])
def test_a_closed_window_keeps_the_half_line_and_the_place(
    data: Path, tmp_path: Path, ending: signal.Signals
) -> None:
    with plain(data, tmp_path, ALONE) as term:
        term.wait_for("Keuze (1-4)")
        term.send(":ga a1<enter>")
        term.wait_for("Notitie (")
        term.send("halve zi")
        term.wait_for("halve zi")
        term.signal(ending)
        assert term.wait_end() == 128 + ending
    assert answer(data, tmp_path, f"{ALONE}/A1/accessibility/all").text == "halve zi"
    with Dossier.open(data, make_env(tmp_path)) as dossier:
        interview = dossier.value(Interview, f"{ROUND}/{ALONE}")
        assert interview is not None
        assert interview.position == "A1/accessibility"


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
