"""The agenda to start from: organisations, bodies, themes and ambitions as they are known, to be changed."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

import boce_tui
from boce_tui.cycle.planning.settings import AGENDA
from boce_tui.domain.agenda import Agenda, Ambition, Body, Organisation, Theme
from boce_tui.domain.base import Entity
from boce_tui.store import Dossier

FILE = Path(boce_tui.__file__).parent / "example" / "agenda.toml"
"""Stands once: the example cycle is built on the same agenda."""
_NOT_THE_EXAMPLES_OWN = ("name", "short_name", "region", "goal", "programme_name")


def standard_agenda(dossier: Dossier) -> int:
    """Fill a fresh dossier with the standard agenda; returns how many items were made.

    What is there already stays as it is. Judgements about rounds of the example are left out.
    """
    with dossier.change():
        wanted = [item for item in agenda_items() if dossier.get(item[0], item[1]) is None]
        if dossier.value(Agenda, AGENDA) is None:
            wanted.append((Agenda, AGENDA, agenda_of_file(example=dossier.example)))
        for _kind, key, value in wanted:
            dossier.save(value, key)
        return len(wanted)


def is_fresh(dossier: Dossier) -> bool:
    """True when the dossier has no organisations, bodies or themes yet."""
    kinds: tuple[type[Entity], ...] = (Organisation, Body, Theme)
    return not any(dossier.all(kind) for kind in kinds)


def agenda_of_file(*, example: bool) -> Agenda:
    """The agenda itself; what belongs to the example only is left out elsewhere."""
    values = _content()["agenda"]
    if not example:
        values = {name: values[name] for name in _NOT_THE_EXAMPLES_OWN if name in values}
    return msgspec.convert({**values, "example": example}, Agenda)


def agenda_items() -> Iterator[tuple[type[Entity], str, Entity]]:
    """Kind, key and value of every organisation, body, theme and ambition."""
    content = _content()
    for table, kind in (
        ("organisation", Organisation),
        ("body", Body),
        ("theme", Theme),
        ("ambition", Ambition),
    ):
        for row in content[table]:
            values = {name: value for name, value in row.items() if name not in ("id", "assessed")}
            yield kind, row["id"], msgspec.convert(values, kind)


def _content() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))
