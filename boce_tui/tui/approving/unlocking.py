"""Opening an approved record again: a reason is asked, and kept."""

from __future__ import annotations

from collections.abc import Callable

from boce_tui.cycle.approving.records import unlock
from boce_tui.errors import BoceError
from boce_tui.locale import _
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.widgets.dialogs import ask_text


def ask_to_unlock(screen: BoceScreen, round_id: str, interview: str, then: Callable[[], object]) -> None:
    """Ask why, unlock the record, and go on.

    Args:
        screen: The screen that asks.
        round_id: The round.
        interview: Id of the interview.
        then: Called when it is unlocked.
    """

    def answered(reason: str) -> None:
        try:
            unlock(screen.boce.dossier, round_id, interview, reason)
        except BoceError as problem:
            screen.boce.tell_problem(problem)
            return
        then()

    ask_text(
        screen.boce,
        _("Why is the record of {interview} opened again?").format(interview=interview),
        answered,
        detail=_("It becomes 'worked out' again and has to be approved once more. Your reason is kept."),
        check=lambda text: "" if text.strip() else _("Without a reason it stays locked; esc cancels."),
    )
