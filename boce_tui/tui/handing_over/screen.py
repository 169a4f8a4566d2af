"""The round as data: which files there are, and what stops the one that was asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

import boce_tui.tui.handing_over.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.handing_over.support import handed_over
from boce_tui.domain.keys import last
from boce_tui.domain.round import Interview, Respondent
from boce_tui.domain.vocabulary import ROLES, label
from boce_tui.locale import _
from boce_tui.names import Key, Names, not_checked
from boce_tui.names.keys import SHORTEST
from boce_tui.store import Dossier
from boce_tui.tui.doors import open_door
from boce_tui.tui.handing_over import files
from boce_tui.tui.handing_over.files import KINDS, Ready
from boce_tui.tui.merging.secret import with_key
from boce_tui.tui.reporting.destination import ask_where
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.sending.showing import blocks
from boce_tui.tui.text import safe
from boce_tui.tui.unlock import with_names
from boce_tui.tui.widgets.block_list import BlockList
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.new_passphrase import NewPassphrase
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow
from boce_tui.tui.working.pick import Choice, pick


class HandingOverScreen(BoceScreen):
    """A list of files; what the checks say of the one that was made last stands below it.

    Args:
        kind: The file that is meant first; empty for none.
    """

    COMMANDS = ("handing.make", "handing.mend", "handing.exports", "handing.take-open")
    HELP_ID = "handing_over"
    AUTO_FOCUS = "#files _RowsView"
    DEFAULT_CSS = """
    HandingOverScreen #files { height: 7; }
    HandingOverScreen #title { height: 1; padding: 0 1; }
    HandingOverScreen #gates { height: 1fr; }
    """

    def __init__(self, kind: str = "") -> None:
        super().__init__()
        self._first = kind
        self._busy = False
        self._findings: Ready | None = None
        self._list = PickList(
            Column(width=34), Column(), empty=_("Nothing here is for you to make."), id="files"
        )
        self._title = Static(id="title")
        self._gates = BlockList(id="gates")

    def place(self) -> str:
        """Where one is, and that something is being made."""
        where = _("Hand over and give access")
        return f"{where} · {_('being made...')}" if self._busy else where

    def compose_body(self) -> ComposeResult:
        """Files, and below them what stops one."""
        yield self._list
        yield self._title
        yield self._gates

    def on_mount(self) -> None:
        """Show them."""
        self._show()
        if self._first:
            self._list.go_to(self._first)

    def on_language(self) -> None:
        """The same in other words."""
        self._show()

    def can(self, command_id: str) -> bool:
        """Nothing while something is being made; nothing to mend when nothing was found."""
        if command_id == "handing.mend":
            return self._findings is not None and bool(self._findings.findings)
        if command_id == "handing.take-open" and self.boce.dossier.head_keys(Interview):
            return False  # nothing of it is for where the interviews are
        return not self._busy

    def _show(self) -> None:
        dossier = self.boce.dossier
        self._list.show(
            [
                PickRow(kind, (_(KINDS[kind].label), files.about(dossier, kind)))
                for kind in files.there_are(dossier)
            ]
        )
        self._show_gates()

    def _show_gates(self) -> None:
        found = self._findings
        self._title.update(safe(_("What the checks say") if found else "", "stil"))
        self._gates.show(blocks(found.findings) if found else [])
        self.refresh_bars()

    @on(ItemsView.Picked)
    def _picked(self, event: ItemsView.Picked) -> None:
        event.stop()
        if event.view is self._gates:
            self.action_handing_mend()
        else:
            self.action_handing_make()

    # --- commands -------------------------------------------------------------------------------------------

    def action_handing_make(self) -> None:
        """Ask what is needed for it, make it, and ask where it goes."""
        kind = self._list.current
        if kind is None or self._busy:
            return
        self.boce.savers.flush()
        self._findings = None
        self._show_gates()
        how: dict[str, Callable[[], None]] = {
            files.SUPPORT: self._support,
            files.BUNDLE: self._bundle,
            files.SUPPORT_NAMES: self._support_names,
            files.COLLEAGUE_NAMES: self._colleague_names,
            files.CYCLE: self._cycle,
            files.ACCESS: self._access,
        }
        how[kind]()

    def action_handing_mend(self) -> None:
        """To the place of what stops it."""
        found = self._findings.findings if self._findings else ()
        if not self._gates.has_focus and len(found) > 1:
            self._gates.focus()
            return
        chosen = next((one for one in found if one.id == self._gates.current), found[0] if found else None)
        if chosen is None or chosen.origin is None:
            self.tell(_("The checks say nothing here that has a place of its own."))
            return
        open_door(self.boce, chosen.origin.kind, chosen.origin.key)

    def action_handing_exports(self) -> None:
        """What left the app."""
        from boce_tui.tui.versions.exports import ExportsScreen

        self.boce.open(ExportsScreen())

    # --- each of them ---------------------------------------------------------------------------------------

    def _support(self) -> None:
        detail = _(
            'They take it over with ^p "Take over from the evaluators", or in the terminal: boce import '
            "FILE. There is no answer and no code in it."
        )
        with_names(self.boce, lambda names: self._make(self._of_round(files.for_support, names), detail))

    def _bundle(self) -> None:
        def with_open(names: Names) -> None:
            with_key(
                self.boce,
                lambda key: self._make(
                    lambda: files.locked(dossier, round_id, names, key),
                    _(
                        'They take it over with ^p "Take over from the evaluators", or in the terminal: boce '
                        "merge FILE. Tell the passphrase by another way."
                    ),
                ),
                new=True,
                detail=_("At least {n} characters, for programme support.").format(n=SHORTEST),
            )

        dossier, round_id = self.boce.dossier, self.boce.round_id
        with_names(self.boce, with_open)

    def _support_names(self) -> None:
        detail = _(
            'They take it over with ^p "Take over from the evaluators", or in the terminal: boce '
            "names take FILE."
        )
        self._names(files.support_names, _("A passphrase for programme support"), detail)

    def _colleague_names(self) -> None:
        detail = _(
            'There it comes beside the names with ^p "Who can open the names" and i, or in the terminal: '
            "boce names take FILE. Tell the passphrase by another way."
        )
        self._names(files.colleague_names, _("A passphrase for this file"), detail)

    def _names(self, make: Callable[[Dossier, Names, Key], Ready], question: str, detail: str) -> None:
        dossier = self.boce.dossier

        def typed(names: Names, key: Key | None) -> None:
            if key is not None:
                self._make(lambda: make(dossier, names, key), detail)

        def with_open(names: Names) -> None:
            if not names.unlocked:
                self.boce.tell_problem(not_checked(exists=names.exists))
                return
            box = NewPassphrase(question, _("enter ready   esc cancels"))
            self.boce.push_screen(box, lambda key: typed(names, key))

        with_names(self.boce, with_open)

    def _cycle(self) -> None:
        dossier, round_id = self.boce.dossier, self.boce.round_id
        if handed_over(dossier):
            detail = _("A cycle document (JSON). There are no answers in it.")
        else:
            detail = _("A cycle document (JSON). It holds raw answers by code: keep it with the evaluators.")
        self._make(lambda: files.whole(dossier, round_id), detail)

    def _access(self) -> None:
        dossier, round_id = self.boce.dossier, self.boce.round_id
        people = [
            Choice(last(key), last(key), label(ROLES, person.role))
            for key, person in dossier.values(Respondent, f"{round_id}/").items()
        ]
        detail = _("It is for that person only. Texts of the whole table are not in it.")

        def chosen(code: str) -> None:
            with_names(
                self.boce,
                lambda names: self._make(lambda: files.access(dossier, round_id, code, names), detail),
            )

        pick(self.boce, _("Who asks what is kept?"), people, chosen)

    def _of_round(self, make: Callable[..., Ready], names: Names) -> Callable[[], Ready]:
        dossier, round_id = self.boce.dossier, self.boce.round_id
        return lambda: make(dossier, round_id, names)

    # --- making it ------------------------------------------------------------------------------------------

    def _make(self, work: Callable[[], Ready], detail: str) -> None:
        self._busy = True
        self.refresh_bars()
        self.in_background(work, lambda made: self._made(made, detail), self._failed)

    def _made(self, made: Ready, detail: str) -> None:
        self._busy = False
        self._findings = made if made.findings else None
        self._show_gates()
        if made.stops:
            self.tell(_("Nothing was made: something in it would give somebody away. e: to the place."))
            return
        ask_where(
            self.boce,
            made.data,
            str(Path.home() / made.name),
            question=_("Where does the file go?"),
            private=True,
            then=made.wrote,
            detail=detail,
        )

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self.refresh_bars()
        self.boce.tell_failure(error)
