"""The texts an answer had before: what was wiped or written over can be brought back."""

from __future__ import annotations

from dataclasses import dataclass

from boce_tui.domain.interviewing import Answer
from boce_tui.store import Dossier


@dataclass(frozen=True)
class Earlier:
    """A text an answer had.

    Attributes:
        text: The text.
        at: When it was kept, ISO in UTC.
    """

    text: str
    at: str


def earlier_texts(dossier: Dossier, key: str, revision: str, now: str) -> list[Earlier]:
    """The texts of an answer up to a revision, the last one first; empty ones are left out.

    Args:
        dossier: The dossier.
        key: Key of the answer.
        revision: Id of the revision to go back from; without one there is nothing earlier.
        now: The text that stands there; it is not earlier.
    """
    if not revision:
        return []
    found: list[Earlier] = []
    begun = False
    for item in reversed(dossier.history(Answer, key)):
        begun = begun or item.id == revision
        text = item.value.text if item.value else ""
        if begun and text.strip() and text != (found[-1].text if found else now):
            found.append(Earlier(text, item.at))
    return found
