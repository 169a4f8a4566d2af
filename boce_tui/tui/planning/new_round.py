"""Beginning a round: the year, and whether it goes on from the last one (R1, R15)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

import boce_tui.tui.planning.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.context import earlier_recommendations
from boce_tui.cycle.planning import (
    FieldProblem,
    create_round,
    is_fresh,
    next_round,
    rounds,
    standard_agenda,
)
from boce_tui.cycle.today import today
from boce_tui.domain.round import Round
from boce_tui.errors import BoceError
from boce_tui.locale import _, ngettext
from boce_tui.store import Dossier, Stored
from boce_tui.tui.planning.form import RecordForm
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.text import assemble, lines
from boce_tui.tui.widgets.choice import ChoiceLine, Choosable
from boce_tui.tui.widgets.form import FormRow
from boce_tui.tui.widgets.line_area import LineArea
from boce_tui.tui.working.screen import undo_book

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp

_EMPTY = "empty"


class NewRoundScreen(BoceScreen):
    """The few things a round begins with; the rest is typed in its form, which opens next."""

    COMMANDS = ("planning.make-round",)
    HELP_ID = "planning.new-round"
    AUTO_FOCUS = ""
    DEFAULT_CSS = "NewRoundScreen #about { padding: 1 3; height: auto; }"

    def __init__(self, app: BoceApp) -> None:
        super().__init__()
        self.dossier: Dossier = app.dossier
        known = rounds(self.dossier)
        self._last = next(iter(known), "")
        year = known[self._last].year + 1 if self._last else today(self.dossier).year
        self._made = ""
        self._year = LineArea(str(year), id="field-year")
        self._begin = ChoiceLine(self._options(), self._last or _EMPTY, id="field-begin")
        rows = [FormRow("year", _("Year"), self._year)]
        if self._last:
            rows.append(FormRow("begin", _("Begin with"), self._begin))
        self._form = RecordForm(rows)
        self._about = Static(Content(""), id="about")

    def place(self) -> str:
        """A new round."""
        return _("New round")

    def compose_body(self) -> ComposeResult:
        """The form and what will happen."""
        yield self._form
        yield self._about

    def on_mount(self) -> None:
        """The year can be typed over at once."""
        self._form.styles.height = "auto"
        self._form.styles.padding = (1, 1, 0, 1)
        self._about.update(self._text())
        self._year.focus()
        self._year.move_cursor(self._year.document.end)

    def on_language(self) -> None:
        """Other words, same values."""
        self._form.show_label("year", _("Year"))
        if self._last:
            self._form.show_label("begin", _("Begin with"))
            self._begin.show_options(self._options())
        self._about.update(self._text())

    def on_screen_resume(self) -> None:
        """Back from the form of the round that was made: this screen has done its work."""
        if self._made:
            self.dismiss(self._made)

    def _options(self) -> list[Choosable]:
        last = self.dossier.value(Round, self._last) if self._last else None
        if last is None:
            return []
        return [
            Choosable(self._last, _("what {title} had").format(title=last.title)),
            Choosable(_EMPTY, _("an empty round")),
        ]

    def _text(self) -> Content:
        if self._last and self._begin.chosen == self._last:
            count = len(earlier_recommendations(self.dossier, self._last))
            last = self.dossier.value(Round, self._last)
            return lines(
                assemble(
                    _("Taken over from {title}: questions, themes, thresholds, who commissions it.").format(
                        title=last.title if last else self._last
                    )
                ),
                assemble(_("Not taken over: people, interviews, answers.")),
                assemble(
                    ngettext(
                        "In the interviews {n} recommendation of last time is asked about.",
                        "In the interviews {n} recommendations of last time are asked about.",
                        count,
                    ).format(n=count)
                ),
                assemble(),
                assemble(("enter", "accent"), "  ", _("make the round; its form opens next")),
            )
        start = []
        if is_fresh(self.dossier):
            start = [
                assemble(_("The agenda of BOCE is put in first: organisations, bodies, themes, ambitions.")),
                assemble(_("You can change all of it afterwards, under settings and themes.")),
                assemble(),
            ]
        return lines(*start, assemble(("enter", "accent"), "  ", _("make the round; its form opens next")))

    @on(ChoiceLine.Chosen)
    def _other_begin(self, event: ChoiceLine.Chosen) -> None:
        event.stop()
        if event.option is None:
            self._begin.show_chosen(_EMPTY)
        self._about.update(self._text())

    @on(LineArea.Submitted)
    def _ready(self, event: LineArea.Submitted) -> None:
        event.stop()
        self.action_planning_make_round()

    def action_planning_make_round(self) -> None:
        """Make the round and open its form."""
        year = self._year.text.strip()

        def make(dossier: Dossier) -> Stored[Round]:
            if is_fresh(dossier):
                standard_agenda(dossier)
            if self._last and self._begin.chosen == self._last:
                return next_round(dossier, self._last, year=year)
            return create_round(dossier, year=year)

        try:
            stored = undo_book(self.dossier).do(_("a new round"), make)
        except FieldProblem as problem:
            self._form.show_problem("year", " ".join((problem.message, problem.hint)))
            self._year.focus()
            return
        except BoceError as problem:
            self.boce.tell_problem(problem)
            return
        self._made = self.boce.round_id = stored.key
        from boce_tui.tui.planning.assignment import RoundScreen

        self.boce.open(RoundScreen(self.boce, stored.key))
