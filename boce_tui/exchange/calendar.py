"""Appointments as a calendar file (RFC 5545) that Outlook opens; the same data gives the same bytes.

Times go out in UTC, so no calendar has to know our time zone; an appointment without a time takes the day.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from boce_tui.domain.text import inert_block, inert_line

if TYPE_CHECKING:
    from icalendar import Event

ZONE = ZoneInfo("Europe/Amsterdam")
PRODUCT = "-//boce-tui//boce//NL"


@dataclass(frozen=True)
class Appointment:
    """One appointment.

    Attributes:
        uid: Stays the same as long as it is the same appointment.
        changed: When it last changed, UTC (ISO); never the moment of writing the file.
        version: Goes up with every change.
        day: The day, ``YYYY-MM-DD``.
        start: ``HH:MM`` on the clock in the Netherlands; empty = no time is known.
        minutes: How long it takes.
        title: One line.
        place: One line.
        text: What else stands in it.
        cancelled: It does not go on; calendars take it out, or show that.
        private: Others who can see the calendar see only that one is not free.
    """

    uid: str
    changed: str
    version: int
    day: str
    start: str
    minutes: int
    title: str
    place: str = ""
    text: str = ""
    cancelled: bool = False
    private: bool = True


def calendar_file(name: str, appointments: Iterable[Appointment]) -> bytes:
    """The file: CRLF, long lines folded, in order of day, time and id.

    Args:
        name: Name of the calendar.
        appointments: What stands in it.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", inert_line(name))
    for one in sorted(appointments, key=lambda item: (item.day, item.start, item.uid)):
        calendar.add_component(_event(one))
    return bytes(calendar.to_ical(sorted=False))


def _event(one: Appointment) -> Event:
    from icalendar import Event

    event = Event()
    changed = datetime.fromisoformat(one.changed).astimezone(UTC).replace(microsecond=0)
    event.add("uid", one.uid)
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("sequence", one.version)
    day = date.fromisoformat(one.day)
    if one.start:
        begin = datetime.combine(day, time.fromisoformat(one.start), ZONE).astimezone(UTC)
        event.add("dtstart", begin)
        event.add("dtend", begin + timedelta(minutes=one.minutes))
    else:
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
    event.add("summary", inert_line(one.title))
    if one.place.strip():
        event.add("location", inert_line(one.place))
    if one.text.strip():
        event.add("description", inert_block(one.text))
    event.add("class", "PRIVATE" if one.private else "PUBLIC")
    event.add("status", "CANCELLED" if one.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if one.cancelled else "OPAQUE")
    return event
