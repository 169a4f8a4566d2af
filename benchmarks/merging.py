"""How long it takes to merge a bundle, beside a plain insert of the same rows whose digests are checked."""

from __future__ import annotations

import hashlib
import json
import random
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median

from boce_tui.cycle.merging import Wanted, look, make
from boce_tui.cycle.merging import merge as do_merge
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.round import Round
from boce_tui.env import Env
from boce_tui.exchange import bundle
from boce_tui.names.keys import Key
from boce_tui.store import Dossier, RevisionRow
from boce_tui.store.engine import tx
from boce_tui.store.revisions import INSERT
from boce_tui.store.rows import to_sql

WORDS, EACH = 120, 4
"""Words in an answer, and revisions of each."""


@dataclass
class Times:
    """Milliseconds of every round.

    Attributes:
        plain: Inserting the rows in one transaction, each digest checked.
        merge: Opening the bundle (age, unpacking, every digest), looking what is new, and the union.
        read: The first part of it.
        index: Making the words findable after it, in the background.
    """

    plain: list[float] = field(default_factory=list)
    merge: list[float] = field(default_factory=list)
    read: list[float] = field(default_factory=list)
    index: list[float] = field(default_factory=list)

    @property
    def ratio(self) -> float:
        """Merging beside a plain insert, of the same round each time."""
        return median(ours / floor for ours, floor in zip(self.merge, self.plain, strict=True))


def measure(sizes: tuple[int, ...], rounds: int) -> dict[int, Times]:
    """Merge that many revisions, the sizes in turn, into a dossier that has only the round."""
    import pyrage  # type: ignore[import-untyped]

    key = Key(str(pyrage.x25519.Identity.generate()))
    found = {size: Times() for size in sizes}
    with tempfile.TemporaryDirectory(prefix="boce-merge-") as name:
        folder = Path(name)
        made = {size: _bundles(folder / f"giver{size}", size, key) for size in sizes}
        for number in range(rounds + 1):
            for size, (first, data, rows) in made.items():
                times = found[size] if number else Times()  # the first round warms up
                _once(folder / f"{number}-{size}", first, data, rows, key, times)
    return found


def _bundles(folder: Path, revisions: int, key: Key) -> tuple[bytes, bytes, list[RevisionRow]]:
    with _dossier(folder) as giver:
        giver.save(Round(year=2041, title="2041"), "2041")
        first = make(giver, Wanted(), key).data
        _fill(giver, revisions)
        return first, make(giver, Wanted(), key).data, giver.beyond(None)


def _once(folder: Path, first: bytes, data: bytes, rows: list[RevisionRow], key: Key, times: Times) -> None:
    with _dossier(folder / "plain") as dossier:
        times.plain.append(_took(lambda: dossier.later(_plain, dossier, rows).result()))
    with _dossier(folder / "merge") as dossier:
        do_merge(dossier, look(dossier, [bundle.read(first, key, "")]))
        dossier.backup = lambda reason="": folder  # type: ignore[method-assign]  # noqa: ARG005
        times.merge.append(_took(lambda: do_merge(dossier, look(dossier, [bundle.read(data, key, "")]))))
        times.read.append(_took(lambda: bundle.read(data, key, "")))
        times.index.append(_took(lambda: dossier.make_findable().result()))


def _plain(dossier: Dossier, rows: list[RevisionRow]) -> None:
    conn = dossier._conn
    with tx(conn):
        for row in rows:
            if not _as_written(row):
                raise SystemExit("not sound")
            conn.execute(INSERT, to_sql(row))


def _as_written(row: RevisionRow) -> bool:
    """The digest as anybody would check it: the floor does not get faster by what we do about ours."""
    parts = [row.id, row.entity, row.key, row.parents, row.hlc, row.author, row.at, row.kind]
    text = json.dumps([*parts, int(row.deleted), row.payload], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest() == row.sha256


def _took(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def _dossier(folder: Path) -> Dossier:
    return Dossier.create(folder, replace(Env.from_process(str(folder)), data_dir=folder))


def _fill(dossier: Dossier, revisions: int) -> None:
    chance = random.Random(1)
    vocabulary = [
        "".join(chance.choices("abcdefghiklmnoprstuvw", k=chance.randint(3, 11))) for _n in range(5000)
    ]
    with dossier.change():
        for number in range(revisions - 1):
            text = " ".join(chance.choices(vocabulary, k=WORDS))
            at = number % (revisions // EACH)
            dossier.save(Answer(text=text), f"2041/G{at // 40 + 1:02d}/A{at % 40}/-/all")
