"""The form of the screens of planning: arrow keys go from field to field, and a field shows any value."""

from __future__ import annotations

from typing import Any

from textual.binding import Binding
from textual.widgets import Static

from boce_tui.tui.planning.entries import Entry
from boce_tui.tui.planning.pick_field import PickField
from boce_tui.tui.widgets.choice import ChoiceLine, MultiChoice
from boce_tui.tui.widgets.form import Form


class RecordForm(Form, inherit_bindings=False):
    """A form in which the arrow keys go from field to field."""

    BINDINGS = [  # noqa: RUF012 - Textual's own type
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("pagedown", "page_down", show=False),
    ]
    DEFAULT_CSS = """
    RecordForm { padding: 0 1; }
    RecordForm NoteArea { height: auto; min-height: 2; max-height: 8; }
    RecordForm LineArea { height: 1; min-height: 1; }
    RecordForm .form-row { margin: 0; }
    RecordForm .form-row.-roomy { margin: 0 0 1 0; }
    RecordForm .form-field > LineArea, RecordForm .form-field > DateField { margin: 0 0 0 2; }
    RecordForm .form-field > Static { padding: 0 0 0 2; height: auto; }
    """


def fill(form: Form, entry: Entry, value: Any) -> None:
    """Show a value that is chosen or only shown; a row without anything to show is hidden."""
    field = form.field(entry.id)
    if isinstance(field, ChoiceLine):
        field.show_options(entry.options())
        field.show_chosen(_as_option(value))
    elif isinstance(field, MultiChoice):
        field.show_options(entry.options())
        field.show_chosen(value)
    elif isinstance(field, PickField):
        field.show_chosen(value if field.many else (value,))
    elif isinstance(field, Static):
        field.update(value)
        form.show_row(entry.id, bool(value.plain))


def _as_option(value: Any) -> str | None:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if value not in (None, "") else None
