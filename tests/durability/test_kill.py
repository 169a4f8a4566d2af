"""What was acknowledged is there after kill -9, whenever it comes."""

from __future__ import annotations

import random
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from boce_tui.cycle.saving import FieldSaver
from boce_tui.domain.interviewing import Answer
from boce_tui.env import Env
from boce_tui.store import Dossier, Stored
from boce_tui.store.doctor import examine, sick
from tests.durability.typist import letter, saved_key, typed_key
from tests.support import ROOT, child_environ

ROUNDS = 16


def save(dossier: Dossier, key: str, text: str) -> Stored[Answer]:
    """Make a text a revision."""
    return dossier.save(Answer(text=text), key)


def killed_after(folder: Path, home: Path, round_: str, lines: int, chance: random.Random) -> tuple[int, int]:
    """Let a typist go and kill it after so many lines; returns how many edits and revisions it told of."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.durability.typist", str(folder), round_],
        cwd=ROOT,
        env=child_environ(home),
        stdout=subprocess.PIPE,
    )
    assert child.stdout is not None
    told = [child.stdout.readline() for _ in range(lines)]
    for _ in range(chance.randrange(20_000)):  # a moment of no particular length
        pass
    child.kill()
    told += child.stdout.readlines()
    child.wait()
    whole = [line.decode().strip() for line in told if line.endswith(b"\n")]
    edits = [int(line[1:]) for line in whole if line.startswith("e")]
    revisions = [int(line[1:]) for line in whole if line.startswith("r")]
    return max(edits, default=0), max(revisions, default=0)


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of POSIX")
def test_everything_acknowledged_survives_kill_9(env: Env, tmp_path: Path) -> None:
    chance = random.Random(20410512)
    Dossier.create(env.data_dir, env).close()
    total = 0
    for number in range(ROUNDS):
        round_ = f"{number:02d}"
        edits, revisions = killed_after(env.data_dir, tmp_path, round_, chance.randrange(1, 300), chance)
        total += edits
        with Dossier.open(env.data_dir, env) as d:
            for i in range(1, revisions + 1):
                stored = d.get(Answer, saved_key(round_, i))
                assert stored is not None, f"revision {i} of {revisions} is gone"
                assert stored.value == Answer(text=f"antwoord {i}")
            field = f"answer:{typed_key(round_)}:text"
            saved = d.get(Answer, typed_key(round_))
            text = saved.value.text if saved and saved.value else ""
            for recovered in d.drafts.recovered():
                assert recovered.field == field
                assert recovered.saved_text == text
                assert not recovered.conflict
                text = d.drafts.accept(field)
            assert text == "".join(letter(i) for i in range(len(text)))
            assert edits <= len(text) <= edits + 1
            # As the screen does: the text is typed on and becomes a revision, and the draft is over.
            key, was = typed_key(round_), saved.value.text if saved and saved.value else ""
            saver = FieldSaver(d, field, was, "", partial(save, d, key))
            saver.edited(0, len(was), text)
            assert saver.leave(wait=True).kind == "saved"
        assert not sick(examine(env.data_dir, env))
    assert total > 100


def test_the_next_start_finds_the_lock_free(env: Env, tmp_path: Path) -> None:
    Dossier.create(env.data_dir, env).close()
    killed_after(env.data_dir, tmp_path, "00", 5, random.Random(1))
    Dossier.open(env.data_dir, env).close()
