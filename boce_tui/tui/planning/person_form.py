"""A form of someone whose name can be shown: the name fields appear once the names are unlocked."""

from __future__ import annotations

from collections.abc import Iterable

from boce_tui.errors import BoceError
from boce_tui.locale import _
from boce_tui.names import Names
from boce_tui.tui.planning.entries import yes_no
from boce_tui.tui.planning.names_file import readable_names
from boce_tui.tui.planning.names_pen import names_pen, why
from boce_tui.tui.planning.person_fields import TEXTS, NameSaver, PersonSheet, field_label
from boce_tui.tui.planning.record_screen import RecordScreen
from boce_tui.tui.planning.widgets import FormLine
from boce_tui.tui.unlock import session_names
from boce_tui.tui.widgets.choice import ChoiceLine
from boce_tui.tui.widgets.form import FormRow
from boce_tui.tui.widgets.line_area import LineArea

_CONSENT = "person-consent"


class PersonScreen(RecordScreen):
    """The form of a respondent or an evaluator."""

    COMMANDS = ("planning.name-fields",)

    def names_key(self) -> str:
        """The code of this person in the names file."""
        raise NotImplementedError

    def _name_rows(self) -> Iterable[FormRow]:
        for field in TEXTS:
            hint = (
                _("With what stands before it; leave it empty when the name says it.")
                if field == "surname"
                else ""
            )
            yield FormRow(f"person-{field}", field_label(field), FormLine(id=f"field-person-{field}"), hint)
        yield FormRow(
            _CONSENT,
            _("Name in the report"),
            ChoiceLine(yes_no(), id=f"field-{_CONSENT}"),
            _("Only with consent does the name stand in the appendix."),
        )

    def on_language(self) -> None:
        """Other words for the name fields too."""
        super().on_language()
        if not self.form.has_row(_CONSENT):
            return
        for row in self._name_rows():
            self.form.show_label(row.id, row.label, row.hint)
        consent = self.form.field(_CONSENT)
        if isinstance(consent, ChoiceLine):
            consent.show_options(yes_no())

    def action_planning_name_fields(self) -> None:
        """Show the name fields; asks for the passphrase when that is needed."""
        self.settle()
        readable_names(self.boce, self._names_ready)

    def _names_ready(self, names: Names) -> None:
        self.call_later(self._show_names, names)

    async def _show_names(self, names: Names) -> None:
        if not self.is_attached or self.item is None:
            return
        if not self.form.has_row(_CONSENT):
            await self.form.add_rows(self._name_rows())
        sheet, pen = PersonSheet(names, self.names_key()), names_pen(self.boce, names)
        for field in TEXTS:
            row = f"person-{field}"
            area = self.form.field(row)
            if isinstance(area, LineArea) and not (area.saver is not None and area.saver.dirty):
                text = sheet.text(field)

                def problem(words: str, row: str = row) -> None:
                    self.form.show_problem(row, words)

                frozen = bool(self.frozen())
                area.read_only = frozen
                area.load(text, None if frozen else NameSaver(pen, sheet, field, text, problem))
        consent = self.form.field(_CONSENT)
        if isinstance(consent, ChoiceLine):
            consent.show_chosen("yes" if sheet.consent else "no")
        self.form.go_to("person-name")

    def _keep(self, field: object, value: object) -> None:
        if not (isinstance(field, ChoiceLine) and field.id == f"field-{_CONSENT}"):
            super()._keep(field, value)  # type: ignore[arg-type]
            return
        names = session_names(self.boce)
        sheet, pen = PersonSheet(names, self.names_key()), names_pen(self.boce, names)
        self.form.show_problem(_CONSENT, "")
        try:
            sheet.hold(consent=value == "yes")
        except BoceError as problem:
            field.show_chosen("yes" if sheet.consent else "no")
            self.form.show_problem(_CONSENT, why(problem))
        else:
            pen.touch()
