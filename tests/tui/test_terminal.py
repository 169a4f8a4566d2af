"""The app in a real (pseudo) terminal: nothing hostile leaks, every way of ending keeps text and terminal."""

from __future__ import annotations

import io
import re
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from boce_tui.errors import UsageProblem
from boce_tui.tui import lifecycle
from tests.support import ROOT, make_env
from tests.terminal import Terminal

ALTERNATE_OFF, MOUSE_OFF, CURSOR_ON = b"\x1b[?1049l", b"\x1b[?1000l", b"\x1b[?25h"


@contextmanager
def running(tmp_path: Path, *, planted: bool = False, **environ: str) -> Iterator[tuple[Terminal, Path]]:
    data = tmp_path / "data"
    command = [sys.executable, "-m", "tests.tui.terminal_app", str(data)]
    environ = {"PYTHONPATH": str(ROOT), **environ}
    with Terminal([], tmp_path, command=command, environ=environ, planted=planted) as term:
        term.wait_for("hulp", "alles bewaard")
        yield term, data


def assert_restored(term: Terminal) -> None:
    raw = bytes(term.raw)
    assert raw.rfind(ALTERNATE_OFF) > raw.rfind(b"\x1b[?1049h") > -1
    assert raw.rfind(MOUSE_OFF) > raw.rfind(b"\x1b[?1000h")
    assert raw.rfind(CURSOR_ON) > raw.rfind(b"\x1b[?25l")


def test_nothing_hostile_leaks_and_what_is_painted_is_stored(tmp_path: Path) -> None:
    with running(tmp_path) as (term, data):
        term.send("abc def")
        term.send("<f3>")
        term.wait_for("─ ! �]0;vijand")
        term.send("g")
        term.wait_for("abc defg")
        term.kill9()
        raw = bytes(term.raw)
        assert (data / "typed.txt").read_text() == "abc defg"
        for sequence in (
            b"\x1b]0;vijand",
            b"\x1b[35mvijand",
            "\x9b".encode(),
            "\u202e".encode(),
            "\u2066".encode(),
        ):
            assert sequence not in raw
        assert "vijand" in term.text
        assert "[red]vijand[/red] [/x]" in term.text


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_saves_and_restores_the_terminal(tmp_path: Path, number: signal.Signals) -> None:
    with running(tmp_path) as (term, data):
        term.send("half een wo")
        term.wait_for("half een wo")
        term.signal(number)
        assert term.wait_end() == 128 + number
        assert (data / "typed.txt").read_text() == "half een wo"
        assert (data / "typed.left").exists()
        assert_restored(term)


def test_a_fault_that_can_be_outlived_is_told_in_place(tmp_path: Path) -> None:
    with running(tmp_path, planted=True) as (term, data):
        term.send("x<f4>")
        term.wait_for("Er ging iets mis in de app zelf (ValueError", "bewaard, en je kunt verder")
        assert (data / "typed.left").exists()
        term.send("y")
        term.wait_for("xy", "!ging iets mis")
        term.send("<c-q>")
        assert term.wait_end() == 0
        assert_restored(term)
        assert (data / "typed.txt").read_text() == "xy"
        [log] = (data / "logs").iterdir()
        for seen in (bytes(term.raw).decode(), log.read_text(encoding="utf-8")):
            assert "geheime" not in seen
        assert b"Traceback" not in term.raw


def test_a_fault_that_nobody_planted_fails_a_test_in_a_terminal(tmp_path: Path) -> None:
    with running(tmp_path) as (term, _data):
        term.send("<f4>")
        with pytest.raises(AssertionError, match="did not plant"):
            term.wait_for("iets anders")


def test_a_crash_restores_the_terminal_and_says_three_lines(tmp_path: Path) -> None:
    with running(tmp_path, planted=True) as (term, data):
        term.send("x<f2>")
        assert term.wait_end() == 1
        assert_restored(term)
        after = bytes(term.raw)[bytes(term.raw).rfind(ALTERNATE_OFF) :].decode()
        assert "ValueError" in after
        assert "klad" in after
        assert "Traceback" not in after
        told = re.sub(r"\x1b\[[?0-9;]*[a-z]", "", after).replace("\r", "")
        lines = [line for line in told.split("\n") if " " in line.strip()]
        assert max(map(len, lines)) <= 80, "wrapped by words, not cut by the terminal"
        assert "geheime" not in after
        [log] = (data / "logs").iterdir()
        assert "geheime" not in log.read_text()
        assert (data / "typed.left").exists()


def test_leaving_by_the_key(tmp_path: Path) -> None:
    with running(tmp_path) as (term, data):
        term.send("y<c-c><c-q>")
        assert term.wait_end() == 0
        assert_restored(term)
        assert (data / "typed.left").exists()


def test_no_colour_means_no_colour(tmp_path: Path) -> None:
    with running(tmp_path, NO_COLOR="1") as (term, _data):
        term.send("x")
        term.wait_for("x")
        colours = re.findall(rb"\x1b\[[0-9;]*?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[0-9;]*m", bytes(term.raw))
        assert colours == []


class _Tty(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("tty", "term"), [(False, "xterm"), (True, "dumb"), (True, "")])
def test_without_a_terminal_it_says_what_does_work(tmp_path: Path, tty: bool, term: str) -> None:
    env = make_env(tmp_path, environ={"TERM": term})
    if tty:
        object.__setattr__(env, "stdin", _Tty())
        object.__setattr__(env, "stderr", _Tty())
    with pytest.raises(UsageProblem) as problem:
        lifecycle.check_terminal(env)
    assert problem.value.exit_code == 2
    assert "boce report" in problem.value.hint


def test_a_good_terminal_is_fine(tmp_path: Path) -> None:
    env = make_env(tmp_path, environ={"TERM": "xterm-256color"})
    object.__setattr__(env, "stdin", _Tty())
    object.__setattr__(env, "stderr", _Tty())
    lifecycle.check_terminal(env)
