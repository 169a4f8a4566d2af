"""The list of items of one kind: n makes one, enter opens one, x takes one away, u brings it back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

import boce_tui.tui.planning.commands  # noqa: F401  - registers the ids used below
from boce_tui.locale import _
from boce_tui.store import Dossier
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.text import assemble
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow
from boce_tui.tui.widgets.whole_text import WholeText
from boce_tui.tui.working.screen import undo_book
from boce_tui.tui.working.steps import do_step, take_back

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp


class ListScreen(BoceScreen):
    """A list of items.

    A subclass gives `columns`, `rows`, `empty`, `open_item`, `new` and `take_away`; `summary` when there is
    something to say about all of them together.
    """

    COMMANDS: ClassVar[Sequence[str]] = (
        "planning.open",
        "planning.new",
        "planning.remove",
        "planning.undo",
        "planning.filter",
    )
    AUTO_FOCUS = "PickList _RowsView"
    DEFAULT_CSS = """
    ListScreen .summary { height: auto; padding: 0 2; color: $stil; }
    """

    def __init__(self, app: BoceApp) -> None:
        super().__init__()
        self.dossier: Dossier = app.dossier
        self.round_id = app.round_id
        self.list = PickList(*self.columns(), empty=self.empty())
        self._summary = Static(Content(""), classes="summary")
        self._ready = False

    # --- what a subclass gives ----------------------------------------------------------------------------

    def columns(self) -> Iterable[Column]:
        """The columns, titles in the language of the moment."""
        return (Column(),)

    def rows(self) -> list[PickRow]:
        """The rows as the dossier has them now."""
        raise NotImplementedError

    def empty(self) -> str:
        """What belongs here and which key makes it."""
        raise NotImplementedError

    def summary(self) -> Content:
        """A line above the list, or nothing."""
        return assemble()

    def open_item(self, item: str) -> None:
        """Enter on a row."""
        raise NotImplementedError

    def new(self) -> None:
        """Make a new one."""
        raise NotImplementedError

    def take_away(self, dossier: Dossier, item: str) -> None:
        """Take one away."""
        raise NotImplementedError

    def removed_words(self, item: str) -> str:
        """What is said about taking it away: "R07 taken away"."""
        return _("{item} taken away").format(item=item)

    # --- the screen ---------------------------------------------------------------------------------------

    def compose_body(self) -> ComposeResult:
        """A line about all of them, and the list."""
        yield self._summary
        yield self.list
        yield WholeText(self.list)

    def on_mount(self) -> None:
        """Show what there is."""
        self._ready = True
        self.show()

    def on_screen_resume(self) -> None:
        """Back from a form: things will have changed."""
        if self.was_away:
            self.show()

    def on_language(self) -> None:
        """Other words, same rows."""
        self.list.show_titles(*(column.title for column in self.columns()))
        self.list.show_empty(self.empty())
        self.show()

    def show(self) -> None:
        """Read the dossier again; the cursor stays on the same item."""
        summary = self.summary()
        self._summary.update(summary)
        self._summary.display = bool(summary.plain)
        self.list.show(self.rows())
        self.refresh_bars()

    def can(self, command_id: str) -> bool:
        """Opening and taking away need a row."""
        if command_id in ("planning.open", "planning.remove", "planning.filter"):
            return self._ready and self.list.current is not None
        return super().can(command_id)

    @on(ItemsView.Picked)
    def _picked(self, event: ItemsView.Picked) -> None:
        event.stop()
        self.open_item(event.item)

    @on(ItemsView.Moved)
    def _moved(self, event: ItemsView.Moved) -> None:
        event.stop()
        self.refresh_bars()

    # --- changing -----------------------------------------------------------------------------------------

    def do(self, words: str, work: Callable[[Dossier], Any]) -> Any:
        """Do one step that can be taken back; None when it could not be done (the person was told why)."""
        return do_step(self, words, work, self.show)

    def action_planning_open(self) -> None:
        """Open the row under the cursor."""
        self.list.view.action_pick()

    def action_planning_new(self) -> None:
        """Make a new one."""
        self.new()

    def action_planning_remove(self) -> None:
        """Take away the row under the cursor; u brings it back."""
        item = self.list.current
        if item is None:
            return
        words = self.removed_words(item)
        count = len(undo_book(self.dossier))

        def work(dossier: Dossier) -> bool:
            self.take_away(dossier, item)
            return True

        if self.do(words, work) and len(undo_book(self.dossier)) != count:
            self.tell(_("{what}. u brings it back.").format(what=words))

    async def action_planning_filter(self) -> None:
        """Type words; only rows that have them stay."""
        await self.list.action_filter()

    def action_undo(self) -> None:
        """Take back the last step."""
        take_back(self, self.show)

    def action_planning_undo(self) -> None:
        """The same, by letter."""
        self.action_undo()
