"""Ambitions with what was decided, formally and by the evaluators, and what became of them (R3, R4)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from boce_tui.cycle.planning import fields
from boce_tui.cycle.planning.fields import (
    FieldProblem,
    as_is,
    block,
    cleaned,
    day,
    line,
    needed_line,
    whole,
)
from boce_tui.cycle.planning.settings import bodies, municipalities
from boce_tui.cycle.planning.themes import themes
from boce_tui.domain.agenda import Ambition, CouncilDecision, Status
from boce_tui.domain.round import Round
from boce_tui.domain.vocabulary import REALISATION_STATUS
from boce_tui.locale import _
from boce_tui.store import Dossier, Stored

_AMBITION: dict[str, fields.Cleaner] = {
    "theme": needed_line,
    "text": lambda field, value: block(field, value, needed=True),
    "source": line,
    "valid_from": day,
    "decisions": as_is,
    "order": whole,
}


def ambitions(dossier: Dossier, theme: str = "") -> dict[str, Ambition]:
    """Id -> ambition, in their order; only those of a theme when that is given."""
    found = dossier.values(Ambition)
    return dict(
        sorted(
            ((key, a) for key, a in found.items() if not theme or a.theme == theme),
            key=lambda entry: (entry[1].order, entry[0]),
        )
    )


def add_ambition(dossier: Dossier, *, key: str = "", **values: Any) -> Stored[Ambition]:
    """Add an ambition."""
    clean = cleaned({"theme": "", "text": "", **values}, _AMBITION)
    with dossier.change():
        known = ambitions(dossier)
        _checked_links(dossier, clean)
        clean.setdefault("order", max((a.order for a in known.values()), default=0) + 1)
        if key and fields.item_id("id", key) in known:
            raise FieldProblem("id", _("There is one with this id already."))
        tail = clean.get("valid_from", "")[:4] or "ambition"
        made = key or fields.new_id(f"{clean['theme']}_{tail}", {*known, *themes(dossier)})
        return dossier.save(Ambition(**clean), made)


def change_ambition(dossier: Dossier, key: str, **changes: Any) -> Stored[Ambition]:
    """Change an ambition; a new text is a new version of it, the old one stays in the history (R3)."""
    clean = cleaned(changes, _AMBITION)
    with dossier.change():
        before = _ambition(dossier, key)
        _checked_links(dossier, clean)
        version = before.version + (1 if clean.get("text", before.text) != before.text else 0)
        return dossier.save(msgspec.structs.replace(before, version=version, **clean), key)


def decide_ambition(
    dossier: Dossier, key: str, municipality: str, *, date: str, body: str = "councils", document: str = ""
) -> Stored[Ambition]:
    """Record on which day a municipality decided on the ambition; it replaces what was recorded for it."""
    decision = CouncilDecision(
        municipality=municipality,
        body=body,
        date=day("date", date, needed=True),
        document=line("document", document),
    )
    with dossier.change():
        before = _ambition(dossier, key)
        kept = [d for d in before.decisions if d.municipality != municipality]
        order = list(municipalities(dossier))
        together = sorted([*kept, decision], key=lambda d: _place(order, d.municipality))
        return change_ambition(dossier, key, decisions=tuple(together))


def clear_decision(dossier: Dossier, key: str, municipality: str) -> Stored[Ambition]:
    """Take away what was recorded as the decision of a municipality."""
    with dossier.change():
        kept = tuple(d for d in _ambition(dossier, key).decisions if d.municipality != municipality)
        return change_ambition(dossier, key, decisions=kept)


def clear_status(dossier: Dossier, key: str, round_id: str = "") -> Stored[Ambition]:
    """Take away the formal status, or what was judged in a round when that is given."""
    with dossier.change():
        before = _ambition(dossier, key)
        if not round_id:
            return dossier.save(msgspec.structs.replace(before, formal=None), key)
        kept = {id_: status for id_, status in before.assessed.items() if id_ != round_id}
        return dossier.save(msgspec.structs.replace(before, assessed=kept), key)


def set_formal_status(dossier: Dossier, key: str, **status: str) -> Stored[Ambition]:
    """What was formally decided on the ambition: status, by, date, source, note (R4)."""
    with dossier.change():
        before = _ambition(dossier, key)
        return dossier.save(msgspec.structs.replace(before, formal=_status(**status)), key)


def assess_ambition(dossier: Dossier, key: str, round_id: str, **status: str) -> Stored[Ambition]:
    """What the evaluators judge in a round; apart from the formal status and from what people think (R4)."""
    with dossier.change():
        before = _ambition(dossier, key)
        fields.one_of("id", round_id, {item.key: item.key for item in dossier.all(Round)})
        assessed = {**before.assessed, round_id: _status(**{"by": "evaluator", **status})}
        return dossier.save(msgspec.structs.replace(before, assessed=assessed), key)


def remove_ambition(dossier: Dossier, key: str) -> Stored[Ambition]:
    """Take an ambition out; its history stays."""
    with dossier.change():
        _ambition(dossier, key)
        return dossier.delete(Ambition, key)


def _status(status: str = "", by: str = "", date: str = "", source: str = "", note: str = "") -> Status:
    return Status(
        status=fields.one_of("status", status, REALISATION_STATUS),
        by=line("by", by),
        date=day("date", date),
        source=line("source", source),
        note=block("note", note),
    )


def _ambition(dossier: Dossier, key: str) -> Ambition:
    found = dossier.value(Ambition, key)
    if found is None:
        raise FieldProblem("id", _("There is no such ambition."))
    return found


def _checked_links(dossier: Dossier, clean: dict[str, Any]) -> None:
    if "theme" in clean:
        fields.one_of("theme", clean["theme"], {k: t.name for k, t in themes(dossier).items()})
    decisions: Iterable[CouncilDecision] = clean.get("decisions", ())
    for decision in decisions:
        known = {k: o.name for k, o in municipalities(dossier).items()}
        fields.one_of("municipality", decision.municipality, known)
        fields.one_of("body", decision.body, {k: b.name for k, b in bodies(dossier).items()})
        day("date", decision.date)


def _place(order: list[str], key: str) -> int:
    return order.index(key) if key in order else len(order)
