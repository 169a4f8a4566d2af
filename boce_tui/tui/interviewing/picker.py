"""The interviews of a round: choose one to conduct or look at."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical

import boce_tui.tui.approving.commands
import boce_tui.tui.interviewing.commands
import boce_tui.tui.withdrawing.commands  # noqa: F401  - all three register commands
from boce_tui.cycle.context import round_context
from boce_tui.cycle.interviewing import InterviewLine, overview
from boce_tui.domain.status import OVER
from boce_tui.domain.vocabulary import GROUPS, HELD_STATES, INTERVIEW_STATE, label
from boce_tui.errors import BoceError
from boce_tui.locale import _
from boce_tui.store import Dossier
from boce_tui.tui.doors import open_door
from boce_tui.tui.interviewing.rooms import open_interview
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.signs import State, mark, sign
from boce_tui.tui.text import assemble
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow
from boce_tui.tui.withdrawing import ask_to_withdraw


class InterviewsScreen(BoceScreen):
    """The list of interviews."""

    HELP_ID = "interviewing.list"
    COMMANDS = (
        "interviewing.open",
        "approving.work-out-row",
        "interviewing.new",
        "interviewing.plan",
        "withdrawing.ask",
    )

    def __init__(self, dossier: Dossier, round_id: str | None) -> None:
        super().__init__()
        self._dossier = dossier
        self.round_id = round_id
        self._lines: dict[str, InterviewLine] = {}
        self.list = PickList(
            Column("", 4, whole=True),
            Column(_("who"), 9),
            Column(_("group"), 12, from_width=90),
            Column(_("themes"), from_width=60),
            Column(_("date"), 10, from_width=90),
            Column(_("state"), 17),
            Column(_("answered"), 9, right=True),
        )

    def place(self) -> str:
        """Which round."""
        return f"{_('Interviews')} {mark('·')} {self.round_id}" if self.round_id else _("Interviews")

    def compose_body(self) -> ComposeResult:
        """The list."""
        with Vertical():
            yield self.list

    def on_mount(self) -> None:
        """What there is."""
        self.on_language()
        self.list.focus()

    def on_screen_resume(self) -> None:
        """Back from an interview: it may stand differently."""
        if self.was_away:
            self._read()

    def on_language(self) -> None:
        """Everything in the language of the moment."""
        self.list.show_titles("", _("who"), _("group"), _("themes"), _("date"), _("state"), _("answered"))
        self.list.show_empty(_("No interviews yet. p opens the planning."))
        self._read()

    def can(self, command_id: str) -> bool:
        """Working out is for what was held, a withdrawal for what was not withdrawn."""
        line = self._lines.get(self.list.current or "")
        if command_id == "approving.work-out-row":
            return line is not None and line.interview.state in HELD_STATES
        if command_id == "withdrawing.ask":
            return line is not None and line.interview.state != "withdrawn" and not self._dossier.read_only
        return super().can(command_id)

    def on_items_view_moved(self, event: ItemsView.Moved) -> None:
        """Another interview: other keys."""
        event.stop()
        self.refresh_bars()

    def _read(self) -> None:
        if self.round_id is None:
            self.list.show([])
            return
        themes = {theme.id: str(theme) for theme in round_context(self._dossier, self.round_id).focus_themes}
        self._lines = {line.id: line for line in overview(self._dossier, self.round_id)}
        before = self.list.current
        self.list.show([_row(line, themes) for line in self._lines.values()])
        if before is None and self._lines:
            self.list.go_to(min(self._lines.values(), key=_turn).id)
        self.refresh_bars()

    def action_interviewing_new(self) -> None:
        """The board of all interviews, and with whom the new one is."""
        from boce_tui.tui.planning import interviews_planning_door
        from boce_tui.tui.planning.interviews import InterviewsScreen as Board

        board = interviews_planning_door(self.boce, "")
        self.boce.open(board)
        if isinstance(board, Board):
            board.call_after_refresh(board.new)

    def action_approving_work_out_row(self) -> None:
        """The notes beside the final text."""
        if self.list.current is not None:
            open_door(self.boce, "working_out", f"{self.round_id}/{self.list.current}")

    def action_withdrawing_ask(self) -> None:
        """Show what a withdrawal would do."""
        if self.list.current is not None:
            ask_to_withdraw(self, f"{self.round_id}/{self.list.current}")

    def action_interviewing_plan(self) -> None:
        """The planning of the interview under the cursor; of all of them when there is none."""
        from boce_tui.tui.planning import interviews_planning_door

        item = self.list.current
        self.boce.open(interviews_planning_door(self.boce, f"{self.round_id}/{item}" if item else ""))

    def on_items_view_picked(self, event: ItemsView.Picked) -> None:
        """Open it."""
        event.stop()
        self.action_interviewing_open()

    def action_interviewing_open(self) -> None:
        """Open the interview under the cursor."""
        if self.round_id is not None and self.list.current is not None:
            try:
                self.boce.open(open_interview(self.boce, self.round_id, self.list.current))
            except BoceError as problem:
                self.boce.tell_problem(problem)


def _turn(line: InterviewLine) -> tuple[int, str, str]:
    """What is being held first, then what is to be held, by day, then what waits to be worked out."""
    state = line.interview.state
    rank = 2 if state == "held" else 3
    if state not in (*HELD_STATES, *OVER):
        rank = 0 if line.settled else 1
    return rank, (line.interview.when.planned or "9999") if rank < 2 else "", line.id


def _row(line: InterviewLine, themes: dict[str, str]) -> PickRow:
    interview = line.interview
    held, over = interview.state in HELD_STATES, interview.state in OVER
    state: State = "done" if held else "busy" if line.settled and not over else "open"
    when = interview.when.actual or interview.when.planned
    return PickRow(
        line.id,
        (
            (line.id, "stil"),
            (" ".join(interview.participants), "kop"),
            ", ".join(label(GROUPS, group) for group in line.groups),
            ", ".join(themes.get(theme, theme) for theme in line.themes),
            ("-".join(reversed(when.split("-"))) if when else "", "stil"),
            assemble(
                (f"{sign(state)} ", "ok" if held else "accent"),
                _("begun") if state == "busy" else label(INTERVIEW_STATE, interview.state),
            ),
            _("{done} of {total}").format(done=line.settled, total=line.total),
        ),
    )
