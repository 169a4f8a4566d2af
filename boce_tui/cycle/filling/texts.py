"""Texts of a form with the place where they can be mended, for the documents."""

from __future__ import annotations

from boce_tui.domain.agenda import Agenda, Body, Organisation, Theme
from boce_tui.domain.base import Entity
from boce_tui.domain.intake import PROGRAMME_OFFICE
from boce_tui.domain.sheets import Sheet
from boce_tui.locale import language
from boce_tui.reports.model.base import NO_TEXT, Origin, Text
from boce_tui.store import Dossier


class SheetTexts:
    """The texts of one form.

    Args:
        dossier: The dossier.
        sheet: The form.
        key: Its key.
    """

    def __init__(self, dossier: Dossier, sheet: Sheet, key: str) -> None:
        self._sheet = sheet
        self._key = key
        self.names = Names(dossier)

    def own(self, value: str, field: str = "title") -> Text:
        """A text of the form itself."""
        return Text(value, Origin(self._sheet.entity, self._key, field)) if value else NO_TEXT

    def at(self, question: str) -> Text:
        """The text at a question."""
        return self.own(self._sheet.text(question), f"answers.{question}.text")

    def other(self, question: str, value: str) -> Text:
        """Another text that stands at a question."""
        return self.own(value.strip(), f"answers.{question}.values")

    def cell(self, question: str, row: str, column: str) -> Text:
        """A cell of a table."""
        value = self._sheet.cells(question).get(row, {}).get(column)
        return self.other(question, str(value)) if value not in (None, "") else NO_TEXT

    def body(self, question: str, part: str = "body") -> Text:
        """The body that was chosen at a question."""
        return self.names.of(Body, self._sheet.option(question, part))


class Names:
    """Names of municipalities, bodies and themes, in the language of the moment."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier

    def of(self, kind: type[Body] | type[Theme] | type[Organisation], key: str) -> Text:
        """The name of an item; its id when it is gone, nothing for no id."""
        if not key:
            return NO_TEXT
        found: Entity | None = self._dossier.value(kind, key)
        name = getattr(found, "name", "") or key
        if language() == "en":
            name = getattr(found, "name_en", "") or name
        return Text(name, Origin(kind.entity, key, "name"))

    def place(self, key: str) -> Text:
        """A municipality, or the programme office."""
        return self.of(Body if key == PROGRAMME_OFFICE else Organisation, key)

    @property
    def agenda(self) -> Text:
        """The name of the agenda."""
        found = self._dossier.value(Agenda, "agenda")
        return Text(found.name, Origin(Agenda.entity, "agenda", "name")) if found else NO_TEXT

    def municipalities(self) -> dict[str, Text]:
        """Id -> name, in their order."""
        ours = {k: o for k, o in self._dossier.values(Organisation).items() if o.kind == "municipality"}
        order = sorted(ours, key=lambda key: (ours[key].order, key))
        return {key: self.of(Organisation, key) for key in order}
