"""I1-I3: what may not leave about candidate themes."""

from __future__ import annotations

from collections.abc import Iterator

from boce_tui.locale import _
from boce_tui.reports.documents import Document
from boce_tui.reports.gates.finding import ERROR, WARNING, GateFinding, Places
from boce_tui.reports.model.intake import Candidate, IntakeModel, IntakesModel


def decisions_stand(
    document: Document[IntakeModel] | Document[IntakesModel], places: Places
) -> Iterator[GateFinding]:
    """I1: nothing incomplete is included; I2: who deviates says why; I3: a decision has a body and a day."""
    model = document.model
    for one in (model.candidate,) if isinstance(model, IntakeModel) else model.candidates:
        yield from _decision(one, places)


def _decision(one: Candidate, places: Places) -> Iterator[GateFinding]:
    judged, origin = one.judged, one.title.origin
    if one.host_task:
        return  # what was decided about it stands in its route, which cannot be out of order
    if judged.premature:
        message = _("{number} was included, but its intake is not complete.").format(number=one.number)
        mend = _("Fill in what is missing, or decide otherwise.")
        yield places.finding(ERROR, "I1", message, mend, origin=origin, detail=one.number)
    if judged.unmotivated:
        message = _("The decision on {number} differs from the advice, without a motivation.").format(
            number=one.number
        )
        mend = _("Write down at the decision why.")
        yield places.finding(ERROR, "I2", message, mend, origin=origin, detail=one.number)
    if judged.decision and not (judged.date and judged.body):
        message = _("Who decided on {number}, or when, is missing.").format(number=one.number)
        mend = _("Fill in the body and the date of the decision.")
        yield places.finding(WARNING, "I3", message, mend, origin=origin, detail=one.number)
