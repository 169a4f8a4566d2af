"""What is remembered on this laptop of exchanging, and not merged: what the others have, what was merged."""

from __future__ import annotations

import msgspec

from boce_tui.store import Dossier
from boce_tui.store.having import UNNUMBERED, Having, Ranges

_NAME = "exchange"
_MOST = 50


class Partner(msgspec.Struct, frozen=True):
    """Another copy of the dossier, as it was when its last bundle was made."""

    having: dict[str, Having]
    made: str


class MergedOnce(msgspec.Struct, frozen=True):
    """One merge that was done.

    Attributes:
        at: When, UTC.
        senders: Labels of the copies it came from.
        numbers: Their numbers, as on the covers.
        new: New revisions.
        erased: Texts that went.
        conflicts: Items that were left to compare.
    """

    at: str
    senders: tuple[str, ...]
    numbers: tuple[str, ...]
    new: int
    erased: int
    conflicts: int


class Exchange(msgspec.Struct, frozen=True):
    """All of it.

    Attributes:
        partners: Id of a copy -> what it has.
        heard: Copies that somebody else exchanged with.
        copied: Copies of which the numbers say nothing any more, because two dossiers gave them out.
        merges: The last ones, oldest first.
    """

    partners: dict[str, Partner] = {}
    heard: tuple[str, ...] = ()
    copied: tuple[str, ...] = ()
    merges: tuple[MergedOnce, ...] = ()


def remembered(dossier: Dossier) -> Exchange:
    """What is remembered; nothing when another version of the app wrote it."""
    text = dossier.noted(_NAME)
    if not text:
        return Exchange()
    try:
        return msgspec.json.decode(text, type=Exchange)
    except msgspec.MsgspecError:
        return Exchange()


def others(dossier: Dossier, exchange: Exchange) -> set[str]:
    """Every other copy of the dossier that is known of, also those that never sent a bundle here."""
    return {*exchange.partners, *exchange.heard, *dossier.having()} - {dossier.replica, UNNUMBERED}


def missing(dossier: Dossier) -> dict[str, Ranges]:
    """What others have written, and somebody has, and is not here: id of the copy -> numbers."""
    return dossier.missing(one.having for one in remembered(dossier).partners.values())


def remember(dossier: Dossier, exchange: Exchange) -> None:
    """Keep it; within a change of the caller it is a part of that."""
    short = msgspec.structs.replace(exchange, merges=exchange.merges[-_MOST:])
    dossier.note_with_it(_NAME, msgspec.json.encode(short).decode())
