"""The register of documents that were studied (R14)."""

from __future__ import annotations

from typing import Any

import msgspec

from boce_tui.cycle.giving_numbers import next_id
from boce_tui.cycle.planning import fields
from boce_tui.cycle.planning.fields import FieldProblem, cleaned, line, needed_line
from boce_tui.cycle.planning.rounds import open_round
from boce_tui.cycle.planning.settings import municipalities
from boce_tui.domain.agenda import Document
from boce_tui.domain.dates import parse_day_or_month
from boce_tui.domain.keys import join, last
from boce_tui.locale import _
from boce_tui.store import Dossier, Stored


def _date(field: str, value: str) -> str:
    """A day, a month or only a year."""
    said = line(field, value)
    if not said or (said.isdigit() and len(said) == 4):
        return said
    return parse_day_or_month(said) or fields.day(field, said)


_DOCUMENT: dict[str, fields.Cleaner] = {
    "title": needed_line,
    "kind": line,
    "date": _date,
    "municipality": line,
    "author": line,
}


def documents(dossier: Dossier, round_id: str) -> dict[str, Document]:
    """Id -> document of a round, by date and title."""
    found = {last(key): d for key, d in dossier.values(Document, f"{round_id}/").items()}
    return dict(sorted(found.items(), key=lambda entry: (entry[1].date, entry[1].title, entry[0])))


def add_document(dossier: Dossier, round_id: str, **values: Any) -> Stored[Document]:
    """Add a document; its id is the next ``D01``, ``D02`` ..."""
    with dossier.change():
        open_round(dossier, round_id)
        made = Document(**_checked(dossier, {"title": "", **values}))
        ever = {last(key) for key in dossier.head_keys(Document, f"{round_id}/")}
        return dossier.save(made, join(round_id, next_id(dossier, round_id, "D", ever)))


def update_document(dossier: Dossier, round_id: str, key: str, **changes: Any) -> Stored[Document]:
    """Change a document."""
    with dossier.change():
        open_round(dossier, round_id)
        before = documents(dossier, round_id).get(key)
        if before is None:
            raise FieldProblem("document", _("There is no document {id} in this round.").format(id=key))
        return dossier.save(
            msgspec.structs.replace(before, **_checked(dossier, changes)), join(round_id, key)
        )


def remove_document(dossier: Dossier, round_id: str, key: str) -> Stored[Document]:
    """Take a document out of the register; a finding that cites it will be reported by the gates."""
    with dossier.change():
        open_round(dossier, round_id)
        if key not in documents(dossier, round_id):
            raise FieldProblem("document", _("There is no document {id} in this round.").format(id=key))
        return dossier.delete(Document, join(round_id, key))


def _checked(dossier: Dossier, values: dict[str, Any]) -> dict[str, Any]:
    clean = cleaned(values, _DOCUMENT)
    if clean.get("municipality"):
        fields.one_of(
            "municipality", clean["municipality"], {k: o.name for k, o in municipalities(dossier).items()}
        )
    return clean
