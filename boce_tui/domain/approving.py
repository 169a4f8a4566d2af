"""The approval of an interview's record by the people who gave it (R34-R36)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import ClassVar

import msgspec

from boce_tui.domain.base import Entity

APPROVED, CHANGED, NO_REPLY, TALK = "approved", "changed", "no_reply", "talk"
"""Values of `Approval.result`; empty = nothing was heard yet."""


class Approval(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How far the record is with one participant. Days are ``YYYY-MM-DD`` or empty."""

    sent: str = ""
    deadline: str = ""
    reminders: tuple[str, ...] = ()
    """The days on which a reminder was sent."""
    result: str = ""
    """An id of ``APPROVAL_RESULT``; empty = waiting."""
    answered: str = ""
    """The day of the result."""


class Unlocking(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A record that was approved and is changed after all."""

    at: str
    """ISO, in UTC."""
    by: str
    """Profile; never a person's name."""
    reason: str


class InterviewRecord(Entity, frozen=True, kw_only=True):
    """The record of an interview as it was sent; key = the interview's key (``2041/G07``).

    Whether it is approved is the state of the interview; here stands how that came about.
    """

    entity: ClassVar[str] = "interview_record"
    view: ClassVar[str] = "interview_records"
    participants: dict[str, Approval] = msgspec.field(default_factory=dict)
    """Code -> how far it is with them."""
    answers: dict[str, str] = msgspec.field(default_factory=dict)
    """Key of an answer -> the revision that was sent."""
    quotes: dict[str, str] = msgspec.field(default_factory=dict)
    """Key of a quote -> the revision that was sent."""
    unlocked: tuple[Unlocking, ...] = ()
    """Every time it was opened again after it had been approved, the first one first."""


def settled(approval: Approval, *, no_reply_approves: bool) -> bool:
    """True when nothing more is waited for and it counts as approved."""
    return approval.result in (APPROVED, CHANGED) or (approval.result == NO_REPLY and no_reply_approves)


def working_days_after(day: date, days: int) -> date:
    """The day that lies so many working days (Monday to Friday) later; public holidays are not known here."""
    while days > 0:
        day += timedelta(days=1)
        days -= day.weekday() < 5
    return day
