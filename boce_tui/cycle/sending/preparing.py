"""Every document that goes out when the round is over, by its id."""

from __future__ import annotations

from boce_tui.cycle.outgoing import Outgoing
from boce_tui.cycle.reporting.decided import prepare_decided
from boce_tui.cycle.sending.feedback import prepare_feedback
from boce_tui.cycle.sending.letter import prepare_letter
from boce_tui.cycle.sending.summary import prepare_summary
from boce_tui.domain.sending import DECIDED, FEEDBACK, LETTER, SUMMARY
from boce_tui.names import Names
from boce_tui.store import Dossier

_MAKERS = {
    LETTER: prepare_letter,
    SUMMARY: prepare_summary,
    FEEDBACK: prepare_feedback,
    DECIDED: prepare_decided,
}


def prepare(kind: str, dossier: Dossier, round_id: str, names: Names, *, draft: bool = False) -> Outgoing:
    """One of these documents, checked; nothing is written.

    Raises:
        BadInput: There is no such round.
    """
    return _MAKERS[kind](dossier, round_id, names, draft=draft)
