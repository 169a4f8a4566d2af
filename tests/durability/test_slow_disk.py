"""A disk that takes seconds for every save: what is typed is painted all the same, and saved in the end."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from boce_tui.domain.interviewing import Answer
from boce_tui.store import Dossier
from tests.cycle.factory import ALONE, ROUND, small_round
from tests.durability import vfs
from tests.durability.outcome import Tell
from tests.durability.test_drive_gone import hampered, in_room
from tests.support import make_env

WORDS = "dit-typt-gewoon-door-terwijl-de-schijf-traag-is"
COMMIT = 2.0
"""Every save takes at least this long here; a fifth of a second is what may not be felt."""
FELT = 0.7

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are of POSIX"),
    pytest.mark.skipif(not vfs.available(), reason="SQLite's file layer cannot be watched here"),
]


def test_keys_are_painted_while_the_disk_is_busy(tmp_path: Path, tell: Tell) -> None:
    data = tmp_path / "data"
    small_round(data, make_env(tmp_path)).close()
    control = tmp_path / "control"
    with hampered(data, tmp_path, control) as term:
        in_room(term)
        term.send("vooraf ")
        term.wait_for("vooraf", "bewaard #")
        control.write_text(f"slow {COMMIT / 4}")  # a commit syncs four or five times
        took = []
        began = time.monotonic()
        for number, char in enumerate(WORDS):
            at = time.monotonic()
            term.send(char)
            term.wait_until(lambda wanted=WORDS[: number + 1]: wanted in term.text)  # type: ignore[misc]
            took.append(time.monotonic() - at)
            while time.monotonic() < at + 0.15:
                term.read(0.02)
        assert time.monotonic() - began > COMMIT * 2  # commits were under way all the time
        assert "bewaren..." in term.text
        term.send("<c-n>")
        at = time.monotonic()
        term.wait_for(" E2 · ")
        assert time.monotonic() - at < COMMIT
        took.sort()
        assert took[-1] < COMMIT, took[-5:]
        assert took[int(len(took) * 0.9)] < FELT, took
        control.unlink()
        term.wait_for("bewaard #", "!bewaren", timeout=30)
        term.send("<c-q>")
        assert term.wait_end() == 0
    with Dossier.open(data, make_env(tmp_path)) as dossier:
        answer = dossier.value(Answer, f"{ROUND}/{ALONE}/E1/-/all")
    assert answer is not None
    assert answer.text == f"vooraf {WORDS}"
    slowest = round(took[-1] * 1000)
    tell(
        "slow disk",
        f"slowest key {slowest} ms while a save takes {COMMIT:.0f} s or more",
        keys_painted_meanwhile=len(took),
    )
