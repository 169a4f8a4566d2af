"""Fields that only the forms of planning have."""

from __future__ import annotations

import re

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from boce_tui.locale import _
from boce_tui.tui.text import assemble, cells
from boce_tui.tui.widgets.line_area import LineArea
from boce_tui.tui.widgets.note_area import NoteArea
from boce_tui.tui.widgets.rows import content_strip

_DAY = 13
"""A day, and room behind it: the editor scrolls when the cursor comes within three cells of the edge."""
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

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    PairField { height: 1; width: 1fr; }
    PairField > LineArea { width: 13; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.planned = FormLine(value=True)
        self.actual = FormLine(value=True)
        self._words: list[str] = []
        self.show_words()

    def compose(self) -> ComposeResult:
        """Day and day; the words before them are drawn around them."""
        yield self.planned
        yield self.actual

    def show_words(self) -> None:
        """The words in the language of the moment."""
        self._words = [f"  {words}   " for words in (_("planned on"), _("became"))]
        for line, words in zip((self.planned, self.actual), self._words, strict=True):
            line.show_placeholder(_("dd-mm-yyyy"))
            line.styles.margin = (0, 0, 0, cells(words))
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The word before each day; the days paint themselves."""
        width, height = self.outer_size
        planned, actual = self._words
        content = assemble((planned + " " * _DAY, "stil"), (actual, "stil"))
        strip = content_strip(self, content, width).crop(crop.x, crop.right)
        return [strip] * min(crop.height, height)

    def focus(self, scroll_visible: bool = True) -> PairField:
        """The first day takes the focus."""
        self.planned.focus(scroll_visible)
        return self


def areas_of(field: Widget) -> tuple[NoteArea, ...]:
    """What is typed in, of one field of a form."""
    if isinstance(field, PairField):
        return field.planned, field.actual
    return (field,) if isinstance(field, NoteArea) else ()
