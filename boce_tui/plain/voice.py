"""What is said: one line under the other, people's text always inert."""

from __future__ import annotations

import os
import textwrap

from boce_tui.domain.text import inert_block, inert_line
from boce_tui.env import Env
from boce_tui.errors import BoceError

_NARROWEST, _ENDLESS = 20, 1_000_000


class Voice:
    """Writes lines to the terminal; never moves back over what was said."""

    def __init__(self, env: Env) -> None:
        self._out = env.stdout

    def say(self, text: str = "") -> None:
        """One line."""
        self._write(inert_line(text), "")

    def block(self, text: str, before: str = "  ") -> None:
        """A text of several lines, each with something in front."""
        for line in inert_block(text).split("\n"):
            self._write(line, before)

    def _write(self, line: str, before: str) -> None:
        """A line, broken between words where the terminal is too narrow for it."""
        try:
            width = os.get_terminal_size(self._out.fileno()).columns
        except (OSError, ValueError):
            width = 0
        pieces = textwrap.wrap(
            line,
            max(width - 1, _NARROWEST) if width else _ENDLESS,
            initial_indent=before,
            subsequent_indent=before,
            drop_whitespace=True,
            break_on_hyphens=False,
        )
        self._out.write("\n".join(pieces or [""]) + "\n")
        self._out.flush()

    def problem(self, problem: BoceError) -> None:
        """What went wrong, and what to do."""
        for line in problem.lines():
            self.say(line)
