"""The rows of the outline, and the line above them that says how many there are in each state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.timer import Timer

from boce_tui.locale import _
from boce_tui.tui.interviewing.outline_rows import END, GONE, HEAD, NOTES, QUOTES, STEP, Line
from boce_tui.tui.signs import State, mark, sign, word
from boce_tui.tui.text import Piece, Tone, assemble, cells, cut, pad
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.rows import Rows

_ID = 4
_PATIENCE = 0.7
_TONES: dict[State, Tone] = {
    "done": "ok",
    "busy": "accent",
    "later": "accent",
    "open": "stil",
    "skipped": "stil",
    "warning": "let-op",
}


class OutlineRows(ItemsView, inherit_bindings=False):
    """The rows; letters and digits spell the number of a question, so j, k and g are free for that."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "cursor_up", "Up", show=False),
        Binding("down", "cursor_down", "Down", show=False),
        Binding("pageup", "page_up", "Page up", show=False),
        Binding("pagedown", "page_down", "Page down", show=False),
        Binding("home", "first", "First", show=False),
        Binding("end", "last", "Last", show=False),
        Binding("enter", "pick", "Open", show=False),
    ]

    @dataclass
    class Spelled(Message):
        """The number of a question was typed.

        Attributes:
            item: The row it belongs to.
        """

        item: str

    def __init__(self) -> None:
        super().__init__()
        self.lines: Sequence[Line] = ()
        self.here = ""
        self.found = False
        """Found or filtered: there are no headings, so each row names its theme; the mark is the cursor."""
        self.asking_for_number = ""
        self.search: Callable[[str], None] = lambda _words: None
        """Looks for words; set by the outline."""
        self._waiting: Timer | None = None

    def item_count(self) -> int:
        """Rows and headings."""
        return len(self.lines)

    def item_id(self, index: int) -> str:
        """Id of a row."""
        return self.lines[index].id

    def _move(self, step: int) -> None:
        at = self.cursor + step
        while 0 <= at < len(self.lines) and self.lines[at].kind == HEAD:
            at += 1 if step > 0 else -1
        if 0 <= at < len(self.lines):
            self.cursor = at

    def _show_cursor(self) -> None:
        super()._show_cursor()
        if self.is_mounted and self.cursor > 0 and self.cursor <= len(self.lines) and self._under_heading():
            self.scroll_to_region(Region(0, self.cursor - 1, 1, 2), animate=False, force=True)

    def _under_heading(self) -> bool:
        return self.lines[self.cursor - 1].kind == HEAD

    def item_lines(self, index: int, width: int) -> list[Content]:
        """One row: sign, number, words, state in words."""
        line = self.lines[index]
        if line.kind == HEAD:
            room = width - cells(line.right) - 2
            return [assemble(" ", (pad(line.text, room), "accent"), (line.right, "stil"), " ")]
        on = index == self.cursor if self.found else line.id == self.here
        lead = mark("▸") if on else " "
        if line.kind in (END, QUOTES, NOTES):
            return [assemble(lead, (cut(line.text, width - 2), "kop"))]
        state = line.state
        words = "" if state is None or state == "open" or line.kind == GONE else word(state)
        room = width - 3 - _ID - (cells(words) + 2 if words else 1)
        signed: Piece = (sign(state), _TONES[state]) if state else " "
        tail: list[Piece] = [" ", (words, "stil"), " "] if words else []
        about = f" {mark('·')} {cut(line.about, max(4, room // 2))}" if self.found and line.about else ""
        shown = pad(cut(line.text, room - cells(about)) + about, room)
        return [assemble(lead, signed, " ", (pad(line.number, _ID), "stil"), shown, *tail)]

    def on_key(self, event: events.Key) -> None:
        """A letter and digits spell the number of a question."""
        char = event.character or ""
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None
        if not (char.isalnum() and char.isascii()):
            if event.key != "backspace":
                self.asking_for_number = ""
            return
        event.stop()
        event.prevent_default()
        typed = self.asking_for_number + char.casefold()
        if not self._numbered(typed):
            if typed.isalpha():
                self.asking_for_number = ""
                self.search(typed)  # no number begins like that: somebody types a word
                return
            typed = char.casefold()
        hits = self._numbered(typed)
        self.asking_for_number = typed if hits else ""
        exact = [line for line in hits if line.number.casefold() == typed]
        chosen = self._nearest(exact or hits)
        if chosen is None:
            return
        self.go_to(chosen.id)
        if exact and len(exact) == len(hits):
            self._spelled(chosen.id)
        elif exact:
            # A1, but there is an A10 too: wait a moment for more.
            self._waiting = self.set_timer(_PATIENCE, lambda: self._spelled(chosen.id))

    def _numbered(self, typed: str) -> list[Line]:
        return [line for line in self.lines if line.number and line.number.casefold().startswith(typed)]

    def _spelled(self, item: str) -> None:
        self.asking_for_number = ""
        self.post_message(self.Spelled(item))

    def _nearest(self, hits: Sequence[Line]) -> Line | None:
        """Of one question for several themes: the next after the one on the screen, else this theme's."""
        if not hits:
            return None
        here = next((line for line in self.lines if line.id == self.here), None)
        if here is not None and here in hits:
            return hits[(hits.index(here) + 1) % len(hits)]
        same = [line for line in hits if here is not None and line.theme == here.theme]
        return same[0] if same else hits[0]


STATES: tuple[str, ...] = ("", "open", "busy", "later", "done", "skipped", GONE)
"""What the outline can be narrowed to, in the order in which the arrows go through it; empty: everything."""


def in_state(line: Line, state: str) -> bool:
    """Whether a row belongs to a state."""
    return line.kind == GONE if state == GONE else line.kind == STEP and line.state == state


class StateLine(Rows):
    """How many questions there are in each state; the one that is shown in words."""

    DEFAULT_CSS = "StateLine { height: 1; }"

    def __init__(self) -> None:
        super().__init__()
        self._counts: Counter[str] = Counter()
        self.state = ""

    def count(self, lines: Sequence[Line]) -> None:
        """Count the rows."""
        self._counts = Counter({state: sum(in_state(line, state) for line in lines) for state in STATES[1:]})
        self._counts[""] = sum(line.kind == STEP for line in lines)
        self.refresh()

    def step(self, by: int) -> str:
        """The next state that has something in it."""
        at = STATES.index(self.state)
        for _try in STATES:
            at = (at + by) % len(STATES)
            if not STATES[at] or self._counts[STATES[at]]:
                break
        self.state = STATES[at]
        self.refresh()
        return self.state

    def row(self, y: int, width: int) -> Content:
        """The counts."""
        del y
        pieces: list[Piece] = [" ", (mark("↔"), "accent")]
        for state in STATES:
            count, on = self._counts[state], state == self.state
            if not count and not on:
                continue
            words = _("everything") if not state else _("off the route") if state == GONE else word(state)  # type: ignore[arg-type]
            lead = f"{sign(state)} " if state and state != GONE else ""  # type: ignore[arg-type]
            if on:
                pieces += ["  ", (f"{lead}{words} {count}", "kop")]
            elif state != GONE:
                pieces += ["  ", (f"{lead}{count}", "stil")]
        return assemble(*pieces).truncate(width)
