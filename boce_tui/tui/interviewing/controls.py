"""One control per type of answer. Each keeps choices at once and gets its text fields from the desk."""

from __future__ import annotations

from typing import Protocol

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import TextArea

from boce_tui.cycle.saving import FieldSaver
from boce_tui.domain.answers import Amount, Choice, Grid, Items, SwotItem, When
from boce_tui.domain.answers import Choices as Several
from boce_tui.domain.interviewing import Answer
from boce_tui.instruments.model import OTHER, Column, Part
from boce_tui.instruments.steps import Step
from boce_tui.locale import _
from boce_tui.store import Stored
from boce_tui.tui.interviewing.desk import Desk, Opened
from boce_tui.tui.interviewing.options import (
    TYPED,
    as_cell,
    as_value,
    cell_text,
    choosables,
    chosen_id,
    shown,
)
from boce_tui.tui.interviewing.pick_line import PickLine, SettlingLine
from boce_tui.tui.interviewing.typed import ItemsArea, TypedLine, read_typed, typed_value
from boce_tui.tui.widgets.choice import ChoiceLine, Choosable, MultiChoice
from boce_tui.tui.widgets.grid import GridColumn, GridControl
from boce_tui.tui.widgets.line_area import LineArea

MANY = 12
"""More options than this do not stand on lines: they are picked from a list."""


class Answered(Protocol):
    """What listens to the controls."""

    def __call__(self, control: PartControl, done: bool) -> None:
        """A value was chosen or typed.

        Args:
            control: The control.
            done: One choice was all there is to it: the person goes on.
        """


class PartControl(Vertical):
    """The control of one part of a question.

    Args:
        desk: Where values and text fields are.
        step: The question.
        part: The part.
    """

    DEFAULT_CSS = """
    PartControl { height: auto; width: 1fr; }
    PartControl > LineArea { margin: 0 0 0 2; }
    """

    def __init__(self, desk: Desk, step: Step, part: Part) -> None:
        super().__init__()
        self.desk = desk
        self.step = step
        self.part = part
        self.answered: Answered = lambda _control, done: None  # noqa: ARG005 - until the room listens

    @property
    def value(self) -> object:
        """The value as it is kept."""
        return self.desk.value(self.step, self.part.id)

    def entry(self) -> Widget:
        """The widget that takes the focus."""
        raise NotImplementedError

    @property
    def takes_focus(self) -> bool:
        """False while there is nothing to choose or type."""
        return True

    def refill(self) -> None:
        """Show the value as it is kept now (after undo)."""

    def relabel(self, step: Step, part: Part) -> None:
        """Another language: the same part with other words."""
        self.step, self.part = step, part

    def unreadable(self) -> str:
        """Typed text that is no value, to be kept as a note; empty when there is none."""
        return ""


class OneChoice(PartControl):
    """One of some: marks, yes and no, statuses, choices, references; with words for "other"."""

    def __init__(self, desk: Desk, step: Step, part: Part) -> None:
        super().__init__(desk, step, part)
        options = choosables(part)
        made: type[SettlingLine] = PickLine if len(options) > MANY else SettlingLine
        self.line = made(options, chosen_id(desk.value(step, part.id)))
        self.line.taken = self._taken
        self._other = LineArea(placeholder=_("namely ..."))

    def compose(self) -> ComposeResult:
        """The options, and the line for other words."""
        yield self.line
        if self.part.other:
            yield self._other

    def on_mount(self) -> None:
        """What was typed before."""
        self._show_other()

    def _show_other(self) -> None:
        if not self.part.other:
            return
        value = self.desk.value(self.step, self.part.id)
        there = isinstance(value, Choice) and value.option == OTHER
        self._other.display = there
        if there and isinstance(value, Choice):
            step, part = self.step, self.part.id
            who = self.desk.who
            self.desk.field(
                step,
                f"values.{part}.other",
                value.other,
                lambda text: self.desk.talk.write_other(step, part, text, who),
            ).fill(self._other)

    def entry(self) -> Widget:
        """The options."""
        return self.line

    def on_choice_line_chosen(self, event: ChoiceLine.Chosen) -> None:
        """It was kept at once, see `_taken`."""
        event.stop()

    def _taken(self, option: str | None) -> None:
        before = self.desk.value(self.step, self.part.id)
        self.desk.set_value(self.step, self.part.id, as_value(self.part, option, before))
        self._show_other()
        other = option == OTHER and self.part.other
        self.answered(self, done=option is not None and not other)
        if other:
            self.screen.set_focus(self._other)

    def refill(self) -> None:
        """The value as it is kept now."""
        self.line.show_chosen(chosen_id(self.desk.value(self.step, self.part.id)))
        self._show_other()

    def relabel(self, step: Step, part: Part) -> None:
        """Options in the other language."""
        super().relabel(step, part)
        self.line.show_options(choosables(part))
        self._other.show_placeholder(_("namely ..."))


class ManyChoice(PartControl):
    """Any number of options, with words for "other"."""

    def __init__(self, desk: Desk, step: Step, part: Part) -> None:
        super().__init__(desk, step, part)
        self.line = MultiChoice(choosables(part), self._kept().options)
        self._other = LineArea(placeholder=_("namely ..."))

    def _kept(self) -> Several:
        value = self.desk.value(self.step, self.part.id)
        return value if isinstance(value, Several) else Several()

    def compose(self) -> ComposeResult:
        """The options, and the line for other words."""
        yield self.line
        if self.part.other:
            yield self._other

    def on_mount(self) -> None:
        """What was typed before."""
        self._show_other()

    def _show_other(self) -> None:
        if not self.part.other:
            return
        kept = self._kept()
        there = OTHER in kept.options
        if there and not self._other.saver:
            step, part, who = self.step, self.part.id, self.desk.who
            self.desk.field(
                step,
                f"values.{part}.other",
                kept.other,
                lambda text: self.desk.talk.write_other(step, part, text, who),
            ).fill(self._other)
        self._other.display = there

    def entry(self) -> Widget:
        """The options."""
        return self.line

    def on_multi_choice_changed(self, event: MultiChoice.Changed) -> None:
        """Keep it."""
        event.stop()
        fresh = OTHER in event.options and OTHER not in self._kept().options
        value = Several(options=event.options, other=self._kept().other)
        self.desk.set_value(self.step, self.part.id, value if event.options else None)
        self._show_other()
        if fresh and self.part.other:
            self.screen.set_focus(self._other)
        self.answered(self, done=False)

    def refill(self) -> None:
        """The value as it is kept now."""
        self.line.show_chosen(self._kept().options)
        self._show_other()

    def relabel(self, step: Step, part: Part) -> None:
        """Options in the other language."""
        super().relabel(step, part)
        self.line.show_options(choosables(part))
        self._other.show_placeholder(_("namely ..."))


class Table(PartControl):
    """A table: chosen cells at once, typed cells through their own field."""

    def __init__(self, desk: Desk, step: Step, part: Part) -> None:
        super().__init__(desk, step, part)
        self.grid = GridControl(self._rows(), self._columns(), self._cells(), saver_for=self._saver)

    @property
    def extra_lines(self) -> int:
        """Lines beside the rows: what the keys mean or the line for text, and the titles."""
        return 2 if any(column.title for column in self.grid.columns) else 1

    def _rows(self) -> list[Choosable]:
        return [Choosable(row.id, str(row)) for row in self.part.rows]

    def _columns(self) -> list[GridColumn]:
        single = str(self.part.label) if len(self.part.columns) == 1 else ""
        return [
            GridColumn(column.id, str(column.label) or single, tuple(choosables(column)))
            for column in self.part.columns
        ]

    def _cells(self) -> dict[str, dict[str, str | None]]:
        value = self.desk.value(self.step, self.part.id)
        known = value.cells if isinstance(value, Grid) else {}
        columns = {column.id: column for column in self.part.columns}
        return {
            row: {
                column: cell_text(columns[column], cell)
                for column, cell in cells.items()
                if column in columns
            }
            for row, cells in known.items()
        }

    def _column(self, column_id: str) -> Column:
        return next(column for column in self.part.columns if column.id == column_id)

    def on_mount(self) -> None:
        """Typed cells that an unclean end left behind come back at once."""
        for row in self.part.rows:
            for column in self.part.columns:
                path = self._path(row.id, column)
                if not choosables(column) and self.desk.waits(self.step, path):
                    text = self.desk.bring_back(self._field(row.id, column.id), self.app)
                    self.grid.values.setdefault(row.id, {})[column.id] = text

    def _path(self, row: str, column: Column) -> str:
        kind = "typed" if column.type in TYPED else "cells"
        return f"values.{self.part.id}.{kind}.{row}.{column.id}"

    def _saver(self, row: str, column_id: str) -> FieldSaver | None:
        return self._field(row, column_id).saver

    def _field(self, row: str, column_id: str) -> Opened:
        step, part, who, column = self.step, self.part.id, self.desk.who, self._column(column_id)

        def write(text: str) -> Stored[Answer]:
            cell = read_typed(column, text) if column.type in TYPED else text
            return self.desk.talk.write_cell(step, part, row, column.id, cell or None, who)

        kept = self._cells().get(row, {}).get(column_id) or ""
        return self.desk.field(step, self._path(row, column), kept, write)

    def compose(self) -> ComposeResult:
        """The table."""
        yield self.grid

    def entry(self) -> Widget:
        """The rows."""
        return self.grid.body

    def on_grid_control_changed(self, event: GridControl.Changed) -> None:
        """A chosen cell is kept at once; a typed one keeps itself."""
        event.stop()
        column = self._column(event.column)
        if choosables(column):
            self.desk.set_cell(self.step, self.part.id, event.row, event.column, as_cell(column, event.value))
        self.answered(self, done=False)

    def refill(self) -> None:
        """The cells as they are kept now."""
        self.grid.show_values(self._cells())

    def relabel(self, step: Step, part: Part) -> None:
        """Rows and columns in the other language."""
        super().relabel(step, part)
        self.grid.show_labels(self._rows(), self._columns())


class Lines(PartControl):
    """A list of short texts, one a line; of a top three the best first."""

    def __init__(self, desk: Desk, step: Step, part: Part) -> None:
        super().__init__(desk, step, part)
        self.area = ItemsArea(part.items)

    def compose(self) -> ComposeResult:
        """The lines."""
        yield self.area

    def on_mount(self) -> None:
        """What was typed before."""
        step, part, who = self.step, self.part.id, self.desk.who
        value = self.desk.value(step, part)
        text = "\n".join(value.items) if isinstance(value, Items) else ""
        self.desk.field(
            step,
            f"values.{part}.typed",
            text,
            lambda typed: self.desk.talk.write_items(step, part, tuple(typed.split("\n")), who),
        ).fill(self.area)

    def entry(self) -> Widget:
        """The lines."""
        return self.area

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """The field keeps itself."""
        event.stop()
        self.answered(self, done=False)


class Typed(PartControl):
    """A number, amount, date or month."""

    def __init__(self, desk: Desk, step: Step, part: Part) -> None:
        super().__init__(desk, step, part)
        self.typed = TypedLine(part)

    def compose(self) -> ComposeResult:
        """The line."""
        yield self.typed

    def on_mount(self) -> None:
        """What was typed before."""
        step, part, who = self.step, self.part, self.desk.who
        value = self.desk.value(step, part.id)
        text = shown(part.type, value.value) if isinstance(value, Amount | When) else ""
        self.desk.field(
            step,
            f"values.{part.id}.typed",
            text,
            lambda typed: self.desk.talk.write_value(step, part.id, typed_value(part, typed), who),
        ).fill(self.typed.line)

    def entry(self) -> Widget:
        """The line."""
        return self.typed.line

    def unreadable(self) -> str:
        """What was typed but is no number or date."""
        return self.typed.line.text.strip() if self.typed.problem() else ""

    def relabel(self, step: Step, part: Part) -> None:
        """Unit and example in the other language."""
        super().relabel(step, part)
        self.typed.relabel(part)


class Swot(OneChoice):
    """A strength, weakness, opportunity or threat, with its words."""

    def __init__(self, desk: Desk, step: Step, part: Part) -> None:
        super().__init__(desk, step, part)
        self.words = LineArea(placeholder=_("in a few words"))

    def compose(self) -> ComposeResult:
        """The four cells and the words."""
        yield self.line
        yield self.words

    def on_mount(self) -> None:
        """What was typed before."""
        step, part, who = self.step, self.part.id, self.desk.who
        value = self.desk.value(step, part)
        self.desk.field(
            step,
            f"values.{part}.text",
            value.text if isinstance(value, SwotItem) else "",
            lambda text: self.desk.talk.write_swot_text(step, part, text, who),
        ).fill(self.words)
