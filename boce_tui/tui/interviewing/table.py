"""A table as an answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from textual.app import ComposeResult
from textual.widget import Widget

from boce_tui.cycle.interviewing.values import read_typed
from boce_tui.cycle.saving import FieldSaver
from boce_tui.domain.answers import Grid
from boce_tui.errors import BadInput
from boce_tui.instruments.model import Column, Option, Part
from boce_tui.instruments.steps import Step
from boce_tui.store import Stored
from boce_tui.tui.interviewing.control import PartControl, PartDesk
from boce_tui.tui.interviewing.opened import Opened
from boce_tui.tui.interviewing.options import (
    TYPED,
    as_cell,
    cell_text,
    choosables,
)
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.widgets.choice import Choosable
from boce_tui.tui.widgets.grid import GridColumn, GridControl


class Table(PartControl):
    """A table: chosen cells at once, typed cells through their own field."""

    def __init__(self, desk: PartDesk, step: Step, part: Part) -> None:
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

        def write(text: str) -> Stored[Any] | None:
            cell = read_typed(column, text) if column.type in TYPED else text
            return self.desk.talk.write_cell(step, part, row, column.id, cell or None, who)

        kept = self._cells().get(row, {}).get(column_id) or ""
        return self.desk.field(step, self._path(row, column), kept, write)

    def compose(self) -> ComposeResult:
        """The table."""
        yield self.grid

    # --- what was typed but is no number or day -------------------------------------------------------------

    def _wrong(self) -> Iterator[tuple[Option, Column, str, str]]:
        """Row, column, what stands there and what is wrong with it."""
        for row in self.part.rows:
            for column in self.part.columns:
                text = self.grid.values.get(row.id, {}).get(column.id) or ""
                if column.type in TYPED and text:
                    try:
                        read_typed(column, text)
                    except BadInput as problem:
                        yield row, column, text, problem.message

    def on_descendant_blur(self) -> None:
        """A cell is left: now a complaint helps."""
        for row, column, _text, problem in self._wrong():
            if isinstance(self.screen, BoceScreen):
                self.screen.tell(f"{row}, {column.label}: {problem}", "warning")

    def unreadable(self) -> str:
        """The texts of all those cells."""
        return "; ".join(f"{row}, {column.label}: {text}" for row, column, text, _problem in self._wrong())

    def forget(self) -> None:
        """Those cells are empty."""
        for row, column, text, _problem in list(self._wrong()):
            saver = self._field(row.id, column.id).saver
            if saver is not None:
                saver.edited(0, len(text), "")
                saver.leave()
            self.grid.values[row.id][column.id] = None

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
