"""The settings of the dossier: the agenda, the organisations, the bodies and roles (R7, R8)."""

from __future__ import annotations

from collections.abc import Iterable

from boce_tui.cycle.planning import (
    ORGANISATION_KIND,
    add_body,
    add_organisation,
    agenda,
    bodies,
    organisations,
    remove_body,
    remove_organisation,
)
from boce_tui.cycle.planning.settings import AGENDA
from boce_tui.domain.vocabulary import GROUPS, label
from boce_tui.errors import BadInput
from boce_tui.locale import _
from boce_tui.store import Dossier
from boce_tui.tui.planning.list_screen import ListScreen
from boce_tui.tui.widgets.dialogs import Option, ask_text, choose
from boce_tui.tui.widgets.pick_list import Column, PickRow


class SettingsScreen(ListScreen):
    """One list: the agenda first, then organisations, then bodies."""

    HELP_ID = "planning.settings"

    def place(self) -> str:
        """The settings."""
        return _("Settings")

    def columns(self) -> Iterable[Column]:
        """Kind, name, short code or group."""
        return (Column(_("Kind"), width=18), Column(_("Name")), Column(_("Short code or group"), width=20))

    def empty(self) -> str:
        """Never empty: the agenda is always there."""
        return ""

    def rows(self) -> list[PickRow]:
        """Agenda, organisations, bodies."""
        found = agenda(self.dossier)
        rows = [PickRow(AGENDA, ((_("agenda"), "accent"), found.name, found.short_name))]
        rows += [
            PickRow(key, (label(ORGANISATION_KIND, o.kind), o.name, o.display))
            for key, o in organisations(self.dossier).items()
        ]
        rows += [
            PickRow(key, (_("body or role"), body.name, label(GROUPS, body.group)))
            for key, body in bodies(self.dossier).items()
        ]
        return rows

    def can(self, command_id: str) -> bool:
        """The agenda is not taken away."""
        if command_id == "planning.remove" and self._ready and self.list.current == AGENDA:
            return False
        return super().can(command_id)

    def open_item(self, item: str) -> None:
        """The form."""
        from boce_tui.tui.planning import settings_door

        self.boce.open(settings_door(self.boce, item))

    def new(self) -> None:
        """An organisation or a body, by name."""
        choose(
            self.boce,
            _("What do you want to add?"),
            [
                Option("municipality", _("a municipality")),
                Option("partner", _("another organisation")),
                Option("body", _("a body or role")),
            ],
            self._ask_name,
        )

    def _ask_name(self, kind: str) -> None:
        ask_text(self.boce, _("What is it called?"), lambda name: self._add(kind, name))

    def _add(self, kind: str, name: str) -> None:
        def work(dossier: Dossier) -> str:
            if kind == "body":
                return add_body(dossier, name=name).key
            return add_organisation(dossier, name=name, kind=kind).key

        key = self.do(name, work)
        if key:
            self.list.go_to(key)
            self.open_item(key)

    def take_away(self, dossier: Dossier, item: str) -> None:
        """Take an organisation or body out, when nothing uses it."""
        if item == AGENDA:
            raise BadInput(_("The agenda itself stays."))
        (remove_organisation if item in organisations(dossier) else remove_body)(dossier, item)

    def removed_words(self, item: str) -> str:
        """By name."""
        known = {key: o.name for key, o in organisations(self.dossier).items()}
        known |= {key: body.name for key, body in bodies(self.dossier).items()}
        return _("{item} taken away").format(item=known.get(item, item))
