"""What the tests of these documents share: their text, what stops them, and texts written by hand."""

from __future__ import annotations

from boce_tui.cycle.outgoing import Outgoing
from boce_tui.domain.analysis import ChapterText
from boce_tui.reports.gates import ERROR
from boce_tui.store import Dossier
from tests.decided import ROUND


def text(made: Outgoing) -> str:
    return made.markdown.decode()


def errors(made: Outgoing) -> list[str]:
    return [f"{one.rule} {one.message}" for one in made.findings if one.severity == ERROR]


def write(dossier: Dossier, place: str, words: str) -> None:
    dossier.save(ChapterText(text=words), f"{ROUND}/{place}")
