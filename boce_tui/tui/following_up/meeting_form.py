"""The form of one meeting."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from textual.content import Content

import boce_tui.tui.following_up.commands  # noqa: F401  - registers the help
from boce_tui.cycle.following_up.meetings import change_meeting, meetings, on_the_agenda
from boce_tui.cycle.planning import bodies, themes
from boce_tui.cycle.wording import theme_name
from boce_tui.domain.dates import show_day
from boce_tui.domain.keys import last
from boce_tui.domain.meetings import CANCELLED, MEETING_STATUS, Meeting
from boce_tui.domain.vocabulary import label
from boce_tui.locale import _
from boce_tui.store import Dossier
from boce_tui.tui.planning.entries import Entry
from boce_tui.tui.planning.record_screen import RecordScreen
from boce_tui.tui.text import assemble, lines
from boce_tui.tui.widgets.choice import Choosable


class MeetingScreen(RecordScreen):
    """One meeting; another date is a move."""

    HELP_ID = "following.meeting"
    kind = Meeting

    def place(self) -> str:
        """Its title."""
        return " · ".join((_("Meetings"), self.item.title if self.item else last(self.key)))

    def change(self, dossier: Dossier, **changes: Any) -> Any:
        """Keep other values."""
        return change_meeting(dossier, self.key.rpartition("/")[0], last(self.key), **changes)

    def entries(self) -> Iterable[Entry]:
        """What, who, when, where, and what is on the agenda."""
        yield Entry("title", "line")
        yield Entry("body", "pick", label=lambda: _("who meets"), options=self._bodies)
        yield Entry("date", "day", hint=lambda: _("Another date moves the meeting; the old one is kept."))
        yield Entry("state", "info", get=self._state)
        yield Entry("start", "line", label=lambda: _("starts at"))
        yield Entry("place", "line")
        yield Entry("themes", "many", label=lambda: _("themes on the agenda"), options=self._themes)
        yield Entry(
            "recommendations",
            "picks",
            label=lambda: _("recommendations on the agenda"),
            options=self._recommendations,
        )
        yield Entry("note", "block", hint=lambda: _("What else is on the agenda, or what came of it."))

    def _state(self) -> Content:
        one = self.item
        rows = [assemble(label(MEETING_STATUS, one.status))]
        for before in one.moved:
            told = _("was planned on {date}").format(date=show_day(before.date))
            rows.append(assemble((f"{told}: {before.reason}" if before.reason else told, "stil")))
        if one.status == CANCELLED:
            if one.reason:
                rows.append(assemble((one.reason, "stil")))
            other = meetings(self.dossier, self.key.rpartition("/")[0]).get(one.replaced_by)
            if other:
                words = _("in its place: {title}").format(title=f"{other.title} {show_day(other.date)}")
                rows.append(assemble((words, "stil")))
        return lines(*rows)

    def _bodies(self) -> list[Choosable]:
        return [Choosable(key, body.name) for key, body in bodies(self.dossier).items()]

    def _themes(self) -> list[Choosable]:
        return [Choosable(key, theme_name(self.dossier, key)) for key in themes(self.dossier)]

    def _recommendations(self) -> list[Choosable]:
        found = on_the_agenda(self.dossier, self.key.rpartition("/")[0])
        return [Choosable(key, f"{number} {item.text}") for key, (number, item) in found.items()]
