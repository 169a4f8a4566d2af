"""The text field everything is typed in: what it shows is in the draft log before it is painted."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import Any, ClassVar, Self

from textual import events
from textual.binding import Binding, BindingType
from textual.document._document import EditResult, Location
from textual.document._document_navigator import DocumentNavigator
from textual.document._edit import Edit
from textual.geometry import Offset, Region
from textual.widgets import TextArea

from boce_tui.domain.text import clean_entry
from boce_tui.locale import _
from boce_tui.tui.closed_widgets import stop_listening
from boce_tui.tui.savers import Saver
from boce_tui.tui.text import safe_block
from boce_tui.tui.widgets.note_document import NoteDocument, NoteWrapping
from boce_tui.tui.widgets.note_looks import NoteLooks

PASTE_LIMIT = 200_000
LINE_LIMIT = 8_000
UNDO_STEPS = 500


class NoteArea(NoteLooks):
    """A text field of several lines.

    Args:
        text: The text to begin with, as it is stored.
        saver: Gets every edit before it is painted; None for text that is not kept (a filter).
        placeholder: Grey text while the field is empty.
    """

    takes_letters_alone: ClassVar[bool] = True
    """A letter typed here changes the text and nothing else that the next key could depend on."""
    BINDINGS: ClassVar[list[BindingType]] = [
        # Without bracketed paste a line feed arrives as ctrl+j.
        Binding("ctrl+j", "newline", "New line", show=False),
    ]

    def __init__(
        self,
        text: str = "",
        *,
        saver: Saver | None = None,
        placeholder: str = "",
        read_only: bool = False,
        soft_wrap: bool = True,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        self.saver = saver
        self._paint_later = False
        super().__init__(
            text,
            soft_wrap=soft_wrap,
            read_only=read_only,
            max_checkpoints=UNDO_STEPS,
            highlight_cursor_line=False,
            placeholder=safe_block(placeholder) if placeholder else "",
            name=name,
            id=id,
            classes=classes,
        )
        self.cursor_blink = False
        # Nobody asks where the cursor is, and telling it to every ancestor takes longer than moving it.
        self.disable_messages(TextArea.SelectionChanged)
        self.dress()

    # --- text and saver -----------------------------------------------------------------------------------

    def load(self, text: str, saver: Saver | None = None, cursor: Location | None = None) -> None:
        """Show another text with another saver (the next question); the one before is left and kept."""
        self._drop_saver()
        self.saver = saver
        self.load_text(text)
        if cursor is not None:
            self.move_cursor(cursor)
        if saver is not None and self.is_mounted:
            self._book.add(saver)

    def load_text(self, text: str) -> None:
        """Show a text without history and without a `Changed` message: nobody typed it."""
        with self.prevent(TextArea.Changed):
            super().load_text(text)

    def begin_read_only(self) -> None:
        """Read only before it is mounted: when it becomes so later all its styles are worked out again."""
        self.set_reactive(TextArea.read_only, True)  # noqa: FBT003 - Textual's own signature
        self.add_class("-read-only", update=False)

    def retype(self, text: str) -> None:
        """Replace the whole text as if it was typed: the saver gets it, and it can be undone."""
        self.replace(text, (0, 0), self.document.end, maintain_selection_offset=False)

    def show_placeholder(self, text: str) -> None:
        """Other grey text, for instance in the other language."""
        self.placeholder = safe_block(text)

    def leave(self) -> None:
        """The person goes elsewhere: a revision is made of what was typed."""
        if self.saver is not None:
            self.saver.leave()

    @property
    def _book(self) -> Any:
        return self.app.savers  # type: ignore[attr-defined]  # BoceApp; a test app has one too

    def _drop_saver(self) -> None:
        if self.saver is not None:
            self.saver.leave()
            if self.is_mounted:
                self._book.remove(self.saver)

    def _edited(self, start: int, end: int, inserted: str) -> None:
        if self.saver is not None:
            self.saver.edited(start, end, inserted)

    def _set_document(self, text: str, language: str | None) -> None:
        del language  # plain text always
        document = NoteDocument(text, self._edited)
        self.document = document
        self.wrapped_document = NoteWrapping(document, tab_width=self.indent_width)
        self.navigator = DocumentNavigator(self.wrapped_document)
        self._build_highlight_map()
        self.move_cursor((0, 0))
        self._rewrap_and_refresh_virtual_size()

    def on_mount(self) -> None:
        """The app keeps the rhythm of saving."""
        if self.saver is not None:
            self._book.add(self.saver)

    def on_unmount(self) -> None:
        """The field is gone: leave it properly."""
        if self.saver is not None:
            self.saver.leave()
            self._book.remove(self.saver)
        stop_listening(self)

    def on_blur(self) -> None:
        """Another field has the focus."""
        self.leave()

    # --- keys and paste -----------------------------------------------------------------------------------

    def action_newline(self) -> None:
        """A line break."""
        self._replace_via_keyboard("\n", *self.selection)

    def prepare(self, pasted: str) -> str:
        """What is inserted for pasted text."""
        return clean_entry(pasted)

    def refusal(self, text: str) -> str:
        """Why pasted text cannot be taken, or nothing."""
        if len(text) > PASTE_LIMIT:
            return _(
                "Not pasted: {count} characters is more than the {most} that fit at once. Paste it in parts."
            ).format(count=len(text), most=PASTE_LIMIT)
        longest = max(map(len, text.split("\n")))
        row, _column = self.cursor_location
        if longest + len(self.document.get_line(row)) > LINE_LIMIT:
            return _(
                "Not pasted: a line would be longer than {most} characters. Put line breaks in it first."
            ).format(most=LINE_LIMIT)
        return ""

    def paste(self, text: str) -> None:
        """Insert text from outside at the cursor, whole or not at all."""
        if self.read_only or not text:
            return
        text = self.prepare(text)
        reason = self.refusal(text)
        if reason:
            self.app.tell(reason, "warning")  # type: ignore[attr-defined]  # BoceApp
            return
        result = self._replace_via_keyboard(text, *self.selection)
        if result:
            self.move_cursor(result.end_location)

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()  # else Textual's own handler pastes it once more
        event.stop()
        self.paste(event.text)
        self.focus()

    def action_paste(self) -> None:
        """Paste what was copied in the app."""
        self.paste(self.app.clipboard)

    # --- guards and speed ---------------------------------------------------------------------------------

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:
        """Guard for Textual issue 6686: an undo that takes the scroll bar away ends the app.

        Before it has a size everything seems out of sight, and a line would be scrolled away for good.
        """
        if not self.size.width or self.cursor_location[0] >= self.wrapped_line_count:
            return Offset()
        return super().scroll_cursor_visible(center, animate)

    def _on_resize(self) -> None:
        super()._on_resize()
        self.call_after_refresh(self.scroll_cursor_visible)

    @property
    def wrapped_line_count(self) -> int:
        """The number of lines that are wrapped by now (an edit in progress can be ahead of it)."""
        return min(self.document.line_count, len(self.wrapped_document._wrap_offsets))

    def edit(self, edit: Edit) -> EditResult:
        """Make an edit; when it stays within one line only what differs of that is painted, not the field."""
        document, wrapping = self.document, self.wrapped_document
        row = edit.top[0]
        before = (wrapping.height, self.scroll_offset, document.line_count)
        within = row == edit.bottom[0] == self.selection.start[0] == self.selection.end[0]
        parts, cursor = (self._parts(row), self._cursor_part()) if within else ([], 0)
        empty = not document.text
        self._paint_later = True
        try:
            result = super().edit(edit)
        finally:
            self._paint_later = False
        if wrapping.height != before[0]:
            # Textual scrolls to the cursor before it knows the new height: what is typed stood out of sight.
            self.scroll_cursor_visible()
        after = (wrapping.height, self.scroll_offset, document.line_count)
        if within and before == after and not empty and document.text:
            top = wrapping._line_index_to_offsets[row][0]
            pairs = zip(parts, self._parts(row), strict=True)
            differ = [at for at, (old, new) in enumerate(pairs) if old != new]
            differ += [cursor, self._cursor_part()]
            self.refresh_lines(top + min(differ), max(differ) - min(differ) + 1)
        else:
            self.refresh()
        return result

    def _parts(self, row: int) -> list[str]:
        """What stands on each of the screen lines of a line."""
        line = self.document.get_line(row)
        return [line[a:b] for a, b in pairwise([0, *self.wrapped_document.get_offsets(row), len(line)])]

    def _cursor_part(self) -> int:
        """On which of the screen lines of its line the cursor stands."""
        row, column = self.cursor_location
        return bisect_right(self.wrapped_document.get_offsets(row), column)

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Paint; during an edit the whole field is not painted before it is known which lines changed."""
        if self._paint_later and not regions and not layout and not recompose:
            return self
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def find_matching_bracket(self, bracket: str, search_from: Location) -> Location | None:
        """No search for brackets through the whole text at each key: this is no program."""
        del bracket, search_from
        return None
