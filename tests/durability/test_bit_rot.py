"""Single bits of a dossier flip: what is damaged is named and never shown as true, and the rest is saved."""

from __future__ import annotations

import random
import shutil
from pathlib import Path
from typing import Any

import pytest

from boce_tui.domain.agenda import Theme
from boce_tui.domain.base import Entity
from boce_tui.domain.entities import KINDS
from boce_tui.domain.interviewing import Answer
from boce_tui.env import Env
from boce_tui.errors import BoceError
from boce_tui.store import Dossier
from boce_tui.store.doctor import examine, sick
from boce_tui.store.repairing import repair
from tests.durability.outcome import LONG, SEED, Tell
from tests.support import make_env

SHARES = 16 if LONG else 4
PER_PAGE = 40 if LONG else 4
ANSWERS = 60


def truth(folder: Path, env: Env) -> tuple[dict[str, Any], set[str]]:
    """What the dossier says: every item and its history; and the places that are named as damaged."""
    said: dict[str, Any] = {}
    damaged: set[str] = set()
    try:
        dossier = Dossier.open(folder, env, write=False)
    except BoceError as problem:
        return {}, {problem.message}
    with dossier:
        for kind in (Answer, Theme):
            try:
                said[kind.entity] = {item.key: (item.id, item.value) for item in dossier.all(kind)}
            except BoceError as problem:
                damaged.add(problem.message)
            for key in keys(kind):
                try:
                    found = dossier.get(kind, key)
                    said[f"{kind.entity}:{key}"] = found and (found.id, found.value, found.at, found.author)
                    said[f"history:{kind.entity}:{key}"] = [
                        (item.id, item.value, item.at) for item in dossier.history(kind, key)
                    ]
                except BoceError as problem:
                    damaged.add(problem.message)
    return said, damaged


def keys(kind: type[Entity]) -> list[str]:
    return [f"2041/G01/A{n}/-/all" for n in range(ANSWERS)] if kind is Answer else ["wonen"]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier with items of several revisions, a deleted one and a draft."""
    tmp_path = tmp_path_factory.mktemp("sound")
    env = make_env(tmp_path)
    with Dossier.create(env.data_dir, env) as d:
        with d.change():
            d.save(Theme(name="Wonen", order=1), "wonen")
            for number, key in enumerate(keys(Answer)):
                d.save(Answer(text=f"antwoord {number}: " + "een zin over het overleg. " * 6), key)
        for key in keys(Answer)[:12]:
            d.save(Answer(text="een tweede versie van de zin"), key)
        d.delete(Answer, keys(Answer)[3])
    return env.data_dir


@pytest.mark.parametrize("share", range(SHARES))
def test_flipped_bits_are_named_and_never_served(
    sound: Path, env: Env, tmp_path: Path, share: int, tell: Tell
) -> None:
    assert {Answer, Theme} <= set(KINDS)
    chance = random.Random(SEED + share)
    right, none = truth(sound, env)
    assert not none
    data = (sound / "dossier.db").read_bytes()
    folder = tmp_path / "flipped"
    flips = named = mended = 0
    for page in range(share, len(data) // 4096, SHARES):
        for _ in range(PER_PAGE):
            flipped = bytearray(data)
            place, bit = page * 4096 + chance.randrange(4096), chance.randrange(8)
            flipped[place] ^= 1 << bit
            shutil.copytree(sound, folder)
            (folder / "dossier.db").write_bytes(flipped)
            said, damaged = truth(folder, env)
            wrong = {name for name, value in said.items() if value != right[name]}
            assert not wrong, f"byte {place}, bit {bit}: {wrong}"
            flips += 1
            if damaged:
                named += 1
                assert all(message and "Traceback" not in message for message in damaged)
                if chance.random() < (1.0 if LONG else 0.2):
                    mended += mend(folder, env, right)
            shutil.rmtree(folder)
    assert flips >= PER_PAGE
    tell("flipped bits", f"seed {SEED}+", flips=flips, named=named, repaired=mended)


def mend(folder: Path, env: Env, right: dict[str, Any]) -> int:
    """What the doctor brings back is what was written, and all but what the flipped bit was in."""
    try:
        assert sick(examine(folder, env))
        done = repair(folder, env)
    except BoceError as problem:
        told = problem.hint
    else:
        told = ""
    if told:  # the first page is gone: a backup has to be put back
        return 0
    assert not sick(done.after)
    said, damaged = truth(folder, env)
    assert not damaged
    same = sum(said.get(name) == value for name, value in right.items() if name.startswith("answer:"))
    assert same >= ANSWERS - 8, f"only {same} of {ANSWERS} came back"
    for name, value in said.items():
        if name.startswith("answer:") and value is not None and value != right[name]:
            # An earlier version of it, when the last one was hit.
            known = [(rev, text) for rev, text, _at in right[f"history:{name}"]]
            assert value[:2] in known
    return 1
