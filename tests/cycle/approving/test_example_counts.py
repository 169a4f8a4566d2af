"""What the example's report says about its own records is what the dossier says."""

from __future__ import annotations

from pathlib import Path

from boce_tui.domain.analysis import ChapterText
from boce_tui.domain.round import Interview
from boce_tui.store import Dossier
from tests.example import example_env

NUMBERS = ("geen", "één", "twee", "drie", "vier")


def test_the_records_still_waiting_are_counted_right_in_the_text(tmp_path: Path) -> None:
    env = example_env(tmp_path)
    with Dossier.open(env.data_dir, env, write=False) as dossier:
        states = [one.state for one in dossier.values(Interview, "2041/").values()]
        texts = " ".join(one.text for one in dossier.values(ChapterText, "2041/").values())
    waiting = NUMBERS[states.count("for_approval")]
    assert f"{waiting} gespreksverslagen nog worden goedgekeurd" in texts
