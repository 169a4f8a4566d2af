"""Figures that stay with a round when its answers are erased, for next year to stand beside."""

from __future__ import annotations

from boce_tui.cycle.analysing.figures import Figure, compare
from boce_tui.cycle.analysing.reading import Readback
from boce_tui.cycle.comparing_years.measuring import Measure, measures
from boce_tui.domain.kept_figures import KeptFigure, KeptRow
from boce_tui.domain.keys import join
from boce_tui.domain.threshold import may_count
from boce_tui.store import Dossier


def keep_figures(dossier: Dossier, round_id: str) -> int:
    """Keep what the final report may show of each counted question; returns how many figures were kept.

    Called when a round is made final, in the same transaction. What was kept before and may not be shown any
    more is taken away.
    """
    readback = Readback(dossier, round_id)
    found = {}
    for measure in measures(readback.instrument, readback.round.focus_themes):
        figure = kept_figure(readback, measure)
        if figure is not None:
            found[join(round_id, measure.id)] = figure
    for item in dossier.all(KeptFigure, f"{round_id}/"):
        if item.key not in found:
            dossier.delete(KeptFigure, item.key)
    for key, figure in found.items():
        dossier.save(figure, key)
    return len(found)


def kept_figure(readback: Readback, measure: Measure) -> KeptFigure | None:
    """What may be kept of one counted thing; None when nothing of it may be shown."""
    found = compare(
        readback,
        measure.question.id,
        measure.theme,
        measure.part,
        row=measure.row.id if measure.row else "",
        column=measure.column.id if measure.column else "",
    )
    if found.total is None or found.total.same:
        return None
    total = _row(found.total, measure, found.threshold)
    if total is None:
        return None
    groups = {name: _row(figure, measure, found.threshold) for name, figure in found.groups.items()}
    kept = {name: row for name, row in groups.items() if row is not None}
    apart = not found.hidden and len(kept) == len(groups) and not any(f.same for f in found.groups.values())
    return KeptFigure(total=total, groups=kept if apart else {})


def _row(figure: Figure, measure: Measure, threshold: int) -> KeptRow | None:
    if measure.kind == "rating":
        return KeptRow(people=figure.people, mean=round(figure.mean, 4)) if figure.mean is not None else None
    if not all(may_count(people, threshold) for _option, people in figure.counts):
        return None
    return KeptRow(people=figure.people, counts=dict(figure.counts))
