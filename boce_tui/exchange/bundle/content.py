"""What is inside a bundle, as lines of JSON: head, revisions, erasures, and a digest over them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache

import msgspec

from boce_tui.domain.moments import check_moments, check_written, in_order, is_instant
from boce_tui.domain.vocabulary import ERASURE_REASON
from boce_tui.locale import _
from boce_tui.store import RevisionRow
from boce_tui.store.erasures import Erasure
from boce_tui.store.having import Having, is_vector
from boce_tui.store.ident import is_moment, is_uuid
from boce_tui.store.union import check_revision

MOST_LINES = 2_000_000
LONGEST_LINE = 32 * 1024 * 1024
_encoder = msgspec.json.Encoder()


class Head(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What goes before the revisions.

    Attributes:
        cover: The readable line, once more.
        example: Whether everybody in it is invented.
        replica: Id of the copy of the dossier that made it.
        made: When, UTC.
        having: What the sender has, of every copy.
        copied: Copies whose numbers were given out twice.
        heard: Other copies that the sender knows of.
        rounds: Every revision of a round the sender has, and what these followed: two dossiers that share one
            belong together.
        revisions: How many lines of revisions follow.
        erasures: How many lines of erasures follow those.
    """

    cover: str
    example: bool
    replica: str
    made: str
    having: dict[str, Having]
    copied: tuple[str, ...] = ()
    heard: tuple[str, ...] = ()
    rounds: tuple[str, ...] = ()
    revisions: int
    erasures: int


class _Tail(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    sha256: str


@dataclass(frozen=True)
class Content:
    """A bundle that is open."""

    head: Head
    rows: tuple[RevisionRow, ...]
    erasures: tuple[Erasure, ...]


class Wrong(Exception):
    """It is not what a bundle has inside."""


def encode(content: Content) -> bytes:
    """The lines."""
    lines = [_encoder.encode(content.head)]
    lines += [_encoder.encode(row) for row in content.rows]
    lines += [_encoder.encode(tuple(erasure)) for erasure in content.erasures]
    body = b"\n".join(lines) + b"\n"
    return body + _encoder.encode(_Tail(hashlib.sha256(body).hexdigest())) + b"\n"


def decode(data: bytes) -> Content:
    """The content, every revision checked.

    Raises:
        Wrong: It is not what :func:`encode` made.
        BadInput: A revision is not what was once written.
    """
    if not data.endswith(b"\n") or data.count(b"\n") > MOST_LINES:
        raise Wrong
    at = data.rfind(b"\n", 0, len(data) - 1) + 1
    try:
        tail = msgspec.json.decode(data[at:-1], type=_Tail)
        if hashlib.sha256(data[:at]).hexdigest() != tail.sha256:
            raise Wrong
        lines = data[: at - 1].split(b"\n") if at else []
        if not lines or max(map(len, lines)) > LONGEST_LINE:
            raise Wrong
        head = msgspec.json.decode(lines[0], type=Head)
        if len(lines) != 1 + head.revisions + head.erasures or head.revisions < 0:
            raise Wrong
        row, erasure = msgspec.json.Decoder(RevisionRow), msgspec.json.Decoder(Erasure)
        rows = tuple(map(row.decode, lines[1 : 1 + head.revisions]))
        erasures = tuple(map(erasure.decode, lines[1 + head.revisions :]))
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        raise Wrong from None
    _check_head(head)
    _check(rows, erasures)
    return Content(head, rows, erasures)


def _check_head(head: Head) -> None:
    ids = (head.replica, *head.copied, *head.heard, *head.rounds)
    check_written(_("the bundle itself"), head.made, "made")
    if not (all(map(is_uuid, ids)) and is_moment(head.made) and is_vector(head.having)):
        raise Wrong


def _check(rows: tuple[RevisionRow, ...], erasures: tuple[Erasure, ...]) -> None:
    for number, one in enumerate(erasures):
        check_written(_("the bundle itself"), one.at, f"erasures[{number}].at")
        word = one.reason in ERASURE_REASON or (one.reason.isascii() and one.reason.isidentifier())
        if not (is_uuid(one.rev) and is_moment(one.at) and word and _is_profile(one.by)):
            raise Wrong
    erased = {one.rev for one in erasures}
    for number, row in enumerate(rows):
        numbered = is_uuid(row.replica) and row.seq is not None and 0 < row.seq < 2**53
        if not (numbered or (row.replica == "" and row.seq is None)) or not _is_profile(row.author):
            raise Wrong
        dated = is_instant(row.at)
        value = check_revision(row, erased=row.id in erased) if dated else None
        if not (dated and in_order(value)):
            item, place = f"{row.entity} {row.key}", f"revisions[{number}]"
            check_written(item, row.at, f"{place}.at")
            check_moments(item, value, f"{place}.payload")


@lru_cache(1 << 8)
def _is_profile(text: str) -> bool:
    return text == "" or (len(text) <= 40 and text.isprintable())
