"""Items that go on under another key, with all their revisions; the old key is free for something else.

Nothing is changed in place: every revision is written again under the new key, and a last revision of the old
item says where it went. Such an end counts for nothing as soon as something else has the old key.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol, TypeVar

import msgspec

from boce_tui.store.engine import sqlite3

FOLLOWED = "import"
"""Kind of a revision that names something as it is called from now on: undo does not go behind it."""
IS_MOVED = "deleted = 1 and payload is not null and payload <> 'null'"
"""In SQL: a revision that ends an item because it goes on elsewhere, see `RevisionRow.moved`."""
_ENDED = f"""
select r.id from (select distinct entity, key from revision where {IS_MOVED}) as m
join json_each(?) as a on m.entity = json_extract(a.value, '$[0]') and m.key = json_extract(a.value, '$[1]')
join revision r on r.entity = m.entity and r.key = m.key
"""  # noqa: S608
Rewrite = Callable[[str, str, Mapping[str, str]], str]
"""Kind of an item, its payload, and old revision -> new one: the payload as it becomes."""


class Item(NamedTuple):
    """One item that moves."""

    entity: str
    key: str
    to: str


class Gone(msgspec.Struct, frozen=True):
    """What an end says.

    Attributes:
        to: The new key.
        revisions: Old revision -> the one that says the same under the new key.
    """

    to: str
    revisions: dict[str, str]


class Link(NamedTuple):
    """A revision without what it says."""

    entity: str
    key: str
    id: str
    parents: tuple[str, ...]
    moved: bool
    replica: str


class _Follows(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def moved(self) -> bool: ...
    @property
    def parents(self) -> tuple[str, ...]: ...


R = TypeVar("R", bound=_Follows)


def first_of(links: Sequence[R]) -> list[R]:
    """Those with which something began, as far as that is here."""
    here = {link.id for link in links}
    return [link for link in links if here.isdisjoint(link.parents)]


def living(rows: Sequence[R]) -> list[R]:
    """Those of one item that did not go elsewhere; all of them when nothing of it is left here."""
    if not any(row.moved for row in rows):
        return list(rows)
    left = [row for line in lines(rows) if not ended(line) for row in line]
    ids = {row.id for row in left}
    return [row for row in rows if row.id in ids]


def ended(line: Sequence[R]) -> bool:
    """True when all that is current of it says that it went elsewhere."""
    followed = {parent for row in line for parent in row.parents}
    return all(row.moved for row in line if row.id not in followed)


def lines(rows: Sequence[R]) -> list[list[R]]:
    """Revisions of one item, apart for everything that was made apart under the same key."""
    of: dict[str, list[R]] = {}
    for row in rows:
        joined = [row]
        for other in {id(found): found for rev in (row.id, *row.parents) if (found := of.get(rev))}.values():
            joined += other
        for one in joined:
            for rev in (one.id, *one.parents):
                of[rev] = joined
    return list({id(line): line for line in of.values()}.values())


def ended_items(conn: sqlite3.Connection, asked: str) -> list[str]:
    """Ids of all revisions of those items of which something went elsewhere.

    Args:
        conn: Open connection of this thread.
        asked: Entity and key of the items, as JSON.
    """
    return [rev for (rev,) in conn.execute(_ENDED, (asked,))]


def copies(conn: sqlite3.Connection) -> dict[str, str]:
    """New revision -> the one under an old key that it was written after."""
    found: dict[str, str] = {}
    for (payload,) in conn.execute(f"select payload from revision where {IS_MOVED}"):  # noqa: S608
        found |= {new: old for old, new in msgspec.json.decode(payload, type=Gone).revisions.items()}
    return found


def with_originals(conn: sqlite3.Connection, revs: Iterable[str]) -> list[str]:
    """These revisions, and what they were written after: who erases a text erases all of it."""
    known, found = copies(conn), dict.fromkeys(revs)
    waiting: Collection[str] = list(found)
    while waiting:
        waiting = [known[rev] for rev in waiting if rev in known and known[rev] not in found]
        found |= dict.fromkeys(waiting)
    return list(found)
