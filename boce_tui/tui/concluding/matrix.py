"""All sub-conclusions at a glance."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.content import Content

import boce_tui.tui.concluding.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.concluding import Cell, matrix
from boce_tui.cycle.wording import theme_name
from boce_tui.domain.analysis import SubConclusion
from boce_tui.locale import _, ngettext
from boce_tui.tui.concluding.sub_conclusion import SubConclusionScreen
from boce_tui.tui.signs import SIGNS, State, sign, word
from boce_tui.tui.text import Piece, assemble, safe_block
from boce_tui.tui.widgets.cell_table import CellRow, CellTable
from boce_tui.tui.widgets.lines_view import LinesView
from boce_tui.tui.working.screen import Item, WorkingScreen


class _Preview(LinesView, can_focus=False):
    """What stands in the cell under the cursor."""

    DEFAULT_CSS = "_Preview { margin: 1 0 0 0; }"

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Content] = []

    def make_lines(self, width: int) -> list[Content]:
        return [line for row in self.rows for line in row.wrap(width)]


class MatrixScreen(WorkingScreen):
    """Every sub-question, in general and per focus theme."""

    COMMANDS = ("matrix.open", "matrix.next-open")
    HELP_ID = "concluding.matrix"
    DEFAULT_CSS = "MatrixScreen CellTable { padding: 0 1; }"

    def __init__(self) -> None:
        super().__init__()
        self._matrix = CellTable(label=19, lines=2)
        self._preview = _Preview()
        self._cells: dict[str, Cell] = {}

    def place(self) -> str:
        """The matrix."""
        return _("Sub-conclusions")

    def aside(self) -> str:
        """How many are done."""
        done = sum(cell.state == "done" for cell in self._cells.values())
        return _("{done} of {total}").format(done=done, total=len(self._cells)) if self._cells else ""

    def compose_body(self) -> ComposeResult:
        """The table, and what is under the cursor."""
        yield self._matrix
        yield self._preview

    def show(self) -> None:
        """Read them again."""
        titles = self.titles()
        self._cells = {cell.key: cell for cell in matrix(self.dossier, self.round_id)}
        rows: dict[str, list[Cell]] = {}
        for cell in self._cells.values():
            rows.setdefault(cell.section.id, []).append(cell)
        first = next(iter(rows.values()), [])
        self._matrix.show(
            [theme_name(self.dossier, cell.theme) for cell in first],
            [
                CellRow(
                    titles.section(section),
                    tuple(cell.key for cell in found),
                    tuple(_words(cell) for cell in found),
                )
                for section, found in rows.items()
            ],
        )
        self._show_preview()

    def _show_preview(self) -> None:
        cell = self._cells.get(self._matrix.current)
        if cell is None:
            return
        place = self.titles().place(cell.section.id, cell.theme)
        text = cell.conclusion.text.strip() if cell.conclusion else ""
        reason = cell.conclusion.none_reason if cell.conclusion else ""
        rows = [assemble((place, "kop")), Content("")]
        if text:
            rows.append(safe_block(text))
        elif reason:
            rows.append(assemble((_("No conclusion here: {reason}").format(reason=reason), "stil")))
        else:
            rows.append(assemble((_("Nothing is written here yet. enter begins."), "stil")))
        rows.append(Content(""))
        linked = set(cell.conclusion.findings) if cell.conclusion else set()
        waiting = [item for item in cell.findings if item.key not in linked]
        if waiting:
            n = len(waiting)
            rows.append(
                assemble(
                    (
                        f"{sign('warning')} "
                        + ngettext(
                            "{n} finding of this place is not linked yet.",
                            "{n} findings of this place are not linked yet.",
                            n,
                        ).format(n=n),
                        "let-op",
                    )
                )
            )
        self._preview.rows = rows
        self._preview.lines_changed()
        self.refresh_bars()

    def evidence_of(self) -> Item | None:
        """The sub-conclusion under the cursor, when there is one."""
        cell = self._cells.get(self._matrix.current)
        return (SubConclusion.entity, cell.key) if cell and cell.conclusion else None

    @on(CellTable.Moved)
    def _moved(self) -> None:
        self._show_preview()

    @on(CellTable.Picked)
    def _picked(self, event: CellTable.Picked) -> None:
        self.boce.open(SubConclusionScreen(event.key))

    def action_matrix_open(self) -> None:
        """Write the one under the cursor."""
        self._matrix.action_pick()

    def action_matrix_next_open(self) -> None:
        """To the next place that is not done."""
        keys = list(self._cells)
        at = keys.index(self._matrix.current) if self._matrix.current in keys else 0
        for key in [*keys[at + 1 :], *keys[: at + 1]]:
            if self._cells[key].state != "done":
                self._matrix.go_to(key)
                self._show_preview()
                return
        self.tell(_("All sub-conclusions are written."))


def _words(cell: Cell) -> Piece:
    state: State = "done" if cell.state == "done" else "busy" if cell.state == "busy" else "open"
    linked = len(cell.conclusion.findings) if cell.conclusion else 0
    words = f"{sign(state)} {word(state)}"
    count = linked or len(cell.findings)
    if count:
        words += " · " + ngettext("{n} find.", "{n} find.", count).format(n=count)
    return words, SIGNS[state].tone
