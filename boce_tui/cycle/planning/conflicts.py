"""Possible conflicts of interest: the own organisation or a superior of an evaluator is interviewed (R13)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from boce_tui.cycle.planning.interviews import interviews
from boce_tui.cycle.planning.people import evaluators, respondents
from boce_tui.cycle.planning.settings import organisations
from boce_tui.domain.round import Evaluator, Interview, Respondent
from boce_tui.domain.vocabulary import ROLES, label
from boce_tui.locale import _
from boce_tui.store import Dossier


@dataclass(frozen=True)
class ConflictHint:
    """A possible conflict of interest of an evaluator with a participant (R13).

    ``kind`` is ``own_organisation``, ``superior`` or ``recorded``.
    """

    evaluator: str
    code: str
    kind: str
    message: str


def conflict_hints(dossier: Dossier, round_id: str, key: str) -> list[ConflictHint]:
    """What the evaluators should weigh before this interview."""
    known = interviews(dossier, round_id).get(key)
    return _all_hints(dossier, round_id, {key: known})[key] if known else []


def conflicts(dossier: Dossier, round_id: str) -> dict[str, list[ConflictHint]]:
    """Id -> the hints of every interview that has any."""
    found = _all_hints(dossier, round_id, interviews(dossier, round_id))
    return {id_: hints for id_, hints in found.items() if hints}


def conflicts_of_people(dossier: Dossier, round_id: str) -> dict[str, list[ConflictHint]]:
    """Code -> what any evaluator of the round should weigh before talking to this person."""
    everyone = tuple(evaluators(dossier, round_id))
    tables = {
        code: Interview(participants=(code,), evaluators=everyone) for code in respondents(dossier, round_id)
    }
    return {code: hints for code, hints in _all_hints(dossier, round_id, tables).items() if hints}


def _all_hints(
    dossier: Dossier, round_id: str, found: Mapping[str, Interview]
) -> dict[str, list[ConflictHint]]:
    evaluating, people = evaluators(dossier, round_id), respondents(dossier, round_id)
    places = {k: o.name for k, o in organisations(dossier).items()}
    return {id_: _hints_of(i, evaluating, people, places) for id_, i in found.items()}


def _hints_of(
    interview: Interview,
    evaluating: Mapping[str, Evaluator],
    people: Mapping[str, Respondent],
    places: dict[str, str],
) -> list[ConflictHint]:
    found: list[ConflictHint] = []
    for code in interview.participants:
        if code not in people:
            continue
        for id_ in interview.evaluators:
            if id_ in evaluating:
                found += _hints(id_, evaluating[id_], code, people[code], places)
        if people[code].evaluator_conflict:
            found.append(ConflictHint("", code, "recorded", people[code].evaluator_conflict))
    return found


def _hints(
    id_: str, evaluator: Evaluator, code: str, who: Respondent, places: dict[str, str]
) -> list[ConflictHint]:
    own = evaluator.organisation in who.municipalities
    names = {
        "evaluator": id_,
        "code": code,
        "place": places.get(evaluator.organisation, evaluator.organisation),
    }
    found = []
    if own:
        message = _("{evaluator} works at {place}, and so does {code}.").format(**names)
        found.append(ConflictHint(id_, code, "own_organisation", message))
    over = [role for role in who.roles if role in evaluator.superior_roles]
    if over and (own or not who.municipalities):  # who belongs to no municipality may be over all of them
        found.append(
            ConflictHint(
                id_,
                code,
                "superior",
                _("{code} ({role}) is a superior of {evaluator}.").format(
                    role=label(ROLES, over[0]), **names
                ),
            )
        )
    return found
