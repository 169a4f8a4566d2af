"""What an editor left behind when all of it was killed: the screens show both texts, and choose neither."""

from __future__ import annotations

from pathlib import Path

import pytest

from boce_tui.domain.interviewing import Answer
from boce_tui.store.editor_files import EditorFile, editor_file
from tests.cycle.factory import ALONE, JOINT, ROUND, small_round
from tests.journeys.plain_talk import answer, answer_or_none
from tests.support import make_env
from tests.terminal import Terminal

A1 = f"{ALONE}/A1/accessibility/all"
SHORT, LONG = "kort", "lang\nverhaal"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with small_round(tmp_path / "data", make_env(tmp_path)) as dossier:
        dossier.save(Answer(text=SHORT), f"{ROUND}/{A1}")
    return tmp_path / "data"


def left(data: Path, text: str = LONG + "\n", key: str = A1) -> EditorFile:
    file = editor_file(data / "drafts", f"{ROUND}/{key}")
    file.write(text)
    return file


def app(data: Path, tmp_path: Path) -> Terminal:
    return Terminal(["--data", str(data)], tmp_path)


@pytest.mark.parametrize(
    ("key", "kept"), [("1", SHORT), ("2", LONG), ("3", f"{SHORT}\n\n{LONG}")], ids=["saved", "other", "both"]
)
def test_both_texts_are_shown_at_opening_and_a_person_chooses(
    data: Path, tmp_path: Path, key: str, kept: str
) -> None:
    file = left(data)
    with app(data, tmp_path) as term:
        term.wait_for("Bij vraag A1 zijn twee teksten", "er is nog een andere tekst: f12 toont beide", SHORT)
        term.send("<f12>")
        term.wait_for("1  De bewaarde tekst", "2  Zoals de editor het laatst bewaarde", "verhaal")
        term.send(key)
        term.wait_for("!2  Zoals de editor")
        term.wait_until(lambda: not file.folder.exists())
        term.send("<c-q>")
        term.wait_end()
    assert answer(data, tmp_path, A1).text == kept


def test_who_does_not_choose_keeps_both_also_after_a_kill(data: Path, tmp_path: Path) -> None:
    file = left(data)
    for _time in range(2):
        with app(data, tmp_path) as term:
            term.wait_for("Bij vraag A1 zijn twee teksten")
            term.send("<f12>")
            term.wait_for("2  Zoals de editor")
            term.send("<esc>")
            term.wait_for("!2  Zoals de editor")
            term.kill9()
    assert file.read() == LONG + "\n"
    assert answer(data, tmp_path, A1).text == SHORT


def test_what_an_editor_keeps_itself_is_told_and_left(data: Path, tmp_path: Path) -> None:
    file = left(data, SHORT)
    (file.folder / ".text.txt.swp").write_bytes(b"van de editor")
    with app(data, tmp_path) as term:
        term.wait_for("Bij vraag A1 zijn twee teksten")
        term.send("<f12>")
        term.wait_for("waar meer in kan staan", f"boce interview {ALONE} --plain")
        term.send("<esc>")
        term.wait_for("!waar meer in kan staan")
        term.send("<c-q>")
        term.wait_end()
    assert file.beside() == [".text.txt.swp"]


def test_what_is_saved_already_is_not_asked_about(data: Path, tmp_path: Path) -> None:
    file = left(data, SHORT + "\n")
    with app(data, tmp_path) as term:
        term.wait_for("Nu te doen")
        term.send("<c-q>")
        term.wait_end()
    assert not file.folder.exists()


def test_it_goes_to_the_answer_of_whom_it_was(data: Path, tmp_path: Path) -> None:
    left(data, "alleen van mij", f"{JOINT}/C1/-/R03")
    with Terminal(["--data", str(data), "interview", JOINT], tmp_path) as term:
        term.wait_for("Bij vraag C1 zijn twee teksten")
        term.send("<c-g>")  # somebody else's answer is on the screen by now
        term.wait_for("R07")
        term.settle()
        term.send("<f12>")
        term.wait_for("2  Zoals de editor")
        term.send("2")
        term.wait_for("!2  Zoals de editor", "alleen van mij")
        term.send("<c-q>")
        term.wait_end()
    assert answer(data, tmp_path, f"{JOINT}/C1/-/R03").text == "alleen van mij"
    assert answer_or_none(data, tmp_path, f"{JOINT}/C1/-/all") is None


def test_nothing_is_offered_while_only_reading(data: Path, tmp_path: Path) -> None:
    file = left(data)
    with app(data, tmp_path) as first:
        first.wait_for("Bij vraag A1 zijn twee teksten")
        with Terminal(["--data", str(data), "interview", ALONE], tmp_path) as term:
            term.wait_for("ALLEEN LEZEN", "Welke ambitie gold", "kort")
            term.settle()
            assert "twee teksten" not in term.text
    assert file.path.exists()
