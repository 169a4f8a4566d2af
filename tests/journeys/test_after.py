"""After an interview, in a real terminal: worked out, killed, sent, corrected, approved, unlocked."""

from __future__ import annotations

from pathlib import Path

import pytest

from boce_tui.domain.approving import InterviewRecord
from boce_tui.domain.interviewing import Answer
from boce_tui.store import Dossier
from tests.cycle.approving.held import ALONE, E1, ROUND, held_round
from tests.support import make_env
from tests.terminal import Terminal


@pytest.fixture
def data(tmp_path: Path) -> Path:
    held_round(tmp_path).close()
    return tmp_path / "data"


def to_approval(term: Terminal) -> None:
    """From the dashboard to the list of records."""
    term.wait_for("Nu te doen", "Goedkeuring")
    term.send("<down><down><down><enter>")
    term.wait_for("Uiterlijk", "G01")


def test_a_record_from_notes_to_unlocked(data: Path, tmp_path: Path) -> None:
    with Terminal(["--data", str(data)], tmp_path) as term:
        to_approval(term)
        term.wait_for("0 van 2 goedgekeurd")
        term.send("w")
        term.wait_for("0 van 3 uitgewerkt", "Uitgewerkte tekst")
        term.send("<f2>E1<enter>")
        term.wait_for("gaat goed. korte lijnen")
        term.send("<f3>, echt waar")
        term.wait_for("lijnen, echt waar")
        term.kill9()

    with Terminal(["--data", str(data)], tmp_path) as term:
        term.wait_for("Uitgewerkte tekst", "lijnen, echt waar", "Teruggehaald")
        term.send("<f8>")
        term.wait_for("1 van 3 uitgewerkt")
        term.send("<c-p>Het gesprek is uitgewerkt<enter>")
        term.wait_for("houden hun aantekeningen")
        term.send("<c-q>")
        assert term.wait_end() == 0

    with Terminal(["--data", str(data)], tmp_path) as term:
        to_approval(term)
        term.wait_for("uitgewerkt")
        term.send("v")
        term.wait_for("vandaag verstuurd", "ter goedkeuring")
        term.send("w")
        term.wait_for("Uitgewerkte tekst")
        term.send("<f2>E1<enter>")
        term.wait_for("lijnen, echt waar")
        term.send("<f12>")
        term.wait_for("Zoals verstuurd")
        term.send(" Bijna altijd.")
        term.wait_for("echt waar Bijna altijd.")
        term.send("<esc>")
        term.wait_for("0 van 2 goedgekeurd")
        term.send("a2")
        term.wait_for("Staan de wijzigingen al in de tekst?")
        term.send("2")
        term.wait_for("1 van 2 goedgekeurd", "met wijzigingen")
        term.send("<c-q>")
        assert term.wait_end() == 0

    with Terminal(["--data", str(data)], tmp_path) as term:
        to_approval(term)
        term.wait_for("1 van 2 goedgekeurd")
        term.send("<end><c-o>")
        term.wait_for("Waarom gaat het verslag")
        term.send("een naam stond er nog in<enter>")
        term.wait_for("0 van 2 goedgekeurd")
        term.send("<c-q>")
        assert term.wait_end() == 0

    with Dossier.open(data, make_env(tmp_path)) as dossier:
        answer = dossier.value(Answer, E1)
        assert answer is not None
        assert answer.text == "gaat goed. korte lijnen"
        assert answer.worked_out == "gaat goed. korte lijnen, echt waar Bijna altijd."
        record = dossier.value(InterviewRecord, f"{ROUND}/{ALONE}")
        assert record is not None
        assert [one.reason for one in record.unlocked] == ["een naam stond er nog in"]
        sent = dossier.revision(record.answers[E1])
        assert sent is not None
        assert isinstance(sent.value, Answer)
        assert sent.value.worked_out == "gaat goed. korte lijnen, echt waar"
