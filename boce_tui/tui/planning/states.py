"""Bringing an interview to another planning state: only what can follow (R10)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from boce_tui.cycle.locking import LOCKED
from boce_tui.cycle.planning import interviews, set_state
from boce_tui.domain.keys import join
from boce_tui.domain.status import next_states
from boce_tui.domain.vocabulary import INTERVIEW_STATE, label
from boce_tui.locale import _
from boce_tui.store import Dossier
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.widgets.choice import Choosable
from boce_tui.tui.widgets.dialogs import Option, ask_text, choose
from boce_tui.tui.withdrawing import ask_to_withdraw

Do = Callable[[str, Callable[[Dossier], Any]], Any]


def state_options(state: str) -> list[Choosable]:
    """The state it is in and what may follow, the usual next step first."""
    return [Choosable(one, label(INTERVIEW_STATE, one)) for one in (state, *next_states(state))]


def choose_state(screen: BoceScreen, round_id: str, interview: str, do: Do) -> None:
    """Ask for the next state and set it.

    Args:
        screen: The screen that asks.
        round_id: The round.
        interview: Id of the interview.
        do: Does it as a step that can be taken back.
    """
    found = interviews(screen.boce.dossier, round_id).get(interview)
    if found is None:
        return
    options = [Option(one, label(INTERVIEW_STATE, one)) for one in next_states(found.state)]
    choose(
        screen.boce,
        _("{interview} is now: {state}. What is it going to be?").format(
            interview=interview, state=label(INTERVIEW_STATE, found.state)
        ),
        options,
        lambda state: take_state(screen, round_id, interview, state, do),
    )


def take_state(screen: BoceScreen, round_id: str, interview: str, state: str, do: Do) -> None:
    """Set a state; asks for the day of a planned interview. A withdrawal has a screen of its own."""
    found = interviews(screen.boce.dossier, round_id).get(interview)
    if found is None:
        return

    def set_it(date: str = "") -> None:
        words = _("{interview}: {state}").format(interview=interview, state=label(INTERVIEW_STATE, state))
        do(words, lambda dossier: set_state(dossier, round_id, interview, state, date=date))

    if state == "withdrawn":
        ask_to_withdraw(screen, join(round_id, interview))
    elif found.state == LOCKED:
        from boce_tui.tui.approving.unlocking import ask_to_unlock

        ask_to_unlock(screen, round_id, interview, lambda: do("", lambda _dossier: True))
    elif state == "planned" and not found.when.planned:
        ask_text(
            screen.boce,
            _("On which day is {interview}?").format(interview=interview),
            set_it,
            detail=_("Such as 12-05-2041. The time and place are in the form."),
            check=_day_problem,
        )
    else:
        set_it()


def _day_problem(text: str) -> str:
    from boce_tui.cycle.planning import fields

    try:
        fields.day("when", text, needed=True)
    except fields.FieldProblem as problem:
        return " ".join((problem.message, problem.hint))
    return ""
