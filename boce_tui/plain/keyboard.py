"""Between two prompts the terminal must not echo: what it paints by itself is in no draft."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from typing import Any

from boce_tui.env import Env


class Keyboard:
    """The keyboard of this terminal; what is typed between prompts waits unseen for the next one."""

    def __init__(self, env: Env) -> None:
        self._env = env
        self._before: list[Any] | None = None

    @contextlib.contextmanager
    def quiet(self) -> Iterator[None]:
        """Without echo; as it was again at the end."""
        self._hush()
        try:
            yield
        finally:
            self._restore()

    @contextlib.contextmanager
    def lent(self) -> Iterator[None]:
        """As it was, for another program."""
        self._restore()
        try:
            yield
        finally:
            self._hush()

    def _hush(self) -> None:
        if sys.platform == "win32":  # the console there echoes only while a line is being read
            return
        import termios

        with contextlib.suppress(termios.error, OSError, ValueError):
            number = self._env.stdin.fileno()
            self._before = termios.tcgetattr(number)
            quiet = termios.tcgetattr(number)
            quiet[3] &= ~(termios.ECHO | termios.ICANON)
            termios.tcsetattr(number, termios.TCSADRAIN, quiet)

    def _restore(self) -> None:
        if sys.platform == "win32" or self._before is None:
            return
        import termios

        with contextlib.suppress(termios.error, OSError, ValueError):
            termios.tcsetattr(self._env.stdin.fileno(), termios.TCSADRAIN, self._before)
        self._before = None
