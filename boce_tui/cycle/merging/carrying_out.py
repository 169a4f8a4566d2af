"""Merging: one transaction, after a verified backup; what was withdrawn here stays withdrawn."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec

from boce_tui.cycle.merging.conflicts import settle_bookkeeping
from boce_tui.cycle.merging.looking import Look, handed_over_in
from boce_tui.cycle.merging.partners import Exchange, MergedOnce, Partner, missing, remember, remembered
from boce_tui.cycle.outcome import MERGING, Course, outcome
from boce_tui.cycle.trailing import record
from boce_tui.cycle.withdrawing.enforcing import clean, erase_again
from boce_tui.store import Dossier
from boce_tui.store.having import Ranges, label
from boce_tui.store.ident import iso


@dataclass(frozen=True)
class Merged:
    """What a merge has done.

    Attributes:
        new: New revisions.
        same: Revisions that were here already.
        erased: Revisions of which the text went, and work on what was withdrawn here that did not stay.
        conflicts: Items that have two versions now, all of them.
        missing: Label of a copy -> numbers that are not here yet.
        renamed: The label under which this laptop goes on, when another one used its own; else empty.
        copied: Labels of the laptops that two dossiers took themselves for.
        backup: The backup that was made before; None when nothing had to be changed.
    """

    new: int
    same: int
    erased: int
    conflicts: tuple[tuple[str, str], ...]
    missing: dict[str, Ranges]
    renamed: str
    copied: tuple[str, ...]
    backup: Path | None


def merge(dossier: Dossier, found: Look) -> Merged:
    """Do what was shown.

    Raises:
        BoceError: It could not be done; it says whether the dossier is as it was.
    """
    # On the database thread from begin to end: nobody comes in between.
    with outcome(MERGING) as course:
        return dossier.at_once(_merge, dossier, found, course)


def _merge(dossier: Dossier, found: Look, course: Course) -> Merged:
    from boce_tui.cycle.handing_over.receiving import settle

    backup = None if found.nothing_new or not dossier.changes() else dossier.backup("merge")
    before = dossier.changes()
    with dossier.change():
        gone = dossier.apply_erasures(found.erasures) if found.erasures else 0
        new = dossier.import_revisions(found.rows, checked=True)
        gone = found.erased if gone else 0
        if new or found.erasures:
            gone += settle(dossier, handed_over_in(found.contents)) + erase_again(dossier)
            settle_bookkeeping(dossier)
        if found.example and not dossier.example:
            dossier.become_example()
        left = tuple(dossier.conflicts())
        _remember(dossier, found, new, gone, len(left))
    course.decided()
    if dossier.unfinished() is not None or dossier.changes() != before:
        clean(dossier)
    renamed = label(dossier.go_on_as_another()) if found.own_copied else ""
    if new or gone:
        record(dossier, "merge", revisions=new, erased=gone, conflicts=len(left))
    gaps = {label(replica): ranges for replica, ranges in missing(dossier).items()}
    copied = tuple(sorted(map(label, found.copied)))
    return Merged(new, found.same, gone, left, gaps, renamed, copied, backup)


def _remember(dossier: Dossier, found: Look, new: int, gone: int, conflicts: int) -> None:
    known = remembered(dossier)
    partners = dict(known.partners)
    for content in found.contents:
        head = content.head
        if head.replica != dossier.replica:
            before = partners.get(head.replica, Partner({}, ""))
            # An older bundle may come in after a newer one: what somebody has, they have.
            having = dict(before.having)
            for replica, one in head.having.items():
                had = having.get(replica)
                having[replica] = one if had is None or one.upto >= had.upto else had
            partners[head.replica] = Partner(having, max(before.made, head.made))
    merges = known.merges
    if new or gone:
        merges += (
            MergedOnce(
                iso(dossier.env.now()),
                tuple(label(content.head.replica) for content in found.contents),
                tuple(_numbers(content.head.cover) for content in found.contents),
                new,
                gone,
                conflicts,
            ),
        )
    heard = {*known.heard, *(replica for content in found.contents for replica in content.head.heard)}
    now = Exchange(partners, tuple(sorted(heard)), tuple(sorted({*known.copied, *found.copied})), merges)
    if msgspec.json.encode(now) != msgspec.json.encode(known):
        remember(dossier, now)


def _numbers(cover: str) -> str:
    words = dict(part.partition("=")[::2] for part in cover.split(" ")[1:])
    return words.get("numbers", "-")
