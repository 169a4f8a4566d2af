"""An interview in a real terminal: typed, killed in the middle of a word, opened again."""

from __future__ import annotations

from pathlib import Path

import pytest

from boce_tui.domain.interviewing import Answer
from boce_tui.store import Dossier
from tests.cycle.factory import ALONE, JOINT, ROUND, small_round
from tests.support import make_env
from tests.terminal import Terminal

KEY = f"{ROUND}/{ALONE}/A2/accessibility/all"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    small_round(tmp_path / "data", make_env(tmp_path)).close()
    return tmp_path / "data"


def note_lines(screen: str) -> str:
    """What stands in the note on the screen, as one text; nothing while the screen is half painted."""
    lines = screen.split("\n")
    rules = [number for number, line in enumerate(lines) if line.startswith("─")]
    if len(rules) < 3:
        return ""
    return " ".join(" ".join(lines[rules[1] + 1 : rules[2] - 1]).split())


def test_every_painted_character_survives_a_kill(data: Path, tmp_path: Path) -> None:
    with Terminal(["--data", str(data), "interview", ALONE], tmp_path) as term:
        term.wait_for("Is uitgelegd waarvoor")
        term.send("<f2>a2")
        term.wait_for("Hoe ver is die ambitie gekomen?", "Doorvragen")
        term.send("visie ligt er. duurde wel 2 jr langer, steeds andere mensen")
        term.wait_for("andere mensen")
        term.send(" en dan hal")
        term.wait_for("en dan h")
        term.kill9()
        painted = note_lines(term.text)
    assert "en dan h" in painted

    with Terminal(["--data", str(data)], tmp_path) as term:
        term.wait_for("Hoe ver is die ambitie gekomen?", "Teruggehaald:", "bij vraag A2, getypt om")
        term.wait_until(lambda: note_lines(term.text).startswith(painted), f"not there: {painted}")
        term.send("f")
        term.wait_for("!Teruggehaald", "bewaard")
        term.send("<c-q>")
        assert term.wait_end() == 0
    with Dossier.open(data, make_env(tmp_path)) as dossier:
        answer = dossier.value(Answer, KEY)
        assert answer is not None
        assert answer.text.startswith(painted)
        assert answer.text.endswith("f")
        assert dossier.drafts.recovered() == []


def place_in_the_file(data: Path, tmp_path: Path) -> str:
    """Where the conversation is, as far as a kill would not make it forget; looking changes nothing."""
    with Dossier.open(data, make_env(tmp_path), write=False) as dossier:
        return dossier.noted(f"place/{ROUND}/G01")


def test_a_kill_right_after_moving_loses_nothing_and_forgets_no_place(data: Path, tmp_path: Path) -> None:
    with Terminal(["--data", str(data), "interview", "G01"], tmp_path) as term:
        term.wait_for("Is uitgelegd waarvoor")
        term.send("<f2>e1gaat goed<f5>4")
        term.wait_for("nu: 4", "bewaard")
        term.send("<c-n>")
        term.wait_for("Is het beter, gelijk")
        term.wait_until(lambda: place_in_the_file(data, tmp_path).startswith("E2"), "E2 is not remembered")
        term.kill9()
    with Terminal(["--data", str(data), "interview", "G01"], tmp_path) as term:
        term.wait_for("Is het beter, gelijk", "Hier was je gebleven: vraag E2")
        term.send("<c-t>")
        term.wait_for("gaat goed", "nu: 4")


def test_the_app_opens_at_the_text_of_the_right_person(data: Path, tmp_path: Path) -> None:
    with Terminal(["--data", str(data), "interview", JOINT], tmp_path, size=(120, 40)) as term:
        term.wait_for("Is uitgelegd waarvoor")
        term.send("<f2>e1<c-g>alleen van deze ene")
        term.wait_for("deze ene")
        term.kill9()
    with Terminal(["--data", str(data)], tmp_path, size=(120, 40)) as term:
        term.wait_for("Teruggehaald:", "alleen van deze ene")
        term.send("<c-g><c-g>")
        term.wait_for("!alleen van deze ene")


def test_an_interview_that_does_not_exist_is_explained(data: Path, tmp_path: Path) -> None:
    with Terminal(["--data", str(data), "interview", "R99"], tmp_path) as term:
        assert term.wait_end() == 3
        assert "Er is geen gesprek voor R99" in term.text
        assert "G01, G02" in term.text
