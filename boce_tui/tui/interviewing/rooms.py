"""Making an interview room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boce_tui.cycle.interviewing import Conversation

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp
    from boce_tui.tui.interviewing.room import RoomScreen


def open_interview(app: BoceApp, round_id: str, interview_id: str) -> RoomScreen:
    """The room of one interview, at the place where it was left; show it with ``app.open``.

    Raises:
        BadInput: There is no such interview, or it has no participants or questions.
    """
    from boce_tui.tui.interviewing.room import RoomScreen

    return RoomScreen(Conversation(app.dossier, round_id, interview_id))
