"""A disk without room: what was saved can be read, what is typed is kept, and it is told in plain words."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from boce_tui.cycle.saving import FieldSaver
from boce_tui.domain.interviewing import Answer
from boce_tui.env import Env
from boce_tui.errors import DossierUnavailable
from boce_tui.store import Dossier
from boce_tui.store.doctor import examine, sick
from boce_tui.store.engine import DiskFull

KEY = "2041/G01/A1/-/all"
FIELD = f"answer:{KEY}:text"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of four megabytes, where we may make one."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root can make a small disk")
    place = tmp_path / "disk"
    place.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4m", "boce-test", str(place)], check=False, capture_output=True
    )
    if done.returncode:
        pytest.skip("mounting is not allowed here")
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def fill(place: Path) -> Path:
    """Use up all the room."""
    filler = place / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (1 << 16, 1 << 12, 1):
            with suppress(OSError):
                while True:
                    file.write(bytes(size))
    return filler


def test_real_full_disk(env: Env, small_disk: Path) -> None:
    env = replace(env, data_dir=small_disk / "data")
    now = [0.0]
    with Dossier.create(env.data_dir, env) as d:
        d.save(Answer(text="bewaard"), KEY)
        saver = FieldSaver(
            d, FIELD, "bewaard", "", lambda t: d.save(Answer(text=t), KEY), clock=lambda: now[0]
        )
        filler = fill(small_disk)
        assert d.get(Answer, KEY) is not None
        big = "lange zin " * 2000
        saver.edited(7, 7, big)
        for char in "en nog wat":
            saver.edited(len(saver.text), len(saver.text), char)
        state = saver.leave(wait=True)
        assert (state.kind, state.in_draft) == ("not_saved", True)
        assert state.reason == "schijf vol, klad is veilig"
        with pytest.raises(DiskFull, match="schijf is vol"):
            d.save(Answer(text="x" * 50_000), "2041/G01/A2/-/all")
        with pytest.raises(DiskFull, match="niet gemaakt"):
            d.backup()
        text = saver.text
        assert d._lock is not None
        d._lock.release()  # killed here
        with Dossier.open(env.data_dir, env) as again:  # opens on the full disk
            assert [r.text for r in again.drafts.recovered()] == [text]
        with pytest.raises(DossierUnavailable):
            Dossier.create(small_disk / "nieuw", env)
        assert not (small_disk / "nieuw" / "dossier.db").exists()
        filler.unlink()
        now[0] += 10
        with Dossier.open(env.data_dir, env) as last:
            assert last.drafts.accept(FIELD) == text
            last.save(Answer(text=text), KEY)
    assert not sick(examine(env.data_dir, env))


def test_transaction_that_does_not_fit_is_gone_whole_and_the_connection_lives(env: Env) -> None:
    with Dossier.create(env.data_dir, env) as d:
        d.save(Answer(text="eerst"), KEY)
        conn = d._conn
        pages = d.later(lambda: conn.execute("pragma page_count").fetchone()[0]).result(60)
        d.later(lambda: conn.execute(f"pragma max_page_count={pages + 4}")).result(60)
        acknowledged = []
        with suppress(DiskFull):
            for number in range(2, 200):
                key = f"2041/G01/A{number}/-/all"
                d.save(Answer(text="tekst " * 100), key)
                acknowledged.append(key)
        assert 0 < len(acknowledged) < 198
        with suppress(DiskFull), d.change() as c:
            for number in range(300, 400):
                c.save(Answer(text="samen " * 500), f"2041/G01/A{number}/-/all")
        assert [s.key for s in d.all(Answer, "2041/G01/A3")] == [k for k in acknowledged if "/A3" in k]
        d.later(lambda: conn.execute("pragma max_page_count=1073741823")).result(60)
        assert d.save(Answer(text="weer plaats"), KEY)
        assert {s.key for s in d.all(Answer)} == {KEY, *acknowledged}
    assert not sick(examine(env.data_dir, env))


def test_change_that_goes_on_after_the_disk_was_full_saves_nothing_of_itself(env: Env) -> None:
    """SQLite has ended the transaction by then: the second half must not be saved without the first."""
    with Dossier.create(env.data_dir, env) as d:
        conn = d._conn
        pages = d.later(lambda: conn.execute("pragma page_count").fetchone()[0]).result(60)
        d.later(lambda: conn.execute(f"pragma max_page_count={pages + 2}")).result(60)

        def stubborn() -> None:
            with d.change() as c:
                c.save(Answer(text="eerste helft"), KEY)
                with suppress(DiskFull):
                    c.save(Answer(text="x" * 100_000), "2041/G01/A2/-/all")
                c.save(Answer(text="tweede helft"), "2041/G01/A3/-/all")

        try:
            stubborn()
        except DossierUnavailable:
            assert d.all(Answer) == []
        else:
            assert [s.key for s in d.all(Answer)] == [KEY, "2041/G01/A3/-/all"]
    assert not sick(examine(env.data_dir, env))
