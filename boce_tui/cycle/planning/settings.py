"""The agenda's name, the organisations and the bodies: settings of the dossier (R7, R8)."""

from __future__ import annotations

from typing import Any

import msgspec

from boce_tui.cycle.planning import fields
from boce_tui.cycle.planning.fields import FieldProblem, as_is, block, cleaned, line, needed_line, whole
from boce_tui.domain.agenda import Agenda, Ambition, Body, Organisation
from boce_tui.domain.recommendation import Recommendation
from boce_tui.domain.round import Evaluator, Respondent
from boce_tui.domain.text import fold
from boce_tui.domain.vocabulary import GROUPS
from boce_tui.locale import N_, _
from boce_tui.store import Dossier, Stored

AGENDA = "agenda"
ORGANISATION_KIND = {"municipality": N_("municipality"), "partner": N_("partner organisation")}

_AGENDA: dict[str, fields.Cleaner] = {
    "name": needed_line,
    "short_name": line,
    "region": line,
    "goal": block,
    "period": line,
    "programme_name": line,
}
_ORGANISATION: dict[str, fields.Cleaner] = {
    "name": needed_line,
    "display": line,
    "kind": lambda field, value: fields.one_of(field, value, ORGANISATION_KIND),
    "talent_network": as_is,
    "notes": block,
    "order": whole,
}
_BODY: dict[str, fields.Cleaner] = {
    "name": needed_line,
    "name_en": line,
    "group": lambda field, value: fields.one_of(field, value, GROUPS, needed=False),
    "single_holder": as_is,
    "per_municipality": as_is,
    "tasks": block,
    "powers": block,
    "order": whole,
}


def agenda(dossier: Dossier) -> Agenda:
    """The agenda of this dossier; an unnamed one when nothing was set yet."""
    return dossier.value(Agenda, AGENDA) or Agenda(name=_("Policy agenda"), example=dossier.example)


def change_agenda(dossier: Dossier, **changes: Any) -> Stored[Agenda]:
    """Set name, short name, region, goal, period or name of the programme (R7)."""
    clean = cleaned(changes, _AGENDA)
    with dossier.change():
        return dossier.save(msgspec.structs.replace(agenda(dossier), **clean), AGENDA)


def organisations(dossier: Dossier, kind: str = "") -> dict[str, Organisation]:
    """Id -> organisation, in their order; only those of a kind when that is given."""
    found = dossier.values(Organisation)
    return dict(
        sorted(
            ((key, o) for key, o in found.items() if not kind or o.kind == kind),
            key=lambda entry: (entry[1].order, entry[0]),
        )
    )


def municipalities(dossier: Dossier) -> dict[str, Organisation]:
    """Id -> municipality, in their order."""
    return organisations(dossier, "municipality")


def bodies(dossier: Dossier) -> dict[str, Body]:
    """Id -> body or role, in their order."""
    return dict(sorted(dossier.values(Body).items(), key=lambda entry: (entry[1].order, entry[0])))


def add_organisation(dossier: Dossier, *, key: str = "", **values: Any) -> Stored[Organisation]:
    """Add a municipality or another organisation. Without ``display`` its short code is its name."""
    clean = cleaned({"name": "", **values}, _ORGANISATION)
    clean["display"] = clean.get("display") or clean["name"]
    with dossier.change():
        known = organisations(dossier)
        _unlike_others(clean, {k: (o.name, o.display) for k, o in known.items()})
        clean.setdefault("order", _last(o.order for o in known.values()))
        return dossier.save(Organisation(**clean), _key(key, clean["name"], known, bodies(dossier)))


def change_organisation(dossier: Dossier, key: str, **changes: Any) -> Stored[Organisation]:
    """Change an organisation."""
    clean = cleaned(changes, _ORGANISATION)
    with dossier.change():
        known = organisations(dossier)
        fields.one_of("organisation", key, {k: o.name for k, o in known.items()})
        _unlike_others(clean, {k: (o.name, o.display) for k, o in known.items() if k != key})
        return dossier.save(msgspec.structs.replace(known[key], **clean), key)


def remove_organisation(dossier: Dossier, key: str) -> Stored[Organisation]:
    """Take an organisation out; refused as long as someone or something belongs to it."""
    with dossier.change():
        used = (
            any(key in r.municipalities for r in dossier.values(Respondent).values())
            or any(e.organisation == key for e in dossier.values(Evaluator).values())
            or any(d.municipality == key for a in dossier.values(Ambition).values() for d in a.decisions)
        )
        if used:
            raise in_use("organisation")
        return dossier.delete(Organisation, key)


def add_body(dossier: Dossier, *, key: str = "", **values: Any) -> Stored[Body]:
    """Add a body or role."""
    clean = cleaned({"name": "", **values}, _BODY)
    with dossier.change():
        known = bodies(dossier)
        _unlike_others(clean, {k: (b.name,) for k, b in known.items()})
        clean.setdefault("order", _last(b.order for b in known.values()))
        return dossier.save(Body(**clean), _key(key, clean["name"], known, organisations(dossier)))


def change_body(dossier: Dossier, key: str, **changes: Any) -> Stored[Body]:
    """Change a body or role."""
    clean = cleaned(changes, _BODY)
    with dossier.change():
        known = bodies(dossier)
        fields.one_of("body", key, {k: b.name for k, b in known.items()})
        _unlike_others(clean, {k: (b.name,) for k, b in known.items() if k != key})
        return dossier.save(msgspec.structs.replace(known[key], **clean), key)


def remove_body(dossier: Dossier, key: str) -> Stored[Body]:
    """Take a body out; refused as long as a recommendation is addressed to it."""
    with dossier.change():
        for item in dossier.values(Recommendation).values():
            if key in (item.addressee, item.owner, *item.co_addressees):
                raise in_use("body")
        return dossier.delete(Body, key)


def in_use(field: str) -> FieldProblem:
    """What something is still used for must be changed first."""
    return FieldProblem(
        field,
        _("This is still in use elsewhere in the dossier, so it stays."),
        hint=_("Change what uses it first. Nothing was changed."),
    )


def _unlike_others(clean: dict[str, Any], others: dict[str, tuple[str, ...]]) -> None:
    taken = {fold(word) for words in others.values() for word in words}
    for field in ("name", "display"):
        if field in clean and fold(clean[field]) in taken:
            raise FieldProblem(field, _("There is one with this name already."))


def _key(key: str, name: str, known: dict[str, Any], alike: dict[str, Any]) -> str:
    """The id given, or a new one; organisations and bodies never share one, because lists hold both."""
    if not key:
        return fields.new_id(name, {*known, *alike})
    if fields.item_id("id", key) in known:
        raise FieldProblem("id", _("There is one with this id already."))
    return key


def _last(orders: Any) -> int:
    return max(orders, default=0) + 1
