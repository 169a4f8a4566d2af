"""What left the app for a round."""

from __future__ import annotations

from datetime import datetime

from textual.app import ComposeResult

import boce_tui.tui.versions.commands  # noqa: F401  - registers the help
from boce_tui.cycle.versions.log import exports
from boce_tui.domain.exporting import READERS
from boce_tui.domain.vocabulary import label
from boce_tui.locale import _
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow

_DIGEST = 12


class ExportsScreen(BoceScreen):
    """The export log, the last one first."""

    COMMANDS = ("list.filter",)
    HELP_ID = "versions.exports"
    AUTO_FOCUS = "_RowsView"

    def __init__(self) -> None:
        super().__init__()
        self._list = PickList(
            Column(width=16),
            Column(),
            Column(width=7),
            Column(width=20),
            Column(width=_DIGEST, from_width=90),
            empty=_("Nothing left the app for this round yet."),
        )

    def place(self) -> str:
        """The log."""
        return _("What left the app")

    def compose_body(self) -> ComposeResult:
        """One list."""
        yield self._list

    def on_mount(self) -> None:
        """Read it."""
        self.on_language()

    def on_language(self) -> None:
        """The same in the other language."""
        self._list.show_empty(_("Nothing left the app for this round yet."))
        rows = []
        for item in exports(self.boce.dossier, self.boce.round_id):
            entry = item.value
            if entry is None:
                continue
            when = datetime.fromisoformat(item.at).astimezone().strftime("%d-%m-%Y %H:%M")
            cells = (
                when,
                entry.title,
                entry.version,
                label(READERS, entry.audience),
                entry.sha256[:_DIGEST],
            )
            rows.append(PickRow(item.key, cells))
        self._list.show(rows)
        self.refresh_bars()
