"""Erasing as a part of the dossier: what is asked for, what is done, and what is still to be done."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from pathlib import Path

import msgspec

from boce_tui.domain.base import Entity
from boce_tui.env import Env
from boce_tui.errors import BoceError
from boce_tui.store import editor_files, erasures, opening, scrubbing, strangers
from boce_tui.store.drafts import FOLDER as DRAFTS
from boce_tui.store.drafts import DraftBook
from boce_tui.store.engine import sqlite3
from boce_tui.store.erasures import Erasure
from boce_tui.store.ident import iso
from boce_tui.store.scrubbing import Left, Pending, Scrubbed
from boce_tui.store.union import Union
from boce_tui.store.work import Work

__all__ = ["Erased", "Erasing", "Erasure", "Left", "Pending", "Scrubbed", "digest_of"]


class Erased(msgspec.Struct, frozen=True):
    """What one erasure took away; the files are cleaned by :meth:`Erasing.scrub`.

    Attributes:
        revisions: How many revisions lost their text.
        drafts: How many texts that were being typed went along.
        digest: SHA-256 over the ids and digests of those revisions: names them, and says nothing of them.
    """

    revisions: int
    drafts: int
    digest: str


def digest_of(lines: Iterable[tuple[str, str]]) -> str:
    """SHA-256 over (id, digest) of revisions, in the order of their ids."""
    text = "".join(f"{rev} {sha256}\n" for rev, sha256 in sorted(lines))
    return hashlib.sha256(text.encode()).hexdigest()


class Erasing:
    """What :class:`~boce_tui.store.dossier.Dossier` can do about erasing."""

    folder: Path
    env: Env
    example: bool
    drafts: DraftBook
    _work: Work
    _conn: sqlite3.Connection
    _revisions: Union

    def erase(
        self,
        items: Iterable[tuple[type[Entity], str]],
        reason: str,
        *,
        revisions: Iterable[str] = (),
        typed: Callable[[str], bool] = lambda _field: False,
        by: str | None = None,
    ) -> Erased:
        """Take away items with their whole history, for good: nothing brings them back, no import either.

        The texts are gone from the dossier when this returns; :meth:`scrub` then takes the last bytes out of
        the files. Until that is done the dossier says so (:meth:`unfinished`), and opening it goes on.

        Args:
            items: Kind and key of what goes.
            reason: The kind of reason: a word, never about a person.
            revisions: Single revisions that go too.
            typed: Says of a draft's field (``entity:key:attribute``) whether it goes too; those of the items
                always do.
            by: Profile; that of the surroundings when left out.
        """
        wanted = [(kind.entity, key) for kind, key in items]
        return self._work.write(
            self._erase, wanted, list(revisions), reason, self.env.profile if by is None else by, typed
        )

    def _erase(
        self,
        items: list[tuple[str, str]],
        revs: list[str],
        reason: str,
        by: str,
        typed: Callable[[str], bool],
    ) -> Erased:
        starts = tuple(f"{entity}:{key}:" for entity, key in items)
        known = self.drafts.fields() | {file.field for file in editor_files.folders(self.folder / DRAFTS)}
        fields = {field for field in known if field.startswith(starts) or typed(field)}
        going = self._revisions.erasing(items, revs, reason, by)
        others = self._strangers(going)
        new = self._revisions.erase(going)
        drafts = self.drafts.erase(fields)
        if new or fields:
            scrubbing.begin(self._conn, iso(self.env.now()), fields, others)
        lines = [(rev, row.sha256) for rev in new if (row := self._revisions.row(rev)) is not None]
        return Erased(len(new), max(drafts, len(fields)), digest_of(lines))

    def _strangers(self, going: Collection[Erasure]) -> list[str]:
        """Files that are not ours and hold the words: looked for while these are still known."""
        rows = (self._revisions.row(one.rev) for one in going)
        words = strangers.words_in(row.payload for row in rows if row is not None)
        return strangers.holding(self.folder, words, DRAFTS, example=self.example)

    def erasures(self) -> list[Erasure]:
        """Everything that was ever erased here, by revision: what another laptop has to know."""
        return self._work.read(lambda: erasures.every(self._conn))

    def erasure(self, rev: str) -> Erasure | None:
        """When and why a revision was erased, or None."""
        return self._work.read(self._revisions.erasure, rev)

    def erased(self, kind: type[Entity], key: str) -> bool:
        """True when the item was erased and nothing new was written under its key."""
        return self._work.read(self._revisions.erased_item, kind.entity, key)

    def apply_erasures(self, known: Iterable[Erasure]) -> int:
        """Union with erasures from elsewhere; returns how many were new. After it: :meth:`scrub`.

        It may be done before or after the revisions themselves come in; the end is the same.
        """
        return self._work.write(self._apply, list(known))

    def _apply(self, known: Collection[Erasure]) -> int:
        others = self._strangers([one for one in known if self._revisions.erasure(one.rev) is None])
        new = self._revisions.erase(erasures.union(known))
        gone = {item for rev in new if (item := self._item(rev)) and self._revisions.erased_item(*item)}
        starts = tuple(f"{entity}:{key}:" for entity, key in gone)
        fields = {field for field in self.drafts.fields() if field.startswith(starts)} if starts else set()
        self.drafts.erase(fields)
        if new:
            scrubbing.begin(self._conn, iso(self.env.now()), fields, others)
        return len(new)

    def _item(self, rev: str) -> tuple[str, str] | None:
        row = self._revisions.row(rev)
        return (row.entity, row.key) if row else None

    def scrub(self, *, remove: bool = False) -> Scrubbed:
        """Take the last bytes of what was erased out of every file of the dossier, the backups included.

        Not inside a change. What cannot be cleaned is named in the result; it can be done again.

        Args:
            remove: Throw away the copies that cannot be cleaned; a person has said so.
        """
        return self._work.read(
            lambda: scrubbing.Scrubbing(self._conn, self.folder, self.env, self.drafts, remove=remove).run()
        )

    def unfinished(self) -> Pending | None:
        """The erasure that is not yet everywhere done, or None."""
        return self._work.read(lambda: scrubbing.pending(self._conn))

    def scrubbed(self) -> Scrubbed | None:
        """What was cleaned by the erasure that was finished last."""
        return self._work.read(lambda: scrubbing.last(self._conn))

    def _go_on_erasing(self) -> None:
        """A program was ended in the middle of an erasure: finish it, as far as that goes now."""
        with suppress(
            BoceError
        ):  # a full disk: it stays noted, and is told where the dossier is looked after
            self.scrub()

    def withdrawn_again(self) -> None:
        """What was withdrawn is out of the backup that was put back; within the change that took it out."""
        self._work.write(lambda: self._conn.execute("delete from meta where name = ?", (opening.AGAIN,)))

    def head_keys(self, kind: type[Entity], prefix: str = "") -> list[str]:
        """The keys of every item there ever was of a kind, deleted ones too."""
        sql = "select distinct key from revision where entity = ? and key >= ? and key < ? order by key"
        args = (kind.entity, prefix, prefix + "\U0010ffff")
        return [key for (key,) in self._work.read(lambda: self._conn.execute(sql, args).fetchall())]


def carried(folder: Path) -> list[Erasure]:
    """Every erasure that the dossier in a folder and its own backups know of, however damaged they are."""
    from boce_tui.store.backups import FOLDER
    from boce_tui.store.engine import connect_damaged

    found = []
    for path in (folder / opening.FILE, *sorted((folder / FOLDER).glob("*.db"))):
        if not path.is_file():
            continue
        try:
            conn = connect_damaged(path)
            try:
                found.append(erasures.every(conn))
            finally:
                conn.close()
        except (sqlite3.Error, UnicodeError):
            continue
    return erasures.union(*found)
