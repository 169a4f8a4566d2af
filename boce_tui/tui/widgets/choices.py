"""Options after each other on one or more lines, each with its key: the base of every choice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size

from boce_tui.domain.text import inert_line
from boce_tui.tui.signs import mark
from boce_tui.tui.text import assemble, cells, cut
from boce_tui.tui.widgets.rows import Rows

_GAP = 2
_LEAD = 2
_KEYS = "123456789abcdefghijklmopqrstuvxyz"


@dataclass(frozen=True, slots=True)
class Choosable:
    """Something that can be chosen.

    Attributes:
        id: What is stored.
        label: What stands there.
        key: The key that chooses it; by default 1-9, then letters.
    """

    id: str
    label: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class _Placed:
    row: int
    begin: int
    end: int
    text: str


class Choices(Rows, can_focus=True):
    """The base: options after each other, wrapped, with a cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", "Left", show=False),
        Binding("right", "move(1)", "Right", show=False),
        Binding("enter,space", "choose", "Choose", show=False),
        Binding("backspace,delete", "clear", "Clear", show=False),
    ]
    DEFAULT_CSS = """
    Choices { height: auto; width: 1fr; }
    """

    def __init__(
        self,
        options: Iterable[Choosable],
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._options: list[Choosable] = []
        self._placed: list[_Placed] = []
        self._placed_for = -1
        self._at = 0
        self._set_options(options)

    # --- what a subclass gives ----------------------------------------------------------------------------

    def is_on(self, option: str) -> bool:
        """Whether this option is chosen."""
        raise NotImplementedError

    def take(self, option: str) -> None:
        """The person chose this option."""
        raise NotImplementedError

    def take_nothing(self) -> None:
        """The person cleared the choice."""
        raise NotImplementedError

    def tick(self, option: str) -> str:
        """What stands before an option."""
        del option
        return ""

    def tail(self) -> str:
        """What stands at the end: what is chosen now, in words."""
        return ""

    # --- use ----------------------------------------------------------------------------------------------

    @property
    def options(self) -> Sequence[Choosable]:
        """The options, each with its key."""
        return self._options

    def show_options(self, options: Iterable[Choosable]) -> None:
        """Other options or labels (another question, another language); what is chosen stays."""
        self._set_options(options)
        self.changed()

    def label_of(self, option: str | None) -> str:
        """The label of an option id; the id itself when it is not among the options."""
        return next((known.label for known in self._options if known.id == option), option or "")

    def changed(self) -> None:
        """Draw again, also when it needs another number of lines."""
        self._placed_for = -1
        if self.is_attached:
            self.refresh(layout=True)

    def _set_options(self, options: Iterable[Choosable]) -> None:
        free = (key for key in _KEYS)
        self._options = [
            Choosable(option.id, inert_line(option.label), option.key or next(free, "")) for option in options
        ]
        self._at = min(self._at, max(0, len(self._options) - 1))
        self._placed_for = -1

    # --- layout and drawing -------------------------------------------------------------------------------

    def _place(self, width: int) -> int:
        if width != self._placed_for:
            self._placed, self._placed_for = [], width
            row, at = 0, _LEAD
            texts = [f"{option.key} {self.tick(option.id)}{option.label}" for option in self._options]
            tail = self.tail()
            for text in [*texts, tail] if tail else texts:
                text = cut(text, max(4, width - _LEAD))
                if at > _LEAD and at + cells(text) > width:
                    row, at = row + 1, _LEAD
                self._placed.append(_Placed(row, at, at + cells(text), text))
                at += cells(text) + _GAP
        return self._placed[-1].row + 1 if self._placed else 1

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the options need."""
        del container, viewport
        return self._place(width)

    def row(self, y: int, width: int) -> Content:
        """One line of options."""
        self._place(width)
        focus = self.has_focus
        pieces: list[Content] = [assemble((mark("▸") if focus and y == 0 else " ", "accent"), " ")]
        at = _LEAD
        for index, placed in enumerate(self._placed):
            if placed.row != y:
                continue
            pieces.append(Content(" " * (placed.begin - at)))
            pieces.append(self._item(index, placed, focus))
            at = placed.end
        return assemble(*pieces)

    def _item(self, index: int, placed: _Placed, focus: bool) -> Content:
        if index >= len(self._options):
            return assemble((placed.text, "kop"))
        option = self._options[index]
        on = self.is_on(option.id)
        key = placed.text[: len(option.key)]
        content = assemble((key, "accent"), (placed.text[len(key) :], "kop" if on else ""))
        if focus and index == self._at:
            content = content.stylize("underline")
        return content

    # --- keys and mouse -----------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """The key of an option chooses it."""
        for index, option in enumerate(self._options):
            if option.key and event.character == option.key:
                event.stop()
                event.prevent_default()
                self._at = index
                self.take(option.id)
                return

    def on_click(self, event: events.Click) -> None:
        """A click on an option chooses it."""
        event.stop()
        for index, (option, placed) in enumerate(zip(self._options, self._placed, strict=False)):
            if placed.row == event.y and placed.begin <= event.x < placed.end:
                self._at = index
                self.take(option.id)

    def action_move(self, step: int) -> None:
        """To the next or previous option, without choosing it."""
        self._at = max(0, min(self._at + step, len(self._options) - 1))
        self.refresh()

    def action_choose(self) -> None:
        """Choose the option under the cursor."""
        if self._options:
            self.take(self._options[self._at].id)

    def action_clear(self) -> None:
        """Nothing is chosen any more."""
        self.take_nothing()

    def watch_has_focus(self, has_focus: bool) -> None:
        """The mark before the line follows the focus."""
        super().watch_has_focus(has_focus)
        self.refresh()
