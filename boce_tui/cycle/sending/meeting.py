"""The joint meeting of the councils, with the day it was planned on first."""

from __future__ import annotations

from boce_tui.cycle.following_up.meetings import meetings
from boce_tui.cycle.rounds import the_round
from boce_tui.domain import meetings as kept
from boce_tui.domain.keys import join
from boce_tui.domain.meetings import CANCELLED
from boce_tui.domain.round import Round
from boce_tui.reports.model.base import Origin, Text
from boce_tui.reports.model.sending import Meeting
from boce_tui.store import Dossier

COUNCILS = "councils"


def councils_meeting(dossier: Dossier, round_id: str) -> Meeting:
    """When the councils talk about the report: the meeting that was noted, else the date of the round."""
    round_ = the_round(dossier, round_id)
    chosen = _noted(dossier, round_id, round_)
    if chosen is not None:
        return chosen
    noted = round_.dates.get(COUNCILS)
    if noted is None:
        return Meeting()
    moved = noted.actual and noted.actual != noted.planned
    return Meeting(first=noted.planned if moved else "", day=noted.actual or noted.planned)


def _noted(dossier: Dossier, round_id: str, round_: Round) -> Meeting | None:
    """The first meeting of the councils since the report, with the date of one it came in place of."""
    known = meetings(dossier, round_id)
    ours = {id_: one for id_, one in known.items() if one.body == COUNCILS}
    since = {id_: one for id_, one in ours.items() if not one.date or one.date >= round_.report_date} or ours
    on = [id_ for id_, one in since.items() if one.status != CANCELLED]
    if on:
        id_ = on[0]
        # One that came in place of a cancelled one: that date is the old one.
        before = next((one for one in ours.values() if one.replaced_by == id_), None)
        return _model(round_id, id_, known[id_], before)
    off = [one for one in since.values() if one.status == CANCELLED]
    return Meeting(first=off[-1].date, cancelled=True) if off else None


def _model(round_id: str, id_: str, one: kept.Meeting, before: kept.Meeting | None) -> Meeting:
    first = before.first_date if before else one.first_date
    return Meeting(
        first=first if first != one.date else "",
        day=one.date,
        start=one.start,
        place=Text(one.place, Origin(kept.Meeting.entity, join(round_id, id_), "place")),
    )
