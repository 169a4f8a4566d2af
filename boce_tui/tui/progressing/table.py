"""The table of a progress round: themes down, the three forms across."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

import boce_tui.tui.progressing.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.progressing.documents import prepare_progress_letter, prepare_progress_overview
from boce_tui.cycle.progressing.facts import reason_counts, reasons_of, still_open
from boce_tui.cycle.progressing.planned import plan_title, plan_words, take_plan
from boce_tui.cycle.progressing.rounds import (
    Cell,
    add_progress_round,
    cell_book,
    cells,
    progress_rounds,
    remove_progress_round,
)
from boce_tui.cycle.wording import theme_name
from boce_tui.domain.answers import Choice
from boce_tui.domain.dates import parse_day, show_day
from boce_tui.domain.keys import last
from boce_tui.domain.progressing import DELAY_REASONS, LATE, NO_ACTIVITIES
from boce_tui.domain.vocabulary import FORMS, PROGRESS_STATUS, label
from boce_tui.locale import _, ngettext
from boce_tui.store import Dossier
from boce_tui.tui.asking_days import day_problem
from boce_tui.tui.filling.document import make_document
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.signs import State, sign
from boce_tui.tui.text import Piece, Tone, assemble, lines
from boce_tui.tui.widgets.cell_table import CellRow, CellTable
from boce_tui.tui.widgets.dialogs import Option, ask_text, choose
from boce_tui.tui.working.steps import do_step, take_back

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp

_SIGNS: dict[str, tuple[State, Tone]] = {
    "not_started": ("open", "stil"),
    "on_schedule": ("busy", "accent"),
    "delayed": ("warning", "let-op"),
    "completed": ("done", "ok"),
    "stopped": ("error", "fout"),
}


class ProgressScreen(BoceScreen):
    """One progress round as a table."""

    COMMANDS = (
        "progress.open",
        "progress.none",
        "progress.whole",
        "progress.letter",
        "progress.overview",
        "progress.new",
        "progress.other",
        "progress.plan",
        "progress.remove",
        "progress.undo",
    )
    HELP_ID = "progress"
    AUTO_FOCUS = "CellTable"
    DEFAULT_CSS = """
    ProgressScreen #about, ProgressScreen #below { height: auto; padding: 1 2; }
    ProgressScreen CellTable { padding: 0 1; }
    """

    def __init__(self, app: BoceApp) -> None:
        super().__init__()
        self.dossier: Dossier = app.dossier
        self.round_id = app.round_id
        known = list(progress_rounds(app.dossier, app.round_id))
        self.key = known[-1] if known else ""
        self._about = Static(id="about")
        self._table = CellTable(label=19, lines=2)
        self._below = Static(id="below")
        self._cells: dict[str, Cell] = {}

    def place(self) -> str:
        """Its title."""
        found = progress_rounds(self.dossier, self.round_id).get(self.key)
        return found.title if found else _("Progress round")

    def aside(self) -> str:
        """Where the planned results come from."""
        plan = plan_title(self.dossier, self.key) if self.key else ""
        return _("planned: {plan}").format(plan=plan) if plan else ""

    def compose_body(self) -> ComposeResult:
        """What is open, the table, the reasons."""
        yield self._about
        yield self._table
        yield self._below

    def on_mount(self) -> None:
        """Show it."""
        self.show()

    def on_screen_resume(self) -> None:
        """Back from a form."""
        if self.was_away:
            self.show()

    def on_language(self) -> None:
        """The same in the other language."""
        self.show()

    def show(self) -> None:
        """Read the dossier again; the cursor stays on the same cell."""
        if self.key not in progress_rounds(self.dossier, self.round_id):
            known = list(progress_rounds(self.dossier, self.round_id))
            self.key = known[-1] if known else ""
        self._cells = {cell.key: cell for cell in cells(self.dossier, self.key)} if self.key else {}
        by_theme: dict[str, list[Cell]] = {}
        for cell in self._cells.values():
            by_theme.setdefault(cell.theme, []).append(cell)
        rows = [
            CellRow(
                theme_name(self.dossier, theme),
                tuple(cell.key for cell in own),
                tuple(_cell_words(cell) for cell in own),
            )
            for theme, own in by_theme.items()
        ]
        self._table.show([label(FORMS, form) for form in FORMS], rows)
        self._table.display = bool(rows)
        self._about.update(self._about_words())
        self._below.update(self._reasons())
        self.refresh_bars()

    def _about_words(self) -> Content:
        if not self.key:
            return assemble(
                _("There is no progress round yet. n starts one with the themes that are running.")
            )
        missing = len(still_open(self.dossier, self.key))
        words = ngettext("{n} part is not filled in yet.", "{n} parts are not filled in yet.", missing)
        if not missing:
            return assemble((f"{sign('done')} {_('Nothing is missing: the letter can be made.')}", "ok"))
        return assemble((f"{sign('warning')} {words.format(n=missing)}", "let-op"))

    def _reasons(self) -> Content:
        counts = reason_counts(self.dossier, self.key) if self.key else []
        if not counts:
            return Content("")
        rows = [assemble((_("Reasons for delay: this time, and in all progress rounds"), "stil"))]
        for reason, now, total in counts:
            rows.append(assemble(f"{now:>3} {total:>3}  {label(DELAY_REASONS, reason)}"))
        return lines(*rows)

    # --- what can be done -----------------------------------------------------------------------------------

    def can(self, command_id: str) -> bool:
        """Nothing but starting one while there is none."""
        if command_id == "progress.new":
            return not self.dossier.read_only
        if command_id == "progress.other":
            return len(progress_rounds(self.dossier, self.round_id)) > 1
        if command_id in ("progress.none", "progress.plan", "progress.remove"):
            return bool(self.key) and not self.dossier.read_only
        if command_id.startswith("progress."):
            return bool(self.key)
        return super().can(command_id)

    @on(CellTable.Moved)
    def _moved(self) -> None:
        self.refresh_bars()

    @on(CellTable.Picked)
    def _picked(self) -> None:
        self.action_progress_open()

    def action_progress_open(self) -> None:
        """The form of the cell."""
        if self._table.current:
            from boce_tui.tui.progressing.cell import CellScreen

            self.boce.open(CellScreen(self.boce, self._table.current))

    def action_progress_whole(self) -> None:
        """The form of the whole."""
        from boce_tui.tui.progressing.cell import WholeScreen

        self.boce.open(WholeScreen(self.boce, self.key))

    def action_progress_none(self) -> None:
        """There are no activities here, or there are after all."""
        key = self._table.current
        if not key:
            return
        book = cell_book(self.dossier, key)
        step = next((step for step in book.steps() if step.question == "P0"), None)
        if step is None:
            return
        value = None if self._cells[key].entry.idle else Choice(NO_ACTIVITIES)
        found = step
        self._do(
            _("no activities"),
            lambda dossier: book.change_value(found, "value", lambda _before: value, dossier),
        )

    def action_progress_letter(self) -> None:
        """The letter as a file."""
        name = _("progress-letter-{id}").format(id=self.key.replace("/", "-"))
        make = partial(prepare_progress_letter, self.dossier, self.key)
        make_document(self.boce, self.round_id, name, make)

    def action_progress_overview(self) -> None:
        """The overview as a file."""
        name = _("progress-overview-{id}").format(id=self.key.replace("/", "-"))
        make = partial(prepare_progress_overview, self.dossier, self.key)
        make_document(self.boce, self.round_id, name, make)

    def action_progress_new(self) -> None:
        """Ask for the day."""
        ask_text(
            self.boce,
            _("Of which day is the state?"),
            self._start,
            detail=_("Such as 12-05-2041. The themes that are running on that day are in it."),
            check=day_problem,
        )

    def _start(self, day: str) -> None:
        title = _("Progress on {date}").format(date=show_day(parse_day(day) or day))

        def work(dossier: Dossier) -> str:
            return add_progress_round(dossier, self.round_id, day, title=title).key

        made = self._do(title, work)
        if made:
            self.key = made
            self.show()

    def action_progress_other(self) -> None:
        """Choose another one."""
        known = progress_rounds(self.dossier, self.round_id)
        options = [Option(key, f"{last(key)} {one.title}") for key, one in reversed(known.items())]
        choose(self.boce, _("Which progress round?"), options, self._chosen, default=self.key)

    def _chosen(self, key: str) -> None:
        self.key = key
        self.show()

    def action_progress_plan(self) -> None:
        """What has no planned result yet gets that of the annual plan."""
        filled = self._do(_("planned results"), lambda dossier: (take_plan(dossier, self.key),))
        if filled:
            plan = plan_words(self.dossier, self.key)
            self.tell(_("Planned results: {n}, from {plan}.").format(n=filled[0], plan=plan))

    def action_progress_remove(self) -> None:
        """Away with it; it can be brought back."""
        words = _("{title} taken away").format(title=self.place())
        if self._do(words, lambda dossier: remove_progress_round(dossier, self.key)):
            self.tell(_("{what}. u brings it back, with everything in it.").format(what=words))

    def _do(self, words: str, work: Callable[[Dossier], Any]) -> Any:
        return do_step(self, words, work, self.show)

    def action_undo(self) -> None:
        """Take back the last step."""
        take_back(self, self.show)

    def action_progress_undo(self) -> None:
        """The same, by letter."""
        self.action_undo()


def _cell_words(cell: Cell) -> Piece:
    if cell.entry.idle:
        return f"{sign('skipped')} {_('no activities')}", "stil"
    if not cell.entry.status:
        return f"{sign('open')} {_('not filled in')}", "let-op"
    state, tone = _SIGNS.get(cell.entry.status, ("open", ""))
    words = f"{sign(state)} {label(PROGRESS_STATUS, cell.entry.status)}"
    if cell.entry.status in LATE and not reasons_of(cell):
        return f"{words} · {_('reason?')}", tone
    return words, tone
