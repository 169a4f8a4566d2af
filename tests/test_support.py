"""The tools of the tests themselves: a test that leans on a broken one proves nothing."""

from __future__ import annotations

import os
import signal
import socket
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from boce_tui.locale import language
from tests.support import START, Clock, make_env, run_boce
from tests.terminal import Terminal, keys

ECHO = """
import sys, termios, tty
old = termios.tcgetattr(0)
tty.setraw(0)
print("klaar", end="\\r\\n", flush=True)
while (key := sys.stdin.buffer.raw.read(8)) != b"q":
    print(key.hex(), end="\\r\\n", flush=True)
termios.tcsetattr(0, termios.TCSADRAIN, old)
print("tot ziens", flush=True)
sys.exit(7)
"""
SIZE = """
import os, signal, time
def show(*_signal): os.write(1, f"{tuple(os.get_terminal_size())}\\r\\n".encode())
signal.signal(signal.SIGWINCH, show)
show()
while True: time.sleep(1)
"""


def program(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_terminal_shows_what_is_painted_and_sends_what_is_typed(tmp_path: Path) -> None:
    with Terminal([], tmp_path, command=program(ECHO)) as term:
        term.wait_for("klaar")
        term.send("a<up><c-n><esc><lt>")
        term.wait_for("61\n1b5b41\n0e\n1b\n3c")
        term.send("q")
        assert term.wait_end() == 7
        assert "tot ziens" in term.text


def test_terminal_says_what_it_did_see(tmp_path: Path) -> None:
    with Terminal([], tmp_path, command=program(ECHO)) as term:
        term.wait_for("klaar", "!tot ziens")
        with pytest.raises(AssertionError, match=r"never on the screen(.|\n)*klaar"):
            term.wait_for("iets anders", timeout=0.2)
        term.send("q")
        with pytest.raises(AssertionError, match="the app ended"):
            term.wait_for("iets anders")


def test_terminal_can_be_resized_and_killed(tmp_path: Path) -> None:
    with Terminal([], tmp_path, command=program(SIZE), size=(100, 30)) as term:
        term.wait_for("(100, 30)")
        term.resize(80, 24)
        term.wait_for("(80, 24)")
        term.kill9()
        assert term.process.returncode == -signal.SIGKILL


def test_terminal_understands_what_textual_paints(tmp_path: Path) -> None:
    code = (
        "from textual.app import App\nfrom textual.widgets import Static, Header\n"
        "class A(App):\n"
        "    def compose(self):\n        yield Header()\n        yield Static('één [b]vet[/b] woord')\n"
        "A().run()"
    )
    with Terminal([], tmp_path, command=program(code)) as term:
        term.wait_for("één vet woord")
        term.send("<c-q>")
        assert term.wait_end() == 0


def test_named_keys() -> None:
    assert keys("a<enter><c-x><f2>é") == b"a\r\x18\x1bOQ\xc3\xa9"
    with pytest.raises(KeyError):
        keys("<nokey>")


def test_clock_ticks_only_when_looked_at() -> None:
    clock = Clock()
    assert clock() == START
    assert clock() == START + timedelta(seconds=1)
    clock.advance(minutes=5)
    assert clock() == START + timedelta(minutes=5, seconds=2)


def test_two_surroundings_give_the_same(tmp_path: Path) -> None:
    one, two = make_env(tmp_path), make_env(tmp_path)
    assert [one.entropy(8), one.now()] == [two.entropy(8), two.now()]
    assert make_env(tmp_path, seed=2).entropy(8) != make_env(tmp_path).entropy(8)


def test_network_is_out_of_reach() -> None:
    with socket.socket() as plug, pytest.raises(AssertionError, match="network"):
        plug.connect(("127.0.0.1", 9))


def test_home_and_settings_are_not_the_developers_own() -> None:
    assert "home" in Path.home().name
    assert not [name for name in os.environ if name.startswith("BOCE_")]
    assert language() == "nl"


def test_process_has_a_home_and_a_dossier_of_its_own(tmp_path: Path) -> None:
    assert run_boce("--version", tmp_path).ok().out.startswith("boce ")
