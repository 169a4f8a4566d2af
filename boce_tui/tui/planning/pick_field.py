"""A field of which the value is chosen from a long list: it shows what is chosen, enter opens the list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message

from boce_tui.locale import _
from boce_tui.tui.signs import mark
from boce_tui.tui.text import Piece, assemble
from boce_tui.tui.widgets.choice import Choosable
from boce_tui.tui.widgets.rows import Rows
from boce_tui.tui.working.pick import Choice, pick, pick_many


class PickField(Rows, can_focus=True):
    """What is chosen, in words; enter or a click opens the list with a line to look in it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "choose", "Choose", show=False),
        Binding("backspace,delete", "clear", "Clear", show=False),
    ]
    DEFAULT_CSS = "PickField { height: auto; width: 1fr; }"

    @dataclass
    class Chosen(Message):
        """Something else was chosen.

        Attributes:
            field: The field.
            options: The ids, one at most when it is not a field of many.
        """

        field: PickField
        options: tuple[str, ...]

        @property
        def control(self) -> PickField:
            """The field, for ``@on`` selectors."""
            return self.field

    def __init__(self, *, many: bool, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.many = many
        self.question: Callable[[], str] = lambda: ""
        self.options: Callable[[], Sequence[Choosable]] = tuple
        self._chosen: tuple[str, ...] = ()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of what is chosen."""
        return self._chosen

    def show_chosen(self, chosen: Iterable[str]) -> None:
        """Show another choice; nobody is told."""
        self._chosen = tuple(one for one in chosen if one)
        self.refresh(layout=True)

    def _text(self) -> Content:
        labels = {option.id: option.label for option in self.options()}
        if not self._chosen:
            return assemble((_("nothing chosen"), "stil"), (_("   enter: choose"), "stil"))
        pieces: list[Piece] = [", ".join(labels.get(one, one) for one in self._chosen)]
        if self.has_focus:
            pieces.append((_("   enter: change"), "stil"))
        return assemble(*pieces)

    def _lines(self, width: int) -> list[Content]:
        return list(self._text().wrap(max(4, width - 2)))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the labels need."""
        del container, viewport
        return max(1, len(self._lines(width)))

    def row(self, y: int, width: int) -> Content:
        """One line of what is chosen."""
        found = self._lines(width)
        lead = mark("▸") if self.has_focus and y == 0 else " "
        line = found[y] if y < len(found) else Content("")
        return assemble((lead, "accent"), " ", line.stylize("underline") if self.has_focus else line)

    def watch_has_focus(self, has_focus: bool) -> None:
        """The mark follows the focus."""
        super().watch_has_focus(has_focus)
        self.refresh(layout=True)

    def on_click(self, event: events.Click) -> None:
        """A click opens the list."""
        event.stop()
        self.action_choose()

    def on_key(self, event: events.Key) -> None:
        """A letter opens the list and begins to look in it."""
        if event.character is not None and event.character.isalpha():
            event.stop()
            self._open(event.character)

    def action_choose(self) -> None:
        """Open the list."""
        self._open()

    def _open(self, typed: str = "") -> None:
        if self.many:
            pick_many(self.app, self.question(), self._choices, self._toggle, typed=typed)
        else:
            pick(self.app, self.question(), self._choices(), lambda one: self._take((one,)), typed=typed)

    def action_clear(self) -> None:
        """Nothing is chosen any more."""
        self._take(())

    def _choices(self) -> list[Choice]:
        return [Choice(o.id, o.label, on=o.id in self._chosen) for o in self.options()]

    def _toggle(self, one: str) -> None:
        kept = [other for other in self._chosen if other != one]
        chosen = kept if one in self._chosen else [*kept, one]
        order: dict[str, int] = {option.id: at for at, option in enumerate(self.options())}
        self._take(tuple(sorted(chosen, key=lambda other: order.get(other, len(order)))))

    def _take(self, chosen: tuple[str, ...]) -> None:
        if chosen != self._chosen:
            self.show_chosen(chosen)
            self.post_message(self.Chosen(self, chosen))


def first(chosen: Any) -> str:
    """The one that is chosen, or an empty text."""
    return str(chosen[0]) if chosen else ""
