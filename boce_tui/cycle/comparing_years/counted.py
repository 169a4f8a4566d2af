"""Over how many people each figure of two years side by side is, as the reports call those figures (P10)."""

from __future__ import annotations

from boce_tui.cycle.comparing_years.measuring import Measure, measures
from boce_tui.cycle.comparing_years.side_by_side import SideBySide
from boce_tui.cycle.context import question_set
from boce_tui.cycle.rounds import the_round
from boce_tui.domain.vocabulary import GROUPS_PLURAL, label
from boce_tui.domain.years import Cell, Years
from boce_tui.locale import _
from boce_tui.reports.counted import row_key
from boce_tui.store import Dossier


def people_beside(dossier: Dossier, found: SideBySide) -> dict[str, int]:
    """Every number of people that the document prints, of both rounds; in the language of the moment."""
    people: dict[str, int] = {}
    for round_id in (found.before, found.after):
        focus = the_round(dossier, round_id).focus_themes
        own = {one.id: one for one in measures(question_set(dossier, round_id), focus)}
        for row in found.rows:
            measure = own.get(row.measure.id)
            if measure is not None and row.years is not None and row.years.total is not None:
                people |= _rows(round_id, measure, row.years, later=round_id == found.after)
    return people


def _rows(round_id: str, measure: Measure, years: Years, *, later: bool) -> dict[str, int]:
    column = measure.column.id if measure.column else ""
    figure = ".".join(filter(None, (measure.question.id, measure.theme, measure.part, column)))
    if years.total is None:
        return {}
    total: Cell = years.total.after if later else years.total.before
    if measure.row is not None:
        return {row_key(round_id, figure, measure.row.get("nl")): total.people}
    found = {row_key(round_id, figure, _("together"), total=True): total.people}
    words = {option.id: option.get("nl") for option in measure.options}
    for option, people in total.counts.items():
        found[row_key(round_id, figure, words.get(option, option))] = people
    for group, pair in years.groups.items():
        cell = pair.after if later else pair.before
        found[row_key(round_id, figure, label(GROUPS_PLURAL, group))] = cell.people
    return found
