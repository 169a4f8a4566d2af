"""Starting a progress round, and its cells: every theme of that moment in every form (R71, R74, R77)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from boce_tui.cycle.context import round_context
from boce_tui.cycle.filling import SheetBook, keep_question_set, question_set_of
from boce_tui.cycle.giving_numbers import next_id
from boce_tui.cycle.planning import fields, themes
from boce_tui.cycle.planning.fields import FieldProblem, line
from boce_tui.cycle.planning.settings import in_use
from boce_tui.cycle.planning.themes import decided
from boce_tui.cycle.progressing.plan import plan_of, results
from boce_tui.cycle.rounds import the_round
from boce_tui.domain.analysis import Finding
from boce_tui.domain.dates import show_day
from boce_tui.domain.keys import join, last
from boce_tui.domain.progressing import INSTRUMENT, PLANNED, ProgressEntry, ProgressRound
from boce_tui.domain.recommendation import FollowUp
from boce_tui.domain.sheets import Filled
from boce_tui.domain.vocabulary import FORMS
from boce_tui.locale import _
from boce_tui.store import Dossier, Stored

CELL = "cell"
"""The section of the question set that comes with every theme in every form."""


@dataclass(frozen=True)
class Cell:
    """One theme in one form.

    Attributes:
        key: Key of its entry, also while there is none.
    """

    key: str
    theme: str
    form: str
    entry: ProgressEntry

    @property
    def said(self) -> bool:
        """Somebody said how it stands, or that there are no activities."""
        return self.entry.idle or bool(self.entry.status)


def progress_rounds(dossier: Dossier, round_id: str = "") -> dict[str, ProgressRound]:
    """Key -> progress round, the earliest first; those of one round only when it is named."""
    found = dossier.values(ProgressRound, f"{round_id}/" if round_id else "")
    return dict(sorted(found.items(), key=lambda one: (one[1].date, one[0])))


def progress_key(dossier: Dossier, round_id: str, asked: str = "") -> str:
    """The key of a progress round by its id; without one the latest.

    Raises:
        FieldProblem: There is none.
    """
    found = progress_rounds(dossier, round_id)
    if not found:
        raise FieldProblem(
            "id", _("There is no progress round yet."), hint=_("Start one: boce progress new --date DATE")
        )
    if not asked:
        return list(found)[-1]
    known = {last(key): one.title for key, one in found.items()}
    return join(round_id, fields.one_of("id", asked.strip().upper(), known))


def running_themes(dossier: Dossier, day: str) -> tuple[str, ...]:
    """The themes that are worked on on a day: begun by then, and not ended by a decision."""
    found = []
    for key, theme in themes(dossier).items():
        ended = theme.exit.date if theme.exit and decided(theme) else ""
        if theme.start <= day and (not ended or ended > day):
            found.append(key)
    return tuple(found)


def add_progress_round(
    dossier: Dossier, round_id: str, date: str, *, title: str = ""
) -> Stored[ProgressRound]:
    """Start a progress round with the themes of that day.

    Its planned results come from the progress round before when that was in the same year, else from the
    annual plan of that year, and when there is none from the progress round before.

    Args:
        dossier: The dossier.
        round_id: The round in which it is.
        date: The day the state is of.
        title: Else "Progress on DATE".

    Raises:
        FieldProblem: The day is wrong or has one already, or there are no themes.
    """
    the_round(dossier, round_id)
    day = fields.day("date", date, needed=True)
    name = line("title", title) or _("Progress on {date}").format(date=show_day(day))
    with dossier.change() as change:
        known = progress_rounds(change)
        if any(one.date == day for one in known.values()):
            raise FieldProblem("date", _("There is a progress round of this day already."))
        running = running_themes(change, day)
        if not running:
            raise FieldProblem("themes", _("No theme was running on that day."))
        instrument = keep_question_set(change, round_id, INSTRUMENT)
        earlier = [key for key, one in known.items() if one.date < day]
        used = {last(item.key) for item in change.all(ProgressRound, f"{round_id}/")}
        key = join(round_id, next_id(change, round_id, "P", used, 1))
        made = ProgressRound(
            title=name,
            date=day,
            version=instrument.version,
            previous=earlier[-1] if earlier else "",
            plan=plan_of(change, round_id, day),
            themes=running,
        )
        stored = change.save(made, key)
        planned = results(change, made.plan)
        for cell in list(cells(change, key)):
            text = _planned(change, made, planned.get((cell.theme, cell.form), ""), cell)
            if text:
                answers = {PLANNED: Filled(text=text)}
                change.save(ProgressEntry(version=instrument.version, answers=answers), cell.key)
        return stored


def remove_progress_round(dossier: Dossier, key: str) -> Stored[ProgressRound]:
    """Take a progress round away with everything in it; the history stays.

    Raises:
        FieldProblem: A finding or the follow-up of a recommendation rests on something in it.
    """
    inside = f"{key}/"
    with dossier.change() as change:
        rests = [(e.kind, e.key) for found in change.values(Finding).values() for e in found.evidence]
        rests += [(by.kind, by.key) for found in change.values(FollowUp).values() for by in found.shown]
        if any(kind == ProgressEntry.entity and one.startswith(inside) for kind, one in rests):
            raise in_use("id")
        gone = change.value(ProgressRound, key)
        for later, one in change.values(ProgressRound).items():
            if gone is not None and one.previous == key:
                change.save(msgspec.structs.replace(one, previous=gone.previous), later)
        for entry in change.all(ProgressEntry, f"{key}/"):
            change.delete(ProgressEntry, entry.key)
        return change.delete(ProgressRound, key)


def cells(dossier: Dossier, key: str) -> Iterator[Cell]:
    """Every theme of a progress round in every form; four themes give twelve."""
    found = dossier.value(ProgressRound, key)
    entries = dossier.values(ProgressEntry, f"{key}/")
    for theme in found.themes if found else ():
        for form in FORMS:
            place = join(key, theme, form)
            yield Cell(place, theme, form, entries.get(place, ProgressEntry()))


def cell_book(dossier: Dossier, key: str) -> SheetBook[ProgressEntry]:
    """What is filled in of one cell; begins it when nobody did.

    Raises:
        FieldProblem: The progress round has no such cell.
    """
    progress, theme, form = key.rsplit("/", 2)
    round_id = key.split("/")[0]
    found = dossier.value(ProgressRound, progress)
    if found is None or theme not in found.themes or form not in FORMS:
        raise FieldProblem("theme", _("The progress round has no such part."))
    if dossier.value(ProgressEntry, key) is None and not dossier.read_only:
        dossier.save(ProgressEntry(version=found.version), key)
    instrument = question_set_of(dossier, round_id, INSTRUMENT)
    return SheetBook(dossier, ProgressEntry, key, instrument, round_context(dossier, round_id), (CELL, form))


def round_book(dossier: Dossier, key: str) -> SheetBook[ProgressRound]:
    """What is filled in about the progress round as a whole."""
    round_id = key.split("/")[0]
    instrument = question_set_of(dossier, round_id, INSTRUMENT)
    own = [s.id for s in instrument.sections if s.id != CELL and s.id not in FORMS]
    return SheetBook(dossier, ProgressRound, key, instrument, round_context(dossier, round_id), own)


def _planned(dossier: Dossier, made: ProgressRound, planned: str, cell: Cell) -> str:
    before = dossier.value(ProgressRound, made.previous) if made.previous else None
    entry = dossier.value(ProgressEntry, join(made.previous, cell.theme, cell.form)) if before else None
    text = entry.text(PLANNED) if entry else ""
    if before is not None and text and before.date[:4] == made.date[:4]:
        return text  # what was adjusted during the year stays so
    return planned if made.plan else text
