"""Respondents by code and evaluators; their names go to the names file (R9, R13, R115)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import msgspec

from boce_tui.cycle.giving_numbers import next_code, next_id
from boce_tui.cycle.planning import fields
from boce_tui.cycle.planning.fields import FieldProblem, as_is, block, cleaned, day, line
from boce_tui.cycle.planning.rounds import open_round
from boce_tui.cycle.planning.settings import in_use, organisations
from boce_tui.cycle.planning.themes import themes
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.keys import CODE, AnswerKey, join, last
from boce_tui.domain.round import Evaluator, Interview, Respondent
from boce_tui.domain.vocabulary import GROUPS, ROLE_GROUP, ROLES
from boce_tui.locale import _
from boce_tui.names import Names, Person, not_checked
from boce_tui.store import Dossier, Stored

MOST_INVOLVED = 3


def _involvement(field: str, value: Mapping[str, int | str]) -> dict[str, int]:
    return {theme: fields.number(field, degree, 0, MOST_INVOLVED) for theme, degree in value.items()}


def _role(field: str, value: str) -> str:
    return fields.one_of(field, value, ROLES)


def _roles(field: str, value: tuple[str, ...]) -> tuple[str, ...]:
    return fields.several_of(field, value, ROLES)


_RESPONDENT: dict[str, fields.Cleaner] = {
    "group": lambda field, value: fields.one_of(field, value, GROUPS),
    "role": _role,
    "other_roles": _roles,
    "municipalities": fields.lines,
    "themes": _involvement,
    "participated_before": as_is,
    "evaluator_conflict": block,
}
_EVALUATOR: dict[str, fields.Cleaner] = {
    "organisation": line,
    "municipal_employee": as_is,
    "confidentiality_signed": day,
    "superior_roles": _roles,
}
_PERSON: dict[str, fields.Cleaner] = {
    "name": fields.needed_line,
    "surname": line,
    "email": line,
    "phone": line,
    "function": line,
    "municipality": line,
    "consent": as_is,
}


def respondents(dossier: Dossier, round_id: str) -> dict[str, Respondent]:
    """Code -> respondent of a round, by code."""
    return {last(key): r for key, r in dossier.values(Respondent, f"{round_id}/").items()}


def evaluators(dossier: Dossier, round_id: str) -> dict[str, Evaluator]:
    """Id -> evaluator of a round."""
    return {last(key): e for key, e in dossier.values(Evaluator, f"{round_id}/").items()}


def used_codes(dossier: Dossier, names: Names | None = None) -> set[str]:
    """Every code that was ever given out, in any round, deleted ones included: none is used twice."""
    used = {last(row.key) for row in dossier.head_rows(Respondent)}
    if names and names.unlocked:
        used |= set(names.data().people)
    return used


def person(**values: Any) -> Person:
    """A person for the names file, every field checked."""
    return Person(**cleaned({"name": "", **values}, _PERSON))


def checked_respondent(dossier: Dossier, **values: Any) -> Respondent:
    """A respondent with every field and link checked; without a group it follows from the role."""
    if not values.get("group"):
        values["group"] = ROLE_GROUP.get(values.get("role", ""), "")
    clean = cleaned({"role": "", **values}, _RESPONDENT)
    places = {key: o.name for key, o in organisations(dossier).items()}
    known = {key: t.name for key, t in themes(dossier).items()}
    if "municipalities" in clean:
        clean["municipalities"] = fields.several_of("municipalities", clean["municipalities"], places)
    fields.several_of("themes", clean.get("themes", {}), known)
    clean["other_roles"] = tuple(r for r in clean.get("other_roles", ()) if r != clean["role"])
    return Respondent(**clean)


def add_respondent(
    dossier: Dossier, round_id: str, *, names: Names | None = None, who: Person | None = None, **values: Any
) -> Stored[Respondent]:
    """Add a respondent under a code drawn at random.

    Args:
        dossier: The dossier.
        round_id: The round.
        names: The names of the dossier; must be unlocked when ``who`` is given.
        who: Who it is; goes to the names file only.
        **values: Fields of the respondent (role, group, municipalities, themes ...).
    """
    open_round(dossier, round_id)
    made = checked_respondent(dossier, **values)
    code = next_code(dossier, used_codes(dossier, names))
    with _name_first(names, code, who):
        return dossier.save(made, join(round_id, code))


def update_respondent(dossier: Dossier, round_id: str, code: str, **changes: Any) -> Stored[Respondent]:
    """Change a respondent."""
    with dossier.change():
        open_round(dossier, round_id)
        before = _respondent(dossier, round_id, code)
        values = {name: getattr(before, name) for name in _RESPONDENT}
        return dossier.save(checked_respondent(dossier, **{**values, **changes}), join(round_id, code))


def remove_respondent(
    dossier: Dossier, round_id: str, code: str, *, names: Names | None = None
) -> Stored[Respondent]:
    """Take a respondent out of the round; refused as long as an interview holds the code.

    The code is not used again. The name goes too when the names are unlocked.
    """
    with dossier.change():
        open_round(dossier, round_id)
        _respondent(dossier, round_id, code)
        if any(code in i.participants for i in dossier.values(Interview, f"{round_id}/").values()) or any(
            AnswerKey.parse(key).participant == code for key in dossier.values(Answer, f"{round_id}/")
        ):
            raise in_use("code")
        gone = dossier.delete(Respondent, join(round_id, code))
    if names and names.unlocked:
        names.remove(code)
    return gone


@contextmanager
def _name_first(names: Names | None, code: str, who: Person | None) -> Iterator[None]:
    """Keep the name before the code is used, and take it out again when that fails.

    Encrypting takes seconds, so it does not happen inside the dossier's transaction.
    """
    if who is None:
        yield
        return
    if names is None:
        raise not_checked()
    put_name(names, code, who)
    try:
        yield
    except BaseException:
        names.remove(code)
        raise


def put_name(names: Names, code: str, who: Person) -> None:
    """Keep who stands behind a code (or behind ``{round}/{evaluator}``)."""
    if CODE.match(code):
        names.put({code: who})
    else:
        names.put({}, {code: who})


def add_evaluator(
    dossier: Dossier, round_id: str, *, names: Names | None = None, who: Person | None = None, **values: Any
) -> Stored[Evaluator]:
    """Add an evaluator: ``EV1``, ``EV2`` ...; the name goes to the names file only."""
    open_round(dossier, round_id)
    made = Evaluator(**_evaluator(dossier, values))
    ever = {last(key) for key in dossier.head_keys(Evaluator, f"{round_id}/")}
    key = join(round_id, next_id(dossier, round_id, "EV", ever, width=1))
    with _name_first(names, key, who):
        return dossier.save(made, key)


def update_evaluator(dossier: Dossier, round_id: str, key: str, **changes: Any) -> Stored[Evaluator]:
    """Change an evaluator."""
    with dossier.change():
        open_round(dossier, round_id)
        before = evaluators(dossier, round_id).get(key)
        if before is None:
            raise FieldProblem("evaluators", _("There is no evaluator {id} in this round.").format(id=key))
        return dossier.save(
            msgspec.structs.replace(before, **_evaluator(dossier, changes)), join(round_id, key)
        )


def remove_evaluator(
    dossier: Dossier, round_id: str, key: str, *, names: Names | None = None
) -> Stored[Evaluator]:
    """Take an evaluator out; refused as long as an interview names them."""
    with dossier.change():
        open_round(dossier, round_id)
        if any(key in i.evaluators for i in dossier.values(Interview, f"{round_id}/").values()):
            raise in_use("evaluators")
        gone = dossier.delete(Evaluator, join(round_id, key))
    if names and names.unlocked:
        names.remove(join(round_id, key))
    return gone


def _evaluator(dossier: Dossier, values: dict[str, Any]) -> dict[str, Any]:
    clean = cleaned(values, _EVALUATOR)
    places = {key: o.name for key, o in organisations(dossier).items()}
    if "organisation" in clean:
        fields.one_of("organisation", clean["organisation"], places, needed=False)
    return clean


def _respondent(dossier: Dossier, round_id: str, code: str) -> Respondent:
    found = dossier.value(Respondent, join(round_id, code))
    if found is None:
        raise FieldProblem("code", _("There is no {code} in this round.").format(code=code))
    return found
