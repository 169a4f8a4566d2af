"""A fast talk in a real terminal: follow-ups ticked, a sentence quoted, edited, and seen to be edited."""

from __future__ import annotations

from pathlib import Path

from boce_tui.domain.interviewing import Answer, Quote
from boce_tui.store import Dossier
from tests.cycle.factory import ALONE, ROUND, small_round
from tests.support import make_env
from tests.terminal import Terminal


def test_a_quote_whose_sentence_is_edited_afterwards(tmp_path: Path) -> None:
    data = tmp_path / "data"
    small_round(data, make_env(tmp_path)).close()
    with Terminal(["--data", str(data), "interview", ALONE], tmp_path) as term:
        term.wait_for("Is uitgelegd waarvoor")
        term.send("<f2>e1")
        term.wait_for("1 zeer slecht", "5 zeer goed")
        term.send("Eerst dit. Niemand is de baas.<f4>")
        term.wait_for("Citaat: “Niemand is de baas.”", "1 citaat")
        term.send("<f3>")
        term.wait_for("Gesteld: Hoe is de sfeer?")
        term.send("<f3> En door.")
        term.wait_for("2 doorvragen open", "En door.")
        term.send("<left>" * 14 + "grote ")
        term.wait_for("een geciteerde zin is veranderd", "bewaard")
        term.send("<c-l>")
        term.wait_for("“Niemand is de baas.”", "nu: “Niemand is de grote baas.”")
        term.send("o")
        term.wait_for("Het citaat heeft de woorden van nu")
        term.send("<enter>")
        term.wait_for("Hoe beleeft u het samenwerken", "!een geciteerde zin")
        term.send("<c-q>")
        assert term.wait_end() == 0
    with Dossier.open(data, make_env(tmp_path)) as dossier:
        [quote] = dossier.values(Quote).values()
        assert (quote.text, quote.start, quote.before) == ("Niemand is de grote baas.", 11, "Eerst dit. ")
        answer = dossier.value(Answer, f"{ROUND}/{ALONE}/E1/-/all")
        assert answer is not None
        assert answer.text == "Eerst dit. Niemand is de grote baas. En door."
        assert answer.probes_asked == (0, 1)
