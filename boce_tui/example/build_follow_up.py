"""The part of the example about follow-up: actions, scans, meetings, needs of councils, earlier figures."""

from __future__ import annotations

from typing import Any

import msgspec

from boce_tui.domain.base import Entity
from boce_tui.domain.kept_figures import KeptFigure
from boce_tui.domain.keys import join
from boce_tui.domain.meetings import Meeting, Scan
from boce_tui.domain.needs import InformationNeed
from boce_tui.domain.recommendation import ActionItem
from boce_tui.store import Dossier


def build_follow_up(dossier: Dossier, round_id: str, previous: str, data: dict[str, Any]) -> None:
    """Save what is in ``follow_up.toml``."""
    for row in data.get("action_item", []):
        _save(dossier, ActionItem, join(row["recommendation"], row["id"]), row, "recommendation", "id")
    for row in data.get("scan", []):
        _save(dossier, Scan, row["recommendation"], row, "recommendation")
    for row in data.get("meeting", []):
        _save(dossier, Meeting, join(round_id, row["id"]), row, "id")
    for row in data.get("council_information_need", []):
        _save(dossier, InformationNeed, join(row["round"], row["id"]), row, "round", "id")
    for row in data.get("kept_figure", []):
        _save(dossier, KeptFigure, join(previous, row["id"]), row, "id")


def _save(dossier: Dossier, kind: type[Entity], key: str, row: dict[str, Any], *own: str) -> None:
    fields = {name: value for name, value in row.items() if name not in own}
    dossier.save(msgspec.convert(fields, kind), key)
