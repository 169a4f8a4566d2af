"""The planning board: interviews by state with what is to be done next (R10, R11, R13)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from textual.content import Content

import boce_tui.tui.withdrawing.commands  # noqa: F401  - registers an id used below
from boce_tui.cycle.planning import (
    add_interview,
    count,
    count_by_state,
    evaluators,
    interviews,
    plan_the_rest,
    remove_interview,
    respondents,
)
from boce_tui.cycle.planning.board import BoardLine, board
from boce_tui.domain.dates import show_day
from boce_tui.domain.keys import join, last
from boce_tui.domain.status import forward
from boce_tui.domain.vocabulary import INTERVIEW_STATE, label
from boce_tui.locale import _, ngettext
from boce_tui.store import Dossier
from boce_tui.tui.planning.list_screen import ListScreen
from boce_tui.tui.planning.new_person import add_person, ask_role
from boce_tui.tui.planning.people_words import Words, people_options, state_words
from boce_tui.tui.planning.states import choose_state, take_state
from boce_tui.tui.text import Piece, assemble, lines
from boce_tui.tui.widgets.dialogs import Option, choose
from boce_tui.tui.widgets.pick_list import Column, PickRow
from boce_tui.tui.withdrawing import ask_to_withdraw
from boce_tui.tui.working.pick import Choice, pick

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp

_ALL = "all"
_NEW = "new person"
HEAD = "head:"
"""In front of the state, as the id of a heading."""


class InterviewsScreen(ListScreen):
    """The interviews of the round and their planning state."""

    COMMANDS = (
        "planning.forward", "planning.state", "planning.rest", "planning.conduct", "planning.state-filter",
        "planning.letters", "planning.coverage", "withdrawing.ask", "planning.renumber",
    )  # fmt: skip
    HELP_ID = "planning.interviews"

    def __init__(self, app: BoceApp) -> None:
        self._state = ""
        super().__init__(app)

    def place(self) -> str:
        """The interviews."""
        return _("Planning the interviews")

    def columns(self) -> Iterable[Column]:
        """Id, who, when, where, state."""
        return (
            Column(_("No."), width=4, whole=True),
            Column(width=1),
            Column(_("Who")),
            Column(_("Date"), width=10, from_width=66),
            Column(_("Time"), width=5, from_width=90),
            Column(_("Place"), width=18, from_width=110),
            Column(_("To do"), width=26),
        )

    def empty(self) -> str:
        """What belongs here."""
        if respondents(self.dossier, self.round_id):
            return _("No interview is planned yet. a makes one for everybody on the list, n makes one.")
        return _(
            "There is nobody to interview yet. Put people on the list first: step 2, interview partners."
        )

    def summary(self) -> Content:
        """How many interviews and people, and how many per state."""
        found = interviews(self.dossier, self.round_id)
        if not found:
            return assemble()
        total = count(found)
        words = [
            ngettext("{n} interview", "{n} interviews", total.interviews).format(n=total.interviews),
            ngettext("{n} participant", "{n} participants", total.participants).format(n=total.participants),
        ]
        words += [
            f"{label(INTERVIEW_STATE, state)} {number}"
            for state, number in count_by_state(self.dossier, self.round_id).items()
            if number
        ]
        line = assemble((" · ".join(words), "stil"))
        if self._state:
            shown = _("only: {state} (f shows another)").format(state=label(INTERVIEW_STATE, self._state))
            return lines(line, assemble((shown, "accent")))
        return line

    def show(self) -> None:
        """Read the dossier again; a cursor that was nowhere begins at an interview, not at a heading."""
        before = self.list.current
        super().show()
        if before is None:
            first = next((row.id for row in self.list.rows if not row.id.startswith(HEAD)), None)
            if first is not None:
                self.list.go_to(first)
                self.refresh_bars()

    def rows(self) -> list[PickRow]:
        """Every interview, or those in one state."""
        words = Words(self.dossier, self.round_id)
        rows: list[PickRow] = []
        for state, found in board(self.dossier, self.round_id).items():
            if self._state in ("", state):
                rows.append(_heading(state, len(found)))
                rows += [_row(line, words) for line in found]
        return rows

    @property
    def _chosen(self) -> str:
        """The interview under the cursor; empty on a heading."""
        return "" if (self.list.current or "").startswith(HEAD) else self.list.current or ""

    def open_item(self, item: str) -> None:
        """The form of an interview; on a heading only that state, or all of them again."""
        if item.startswith(HEAD):
            state = item.removeprefix(HEAD)
            self._filter(_ALL if self._state == state else state)
            return
        from boce_tui.tui.planning import interviews_planning_door

        self.boce.open(interviews_planning_door(self.boce, join(self.round_id, item)))

    def new(self) -> None:
        """Choose who; others can join in the form."""
        people = [Choice(one.id, one.label) for one in people_options(self.dossier, self.round_id)]
        free = [one for one in people if not one.label.endswith(")")]
        placed = [one for one in people if one.label.endswith(")")]
        pick(
            self.boce,
            _("With whom?"),
            [*free, Choice(_NEW, _("a new person"), always=True), *placed],
            self._add,
            detail=_("More people at the table: add them in the form that opens."),
        )

    def _add(self, code: str) -> None:
        if code == _NEW:
            ask_role(self.boce, self._add_with_person)
        else:
            self._plan(lambda _dossier: code)

    def _add_with_person(self, role: str) -> None:
        self._plan(lambda dossier: last(add_person(self.boce, dossier, self.round_id, role)))
        self.tell(_("The person stands on the list too: step 2, interview partners."))

    def _plan(self, who: Callable[[Dossier], str]) -> None:
        def work(dossier: Dossier) -> str:
            code = who(dossier)
            everyone = tuple(evaluators(dossier, self.round_id))
            return add_interview(dossier, self.round_id, participants=(code,), evaluators=everyone).key

        key = self.do(_("a new interview"), work)
        if key:
            self._state = ""
            self.show()
            self.list.go_to(last(key))
            self.open_item(last(key))

    def take_away(self, dossier: Dossier, item: str) -> None:
        """Take an interview out."""
        remove_interview(dossier, self.round_id, item)

    # --- more ---------------------------------------------------------------------------------------------

    def can(self, command_id: str) -> bool:
        """A state and a conversation need an interview; the next state one that has not arrived."""
        if command_id in (
            "planning.state",
            "planning.conduct",
            "planning.remove",
            "planning.renumber",
            "withdrawing.ask",
        ):
            return self._ready and bool(self._chosen)
        if command_id == "planning.forward":
            return self._ready and bool(self._next())
        return super().can(command_id)

    def action_planning_state(self) -> None:
        """Another planning state for the row under the cursor."""
        if self._chosen:
            choose_state(self, self.round_id, self._chosen, self.do)

    def _next(self) -> str:
        found = interviews(self.dossier, self.round_id).get(self._chosen)
        return forward(found.state) if found else ""

    def action_planning_forward(self) -> None:
        """To the state that usually follows."""
        item, state = self._chosen, self._next()
        if state:
            take_state(self, self.round_id, item, state, self.do)
            self.list.go_to(item)

    def action_planning_letters(self) -> None:
        """An invitation, a list of questions, or the calendar."""
        from boce_tui.tui.planning.letters import ask_letter

        ask_letter(self, self.round_id, self._chosen)

    def action_planning_renumber(self) -> None:
        """Another number for the row under the cursor."""
        from boce_tui.tui.planning.renumbering import ask_to_renumber

        if self.list.current:
            ask_to_renumber(self, self.list.current)

    def action_withdrawing_ask(self) -> None:
        """Show what a withdrawal of the interview under the cursor would do."""
        if self._chosen:
            ask_to_withdraw(self, join(self.round_id, self._chosen))

    def action_planning_coverage(self) -> None:
        """Who is heard, cell by cell."""
        from boce_tui.tui.planning import coverage_door

        self.boce.open(coverage_door(self.boce), lambda _result: self.show())

    def action_planning_rest(self) -> None:
        """One interview for everybody who is in none."""
        made = self.do(_("interviews for the rest"), lambda dossier: plan_the_rest(dossier, self.round_id))
        if made:
            self.list.go_to(last(made[0].key))
            self.tell(
                ngettext(
                    "{n} interview made. u takes it back.",
                    "{n} interviews made. u takes them back.",
                    len(made),
                ).format(n=len(made))
            )
        elif made is not None:
            self.tell(
                _("Everybody on the list is in an interview already.")
                if respondents(self.dossier, self.round_id)
                else self.empty()
            )

    def action_planning_conduct(self) -> None:
        """Conduct the interview under the cursor."""
        from boce_tui.tui.doors import open_door

        if self._chosen:
            open_door(self.boce, "interview", join(self.round_id, self._chosen))

    def action_planning_state_filter(self) -> None:
        """Only interviews in one state."""
        numbers = count_by_state(self.dossier, self.round_id)
        options = [Option(_ALL, _("all states"), str(sum(numbers.values())), key="0")]
        options += [
            Option(state, label(INTERVIEW_STATE, state), str(number))
            for state, number in numbers.items()
            if number
        ]
        choose(self.boce, _("Which interviews?"), options, self._filter)

    def _filter(self, state: str) -> None:
        self._state = "" if state == _ALL else state
        self.show()


def _heading(state: str, count: int) -> PickRow:
    words = f"{label(INTERVIEW_STATE, state)} ({count})"
    return PickRow(HEAD + state, ("", "", state_words(state, words), "", "", "", ""), heading=True)


def _row(line: BoardLine, words: Words) -> PickRow:
    interview = line.interview
    weighed: Piece = ("!", "let-op") if line.unweighed else ("!", "stil") if line.hints else ""
    return PickRow(
        line.id,
        (
            line.id,
            weighed,
            words.table(interview),
            show_day(interview.when.actual or interview.when.planned),
            interview.start,
            interview.place,
            (line.action, "let-op" if line.urgent else "stil"),
        ),
        search=label(INTERVIEW_STATE, interview.state),
    )
