"""What was decided, in words."""

from __future__ import annotations

from boce_tui.cycle.recalibrating.deciding import Subject
from boce_tui.domain.recalibrating import RECALIBRATION_OUTCOME
from boce_tui.domain.vocabulary import label
from boce_tui.locale import _


def outcome(one: Subject) -> str:
    """The choice; a stop without a formal decision says so, and so does nothing."""
    if one.undecided:
        return _("stopped without a decision")
    return label(RECALIBRATION_OUTCOME, one.value.choice)
