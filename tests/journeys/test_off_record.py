"""Off the record in a real terminal: afterwards every byte the process left behind is searched."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from boce_tui.domain.interviewing import Answer
from boce_tui.store import Dossier
from boce_tui.store.draftlog import look
from tests.cycle.factory import ALONE, ROUND, small_round
from tests.support import make_env
from tests.terminal import Terminal

SECRET = "kwaaltje-zilverpapier-onderons"
PASTED = "geplakte-fluisterzin"
PARTS = (SECRET, SECRET.upper(), "kwaaltje", "zilverpapier", PASTED)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    small_round(tmp_path / "data", make_env(tmp_path)).close()
    (tmp_path / "tmp").mkdir()
    return tmp_path / "data"


def opened(data: Path, tmp_path: Path) -> Terminal:
    environ = {"TMPDIR": str(tmp_path / "tmp")}
    return Terminal(["--data", str(data), "interview", ALONE], tmp_path, environ=environ)


def in_the_draft_log(data: Path) -> str:
    """Everything that was typed letter by letter, as the draft log holds it."""
    return "".join(str(record[5]) for record in look(data / "drafts") if record[0] == "edit")


def traces(folder: Path) -> list[str]:
    """Every file under the folder (data, HOME and TMPDIR are in it) that holds a part of it."""
    found, seen = [], 0
    for path in folder.rglob("*"):
        if path.is_file():
            seen += 1
            content = path.read_bytes()
            wide = content.replace(b"\0", b"")
            found += [
                f"{path}: {part}" for part in PARTS for text in (content, wide) if part.encode() in text
            ]
    assert seen > 3, "there is something to search"
    return found


def to_the_field(term: Terminal) -> None:
    term.wait_for("Is uitgelegd waarvoor")
    term.send("<f2>e1")
    term.wait_for("Hoe beleeft u")
    term.send("wat wel mag. ")
    term.wait_for("wat wel mag")
    term._write(b"\x1c")
    term.wait_for("WORDT NIET BEWAARD")
    term.send(SECRET)
    term.wait_for(SECRET)
    term._write(b"\x1b[200~" + PASTED.encode() + b"\x1b[201~")
    term.wait_for(PASTED)


def test_nothing_is_left_after_switching_back_and_closing(data: Path, tmp_path: Path) -> None:
    with opened(data, tmp_path) as term:
        to_the_field(term)
        term.send("<c-s>")
        term.wait_for("wordt niet bewaard")
        term._write(b"\x1c")
        term.wait_for("Weer in het verslag", "!NIET BEWAARD")
        assert SECRET not in term.text
        term.send("en dit ook")
        term.wait_for("en dit ook", "bewaard")
        term.send("<c-q>")
        assert term.wait_end() == 0
    assert traces(tmp_path) == []
    with Dossier.open(data, make_env(tmp_path)) as dossier:
        answer = dossier.value(Answer, f"{ROUND}/{ALONE}/E1/-/all")
        assert answer is not None
        assert answer.text == "wat wel mag. en dit ook"
        assert dossier.search("zilverpapier") == []


def test_nothing_is_left_after_a_kill_while_it_is_open(data: Path, tmp_path: Path) -> None:
    with opened(data, tmp_path) as term:
        to_the_field(term)
        term.settle()
        term.kill9()
    assert traces(tmp_path) == []
    typed = in_the_draft_log(data)
    assert "at wel mag" in typed
    assert not any(part in typed for part in PARTS)
    with opened(data, tmp_path) as term:
        term.wait_for("wat wel mag")
        assert "zilverpapier" not in term.settle()


def test_the_search_would_find_it(data: Path, tmp_path: Path) -> None:
    with opened(data, tmp_path) as term:
        term.wait_for("Is uitgelegd waarvoor")
        term.send("<f2>e1")
        term.wait_for("Hoe beleeft u")
        term.send(SECRET)
        term.wait_for(SECRET)
        term.kill9()
    assert SECRET[1:] in in_the_draft_log(data), "letter by letter in the draft log"
    with opened(data, tmp_path) as term:
        term.wait_for(SECRET, "bewaard")
        term.send("<c-q>")
        term.wait_end()
    assert traces(tmp_path), "and then in the dossier"


def test_a_hang_up_leaves_nothing_of_it(data: Path, tmp_path: Path) -> None:
    with opened(data, tmp_path) as term:
        to_the_field(term)
        subprocess.run(["kill", "-HUP", str(term.process.pid)], check=True, env=dict(os.environ))
        term.wait_end()
    assert traces(tmp_path) == []
