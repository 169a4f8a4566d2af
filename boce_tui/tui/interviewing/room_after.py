"""The room after the interview: working it out, the history of an answer, opening an approved record."""

from __future__ import annotations

import boce_tui.tui.approving.commands  # noqa: F401  - registers the ids used below
from boce_tui.domain.keys import join
from boce_tui.domain.vocabulary import HELD_STATES
from boce_tui.tui.doors import open_door
from boce_tui.tui.interviewing.room_moving import RoomMoving


class RoomAfter(RoomMoving):
    """The room with the doors to what comes after it."""

    COMMANDS = ("approving.work-out", "approving.history")  # type: ignore[assignment]

    def can(self, command_id: str) -> bool:
        """Only what was held is worked out."""
        if command_id == "approving.work-out":
            return self.talk.interview.state in HELD_STATES
        return super().can(command_id)

    def action_approving_work_out(self) -> None:
        """The notes beside the final text, from this question on."""
        self._leave()
        self.note.leave()
        talk = self.talk
        key = talk.key(talk.step, self.desk.who)
        answered = talk.answers.value(key)
        here = str(key) if answered.text.strip() or answered.worked_out else ""
        target = here or join(talk.round_id, talk.interview_id)
        open_door(self.boce, "working_out", target, lambda _result: self._back_from_after())

    def action_approving_history(self) -> None:
        """Who changed this answer, and when."""
        from boce_tui.tui.approving import history_door

        self._leave()
        self.note.leave()
        key = str(self.talk.key(self.talk.step, self.desk.who))
        self.boce.open(history_door(self.boce, key), lambda _result: self._back_from_after())

    def _back_from_after(self) -> None:
        self.talk.read_again()
        self.call_later(self.show)
