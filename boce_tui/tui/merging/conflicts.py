"""The items that were changed on two laptops."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult

import boce_tui.tui.merging.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.merging import Conflict, conflicts, settle_clear
from boce_tui.cycle.merging.saying import named
from boce_tui.locale import _, ngettext
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.text import Piece
from boce_tui.tui.widgets.dialogs import confirm
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow
from boce_tui.tui.working.screen import undo_book
from boce_tui.tui.working.steps import take_back


class ConflictsScreen(BoceScreen):
    """One line per item; enter shows the versions.

    Args:
        item: Where the cursor begins (``answer:2041/G01/A1/-/all``).
    """

    COMMANDS = ("conflicts.open", "conflicts.clear", "conflicts.undo", "list.filter")
    HELP_ID = "conflicts"
    AUTO_FOCUS = "_RowsView"

    def __init__(self, item: str = "") -> None:
        super().__init__()
        self._item = item
        self._found: dict[str, Conflict] = {}
        self._list = PickList(Column(), Column(width=24), empty=self._nothing())

    @staticmethod
    def _nothing() -> str:
        return _("Nothing was changed on two laptops at the same time. Nothing to choose here.")

    def place(self) -> str:
        """How many."""
        n = len(self._found)
        return ngettext("{n} item with two versions", "{n} items with two versions", n).format(n=n)

    def compose_body(self) -> ComposeResult:
        """One list."""
        yield self._list

    def on_mount(self) -> None:
        """Read them."""
        self._read()
        if self._item:
            self._list.go_to(self._item)

    def on_screen_resume(self) -> None:
        """One of them may have been settled."""
        super().on_screen_resume()
        self._read()

    def on_language(self) -> None:
        """The same in other words."""
        self._read()

    def can(self, command_id: str) -> bool:
        """What there is to open, and what is clear."""
        if command_id == "conflicts.open":
            return bool(self._found)
        if command_id == "conflicts.clear":
            return self.boce.dossier.writable and any(one.clear for one in self._found.values())
        return True

    def _read(self) -> None:
        dossier = self.boce.dossier
        self._found = {one.item: one for one in conflicts(dossier)}
        self._list.show_empty(self._nothing())
        rows = []
        for item, one in self._found.items():
            how: Piece = (_("clear by words"), "stil") if one.clear else (_("choose a version"), "let-op")
            rows.append(PickRow(item, (named(dossier, one.kind.entity, one.key), how)))
        self._list.show(rows)
        self.refresh_bars()

    @on(ItemsView.Picked)
    def _picked(self, event: ItemsView.Picked) -> None:
        event.stop()
        self.action_conflicts_open()

    def action_conflicts_open(self) -> None:
        """Both versions."""
        from boce_tui.tui.merging.comparing import ComparingScreen

        one = self._found.get(self._list.current or "")
        if one is not None:
            self.boce.open(ComparingScreen(one))

    def action_conflicts_clear(self) -> None:
        """All at once, after a question."""
        n = sum(one.clear for one in self._found.values())
        question = ngettext(
            "Make one of {n} item, with the changes of both?",
            "Make one of {n} items, with the changes of both?",
            n,
        )
        detail = _("Only where it is clear what each changed. Both versions stay in the history.")
        confirm(self.boce, question.format(n=n), self._make_clear, yes=_("Make them one"), detail=detail)

    def _make_clear(self) -> None:
        n = undo_book(self.boce.dossier).do(_("making one of what was clear"), settle_clear)
        self._read()
        self.tell(ngettext("{n} item made one.", "{n} items made one.", n).format(n=n))

    def action_undo(self) -> None:
        """The last choice, or what else was done last."""
        take_back(self, self._read)

    def action_conflicts_undo(self) -> None:
        """The same, by letter."""
        self.action_undo()
