"""How commands speak: data to stdout, everything else to stderr, people's text always inert."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from boce_tui.domain.text import inert_block, inert_line, is_bidi, is_control

if TYPE_CHECKING:
    from datetime import datetime

    from boce_tui.cycle.withdrawing.saying import Line
    from boce_tui.env import Env

_BEYOND_ASCII = re.compile(r"[^\x00-\x7e]")


def say(env: Env, text: str = "") -> None:
    """One line of data on stdout."""
    env.stdout.write(inert_line(text) + "\n")


def say_lines(env: Env, lines: Iterable[Line]) -> None:
    """What would happen or did, on stdout: heads, and below them what belongs to each."""
    signs = {"head": "", "warn": "  ! ", "plain": "  - ", "quiet": "    "}
    for line in lines:
        say(env, f"{signs[line.style]}{line.text}")


def say_block(env: Env, text: str) -> None:
    """A text of several lines on stdout."""
    env.stdout.write(inert_block(text).rstrip("\n") + "\n")


def tell(env: Env, text: str) -> None:
    """One line for the person at the keyboard, on stderr: what was done, what went wrong, what to do next.

    When nobody can be told (a reader that has gone, a log on a full disk) the work itself goes on.
    """
    with suppress(OSError):
        env.stderr.write(inert_line(text) + "\n")


def say_table(env: Env, rows: Iterable[Sequence[object]], *, right: Iterable[int] = ()) -> None:
    """Rows in aligned columns, two spaces apart, on stdout.

    Args:
        env: The surroundings of this run.
        rows: Each with the same number of cells.
        right: Numbers of the columns that are aligned to the right (numbers).
    """
    cells = [[inert_line(str(cell)) for cell in row] for row in rows]
    widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
    to_the_right = set(right)
    for row in cells:
        parts = []
        for number, (cell, width) in enumerate(zip(row, widths, strict=True)):
            blank = " " * (width - _width(cell))
            parts.append(blank + cell if number in to_the_right else cell + blank)
        env.stdout.write("  ".join(parts).rstrip() + "\n")


def say_json(env: Env, value: Any) -> None:
    """`value` (made of plain types) as JSON on stdout: readable letters, nothing a terminal would obey."""
    import json

    text = json.dumps(value, ensure_ascii=False, indent=2)
    env.stdout.write(_BEYOND_ASCII.sub(_escaped, text) + "\n")


def date_time(moment: datetime) -> str:
    """A moment as people here write it, on their own clock."""
    return moment.astimezone().strftime("%d-%m-%Y %H:%M:%S")


def _escaped(match: re.Match[str]) -> str:
    char = match[0]
    if is_control(char) or is_bidi(char) or unicodedata.category(char) in ("Cf", "Cs", "Co", "Zl", "Zp"):
        import json

        return json.dumps(char)[1:-1]
    return char


def _width(text: str) -> int:
    """Columns that a line takes in a terminal, near enough to align a table."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(unicodedata.combining(char) > 0 for char in text)
