"""Every question of two years beside each other, with what may be shown of it (R72)."""

from __future__ import annotations

from dataclasses import dataclass

from boce_tui.cycle.analysing.reading import Readback
from boce_tui.cycle.comparing_years.keeping import kept_figure
from boce_tui.cycle.comparing_years.measuring import Measure, measures, said
from boce_tui.cycle.rounds import the_round
from boce_tui.domain.kept_figures import KeptFigure, KeptRow
from boce_tui.domain.years import Cell, Pair, Years, compare_kept, compare_years
from boce_tui.errors import BadInput
from boce_tui.instruments.model import Question
from boce_tui.instruments.versions import compare
from boce_tui.locale import _
from boce_tui.store import Dossier

COMPARED, REWORDED = "compared", "reworded"
OTHER, NEW, DROPPED, NOT_BOTH, NOTHING = "other", "new", "dropped", "not_both", "nothing"


@dataclass(frozen=True)
class YearRow:
    """One thing that is counted, in two years.

    Attributes:
        measure: What is counted, as the year that has it asks it (the later one when both do).
        state: ``compared``; ``reworded``: compared, though the words differ; ``other``: asked in such another
            way that answers may not stand beside each other; ``new`` or ``dropped``: asked in one year only;
            ``not_both``: the theme was in focus in one year only; ``nothing``: a year has no figures.
        years: What may be shown; None when it is not compared.
        asked_before: How it was asked in the earlier year, when that was in other words.
    """

    measure: Measure
    state: str
    years: Years | None = None
    asked_before: str = ""


@dataclass(frozen=True)
class SideBySide:
    """Two rounds beside each other, the earlier one first."""

    before: str
    after: str
    rows: tuple[YearRow, ...]


def side_by_side(dossier: Dossier, round_id: str, other: str = "") -> SideBySide:
    """Compare a round with an earlier one.

    Args:
        dossier: The dossier.
        round_id: The round.
        other: Another round; the round before it when empty.

    Raises:
        BadInput: There is no such round, or none before this one.
    """
    other = other or the_round(dossier, round_id).previous
    if not other:
        raise BadInput(
            _("Round {round} has no round before it to compare with.").format(round=round_id),
            hint=_("Two years can be compared from the second round on."),
        )
    if other == round_id:
        raise BadInput(_("A round cannot be compared with itself."))
    first, second = sorted((round_id, other), key=lambda key: (the_round(dossier, key).year, key))
    old, new = _Year(dossier, first), _Year(dossier, second)
    changes = {one.question: one for one in compare(old.readback.instrument, new.readback.instrument)}
    rows = []
    for id_, measure in {**new.measures, **old.measures}.items():
        measure = new.measures.get(id_, measure)
        change = changes[measure.question.id]
        rows.append(_row(old, new, id_, measure, change.kind, comparable=change.comparable))
    return SideBySide(first, second, tuple(rows))


class _Year:
    """One of the two rounds."""

    def __init__(self, dossier: Dossier, round_id: str) -> None:
        self.readback = Readback(dossier, round_id)
        found = measures(self.readback.instrument, self.readback.round.focus_themes)
        self.measures = {measure.id: measure for measure in found}
        prefix = f"{round_id}/"
        self.kept = {key[len(prefix) :]: one for key, one in dossier.values(KeptFigure, prefix).items()}

    @property
    def answered(self) -> bool:
        """The answers themselves are still there."""
        return bool(self.readback.rows)

    def words(self, question: Question) -> str:
        """How it was asked."""
        found = self.readback.instrument.get(question.id)
        return found.text.get() if found else ""


def _row(old: _Year, new: _Year, id_: str, measure: Measure, kind: str, *, comparable: bool) -> YearRow:
    if kind in (NEW, DROPPED):
        return YearRow(measure, kind)
    if not comparable:
        return YearRow(measure, OTHER, asked_before=old.words(measure.question))
    if id_ not in old.measures or id_ not in new.measures:
        return YearRow(measure, NOT_BOTH)
    years = _years(old, new, measure)
    if years is None:
        return YearRow(measure, NOTHING)
    if kind == REWORDED:
        return YearRow(measure, REWORDED, years, old.words(measure.question))
    return YearRow(measure, COMPARED, years)


def _years(old: _Year, new: _Year, measure: Measure) -> Years | None:
    threshold = max(old.readback.round.count_threshold, new.readback.round.count_threshold)
    if old.answered and new.answered:
        before, after = said(old.readback, measure), said(new.readback, measure)
        return compare_years(before, after, threshold, measure.kind) if before and after else None
    before_kept, after_kept = _kept(old, measure), _kept(new, measure)
    if before_kept is None or after_kept is None:
        return None
    total = compare_kept(_cell(before_kept.total), _cell(after_kept.total), threshold)
    if (
        total.mode != "exact"
        or not before_kept.groups
        or before_kept.groups.keys() != after_kept.groups.keys()
    ):
        return total
    groups: dict[str, Pair] = {}
    for name, row in before_kept.groups.items():
        one = compare_kept(_cell(row), _cell(after_kept.groups[name]), threshold)
        if one.total is None:
            return total
        groups[name] = one.total
    return Years(total.mode, total.word, total.total, groups)


def _kept(year: _Year, measure: Measure) -> KeptFigure | None:
    """What was kept of a year; of one that still has its answers: what would be kept of it now."""
    if not year.answered:
        return year.kept.get(measure.id)
    return kept_figure(year.readback, measure)


def _cell(row: KeptRow) -> Cell:
    return Cell(row.people, row.mean, row.counts)
