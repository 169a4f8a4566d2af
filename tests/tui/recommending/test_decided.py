"""After a decision the recommendation shows it: in the list, in itself and in the overview of decisions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from boce_tui.cycle.deciding.deciding import Said, decide
from boce_tui.store import Dossier
from boce_tui.tui.app import BoceApp
from boce_tui.tui.deciding import decisions_door
from boce_tui.tui.recommending import recommendations_door
from boce_tui.tui.screen import BoceScreen
from tests.example import example_env
from tests.tui.helpers import make_app, press, shown

WORDS = {"1a": "advies: overnemen", "1b": "aanhouden (1 van", "1c": "niet overnemen"}


def decided(dossier: Dossier) -> None:
    """Advice on one, one college of three on the next, all of them on the third."""
    decide(dossier, "2041/1a", "steering_group", Said("adopt"))
    decide(dossier, "2041/1b", "emmen", Said("hold"))
    for place in ("borger_odoorn", "coevorden", "emmen"):
        decide(dossier, "2041/1c", place, Said("reject", motivation="Te duur."))


@pytest.mark.parametrize("door", [recommendations_door, decisions_door])
async def test_a_list_shows_what_was_decided(tmp_path: Path, door: Callable[[BoceApp], BoceScreen]) -> None:
    env = example_env(tmp_path)
    with Dossier.open(env.data_dir, env) as dossier:
        decided(dossier)
        app = make_app(env, _of_2041(door), dossier)
        async with app.run_test(size=(140, 40)) as pilot:
            await press(pilot)
            for number, words in WORDS.items():
                line = next(line for line in shown(app).splitlines() if f" {number} " in line)
                assert words in line


async def test_the_recommendation_itself_shows_it(tmp_path: Path) -> None:
    env = example_env(tmp_path)
    with Dossier.open(env.data_dir, env) as dossier:
        decided(dossier)
        app = make_app(env, _of_2041(lambda made: recommendations_door(made, "2041/1c")), dossier)
        async with app.run_test(size=(140, 40)) as pilot:
            await press(pilot)
            line = next(line for line in shown(app).splitlines() if "Besluit" in line)
            assert "niet overnemen" in line


def _of_2041(door: Callable[[BoceApp], BoceScreen]) -> Callable[[BoceApp], BoceScreen]:
    def start(app: BoceApp) -> BoceScreen:
        app.round_id = "2041"
        return door(app)

    return start
