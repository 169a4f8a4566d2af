"""A plain interview in a terminal, and what is in the dossier afterwards."""

from __future__ import annotations

from pathlib import Path

from boce_tui.domain.interviewing import Answer
from boce_tui.store import Dossier
from tests.cycle.factory import ROUND
from tests.support import make_env
from tests.terminal import Terminal

SIZE = (100, 60)


def plain(data: Path, tmp_path: Path, code: str, **environ: str) -> Terminal:
    """``boce interview CODE --plain``, without an editor unless one is named."""
    return Terminal(
        ["--data", str(data), "interview", code, "--plain"],
        tmp_path,
        size=SIZE,
        environ={"EDITOR": "", "VISUAL": "", **environ},
    )


def answer(data: Path, tmp_path: Path, key: str) -> Answer:
    """The answer with that key (without the round)."""
    found = answer_or_none(data, tmp_path, key)
    assert found is not None
    return found


def answer_or_none(data: Path, tmp_path: Path, key: str) -> Answer | None:
    """The same; None when there is none."""
    with Dossier.open(data, make_env(tmp_path)) as dossier:
        return dossier.value(Answer, f"{ROUND}/{key}")


def to_question(term: Terminal, number: str, *said: str) -> None:
    """Go to a question and wait until it is asked there."""
    term.wait_for("Keuze (1-4)")
    term.send(f":ga {number}<enter>")
    term.wait_for(*said)
