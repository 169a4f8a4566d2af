"""What changed between two versions of the report: the paragraphs left, the words right."""

from __future__ import annotations

from pathlib import Path

from textual import on
from textual.app import ComposeResult

import boce_tui.tui.versions.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.outgoing import wrote
from boce_tui.cycle.versions.comparing import changes, prepare_comparison
from boce_tui.domain.recommendation import ReportVersion
from boce_tui.domain.vocabulary import Vocabulary, label
from boce_tui.locale import N_, _
from boce_tui.names import Names
from boce_tui.tui.reporting.destination import ask_where
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.unlock import with_names
from boce_tui.tui.widgets.diff_view import DiffView
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.panes import Pane, Panes
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow

_KINDS: Vocabulary = {
    "changed": N_("changed"),
    "added": N_("new"),
    "removed": N_("taken out"),
    "moved": N_("moved"),
}


class ChangesScreen(BoceScreen):
    """Two versions side by side, as far as they differ."""

    COMMANDS = ("versions.make", "panes.next", "list.filter")
    HELP_ID = "versions.changes"
    AUTO_FOCUS = "#changes _RowsView"

    def __init__(self, before: ReportVersion, after: ReportVersion) -> None:
        super().__init__()
        self._before, self._after = before, after
        self._changes = changes(before, after)
        self._list = PickList(
            Column(width=13), Column(), empty=_("Both versions say the same."), id="changes"
        )
        self._diff = DiffView(id="words")
        self._panes = Panes(
            [
                Pane("changes", _("Paragraphs"), (self._list,), share=4),
                Pane("words", _("Words"), (self._diff,), share=6),
            ],
            esc_first=True,
        )

    def place(self) -> str:
        """Which two."""
        return _("From version {before} to {after}").format(
            before=self._before.version, after=self._after.version
        )

    def compose_body(self) -> ComposeResult:
        """Paragraphs and words."""
        yield self._panes

    def on_mount(self) -> None:
        """The first difference."""
        self.on_language()
        self._show(self._list.current or "")

    def on_language(self) -> None:
        """The same in the other language."""
        self._list.show_empty(_("Both versions say the same."))
        for pane, title in (("changes", _("Paragraphs")), ("words", _("Words"))):
            self._panes.show_title(pane, title)
        self._list.show(
            [
                PickRow(
                    str(number),
                    (
                        (label(_KINDS, one.kind), "accent"),
                        f"{one.section}: {_first(one.after or one.before)}",
                    ),
                )
                for number, one in enumerate(self._changes)
            ]
        )
        self.refresh_bars()

    def can(self, command_id: str) -> bool:
        """There is something to write."""
        return super().can(command_id)

    def _show(self, item: str) -> None:
        if item.isdecimal() and int(item) < len(self._changes):
            one = self._changes[int(item)]
            self._diff.show(one.before, one.after)

    @on(ItemsView.Moved)
    def _moved(self, event: ItemsView.Moved) -> None:
        self._show(event.item)

    @on(ItemsView.Picked)
    def _picked(self, event: ItemsView.Picked) -> None:
        event.stop()
        self._panes.go_to("words")

    def action_versions_make(self) -> None:
        """Check it, ask where, write it."""
        with_names(self.boce, self._make_with)

    def _make_with(self, names: Names) -> None:
        dossier, round_id = self.boce.dossier, self.boce.round_id
        old, new = self._before.version, self._after.version
        made = prepare_comparison(dossier, round_id, names, old, new, self._after.audience)
        stops = [finding for finding in made.findings if finding.severity == "error"]
        if stops:
            self.tell(f"{stops[0].message} {stops[0].how_to_mend}", "warning")
            return
        where = Path.home() / f"verschillen-{round_id}-{old}-{new}.md"
        ask_where(
            self.boce,
            made.markdown,
            str(where),
            question=_("Where does the comparison go?"),
            detail=made.between,
            then=lambda: wrote(dossier, round_id, made),
        )


def _first(text: str) -> str:
    return " ".join(text.split())[:200]
