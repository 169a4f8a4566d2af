"""Making a bundle: what the other side does not have yet, or what was asked for, or everything."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from boce_tui.cycle.merging.numbers import first_revisions
from boce_tui.cycle.merging.partners import others, remembered
from boce_tui.cycle.outcome import SENDING, outcome
from boce_tui.cycle.versions.log import log_export
from boce_tui.domain.round import Round
from boce_tui.errors import BadInput
from boce_tui.exchange import bundle
from boce_tui.exchange.bundle import Content, Cover, Head
from boce_tui.exchange.bundle.cover import ROUND
from boce_tui.exchange.bundle.locking import Lock, lock_name
from boce_tui.files import write_output
from boce_tui.locale import _
from boce_tui.store import Dossier, RevisionRow
from boce_tui.store.having import label, least
from boce_tui.store.ident import iso

_ASKED = re.compile(r"([0-9A-Fa-f]{6}):([1-9][0-9]{0,8})(?:-([1-9][0-9]{0,8})?)?")
_LAST = 999_999_999


@dataclass(frozen=True)
class Wanted:
    """What goes along.

    Attributes:
        everything: All of it, whatever the other side has.
        other: Label of the laptop it is for; empty for all that are known.
        numbers: What was asked for, as it is written in a report of what is missing: ``7F3A2C:41-57``.
    """

    everything: bool = False
    other: str = ""
    numbers: tuple[str, ...] = field(default=())


@dataclass(frozen=True)
class Made:
    """A bundle that was made but not written yet.

    Attributes:
        cover: What stands on it.
        data: The file.
        name: A name that no other bundle has.
        known: True when it was left out what the other side has; False when that is not known.
    """

    cover: Cover
    data: bytes
    name: str
    known: bool


def make(dossier: Dossier, wanted: Wanted, lock: Lock) -> Made:
    """Make a bundle; nothing is written.

    Raises:
        BadInput: There is no such laptop, or nothing under those numbers.
    """
    exchange = remembered(dossier)
    copied = sorted({*dossier.copied(), *exchange.copied})
    partners = {
        replica: one.having for replica, one in exchange.partners.items() if replica != dossier.replica
    }
    if wanted.other:
        asked = wanted.other.upper()
        partners = {replica: having for replica, having in partners.items() if label(replica) == asked}
        if not partners:
            raise BadInput(
                _("Nothing is known of laptop {label}.").format(label=asked),
                hint=_("Leave it out: then all goes along that anyone may lack. Nothing was written."),
            )
    # Who never sent a bundle may lack anything: then all goes along.
    silent = not wanted.other and others(dossier, exchange) - set(partners)
    known = bool(partners) and not silent and not wanted.everything and not wanted.numbers
    if wanted.numbers:
        rows = _asked_for(dossier, wanted.numbers)
    else:
        rows = dossier.beyond(least(partners.values()) if known else None, copied)
    # Always: by these the other side tells whether a number means the same there.
    along = [*first_revisions(dossier), *dossier.with_ends({(row.entity, row.key) for row in rows})]
    every = list({row.id: row for row in (*rows, *along)}.values())
    cover = _cover(dossier, rows, len(dossier.erasures()), lock)._replace(revisions=len(every))
    content = _content(dossier, every, copied, cover)
    data = bundle.write(content, lock)
    return Made(cover, data, bundle.proposed_name(cover, data), known)


def make_without_answers(dossier: Dossier, rows: Sequence[RevisionRow], lock: Lock) -> Made:
    """A bundle for programme support, of rows that hold nothing of an interview; nothing is written.

    It says nothing of what this laptop has, and brings no erasure: it is like a cycle document.
    """
    plain = [msgspec.structs.replace(row, replica="", seq=None) for row in rows]
    cover = _cover(dossier, plain, 0, lock)
    head = _content(dossier, plain, [], cover).head
    content = Content(msgspec.structs.replace(head, having={}, heard=(), erasures=0), tuple(plain), ())
    data = bundle.write(content, lock)
    return Made(cover, data, bundle.proposed_name(cover, data), known=True)


def _asked_for(dossier: Dossier, numbers: tuple[str, ...]) -> list[RevisionRow]:
    replicas = {label(replica): replica for replica in dossier.having() if replica}
    rows: dict[str, RevisionRow] = {}
    for text in numbers:
        match = _ASKED.fullmatch(text.strip())
        replica = replicas.get(match[1].upper()) if match else None
        if match is None or replica is None:
            raise BadInput(
                _("There is nothing here under {numbers}.").format(numbers=text),
                hint=_("Write it as boce merge says it, for example 7F3A2C:41-57. Nothing was written."),
            )
        first = int(match[2])
        last = int(match[3]) if match[3] else _LAST if "-" in text else first
        rows |= {row.id: row for row in dossier.numbered(replica, [(first, last)])}
    if not rows:
        raise BadInput(
            _("There is nothing here under these numbers."),
            hint=_("Another laptop may have it. Nothing was written."),
        )
    return list(rows.values())


def _content(dossier: Dossier, rows: list[RevisionRow], copied: list[str], cover: Cover) -> Content:
    erasures = tuple(dossier.erasures())
    head = Head(
        cover=cover.line(),
        example=dossier.example,
        replica=dossier.replica,
        made=iso(dossier.env.now()),
        having=dossier.having(),
        copied=tuple(copied),
        heard=tuple(sorted(others(dossier, remembered(dossier)))),
        rounds=tuple(sorted(round_revisions(dossier))),
        revisions=len(rows),
        erasures=len(erasures),
    )
    return Content(head, tuple(rows), erasures)


def round_revisions(dossier: Dossier) -> set[str]:
    """Every revision of every round that is here, and what they followed.

    Two dossiers that share one belong together.
    """
    found: set[str] = set()
    for key in dossier.head_keys(Round):
        for item in dossier.history(Round, key):
            found |= {item.id, *item.parents}
    return found


def _cover(dossier: Dossier, rows: list[RevisionRow], erased: int, lock: Lock) -> Cover:
    own = [row.seq for row in rows if row.replica == dossier.replica and row.seq is not None]
    numbers = f"{min(own)}-{max(own)}" if own else "-"
    here = set(dossier.values(Round))
    rounds = sorted({row.key.split("/")[0] for row in rows} & here)
    return Cover(
        tuple(one for one in rounds if ROUND.fullmatch(one)),
        label(dossier.replica),
        numbers,
        len(rows),
        erased,
        lock_name(lock),
    )


def wrote(dossier: Dossier, made: Made) -> None:
    """Note in the export log that a bundle was written: its digest and size, never its place or for whom.

    What is of no round is noted at the last one there is.
    """
    rounds = made.cover.rounds or sorted(dossier.values(Round))
    if rounds:
        log_export(dossier, rounds[-1], "bundle", made.data, audience="evaluators")


def write_to(place: Path, made: Made, log: Callable[[], None], *, force: bool = False) -> None:
    """Write a bundle where it goes, and note that it was made.

    Args:
        place: The file.
        made: The bundle.
        log: Notes it, as `wrote` does.
        force: Replace a file that is there already.

    Raises:
        BoceError: It could not be written, or not be noted; it says which of the two.
    """
    with outcome(SENDING) as course:
        write_output(place, made.data, force=force, private=True)
        course.decided()
        log()
