"""What came back on a record; changes are typed before the record is locked."""

from __future__ import annotations

from collections.abc import Callable

from boce_tui.domain.approving import CHANGED
from boce_tui.domain.keys import join
from boce_tui.locale import _
from boce_tui.tui.doors import open_door
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.widgets.dialogs import Option, choose

_TYPE, _LOCK = "type", "lock"


def settle_answer(
    screen: BoceScreen, round_id: str, interview: str, result: str, note: Callable[[], object]
) -> None:
    """Note an answer; of "approved with changes" first ask whether the changes are in the text.

    Args:
        screen: The screen that asks.
        round_id: The round.
        interview: Id of the interview.
        result: What came back, an id of ``APPROVAL_RESULT``.
        note: Notes it.
    """
    if result != CHANGED:
        note()
        return

    def answered(choice: str) -> None:
        if choice == _LOCK:
            note()
            return
        open_door(screen.boce, "working_out", join(round_id, interview))
        screen.tell(_("Type the changes in the final texts. Then note 'approved with changes' once more."))

    choose(
        screen.boce,
        _("Are the changes in the text already?"),
        [
            Option(_TYPE, _("no, type them first")),
            Option(_LOCK, _("yes, note the approval")),
        ],
        answered,
        detail=_("Approval of everybody locks the record."),
    )
