"""A disk that takes ages for a save: what is typed is painted all the same, and saved in the end."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from boce_tui.domain.interviewing import Answer
from boce_tui.store import Dossier
from tests.cycle.factory import ALONE, ROUND, small_round
from tests.durability import vfs
from tests.durability.outcome import Tell
from tests.durability.test_drive_gone import hampered, in_room
from tests.support import make_env

WORDS = "dit-typt-gewoon-door-terwijl-de-schijf-stilstaat"

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are of POSIX"),
    pytest.mark.skipif(not vfs.available(), reason="SQLite's file layer cannot be watched here"),
]


def test_keys_are_painted_while_the_disk_is_busy(tmp_path: Path, tell: Tell) -> None:
    data = tmp_path / "data"
    small_round(data, make_env(tmp_path)).close()
    control = tmp_path / "control"
    waits = control.with_suffix(".waits")
    with hampered(data, tmp_path, control) as term:
        in_room(term)
        term.send("vooraf")
        term.wait_for("vooraf", "bewaard #")
        control.write_text("still")
        term.send(" ")
        term.wait_until(waits.exists, "nothing is being saved")
        for number, char in enumerate(WORDS):
            term.send(char)
            term.wait_until(lambda wanted=WORDS[: number + 1]: wanted in term.text)  # type: ignore[misc]
        term.wait_for("bewaren...")
        term.send("<c-n>")
        term.wait_for(" E2 · ")
        assert waits.exists()  # the same save was under way all the time
        control.unlink()
        term.wait_for("bewaard #", "!bewaren")
        term.send("<c-q>")
        assert term.wait_end() == 0
    with Dossier.open(data, make_env(tmp_path)) as dossier:
        answer = dossier.value(Answer, f"{ROUND}/{ALONE}/E1/-/all")
    assert answer is not None
    assert answer.text == f"vooraf {WORDS}"
    tell("slow disk", "a save stands still meanwhile", keys_painted_meanwhile=len(WORDS))
