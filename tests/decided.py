"""The example after the year: version 1.0 is final, the colleges decided, the councils' meeting moved."""

from __future__ import annotations

import shutil
import tempfile
from functools import cache
from pathlib import Path

from boce_tui.cycle.deciding.deciding import Said, decide
from boce_tui.cycle.following_up.meetings import add_meeting, meetings, move
from boce_tui.cycle.recommending import recommendations
from boce_tui.domain.meetings import Meeting
from boce_tui.env import Env
from boce_tui.store import Dossier
from tests.example import example_env
from tests.support import make_env, run_cli

ROUND = "2041"
DAYS = {"borger_odoorn": "2041-09-23", "coevorden": "2041-09-24", "emmen": "2041-09-24"}


def decide_all(dossier: Dossier) -> None:
    """Every college on every recommendation: one adopted in changed form, one on which they differ."""
    for item in recommendations(dossier, ROUND):
        decide(dossier, item.key, "steering_group", Said("adopt", date="2041-08-28"))
        for place, day in DAYS.items():
            said = Said("adopt", date=day)
            if item.number == "4b":
                said = Said(
                    "adopt_changed",
                    date=day,
                    motivation="De raden willen eerst zien wat het kost.",
                    text="Kies na een raming van de kosten of het thema verdergaat.",
                )
            if item.number == "2c" and place == "emmen":
                said = Said("reject", date=day, motivation="Emmen stelt de uren vast in de eigen begroting.")
            decide(dossier, item.key, place, said)


def move_meeting(dossier: Dossier) -> None:
    """One joint meeting of the councils, moved to the next year."""
    for id_, one in meetings(dossier, ROUND).items():
        if one.body == "councils":
            dossier.delete(Meeting, f"{ROUND}/{id_}")
    made = add_meeting(
        dossier,
        ROUND,
        title="Gezamenlijke radenbijeenkomst",
        body="councils",
        date="2041-10-31",
        start="19:30",
        place="gemeentehuis van Coevorden",
    )
    move(dossier, ROUND, made.key.split("/")[1], "2042-01-19", "te weinig raden konden")


@cache
def _made() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="boce-decided-"))
    env = example_env(folder)
    run_cli(["round", "close", ROUND, "--yes"], env).ok()
    with Dossier.open(env.data_dir, env) as dossier:
        decide_all(dossier)
        move_meeting(dossier)
    return env.data_dir


def decided_env(tmp_path: Path, **options: object) -> Env:
    """Surroundings whose data folder holds a fresh copy of it."""
    env = make_env(tmp_path, **({"seed": 3} | options))  # type: ignore[arg-type]
    shutil.copytree(_made(), env.data_dir)
    return env
