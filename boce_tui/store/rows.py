"""What a revision is: as it lies in the file, and as the rest of the app sees it."""

from __future__ import annotations

import hashlib
import json
from typing import Any, Generic, TypeVar

import msgspec

from boce_tui.domain.base import Entity
from boce_tui.domain.entities import ENTITIES
from boce_tui.errors import BadInput, DossierUnavailable
from boce_tui.locale import _

T = TypeVar("T", bound=Entity)

COLUMNS = "id, entity, key, parents, hlc, author, at, kind, payload, deleted, sha256, replica, seq"
KINDS = ("edit", "undo", "redo", "import")
NOTHING = "null"
"""Payload of a deletion."""


class RevisionRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """A revision as it lies in the file; what a cycle document carries of it is covered by the digest.

    Attributes:
        parents: Revisions the writer saw; the first is the main line.
        payload: The whole item as JSON text; None only after erasure.
        replica: Which copy of the dossier wrote it; empty when it came in with a document.
        seq: Gap-free number within the replica.
    """

    id: str
    entity: str
    key: str
    parents: tuple[str, ...]
    hlc: str
    author: str
    at: str
    kind: str
    payload: str | None
    deleted: bool
    sha256: str
    replica: str = ""
    seq: int | None = None

    @property
    def erased(self) -> bool:
        """True when its text was erased on request."""
        return self.payload is None

    @property
    def moved(self) -> bool:
        """True when it ends an item because that goes on under another key."""
        return self.deleted and self.payload not in (None, NOTHING)


class Stored(msgspec.Struct, Generic[T], frozen=True):
    """One revision of one item, read.

    Attributes:
        id: Revision id; evidence and reports cite it.
        value: The item; None when this revision deletes it or when it was erased.
        conflicted: The item has more than one current version; a person has to compare them.
    """

    id: str
    entity: str
    key: str
    value: T | None
    at: str
    author: str
    parents: tuple[str, ...]
    deleted: bool
    conflicted: bool = False
    kind: str = "edit"
    erased: bool = False


def digest(row: RevisionRow) -> str:
    """SHA-256 over everything that makes the revision what it is: a list as `json.dumps` writes it.

    (With ``ensure_ascii=False``, no blanks. Every read does it; msgspec writes the same, much faster.)
    """
    facts = (
        row.id,
        row.entity,
        row.key,
        row.parents,
        row.hlc,
        row.author,
        row.at,
        row.kind,
        int(row.deleted),
        row.payload,
    )
    try:
        text = _writer.encode(facts)
    except UnicodeEncodeError:  # half of a surrogate pair, from before such text was refused
        text = json.dumps(facts, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return hashlib.sha256(text).hexdigest()


def sound(row: RevisionRow) -> bool:
    """True when the row still is what was written (erased rows keep only their digest)."""
    try:
        return row.erased or digest(row) == row.sha256
    except TypeError:  # a cell is not even text any more
        return False


def signed(row: RevisionRow) -> RevisionRow:
    """The row with its digest filled in."""
    return msgspec.structs.replace(row, sha256=digest(row))


def from_sql(cells: tuple[Any, ...]) -> RevisionRow:
    """Build a row from the cells of ``select COLUMNS``."""
    rev, entity, key, parents, hlc, author, at, kind, payload, deleted, sha256, replica, seq = cells
    return RevisionRow(
        id=rev,
        entity=entity,
        key=key,
        parents=tuple(json.loads(parents)),
        hlc=hlc,
        author=author,
        at=at,
        kind=kind,
        payload=payload,
        deleted=bool(deleted),
        sha256=sha256,
        replica=replica,
        seq=seq,
    )


def to_sql(row: RevisionRow) -> tuple[Any, ...]:
    """The cells of a row in the order of ``COLUMNS``."""
    return (
        row.id,
        row.entity,
        row.key,
        json.dumps(row.parents),
        row.hlc,
        row.author,
        row.at,
        row.kind,
        row.payload,
        int(row.deleted),
        row.sha256,
        row.replica,
        row.seq,
    )


_writer = msgspec.json.Encoder()
_encoder = msgspec.json.Encoder(order="deterministic")
_decoders: dict[type[Entity], msgspec.json.Decoder[Any]] = {}


def decode(kind: type[T], payload: str) -> T:
    """Read an item strictly; raises msgspec's errors."""
    decoder = _decoders.get(kind)
    if decoder is None:
        decoder = _decoders[kind] = msgspec.json.Decoder(kind)
    value: T = decoder.decode(payload)
    return value


def encode(value: Entity) -> str:
    """Write an item as JSON text, checked by reading it back.

    Raises:
        BadInput: the item is not what its type says.
    """
    kind = type(value)
    if ENTITIES.get(kind.entity) is not kind:
        raise TypeError(f"{kind.__name__} is not in boce_tui.domain.entities.ENTITIES")
    try:
        payload = _encoder.encode(value).decode()
        decode(kind, payload)
    except (msgspec.MsgspecError, UnicodeError, TypeError) as exc:
        raise BadInput(
            _("This cannot be saved as {kind}: {detail}.").format(kind=kind.entity, detail=exc),
            hint=_("Nothing was changed."),
        ) from exc
    return payload


def read_value(row: RevisionRow) -> Any:
    """The item in a row; None when it was deleted or erased.

    Raises:
        DossierUnavailable: the payload cannot be read.
    """
    if row.deleted or row.payload is None:
        return None
    try:
        return decode(ENTITIES[row.entity], row.payload)
    except (KeyError, msgspec.MsgspecError) as exc:
        raise unreadable(row) from exc


def stored(row: RevisionRow, *, conflicted: bool = False) -> Stored[Any]:
    """Read a row for the rest of the app.

    Raises:
        DossierUnavailable: the payload cannot be read; it is never silently dropped.
    """
    return Stored(
        id=row.id,
        entity=row.entity,
        key=row.key,
        value=read_value(row),
        at=row.at,
        author=row.author,
        parents=row.parents,
        deleted=row.deleted,
        conflicted=conflicted,
        kind=row.kind,
        erased=row.erased,
    )


def unreadable(row: RevisionRow) -> DossierUnavailable:
    """This item is in the dossier but cannot be understood."""
    return DossierUnavailable(
        _("This item is damaged or was made by a newer version of the app."),
        hint=_("Nothing was changed. Run: boce doctor"),
        place=f"{row.entity}:{row.key}",
    )
