"""The room when somebody takes back what they said: what it would do, before it is done."""

from __future__ import annotations

import boce_tui.tui.withdrawing.commands  # noqa: F401  - registers the ids used below
from boce_tui.domain.keys import join
from boce_tui.tui.interviewing.room_moving import RoomMoving
from boce_tui.tui.withdrawing import ask_to_withdraw


class RoomWithdrawing(RoomMoving):
    """The room with the way to a withdrawal."""

    COMMANDS = ("withdrawing.ask",)  # type: ignore[assignment]  # Textual's own palette is not used

    def can(self, command_id: str) -> bool:
        """An interview is withdrawn once."""
        if command_id == "withdrawing.ask":
            return self.talk.dossier.read_only is None and self.talk.settled != "withdrawn"
        return super().can(command_id)

    def action_withdrawing_ask(self) -> None:
        """Show what a withdrawal would do; what was typed is stored first."""
        ask_to_withdraw(self, join(self.talk.round_id, self.talk.interview_id))
