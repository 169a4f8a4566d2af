"""The interview as prompts, killed, stopped or closed in the middle: nothing that was typed is lost."""

from __future__ import annotations

import signal
import stat
from pathlib import Path

import pytest

from boce_tui.domain.answers import (
    Rating,
)
from boce_tui.domain.round import Interview
from boce_tui.store import Dossier
from boce_tui.store.editor_files import editor_file
from tests.cycle.factory import ALONE, ROUND, small_round
from tests.journeys.plain_talk import answer, plain
from tests.support import make_env
from tests.terminal import Terminal, keys


@pytest.fixture
def data(tmp_path: Path) -> Path:
    small_round(tmp_path / "data", make_env(tmp_path)).close()
    return tmp_path / "data"


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
        term._write(keys("<esc><enter>"))  # at once: an enter that comes later is another key
        term.settle()
        term.send(":stop<enter>")
        term.wait_end()
    assert answer(data, tmp_path, f"{ALONE}/A1/accessibility/all").text == "regel een en meer\nregel twee"


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
