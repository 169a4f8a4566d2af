"""Fields that only the forms of planning have."""

from __future__ import annotations

import re

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from boce_tui.locale import _
from boce_tui.tui.text import safe
from boce_tui.tui.widgets.line_area import LineArea

_NUMBERS = re.compile(r"[\d\s:.,/-]+")


class FormLine(LineArea):
    """A line in a form: who comes to it types over a number, a day or a time, and goes on after words.

    Args:
        value: It always holds one value; if not, only digits and what stands between them count as one.
    """

    def __init__(
        self,
        *,
        value: bool = False,
        placeholder: str = "",
        id: str | None = None,  # noqa: A002 - Textual's own name
    ) -> None:
        super().__init__(placeholder=placeholder, id=id)
        self._value = value

    def on_focus(self, event: events.Focus) -> None:
        """Select a value; stand after words. A click puts the cursor elsewhere right after this."""
        if event.from_app_focus or not self.text:
            return
        if self._value or _NUMBERS.fullmatch(self.text):
            self.select_all()
        else:
            self.move_cursor(self.document.end)

    def on_blur(self) -> None:
        """Nothing stays selected in a field that was left."""
        self.move_cursor(self.cursor_location)


class PairField(Horizontal):
    """Two days beside each other: as planned, and as it became."""

    DEFAULT_CSS = """
    PairField { height: 1; width: 1fr; }
    PairField > Static { width: auto; color: $stil; padding: 0 1 0 2; }
    PairField > LineArea { width: 12; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.planned = FormLine(value=True)
        self.actual = FormLine(value=True)
        self._words = Static(Content("")), Static(Content(""))

    def compose(self) -> ComposeResult:
        """Word, day, word, day."""
        yield self._words[0]
        yield self.planned
        yield self._words[1]
        yield self.actual

    def on_mount(self) -> None:
        """The words."""
        self.show_words()

    def show_words(self) -> None:
        """The words in the language of the moment."""
        self._words[0].update(safe(_("planned on")))
        self._words[1].update(safe(_("became")))
        for line in (self.planned, self.actual):
            line.show_placeholder(_("dd-mm-yyyy"))

    def focus(self, scroll_visible: bool = True) -> PairField:
        """The first day takes the focus."""
        self.planned.focus(scroll_visible)
        return self
