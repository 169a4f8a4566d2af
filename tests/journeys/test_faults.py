"""A fault of the app in the middle of an interview: told in Dutch, nothing typed is lost, and one goes on."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from boce_tui.domain.interviewing import Answer
from boce_tui.store import Dossier
from tests.cycle.factory import ALONE, ROUND, small_round
from tests.journeys.faulty import SECRET
from tests.support import ROOT, make_env
from tests.terminal import Terminal

KEY = f"{ROUND}/{ALONE}/A2/accessibility/all"
TOLD = (
    "Er ging iets mis in de app zelf (RuntimeError, faulty.py",
    "Wat je typte",
    "is bewaard, en je kunt verder",
)


@pytest.mark.parametrize(
    ("place", "keys"),
    [("command", "<f8>"), ("answer", "<c-o>1"), ("screen", "<c-l>"), ("timer", "")],
)
def test_the_interview_goes_on_and_the_words_stay(tmp_path: Path, place: str, keys: str) -> None:
    data = tmp_path / "data"
    small_round(data, make_env(tmp_path)).close()
    command = [sys.executable, "-m", "tests.journeys.faulty", place, "--data", str(data), "interview", ALONE]
    environ = {"PYTHONPATH": str(ROOT)}
    with Terminal([], tmp_path, command=command, environ=environ, planted=True) as term:
        term.wait_for("Is uitgelegd waarvoor")
        term.send("<f2>a2")
        term.wait_for("Hoe ver is die ambitie gekomen?", "Doorvragen")
        term.send("de visie ligt er")
        term.wait_for("de visie ligt er")
        term.send(keys)
        term.wait_for(*TOLD)
        term.wait_for("Hoe ver is die ambitie gekomen?", "de visie ligt er")
        term.send(", en meer")
        term.wait_for("de visie ligt er, en meer", "!ging iets mis")
        term.send("<c-q>")
        assert term.wait_end() == 0
        painted = bytes(term.raw).decode(errors="replace")
    assert "Traceback" not in painted
    assert SECRET not in painted
    with Dossier.open(data, make_env(tmp_path)) as dossier:
        answer = dossier.value(Answer, KEY)
        assert answer is not None
        assert answer.text == "de visie ligt er, en meer"
        assert dossier.drafts.recovered() == []
    (log,) = (data / "logs").iterdir()
    written = log.read_text(encoding="utf-8")
    assert "in fail" in written
    assert SECRET not in written
    assert "de visie" not in written
