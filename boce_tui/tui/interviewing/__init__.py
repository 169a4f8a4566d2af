"""The interview room: conducting an interview question by question.

``open_interview(app, round_id, interview_id)`` makes the room (show it with ``app.open``),
``interviews_screen(app)`` the list of interviews of the round one works in, and ``unfinished(dossier)`` names
the interview in which an unclean end left text behind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boce_tui.tui.interviewing.rooms import open_interview

if TYPE_CHECKING:
    from boce_tui.store import Dossier
    from boce_tui.tui.app import BoceApp
    from boce_tui.tui.interviewing.picker import InterviewsScreen

__all__ = ["interviews_screen", "open_interview", "unfinished"]


def interviews_screen(app: BoceApp) -> InterviewsScreen:
    """The list of interviews of the round one works in."""
    from boce_tui.cycle.context import latest_round
    from boce_tui.tui.interviewing.picker import InterviewsScreen

    return InterviewsScreen(app.dossier, latest_round(app.dossier))


def unfinished(dossier: Dossier) -> tuple[str, str] | None:
    """Round and interview with the text that was typed last before an unclean end, or None."""
    from boce_tui.cycle.interviewing import found

    waiting = found(dossier) if dossier.read_only is None else []
    return (waiting[0].key.round, waiting[0].key.interview) if waiting else None
