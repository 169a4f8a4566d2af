"""The report before it leaves: sections, the section in front, and what the checks say."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult

import boce_tui.tui.reporting.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.reporting.closing import Closing
from boce_tui.cycle.reporting.issuing import Prepared, prepare
from boce_tui.cycle.reporting.seen import mark_seen, unmark_seen
from boce_tui.cycle.versions.keeping import keep
from boce_tui.errors import BoceError
from boce_tui.locale import _
from boce_tui.names import Names
from boce_tui.reports.gates import GateFinding
from boce_tui.reports.sections import Section, sections
from boce_tui.tui.doors import open_door
from boce_tui.tui.reporting.destination import ask_where
from boce_tui.tui.reporting.final import make_final
from boce_tui.tui.reporting.showing import finding_block, nothing_block, section_mark, seen_block, verdict
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.unlock import with_names
from boce_tui.tui.widgets.block_list import BlockList
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.panes import Pane, Panes
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow
from boce_tui.tui.widgets.section_view import SectionView

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp

_SIGN = 1


def open_report(_app: BoceApp) -> BoceScreen:
    """The report, for the palette."""
    return ReportScreen()


class ReportScreen(BoceScreen):
    """A section at a time; the whole is compiled and checked again each time one comes back here."""

    COMMANDS = (
        "report.mend",
        "report.next",
        "report.write",
        "report.make",
        "report.audience",
        "report.draft",
        "report.details",
        "report.seen",
        "report.final",
        "report.versions",
        "panes.next",
    )
    HELP_ID = "report"
    AUTO_FOCUS = "#sections _RowsView"

    def __init__(self, section: str = "") -> None:
        super().__init__()
        self._audience = "public"
        self._draft = False
        self._wanted = section
        self._prepared: Prepared | None = None
        self._sections: dict[str, Section] = {}
        self._busy = False
        self._left_at: object = None
        self._list = PickList(Column(width=_SIGN), Column(), empty=_("Making the report..."), id="sections")
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
        """Which report, and whether something stops it."""
        words = [_("Report"), _("for the steering group") if self._audience == "steering" else _("public")]
        if self._draft:
            words.append(_("draft"))
        if self._busy:
            words.append(_("being made..."))
        elif self._prepared is not None:
            words.append(verdict(self._prepared))
        return " · ".join(words)

    def compose_body(self) -> ComposeResult:
        """Sections, text, checks."""
        yield self._panes

    def on_mount(self) -> None:
        """Make the report for the first time."""
        self._make()

    def on_screen_resume(self) -> None:
        """Back from the place that was mended: make it again."""
        if self._left_at is not None:
            self._left_at = None
            self._make()

    def on_language(self) -> None:
        """Other words around the report; the checks speak the new language."""
        for pane, title in (("sections", _("Sections")), ("section", _("Text")), ("gates", _("Checks"))):
            self._panes.show_title(pane, title)
        self._make()

    # --- making it ------------------------------------------------------------------------------------------

    def _make(self) -> None:
        with_names(self.boce, self._make_with)

    def _make_with(self, names: Names) -> None:
        dossier, round_id = self.boce.dossier, self.boce.round_id
        audience, draft = self._audience, self._draft
        self._begin_making()
        self.in_background(
            lambda: prepare(dossier, round_id, names, audience=audience, draft=draft),
            self._show,
            self._failed,
        )

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self.refresh_bars()
        self.boce.tell_failure(error)

    def _show(self, prepared: Prepared) -> None:
        self._busy = False
        self._prepared = prepared
        found = sections(prepared.compiled, prepared.findings)
        self._sections = {section.id: section for section in found}
        rows = [PickRow(s.id, (section_mark(s), "  " * max(0, s.level - 2) + s.title)) for s in found]
        self._list.show(rows)
        if self._wanted and self._list.go_to(self._wanted):
            self._wanted = ""
        self._show_section(self._list.current or "")
        self.refresh_bars()

    def _show_section(self, section_id: str) -> None:
        section = self._sections.get(section_id)
        if section is None:
            return
        self._text.show(section.markdown)
        blocks = [finding_block(finding) for finding in section.findings]
        blocks += [seen_block(finding) for finding in self._seen(section_id)]
        self._gates.show(blocks or [nothing_block()])

    @on(ItemsView.Moved)
    def _moved(self, event: ItemsView.Moved) -> None:
        if event.view is self._list.view:
            self._show_section(event.item)

    @on(ItemsView.Picked)
    def _picked(self, event: ItemsView.Picked) -> None:
        event.stop()
        if event.view is self._gates:
            self.action_report_mend()
        else:
            self._panes.go_to("section")

    # --- commands -------------------------------------------------------------------------------------------

    def _seen(self, section_id: str) -> list[GateFinding]:
        return [f for f in self._prepared.seen if f.section == section_id] if self._prepared else []

    def _current_finding(self) -> GateFinding | None:
        section = self._sections.get(self._list.current or "")
        if section is None:
            return None
        found = [*section.findings, *self._seen(section.id)]
        chosen = self._gates.current
        return next((finding for finding in found if finding.id == chosen), found[0] if found else None)

    def action_report_mend(self) -> None:
        """From the finding under the cursor to its place."""
        if not self._gates.has_focus:
            self._panes.go_to("gates")
        finding = self._current_finding()
        if finding is None or finding.origin is None:
            self.tell(_("The checks say nothing here that has a place of its own. n: next finding."))
            return
        self._left_at = finding
        open_door(self.boce, finding.origin.kind, finding.origin.key)

    def action_report_next(self) -> None:
        """The next section about which something is said."""
        ids = list(self._sections)
        if not ids:
            return
        at = ids.index(self._list.current) if self._list.current in ids else 0
        # What is said about the section under the cursor was not read yet when one comes from the list.
        at -= self._list.view.has_focus
        for section_id in [*ids[at + 1 :], *ids[: at + 1]]:
            if self._sections[section_id].findings:
                self._list.go_to(section_id)
                self._panes.go_to("gates")
                return
        self.tell(_("The checks found nothing."))

    def action_report_write(self) -> None:
        """The hand-written texts."""
        from boce_tui.tui.reporting.chapter_texts import ChapterTextsScreen

        self._left_at = self
        self.boce.open(ChapterTextsScreen())

    def action_report_details(self) -> None:
        """Version, status, date, embargo."""
        self._left_at = self
        open_door(self.boce, "round", self.boce.round_id)

    def action_report_audience(self) -> None:
        """Steering group or public."""
        self._audience = "public" if self._audience == "steering" else "steering"
        self._make()

    def action_report_draft(self) -> None:
        """Draft or not."""
        self._draft = not self._draft
        self._make()

    def action_report_make(self) -> None:
        """Ask where, and write it there."""
        prepared = self._prepared
        if prepared is None or self._busy:
            return
        if prepared.exit_code:
            self.tell(_("Not yet: {verdict}. n: next finding.").format(verdict=verdict(prepared)), "warning")
            return
        kind = "stuurgroep" if self._audience == "steering" else "openbaar"
        dossier, round_id = self.boce.dossier, self.boce.round_id
        ask_where(
            self.boce,
            prepared.markdown,
            str(Path.home() / f"evaluatie-{round_id}-{kind}.md"),
            then=lambda: keep(dossier, round_id, prepared),
        )

    def action_report_versions(self) -> None:
        """The versions that were kept."""
        from boce_tui.tui.versions.versions import VersionsScreen

        self._left_at = self
        self.boce.open(VersionsScreen())

    def action_report_seen(self) -> None:
        """A warning about a name was looked at and does no harm; the same key shows it again."""
        finding = self._current_finding()
        if finding is None or self._prepared is None or self._busy:
            return
        try:
            if finding in self._prepared.seen:
                unmark_seen(self.boce.dossier, self.boce.round_id, finding)
            else:
                mark_seen(self.boce.dossier, self.boce.round_id, finding)
        except BoceError as problem:
            self.boce.tell_problem(problem)
        else:
            self._make()

    def action_report_final(self) -> None:
        """Make this version final, after a question."""
        if not self._busy:
            make_final(self.boce, self._begin_making, self._ended, self._failed)

    def _begin_making(self) -> None:
        self._busy = True
        self.refresh_bars()

    def _ended(self, closing: Closing) -> None:
        if closing.done:
            self._make()
            self.tell(_("Version {version} is final. m makes the file.").format(version=closing.version))
            return
        self._audience = next(a for a, edition in closing.editions.items() if edition.exit_code)
        stopped = closing.editions[self._audience]
        self._show(stopped)
        self.tell(_("Not yet: {verdict}. n: next finding.").format(verdict=verdict(stopped)), "warning")
