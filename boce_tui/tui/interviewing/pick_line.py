"""Choosing from many: one line that says what is chosen; enter opens the list, which has a filter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from boce_tui.locale import _
from boce_tui.tui.signs import mark
from boce_tui.tui.text import Piece, assemble
from boce_tui.tui.widgets.choice import ChoiceLine, Choosable
from boce_tui.tui.widgets.dialogs import Dialog
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow


class PickDialog(Dialog):
    """The list to pick from."""

    DEFAULT_CSS = """
    PickDialog PickList { height: 14; margin: 1 0 0 0; }
    """

    def __init__(self, options: Sequence[Choosable], chosen: str | None) -> None:
        super().__init__()
        self._options = options
        self._chosen = chosen
        self._list = PickList(Column())

    def compose(self) -> ComposeResult:
        """The options under each other."""
        with Vertical(classes="box"):
            yield self._list
            yield Static(Content(_("enter chooses   / filters   esc cancels")), classes="keys")

    def on_mount(self) -> None:
        """The cursor on what is chosen."""
        self._list.show([PickRow(option.id, (option.label,)) for option in self._options])
        if self._chosen:
            self._list.go_to(self._chosen)
        self._list.focus()

    def on_items_view_picked(self, event: ItemsView.Picked) -> None:
        """This one."""
        event.stop()
        self.dismiss(event.item)


class SettlingLine(ChoiceLine):
    """A choice line that tells each choice at once, so that the next key already goes to the text.

    Attributes:
        taken: Called with the option (None: cleared), also when it was the same again.
    """

    taken: Callable[[str | None], None] = staticmethod(lambda _option: None)

    def take(self, option: str) -> None:
        """Choose it and tell."""
        super().take(option)
        self.taken(option)

    def take_nothing(self) -> None:
        """Clear it and tell."""
        super().take_nothing()
        self.taken(None)


class PickLine(SettlingLine):
    """One of many."""

    def __init__(self, options: Iterable[Choosable], chosen: str | None = None) -> None:
        super().__init__(options, chosen)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line."""
        del container, viewport, width
        return 1

    def row(self, y: int, width: int) -> Content:
        """What is chosen, and how to choose."""
        del y, width
        lead: Piece = (mark("▸") if self.has_focus else " ", "accent")
        if self.chosen is None:
            return assemble(
                lead, " ", ("enter", "accent"), " ", _("choose from {count}").format(count=len(self.options))
            )
        chosen: Piece = (self.label_of(self.chosen), "kop")
        return assemble(lead, " ", chosen, "   ", ("enter", "accent"), " ", (_("another"), "stil"))

    def on_key(self, event: object) -> None:
        """Digits choose nothing here."""
        del event

    def on_click(self, event: object) -> None:
        """A click opens the list."""
        del event
        self.action_choose()

    def action_choose(self) -> None:
        """Open the list."""
        self.app.push_screen(PickDialog(self.options, self.chosen), self._picked)

    def _picked(self, option: str | None) -> None:
        if option is not None:
            self.take(option)
