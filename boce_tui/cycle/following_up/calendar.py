"""The planned interviews and the meetings of a round as one calendar file (R78).

Of a meeting goes in what is on its invitation: title, place, themes, numbers of recommendations, and the
dates it had. What was noted, and why it was moved or cancelled, stays here; what goes in passes the same
checks as every document that leaves.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import msgspec

from boce_tui.cycle.following_up.documents import checked_meetings, meeting_list
from boce_tui.cycle.outgoing import Outgoing
from boce_tui.cycle.planning.calendar import interview_appointments
from boce_tui.cycle.rounds import the_round
from boce_tui.domain.dates import show_day
from boce_tui.domain.keys import join
from boce_tui.domain.meetings import CANCELLED, Meeting
from boce_tui.domain.vocabulary import Vocabulary
from boce_tui.errors import BadInput
from boce_tui.exchange.calendar import Appointment, calendar_file
from boce_tui.locale import N_, _, language
from boce_tui.names import Names
from boce_tui.reports.model.base import NO_TEXT
from boce_tui.reports.model.following_up import MeetingItem, MeetingList
from boce_tui.store import Dossier
from boce_tui.store.ident import read_hlc

INTERVIEWS, MEETINGS = "interviews", "meetings"
CALENDARS: Vocabulary = {
    INTERVIEWS: N_("all planned interviews as a calendar"),
    MEETINGS: N_("all meetings as a calendar"),
}
"""What can be in a calendar file."""

_MINUTES = 120
"""A meeting has no end in the dossier; this long it takes in the calendar."""
_COUNTED_FROM = int(datetime(2020, 1, 1, tzinfo=UTC).timestamp())


def prepare_calendar(
    dossier: Dossier,
    round_id: str,
    names: Names,
    *,
    only: str = "",
    with_names: bool = False,
) -> Outgoing:
    """Make the calendar file, checked; nothing is written.

    Args:
        dossier: The dossier.
        round_id: The round.
        names: The names file; while it is locked, texts of meetings cannot be checked and stop the file.
        only: An id of ``CALENDARS``; empty for both.
        with_names: Put the names of interviewees in it.

    Raises:
        BadInput: There is nothing with a day.
        PrivacyStop: Names were asked for and the names file is locked.
    """
    round_ = the_round(dossier, round_id)
    found: list[Appointment] = []
    if only in ("", INTERVIEWS):
        found += interview_appointments(dossier, round_id, names if with_names else None)
    shown = _invitations(meeting_list(dossier, round_id)) if only in ("", MEETINGS) else None
    if shown is not None:
        found += [_appointment(dossier, round_id, item) for item in shown.meetings]
    if not found:
        raise BadInput(_nothing(only), hint=_("Plan them first: boce, step 3, or the meetings."))
    data = calendar_file(round_.title, found)
    if shown is not None and shown.meetings:
        return replace(checked_meetings(dossier, round_id, names, shown), kind="calendar", markdown=data)
    return Outgoing("calendar", "evaluators", "", language(), data, ())


def _nothing(only: str) -> str:
    if only == INTERVIEWS:
        return _("No interview is planned on a day yet, so there is nothing for a calendar.")
    if only == MEETINGS:
        return _("No meeting is on a day yet, so there is nothing for a calendar.")
    return _("No interview and no meeting is on a day yet, so there is nothing for a calendar.")


def _invitations(found: MeetingList) -> MeetingList:
    """The meetings that are on a day, with only what may stand in anybody's calendar."""
    return msgspec.structs.replace(
        found, meetings=tuple(_invitation(one) for one in found.meetings if one.date)
    )


def _invitation(one: MeetingItem) -> MeetingItem:
    return msgspec.structs.replace(
        one,
        note=NO_TEXT,
        reason=NO_TEXT,
        moved=tuple(msgspec.structs.replace(before, reason=NO_TEXT) for before in one.moved),
        recommendations=tuple(msgspec.structs.replace(item, text=NO_TEXT) for item in one.recommendations),
    )


def _appointment(dossier: Dossier, round_id: str, one: MeetingItem) -> Appointment:
    key = join(round_id, one.id)
    return Appointment(
        # Not from a revision: a dossier that was handed over has other ones, and it is the same meeting.
        uid=f"{'example-' if dossier.example else ''}meeting-{round_id}-{one.id}@boce",
        changed=dossier.history(Meeting, key)[-1].at,
        version=_version(dossier, key),
        day=one.date,
        start=one.start,
        minutes=_MINUTES,
        title=one.title.value,
        place=one.place.value,
        text="\n".join(_lines(one)),
        cancelled=one.status == CANCELLED,
        private=False,
    )


def _version(dossier: Dossier, key: str) -> int:
    """Goes up with every change: by the dossier's own clock, which never goes back and is handed over too."""
    history = dossier.history(Meeting, key)
    last = max(read_hlc(row.hlc)[0] for row in dossier.export_rows(one.id for one in history))
    return last // 1000 - _COUNTED_FROM + len(history)


def _lines(one: MeetingItem) -> list[str]:
    said = []
    if one.body.value:
        said.append(_("Who meets: {body}").format(body=one.body.value))
    if one.moved:
        days = ", ".join(show_day(before.date) for before in one.moved)
        said.append(_("It was planned on: {days}").format(days=days))
    if one.status == CANCELLED and one.replaced_by.value:
        said.append(
            _("In its place: {title}, {date}")
            .format(title=one.replaced_by.value, date=show_day(one.replaced_on))
            .rstrip(", ")
        )
    if one.themes:
        said.append(_("Themes: {themes}").format(themes=", ".join(theme.value for theme in one.themes)))
    if one.recommendations:
        numbers = ", ".join(item.number for item in one.recommendations)
        said.append(_("Recommendations: {numbers}").format(numbers=numbers))
    return said
