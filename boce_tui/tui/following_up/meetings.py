"""The meetings of a round."""

from __future__ import annotations

from collections.abc import Iterable

import boce_tui.tui.following_up.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.following_up.meetings import (
    add_meeting,
    cancel,
    due,
    hold,
    meetings,
    move,
    remove_meeting,
    reopen,
)
from boce_tui.cycle.planning import bodies
from boce_tui.cycle.today import today
from boce_tui.cycle.wording import theme_name
from boce_tui.domain.dates import show_day
from boce_tui.domain.keys import join, last
from boce_tui.domain.meetings import CANCELLED, HELD, MEETING_STATUS, Meeting
from boce_tui.domain.vocabulary import label
from boce_tui.locale import _
from boce_tui.store import Dossier
from boce_tui.tui.asking_days import day_problem
from boce_tui.tui.following_up.meeting_form import MeetingScreen
from boce_tui.tui.following_up.writing import ask_meetings
from boce_tui.tui.planning.list_screen import ListScreen
from boce_tui.tui.signs import State, sign
from boce_tui.tui.text import Piece
from boce_tui.tui.widgets.dialogs import ask_text
from boce_tui.tui.widgets.pick_list import Column, PickRow
from boce_tui.tui.working.pick import Choice, pick

_SIGNS: dict[str, State] = {"planned": "open", "moved": "open", "cancelled": "skipped", "held": "done"}
_NOTHING = "-"


class MeetingsScreen(ListScreen):
    """Planned, moved, cancelled, held; a date is never lost."""

    COMMANDS = (
        "planning.open", "planning.new", "meetings.move", "meetings.cancel", "meetings.held",
        "following.make", "planning.filter", "planning.remove", "planning.undo",
    )  # fmt: skip
    HELP_ID = "following.meetings"

    def place(self) -> str:
        """The meetings."""
        return _("Meetings")

    def columns(self) -> Iterable[Column]:
        """Day, title, who, state, agenda."""
        return (
            Column(_("Date"), width=10),
            Column(_("Meeting")),
            Column(_("Who meets"), width=18, from_width=90),
            Column(_("State"), width=29),
            Column(_("Agenda"), width=24, from_width=110),
        )

    def empty(self) -> str:
        """What belongs here."""
        return _("No meeting was noted yet. n plans one: a meeting of the councils, of the steering group.")

    def rows(self) -> list[PickRow]:
        """By day."""
        found = meetings(self.dossier, self.round_id)
        open_ones = due(found, today(self.dossier).isoformat())
        return [self._row(id_, one, id_ in open_ones) for id_, one in found.items()]

    def _row(self, id_: str, one: Meeting, waits: bool) -> PickRow:
        body = bodies(self.dossier).get(one.body)
        words = label(MEETING_STATUS, one.status)
        if one.moved and one.status != CANCELLED:
            words = _("{state}, was {date}").format(state=words, date=show_day(one.moved[-1].date))
        state: Piece = f"{sign(_SIGNS[one.status])} {words}"
        if waits:
            state = (f"! {_('was it held?')}", "let-op")
        agenda = ", ".join(theme_name(self.dossier, theme) for theme in one.themes)
        return PickRow(
            id_,
            (show_day(one.date), one.title, body.name if body else one.body, state, agenda),
            " ".join(show_day(before.date) for before in one.moved),
        )

    def can(self, command_id: str) -> bool:
        """What makes sense for the meeting under the cursor."""
        if command_id in ("meetings.move", "meetings.cancel", "meetings.held"):
            one = self._current()
            if one is None:
                return False
            if command_id == "meetings.held":
                return one.status != CANCELLED
            return one.status != HELD
        return super().can(command_id)

    def _current(self) -> Meeting | None:
        return meetings(self.dossier, self.round_id).get(self.list.current or "")

    def open_item(self, item: str) -> None:
        """The form."""
        self.boce.open(MeetingScreen(self.boce, join(self.round_id, item)))

    def new(self) -> None:
        """By title."""
        ask_text(self.boce, _("What is the meeting called?"), self._add)

    def _add(self, title: str) -> None:
        key = self.do(title, lambda dossier: add_meeting(dossier, self.round_id, title=title).key)
        if key:
            self.list.go_to(last(key))
            self.open_item(last(key))

    def take_away(self, dossier: Dossier, item: str) -> None:
        """Take it out: it was entered by mistake."""
        remove_meeting(dossier, self.round_id, item)

    def removed_words(self, item: str) -> str:
        """By title."""
        found = meetings(self.dossier, self.round_id).get(item)
        return _("{item} taken away").format(item=found.title if found else item)

    def action_meetings_move(self) -> None:
        """To which date, and why."""
        one, id_ = self._current(), self.list.current or ""
        if one is None:
            return

        def dated(typed: str) -> None:
            ask_text(self.boce, _("Why is it moved? It may stay empty."), lambda why: moved(typed, why))

        def moved(typed: str, why: str) -> None:
            self.do(
                _("{title} moved").format(title=one.title),
                lambda dossier: move(dossier, self.round_id, id_, typed, why),
            )

        ask_text(
            self.boce,
            _("To which date does {title} move?").format(title=one.title),
            dated,
            detail=_("It is planned on {date}; that date is kept.").format(date=show_day(one.date))
            if one.date
            else "",
            check=day_problem,
        )

    def action_meetings_cancel(self) -> None:
        """Which one comes in its place, and why."""
        one, id_ = self._current(), self.list.current or ""
        if one is None:
            return
        others = meetings(self.dossier, self.round_id)
        options = [Choice(_NOTHING, _("nothing comes in its place"))]
        options += [
            Choice(key, f"{show_day(other.date)} {other.title}".strip())
            for key, other in others.items()
            if key != id_ and other.status not in (CANCELLED, HELD)
        ]

        def replaced(by: str) -> None:
            ask_text(
                self.boce,
                _("Why is it cancelled? It may stay empty."),
                lambda why: self.do(
                    _("{title} cancelled").format(title=one.title),
                    lambda dossier: cancel(dossier, self.round_id, id_, why, "" if by == _NOTHING else by),
                ),
            )

        pick(self.boce, _("What comes in place of {title}?").format(title=one.title), options, replaced)

    def action_meetings_held(self) -> None:
        """Held; or not, after all."""
        one, id_ = self._current(), self.list.current or ""
        if one is None:
            return
        if one.status == HELD:
            self.do(
                _("{title} not held yet").format(title=one.title),
                lambda dossier: reopen(dossier, self.round_id, id_),
            )
        else:
            self.do(
                _("{title} held").format(title=one.title), lambda dossier: hold(dossier, self.round_id, id_)
            )

    def action_following_make(self) -> None:
        """Write the meetings with their agenda, or as a calendar."""
        ask_meetings(self.boce)
