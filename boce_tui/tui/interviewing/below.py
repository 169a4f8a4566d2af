"""What can stand under the note: a free note, the wording of an extra question, what belongs here too."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from boce_tui.tui.interviewing.opened import Opened
from boce_tui.tui.signs import mark
from boce_tui.tui.text import Piece, assemble
from boce_tui.tui.widgets.line_area import LineArea
from boce_tui.tui.widgets.note_area import NoteArea
from boce_tui.tui.widgets.rows import Rows

_MOST = 3


class Fold(Vertical):
    """A text field under a line that says what it is; not there until it is opened.

    Attributes:
        area: The field.
    """

    DEFAULT_CSS = """
    Fold { height: auto; display: none; border-top: solid $rand; }
    Fold > .head { height: 1; padding: 0 1; }
    Fold > NoteArea { height: 3; }
    Fold > LineArea { height: 1; margin: 0 1; }
    """

    def __init__(self, area: NoteArea, lines: int, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.area = area
        self._lines = lines
        self._head = Static(classes="head")

    def compose(self) -> ComposeResult:
        """What it is, and the field."""
        yield self._head
        yield self.area

    def head(self, *pieces: Piece) -> None:
        """Say what is typed here."""
        self._head.update(assemble(*pieces))

    def open(self, opened: Opened) -> None:
        """Show it with a text."""
        self.display = True
        opened.fill(self.area)

    def close(self) -> None:
        """Hide it; what was typed is kept."""
        self.area.load("")
        self.display = False

    @property
    def lines(self) -> int:
        """The height it takes now."""
        return self._lines + 2 if self.display else 0


def note_fold() -> Fold:
    """The field of a free note."""
    return Fold(NoteArea(), 3, id="free-note")


def extra_fold() -> Fold:
    """The line for the wording of an extra question."""
    return Fold(LineArea(), 1, id="extra-question")


class LinkedStrip(Rows):
    """Notes and passages from elsewhere that belong to the question on the screen."""

    DEFAULT_CSS = """
    LinkedStrip { height: auto; display: none; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._made: tuple[tuple[str, str], ...] = ()

    def show(self, items: Sequence[tuple[str, str]]) -> None:
        """Show these: what it is, and the words."""
        made = tuple(items)
        if made != self._made:
            self._made = made
            self.display = bool(made)
            self.refresh(layout=True)

    @property
    def lines(self) -> int:
        """The height it takes now."""
        return min(len(self._made), _MOST)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A few lines at most."""
        del container, viewport, width
        return self.lines

    def row(self, y: int, width: int) -> Content:
        """One of them; the last line says how many there are more."""
        more = len(self._made) - _MOST
        if more > 0 and y == _MOST - 1:
            return assemble((f" {mark('→')} + {more + 1}", "stil"))
        if y >= len(self._made):
            return Content("")
        what, words = self._made[y]
        return assemble((f" {mark('→')} {what} ", "accent"), (words, "stil")).truncate(width, ellipsis=True)
