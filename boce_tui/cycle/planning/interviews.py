"""Interviews: who is at the table, when, and how far the planning is (R10, R11)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from boce_tui.cycle.giving_numbers import next_id
from boce_tui.cycle.planning import fields
from boce_tui.cycle.planning.fields import FieldProblem, as_is, block, cleaned, day, line
from boce_tui.cycle.planning.people import evaluators, respondents
from boce_tui.cycle.planning.rounds import open_round
from boce_tui.cycle.planning.settings import in_use
from boce_tui.cycle.today import today
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.keys import join, last
from boce_tui.domain.round import Interview, Planned
from boce_tui.domain.status import OVER, may_follow, next_states
from boce_tui.domain.vocabulary import HELD_STATES, INTERVIEW_STATE, label
from boce_tui.locale import _
from boce_tui.store import Dossier, Stored


def _when(field: str, value: Planned) -> Planned:
    return Planned(planned=day(field, value.planned), actual=day(field, value.actual))


_INTERVIEW: dict[str, fields.Cleaner] = {
    "participants": fields.lines,
    "evaluators": fields.lines,
    "when": _when,
    "start": fields.clock_time,
    "minutes": lambda field, value: fields.number(field, value, 5, 480),
    "place": line,
    "short_route": as_is,
    "approval_deadline": day,
    "conflict": block,
    "note": block,
}


def interviews(dossier: Dossier, round_id: str, state: str = "") -> dict[str, Interview]:
    """Id -> interview of a round, by id; only those in a state when that is given."""
    found = dossier.values(Interview, f"{round_id}/")
    return {last(key): i for key, i in found.items() if not state or i.state == state}


def add_interview(dossier: Dossier, round_id: str, **values: Any) -> Stored[Interview]:
    """Plan an interview with one or more participants; its id is the next ``G01``, ``G02`` ..."""
    clean = cleaned({"participants": (), **values}, _INTERVIEW)
    with dossier.change():
        open_round(dossier, round_id)
        made = _linked(dossier, round_id, Interview(**clean), "")
        return dossier.save(made, join(round_id, _next(dossier, round_id)))


def plan_the_rest(dossier: Dossier, round_id: str) -> list[Stored[Interview]]:
    """One interview for everybody who is in none yet, evaluators included when there are any."""
    with dossier.change():
        open_round(dossier, round_id)
        placed = {code for i in interviews(dossier, round_id).values() for code in i.participants}
        everyone = tuple(evaluators(dossier, round_id))
        return [
            add_interview(dossier, round_id, participants=(code,), evaluators=everyone)
            for code in respondents(dossier, round_id)
            if code not in placed
        ]


def update_interview(dossier: Dossier, round_id: str, key: str, **changes: Any) -> Stored[Interview]:
    """Change who is there, when and where; the state has `set_state`."""
    clean = cleaned(changes, _INTERVIEW)
    with dossier.change():
        open_round(dossier, round_id)
        made = msgspec.structs.replace(_interview(dossier, round_id, key), **clean)
        if "approval_deadline" in clean:
            from boce_tui.cycle.approving.records import move_deadline

            move_deadline(dossier, round_id, key, made.approval_deadline)
        return dossier.save(_linked(dossier, round_id, made, key), join(round_id, key))


def set_state(
    dossier: Dossier, round_id: str, key: str, state: str, *, date: str = "", start: str = ""
) -> Stored[Interview]:
    """Bring an interview to another planning state.

    Args:
        dossier: The dossier.
        round_id: The round.
        key: Id of the interview.
        state: An id of `INTERVIEW_STATE`.
        date: The day: planned on for ``planned``, held on for ``held`` (today when it is left out).
        start: Time of the day.

    ``for_approval`` notes that the record was sent to everybody, ``approved`` that they all agreed.

    Raises:
        BadInput: This state cannot follow, ``planned`` has no date, or the record is locked.
    """
    fields.one_of("state", state, INTERVIEW_STATE)
    with dossier.change():
        open_round(dossier, round_id)
        before = _interview(dossier, round_id, key)
        if state == "withdrawn" != before.state:
            raise FieldProblem(
                "state",
                _("Withdrawing erases what was said, so it is a step of its own."),
                hint=_("Use: boce erase {id}, or ^p and 'Withdraw the interview'.").format(id=key),
            )
        if not may_follow(before.state, state):
            possible = ", ".join(label(INTERVIEW_STATE, one) for one in next_states(before.state))
            raise FieldProblem(
                "state",
                _("From '{before}' an interview cannot go to '{after}'.").format(
                    before=label(INTERVIEW_STATE, before.state), after=label(INTERVIEW_STATE, state)
                ),
                hint=_("Possible now: {states}.").format(states=possible),
            )
        if state != before.state and _approval_step(dossier, round_id, key, before.state, state):
            before = _interview(dossier, round_id, key)
        made = msgspec.structs.replace(
            before,
            state=state,
            when=_dated(dossier, before, state, day("when", date)),
            start=fields.clock_time("start", start) or before.start,
        )
        return dossier.save(made, join(round_id, key))


def _approval_step(dossier: Dossier, round_id: str, key: str, before: str, after: str) -> bool:
    """What belongs to a state of the approval besides the word; whether there was anything."""
    from boce_tui.cycle.approving import records

    if before == "approved" and after not in OVER:
        raise FieldProblem(
            "state",
            _("This record is approved. Opening it again asks a reason."),
            hint=_("Unlock it in the app: ^p and 'Unlock the record'."),
        )
    if after == "for_approval":
        records.send(dossier, round_id, key)
    elif after == "approved":
        records.approve_all(dossier, round_id, key)
    elif before == "for_approval":
        records.take_back(dossier, round_id, key)
    else:
        return False
    return True


def remove_interview(dossier: Dossier, round_id: str, key: str) -> Stored[Interview]:
    """Take an interview out; refused as soon as it has answers (then it can be cancelled or withdrawn)."""
    with dossier.change():
        open_round(dossier, round_id)
        _interview(dossier, round_id, key)
        if dossier.values(Answer, f"{round_id}/{key}/"):
            raise in_use("id")
        return dossier.delete(Interview, join(round_id, key))


@dataclass(frozen=True)
class Count:
    """How many interviews there are, and how many different people take part in them (R11)."""

    interviews: int
    participants: int


def count(found: Mapping[str, Interview]) -> Count:
    """Count the interviews that were not called off, and every participant once."""
    going = [one for one in found.values() if one.state not in OVER]
    return Count(len(going), len({code for one in going for code in one.participants}))


def count_by_state(dossier: Dossier, round_id: str) -> dict[str, int]:
    """State -> number of interviews, for every state, in order (R10)."""
    numbers = Counter(i.state for i in interviews(dossier, round_id).values())
    return {state: numbers[state] for state in INTERVIEW_STATE}


def _dated(dossier: Dossier, before: Interview, state: str, date: str) -> Planned:
    when = before.when
    if state == "planned":
        if not (date or when.planned):
            raise FieldProblem("when", _("A planned interview has a date."), hint=_("Such as 12-05-2041."))
        return msgspec.structs.replace(when, planned=date or when.planned)
    if state == "held" and before.state not in HELD_STATES:
        held = date or when.actual or today(dossier).isoformat()
        return msgspec.structs.replace(when, actual=held)
    return when


def _linked(dossier: Dossier, round_id: str, made: Interview, key: str) -> Interview:
    known = {code: code for code in respondents(dossier, round_id)}
    if not made.participants:
        raise FieldProblem("participants", _("Choose at least one."))
    fields.several_of("participants", made.participants, known)
    fields.several_of("evaluators", made.evaluators, {id_: id_ for id_ in evaluators(dossier, round_id)})
    for other, interview in interviews(dossier, round_id).items():
        if other != key and made.state not in OVER and interview.state not in OVER:
            twice = [code for code in made.participants if code in interview.participants]
            if twice:
                raise FieldProblem(
                    "participants",
                    _("{code} takes part in {interview} already.").format(code=twice[0], interview=other),
                )
    return made


def _next(dossier: Dossier, round_id: str) -> str:
    ever = {last(row.key) for row in dossier.head_rows(Interview, f"{round_id}/")}
    return next_id(dossier, round_id, "G", ever)


def _interview(dossier: Dossier, round_id: str, key: str) -> Interview:
    found = dossier.value(Interview, join(round_id, key))
    if found is None:
        raise FieldProblem("id", _("There is no interview {id} in this round.").format(id=key))
    return found
