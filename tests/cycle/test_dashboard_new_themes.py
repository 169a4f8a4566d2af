"""What the first screen asks about candidate themes and the progress round."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from boce_tui.cycle.dashboard.new_themes import new_theme_tasks
from boce_tui.cycle.progressing.rounds import add_progress_round
from boce_tui.cycle.taking_in.intakes import add_intake
from boce_tui.store import Dossier
from boce_tui.tui.doors import DOORS
from tests.cycle.factory import ROUND, small_round
from tests.cycle.taking_in.complete import complete_intake, put, there_are
from tests.support import make_env


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with small_round(tmp_path / "data", make_env(tmp_path)) as made:
        yield made


def asked(dossier: Dossier) -> list[tuple[str, str, bool]]:
    found = list(new_theme_tasks(dossier, ROUND))
    assert all(task.target in DOORS for task in found)
    return [(task.target, task.key, task.urgent) for task in found]


def test_it_asks_for_what_can_be_done_and_nothing_else(dossier: Dossier) -> None:
    assert asked(dossier) == []
    add_intake(dossier, ROUND, "Sport")
    assert asked(dossier) == []  # an intake may take its time
    there_are(dossier)
    key = complete_intake(dossier)
    assert asked(dossier) == [("intake", key, False)]
    put(dossier, key, "B1.decision=reject")
    assert asked(dossier) == [("intake", key, False)]
    put(dossier, key, "B1.text=Daarom.")
    assert asked(dossier) == []
    put(dossier, key, "B1.decision=include", "O1=")
    assert asked(dossier) == [("intake", key, True)]


def test_it_counts_the_open_parts_of_the_latest_progress_round(dossier: Dossier) -> None:
    add_progress_round(dossier, ROUND, "10-06-2041")
    (task,) = new_theme_tasks(dossier, ROUND)
    assert task.target == "progress"
    assert "6" in task.text
