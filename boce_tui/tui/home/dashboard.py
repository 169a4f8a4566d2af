"""The dashboard of the round: steps at the left, what to do now at the right, coverage below it."""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

import boce_tui.tui.home.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.dashboard import Task, dashboard, dashboard_at_once
from boce_tui.cycle.left_behind import left_behind
from boce_tui.cycle.rounds import latest_round, may_start_next
from boce_tui.cycle.today import today
from boce_tui.domain.agenda import Agenda
from boce_tui.domain.report_basis import ReportBasis
from boce_tui.domain.round import Round
from boce_tui.locale import _
from boce_tui.tui.doors import DOORS, open_door
from boce_tui.tui.home.coverage_view import CoverageView
from boce_tui.tui.home.lists import StepList, TaskList
from boce_tui.tui.profile import may_open
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.text import assemble, safe
from boce_tui.tui.widgets.items_view import ItemsView

_NEW = "+"
_ROOM_FOR_COVERAGE = 72, 18

_DOOR_OF = {"home.interview": "interviews", "home.planning": "planning", "home.coverage": "coverage"}
"""Commands that open a screen which is not there for everybody."""


class DashboardScreen(BoceScreen):
    """Where the round stands; every line is a door."""

    COMMANDS = (
        "home.open", "home.interview", "home.planning", "home.other-side", "home.search", "home.round",
        "home.themes", "home.documents", "home.coverage", "home.settings", "home.next-round",
    )  # fmt: skip
    HELP_ID = "home"
    AUTO_FOCUS = "#steps"
    DEFAULT_CSS = """
    DashboardScreen #columns { height: 1fr; }
    DashboardScreen #left { width: 39; padding: 0 1 0 0; }
    DashboardScreen #right { width: 1fr; }
    DashboardScreen.-wide #left { width: 46; }
    DashboardScreen .title { height: 1; padding: 0 2; color: $stil; }
    DashboardScreen .empty { height: auto; padding: 0 2; color: $stil; display: none; }
    DashboardScreen #tasks { height: 1fr; min-height: 4; }
    DashboardScreen #coverage { height: auto; margin: 1 0 0 0; }
    DashboardScreen.-short #coverage { display: none; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._steps = StepList(id="steps")
        self._tasks = TaskList(id="tasks")
        self._coverage = CoverageView(id="coverage")
        self._titles = Static(safe(""), classes="title"), Static(safe(""), classes="title")
        self._nothing = Static(safe(""), classes="empty")
        self._out_of_date = False
        self._may_start_next = False

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
                yield self._nothing
                yield self._tasks
                yield self._coverage

    def on_mount(self) -> None:
        """Show the round as it was last worked out; that is there at once."""
        self.show(at_once=True)

    async def on_resize(self, event: events.Resize) -> None:
        """In a small window the coverage makes room for what is to be done."""
        low = event.size.height < _ROOM_FOR_COVERAGE[1]
        self.set_class(low or event.size.width < _ROOM_FOR_COVERAGE[0], "-short")

    def on_screen_resume(self) -> None:
        """Back from a step: things will have changed."""
        if self.was_away:
            self.show()
        elif self._out_of_date:
            self.call_after_refresh(self.show)

    def on_language(self) -> None:
        """Other words, same lines."""
        self.show()

    def show(self, *, at_once: bool = False) -> None:
        """Read the round again and show its steps and tasks; `at_once`: as they were last time will do."""
        dossier = self.boce.dossier
        if dossier.value(Round, self.boce.round_id) is None:
            self.boce.round_id = latest_round(dossier) or ""
        if not self.boce.round_id:  # its making was taken back
            from boce_tui.tui.home.welcome import WelcomeScreen

            self.boce.switch_screen(WelcomeScreen())
            return
        day = today(dossier)
        if at_once:
            found, as_it_is_now = dashboard_at_once(dossier, self.boce.round_id, day)
        else:
            found, as_it_is_now = dashboard(dossier, self.boce.round_id, day), True
        self._out_of_date = not as_it_is_now
        self._may_start_next = may_start_next(dossier, self.boce.round_id)
        self._titles[0].update(assemble(_("The round")))
        self._titles[1].update(assemble(_("To do now")))
        self._steps.show(found.steps)
        tasks = [*self._left_behind(), *found.tasks]
        self._tasks.show(tasks)
        self._nothing.update(safe(_("Nothing waits. Choose a step on the left.")))
        self._nothing.display = not tasks
        self._coverage.show(dossier, found.coverage)
        self._coverage.display = dossier.value(ReportBasis, self.boce.round_id) is None
        self.refresh_bars()

    def _left_behind(self) -> list[Task]:
        """Texts that were typed before an unclean end and wait in their forms."""
        return [
            Task(item.words, _("Open it and look whether it is right."), item.entity, item.key, urgent=True)
            for item in left_behind(self.boce.dossier, self.boce.round_id)
            if item.entity in DOORS and may_open(self.boce.env.profile, DOORS[item.entity])
        ]

    @on(ItemsView.Picked)
    def _picked(self, event: ItemsView.Picked) -> None:
        if event.view is self._steps:
            open_door(self.boce, event.item)
            return
        task = self._tasks.named(event.item)
        if task is not None:
            open_door(self.boce, task.target, task.key)

    def action_home_open(self) -> None:
        """The line under the cursor of the list that has the focus."""
        (self._tasks if self._tasks.has_focus else self._steps).action_pick()

    def action_home_interview(self) -> None:
        """The list of interviews."""
        open_door(self.boce, "interviews")

    def action_home_planning(self) -> None:
        """Planning the interviews."""
        open_door(self.boce, "planning")

    def action_home_themes(self) -> None:
        """Themes and ambitions."""
        open_door(self.boce, "theme")

    def action_home_coverage(self) -> None:
        """Who is heard, cell by cell."""
        open_door(self.boce, "coverage")

    def action_home_documents(self) -> None:
        """The documents."""
        open_door(self.boce, "document")

    def action_home_settings(self) -> None:
        """The settings."""
        open_door(self.boce, "organisation")

    def action_home_search(self) -> None:
        """Search the whole dossier."""
        self.boce.open("boce_tui.tui.search:search_screen")

    def action_home_other_side(self) -> None:
        """From the steps to the tasks and back."""
        (self._steps if self._tasks.has_focus else self._tasks).focus()

    def action_undo(self) -> None:
        """Take back the last step of this session."""
        from boce_tui.tui.working.steps import take_back

        take_back(self, self.show)

    def can(self, command_id: str) -> bool:
        """The next round begins when this one is final."""
        door = _DOOR_OF.get(command_id)
        if door is not None and not may_open(self.boce.env.profile, DOORS[door]):
            return False
        if command_id == "home.next-round":
            return self._may_start_next
        return super().can(command_id)

    def action_home_next_round(self) -> None:
        """Go on with what this round had."""
        open_door(self.boce, "new_round")

    def action_home_round(self) -> None:
        """Choose another round, or start one."""
        from boce_tui.tui.widgets.dialogs import Option, choose

        rounds = self.boce.dossier.values(Round)
        options = [Option(key, round_.title) for key, round_ in sorted(rounds.items(), reverse=True)]
        options.append(Option(_NEW, _("Start a new round")))
        choose(self.boce, _("Which round?"), options, self._round_chosen, default=self.boce.round_id)

    def _round_chosen(self, chosen: str) -> None:
        if chosen == _NEW:
            from boce_tui.tui.planning import new_round_door

            self.boce.open(new_round_door(self.boce, ""))
        else:
            self.boce.round_id = chosen
            self.show()
