"""Choosing from a list by typing a few letters: bodies, findings, labels, groups."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from boce_tui.domain.text import fold, inert_line
from boce_tui.locale import _
from boce_tui.tui.signs import mark, sign
from boce_tui.tui.text import Piece, assemble, safe_block
from boce_tui.tui.widgets.dialogs import Dialog
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.line_area import LineArea
from boce_tui.tui.widgets.pick_list import Column, table_line

_NEW = "\0new"


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose.

    Attributes:
        id: What is handed back.
        label: What stands there; anybody's text, made harmless here.
        detail: A few words more, in grey.
        on: It is chosen already.
        always: It is there whatever is typed: another one, none.
    """

    id: str
    label: str
    detail: str = ""
    on: bool = False
    always: bool = False


class _Hits(ItemsView, can_focus=False):
    """What matches; the keys come from the line above."""

    def __init__(self, marks: bool) -> None:
        super().__init__()
        self.choices: Sequence[Choice] = ()
        self._marks = marks

    def item_count(self) -> int:
        return len(self.choices)

    def item_id(self, index: int) -> str:
        return self.choices[index].id

    def item_lines(self, index: int, width: int) -> list[Content]:
        choice = self.choices[index]
        lead = mark("▸") + " " if index == self.cursor else "  "
        tick: Piece = (sign("done" if choice.on else "open") + " ", "ok" if choice.on else "stil")
        columns = (Column(), Column(width=26, from_width=60)) if choice.detail else (Column(),)
        cells: tuple[Piece, ...] = (choice.label, (choice.detail, "stil"))
        room = width - 4 if self._marks else width - 2
        pieces: list[Piece] = [lead, tick] if self._marks else [lead]
        return [assemble(*pieces, table_line(columns, cells, room))]


class _Line(LineArea):
    """The line to type in; up, down and the page keys move in the list."""

    def __init__(self, hits: _Hits, placeholder: str) -> None:
        super().__init__(placeholder=placeholder)
        self._hits = hits

    def action_leave_up(self) -> None:
        self._hits.action_cursor_up()

    def action_leave_down(self) -> None:
        self._hits.action_cursor_down()

    def action_cursor_page_up(self) -> None:
        self._hits.action_page_up()

    def action_cursor_page_down(self) -> None:
        self._hits.action_page_down()


class PickScreen(Dialog):
    """A box with a line to type in and what matches; see `pick` and `pick_many`."""

    DEFAULT_CSS = """
    PickScreen > .box { width: 76; max-height: 22; height: 90%; }
    PickScreen .detail { max-height: 3; }
    PickScreen LineArea { margin: 1 0 0 0; }
    PickScreen ItemsView { height: 1fr; max-height: 100%; }
    PickScreen _Hits > .items--cursor {
        background: $block-cursor-background; color: $block-cursor-foreground;
        text-style: $block-cursor-text-style;
    }
    """

    def __init__(
        self,
        question: str,
        choices: Callable[[], Sequence[Choice]],
        toggle: Callable[[str], None] | None = None,
        make: Callable[[str], None] | None = None,
        detail: str = "",
        typed: str = "",
    ) -> None:
        super().__init__()
        self._typed = typed
        self._question = question
        self._detail = detail
        self._choices = choices
        self._toggle = toggle
        self._make = make
        self._hits = _Hits(marks=toggle is not None)
        self._line = _Line(self._hits, _("type to look in this list"))
        self._keys = Static(Content(self._key_words()), classes="keys")
        self._all: Sequence[Choice] = ()

    def compose(self) -> ComposeResult:
        """Question, line, list, keys."""
        with Vertical(classes="box"):
            yield Static(safe_block(self._question), classes="question")
            if self._detail:
                yield Static(safe_block(self._detail), classes="detail")
            yield self._line
            yield self._hits
            yield self._keys

    def on_mount(self) -> None:
        """Everything at first; the cursor on what is chosen."""
        self._line.focus()
        self._all = self._choices()
        self._find()
        chosen = next((choice.id for choice in self._all if choice.on), None)
        if chosen is not None:
            self._hits.go_to(chosen)
        if self._typed:
            self._line.insert(self._typed)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Every letter narrows it down."""
        event.stop()
        self._hits.cursor = 0
        self._find()

    def _find(self, keep: str | None = None) -> None:
        typed = self._line.text.strip()
        wanted = fold(typed).split()
        found = [c for c in self._all if all(w in fold(f"{c.label} {c.detail}") for w in wanted)]
        found += [c for c in self._all if c.always and c not in found]
        if self._make is not None and typed and all(c.label.casefold() != typed.casefold() for c in found):
            found.append(Choice(_NEW, _("New: {words}").format(words=inert_line(typed))))
        self._hits.choices = found
        self._hits.items_changed(keep)
        self._keys.update(Content(self._key_words() if found else _("Nothing has these words.   esc closes")))

    def _key_words(self) -> str:
        return _("enter on or off   esc ready") if self._toggle else _("enter chooses   esc cancels")

    def on_line_area_submitted(self, event: LineArea.Submitted) -> None:
        """Enter: the one under the cursor."""
        event.stop()
        self._pick(self._hits.current)

    def on_items_view_picked(self, event: ItemsView.Picked) -> None:
        """A click chooses too."""
        event.stop()
        self._pick(event.item)

    def _pick(self, chosen: str | None) -> None:
        if chosen is None:
            return
        if chosen == _NEW and self._make is not None:
            self._make(self._line.text.strip())
        elif self._toggle is None:
            self.dismiss(chosen)
            return
        else:
            self._toggle(chosen)
        self._line.load("")
        self._all = self._choices()
        self._find(keep=chosen)


def pick(
    app: App[Any],
    question: str,
    choices: Sequence[Choice],
    then: Callable[[str], None],
    *,
    detail: str = "",
    typed: str = "",
) -> None:
    """Choose one; `then` gets its id, and is not called when the person cancels.

    Args:
        app: The app.
        question: What is chosen.
        choices: What can be chosen.
        then: Gets the id.
        detail: A few words more.
        typed: What was typed already, to look in the list.
    """

    def answered(answer: str | None) -> None:
        if answer is not None:
            then(answer)

    screen: ModalScreen[Any] = PickScreen(question, lambda: choices, detail=detail, typed=typed)
    app.push_screen(screen, answered)


def pick_many(
    app: App[Any],
    question: str,
    choices: Callable[[], Sequence[Choice]],
    toggle: Callable[[str], None],
    *,
    make: Callable[[str], None] | None = None,
    detail: str = "",
    typed: str = "",
) -> None:
    """Switch any number on or off, each at once; esc is ready.

    Args:
        app: The app.
        question: What is chosen.
        choices: Everything with whether it is on, asked again after each change.
        toggle: Switches one on or off.
        make: Makes a new one from what was typed, when that is possible.
        detail: A few words more.
        typed: What was typed already, to look in the list.
    """
    app.push_screen(PickScreen(question, choices, toggle, make, detail, typed))
