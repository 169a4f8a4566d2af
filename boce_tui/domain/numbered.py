"""Kinds that get a number or code when they are made, and that words or names hang from by it."""

from __future__ import annotations

from collections.abc import Iterable

from boce_tui.domain.agenda import Document
from boce_tui.domain.base import Entity
from boce_tui.domain.handing_over import PEOPLE, SAID
from boce_tui.domain.keys import join, last
from boce_tui.domain.noting import ExtraQuestion
from boce_tui.domain.progressing import ProgressRound
from boce_tui.domain.round import Evaluator, Interview, Respondent

NUMBERED: tuple[type[Entity], ...] = (
    Respondent,
    Interview,
    Evaluator,
    Document,
    ExtraQuestion,
    ProgressRound,
)
"""Two of these under one number would get each other's answers, names, evidence or entries."""
WITH_PEOPLE = frozenset(kind.entity for kind in PEOPLE)
"""Those that are never in a bundle for programme support."""

Number = tuple[str, str]
"""Stored name of the kind, and the key; of a respondent the code alone, which is used once in a dossier."""

_NAMES = frozenset(kind.entity for kind in NUMBERED)
_SAID = frozenset(kind.entity for kind in SAID)


def number_of(entity: str, key: str) -> Number | None:
    """The number that an item is; None when it has none of its own."""
    if entity not in _NAMES:
        return None
    return entity, last(key) if entity == Respondent.entity else key


def hangs_from(entity: str, key: str) -> Number | None:
    """The interview something was said in, by its key; None when that does not tell."""
    parts = key.split("/")
    if entity not in _SAID or len(parts) < 2:
        return None
    # A quote and a label lie beside the interview: 2041/G07-1f2e.
    return Interview.entity, join(parts[0], parts[1].split("-")[0])


def under(number: Number, entity: str, key: str) -> bool:
    """True for what has a key that begins with the number: the item itself, and what hangs from it."""
    kind, name = number
    if kind == Respondent.entity:
        return (entity in _SAID and last(key) == name) or number_of(entity, key) == number
    # A document and an interview may have the same key only by their kinds.
    return (
        number_of(entity, key) == number
        or key.startswith((f"{name}/", f"{name}-"))
        or (kind == Interview.entity and entity in _SAID and key == name)
    )


def mentions(number: Number, payload: str) -> bool:
    """True when an item says the number, as a key or on its own."""
    kind, name = number
    if kind == Respondent.entity:
        return f'"{name}"' in payload or f'/{name}"' in payload
    bare = last(name) if kind in (Evaluator.entity, Document.entity) else name
    return any(part in payload for part in (f'"{name}"', f'"{name}/', f'"{name}-', f":{name}", f'"{bare}"'))


def names(numbers: Iterable[Number]) -> list[str]:
    """What people call them: ``G21``, ``R14``, ``G07/X1``."""
    found = dict.fromkeys(key.split("/", 1)[-1] for _entity, key in sorted(numbers))
    return list(found)
