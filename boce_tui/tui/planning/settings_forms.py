"""The forms of the agenda, an organisation, and a body or role (R7, R8)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from boce_tui.cycle.planning import (
    ORGANISATION_KIND,
    agenda,
    change_agenda,
    change_body,
    change_organisation,
)
from boce_tui.domain.agenda import Agenda, Body, Organisation
from boce_tui.domain.vocabulary import GROUPS
from boce_tui.locale import _
from boce_tui.store import Dossier
from boce_tui.tui.planning.entries import Entry, from_words, yes_no
from boce_tui.tui.planning.record_screen import RecordScreen


class AgendaScreen(RecordScreen):
    """Name, region, goal and period of the agenda."""

    HELP_ID = "planning.agenda"
    kind = Agenda

    @property
    def item(self) -> Any:
        """The agenda; an unnamed one when nothing was set yet."""
        return agenda(self.dossier)

    def place(self) -> str:
        """The agenda."""
        return " · ".join((_("Settings"), _("agenda")))

    def change(self, dossier: Dossier, **changes: Any) -> Any:
        """Keep other values."""
        return change_agenda(dossier, **changes)

    def entries(self) -> Iterable[Entry]:
        """What documents call it."""
        yield Entry("name", "line", hint=lambda: _("On every screen and in every document."))
        yield Entry("short_name", "line", hint=lambda: _("How one calls it, such as BOCE."))
        yield Entry("region", "line")
        yield Entry("period", "line", hint=lambda: _("Such as 2018-2021."))
        yield Entry("programme_name", "line")
        yield Entry("goal", "block", hint=lambda: _("Goes on after “the goal is ...”."))


class OrganisationScreen(RecordScreen):
    """A municipality or another organisation."""

    HELP_ID = "planning.organisation"
    kind = Organisation

    def place(self) -> str:
        """Its name."""
        return " · ".join((_("Settings"), self.item.name if self.item else self.key))

    def change(self, dossier: Dossier, **changes: Any) -> Any:
        """Keep other values."""
        return change_organisation(dossier, self.key, **changes)

    def entries(self) -> Iterable[Entry]:
        """Name, code, kind."""
        yield Entry("name", "line")
        yield Entry("display", "line", hint=lambda: _("For tables and lists, such as BO."))
        yield Entry("kind", "one", options=lambda: from_words(ORGANISATION_KIND))
        yield Entry(
            "talent_network",
            "one",
            options=yes_no,
            hint=lambda: _("Can it lend an evaluator?"),
        )
        yield Entry("order", "line", hint=lambda: _("Place in lists and tables."))
        yield Entry("notes", "block")


class BodyScreen(RecordScreen):
    """A body or role: who acts, and to whom a recommendation can be addressed."""

    HELP_ID = "planning.body"
    kind = Body

    def place(self) -> str:
        """Its name."""
        return " · ".join((_("Settings"), self.item.name if self.item else self.key))

    def change(self, dossier: Dossier, **changes: Any) -> Any:
        """Keep other values."""
        return change_body(dossier, self.key, **changes)

    def entries(self) -> Iterable[Entry]:
        """Name, group, how many hold it, tasks."""
        yield Entry("name", "line")
        yield Entry("name_en", "line")
        yield Entry("group", "one", options=lambda: from_words(GROUPS))
        yield Entry(
            "single_holder",
            "one",
            label=lambda: _("held by one person"),
            options=yes_no,
            hint=lambda: _("Then naming the function names the person, and the report is checked for it."),
        )
        yield Entry("per_municipality", "one", label=lambda: _("one per municipality"), options=yes_no)
        yield Entry("order", "line", hint=lambda: _("Place in lists and tables."))
        yield Entry("tasks", "block")
        yield Entry("powers", "block")
