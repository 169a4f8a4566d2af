"""Where the planned result of a part of a progress round comes from: the plan, or the round before."""

from __future__ import annotations

import msgspec

from boce_tui.cycle.planning.fields import FieldProblem
from boce_tui.cycle.progressing.plan import plan_of, results
from boce_tui.cycle.progressing.rounds import Cell, cells
from boce_tui.domain.dates import show_day
from boce_tui.domain.keys import join
from boce_tui.domain.plans import AnnualPlan
from boce_tui.domain.progressing import PLANNED, ProgressEntry, ProgressRound
from boce_tui.domain.sheets import Filled
from boce_tui.locale import _
from boce_tui.store import Dossier

PLAN, ADJUSTED, BEFORE, OWN = "plan", "adjusted", "before", "own"


def planned_from(dossier: Dossier, key: str) -> dict[str, str]:
    """Key of each cell with a planned result -> where that comes from.

    ``plan``: as it stands in the annual plan; ``adjusted``: the plan says something else; ``before``: as in
    the progress round before; ``own``: written here.
    """
    found = dossier.value(ProgressRound, key)
    if found is None:
        return {}
    plan = results(dossier, found.plan)
    texts = {cell.key: (cell, cell.entry.text(PLANNED)) for cell in cells(dossier, key)}
    return {place: _from(dossier, found, plan, cell, text) for place, (cell, text) in texts.items() if text}


def _from(
    dossier: Dossier, found: ProgressRound, plan: dict[tuple[str, str], str], cell: Cell, text: str
) -> str:
    said = plan.get((cell.theme, cell.form))
    if said is not None:
        return PLAN if said == text else ADJUSTED
    before = (
        dossier.value(ProgressEntry, join(found.previous, cell.theme, cell.form)) if found.previous else None
    )
    return BEFORE if before is not None and before.text(PLANNED) == text else OWN


def plan_title(dossier: Dossier, key: str) -> str:
    """What the annual plan a progress round starts from is called; empty when there is none."""
    plan = _plan(dossier, key)
    return plan.title if plan else ""


def plan_words(dossier: Dossier, key: str) -> str:
    """The same, with its day."""
    plan = _plan(dossier, key)
    return f"{plan.title} ({show_day(plan.date)})" if plan and plan.date else plan_title(dossier, key)


def _plan(dossier: Dossier, key: str) -> AnnualPlan | None:
    found = dossier.value(ProgressRound, key)
    return dossier.value(AnnualPlan, found.plan) if found and found.plan else None


def source_words(dossier: Dossier, cell: str) -> str:
    """Where the planned result of one cell comes from, in a few words; empty when nothing is planned."""
    key, theme, form = cell.rsplit("/", 2)
    found, entry = dossier.value(ProgressRound, key), dossier.value(ProgressEntry, cell)
    text = entry.text(PLANNED) if entry else ""
    if found is None or entry is None or not text:
        return ""
    kind = _from(dossier, found, results(dossier, found.plan), Cell(cell, theme, form, entry), text)
    plan = plan_title(dossier, key)
    words = {
        PLAN: _("planned: {plan}").format(plan=plan),
        ADJUSTED: _("planned: {plan}, adjusted").format(plan=plan),
        BEFORE: _("planned: as last time"),
    }
    return words.get(kind, "")


def take_plan(dossier: Dossier, key: str) -> int:
    """Fill what has no planned result yet from the annual plan of that year; how many were filled.

    Raises:
        FieldProblem: There is no progress round, or no plan of its year.
    """
    with dossier.change() as change:
        found = change.value(ProgressRound, key)
        if found is None:
            raise FieldProblem("id", _("There is no progress round yet."))
        plan = plan_of(change, key.split("/")[0], found.date)
        if not plan:
            raise FieldProblem(
                "year",
                _("There is no annual plan of {year}.").format(year=found.date[:4]),
                hint=_("Begin one: boce plan new YEAR"),
            )
        planned = results(change, plan)
        change.save(msgspec.structs.replace(found, plan=plan), key)
        filled = 0
        for cell in list(cells(change, key)):
            text = planned.get((cell.theme, cell.form), "")
            if text and not cell.entry.text(PLANNED):
                before = cell.entry.at(PLANNED)
                answers = {PLANNED: Filled(text=text, values=before.values), **_others(cell.entry)}
                made = msgspec.structs.replace(cell.entry, version=found.version, answers=answers)
                change.save(made, cell.key)
                filled += 1
        return filled


def _others(entry: ProgressEntry) -> dict[str, Filled]:
    return {question: said for question, said in entry.answers.items() if question != PLANNED}
