r"""The text inside a note area: every change passes one point, and nothing is counted twice.

Differences with Textual's own document, each with a reason:

* lines end at ``\n`` only (Textual also breaks at U+2028, form feed and others, and so changes the text);
* `NoteDocument.replace_range` reports every edit, whatever caused it (key, paste, undo, redo), before the
  paint;
* the height of the wrapped text is looked up instead of summed (about forty times a key), and the text is
  joined once an edit.
"""

from __future__ import annotations

from collections.abc import Callable

from textual.document._document import Document, EditResult, Location
from textual.document._wrapped_document import WrappedDocument

OnEdit = Callable[[int, int, str], None]
"""Called with the code point offsets of what is replaced (in the text before) and the new text."""


class NoteDocument(Document):
    """A text of lines that reports each edit."""

    def __init__(self, text: str, on_edit: OnEdit | None = None) -> None:
        super().__init__("")
        self._newline = "\n"
        self._lines = text.split("\n")
        self._on_edit = on_edit
        self._joined: str | None = text
        self._near_row = 0
        self._near_index = 0

    @property
    def text(self) -> str:
        """The whole text; joined at most once per edit."""
        if self._joined is None:
            self._joined = "\n".join(self._lines)
        return self._joined

    def get_index_from_location(self, location: Location) -> int:
        """The code point offset of a location; walks from the place of the last edit."""
        row, column = location
        lines = self._lines
        if row >= len(lines):
            row, column = len(lines) - 1, len(lines[-1])
        at, index = self._near_row, self._near_index
        while at < row:
            index += len(lines[at]) + 1
            at += 1
        while at > row:
            at -= 1
            index -= len(lines[at]) + 1
        self._near_row, self._near_index = at, index
        return index + min(column, len(lines[row]))

    def replace_range(self, start: Location, end: Location, text: str) -> EditResult:
        """Replace the text between two locations: the only way in which the text ever changes."""
        top, bottom = (start, end) if start <= end else (end, start)
        last = self.index_of(bottom)
        first = last if top == bottom else self.index_of(top)
        if self._on_edit is not None and (text or first != last):
            self._on_edit(first, last, text)
        lines = self._lines
        top_row, top_column = top
        bottom_row, bottom_column = bottom
        replaced = "" if top == bottom else self.get_text_range(top, bottom)
        before = lines[top_row][:top_column] if top_row < len(lines) else ""
        after = lines[bottom_row][bottom_column:] if bottom_row < len(lines) else ""
        new = text.split("\n")
        new[0] = before + new[0]
        column = len(new[-1])
        new[-1] += after
        lines[top_row : bottom_row + 1] = new
        self._joined = None
        if self._near_row > top_row:
            self._near_row = self._near_index = 0
        return EditResult((top_row + len(new) - 1, column), replaced)

    def get_text_range(self, start: Location, end: Location) -> str:
        """The text between two locations."""
        if start == end:
            return ""
        return self.text[self.index_of(min(start, end)) : self.index_of(max(start, end))]

    def index_of(self, location: Location) -> int:
        """Code point offset of a location; a location past the end is the end."""
        return self.get_index_from_location(location)


class NoteWrapping(WrappedDocument):
    """The wrapped view of a note."""

    @property
    def height(self) -> int:
        """The number of lines on the screen the text takes."""
        return len(self._offset_to_line_info)
