"""From a review file of a member to the advice of the steering group, in a terminal, by keyboard only."""

from __future__ import annotations

from pathlib import Path

from boce_tui.domain.recommendation import Decision
from boce_tui.domain.reviewing import Doubt
from boce_tui.store import Dossier
from tests.example import example_env
from tests.terminal import Terminal


def test_a_members_file_is_read_in_settled_and_confirmed(tmp_path: Path) -> None:
    env = example_env(tmp_path)
    file = env.data_dir / "review" / "review-2041-lid-b.md"
    with Terminal(["--data", str(env.data_dir)], tmp_path) as term:
        term.wait_for("Nu te doen", "Besluit")
        term.send("<c-p>")
        term.wait_for("wat wil je doen")
        term.send("Review van het rapport<enter>")
        term.wait_for("1 reviewbestand gemaakt")
        term.send("i")
        term.wait_for("Welk bestand kwam terug?")
        term.send(f"{file}<enter>")
        term.wait_for("lid B", "enter legt vast: 2 oordelen en 1 opmerking")
        term.send("<enter>")
        term.wait_for("Twijfels in de review", "Er is meer dan")
        term.send("<enter>")
        term.wait_for("niet overnemen", "zet het in de lijst met opmerkingen")
        term.send("<enter>")
        term.wait_for("Hier wacht niets op je.")
        term.send("<esc>")
        term.wait_for("alles vastgelegd")
        term.send("v")
        term.wait_for("Oordelen naast elkaar", "lid B", "aanhouden")
        term.send("<enter>")
        term.wait_for("Besluiten over 1a", "advies: nog niets")
        term.send("c")
        term.wait_for("overnemen", "lid B")
        term.send("<c-q>")
        assert term.wait_end() == 0
    with Dossier.open(env.data_dir, env, write=False) as dossier:
        advice = dossier.value(Decision, "2041/1a/steering_group/advice")
        vote = dossier.value(Decision, "2041/2c/member-b/vote")
        assert advice is not None
        assert vote is not None
        assert (advice.choice, vote.choice) == ("adopt", "reject")
        assert [doubt.answer for doubt in dossier.values(Doubt).values()] == ["reject"]
