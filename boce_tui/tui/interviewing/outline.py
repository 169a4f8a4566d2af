"""All questions of the conversation with how they stand; type a number to go there, `/` to search."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Static, TextArea

from boce_tui.domain.text import fold
from boce_tui.locale import _
from boce_tui.tui.interviewing.outline_rows import END, GONE, HEAD, NOTES, QUOTES, Line
from boce_tui.tui.signs import State, mark, sign, word
from boce_tui.tui.text import Piece, Tone, assemble, cells, cut, pad, safe
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.line_area import LineArea

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
        self.asking_for_number = ""
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
        lead = mark("▸") if line.id == self.here else " "
        if line.kind in (END, QUOTES, NOTES):
            return [assemble(lead, (cut(line.text, width - 2), "kop"))]
        state = line.state
        words = "" if state is None or state == "open" else word(state)
        room = width - 3 - _ID - (cells(words) + 2 if words else 1)
        signed: Piece = (sign(state), _TONES[state]) if state else " "
        tail: list[Piece] = [" ", (words, "stil"), " "] if words else []
        return [assemble(lead, signed, " ", (pad(line.number, _ID), "stil"), pad(line.text, room), *tail)]

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
        if not any(line.number.casefold().startswith(typed) for line in self.lines):
            typed = char.casefold()
        hits = [line for line in self.lines if line.number.casefold().startswith(typed) and line.number]
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


class Outline(Vertical):
    """The outline with its filter.

    Args:
        lines: Makes all rows as they are now.
        words: Makes for each row id the text that the filter looks in.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "filter", "Filter", show=False),
        Binding("escape,f2", "leave", "Back to the text", show=False),
    ]
    DEFAULT_CSS = """
    Outline { height: 1fr; background: $background; }
    Outline > LineArea { display: none; height: 1; margin: 0 1; }
    Outline.-filtering > LineArea { display: block; }
    Outline > .nothing { height: auto; padding: 1 1; display: none; }
    """

    @dataclass
    class Chosen(Message):
        """A row was chosen.

        Attributes:
            line: The row.
        """

        line: Line

    class Left(Message):
        """Back to the text without choosing."""

    def __init__(
        self,
        lines: Callable[[], Sequence[Line]],
        words: Callable[[], dict[str, str]],
        id: str | None = None,  # noqa: A002 - Textual's own name
    ) -> None:
        super().__init__(id=id)
        self.view = OutlineRows()
        self._filter = LineArea(placeholder=_("search questions and answers"))
        self._filter.can_focus = False
        self._nothing = Static(classes="nothing")
        self._read_lines = lines
        self._read_words = words
        self._words: dict[str, str] = {}
        self._all: Sequence[Line] = ()

    def compose(self) -> ComposeResult:
        """Filter and rows."""
        yield self._filter
        yield self._nothing
        yield self.view

    def refresh_lines(self, here: str) -> None:
        """Read the rows again; the mark stands at the question on the screen."""
        self._all = self._read_lines()
        self.view.here = here
        self._apply(None if self.view.has_focus else here)

    def _apply(self, keep: str | None) -> None:
        wanted = fold(self._filter.text).split()
        keep = keep or self.view.current
        if wanted:
            self.view.lines = [
                line
                for line in self._all
                if line.kind != HEAD and all(one in self._words.get(line.id, "") for one in wanted)
            ]
        else:
            self.view.lines = self._all
        self._nothing.display = not self.view.lines
        self._nothing.update(safe(_("Nothing found. esc shows all questions."), "stil"))
        self.view.items_changed(keep)
        if self.view.lines and self.view.lines[self.view.cursor].kind == HEAD:
            self.view._move(1)

    def to_here(self) -> None:
        """The cursor to the question on the screen."""
        self.view.asking_for_number = ""
        self.view.go_to(self.view.here)

    def relabel(self) -> None:
        """Another language."""
        self._filter.show_placeholder(_("search questions and answers"))

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Every letter filters."""
        event.stop()
        self._apply(None)

    def on_line_area_submitted(self, event: LineArea.Submitted) -> None:
        """Enter in the filter: to the rows; a single one is opened at once."""
        event.stop()
        rows = [line for line in self.view.lines if line.kind != HEAD]
        if len(rows) == 1:
            self._choose(rows[0].id)
        else:
            self.screen.set_focus(self.view)

    def on_items_view_picked(self, event: ItemsView.Picked) -> None:
        """Enter or a click on the cursor."""
        event.stop()
        self._choose(event.item)

    def on_outline_rows_spelled(self, event: OutlineRows.Spelled) -> None:
        """Its number was typed."""
        event.stop()
        self._choose(event.item)

    def _choose(self, item: str) -> None:
        line = next((line for line in self.view.lines if line.id == item), None)
        if line is not None and line.kind != HEAD:
            self.close_filter()
            self.post_message(self.Chosen(line))

    def action_filter(self) -> None:
        """Search questions and answers."""
        self._words = {key: fold(text) for key, text in self._read_words().items()}
        self.add_class("-filtering")
        self._filter.can_focus = True
        self.screen.set_focus(self._filter)

    def action_leave(self) -> None:
        """First the filter goes, then back to the text."""
        if self.has_class("-filtering"):
            self.close_filter()
            self.screen.set_focus(self.view)
        else:
            self.post_message(self.Left())

    def close_filter(self) -> None:
        """All rows again."""
        if self.has_class("-filtering"):
            self.remove_class("-filtering")
            self._filter.load("")
            self._filter.can_focus = False
            self._apply(None)


__all__ = ["GONE", "Line", "Outline", "OutlineRows"]
