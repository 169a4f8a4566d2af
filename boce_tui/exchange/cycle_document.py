"""The cycle document: one round as JSON, with revision ids, so that it comes back byte for byte.

``"format": "boce-cycle/1"``; the JSON Schema is ``db/cycle.schema.json`` (made by :func:`schema`, a test
compares). Revisions are sorted by entity, key and id; there is nothing in it about logs, laptops or the
moment of export. Every revision carries its digest, so a changed letter is found when it is read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import msgspec

from boce_tui.domain.entities import ENTITIES, KINDS
from boce_tui.domain.moments import check_moments, check_written
from boce_tui.errors import BadInput
from boce_tui.exchange.explaining import explained
from boce_tui.locale import _
from boce_tui.store import RevisionRow
from boce_tui.store.rows import sound

FORMAT = "boce-cycle/1"
LARGEST = 64 * 1024 * 1024
"""Bytes; a round of a hundred interviews is a few percent of this."""


class CycleRevision(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One revision of one item."""

    entity: str
    key: str
    id: str
    parents: tuple[str, ...]
    kind: str
    at: str
    author: str
    hlc: str
    deleted: bool
    sha256: str
    payload: msgspec.Raw
    """The item itself, as its entity's schema says; null when it was deleted. What was erased is left out."""


class CycleDocument(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole document."""

    format: str
    round: str
    example: bool
    revisions: tuple[CycleRevision, ...]


def write(round_id: str, rows: Iterable[RevisionRow], *, example: bool) -> bytes:
    """The document as bytes: UTF-8, indented, LF, one newline at the end.

    Args:
        round_id: The round it is about.
        rows: Every revision that belongs in it, in any order.
        example: True when everyone in it is invented.
    """
    revisions = tuple(
        CycleRevision(
            entity=row.entity,
            key=row.key,
            id=row.id,
            parents=row.parents,
            kind=row.kind,
            at=row.at,
            author=row.author,
            hlc=row.hlc,
            deleted=row.deleted,
            sha256=row.sha256,
            payload=msgspec.Raw((row.payload or "null").encode()),
        )
        for row in sorted(rows, key=lambda row: (row.entity, row.key, row.id))
    )
    document = CycleDocument(format=FORMAT, round=round_id, example=example, revisions=revisions)
    return msgspec.json.format(msgspec.json.encode(document), indent=1) + b"\n"


def read(data: bytes, name: str) -> tuple[CycleDocument, list[RevisionRow]]:
    """Read and check a document completely.

    Args:
        data: The bytes of the file.
        name: The file's name, for messages.

    Raises:
        BadInput: It is no cycle document, or a revision in it is not what its digest says.
    """
    if len(data) > LARGEST:
        raise BadInput(
            _("The file is too large for a cycle document."), place=name, hint=_("Nothing was changed.")
        )
    try:
        document = msgspec.json.decode(data, type=CycleDocument)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as problem:
        field, what = explained(problem)
        raise BadInput(
            _("This is not a cycle document: {detail}.").format(detail=what),
            place=f"{name}: {field}" if field else _line_of(data, name, problem),
            hint=_("Nothing was changed. Make it again with: boce export cycle --to FILE.json"),
        ) from problem
    if document.format != FORMAT:
        raise BadInput(
            _("Format {found} is not known here; this app reads {known}.").format(
                found=document.format, known=FORMAT
            ),
            place=f"{name}: format",
            hint=_("Nothing was changed. Use a newer version of the app."),
        )
    return document, [
        _row(revision, f"{name}: revisions[{n}]") for n, revision in enumerate(document.revisions)
    ]


def _row(revision: CycleRevision, place: str) -> RevisionRow:
    kind = ENTITIES.get(revision.entity)
    if kind is None:
        raise BadInput(
            _("The kind {entity} is not known here.").format(entity=revision.entity),
            place=f"{place}.entity",
            hint=_("Nothing was changed. Use a newer version of the app."),
        )
    item = f"{revision.entity} {revision.key}"
    check_written(item, revision.at, f"{place}.at")
    payload: str | None = msgspec.json.format(bytes(revision.payload), indent=-1).decode()
    if not revision.deleted and payload != "null":
        try:
            value = msgspec.json.decode(bytes(revision.payload), type=kind)
        except (msgspec.MsgspecError, RecursionError) as problem:
            field, what = explained(problem)
            raise BadInput(
                _("{item} cannot be read: {detail}.").format(item=item, detail=what),
                place=f"{place}.payload{'.' if field else ''}{field}",
                hint=_("Nothing was changed."),
            ) from problem
        check_moments(item, value, f"{place}.payload")
    elif not revision.deleted:
        payload = None
    row = RevisionRow(
        id=revision.id,
        entity=revision.entity,
        key=revision.key,
        parents=revision.parents,
        hlc=revision.hlc,
        author=revision.author,
        at=revision.at,
        kind=revision.kind,
        payload=payload,
        deleted=revision.deleted,
        sha256=revision.sha256,
    )
    if not sound(row):
        raise BadInput(
            _("{item} is damaged, or was changed by hand.").format(item=f"{row.entity} {row.key}"),
            place=place,
            hint=_("Nothing was changed. Ask for a new copy of the file."),
        )
    return row


def _line_of(data: bytes, name: str, problem: Exception) -> str:
    """``file:line`` when the parser says at which byte it stopped, else the file."""
    words = str(problem).split("byte ")
    digits = words[-1].rstrip(")") if len(words) > 1 else ""
    if not digits.isdigit():
        return name
    line = data[: int(digits)].count(b"\n") + 1
    return f"{name}:{line}"


def schema_text() -> str:
    """The JSON Schema as ``db/cycle.schema.json`` holds it."""
    return json.dumps(schema(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def schema() -> dict[str, Any]:
    """The JSON Schema of the document (draft 2020-12)."""
    _refs, components = msgspec.json.schema_components(KINDS, ref_template="#/$defs/{name}")
    per_kind = [
        {
            "if": {"properties": {"entity": {"const": kind.entity}, "deleted": {"const": False}}},
            "then": {
                "properties": {"payload": {"anyOf": [{"$ref": f"#/$defs/{kind.__name__}"}, {"type": "null"}]}}
            },
        }
        for kind in KINDS
    ]
    text = {"type": "string"}
    revision = {
        "type": "object",
        "additionalProperties": False,
        "required": [field.name for field in msgspec.structs.fields(CycleRevision)],
        "properties": {
            "entity": {"enum": [kind.entity for kind in KINDS]},
            "key": text,
            "id": text,
            "parents": {"type": "array", "items": text},
            "kind": {"enum": ["edit", "undo", "redo", "import"]},
            "at": text,
            "author": text,
            "hlc": text,
            "deleted": {"type": "boolean"},
            "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "payload": True,
        },
        "allOf": per_kind,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "boce-cycle/1",
        "description": "One round of evaluation as revisions; people by code only.",
        "type": "object",
        "additionalProperties": False,
        "required": ["format", "round", "example", "revisions"],
        "properties": {
            "format": {"const": FORMAT},
            "round": text,
            "example": {"type": "boolean"},
            "revisions": {"type": "array", "items": revision},
        },
        "$defs": components,
    }
