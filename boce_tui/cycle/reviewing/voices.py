"""Who sent a file back, and what they chose, side by side."""

from __future__ import annotations

from dataclasses import dataclass

from boce_tui.cycle.deciding.standing import Standing, body_words, standings
from boce_tui.domain.recommendation import Decision
from boce_tui.domain.reviewing import Review
from boce_tui.store import Dossier, Stored


@dataclass(frozen=True)
class SideBySide:
    """A table: a row per recommendation, a column per body.

    Attributes:
        bodies: Body and its name, steering group first, then colleges and members.
        rows: Each recommendation with what each body says, by body.
    """

    bodies: tuple[tuple[str, str], ...]
    rows: tuple[tuple[Standing, dict[str, Decision]], ...]


def side_by_side(dossier: Dossier, round_id: str) -> SideBySide:
    """Everybody's view on every recommendation."""
    found = standings(dossier, round_id)
    bodies: dict[str, str] = {}
    for kind in ("advice", "decision", "vote"):
        for standing in found:
            bodies |= {voice.body: voice.name for voice in standing.of(kind)}
    ordered = sorted(bodies.items(), key=lambda entry: (entry[0].startswith("member-"),))
    return SideBySide(
        tuple(ordered),
        tuple((one, {voice.body: voice.value for voice in one.voices}) for one in found),
    )


def reviews(dossier: Dossier, round_id: str) -> list[Stored[Review]]:
    """The files that were read in, the latest first."""
    found = [item for item in dossier.all(Review, f"{round_id}/") if item.value]
    return sorted(found, key=lambda item: (item.at, item.key), reverse=True)


def sender(dossier: Dossier, review: Review) -> str:
    """On behalf of whom it was filled in; empty while that is not known."""
    return body_words(dossier, review.body) if review.body else ""
