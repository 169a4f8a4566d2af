"""The table of an annual plan: themes down, the three forms across."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

import boce_tui.tui.annual_plan.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.progressing.plan import add_plan, plans, remove_plan, results, set_result, themes_of
from boce_tui.cycle.progressing.plan_document import prepare_plan
from boce_tui.cycle.wording import theme_name
from boce_tui.domain.dates import show_day
from boce_tui.domain.keys import join
from boce_tui.domain.plans import AnnualPlan, PlannedResult
from boce_tui.domain.round import Round
from boce_tui.domain.vocabulary import FORMS, label
from boce_tui.locale import _
from boce_tui.store import Dossier
from boce_tui.tui.annual_plan.forms import PlanFormScreen, ResultScreen
from boce_tui.tui.annual_plan.importing import ask_for_plan
from boce_tui.tui.filling.document import make_document
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.signs import sign
from boce_tui.tui.text import Piece, assemble, lines, safe
from boce_tui.tui.widgets.cell_table import CellRow, CellTable
from boce_tui.tui.widgets.dialogs import Option, ask_text, choose
from boce_tui.tui.working.steps import do_step, take_back

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp


class PlanScreen(BoceScreen):
    """The annual plan of one year."""

    COMMANDS = (
        "plan.open", "plan.about", "plan.import", "plan.make", "plan.new", "plan.other", "plan.remove",
        "plan.undo",
    )  # fmt: skip
    HELP_ID = "plan"
    AUTO_FOCUS = "CellTable"
    DEFAULT_CSS = """
    PlanScreen #about, PlanScreen #below { height: auto; padding: 1 2; }
    PlanScreen CellTable { padding: 0 1; }
    """

    def __init__(self, app: BoceApp, key: str = "") -> None:
        super().__init__()
        self.dossier: Dossier = app.dossier
        self.round_id = app.round_id
        known = list(plans(app.dossier, app.round_id))
        self.key = key if key in known else known[-1] if known else ""
        self._about = Static(id="about")
        self._table = CellTable(label=19, lines=2)
        self._below = Static(id="below")

    @property
    def plan(self) -> AnnualPlan | None:
        """The plan that is shown, or None."""
        return self.dossier.value(AnnualPlan, self.key) if self.key else None

    def place(self) -> str:
        """Its title."""
        return self.plan.title if self.plan else _("Annual plan")

    def compose_body(self) -> ComposeResult:
        """Where it comes from, the table, and the whole text under the cursor."""
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
        if self.plan is None:
            known = list(plans(self.dossier, self.round_id))
            self.key = known[-1] if known else ""
        planned = results(self.dossier, self.key)
        rows = [
            CellRow(
                theme_name(self.dossier, theme),
                tuple(join(self.key, theme, form) for form in FORMS),
                tuple(_words(planned.get((theme, form), "")) for form in FORMS),
            )
            for theme in themes_of(self.dossier, self.key)
        ]
        self._table.show([label(FORMS, form) for form in FORMS], rows)
        self._table.display = bool(rows)
        self._about.update(self._about_words(len(planned), len(rows) * len(FORMS)))
        self._tell_cell()
        self.refresh_bars()

    def _about_words(self, planned: int, total: int) -> Content:
        plan = self.plan
        if plan is None:
            return assemble(_("There is no annual plan yet. n begins one, i takes one over from a table."))
        rows = [assemble(_("{done} of {total} parts are planned").format(done=planned, total=total))]
        told = " · ".join(filter(None, (show_day(plan.date), plan.source)))
        return lines(*rows, assemble((told or _("w says of which day it is and where it stands"), "stil")))

    def _tell_cell(self) -> None:
        found = self.dossier.value(PlannedResult, self._table.current) if self._table.current else None
        self._below.update(safe(found.text) if found else Content(""))

    # --- what can be done -----------------------------------------------------------------------------------

    def can(self, command_id: str) -> bool:
        """Nothing but beginning one while there is none."""
        if command_id in ("plan.new", "plan.import"):
            return not self.dossier.read_only
        if command_id == "plan.other":
            return len(plans(self.dossier, self.round_id)) > 1
        if command_id == "plan.remove":
            return bool(self.key) and not self.dossier.read_only
        if command_id == "plan.open":
            return self._table.current != ""
        if command_id in ("plan.about", "plan.make"):
            return bool(self.key)
        return super().can(command_id)

    @on(CellTable.Moved)
    def _moved(self) -> None:
        self._tell_cell()
        self.refresh_bars()

    @on(CellTable.Picked)
    def _picked(self) -> None:
        self.action_plan_open()

    def action_plan_open(self) -> None:
        """The text of the cell."""
        place = self._table.current
        if not place:
            return
        if self.dossier.value(PlannedResult, place) is None:
            if self.dossier.read_only:
                self.tell(self.dossier.read_only, "warning")
                return
            # Its own beginning is no step that can be taken back: it holds nothing yet.
            set_result(self.dossier, *_place(place), "")
        self.boce.open(ResultScreen(self.boce, place))

    def action_plan_about(self) -> None:
        """What is known of the plan."""
        self.boce.open(PlanFormScreen(self.boce, self.key))

    def action_plan_import(self) -> None:
        """From a table."""
        ask_for_plan(self, self.plan.year if self.plan else self._next_year())

    def action_plan_make(self) -> None:
        """The plan as a file."""
        name = _("annual-plan-{year}").format(year=self.key.rpartition("/")[2])
        make_document(self.boce, self.round_id, name, partial(prepare_plan, self.dossier, self.key))

    def _next_year(self) -> int:
        found = self.dossier.value(Round, self.round_id)
        return (found.year if found else 0) + 1

    def action_plan_new(self) -> None:
        """Ask for the year."""
        known = [one.year for one in plans(self.dossier, self.round_id).values()]
        year = max(known) + 1 if known else self._next_year()
        ask_text(self.boce, _("Of which year is the plan?"), self._begin, text=str(year))

    def _begin(self, year: str) -> None:
        words = _("Annual plan {year}").format(year=year)
        made = self.do(words, lambda dossier: add_plan(dossier, self.round_id, year).key)
        if made:
            self.key = made
            self.show()

    def action_plan_other(self) -> None:
        """Choose another one."""
        known = plans(self.dossier, self.round_id)
        options = [Option(key, f"{one.year} {one.title}") for key, one in reversed(known.items())]
        choose(self.boce, _("The plan of which year?"), options, self._chosen, default=self.key)

    def _chosen(self, key: str) -> None:
        self.key = key
        self.show()

    def action_plan_remove(self) -> None:
        """Away with it; it can be brought back."""
        words = _("{title} taken away").format(title=self.place())
        if self.do(words, lambda dossier: remove_plan(dossier, self.key)):
            self.tell(_("{what}. u brings it back, with everything in it.").format(what=words))

    def do(self, words: str, work: Callable[[Dossier], Any]) -> Any:
        """Do one step that can be taken back; None when it could not be done (the person was told why)."""
        return do_step(self, words, work, self.show)

    def action_undo(self) -> None:
        """Take back the last step."""
        take_back(self, self.show)

    def action_plan_undo(self) -> None:
        """The same, by letter."""
        self.action_undo()


def _words(text: str) -> Piece:
    if not text:
        return f"{sign('open')} {_('nothing planned')}", "stil"
    return f"{sign('done')} {' '.join(text.split())}"


def _place(key: str) -> tuple[str, str, str]:
    plan, theme, form = key.rsplit("/", 2)
    return plan, theme, form
