"""A form: labels left, fields right, one under the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from boce_tui.tui.text import cells, safe

_WIDEST_LABEL = 26


@dataclass
class FormRow:
    """One field of a form.

    Attributes:
        id: Its id within the form.
        label: What stands left of it, in the user's language.
        field: The widget: LineArea, NoteArea, ChoiceLine, DateField ...
        hint: A few words under the field, in grey.
    """

    id: str
    label: str
    field: Widget
    hint: str = ""


class Form(VerticalScroll, can_focus=False):
    """Rows of a label and a field; tab and enter go to the next field, problems stand under their field."""

    DEFAULT_CSS = """
    Form { height: 1fr; padding: 1 1 0 1; scrollbar-size: 1 1; }
    Form .form-row { height: auto; margin: 0 0 1 0; }
    Form .form-label { width: 20; height: auto; color: $stil; }
    Form .form-field { width: 1fr; height: auto; }
    Form .form-hint { color: $stil; height: auto; }
    Form .form-problem { height: auto; display: none; }
    Form .form-row.-wrong .form-problem { display: block; }
    Form .form-row.-here .form-label { color: $kop; text-style: bold; }
    Form NoteArea { height: 4; padding: 0; margin: 0 0 0 2; background: $veld; }
    Form LineArea { height: 1; }
    Form .form-hint, Form .form-problem { padding: 0 0 0 2; }
    """

    def __init__(
        self,
        rows: Iterable[FormRow],
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._rows = {row.id: row for row in rows}
        self._labels = {row.id: Static(safe(row.label), classes="form-label") for row in self._rows.values()}
        self._hints = {row.id: Static(safe(row.hint), classes="form-hint") for row in self._rows.values()}
        self._problems = {row_id: Static(Content(""), classes="form-problem") for row_id in self._rows}
        self._boxes: dict[str, Horizontal] = {}

    def compose(self) -> ComposeResult:
        """A line per row."""
        width = min(_WIDEST_LABEL, max((cells(row.label) for row in self._rows.values()), default=0)) + 2
        for row in self._rows.values():
            label = self._labels[row.id]
            label.styles.width = width
            under: list[Widget] = [row.field, self._problems[row.id]]
            if row.hint:
                under.append(self._hints[row.id])
            box = Horizontal(label, Vertical(*under, classes="form-field"), classes="form-row")
            self._boxes[row.id] = box
            yield box

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The label of the field with the focus stands out."""
        for box in self._boxes.values():
            box.set_class(box in event.widget.ancestors, "-here")

    def on_descendant_blur(self) -> None:
        """The focus left a field."""
        for box in self._boxes.values():
            box.remove_class("-here")

    def field(self, row_id: str) -> Widget:
        """The field of a row."""
        return self._rows[row_id].field

    def show_label(self, row_id: str, label: str, hint: str = "") -> None:
        """Another label (another language)."""
        self._labels[row_id].update(safe(label))
        self._hints[row_id].update(safe(hint))

    def show_row(self, row_id: str, shown: bool) -> None:
        """Show or hide a row."""
        self._boxes[row_id].display = shown

    def show_problem(self, row_id: str, problem: str) -> None:
        """Say under a field what is wrong; an empty text takes it away."""
        self._problems[row_id].update(safe(problem, "fout"))
        self._boxes[row_id].set_class(bool(problem), "-wrong")

    def go_to(self, row_id: str) -> None:
        """Put the focus on a field."""
        field = self._rows[row_id].field
        field.focus()
