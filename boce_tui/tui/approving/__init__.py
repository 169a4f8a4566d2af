"""After an interview: working out, the history of an answer, the record and its approval.

Every door is called with the app and a key: of an interview (``2041/G07``), of an answer, or empty for the
list of the round one works in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp
    from boce_tui.tui.screen import BoceScreen


def approval_door(app: BoceApp, key: str = "") -> BoceScreen:
    """The records of the round by how far their approval is, or the approval of one interview."""
    from boce_tui.domain.keys import join
    from boce_tui.domain.round import Interview
    from boce_tui.tui.approving.approval import ApprovalScreen
    from boce_tui.tui.approving.approval_form import ApprovalFormScreen
    from boce_tui.tui.working.screen import of_round

    round_id, _slash, item = key.rpartition("/")
    whole = join(round_id or app.round_id, item)
    if item and app.dossier.value(Interview, whole) is not None:
        return of_round(app, lambda: ApprovalFormScreen(app, whole))
    return of_round(app, lambda: ApprovalScreen(app))


def records_door(app: BoceApp, key: str = "") -> BoceScreen:
    """The records of the round, with the cursor on the interview with that key."""
    from boce_tui.domain.keys import last
    from boce_tui.tui.approving.approval import ApprovalScreen
    from boce_tui.tui.working.screen import of_round

    return of_round(app, lambda: ApprovalScreen(app, at=last(key) if key else ""))


def working_out_door(app: BoceApp, key: str = "") -> BoceScreen:
    """Working out an interview, or the one an answer is of, at that answer; without a key the list."""
    from boce_tui.domain.keys import AnswerKey
    from boce_tui.tui.approving.working_out import WorkingOutScreen

    if not key:
        return approval_door(app)
    if key.count("/") > 1:
        place = AnswerKey.parse(key)
        return WorkingOutScreen(app, place.round, place.interview, at=place)
    round_id, _slash, interview = key.rpartition("/")
    return WorkingOutScreen(app, round_id or app.round_id, interview)


def history_door(app: BoceApp, key: str) -> BoceScreen:
    """The history of the answer with that key."""
    from boce_tui.tui.approving.history import HistoryScreen

    return HistoryScreen(app.dossier, key)
