"""The documents that go out, and what each still misses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

import boce_tui.tui.sending.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.outgoing import Outgoing
from boce_tui.cycle.planning.settings import municipalities
from boce_tui.cycle.reporting.seen import mark_seen
from boce_tui.cycle.sending.letter import prepare_letter
from boce_tui.cycle.sending.preparing import prepare
from boce_tui.cycle.sending.texts import writable_texts
from boce_tui.domain.exporting import DOCUMENTS
from boce_tui.domain.sending import LETTER, SENT
from boce_tui.domain.vocabulary import label
from boce_tui.errors import BoceError
from boce_tui.locale import _
from boce_tui.names import Names
from boce_tui.reports.gates import GateFinding
from boce_tui.tui.doors import open_door
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.sending.making import make_file
from boce_tui.tui.sending.showing import blocks, mark_of, verdict
from boce_tui.tui.text import safe
from boce_tui.tui.unlock import with_names
from boce_tui.tui.widgets.block_list import BlockList
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow


class SendingScreen(BoceScreen):
    """Every document with what is missing; all are made again each time one comes back here."""

    COMMANDS = (
        "sending.read",
        "sending.mend",
        "sending.write",
        "sending.make",
        "sending.successes",
        "sending.draft",
        "sending.municipality",
        "sending.seen",
        "sending.exports",
    )
    HELP_ID = "sending"
    AUTO_FOCUS = "#documents _RowsView"
    DEFAULT_CSS = """
    SendingScreen #documents { height: 6; }
    SendingScreen #title { height: 1; padding: 0 1; }
    SendingScreen #gates { height: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._made: Mapping[str, Outgoing] = {}
        self._draft = False
        self._only = ""
        self._busy = False
        self._list = PickList(
            Column(width=2), Column(), Column(width=25), empty=_("Making the documents..."), id="documents"
        )
        self._title = Static(id="title")
        self._gates = BlockList(id="gates")

    def place(self) -> str:
        """What it is; for one municipality, and as a draft."""
        words = [_("Letters and summary")]
        if self._only:
            words.append(municipalities(self.boce.dossier)[self._only].name)
        if self._draft:
            words.append(_("draft"))
        if self._busy:
            words.append(_("being made..."))
        return " · ".join(words)

    def compose_body(self) -> ComposeResult:
        """Documents, and below them what is missing."""
        yield self._list
        yield self._title
        yield self._gates

    def on_mount(self) -> None:
        """Make them for the first time."""
        self._make()

    def on_screen_resume(self) -> None:
        """Back from where something was mended."""
        if self.was_away:
            self._make()

    def on_language(self) -> None:
        """Other words around the documents; the documents themselves are in Dutch."""
        self._make()

    def can(self, command_id: str) -> bool:
        """What makes sense for the document under the cursor."""
        kind = self._list.current
        if command_id in ("sending.read", "sending.make", "sending.mend"):
            return kind in self._made
        if command_id == "sending.write":
            return kind is not None and bool(writable_texts(self.boce.dossier, self.boce.round_id, kind))
        if command_id == "sending.seen":
            made = self._current()
            return made is not None and any(one.confirmable for one in made.findings)
        if command_id == "sending.municipality":
            return kind == LETTER
        return super().can(command_id)

    # --- making them ----------------------------------------------------------------------------------------

    def _make(self) -> None:
        if not self._busy:
            self._busy = True
            with_names(self.boce, self._make_with)

    def _make_with(self, names: Names) -> None:
        dossier, round_id, draft, only = self.boce.dossier, self.boce.round_id, self._draft, self._only
        self.refresh_bars()

        def work() -> dict[str, Outgoing]:
            made = {kind: prepare(kind, dossier, round_id, names, draft=draft) for kind in SENT}
            if only:
                made[LETTER] = prepare_letter(dossier, round_id, names, draft=draft, municipality=only)
            return made

        self.in_background(work, self._show, self._failed)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self.refresh_bars()
        self.boce.tell_failure(error)

    def _show(self, made: Mapping[str, Outgoing]) -> None:
        self._busy = False
        self._made = made
        self._list.show(
            [PickRow(k, (mark_of(one), label(DOCUMENTS, k), verdict(one))) for k, one in made.items()]
        )
        self._show_gates()

    def _show_gates(self) -> None:
        made = self._made.get(self._list.current or "")
        self._title.update(safe(_("What the checks say"), "stil"))
        self._gates.show(blocks(made.findings, may_confirm=True) if made else [])
        self.refresh_bars()

    @on(ItemsView.Moved)
    def _moved(self, event: ItemsView.Moved) -> None:
        if event.view is self._list.view:
            self._show_gates()

    @on(ItemsView.Picked)
    def _picked(self, event: ItemsView.Picked) -> None:
        event.stop()
        if event.view is self._gates:
            self.action_sending_mend()
        else:
            self.action_sending_read()

    def _current(self) -> Outgoing | None:
        return self._made.get(self._list.current or "")

    # --- commands -------------------------------------------------------------------------------------------

    def action_sending_read(self) -> None:
        """The document itself."""
        made = self._current()
        if made is not None:
            from boce_tui.tui.sending.preview import PreviewScreen

            self.boce.open(PreviewScreen(made, self._only if made.kind == LETTER else ""))

    def _chosen(self, found: Sequence[GateFinding]) -> GateFinding | None:
        return next((one for one in found if one.id == self._gates.current), found[0] if found else None)

    def action_sending_seen(self) -> None:
        """The name under the cursor does no harm."""
        made = self._current()
        chosen = self._chosen([one for one in made.findings if one.confirmable] if made else [])
        if chosen is not None:
            try:
                mark_seen(self.boce.dossier, self.boce.round_id, chosen)
            except BoceError as problem:
                self.boce.tell_problem(problem)
            else:
                self._make()

    def action_sending_mend(self) -> None:
        """To the place of what is missing."""
        made = self._current()
        found = made.findings if made else ()
        chosen = self._chosen(found)
        if not self._gates.has_focus and len(found) > 1:
            self._gates.focus()
            return
        if chosen is None or chosen.origin is None:
            self.tell(_("The checks say nothing here that has a place of its own."))
            return
        open_door(self.boce, chosen.origin.kind, chosen.origin.key)

    def action_sending_write(self) -> None:
        """The hand-written texts of this document."""
        if self._list.current:
            from boce_tui.tui.sending.texts import SentTextsScreen

            self.boce.open(SentTextsScreen(self._list.current))

    def action_sending_make(self) -> None:
        """Ask where, and write it there."""
        made = self._current()
        if made is not None and not self._busy:
            make_file(self.boce, made, self._only if made.kind == LETTER else "")

    def action_sending_successes(self) -> None:
        """The list of successes."""
        open_door(self.boce, "success")

    def action_sending_draft(self) -> None:
        """Draft or not."""
        self._draft = not self._draft
        self._make()

    def action_sending_municipality(self) -> None:
        """The letter for all councils, or for one after the other."""
        order = ["", *municipalities(self.boce.dossier)]
        self._only = order[(order.index(self._only) + 1) % len(order)]
        self._make()

    def action_sending_exports(self) -> None:
        """What left the app."""
        from boce_tui.tui.versions.exports import ExportsScreen

        self.boce.open(ExportsScreen())
