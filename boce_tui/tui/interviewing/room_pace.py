"""The room with an eye on the clock: time used and left, and what of the core is still open."""

from __future__ import annotations

from boce_tui.cycle.interviewing import Conversation
from boce_tui.cycle.interviewing.pace import Pace, pace
from boce_tui.locale import _, ngettext
from boce_tui.tui.interviewing.clock import TalkClock
from boce_tui.tui.interviewing.room_moving import RoomMoving
from boce_tui.tui.signs import mark, sign


class RoomPace(RoomMoving):
    """The room that says how the time is going; it never interrupts."""

    def __init__(self, talk: Conversation, clock: TalkClock | None = None) -> None:
        super().__init__(talk, clock)
        self._said = self._rank(self.pace())
        self._minute = self.clock.seconds // 60

    def pace(self) -> Pace:
        """How the time is going now."""
        return pace(self.clock.seconds, self.talk.interview.minutes, self.talk.steps, self.talk.state)

    def aside(self) -> str:
        """Time used, and how many core questions are open; while it lasts."""
        now = self.pace()
        time = _("{used} of {total} min").format(used=now.used, total=now.slot)
        if not self.talk.counting:
            return time
        core = ngettext("{count} core", "{count} core", now.core_open).format(count=now.core_open)
        late = f"{sign('warning')} " if now.core_open and (now.ending or now.over) else ""
        return f"{late}{time} {mark('·')} {core}"

    def _look(self) -> None:
        """Each second: the minutes in line 1, and once a word when the time is nearly or wholly used."""
        super()._look()
        if self.clock.seconds // 60 == self._minute:
            return
        self._minute = self.clock.seconds // 60
        self.refresh_bars()
        now = self.pace()
        rank = self._rank(now)
        if rank > self._said and self.talk.counting:
            self._said = rank
            self.tell(self._words(now), "warning")

    @staticmethod
    def _rank(now: Pace) -> int:
        return 2 if now.over else 1 if now.ending else 0

    def _words(self, now: Pace) -> str:
        if now.over:
            time = _("The agreed {minutes} minutes are over.").format(minutes=now.slot)
        else:
            time = ngettext("{count} minute left.", "{count} minutes left.", now.left).format(count=now.left)
        if not now.core_open:
            return f"{time} {_('Every core question is answered.')}"
        core = ngettext("{count} core question is open.", "{count} core questions are open.", now.core_open)
        said = f"{time} {core.format(count=now.core_open)}"
        if now.others_open and not self.talk.short:
            said += " " + _("^r leaves out the others.")
        return said
