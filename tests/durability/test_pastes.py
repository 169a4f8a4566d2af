"""Odd and large pastes in the app itself: kept whole, or refused whole with a reason, on a whole screen."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from boce_tui.domain.interviewing import Answer
from boce_tui.domain.text import REPLACEMENT, clean_entry
from boce_tui.store import Dossier
from tests.cycle.factory import ALONE, ROUND, small_round
from tests.durability.outcome import Tell
from tests.support import make_env
from tests.terminal import Terminal

KEY = f"{ROUND}/{ALONE}/E1/-/all"
LINE = "een regel van een uitgeschreven gesprek, met een é erin en een komma\n"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are of POSIX")

KEPT = {
    "200 kB": LINE * (199_000 // len(LINE)),
    "emoji family": "gezin 👨‍👩‍👧‍👦, vlag 🏴‍☠️ en duim 👍🏽",
    "Arabic": "قال إن التعاون جيد ولكن الوتيرة بطيئة",
    "letters with marks apart": "cafe\u0301 in Zoe\u0308rmond",
    "10,000 newlines": "boven" + "\n" * 10_000 + "onder",
    "NUL": "voor\x00na",
    "C1 and DEL": "voor\x9b31m\x7fna",
    "markup": "[red]rood[/] [@click=app.quit]klik[/] [/x] $naam {naam} %s \\n",
    "escape sequences": "voor \x1b[31mrood\x1b[0m \x1b]0;titel\x07 \x1b[2J \x1b\x1b[20 na",
    "line separators": "een\u2028twee\u2029drie\x0bvier\x0cvijf\x85zes",
}
REFUSED = {
    "more than 200,000 characters": (LINE * 3000, "Niet geplakt", "200000"),
    "a line of 20,000 characters": ("woord " * 3500, "Niet geplakt", "8000"),
}


def bracketed(text: str) -> bytes:
    return b"\x1b[200~" + text.encode() + b"\x1b[201~"


@pytest.fixture
def room(tmp_path: Path) -> Terminal:
    data = tmp_path / "data"
    small_round(data, make_env(tmp_path)).close()
    term = Terminal(["--data", str(data), "interview", ALONE], tmp_path, size=(100, 30))
    term.wait_for("Is uitgelegd waarvoor")
    term.send("<f2>e1")
    term.wait_for(" E1 · ")
    return term


def whole(term: Terminal) -> None:
    """The frame stands, and no row went over its edge."""
    assert term.process.poll() is None, term.text
    lines = term.lines
    assert lines[0].startswith(" evaluator"), term.text
    assert lines[1].startswith("─"), term.text
    assert "^n volgende" in lines[-1], term.text


def stored(tmp_path: Path) -> str:
    with Dossier.open(tmp_path / "data", make_env(tmp_path)) as dossier:
        assert not dossier.drafts.recovered()
        answer = dossier.value(Answer, KEY)
    return answer.text if answer else ""


@pytest.mark.parametrize("name", KEPT)
def test_paste_is_kept(room: Terminal, tmp_path: Path, name: str, tell: Tell) -> None:
    text = KEPT[name]
    with room as term:
        term.send("A")
        term._write(bracketed(text))
        term.settle(0.8)
        whole(term)
        term.send("Z")
        term.wait_for("!bewaren", "bewaard #")
        whole(term)
        term.send("<c-q>")
        assert term.wait_end() == 0
        assert not any(
            mark in term.raw.decode("utf-8", "replace") for mark in ("\x9b31m", "\u2028", "\x00", "titel\x07")
        )
    assert stored(tmp_path) == "A" + clean_entry(text) + "Z"
    if name == "NUL":
        assert REPLACEMENT in stored(tmp_path)
    tell("pastes", kept=1)


@pytest.mark.parametrize(
    ("begin", "end"), [(b"\x1b[200~", b"\x1b[201~"), (b"", b"")], ids=["pasted", "typed"]
)
def test_bytes_that_are_no_text_do_not_end_the_app(
    room: Terminal, tmp_path: Path, begin: bytes, end: bytes, tell: Tell
) -> None:
    with room as term:
        term.send("A")
        term._write(begin + b"caf\xe9 en \xff en \xed\xa0\x80 na" + end)
        term.wait_for(" na")
        whole(term)
        term.send("Z")
        term.wait_for("naZ", "!bewaren", "bewaard #")
        term.send("<c-q>")
        assert term.wait_end() == 0
    assert stored(tmp_path) == f"Acaf{REPLACEMENT} en {REPLACEMENT} en {3 * REPLACEMENT} naZ"
    tell("pastes", kept=1)


@pytest.mark.parametrize("name", REFUSED)
def test_paste_is_refused_whole(room: Terminal, tmp_path: Path, name: str, tell: Tell) -> None:
    text, *reason = REFUSED[name]
    with room as term:
        term.send("A")
        term._write(bracketed(text))
        term.wait_for(*reason)
        whole(term)
        term.send("Z")
        term.wait_for("AZ", "!bewaren", "bewaard #")
        term.send("<c-q>")
        assert term.wait_end() == 0
    assert stored(tmp_path) == "AZ"
    tell("pastes", refused=1)
