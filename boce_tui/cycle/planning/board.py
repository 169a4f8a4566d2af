"""The planning board: interviews by state, with what is to be done next for each (R10, R13)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boce_tui.cycle.planning.conflicts import ConflictHint, conflicts
from boce_tui.cycle.planning.interviews import interviews
from boce_tui.cycle.today import today
from boce_tui.domain.dates import show_day
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.keys import AnswerKey
from boce_tui.domain.round import Interview
from boce_tui.domain.vocabulary import INTERVIEW_STATE
from boce_tui.locale import N_, _
from boce_tui.store import Dossier

_NEXT = {
    "to_plan": N_("send the invitation"),
    "invited": N_("wait for an answer"),
    "agreed": N_("agree on a day"),
    "planned": N_("conduct it"),
    "held": N_("work out the answers"),
    "worked_out": N_("send the record"),
    "for_approval": N_("wait for approval"),
}


@dataclass(frozen=True)
class BoardLine:
    """One interview on the board.

    Attributes:
        id: Its number.
        interview: The interview.
        action: What is to be done next; empty when nothing is.
        urgent: It is time, or late.
        hints: Possible conflicts of interest.
    """

    id: str
    interview: Interview
    action: str
    urgent: bool
    hints: tuple[ConflictHint, ...]

    @property
    def unweighed(self) -> bool:
        """A possible conflict about which nothing was written down."""
        return bool(self.hints) and not self.interview.conflict.strip()


_BEFORE = ("to_plan", "invited", "agreed", "planned")


def begun(dossier: Dossier, round_id: str) -> set[str]:
    """Ids of the interviews in which something was said already."""
    return {AnswerKey.parse(key).interview for key in dossier.values(Answer, f"{round_id}/")}


def board(dossier: Dossier, round_id: str) -> dict[str, list[BoardLine]]:
    """State -> its interviews by id; only states that have any, in the order of the road."""
    warned, day, at_it = conflicts(dossier, round_id), today(dossier), begun(dossier, round_id)
    found: dict[str, list[BoardLine]] = {state: [] for state in INTERVIEW_STATE}
    for id_, interview in interviews(dossier, round_id).items():
        action, urgent = next_action(interview, day)
        hints = tuple(warned.get(id_, ()))
        line = BoardLine(id_, interview, action, urgent, hints)
        if id_ in at_it and interview.state in _BEFORE:
            line = BoardLine(id_, interview, _("go on with it"), urgent=True, hints=hints)
        elif line.unweighed and interview.state in _BEFORE:
            line = BoardLine(id_, interview, _("weigh the conflict of interest"), urgent=True, hints=hints)
        found[interview.state].append(line)
    return {state: lines for state, lines in found.items() if lines}


def next_action(interview: Interview, day: date) -> tuple[str, bool]:
    """What is to be done next, and whether that is urgent."""
    words = _NEXT.get(interview.state)
    if words is None:
        return "", False
    planned, deadline = interview.when.planned, interview.approval_deadline
    if interview.state == "planned" and planned:
        if planned < day.isoformat():
            return _("was planned: held?"), True
        return (_("conduct it today"), True) if planned == day.isoformat() else (_(words), False)
    if interview.state == "for_approval" and deadline:
        late = deadline < day.isoformat()
        told = _("remind: due {day}") if late else _("wait until {day}")
        return told.format(day=show_day(deadline)), late
    return _(words), False
