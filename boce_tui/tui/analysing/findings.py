"""The list of findings."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult

import boce_tui.tui.analysing.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.analysing import findings
from boce_tui.cycle.analysing.current import current
from boce_tui.cycle.analysing.hints import hints
from boce_tui.cycle.analysing.support import support
from boce_tui.cycle.concluding import matrix
from boce_tui.domain.analysis import Finding
from boce_tui.domain.keys import GENERAL
from boce_tui.locale import _, ngettext
from boce_tui.store import Dossier, Stored
from boce_tui.tui.analysing.deleting import delete_with_words
from boce_tui.tui.analysing.finding import FindingScreen
from boce_tui.tui.doors import open_door
from boce_tui.tui.signs import sign
from boce_tui.tui.text import Piece
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow
from boce_tui.tui.widgets.whole_text import WholeText
from boce_tui.tui.working.screen import Item, WorkingScreen


class FindingsScreen(WorkingScreen):
    """Every finding of the round in order."""

    COMMANDS = ("findings.open", "findings.new", "findings.read", "findings.delete", "list.filter")
    HELP_ID = "analysing.findings"
    AUTO_FOCUS = "_RowsView"

    def __init__(self) -> None:
        super().__init__()
        self._list = PickList(
            Column(_("no."), width=3, right=True),
            Column(_("Finding")),
            Column(_("Place"), width=30, from_width=96),
            Column(_("for"), width=4, right=True),
            Column(_("against"), width=5, right=True),
            Column(width=2),
            empty=_("There is no finding yet. n starts one; or read back and start one beside the answers."),
        )

    def place(self) -> str:
        """The list."""
        return _("Findings")

    def aside(self) -> str:
        """How many there are."""
        n = len(self._list.rows)
        return ngettext("{n} finding", "{n} findings", n).format(n=n)

    def compose_body(self) -> ComposeResult:
        """One list, and under it the whole of the row under the cursor."""
        yield self._list
        yield WholeText(self._list)

    def can(self, command_id: str) -> bool:
        """Opening and deleting only when there is something."""
        if command_id in ("findings.open", "findings.delete", "findings.read"):
            return self._list.current is not None
        return super().can(command_id)

    def on_language(self) -> None:
        """Other titles."""
        self._list.show_titles(_("no."), _("Finding"), _("Place"), _("for"), _("against"), "")
        self.show()

    def show(self) -> None:
        """Read them again."""
        readback, titles = current(self.dossier, self.round_id), self.titles()
        rows = []
        for item in findings.ordered(self.dossier, self.round_id):
            if item.value is None:
                continue
            found = support(readback, item.value)
            said = hints(item.value, found, readback.round.statement_threshold)
            bad = found.broken or found.changed or not item.value.evidence
            state: Piece = (sign("warning"), "let-op") if bad else ("·" if said else "", "stil")
            rows.append(
                PickRow(
                    item.key,
                    (
                        str(item.value.order),
                        item.value.text or _("(no text yet)"),
                        (titles.place(item.value.sub_question, item.value.theme), "stil"),
                        str(len(found.supporting)),
                        str(len(found.opposing)),
                        state,
                    ),
                )
            )
        self._list.show(rows)
        self.refresh_bars()

    def evidence_of(self) -> Item | None:
        """The finding under the cursor."""
        return (Finding.entity, self._list.current) if self._list.current else None

    @on(ItemsView.Picked)
    def _picked(self, event: ItemsView.Picked) -> None:
        self.boce.open(FindingScreen(event.item))

    def action_findings_open(self) -> None:
        """The finding under the cursor."""
        self._list.view.action_pick()

    def action_findings_read(self) -> None:
        """The answers beside the finding under the cursor."""
        open_door(self.boce, "reading", self._list.current or "")

    def action_findings_new(self) -> None:
        """An empty finding in the first sub-question; its place can be changed."""
        cells = matrix(self.dossier, self.round_id)
        section = next((cell.section.id for cell in cells if cell.state != "done"), cells[0].section.id)

        def make(dossier: Dossier) -> Stored[Finding]:
            return findings.new_finding(dossier, self.round_id, section, GENERAL)

        made = self.do(_("new finding"), make)
        if made is not None:
            self.boce.open(FindingScreen(made.key))

    def action_findings_delete(self) -> None:
        """Delete it; undo brings it back."""
        delete_with_words(self, self._list.current or "")
