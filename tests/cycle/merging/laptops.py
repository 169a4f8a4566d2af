"""Laptops that exchange bundles: each a dossier of its own, with a clock that may be wrong."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

from boce_tui.cycle.merging import Merged, Wanted, look, make, merge
from boce_tui.domain.round import Round
from boce_tui.exchange import bundle
from boce_tui.names.keys import Key
from boce_tui.store import Dossier
from boce_tui.store.engine import connect
from boce_tui.store.ident import fingerprint
from boce_tui.store.opening import put_facts
from tests.support import START, Clock, make_env

ROUND = "2041"


@cache
def key() -> Key:
    """An age key: quick, so that many bundles can be made."""
    import pyrage  # type: ignore[import-untyped]

    return Key(str(pyrage.x25519.Identity.generate()))


class Laptops:
    """Several dossiers by name."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._stack = ExitStack()
        self._open: dict[str, Dossier] = {}

    def new(self, name: str, *, off_by: float = 0) -> Dossier:
        """A laptop with a new dossier; its clock is that many hours wrong."""
        env = self._env(name, off_by)
        self._open[name] = self._stack.enter_context(Dossier.create(env.data_dir, env))
        return self._open[name]

    def _env(self, name: str, off_by: float) -> Any:
        clock = Clock(START + timedelta(hours=off_by))
        return make_env(self.folder / name, now=clock, seed=sum(map(ord, name)))

    def __getitem__(self, name: str) -> Dossier:
        return self._open[name]

    def names(self) -> list[str]:
        """All of them."""
        return sorted(self._open)

    def copy(self, name: str, to: str, *, off_by: float = 0) -> Dossier:
        """An image of a whole laptop: the copy takes itself for the original."""
        original = self._open[name]
        replica = original.replica
        env = self._env(to, off_by)
        shutil.copytree(original.folder, env.data_dir, ignore=shutil.ignore_patterns("*.lock"))
        path = env.data_dir / "dossier.db"
        conn = connect(path, write=True)
        conn.execute("begin")
        put_facts(conn, replica=replica, machine=fingerprint(path, replica))
        conn.execute("commit")
        conn.close()
        self._open[to] = self._stack.enter_context(Dossier.open(env.data_dir, env))
        assert self._open[to].replica == replica
        return self._open[to]

    def made(self, giver: str, wanted: Wanted = Wanted()) -> bytes:  # noqa: B008 - frozen
        """A bundle."""
        return make(self._open[giver], wanted, key()).data

    def take(self, taker: str, *bundles: bytes) -> Merged:
        """Merge bundles, and see that it was told beforehand what would come."""
        dossier = self._open[taker]
        found = look(dossier, [bundle.read(data, key(), "x.boce") for data in bundles])
        before = set(dossier.conflicts())
        done = merge(dossier, found)
        assert done.new == found.new
        assert set(found.conflicts) >= set(dossier.conflicts()) - before
        again = merge(dossier, look(dossier, [bundle.read(data, key(), "x.boce") for data in bundles]))
        assert (again.new, again.erased, again.backup) == (0, 0, None)
        return done

    def give(self, giver: str, taker: str, wanted: Wanted = Wanted()) -> Merged:  # noqa: B008
        """One bundle from one to the other."""
        return self.take(taker, self.made(giver, wanted))

    def close(self) -> None:
        """All of them."""
        self._stack.close()


@contextmanager
def laptops(folder: Path, *names: str) -> Iterator[Laptops]:
    """Laptops that began with the same round."""
    made = Laptops(folder)
    try:
        for number, name in enumerate(names):
            made.new(name, off_by=number * -1000 + 500 * (number == 1))
        made[names[0]].save(Round(year=2041, title="Ronde 2041"), ROUND)
        for name in names[1:]:
            made.give(names[0], name)
        yield made
    finally:
        made.close()


def everything(dossier: Dossier) -> dict[str, Any]:
    """All that counts in a dossier: revisions with their texts, what is current, what was erased."""

    def read() -> dict[str, Any]:
        conn = dossier._conn
        return {
            "revisions": conn.execute(
                "select id, sha256, payload, deleted from revision order by id"
            ).fetchall(),
            "heads": conn.execute("select entity, key, rev from head order by entity, key, rev").fetchall(),
            "erased": [rev for (rev,) in conn.execute("select rev from erasure order by rev")],
        }

    return dossier.later(read).result() | {"conflicts": dossier.conflicts()}
