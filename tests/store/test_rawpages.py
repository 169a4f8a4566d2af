"""Rows are read from their pages when the tree above them is gone, and only whole ones are believed."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest

from boce_tui.domain.interviewing import Answer
from boce_tui.env import Env
from boce_tui.store import Dossier, rawpages
from boce_tui.store.doctor import sick
from boce_tui.store.repairing import repair

SIZES = (10, 300, 3000, 4100, 5000, 9000, 30_000)


@pytest.fixture
def filled(env: Env) -> Env:
    with Dossier.create(env.data_dir, env) as d, d.change():
        for number in range(40):
            words = "één zin " * (SIZES[number % len(SIZES)] // 8)
            d.save(Answer(text=f"{number} {words}"), f"2041/G01/A{number}/-/all")
    return env


def root_of(path: Path) -> int:
    conn = sqlite3.connect(path)
    try:
        return int(conn.execute("select rootpage from sqlite_master where name = 'revision'").fetchone()[0])
    finally:
        conn.close()


def test_every_row_comes_out_as_it_is_also_a_long_one(filled: Env) -> None:
    path = filled.data_dir / "dossier.db"
    conn = sqlite3.connect(path)
    wanted = {row[0]: list(row[1:]) for row in conn.execute("select * from revision").fetchall()}
    conn.close()
    found = {number: cells[1:] for number, cells in rawpages.rows(path, 14)}
    assert found == wanted


def test_repair_brings_all_back_when_the_top_of_the_tree_is_gone(filled: Env) -> None:
    path = filled.data_dir / "dossier.db"
    data = bytearray(path.read_bytes())
    start = (root_of(path) - 1) * 4096
    data[start : start + 4096] = random.Random(3).randbytes(4096)
    path.write_bytes(data)
    done = repair(filled.data_dir, filled)
    assert (done.kept, done.lost) == (40, 0)
    assert not sick(done.after)
    with Dossier.open(filled.data_dir, filled) as d:
        assert len(d.all(Answer)) == 40


@pytest.mark.parametrize("seed", range(20))
def test_noise_is_no_row_and_no_error(filled: Env, seed: int) -> None:
    path = filled.data_dir / "dossier.db"
    chance = random.Random(seed)
    data = bytearray(path.read_bytes())
    for _ in range(300):
        data[chance.randrange(len(data))] = chance.randrange(256)
    path.write_bytes(data)
    for number, cells in rawpages.rows(path, 14):
        assert isinstance(number, int)
        assert len(cells) == 14
