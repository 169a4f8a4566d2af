"""A round at a glance: what ``boce round show`` tells, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from boce_tui.cycle.planning import (
    Coverage,
    bodies,
    count,
    count_by_state,
    coverage,
    documents,
    evaluators,
    interviews,
    open_recommendations,
    organisations,
    theme_warnings,
)
from boce_tui.cycle.planning.rounds import DATES
from boce_tui.cycle.rounds import the_round
from boce_tui.cycle.wording import theme_name
from boce_tui.domain.dates import show_day
from boce_tui.domain.vocabulary import GROUPS_PLURAL, INTERVIEW_STATE, label
from boce_tui.locale import _

if TYPE_CHECKING:
    from boce_tui.store import Dossier


class Table(NamedTuple):
    """Rows to print, and which columns are numbers."""

    rows: list[Sequence[object]]
    right: Sequence[int] = ()


def as_plain(dossier: Dossier, round_id: str) -> dict[str, Any]:
    """The round as plain data, ids untranslated."""
    going = interviews(dossier, round_id)
    matrix = coverage(dossier, round_id)
    return {
        "id": round_id,
        **msgspec.to_builtins(the_round(dossier, round_id)),
        "evaluators": list(evaluators(dossier, round_id)),
        "respondents": matrix.people,
        "interviews": {"total": count(going).interviews, "participants": count(going).participants}
        | {"by_state": count_by_state(dossier, round_id)},
        "documents": len(documents(dossier, round_id)),
        "open_recommendations": list(open_recommendations(dossier, round_id)),
        "coverage": {
            "municipalities": list(matrix.municipalities),
            "groups": [_row(row) for row in matrix.groups],
            "themes": [_row(row) for row in matrix.themes],
        },
    }


def _row(row: Any) -> dict[str, Any]:
    return {"id": row.id, "people": row.cells, "together": row.together, "thin": row.thin}


def lines(dossier: Dossier, round_id: str) -> Iterator[str | Table]:
    """The round as lines and tables to read."""
    round_ = the_round(dossier, round_id)
    yield f"{round_id}  {round_.title}"
    yield ""
    yield Table(list(_facts(dossier, round_id)))
    going = count(interviews(dossier, round_id))
    yield ""
    yield _("Interviews: {n}, with {people} different people").format(
        n=going.interviews, people=going.participants
    )
    states = [(label(INTERVIEW_STATE, s), n) for s, n in count_by_state(dossier, round_id).items() if n]
    if states:
        yield Table(list(states), right=[1])
    yield ""
    yield _("Coverage (people; the ! marks too few to say something about)")
    yield _matrix(dossier, coverage(dossier, round_id))
    for warning in theme_warnings(dossier):
        if warning.theme in round_.focus_themes:
            yield f"! {warning.message}"


def _facts(dossier: Dossier, round_id: str) -> Iterator[Sequence[object]]:
    round_ = the_round(dossier, round_id)
    body = bodies(dossier).get(round_.commissioning_body)
    facts = [
        (_("period"), round_.period),
        (_("assignment by"), body.name if body else ""),
        (_("focus themes"), ", ".join(theme_name(dossier, key) for key in round_.focus_themes)),
        (_("themes left out"), ", ".join(theme_name(dossier, key) for key in round_.left_out)),
        (_("question set"), round_.instrument),
        (_("previous round"), round_.previous),
        (_("evaluators"), ", ".join(evaluators(dossier, round_id))),
        (_("documents"), len(documents(dossier, round_id)) or ""),
        (_("open recommendations"), len(open_recommendations(dossier, round_id)) or ""),
    ]
    yield from (fact for fact in facts if fact[1])
    for step, pair in ((step, round_.dates[step]) for step in DATES if step in round_.dates):
        both = {"planned": show_day(pair.planned) or "?", "actual": show_day(pair.actual)}
        told = _("planned {planned}, was {actual}") if pair.actual else _("planned {planned}")
        yield label(DATES, step), told.format(**both)


def _matrix(dossier: Dossier, matrix: Coverage) -> Table:
    places = organisations(dossier)
    table: list[Sequence[object]] = [
        ("", *(places[key].display for key in matrix.municipalities), _("together"), "")
    ]
    for row in matrix.groups:
        table.append(
            (label(GROUPS_PLURAL, row.id), *row.cells.values(), row.together, "!" if row.thin else "")
        )
    for row in matrix.themes:
        table.append(
            (theme_name(dossier, row.id), *row.cells.values(), row.together, "!" if row.thin else "")
        )
    return Table(table, right=range(1, len(matrix.municipalities) + 2))
