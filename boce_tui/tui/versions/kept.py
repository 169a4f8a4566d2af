"""A version of the report as it was kept, a section at a time."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult

import boce_tui.tui.versions.commands  # noqa: F401  - registers the help
from boce_tui.domain.exporting import READERS
from boce_tui.domain.recommendation import ReportVersion
from boce_tui.domain.vocabulary import label
from boce_tui.locale import _
from boce_tui.reports.parsed import Parsed
from boce_tui.reports.sections import cut
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.panes import Pane, Panes
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow
from boce_tui.tui.widgets.section_view import SectionView


class KeptScreen(BoceScreen):
    """One version; it cannot be changed."""

    HELP_ID = "versions.read"
    AUTO_FOCUS = "#sections _RowsView"

    def __init__(self, version: ReportVersion) -> None:
        super().__init__()
        self._version = version
        self._sections = {section.id: section for section in cut(Parsed(version.markdown))}
        self._list = PickList(Column(), empty="", id="sections")
        self._text = SectionView(id="section")
        self._panes = Panes(
            [
                Pane("sections", _("Sections"), (self._list,), share=3),
                Pane("section", _("Text"), (self._text,), share=7),
            ]
        )

    def place(self) -> str:
        """Which version, for whom."""
        return _("Version {version}, for: {readers}").format(
            version=self._version.version, readers=label(READERS, self._version.audience)
        )

    def compose_body(self) -> ComposeResult:
        """Sections and text."""
        yield self._panes

    def on_mount(self) -> None:
        """The first section."""
        rows = [PickRow(s.id, ("  " * max(0, s.level - 2) + s.title,)) for s in self._sections.values()]
        self._list.show(rows)
        self._show(self._list.current or "")

    def on_language(self) -> None:
        """Other titles; the text is what it was."""
        for pane, title in (("sections", _("Sections")), ("section", _("Text"))):
            self._panes.show_title(pane, title)
        self.refresh_bars()

    def _show(self, section_id: str) -> None:
        section = self._sections.get(section_id)
        if section is not None:
            self._text.show(section.markdown)

    @on(ItemsView.Moved)
    def _moved(self, event: ItemsView.Moved) -> None:
        self._show(event.item)

    @on(ItemsView.Picked)
    def _picked(self, event: ItemsView.Picked) -> None:
        event.stop()
        self._panes.go_to("section")
