"""The annual plan (R77): entered or imported, and what a progress round starts from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from boce_tui.cycle.planning import fields
from boce_tui.cycle.planning.fields import FieldProblem, cleaned
from boce_tui.cycle.planning.settings import in_use
from boce_tui.cycle.planning.themes import decided, themes
from boce_tui.cycle.rounds import the_round
from boce_tui.domain.keys import join, last
from boce_tui.domain.plans import AnnualPlan, PlannedResult
from boce_tui.domain.progressing import ProgressRound
from boce_tui.domain.vocabulary import FORMS
from boce_tui.locale import _
from boce_tui.store import Dossier, Stored

Place = tuple[str, str]
"""Theme and form."""

_PLAN: dict[str, fields.Cleaner] = {
    "title": fields.needed_line,
    "date": fields.day,
    "source": fields.line,
}


def plans(dossier: Dossier, round_id: str = "") -> dict[str, AnnualPlan]:
    """Key -> annual plan, the earliest year first; those of one round only when it is named."""
    found = dossier.values(AnnualPlan, f"{round_id}/" if round_id else "")
    return dict(sorted(found.items(), key=lambda one: (one[1].year, one[0])))


def plan_key(dossier: Dossier, round_id: str, year: str = "") -> str:
    """The key of the plan of a year; without one that of the latest.

    Raises:
        FieldProblem: There is none.
    """
    known = {last(key): one.title for key, one in plans(dossier, round_id).items()}
    if not known:
        raise FieldProblem("year", _("There is no annual plan yet."), hint=_("Begin one: boce plan new YEAR"))
    return join(round_id, fields.one_of("year", year.strip(), known) if year else list(known)[-1])


def plan_of(dossier: Dossier, round_id: str, day: str) -> str:
    """The key of the plan that holds on a day: of this round, else of the latest round that has one."""
    found = {key: one for key, one in plans(dossier).items() if f"{one.year:04d}" == day[:4]}
    own = join(round_id, day[:4])
    return own if own in found else max(found, default="")


def results(dossier: Dossier, key: str) -> dict[Place, str]:
    """What is planned: theme and form -> text; nothing for what was left empty."""
    found = dossier.values(PlannedResult, f"{key}/") if key else {}
    placed = {(place.split("/")[2], place.split("/")[3]): one.text.strip() for place, one in found.items()}
    return {place: text for place, text in placed.items() if text}


def themes_of(dossier: Dossier, key: str) -> tuple[str, ...]:
    """The themes that can have results in a plan: running in that year, or planned already."""
    plan = dossier.value(AnnualPlan, key)
    if plan is None:
        return ()
    begin, end = f"{plan.year:04d}-01-01", f"{plan.year:04d}-12-31"
    there = {theme for theme, _form in results(dossier, key)}
    found = []
    for id_, theme in themes(dossier).items():
        ended = theme.exit.date if theme.exit and decided(theme) else ""
        if id_ in there or (theme.start <= end and (not ended or ended > begin)):
            found.append(id_)
    return (*found, *sorted(there - set(found)))


def add_plan(dossier: Dossier, round_id: str, year: int | str, **values: Any) -> Stored[AnnualPlan]:
    """Begin the annual plan of a year.

    Raises:
        BadInput: There is no such round.
        FieldProblem: The year has a plan in this round already, or a field is wrong.
    """
    the_round(dossier, round_id)
    number = fields.number("year", year, 1990, 2999)
    clean = cleaned(values, _PLAN)
    clean.setdefault("title", _("Annual plan {year}").format(year=number))
    with dossier.change() as change:
        if change.value(AnnualPlan, join(round_id, str(number))) is not None:
            raise FieldProblem("year", _("There is an annual plan of {year} already.").format(year=number))
        return change.save(AnnualPlan(year=number, **clean), join(round_id, str(number)))


def change_plan(dossier: Dossier, key: str, **changes: Any) -> Stored[AnnualPlan]:
    """Change its title, day or source.

    Raises:
        FieldProblem: It is gone, or a field is wrong.
    """
    clean = cleaned(changes, _PLAN)
    with dossier.change() as change:
        return change.save(msgspec.structs.replace(_there(change, key), **clean), key)


def set_result(dossier: Dossier, key: str, theme: str, form: str, text: str) -> Stored[PlannedResult]:
    """Write what is planned for one theme in one form; an empty text takes it out.

    Raises:
        FieldProblem: The plan or the theme is not there, or there is no such form.
    """
    words = fields.block("text", text)
    with dossier.change() as change:
        _there(change, key)
        known = {id_: one.name for id_, one in themes(change).items()}
        place = join(key, fields.one_of("theme", theme, known), fields.one_of("form", form, FORMS))
        return change.save(PlannedResult(text=words), place)


def set_results(dossier: Dossier, key: str, found: Mapping[Place, str]) -> None:
    """Write several; all of them, or nothing when one is wrong."""
    with dossier.change() as change:
        for (theme, form), text in found.items():
            set_result(change, key, theme, form, text)


def remove_plan(dossier: Dossier, key: str) -> Stored[AnnualPlan]:
    """Take a plan away with everything in it; undo brings it back.

    Raises:
        FieldProblem: It is gone, or a progress round started from it.
    """
    with dossier.change() as change:
        _there(change, key)
        if any(one.plan == key for one in change.values(ProgressRound).values()):
            raise in_use("year")
        for item in change.all(PlannedResult, f"{key}/"):
            change.delete(PlannedResult, item.key)
        return change.delete(AnnualPlan, key)


def _there(dossier: Dossier, key: str) -> AnnualPlan:
    found = dossier.value(AnnualPlan, key)
    if found is None:
        raise FieldProblem(
            "year", _("There is no such annual plan."), hint=_("Bring it back with undo first.")
        )
    return found
