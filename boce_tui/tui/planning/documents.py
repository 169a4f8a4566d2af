"""The documents that were studied in a round (R14)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from boce_tui.cycle.planning import add_document, documents, municipalities, remove_document, update_document
from boce_tui.domain.agenda import Document
from boce_tui.domain.dates import show_day
from boce_tui.domain.keys import join, last
from boce_tui.locale import _
from boce_tui.store import Dossier
from boce_tui.tui.planning.entries import Entry
from boce_tui.tui.planning.list_screen import ListScreen
from boce_tui.tui.planning.people_words import places
from boce_tui.tui.planning.record_screen import RecordScreen
from boce_tui.tui.widgets.choice import Choosable
from boce_tui.tui.widgets.dialogs import ask_text
from boce_tui.tui.widgets.pick_list import Column, PickRow


class DocumentsScreen(ListScreen):
    """The register of documents; the second appendix of the report."""

    HELP_ID = "planning.documents"

    def place(self) -> str:
        """The documents."""
        return _("Documents")

    def columns(self) -> Iterable[Column]:
        """Title, kind, municipality, author, date."""
        return (
            Column(_("Title")),
            Column(_("Kind"), width=16, from_width=70),
            Column(_("Org."), width=5),
            Column(_("Author"), width=20, from_width=100),
            Column(_("Date"), width=10),
        )

    def empty(self) -> str:
        """What belongs here."""
        return _("No document was noted yet. n adds one: a decision, an annual plan, a letter.")

    def rows(self) -> list[PickRow]:
        """By date."""
        return [
            PickRow(
                key,
                (
                    item.title,
                    item.kind,
                    places(self.dossier, (item.municipality,)) if item.municipality else "",
                    item.author,
                    show_day(item.date),
                ),
            )
            for key, item in documents(self.dossier, self.round_id).items()
        ]

    def open_item(self, item: str) -> None:
        """The form."""
        self.boce.open(DocumentScreen(self.boce, join(self.round_id, item)))

    def new(self) -> None:
        """By title."""
        ask_text(self.boce, _("What is the title of the document?"), self._add)

    def _add(self, title: str) -> None:
        key = self.do(title, lambda dossier: add_document(dossier, self.round_id, title=title).key)
        if key:
            self.list.go_to(last(key))
            self.open_item(last(key))

    def take_away(self, dossier: Dossier, item: str) -> None:
        """Take it out of the register."""
        remove_document(dossier, self.round_id, item)

    def removed_words(self, item: str) -> str:
        """By title."""
        found = documents(self.dossier, self.round_id).get(item)
        return _("{item} taken away").format(item=found.title if found else item)


class DocumentScreen(RecordScreen):
    """One document."""

    HELP_ID = "planning.document"
    kind = Document

    def place(self) -> str:
        """Its title."""
        return " · ".join((_("Documents"), self.item.title if self.item else last(self.key)))

    def change(self, dossier: Dossier, **changes: Any) -> Any:
        """Keep other values."""
        return update_document(dossier, self.key.rpartition("/")[0], last(self.key), **changes)

    def entries(self) -> Iterable[Entry]:
        """Title, kind, date, municipality, author."""
        yield Entry("title", "line")
        yield Entry("kind", "line", hint=lambda: _("Such as council decision, annual plan, progress letter."))
        yield Entry("date", "day", hint=lambda: _("A day, a month (03-2041) or only a year."))
        yield Entry(
            "municipality",
            "one",
            options=lambda: [Choosable(key, o.name) for key, o in municipalities(self.dossier).items()],
        )
        yield Entry("author", "line", hint=lambda: _("A body or office, not a person."))
