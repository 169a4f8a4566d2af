"""What merging would do, before anything is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from boce_tui.cycle.merging.bundling import round_revisions
from boce_tui.cycle.merging.numbers import check_numbers
from boce_tui.cycle.merging.partners import remembered
from boce_tui.domain.entities import ENTITIES
from boce_tui.errors import BadInput
from boce_tui.exchange.bundle import Content
from boce_tui.locale import _
from boce_tui.store import Dossier, RevisionRow
from boce_tui.store.erasures import Erasure
from boce_tui.store.undo import state
from boce_tui.store.union import changed


@dataclass(frozen=True)
class Look:
    """What merging one or more bundles would do.

    Attributes:
        contents: The bundles.
        rows: Every revision in them, once.
        erasures: Every erasure in them that is not known here.
        new: How many revisions are new.
        same: How many are here already.
        kinds: View of a kind -> how many items of it change.
        conflicts: Items that will have two versions and do not have them now: (entity, key).
        erased: How many texts that are here will go.
        copied: Ids of copies that two dossiers take themselves for.
        own_copied: True when this dossier is one of those.
        example: Whether everybody in it is invented.
    """

    contents: tuple[Content, ...]
    rows: tuple[RevisionRow, ...]
    erasures: tuple[Erasure, ...]
    new: int
    same: int
    kinds: dict[str, int]
    conflicts: tuple[tuple[str, str], ...]
    erased: int
    copied: frozenset[str]
    own_copied: bool
    example: bool

    @property
    def nothing_new(self) -> bool:
        """True when all of it is here already."""
        return not self.new and not self.erasures


def look(dossier: Dossier, contents: Sequence[Content]) -> Look:
    """Look what bundles would bring; nothing is changed.

    Raises:
        BadInput: They belong to another dossier, or hold another revision under an id that is here.
    """
    return dossier.at_once(_look, dossier, contents)


def _look(dossier: Dossier, contents: Sequence[Content]) -> Look:
    for content in contents:
        _check_belongs(dossier, content)
    check_numbers(dossier, contents)
    rows: dict[str, RevisionRow] = {}
    for row in (row for content in contents for row in content.rows):
        before = rows.get(row.id)
        if before is not None and before.sha256 != row.sha256:
            raise changed(f"{row.entity}:{row.key}")
        if before is None or (before.erased and not row.erased) or (row.replica and not before.replica):
            rows[row.id] = row
    from boce_tui.cycle.handing_over.admitting import check_no_answers
    from boce_tui.cycle.handing_over.receiving import with_what_follows

    check_no_answers(dossier, rows.values())
    for row in with_what_follows(dossier, handed_over_in(contents)):
        rows.setdefault(row.id, row)
    here = dossier.known(rows)
    for rev, sha256 in here.items():
        if rows[rev].sha256 != sha256:
            raise changed(f"{rows[rev].entity}:{rows[rev].key}")
    fresh = [row for rev, row in rows.items() if rev not in here]
    known = {one.rev for one in dossier.erasures()}
    erasures = {one.rev: one for content in contents for one in content.erasures if one.rev not in known}
    copied = _copied(dossier, contents, fresh)
    touched = {(row.entity, row.key) for row in fresh}
    kinds = Counter(ENTITIES[entity].view for entity, _key in touched)
    return Look(
        contents=tuple(contents),
        rows=tuple(rows.values()),
        erasures=tuple(erasures.values()),
        new=len(fresh),
        same=len(here),
        kinds=dict(sorted(kinds.items())),
        conflicts=tuple(conflicting(dossier, fresh, {*erasures, *known})),
        erased=_present(dossier, erasures),
        copied=frozenset(copied),
        own_copied=dossier.replica in copied,
        example=contents[0].head.example if contents else dossier.example,
    )


def handed_over_in(contents: Sequence[Content]) -> list[RevisionRow]:
    """The rows of bundles for programme support: they say nothing of what a laptop has."""
    return [row for content in contents if not content.head.having for row in content.rows]


def _check_belongs(dossier: Dossier, content: Content) -> None:
    from boce_tui.cycle.handing_over.admitting import check_no_interviews

    check_no_interviews(dossier, content.rows)
    mine = round_revisions(dossier)
    empty = not dossier.changes()
    if content.head.example != dossier.example and not empty:
        raise BadInput(
            _("An example and a real dossier do not go together."),
            hint=_("Nothing was changed. Merge it into an empty folder: boce --data FOLDER merge FILE."),
        )
    if mine and content.head.rounds and mine.isdisjoint(content.head.rounds):
        raise BadInput(
            _("This bundle comes from another dossier: they have no round in common."),
            hint=_("Nothing was changed. Merge it into an empty folder: boce --data FOLDER merge FILE."),
        )


def _copied(dossier: Dossier, contents: Sequence[Content], fresh: Sequence[RevisionRow]) -> set[str]:
    """Told by what others say, by numbers that come in twice, and by numbers that others have otherwise."""
    found = set(remembered(dossier).copied)
    for content in contents:
        found |= {*content.head.copied, *dossier.copied(content.head.having)}
    numbers: dict[tuple[str, int], str] = {}
    for row in fresh:
        if row.seq is not None:
            other = numbers.setdefault((row.replica, row.seq), row.id)
            if other != row.id:
                found.add(row.replica)
    return found | _taken(dossier, numbers)


def _taken(dossier: Dossier, numbers: dict[tuple[str, int], str]) -> set[str]:
    """Copies of which a number that comes in was given to another revision here."""
    found = set()
    for replica in {replica for replica, _seq in numbers}:
        coming = sorted(seq for other, seq in numbers if other == replica)
        for row in dossier.numbered(replica, [(coming[0], coming[-1])]):
            if row.seq is not None and numbers.get((replica, row.seq), row.id) != row.id:
                found.add(replica)
    return found


def conflicting(dossier: Dossier, fresh: Sequence[RevisionRow], erased: set[str]) -> list[tuple[str, str]]:
    """Items that will have two versions when these come in, and do not have them now."""
    by_item: dict[tuple[str, str], list[RevisionRow]] = {}
    for row in fresh:
        by_item.setdefault((row.entity, row.key), []).append(row)
    already = set(dossier.conflicts())
    here = dossier.current(by_item)
    found = []
    for (entity, key), rows in sorted(by_item.items()):
        if (entity, key) in already:
            continue
        followed = {parent for row in rows for parent in row.parents}
        heads = here.get((entity, key), [])
        rest = [row for row in rows if not (row.id in followed or row.id in erased or row.moved)]
        if followed.issuperset(heads) and len({state(row) for row in rest}) < 2:
            continue
        followed |= {parent for one in dossier.history(ENTITIES[entity], key) for parent in one.parents}
        current = [*(row for row in dossier.export_rows(heads) if not row.moved), *rest]
        states = {state(row) for row in current if row.id not in followed and row.id not in erased}
        if len({one for one in states if one[0] is not None}) > 1:
            found.append((entity, key))
    return found


def _present(dossier: Dossier, erasures: dict[str, Erasure]) -> int:
    here = dossier.known(erasures)
    return sum(1 for row in dossier.export_rows(here) if not row.erased)
