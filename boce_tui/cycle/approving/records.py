"""The record of an interview on its way: sent, reminded, answered, unlocked (R35)."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from boce_tui.cycle.locking import LOCKED
from boce_tui.cycle.planning import fields
from boce_tui.cycle.planning.rounds import open_round
from boce_tui.cycle.today import today
from boce_tui.domain.approving import (
    APPROVED,
    CHANGED,
    NO_REPLY,
    Approval,
    InterviewRecord,
    Unlocking,
    settled,
    working_days_after,
)
from boce_tui.domain.dates import show_day
from boce_tui.domain.interviewing import Answer, Quote
from boce_tui.domain.keys import join, last
from boce_tui.domain.round import Interview
from boce_tui.domain.status import may_follow
from boce_tui.domain.text import clean_entry
from boce_tui.domain.vocabulary import APPROVAL_RESULT, INTERVIEW_STATE, label
from boce_tui.errors import BadInput
from boce_tui.locale import _
from boce_tui.store import Dossier, Stored

WAITING, WORKED_OUT = "for_approval", "worked_out"


def record_of(dossier: Dossier, round_id: str, interview: str) -> InterviewRecord:
    """The record of an interview; an empty one as long as it was not sent."""
    return dossier.value(InterviewRecord, join(round_id, interview)) or InterviewRecord()


def approvals(dossier: Dossier, round_id: str, interview: str) -> dict[str, Approval]:
    """Code -> how far the record is with them, for everyone at the table, in the order of the interview."""
    found = _interview(dossier, round_id, interview)
    known = record_of(dossier, round_id, interview).participants
    return {code: known.get(code, Approval()) for code in found.participants}


def send(dossier: Dossier, round_id: str, interview: str, *, deadline: str = "") -> Stored[InterviewRecord]:
    """Note that the record was sent, today, to everyone at the table who does not have it yet.

    What was sent is remembered by revision, so that corrections show. Its quotes are asked for.

    Args:
        dossier: The dossier.
        round_id: The round.
        interview: Id of the interview.
        deadline: The day before which they react; by default the working days of the round from today.

    Raises:
        BadInput: It is not worked out yet, or everybody has it already.
    """
    with dossier.change():
        round_ = open_round(dossier, round_id)
        found, record = _interview(dossier, round_id, interview), record_of(dossier, round_id, interview)
        if found.state not in (WORKED_OUT, WAITING):
            raise _not_now(found, WAITING)
        again = found.state == WORKED_OUT
        kept = {} if again else record.participants
        now = today(dossier)
        until = fields.day("approval_deadline", deadline)
        fresh = Approval(
            sent=now.isoformat(),
            deadline=until or working_days_after(now, round_.approval_days).isoformat(),
        )
        to = {code: kept.get(code) or fresh for code in found.participants}
        if not again and to == kept:
            raise BadInput(
                _("Everybody has this record already."),
                hint=_("A reminder is noted beside the name of the person."),
            )
        prefix = f"{join(round_id, interview)}/"
        _ask_for_quotes(dossier, round_id, prefix)
        made = msgspec.structs.replace(record, participants=to)
        if again or not record.answers:
            made = msgspec.structs.replace(
                made,
                answers={item.key: item.id for item in dossier.all(Answer, prefix)},
                quotes={item.key: item.id for item in _quotes(dossier, round_id, prefix)},
            )
        return _keep(dossier, round_id, interview, made, state=WAITING)


def _quotes(dossier: Dossier, round_id: str, prefix: str) -> list[Stored[Quote]]:
    return [q for q in dossier.all(Quote, f"{round_id}/") if q.value and q.value.answer.startswith(prefix)]


def _ask_for_quotes(dossier: Dossier, round_id: str, prefix: str) -> None:
    for item in _quotes(dossier, round_id, prefix):
        if item.value and item.value.approval == "no":
            dossier.save(msgspec.structs.replace(item.value, approval="asked"), item.key)


def set_deadline(
    dossier: Dossier, round_id: str, interview: str, code: str, deadline: str
) -> Stored[InterviewRecord]:
    """Give somebody another deadline.

    Raises:
        BadInput: Nothing is waited for from that person.
    """
    until = fields.day("approval_deadline", deadline, needed=True)
    with dossier.change():
        open_round(dossier, round_id)
        before = approvals(dossier, round_id, interview).get(code, Approval())
        if not before.sent or before.result:
            raise BadInput(
                _("Nothing is waited for from {code}.").format(code=code),
                hint=_("A deadline is for a record that was sent and not answered."),
            )
        return _change(dossier, round_id, interview, code, deadline=until)


def move_deadline(dossier: Dossier, round_id: str, interview: str, until: str) -> None:
    """The deadline of the whole interview was moved: so is that of everyone who is waited for."""
    record = dossier.value(InterviewRecord, join(round_id, interview))
    if record is not None:
        moved = {
            code: msgspec.structs.replace(one, deadline=until) if one.sent and not one.result else one
            for code, one in record.participants.items()
        }
        dossier.save(msgspec.structs.replace(record, participants=moved), join(round_id, interview))


def remind(dossier: Dossier, round_id: str, interview: str, code: str) -> Stored[InterviewRecord]:
    """Note that somebody was reminded today.

    Raises:
        BadInput: Nothing is waited for from that person.
    """
    with dossier.change():
        open_round(dossier, round_id)
        before = approvals(dossier, round_id, interview).get(code, Approval())
        if not before.sent or before.result:
            raise BadInput(
                _("Nothing is waited for from {code}.").format(code=code),
                hint=_("A reminder is for a record that was sent and not answered."),
            )
        day = today(dossier).isoformat()
        given = before.reminders if day in before.reminders else (*before.reminders, day)
        return _change(dossier, round_id, interview, code, reminders=given)


def answer(
    dossier: Dossier, round_id: str, interview: str, code: str, result: str
) -> Stored[InterviewRecord]:
    """Note what somebody answered; when everybody has approved, the record is approved and locked.

    Args:
        dossier: The dossier.
        round_id: The round.
        interview: Id of the interview.
        code: Who.
        result: An id of ``APPROVAL_RESULT``; empty = nothing was heard after all.

    Raises:
        BadInput: The record was not sent to them, is locked already, or the deadline is not over (no reply).
    """
    if result:
        fields.one_of("result", result, APPROVAL_RESULT)
    with dossier.change():
        open_round(dossier, round_id)
        found = _interview(dossier, round_id, interview)
        before = approvals(dossier, round_id, interview).get(code, Approval())
        if found.state != WAITING or not before.sent:
            raise _not_now(found, LOCKED)
        day = today(dossier)
        if result == NO_REPLY and before.deadline and day <= date.fromisoformat(before.deadline):
            raise BadInput(
                _("{code} has until {date} to react.").format(code=code, date=show_day(before.deadline)),
                hint=_("No reply is noted after that day."),
            )
        return _change(
            dossier, round_id, interview, code, result=result, answered=day.isoformat() if result else ""
        )


def approve_all(dossier: Dossier, round_id: str, interview: str) -> Stored[InterviewRecord]:
    """Note that everybody who was waited for has approved."""
    with dossier.change():
        if not record_of(dossier, round_id, interview).participants:
            send(dossier, round_id, interview)
        day = today(dossier).isoformat()
        kept = approvals(dossier, round_id, interview)
        done = {
            code: one
            if one.result in (APPROVED, CHANGED)
            else msgspec.structs.replace(one, sent=one.sent or day, result=APPROVED, answered=day)
            for code, one in kept.items()
        }
        record = msgspec.structs.replace(record_of(dossier, round_id, interview), participants=done)
        return _keep(dossier, round_id, interview, record, state=LOCKED)


def unlock(dossier: Dossier, round_id: str, interview: str, reason: str) -> Stored[InterviewRecord]:
    """Open an approved record again: it is worked out again, and has to be approved again.

    Args:
        dossier: The dossier.
        round_id: The round.
        interview: Id of the interview.
        reason: Why; it is kept with the moment and the profile.

    Raises:
        BadInput: There is no reason, or the record is not approved.
    """
    why = " ".join(clean_entry(reason).split())
    if not why:
        raise BadInput(
            _("An approved record is only opened with a reason."),
            hint=_("Type in a few words why it changes; it stays in the history."),
        )
    with dossier.change():
        open_round(dossier, round_id)
        found = _interview(dossier, round_id, interview)
        if found.state != LOCKED:
            raise BadInput(_("This record is not approved, so it is not locked."))
        opened = Unlocking(at=dossier.env.now().isoformat(), by=dossier.env.profile, reason=why)
        record = record_of(dossier, round_id, interview)
        made = msgspec.structs.replace(record, participants={}, unlocked=(*record.unlocked, opened))
        return _keep(dossier, round_id, interview, made, state=WORKED_OUT)


def take_back(dossier: Dossier, round_id: str, interview: str) -> None:
    """The interview went back before its approval: nobody is waited for any more."""
    record = dossier.value(InterviewRecord, join(round_id, interview))
    if record is not None and record.participants:
        dossier.save(msgspec.structs.replace(record, participants={}), join(round_id, interview))


def _change(
    dossier: Dossier, round_id: str, interview: str, code: str, **changes: Any
) -> Stored[InterviewRecord]:
    record = record_of(dossier, round_id, interview)
    everyone = approvals(dossier, round_id, interview)
    if code not in everyone:
        raise BadInput(_("{code} does not take part in {interview}.").format(code=code, interview=interview))
    everyone[code] = msgspec.structs.replace(everyone[code], **changes)
    made = msgspec.structs.replace(record, participants=everyone)
    lenient = open_round(dossier, round_id).no_reply_approves
    done = all(one.sent and settled(one, no_reply_approves=lenient) for one in everyone.values())
    state = LOCKED if done and _interview(dossier, round_id, interview).state == WAITING else ""
    return _keep(dossier, round_id, interview, made, state=state)


def _keep(
    dossier: Dossier, round_id: str, interview: str, record: InterviewRecord, *, state: str
) -> Stored[InterviewRecord]:
    """Save the record; state and deadline of the interview follow from it."""
    found = _interview(dossier, round_id, interview)
    if state and not may_follow(found.state, state):
        raise _not_now(found, state)
    open_ones = [one.deadline for one in record.participants.values() if one.deadline and not one.result]
    known = [one.deadline for one in record.participants.values() if one.deadline]
    made = msgspec.structs.replace(
        found,
        state=state or found.state,
        approval_deadline=min(open_ones) if open_ones else max(known, default=""),
    )
    dossier.save(made, join(round_id, interview))
    return dossier.save(record, join(round_id, interview))


def _interview(dossier: Dossier, round_id: str, interview: str) -> Interview:
    found = dossier.value(Interview, join(round_id, last(interview)))
    if found is None:
        raise BadInput(_("There is no interview {id} in this round.").format(id=interview))
    return found


def _not_now(found: Interview, state: str) -> BadInput:
    return BadInput(
        _("From '{before}' an interview cannot go to '{after}'.").format(
            before=label(INTERVIEW_STATE, found.state), after=label(INTERVIEW_STATE, state)
        ),
        hint=_("First work it out, then send the record, then note the answer."),
    )
