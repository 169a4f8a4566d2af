"""What a dossier has, by the numbers its copies give out: what to send, what is missing, who was copied."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping

import msgspec

from boce_tui.store.engine import sqlite3
from boce_tui.store.ident import is_uuid

UNNUMBERED = ""
"""Stands for the revisions that came in with a document and have no number."""
_LABEL = 6
Ranges = tuple[tuple[int, int], ...]


class Having(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is had of one copy of the dossier.

    Attributes:
        upto: All numbers from 1 up to this one; of what has no number: how many.
        digest: SHA-256 over their ids: two copies that gave out the same numbers show by it.
    """

    upto: int
    digest: str


Vector = Mapping[str, Having]
"""Copy of the dossier -> what is had of it."""


def label(replica: str) -> str:
    """What a copy of the dossier is called for people: says nothing of who uses it."""
    return replica.replace("-", "")[-_LABEL:].upper()


def vector(conn: sqlite3.Connection) -> dict[str, Having]:
    """What is had of every copy."""
    found = {replica: _having(rows) for replica, rows in _numbers(conn).items()}
    loose = [rev for (rev,) in conn.execute("select id from revision where seq is null order by id")]
    if loose:
        found[UNNUMBERED] = Having(len(loose), _digest(loose))
    return found


def ends(conn: sqlite3.Connection, without: Collection[str]) -> dict[str, int]:
    """Label of a copy -> its last number here, apart from some kinds; says nothing of what is missing."""
    sql = "select replica, entity, max(seq) from revision where seq is not null group by replica, entity"
    found: dict[str, int] = {}
    for replica, entity, last in conn.execute(sql):
        if entity not in without:
            found[label(replica)] = max(found.get(label(replica), 0), last)
    return dict(sorted(found.items()))


def _numbers(conn: sqlite3.Connection) -> dict[str, list[tuple[int, str]]]:
    sql = "select replica, seq, id from revision where seq is not null order by replica, seq, id"
    found: dict[str, list[tuple[int, str]]] = {}
    for replica, seq, rev in conn.execute(sql):
        found.setdefault(replica, []).append((seq, rev))
    return found


def _having(rows: Iterable[tuple[int, str]], most: int | None = None) -> Having:
    upto, ids = 0, []
    for seq, rev in rows:
        if seq > upto + 1 or (most is not None and seq > most):
            break
        upto = seq
        ids.append(rev)
    return Having(upto, _digest(ids))


def _digest(ids: Iterable[str]) -> str:
    return hashlib.sha256("".join(ids).encode()).hexdigest()


def missing(conn: sqlite3.Connection, others: Iterable[Vector] = ()) -> dict[str, Ranges]:
    """Numbers that were given out and are not here: copy -> ranges, both ends included.

    Args:
        conn: Open connection of this thread.
        others: What others have: who has a number, knows that it was given out.
    """
    sql = "select replica, max(seq), count(distinct seq) from revision where seq is not null group by replica"
    here = {replica: (last, count) for replica, last, count in conn.execute(sql)}
    ends: dict[str, int] = {}
    for replica, one in (item for other in others for item in other.items()):
        if replica != UNNUMBERED:
            ends[replica] = max(ends.get(replica, 0), one.upto)
    found: dict[str, Ranges] = {}
    for replica in sorted({*here, *ends}):
        known, count = here.get(replica, (0, 0))
        end = max(known, ends.get(replica, 0))
        if count == end:
            continue
        ranges, last = [], 0
        sql = "select seq from revision where replica = ? and seq is not null order by seq"
        for seq in (*(seq for (seq,) in conn.execute(sql, (replica,))), end + 1):
            if seq > last + 1:
                ranges.append((last + 1, seq - 1))
            last = seq
        if ranges:
            found[replica] = tuple(ranges)
    return found


def copied(conn: sqlite3.Connection) -> set[str]:
    """Copies that gave out one number twice: two dossiers took themselves for the same one."""
    sql = "select replica from revision where seq is not null group by replica, seq having count(*) > 1"
    return {replica for (replica,) in conn.execute(sql)}


def contradicted(conn: sqlite3.Connection, others: Vector) -> set[str]:
    """Copies of which somebody else has other revisions under the same numbers."""
    numbers, found = _numbers(conn), set()
    for replica, other in others.items():
        if replica == UNNUMBERED or replica not in numbers:
            continue
        mine = _having(numbers[replica], other.upto)
        if mine.upto == other.upto and mine.digest != other.digest:
            found.add(replica)
    return found


def beyond(conn: sqlite3.Connection, others: Vector | None, always: Collection[str] = ()) -> list[str]:
    """Ids of the revisions that somebody who has `others` may not have; all of them when that is unknown.

    Args:
        conn: Open connection of this thread.
        others: What the other side has.
        always: Copies of which the numbers say nothing, because they were given out twice.
    """
    mine = vector(conn)
    others = others or {}
    all_loose = mine.get(UNNUMBERED) != others.get(UNNUMBERED)
    found = []
    for rev, replica, seq in conn.execute("select id, replica, seq from revision order by n"):
        if seq is None:
            known = not all_loose
        else:
            other = others.get(replica)
            known = other is not None and replica not in always and seq <= other.upto
        if not known:
            found.append(rev)
    return found


def least(vectors: Iterable[Vector]) -> dict[str, Having]:
    """What all of them have."""
    several = list(vectors)
    if not several:
        return {}
    found = {}
    for replica, first in several[0].items():
        every = [one.get(replica) for one in several]
        there = [one for one in every if one is not None]
        if len(there) < len(every):
            continue
        if replica == UNNUMBERED:
            if all(one == first for one in there):
                found[replica] = first
        else:
            found[replica] = min(there, key=lambda one: one.upto)
    return found


def in_ranges(conn: sqlite3.Connection, replica: str, ranges: Iterable[tuple[int, int]]) -> list[str]:
    """Ids of the revisions with these numbers."""
    sql = "select id from revision where replica = ? and seq between ? and ? order by seq, id"
    return [rev for first, last in ranges for (rev,) in conn.execute(sql, (replica, first, last))]


def is_vector(vector: Vector) -> bool:
    """True for something that a dossier could have said."""
    return all(
        (replica == UNNUMBERED or is_uuid(replica)) and one.upto >= 0 for replica, one in vector.items()
    )


def shown(ranges: Iterable[tuple[int, int]]) -> str:
    """Ranges as people write them: ``3, 41-57``."""
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in ranges)
