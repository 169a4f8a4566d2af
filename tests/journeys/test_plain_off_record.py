"""Off the record in prompts: afterwards every byte the process left behind is searched."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.cycle.factory import ALONE, small_round
from tests.journeys.plain_talk import answer, plain, to_question
from tests.journeys.test_off_record import PARTS, PASTED, SECRET, in_the_draft_log, traces
from tests.support import make_env
from tests.terminal import Terminal

E1 = f"{ALONE}/E1/-/all"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    small_round(tmp_path / "data", make_env(tmp_path)).close()
    (tmp_path / "tmp").mkdir()
    return tmp_path / "data"


def opened(data: Path, tmp_path: Path, **environ: str) -> Terminal:
    return plain(data, tmp_path, ALONE, TMPDIR=str(tmp_path / "tmp"), **environ)


def off_the_record(term: Terminal) -> None:
    """A note that may be kept, and then the prompt that keeps nothing with words in it."""
    to_question(term, "a1", "Notitie (")
    term.send("wat wel mag<enter>")
    term.wait_for("Notitie:")
    term.send(":buiten<enter>")
    term.wait_for("buiten het verslag. Wat je hier typt", "WORDT NIET BEWAARD, :buiten gaat terug:")
    term.send(SECRET)
    term.wait_for(SECRET)


def test_nothing_is_left_after_switching_back_and_stopping(data: Path, tmp_path: Path) -> None:
    with opened(data, tmp_path) as term:
        off_the_record(term)
        term.send("<enter>")
        term.wait_for(f"!{SECRET}")
        term._write(b"\x1b[200~" + PASTED.encode() + b"\x1b[201~")
        term.wait_for(PASTED)
        term.send("<c-u>")  # what is cut off the line must not come back elsewhere
        term.wait_for(f"!{PASTED}")
        term.send(f":los {SECRET}<enter>:later<enter>")
        term.wait_for("hier werken geen opdrachten", f"!{SECRET}")
        term.send(":buiten<enter>")
        term.wait_for("Weer in het verslag")
        term.settle()
        term.send("\x1b[A<c-y>en dit ook<enter>")
        term.wait_for("en dit ook")
        term.send(":stop<enter>")
        assert term.wait_end() == 0
    assert traces(tmp_path) == []
    found = answer(data, tmp_path, f"{ALONE}/A1/accessibility/all")
    assert (found.text, found.later) == ("wat wel mag\nen dit ook", False)


@pytest.mark.parametrize("term_name", ["xterm-256color", "dumb"])
def test_nothing_is_left_after_a_kill_while_it_is_open(data: Path, tmp_path: Path, term_name: str) -> None:
    with opened(data, tmp_path, TERM=term_name) as term:
        off_the_record(term)
        if term_name == "dumb":
            assert "Deze terminal kan niet wissen" in term.text
        term.settle()
        term.kill9()
    assert traces(tmp_path) == []
    typed = in_the_draft_log(data)
    assert not any(part in typed for part in PARTS)
    with opened(data, tmp_path) as term:
        term.wait_for("wat wel mag", "Notitie (")
        assert "zilverpapier" not in term.settle()


@pytest.mark.parametrize("ending", [signal.SIGHUP, signal.SIGTERM])
def test_a_closed_window_leaves_nothing_of_it(data: Path, tmp_path: Path, ending: signal.Signals) -> None:
    with opened(data, tmp_path) as term:
        off_the_record(term)
        term.signal(ending)
        assert term.wait_end() == 128 + ending
    assert traces(tmp_path) == []


def test_the_search_would_find_it(data: Path, tmp_path: Path) -> None:
    with opened(data, tmp_path) as term:
        to_question(term, "a1", "Notitie (")
        term.send(SECRET)
        term.wait_for(SECRET)
        term.kill9()
    assert SECRET[1:] in in_the_draft_log(data)
