"""All questions of the conversation with how they stand; type a number to go there, `/` to search."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static, TextArea

from boce_tui.domain.text import fold
from boce_tui.locale import _
from boce_tui.tui.interviewing.outline_list import OutlineRows, StateLine, in_state
from boce_tui.tui.interviewing.outline_rows import GONE, HEAD, Line
from boce_tui.tui.text import safe
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.line_area import LineArea


class Outline(Vertical):
    """The outline with its filter.

    Args:
        lines: Makes all rows as they are now.
        words: Makes for each row id the text that the filter looks in.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "filter", "Filter", show=False),
        Binding("right", "state(1)", "Next state", show=False),
        Binding("left", "state(-1)", "State before", show=False),
        Binding("escape,f2", "leave", "Back to the text", show=False),
    ]
    DEFAULT_CSS = """
    Outline { height: 1fr; background: $background; }
    Outline > LineArea { display: none; height: 1; margin: 0 1; }
    Outline.-filtering > LineArea { display: block; }
    Outline > .nothing { height: auto; padding: 1 1; display: none; }
    Outline > .how { height: 1; padding: 0 1; color: $stil; display: none; }
    Outline.-here > .how { display: block; }
    """

    @dataclass
    class Chosen(Message):
        """A row was chosen.

        Attributes:
            line: The row.
            spelled: Its number was typed.
        """

        line: Line
        spelled: bool = False

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
        self._states = StateLine()
        self._filter = LineArea(placeholder=_("search questions and answers"))
        self._filter.can_focus = False
        self._nothing = Static(classes="nothing")
        self._how = Static(classes="how")
        self.view.search = self._search
        self._read_lines = lines
        self._read_words = words
        self._words: dict[str, str] = {}
        self._all: Sequence[Line] = ()

    def compose(self) -> ComposeResult:
        """Counts, filter and rows."""
        yield self._states
        yield self._filter
        yield self._nothing
        yield self.view
        yield self._how

    def refresh_lines(self, here: str) -> None:
        """Read the rows again; the mark stands at the question on the screen."""
        self._all = self._read_lines()
        self._states.count(self._all)
        self.view.here = here
        self._apply(None if self.view.has_focus else here)

    def _apply(self, keep: str | None) -> None:
        wanted = fold(self._filter.text).split()
        keep = keep or self.view.current
        state = self._states.state
        self.view.found = bool(wanted or state)
        self.view.lines = self._all
        if wanted or state:
            self.view.lines = [
                line
                for line in self._all
                if line.kind != HEAD
                and (not state or in_state(line, state))
                and all(one in self._words.get(line.id, "") for one in wanted)
            ]
        self._nothing.display = not self.view.lines
        self._nothing.update(safe(_("Nothing found. esc shows all questions."), "stil"))
        self.view.items_changed(keep)
        if self.view.lines and self.view.lines[self.view.cursor].kind == HEAD:
            self.view._move(1)

    def to_here(self) -> None:
        """The cursor to the question on the screen."""
        self.view.asking_for_number = ""
        self.view.go_to(self.view.here)

    def on_mount(self) -> None:
        """How one gets to a question."""
        self.relabel()

    def on_descendant_focus(self) -> None:
        """Only who is in the list needs to know."""
        self.add_class("-here")

    def on_descendant_blur(self) -> None:
        """Elsewhere again."""
        self.remove_class("-here")

    def relabel(self) -> None:
        """Another language."""
        self._how.update(safe(_("type a2, or / and words, esc is back"), "stil"))
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
        self._choose(event.item, spelled=True)

    def _choose(self, item: str, *, spelled: bool = False) -> None:
        line = next((line for line in self.view.lines if line.id == item), None)
        if line is not None and line.kind != HEAD:
            self.close_filter()
            self.post_message(self.Chosen(line, spelled))

    def action_filter(self) -> None:
        """Search questions and answers."""
        self._words = {key: fold(text) for key, text in self._read_words().items()}
        self.add_class("-filtering")
        self._filter.can_focus = True
        self.screen.set_focus(self._filter)

    def _search(self, words: str) -> None:
        self.action_filter()
        self._filter.insert(words)

    def action_state(self, by: int) -> None:
        """Only the questions in the next state, or all of them again."""
        self._states.step(by)
        self._apply(self.view.here)

    def action_leave(self) -> None:
        """First the filter goes, then back to the text."""
        if self.has_class("-filtering") or self._states.state:
            self.close_filter()
            self.screen.set_focus(self.view)
        else:
            self.post_message(self.Left())

    def close_filter(self) -> None:
        """All rows again."""
        if self._states.state:
            self._states.state = ""
            self._apply(self.view.current)
        if self.has_class("-filtering"):
            self.remove_class("-filtering")
            self._filter.load("")
            self._filter.can_focus = False
            self._apply(None)


__all__ = ["GONE", "Line", "Outline", "OutlineRows"]
