"""From an empty folder to a planned interview, in a terminal, by keyboard only."""

from __future__ import annotations

import re
from pathlib import Path

from boce_tui.cycle.planning import interviews, respondents
from boce_tui.domain.round import Round
from boce_tui.store import Dossier
from tests.support import make_env
from tests.terminal import Terminal


def test_an_empty_folder_becomes_a_round_with_a_planned_interview(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with Terminal(["--data", str(data)], tmp_path) as term:
        term.wait_for("Dit dossier is nog leeg.", "de eerste ronde beginnen")
        term.send("n")
        term.wait_for("Nieuwe ronde", "Jaar")
        term.send("<c-u>2041<enter>")
        term.wait_for("Evaluatie 2041 · opdracht")
        term.send("<down><down>Het is tijd.<tab>Kijk wat het opleverde.<tab><tab><tab>14")
        term.wait_for("[x] Omgevingswet", "[x] Bereikbaarheid")
        term.send("<esc>")
        term.wait_for("Nu te doen", "Zet de gesprekspartners op de")
        term.send("<tab><enter>")
        term.wait_for("n voegt iemand toe")
        term.send("n")
        term.wait_for("Wat is de rol van deze persoon?")
        term.send("wethouder<enter>")
        term.wait_for("· wethouder", "Organisaties")
        term.send("<down><down>2")
        term.wait_for("[x] Coevorden")
        term.send("<f4>")
        term.wait_for("G01", "te plannen", "Deelnemers")
        term.send("<down><down>12 mei 2041<tab><tab>9.30<tab><tab>gemeentehuis<tab>4")
        term.wait_for("· gepland", "09:30", "12-05-2041")
        term.send("<esc><esc><esc>")
        term.wait_for("Nu te doen", "Het eerste gesprek: G01")
        term.send("<c-q>")
        assert term.wait_end() == 0
    with Dossier.open(data, make_env(tmp_path)) as dossier:
        round_ = dossier.value(Round, "2041")
        assert round_ is not None
        assert (round_.reason, round_.assignment) == ("Het is tijd.", "Kijk wat het opleverde.")
        assert round_.focus_themes == ("environment_act", "accessibility")
        ((code, who),) = respondents(dossier, "2041").items()
        assert re.fullmatch(r"R\d\d", code)
        assert (who.role, who.municipalities) == ("alderman", ("coevorden",))
        (interview,) = interviews(dossier, "2041").values()
        assert (interview.participants, interview.state) == ((code,), "planned")
        assert (interview.when.planned, interview.start) == ("2041-05-12", "09:30")
        assert interview.place == "gemeentehuis"


def test_what_was_typed_in_a_form_survives_a_kill(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with Terminal(["--data", str(data)], tmp_path) as term:
        term.wait_for("Dit dossier is nog leeg.")
        term.send("n")
        term.wait_for("Nieuwe ronde")
        term.send("<c-u>2041<enter>")
        term.wait_for("Evaluatie 2041 · opdracht")
        term.send("<down><down>Omdat de agen")
        term.wait_for("Omdat de agen")
        term.kill9()
    with Terminal(["--data", str(data)], tmp_path) as term:
        term.wait_for("Teruggehaald: 13 tekens")
        term.send("<tab><enter>")
        term.wait_for("Omdat de agen")
