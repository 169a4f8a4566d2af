"""The app in a pseudo-terminal of its own, as a person would use it: keys in, a screen out.

with Terminal(["--data", str(data)], tmp_path) as term:
    term.wait_for("Nu te doen")
    term.send("<down><enter>")
    term.kill9()
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType

import pyte

from tests.support import TIMEOUT, boce_command, child_environ

KEYS = {
    "esc": "\x1b", "enter": "\r", "tab": "\t", "s-tab": "\x1b[Z", "space": " ", "backspace": "\x7f",
    "delete": "\x1b[3~", "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D",
    "home": "\x1b[H", "end": "\x1b[F", "pageup": "\x1b[5~", "pagedown": "\x1b[6~", "lt": "<",
    "f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS", "f5": "\x1b[15~", "f6": "\x1b[17~",
    "f7": "\x1b[18~", "f8": "\x1b[19~", "f9": "\x1b[20~", "f10": "\x1b[21~", "f11": "\x1b[23~",
    "f12": "\x1b[24~",
}  # fmt: skip
_KEY = re.compile(r"<([a-z0-9-]+)>")
_UNKNOWN_TO_PYTE = re.compile(
    rb"\x1b\[[<=>?][0-9;]*[ -/]*[a-gi-km-zA-Z]"  # private modes other than set and reset
    rb"|\x1b\[[0-9;]*[ -/]+[@-~]"
    rb"|\x1b\[[0-9]*:[0-9:;]*m"  # colours with sub-parameters
    rb"|\x1b[\]P_^X][^\x07\x1b]*(?:\x07|\x1b\\)"  # OSC, DCS, APC, PM, SOS
)
_A_TIME = re.compile(r"\bbewaard \d")
_FAULTS = b"Er ging iets mis in de app zelf", b"Something went wrong in the app itself"
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|[\]P_^X][^\x07\x1b]*\x1b?|[ -/]*)?$")


def keys(text: str) -> bytes:
    """``"ab<enter><c-x>"`` as the bytes a terminal sends."""

    def code(match: re.Match[str]) -> str:
        name = match[1]
        return chr(ord(name[2]) & 31) if re.fullmatch(r"c-[a-z]", name) else KEYS[name]

    return _KEY.sub(code, text).encode()


class Terminal:
    """A running app and the screen it paints.

    Args:
        argv: Arguments of ``boce``.
        tmp_path: Home folder and working folder of the process.
        size: Columns and rows.
        environ: Extra environment variables.
        command: Another program than ``boce`` (then `argv` is ignored).
        planted: A fault of the app is expected; else one that shows fails the test.
    """

    def __init__(
        self,
        argv: list[str],
        tmp_path: Path,
        *,
        size: tuple[int, int] = (80, 24),
        environ: Mapping[str, str] | None = None,
        command: list[str] | None = None,
        planted: bool = False,
    ) -> None:
        self._planted = planted
        columns, rows = size
        self.screen = pyte.Screen(columns, rows)
        self.raw = bytearray()
        self._stream = pyte.ByteStream(self.screen)
        self._carry = b""
        home = tmp_path / "home"
        home.mkdir(exist_ok=True)
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        extra = {"TERM": "xterm-256color", "COLORTERM": "truecolor", **(environ or {})}
        child = child_environ(home, extra)
        for name in ("COLUMNS", "LINES"):
            child.pop(name, None)
        self.process = subprocess.Popen(
            command or boce_command(*argv),
            stdin=slave, stdout=slave, stderr=slave,
            env=child, cwd=tmp_path, start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )  # fmt: skip
        os.close(slave)
        os.set_blocking(self._master, False)

    # --- what is on the screen ---

    @property
    def lines(self) -> list[str]:
        """The rows of the screen, without blanks at the end."""
        return [line.rstrip() for line in self.screen.display]

    @property
    def text(self) -> str:
        """The whole screen as one text."""
        return "\n".join(self.lines)

    def read(self, seconds: float = 0.05) -> bool:
        """Take in what arrives within `seconds`; False when the process has closed the terminal."""
        ready, _, _ = select.select([self._master], [], [], seconds)
        if not ready:
            return True
        try:
            data = os.read(self._master, 65536)
        except BlockingIOError:
            return True
        except OSError:
            return False
        if not data:
            return False
        self.raw += data
        if not self._planted and any(fault in self.raw[-len(data) - 50 :] for fault in _FAULTS):
            raise AssertionError(f"a fault of the app that this test did not plant\n{self.text}")
        self._answer(data)
        data = self._carry + data
        unfinished = _UNFINISHED.search(data)
        self._carry = data[unfinished.start() :] if unfinished else b""
        self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", data[: len(data) - len(self._carry)]))
        return True

    def _answer(self, data: bytes) -> None:
        """Answer what programs ask a terminal, so that they do not wait for it."""
        for asked, answer in ((b"\x1b[c", b"\x1b[?62;22c"), (b"\x1b[6n", b"\x1b[1;1R")):
            if asked in data:
                self._write(answer)
        if b"\x1b[?2026$p" in data:
            self._write(b"\x1b[?2026;2$y")

    # --- what a person does ---

    def _write(self, data: bytes) -> None:
        while data:
            try:
                data = data[os.write(self._master, data) :]
            except BlockingIOError:
                self.read()

    def send(self, text: str) -> None:
        """Type; named keys as ``<enter>``, ``<f2>``, ``<c-q>``, a literal ``<`` as ``<lt>``."""
        parts = re.split(r"(<[a-z0-9-]+>)", text)
        for part in filter(None, parts):
            self._write(keys(part))
            self.read(0.02)  # an escape followed at once by another key would be read as one key

    def wait_for(self, *texts: str, timeout: float = TIMEOUT) -> str:
        """Wait until all `texts` are on the screen at once (``!text``: is absent); returns the screen.

        In ``bewaard #`` the ``#`` is any digit: the time on line 1 is the clock's.
        """

        def seen() -> bool:
            now = _A_TIME.sub("bewaard #", self.text)
            return all((t[1:] not in now) if t.startswith("!") else (t in now) for t in texts)

        self.wait_until(seen, f"never on the screen: {texts}", timeout)
        return self.text

    def wait_until(self, condition: Callable[[], bool], why: str = "", timeout: float = TIMEOUT) -> None:
        """Read the screen until `condition` holds; fail with the screen as it is when it never does."""
        end = time.monotonic() + timeout
        while not condition():
            if not self.read() and not condition():
                raise AssertionError(f"{why}; the app ended ({self.process.wait()})\n{self.text}")
            if time.monotonic() > end:
                raise AssertionError(f"{why or 'waited in vain'}\n{self.text}")

    def settle(self, quiet: float = 0.3, timeout: float = TIMEOUT) -> str:
        """Read until nothing has been painted for `quiet` seconds; returns the screen."""
        end, size, since = time.monotonic() + timeout, len(self.raw), time.monotonic()
        while time.monotonic() < min(end, since + quiet) and self.read():
            if len(self.raw) != size:
                size, since = len(self.raw), time.monotonic()
        return self.text

    def resize(self, columns: int, rows: int) -> None:
        """Make the window another size, as a person does with the mouse."""
        self.screen.resize(rows, columns)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the app."""
        self.process.send_signal(number)

    def kill9(self) -> None:
        """Kill the app without warning, as a crash or an empty battery does, and wait until it is gone."""
        self.process.kill()
        self.process.wait(TIMEOUT)

    def wait_end(self, timeout: float = TIMEOUT) -> int:
        """Wait until the app has ended by itself; returns its exit code."""
        end = time.monotonic() + timeout
        while self.process.poll() is None:
            if not self.read():
                return self.process.wait(max(0.1, end - time.monotonic()))
            if time.monotonic() > end:
                raise AssertionError(f"the app does not end\n{self.text}")
        while self.read(0) and select.select([self._master], [], [], 0)[0]:
            pass
        return self.process.returncode

    def close(self) -> None:
        """End the app if it still runs, and the terminal."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(TIMEOUT)
        os.close(self._master)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
