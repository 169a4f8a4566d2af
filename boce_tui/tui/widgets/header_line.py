"""Line 1: where you are and whether everything is saved; under it a rule."""

from __future__ import annotations

from textual.content import Content

from boce_tui.domain.text import inert_line
from boce_tui.tui.signs import mark
from boce_tui.tui.text import assemble, cells, cut, cut_left
from boce_tui.tui.widgets.rows import Rows

_MOST_FOR_BAD_NEWS = 0.6


class HeaderLine(Rows):
    """The first two lines of every screen: place at the left, save words at the right, a rule below."""

    DEFAULT_CSS = """
    HeaderLine { dock: top; height: 2; width: 100%; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._place = ""
        self._aside = ""
        self._saved = ""
        self._alarm = False
        self.who = "", ""
        """Who is at work, in a word and in a short one; it never makes room for anything."""

    def show(self, place: str, aside: str, saved: str, alarm: bool) -> None:
        """Show these words; repaints only when something changed."""
        words = (inert_line(place), inert_line(aside), inert_line(saved), alarm)
        if words != (self._place, self._aside, self._saved, self._alarm):
            self._place, self._aside, self._saved, self._alarm = words
            self.refresh()

    def row(self, y: int, width: int) -> Content:
        """Line 0 is the text, line 1 the rule."""
        if y:
            return assemble((mark("─") * width, "stil")).stylize("$rand")
        inner = width - 2
        most = int(inner * _MOST_FOR_BAD_NEWS) if self._alarm else inner // 2
        bad = self._alarm and not self._saved.startswith("!")
        saved = cut(f"! {self._saved}" if bad else self._saved, most)
        room = inner - cells(saved) - 2
        word, tiny = self.who
        beside = cells(self._aside) + 3 if self._aside else 0
        wide = cells(self._place) + beside + cells(word) + 3 <= room
        name = (f"{word}   " if wide else f"{tiny} ") if word else ""
        room -= cells(name)
        place = cut_left(self._place, room)
        # What stands first in it matters most: the rest goes before the whole does.
        shorter = self._aside.partition(f" {mark('·')} ")[0]
        fits = (words for words in (self._aside, shorter) if cells(place) + cells(words) + 3 <= room)
        aside = next(fits, "")
        gap = room - cells(place) - cells(aside) + 2
        half = gap // 2 if aside else gap
        return assemble(
            " ",
            (name, "accent"),
            (place, "kop"),
            " " * half,
            (aside, "stil"),
            " " * (gap - half if aside else 0),
            (saved, "fout" if self._alarm else "stil"),
        )

    def text(self) -> str:
        """What stands there, for tests."""
        return f"{self._place} | {self._aside} | {self._saved}"
