"""A scripted typist: the keys, the text after each of them, and how that looks on the screen."""

from __future__ import annotations

import random
from collections.abc import Iterator

from boce_tui.tui.widgets.note_document import NoteDocument, NoteWrapping

COLUMNS, ROWS = 80, 40
_WIDTH = COLUMNS - 3  # a blank on both sides, and a place for the cursor behind the last character
_LETTERS = "abcdefghijklmnopqrstuvwxyzéëïABC0123456789.,?"
ENTER, BACKSPACE, LEFT, END = "\r", "\x7f", "\x1b[D", "\x1b[F"
_CONTROLS = (ENTER, BACKSPACE, LEFT, END)


class Scribe:
    """One field with a cursor, typed in without ever looking.

    Attributes:
        texts: The text at the start and after each key that was pressed.
    """

    def __init__(self, chance: random.Random, text: str = "") -> None:
        self._chance = chance
        self.texts = [text]
        self._at = len(text)

    @property
    def text(self) -> str:
        """The text as it should be when every key has arrived."""
        return self.texts[-1]

    def keys(self, count: int) -> Iterator[str]:
        """Press so many keys, mostly letters; what stands there stays short enough to be seen whole.

        The first one is a letter: an enter right behind a number typed in the outline belongs to that number.
        """
        for _ in range(count):
            letter = self._chance.choice(_LETTERS)
            others = (2, 9, 4, 1) if len(self.texts) > 1 else (0, 0, 0, 0)
            key = self._chance.choices((letter, " ", *_CONTROLS), (70, 14, *others), k=1)[0]
            self._press(key)
            yield key

    def _press(self, key: str) -> None:
        text, at = self.text, self._at
        if key == ENTER:
            text, at = f"{text[:at]}\n{text[at:]}", at + 1
        elif key == BACKSPACE:
            text, at = text[: max(at - 1, 0)] + text[at:], max(at - 1, 0)
        elif key == LEFT:
            at = max(at - 1, 0)
        elif key == END:
            newline = text.find("\n", at)
            at = len(text) if newline < 0 else newline
        else:
            text, at = text[:at] + key + text[at:], at + 1
        self.texts.append(text)
        self._at = at

    def reached(self, painted: list[str], known: int = 0) -> int:
        """After which key the screen looked like this.

        Args:
            painted: The lines of the field, blanks at the end aside.
            known: The text cannot be older than this.
        """
        looks = [look(text) for text in self.texts]
        for number in range(known, len(looks)):
            if looks[number] == painted:
                return number
        # The last frame may have arrived by halves: each line is from some moment, none from before it.
        least = known
        for row, line in enumerate(painted):
            seen = [n for n, lines in enumerate(looks) if row < len(lines) and lines[row] == line]
            assert seen or not line, f"painted but never typed, line {row}: {line!r}\nlast: {looks[-1]}"
            least = max(least, min((n for n in seen if n >= known), default=known) if seen else known)
        return least

    def find(self, text: str, least: int) -> int | None:
        """After which key, not before `least`, the text was exactly this."""
        return next((n for n in range(least, len(self.texts)) if self.texts[n] == text), None)


def look(text: str) -> list[str]:
    """The lines of the screen a text takes, blanks at their ends and empty lines at the end aside."""
    wrapping = NoteWrapping(NoteDocument(text), _WIDTH)
    lines = [part.rstrip() for section in wrapping.lines for part in section]
    while lines and not lines[-1]:
        lines.pop()
    return lines


def field_lines(screen: list[str]) -> list[str]:
    """The lines of the note in the interview room; empty when the room is not on the screen."""
    rules = [number for number, line in enumerate(screen) if line.startswith("─")]
    if len(rules) < 3:
        return []
    lines = [line[1:].rstrip() for line in screen[rules[1] + 1 : rules[2] - 1]]
    while lines and not lines[-1]:
        lines.pop()
    return lines
