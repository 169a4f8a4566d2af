"""One document that goes out, a section at a time, with what the checks say about it."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult

import boce_tui.tui.sending.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.outgoing import Outgoing
from boce_tui.domain.exporting import DOCUMENTS
from boce_tui.domain.vocabulary import label
from boce_tui.locale import _
from boce_tui.reports.parsed import Parsed
from boce_tui.reports.sections import cut
from boce_tui.tui.doors import open_door
from boce_tui.tui.reporting.showing import section_mark
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.sending.making import make_file
from boce_tui.tui.sending.showing import blocks, verdict
from boce_tui.tui.widgets.block_list import BlockList
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.panes import Pane, Panes
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow
from boce_tui.tui.widgets.section_view import SectionView


class PreviewScreen(BoceScreen):
    """A document as it was made.

    Args:
        made: The document.
        tail: Goes behind the name of the file.
    """

    COMMANDS = ("sending.mend", "sending.make", "panes.next")
    HELP_ID = "sending.read"
    AUTO_FOCUS = "#sections _RowsView"

    def __init__(self, made: Outgoing, tail: str = "") -> None:
        super().__init__()
        self._made = made
        self._tail = tail
        self._sections = {s.id: s for s in cut(Parsed(made.markdown.decode()), made.findings)}
        self._list = PickList(Column(width=1), Column(), empty="", id="sections")
        self._text = SectionView(id="section")
        self._gates = BlockList(id="gates")
        self._panes = Panes(
            [
                Pane("sections", _("Sections"), (self._list,), share=3),
                Pane("section", _("Text"), (self._text,), share=6),
                Pane("gates", _("Checks"), (self._gates,), share=4),
            ],
            esc_first=True,
        )

    def place(self) -> str:
        """Which document, and whether it may leave."""
        return f"{label(DOCUMENTS, self._made.kind)} · {verdict(self._made)}"

    def compose_body(self) -> ComposeResult:
        """Sections, text, checks."""
        yield self._panes

    def on_mount(self) -> None:
        """The first section."""
        self._list.show(
            [
                PickRow(s.id, (section_mark(s), "  " * max(0, s.level - 2) + s.title))
                for s in self._sections.values()
            ]
        )
        self._show(self._list.current or "")

    def on_screen_resume(self) -> None:
        """Back from the place that was mended: the list of documents makes it again."""
        if self.was_away and self._mending:
            self.boce.go_back()

    _mending = False

    def on_language(self) -> None:
        """Other titles; the text is what it was."""
        for pane, title in (("sections", _("Sections")), ("section", _("Text")), ("gates", _("Checks"))):
            self._panes.show_title(pane, title)
        self.refresh_bars()

    def _show(self, section_id: str) -> None:
        section = self._sections.get(section_id)
        if section is not None:
            self._text.show(section.markdown)
            self._gates.show(blocks(section.findings))

    @on(ItemsView.Moved)
    def _moved(self, event: ItemsView.Moved) -> None:
        if event.view is self._list.view:
            self._show(event.item)

    @on(ItemsView.Picked)
    def _picked(self, event: ItemsView.Picked) -> None:
        event.stop()
        if event.view is self._gates:
            self.action_sending_mend()
        else:
            self._panes.go_to("section")

    def action_sending_mend(self) -> None:
        """To the place of what is missing."""
        section = self._sections.get(self._list.current or "")
        found = section.findings if section else ()
        chosen = next((one for one in found if one.id == self._gates.current), found[0] if found else None)
        if chosen is None or chosen.origin is None:
            self.tell(_("The checks say nothing here that has a place of its own."))
            return
        self._mending = True
        open_door(self.boce, chosen.origin.kind, chosen.origin.key)

    def action_sending_make(self) -> None:
        """Ask where, and write it there."""
        make_file(self.boce, self._made, self._tail)
