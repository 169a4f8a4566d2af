"""The dashboard of the round: steps at the left, what to do now at the right, coverage below it."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

import boce_tui.tui.home.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.dashboard import Dashboard, dashboard
from boce_tui.cycle.rounds import latest_round
from boce_tui.cycle.today import today
from boce_tui.domain.agenda import Agenda
from boce_tui.domain.round import Round
from boce_tui.locale import _
from boce_tui.tui.doors import open_door
from boce_tui.tui.home.coverage_view import CoverageView
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.signs import state
from boce_tui.tui.text import Piece, assemble
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow

_STATE_WIDTH = 14
_NUMBER_WIDTH = 2
_NEW = "+"


class DashboardScreen(BoceScreen):
    """Where the round stands; every line is a door."""

    COMMANDS = ("home.open", "home.interview", "home.other-side", "home.round")
    HELP_ID = "home"
    AUTO_FOCUS = "#steps _RowsView"
    DEFAULT_CSS = """
    DashboardScreen #columns { height: 1fr; }
    DashboardScreen #left { width: 40; padding: 0 1 0 0; }
    DashboardScreen #right { width: 1fr; }
    DashboardScreen.-wide #left { width: 46; }
    DashboardScreen .title { height: 1; padding: 0 1; color: $stil; }
    DashboardScreen #tasks { height: 1fr; min-height: 4; }
    DashboardScreen #coverage { height: auto; margin: 1 0 0 0; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._steps = PickList(
            Column(width=_NUMBER_WIDTH, right=True), Column(), Column(width=_STATE_WIDTH), id="steps"
        )
        self._tasks = PickList(
            Column(), Column(from_width=64), empty=_("Nothing waits. Choose a step on the left."), id="tasks"
        )
        self._coverage = CoverageView(id="coverage")
        self._titles = Static(id="steps-title", classes="title"), Static(id="tasks-title", classes="title")
        self._shown: Dashboard | None = None

    def place(self) -> str:
        """Agenda and round, and that it is an example."""
        agenda = self.boce.dossier.value(Agenda, "agenda")
        round_ = self.boce.dossier.value(Round, self.boce.round_id)
        words = [agenda.name if agenda else "", round_.title if round_ else self.boce.round_id]
        if self.boce.dossier.example:
            words[-1] += f" ({_('example')})"
        return " · ".join(word for word in words if word)

    def compose_body(self) -> ComposeResult:
        """Two columns."""
        with Horizontal(id="columns"):
            with Vertical(id="left"):
                yield self._titles[0]
                yield self._steps
            with Vertical(id="right"):
                yield self._titles[1]
                yield self._tasks
                yield self._coverage

    def on_mount(self) -> None:
        """Read the round and show it."""
        super().on_mount()
        self.show()

    def on_screen_resume(self) -> None:
        """Back from a step: things will have changed."""
        super().on_screen_resume()
        if self._shown is not None:
            self.show()

    def on_language(self) -> None:
        """Other words, same lines."""
        self._tasks.show_empty(_("Nothing waits. Choose a step on the left."))
        self.show()

    def show(self) -> None:
        """Read the round again and show its steps and tasks."""
        dossier = self.boce.dossier
        if dossier.value(Round, self.boce.round_id) is None:
            self.boce.round_id = latest_round(dossier) or ""
        found = self._shown = dashboard(dossier, self.boce.round_id, today(dossier))
        self._titles[0].update(assemble(_("The round")))
        self._titles[1].update(assemble(_("To do now")))
        self._steps.show(
            [
                PickRow(step.id, (str(number), step.title, state(step.state, step.detail)))  # type: ignore[arg-type]
                for number, step in enumerate(found.steps, start=1)
            ]
        )
        self._tasks.show(
            [
                PickRow(str(n), (_task(task.text, urgent=task.urgent), (task.why, "stil")))
                for n, task in enumerate(found.tasks)
            ]
        )
        self._coverage.show(dossier, found.coverage)
        self.refresh_bars()

    @on(ItemsView.Picked)
    def _picked(self, event: ItemsView.Picked) -> None:
        if self._shown is None:
            return
        if event.view is self._steps.view:
            open_door(self.boce, event.item)
        elif event.view is self._tasks.view:
            task = self._shown.tasks[int(event.item)]
            open_door(self.boce, task.target, task.key)

    def action_home_open(self) -> None:
        """The line under the cursor of the list that has the focus."""
        view = self._tasks.view if self._tasks.view.has_focus else self._steps.view
        view.action_pick()

    def action_home_interview(self) -> None:
        """The list of interviews."""
        open_door(self.boce, "interviews")

    def action_home_other_side(self) -> None:
        """From the steps to the tasks and back."""
        (self._steps if self._tasks.view.has_focus else self._tasks).focus()

    def action_home_round(self) -> None:
        """Choose another round, or start one."""
        from boce_tui.tui.widgets.dialogs import Option, choose

        rounds = self.boce.dossier.values(Round)
        options = [Option(key, round_.title) for key, round_ in sorted(rounds.items(), reverse=True)]
        choose(
            self.boce, _("Which round?"), [*options, Option(_NEW, _("Start a new round"))], self._round_chosen
        )

    def _round_chosen(self, chosen: str) -> None:
        if chosen == _NEW:
            from boce_tui.tui.planning import new_round_door

            self.boce.open(new_round_door(self.boce, ""), lambda _result: self.show())
        else:
            self.boce.round_id = chosen
            self.show()


def _task(text: str, *, urgent: bool) -> Piece:
    return (text, "let-op") if urgent else text
