"""The next hand-over comes in where programme support works: it takes the place of the one before.

Every hand-over says how far each laptop of the evaluators had come. So it is known without any clock which
of two is the later one, and a later one says all there is: what it does not hold any more goes here too,
words that somebody took back above all. What programme support wrote itself stays, and a person compares it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256

import msgspec

from boce_tui.cycle.exchanging import AROUND
from boce_tui.cycle.handing_over.admitting import receives
from boce_tui.cycle.undo_keeping import forget_erased
from boce_tui.cycle.unveiling import unveiled
from boce_tui.cycle.withdrawing.certificates import prove
from boce_tui.cycle.withdrawing.concepts import KINDS as CONCEPTS
from boce_tui.cycle.withdrawing.concepts import quoting
from boce_tui.cycle.withdrawing.scope import counted
from boce_tui.domain.analysis import Finding
from boce_tui.domain.base import Entity
from boce_tui.domain.entities import ENTITIES
from boce_tui.domain.erasing import HANDOVER
from boce_tui.domain.handing_over import AS_IT_IS
from boce_tui.domain.report_basis import SUPPORT, ReportBasis
from boce_tui.domain.round import Round
from boce_tui.domain.versions import is_concept
from boce_tui.errors import BadInput
from boce_tui.locale import _
from boce_tui.store import Dossier, RevisionRow
from boce_tui.store.rows import NOTHING, signed

_HELD: tuple[type[Entity], ...] = (*AS_IT_IS, Finding)
_WHOLE = tuple(kind for kind in _HELD if kind not in AROUND and kind not in CONCEPTS)
"""Kinds of which a hand-over holds everything there is in its round."""
Item = tuple[type[Entity], str]


def is_next(dossier: Dossier, rows: Iterable[RevisionRow]) -> bool:
    """True when this is a hand-over that comes in where one was before."""
    return receives(dossier) and _basis(rows) is not None


def with_what_follows(dossier: Dossier, rows: Sequence[RevisionRow]) -> list[RevisionRow]:
    """The rows of a hand-over, and what makes them follow those of the one before.

    Raises:
        BadInput: It is older than what is here, or of a laptop that lacks something.
    """
    with unveiled(dossier):
        return _with_what_follows(dossier, rows)


def _with_what_follows(dossier: Dossier, rows: Sequence[RevisionRow]) -> list[RevisionRow]:
    coming = _basis(rows) if receives(dossier) else None
    if coming is None:
        return list(rows)
    _check_later(dossier, coming[1])
    known = dossier.known([row.id for row in rows])
    if coming[0].id in known:
        return list(rows)
    fresh = [row for row in rows if row.id not in known]
    followed = [one for row in fresh if (one := _follows(dossier, row)) is not None]
    return [*rows, *followed, *_taken_out(dossier, coming[0], rows)]


def settle(dossier: Dossier, rows: Sequence[RevisionRow] = ()) -> int:
    """Take out what the last hand-over does not hold any more; within a change of the caller.

    Args:
        dossier: The dossier, with the rows in it.
        rows: Of a hand-over that just came in; empty after anything else that brought revisions in.

    Returns:
        How many revisions went.
    """
    if not receives(dossier):
        return 0
    coming = _basis(rows)
    gone = 0
    with unveiled(dossier):
        if coming is not None:
            _evidence(dossier, rows)
        for round_id in dossier.head_keys(ReportBasis):
            newest = coming[0].id if coming is not None and coming[0].key == round_id else ""
            gone += _settle_round(dossier, round_id, newest, rows)
        if gone:
            forget_erased(dossier)
    return gone


def _settle_round(dossier: Dossier, round_id: str, newest: str, rows: Sequence[RevisionRow]) -> int:
    there = {item.id: item.value for item in dossier.history(ReportBasis, round_id) if item.value is not None}
    heads = [head for head in dossier.heads(ReportBasis, round_id) if head.id in there]
    just = {head.id for head in heads if newest and newest in (head.id, *head.parents)}
    stays = just or {
        head.id for head in heads if not any(_less(there[head.id], one) for one in there.values())
    }
    if not stays:
        return 0
    old = there.keys() - stays
    words = {text for rev in stays for text in _words(there[rev])}
    held = {(row.entity, row.key) for row in rows} if just else None
    concepts = list(_concepts(dossier, round_id, words, held))
    if not old and not concepts:
        return 0
    erased = dossier.erase(concepts, HANDOVER, revisions=old)
    if concepts or any(set(_words(there[rev])) - words for rev in old):
        prove(dossier, round_id, HANDOVER, HANDOVER, erased, counted(concepts))
    return erased.revisions


def _concepts(
    dossier: Dossier, round_id: str, words: Collection[str], held: Collection[tuple[str, str]] | None
) -> Iterator[Item]:
    """Concepts that evaluators threw away, and own ones with words that the last hand-over does not know."""
    mine = set()
    for kind in CONCEPTS:
        for key, value in dossier.values(kind, f"{round_id}/").items():
            if not is_concept(value.version):
                continue
            if _own(dossier, kind.entity, key):
                mine.add((kind.entity, key))
            elif held is not None and (kind.entity, key) not in held:
                yield kind, key
    for found, key in quoting(dossier, round_id, (), stays=words):
        if (found.entity, key) in mine:
            yield found, key


def _own(dossier: Dossier, entity: str, key: str) -> bool:
    """True when the current version was written here, or by a colleague here."""
    return any(row.replica for row in _current(dossier, entity, key))


def _current(dossier: Dossier, entity: str, key: str) -> list[RevisionRow]:
    return dossier.export_rows([head.id for head in dossier.heads(ENTITIES[entity], key)])


def _words(basis: ReportBasis) -> Iterator[str]:
    for one in basis.findings.values():
        yield from (quote.text for quote in one.quotes.values() if quote.text)


# --- which one is later ------------------------------------------------------------------------------------


def _basis(rows: Iterable[RevisionRow]) -> tuple[RevisionRow, ReportBasis] | None:
    """What makes it a hand-over; None for any other document."""
    found = []
    for row in rows:
        if row.entity == ReportBasis.entity and row.payload and not row.deleted:
            basis = msgspec.json.decode(row.payload, type=ReportBasis)
            if basis.reason == SUPPORT:
                found.append((row, basis))
    ids = {row.id for row, _basis_of in found}
    found = [(row, basis) for row, basis in found if ids.isdisjoint(row.parents)]  # what follows is made here
    if len(found) > 1:
        raise BadInput(
            _("More than one hand-over at once."),
            hint=_("Nothing was changed. Take them one by one, the oldest first."),
        )
    return found[0] if found else None


def _check_later(dossier: Dossier, coming: ReportBasis) -> None:
    here: Counter[str] = Counter()
    for basis in dossier.values(ReportBasis).values():
        here |= Counter(basis.knows)
    ahead = any(number > here[one] for one, number in coming.knows.items())
    behind = any(number > coming.knows.get(one, 0) for one, number in here.items())
    if behind and ahead:
        raise BadInput(
            _("This hand-over lacks work of the evaluators that is in the one that is here."),
            hint=_("Nothing was changed. They merge their laptops first (boce merge), and hand over again."),
        )
    if behind:
        raise BadInput(
            _("This hand-over is older than the one that is here."),
            hint=_("Nothing was changed. Ask the evaluators for a new one."),
        )


def _less(one: ReportBasis, other: ReportBasis) -> bool:
    """True when the other knows all that this one knows, and more."""
    return one.knows != other.knows and _within(one.knows, other.knows)


def _within(one: Mapping[str, int], other: Mapping[str, int]) -> bool:
    return all(number <= other.get(name, 0) for name, number in one.items())


# --- taking the place of what was there --------------------------------------------------------------------


def _follows(dossier: Dossier, row: RevisionRow) -> RevisionRow | None:
    """A revision after both, when nobody here changed what the hand-over before brought."""
    before = [one for one in _current(dossier, row.entity, row.key) if not one.erased]
    if not before or any(one.replica for one in before) or {one.id for one in before} <= set(row.parents):
        return None
    return _made_after(row, (row.id, *(one.id for one in before)), max(row.hlc, *(o.hlc for o in before)))


def _taken_out(dossier: Dossier, basis: RevisionRow, rows: Sequence[RevisionRow]) -> Iterator[RevisionRow]:
    """Deletions of what evaluators took out since."""
    held = {(row.entity, row.key) for row in rows}
    for kind in _WHOLE:
        prefix = basis.key if kind is Round else f"{basis.key}/"
        found: dict[str, list[RevisionRow]] = {}
        for row in dossier.head_rows(kind, prefix):
            if kind is not Round or row.key == basis.key:
                found.setdefault(row.key, []).append(row)
        for key, heads in found.items():
            if (kind.entity, key) in held or any(one.replica or one.erased for one in heads):
                continue
            if not all(one.deleted for one in heads):
                last = max(basis.hlc, *(one.hlc for one in heads))
                plain = msgspec.structs.replace(
                    basis, entity=kind.entity, key=key, payload=NOTHING, deleted=True
                )
                yield _made_after(plain, tuple(one.id for one in heads), last)


def _made_after(row: RevisionRow, parents: tuple[str, ...], hlc: str) -> RevisionRow:
    """Made of its content alone: two who take in the same hand-over write the same revision."""
    mark = sha256(f"{row.id} {row.entity} {row.key} {sorted(parents)}".encode()).hexdigest()
    rev = f"{row.id[:13]}-7{mark[:3]}-8{mark[3:6]}-{mark[6:18]}"
    return signed(msgspec.structs.replace(row, id=rev, parents=parents, hlc=hlc, kind="import"))


def _evidence(dossier: Dossier, rows: Sequence[RevisionRow]) -> None:
    """A finding that was worded anew here takes over the sources, when that is all that changed there."""
    coming = {row.key: row for row in rows if row.entity == Finding.entity and not row.deleted}
    for key, row in coming.items():
        heads = dossier.heads(Finding, key)
        mine = [head for head in heads if head.id != row.id and head.value is not None]
        if len(heads) != 2 or len(mine) != 1 or row.payload is None:
            continue
        theirs = msgspec.json.decode(row.payload, type=Finding)
        history = dossier.history(Finding, key)
        replicas = {one.id: one.replica for one in dossier.export_rows([item.id for item in history])}
        given = [
            item.value
            for item in history
            if item.value is not None and item.id != row.id and not replicas[item.id]
        ]
        own = mine[0].value
        if own is not None and given and _worded(given[-1]) == _worded(theirs):
            after = msgspec.structs.replace(own, evidence=theirs.evidence)
            dossier.save(after, key, parents=[mine[0].id, row.id])


def _worded(finding: Finding) -> Finding:
    return msgspec.structs.replace(finding, evidence=())
