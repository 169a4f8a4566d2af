"""The third status of an ambition: how far people say it came, counted with the threshold (R4)."""

from __future__ import annotations

from boce_tui.cycle.analysing.current import current
from boce_tui.cycle.analysing.figures import Comparison, compare
from boce_tui.store import Dossier


def perceived(dossier: Dossier, round_id: str, theme: str) -> Comparison | None:
    """The answers to the question that asks how far an ambition came; None when no question asks it."""
    readback = current(dossier, round_id)
    for question in readback.instrument.questions:
        for part in question.parts:
            if question.per_theme and part.type == "realisation_status":
                return compare(readback, question.id, theme, part.id)
    return None
