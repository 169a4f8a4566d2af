"""The form of the screens of planning: as few widgets as can be, and those below the screen come after it.

A row is two widgets: a box that draws its label, its hint and what is wrong, and the field in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from boce_tui.domain.text import inert_line
from boce_tui.tui.planning.entries import Entry
from boce_tui.tui.planning.pick_field import PickField
from boce_tui.tui.planning.widgets import areas_of
from boce_tui.tui.signs import mark
from boce_tui.tui.text import assemble, cells, pad, wrap
from boce_tui.tui.widgets.choice import ChoiceLine, MultiChoice
from boce_tui.tui.widgets.form import FormRow
from boce_tui.tui.widgets.line_area import LineArea
from boce_tui.tui.widgets.note_area import NoteArea
from boce_tui.tui.widgets.rows import content_strip

_WIDEST_LABEL = 26
_LEAD = 2
_EDGE = 3
"""Padding at both sides and the scroll bar."""


class FieldBox(Widget):
    """One row: label left of the field; what is wrong and the hint below it."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "FieldBox { height: auto; width: 1fr; layout: vertical; }"

    def __init__(self, row: FormRow, label_width: int) -> None:
        super().__init__(row.field)
        self.said = row
        self.problem = ""
        self._label_width = label_width
        self._room = 0
        self._label: list[str] = []
        self._under: list[Content] = []
        if isinstance(row.field, LineArea | Static):
            row.field.styles.margin = (0, 0, 0, _LEAD)

    def fit(self, width: int) -> None:
        """Make room for the words in a form of this many cells."""
        self._room = max(8, width - self._label_width)
        self._label = wrap(inert_line(self.said.label), self._label_width - _LEAD)
        room = max(4, self._room - _LEAD)
        found = [("fout", line) for line in wrap(inert_line(self.problem), room)] if self.problem else []
        if self.said.hint:
            found += [("stil", line) for line in wrap(inert_line(self.said.hint), room)]
        self._under = [assemble((line, tone)) for tone, line in found]  # type: ignore[arg-type]
        gap = 1 if isinstance(self.said.field, NoteArea) and not isinstance(self.said.field, LineArea) else 0
        self.styles.padding = (0, 0, len(self._under) + gap, self._label_width)
        self.styles.min_height = max(1, len(self._label))
        self.refresh()

    def refit(self) -> None:
        """Other words, the same room."""
        if self._room:
            self.fit(self._room + self._label_width)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The label and what stands below the field; the field paints itself over it."""
        width, height = self.outer_size
        below = height - self.styles.padding.bottom
        inside = self.has_focus_within
        strips: list[Strip] = []
        for y in range(crop.y, crop.bottom):
            label = self._label[y] if y < len(self._label) else ""
            under = self._under[y - below] if 0 <= y - below < len(self._under) else Content("")
            left = (pad(label, self._label_width), "kop" if inside else "stil")
            # A choice has this mark itself.
            here = y == 0 and inside and isinstance(self.said.field, NoteArea)
            lead = (pad(mark("▸"), _LEAD) if here else " " * _LEAD, "accent")
            line = assemble(left, lead, under)  # type: ignore[arg-type]
            strips.append(content_strip(self, line, width).crop(crop.x, crop.right))
        return strips

    def on_descendant_focus(self) -> None:
        """The label follows the focus."""
        self.refresh()

    def on_descendant_blur(self) -> None:
        """The label follows the focus."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """A click on the label goes to the field."""
        event.stop()
        self.said.field.focus()


class RecordForm(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Rows of a label and a field; tab, enter and the arrow keys go from field to field."""

    BINDINGS = [  # noqa: RUF012 - Textual's own type
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("pagedown", "page_down", show=False),
    ]
    DEFAULT_CSS = """
    RecordForm { height: 1fr; padding: 0 1; scrollbar-size: 1 1; scrollbar-gutter: stable; }
    RecordForm NoteArea {
        height: auto; min-height: 2; max-height: 8; padding: 0; margin: 0 0 0 2; background: $veld;
    }
    RecordForm LineArea { height: 1; min-height: 1; }
    RecordForm Static { height: auto; }
    """

    def __init__(self, rows: Iterable[FormRow], first: int = 0, *, read_only: bool = False) -> None:
        super().__init__()
        self._boxes: dict[str, FieldBox] = {}
        self._waiting = list(rows)
        if read_only:
            for area in chain(*(areas_of(row.field) for row in self._waiting)):
                area.begin_read_only()
        self._first = first or len(self._waiting)
        longest = max((cells(inert_line(row.label)) for row in self._waiting), default=0)
        self._label_width = min(_WIDEST_LABEL, longest) + _LEAD

    def compose(self) -> ComposeResult:
        """The rows that can be seen at first."""
        width = self.app.size.width - _EDGE
        yield from self._next(self._first, width)

    def _next(self, count: int, width: int) -> list[FieldBox]:
        rows, self._waiting = self._waiting[:count], self._waiting[count:]
        boxes = [FieldBox(row, self._label_width) for row in rows]
        for row, box in zip(rows, boxes, strict=True):
            box.fit(width)
            self._boxes[row.id] = box
        return boxes

    async def mount_more(self, count: int) -> list[str]:
        """Mount the next rows; returns their ids, none when all are there."""
        boxes = self._next(count, self.app.size.width - _EDGE)
        if boxes:
            await self.mount_all(boxes)
        return [box.said.id for box in boxes]

    async def add_rows(self, rows: Iterable[FormRow]) -> None:
        """Put rows under the others."""
        self._waiting.extend(rows)
        await self.mount_more(len(self._waiting))

    def on_resize(self) -> None:
        """Words are wrapped for another width."""
        width = self.app.size.width - _EDGE
        for box in self._boxes.values():
            box.fit(width)

    def has_row(self, row_id: str) -> bool:
        """True when the row is on the screen by now."""
        return row_id in self._boxes

    def field(self, row_id: str) -> Widget:
        """The field of a row."""
        return self._boxes[row_id].said.field

    def show_label(self, row_id: str, label: str, hint: str = "") -> None:
        """Another label (another language)."""
        box = self._boxes[row_id]
        box.said.label, box.said.hint = label, hint
        box.refit()

    def show_row(self, row_id: str, shown: bool) -> None:
        """Show or hide a row."""
        self._boxes[row_id].display = shown

    def show_problem(self, row_id: str, problem: str) -> None:
        """Say under a field what is wrong; an empty text takes it away."""
        box = self._boxes[row_id]
        if problem != box.problem:
            box.problem = problem
            box.refit()

    def go_to(self, row_id: str) -> None:
        """Put the focus on a field."""
        self.field(row_id).focus()


def fitting(entries: Sequence[Entry], height: int) -> int:
    """About how many rows fill a screen of that height."""
    for count, entry in enumerate(entries):
        if height <= 0:
            return count
        lines = 3 if entry.kind == "block" else 2 if entry.kind in ("one", "many") else 1
        height -= lines + bool(entry.hint)
    return len(entries)


def fill(form: RecordForm, entry: Entry, value: Any) -> None:
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
