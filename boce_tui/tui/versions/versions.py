"""The list of versions of the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult

import boce_tui.tui.versions.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.versions.keeping import is_final, versions
from boce_tui.domain.dates import show_day
from boce_tui.domain.exporting import READERS
from boce_tui.domain.recommendation import ReportVersion
from boce_tui.domain.vocabulary import label
from boce_tui.locale import _
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.signs import sign
from boce_tui.tui.widgets.dialogs import Option, choose
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp


def open_versions(_app: BoceApp) -> BoceScreen:
    """The versions, for the palette."""
    return VersionsScreen()


class VersionsScreen(BoceScreen):
    """Every version that was kept, the latest first."""

    COMMANDS = ("versions.read", "versions.compare", "versions.exports", "list.filter")
    HELP_ID = "versions.list"
    AUTO_FOCUS = "_RowsView"

    def __init__(self) -> None:
        super().__init__()
        self._list = PickList(
            Column(width=2),
            Column(width=7),
            Column(width=10),
            Column(width=16),
            Column(width=11),
            Column(),
            empty=self._empty(),
        )
        self._versions: dict[str, ReportVersion] = {}

    @staticmethod
    def _empty() -> str:
        return _("No version was kept yet: that happens when you make the report (step 9, m).")

    def place(self) -> str:
        """The list."""
        return _("Versions of the report")

    def compose_body(self) -> ComposeResult:
        """One list."""
        yield self._list

    def on_mount(self) -> None:
        """Read them."""
        self.on_language()

    def on_language(self) -> None:
        """The same in the other language."""
        self._list.show_empty(self._empty())
        found = versions(self.boce.dossier, self.boce.round_id)
        self._versions = {f"{one.version}/{one.audience}": one for one in found}
        self._list.show([self._row(key, one) for key, one in self._versions.items()])
        self.refresh_bars()

    @staticmethod
    def _row(key: str, one: ReportVersion) -> PickRow:
        final = is_final(one)
        cells = (
            sign("done" if final else "busy"),
            one.version,
            _("final") if final else _("concept"),
            label(READERS, one.audience),
            show_day(one.date),
            one.reason,
        )
        return PickRow(key, cells)

    def can(self, command_id: str) -> bool:
        """What makes sense for the line under the cursor."""
        if command_id == "versions.read":
            return self._current() is not None
        if command_id == "versions.compare":
            return bool(self._earlier())
        return super().can(command_id)

    @on(ItemsView.Moved)
    def _moved(self) -> None:
        self.refresh_bars()

    @on(ItemsView.Picked)
    def _picked(self, event: ItemsView.Picked) -> None:
        event.stop()
        self.action_versions_read()

    def _current(self) -> ReportVersion | None:
        return self._versions.get(self._list.current or "")

    def _earlier(self) -> list[ReportVersion]:
        current = self._current()
        if current is None:
            return []
        same = [one for one in self._versions.values() if one.audience == current.audience]
        return same[same.index(current) + 1 :]

    def action_versions_read(self) -> None:
        """One version as it was kept."""
        current = self._current()
        if current is not None:
            from boce_tui.tui.versions.kept import KeptScreen

            self.boce.open(KeptScreen(current))

    def action_versions_compare(self) -> None:
        """Which earlier one, and then what changed."""
        current, earlier = self._current(), self._earlier()
        if current is None or not earlier:
            return
        options = [Option(one.version, self._words(one)) for one in earlier]

        def chosen(number: str) -> None:
            from boce_tui.tui.versions.changes import ChangesScreen

            self.boce.open(ChangesScreen(next(one for one in earlier if one.version == number), current))

        if len(earlier) == 1:
            chosen(earlier[0].version)
        else:
            question = _("Compare version {version} with which one?").format(version=current.version)
            choose(self.app, question, options, chosen)

    @staticmethod
    def _words(one: ReportVersion) -> str:
        return _("version {version} of {date}").format(version=one.version, date=show_day(one.date))

    def action_versions_exports(self) -> None:
        """What left the app."""
        from boce_tui.tui.versions.exports import ExportsScreen

        self.boce.open(ExportsScreen())
