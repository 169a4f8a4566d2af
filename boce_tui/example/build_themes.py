"""The part of the example about candidate themes and progress rounds."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import msgspec

from boce_tui.cycle.filling import keep_question_set
from boce_tui.domain import intake, progressing
from boce_tui.domain.intake import AvailableHours, Intake
from boce_tui.domain.keys import join
from boce_tui.domain.plans import AnnualPlan, PlannedResult
from boce_tui.domain.progressing import ProgressEntry, ProgressRound
from boce_tui.store import Dossier

Table = dict[str, Any]


def build_themes(dossier: Dossier, round_id: str) -> None:
    """Two candidate themes with the hours there are, an annual plan, and two progress rounds."""
    for set_id in (intake.INSTRUMENT, progressing.INSTRUMENT):
        keep_question_set(dossier, round_id, set_id)
    data = _read("intakes.toml") | _read("progress.toml")
    for kind in (AvailableHours, Intake, AnnualPlan, PlannedResult, ProgressRound):
        for row in data[kind.entity]:
            fields = {key: value for key, value in row.items() if key != "id"}
            dossier.save(msgspec.convert(fields, kind), join(round_id, row["id"]))
    for row in data["cell"]:
        made = msgspec.convert({"version": "1.0", "answers": row["answers"]}, ProgressEntry)
        dossier.save(made, join(round_id, row["place"]))


def _read(name: str) -> Table:
    return tomllib.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))
