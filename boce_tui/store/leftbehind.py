"""The texts an unclean end left behind, until a person has them back in a field or has chosen another."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

import msgspec

from boce_tui.store.recovery import DraftState, Found, Recovered, compare
from boce_tui.store.revisions import Revisions


class LeftBehind:
    """By the number of their draft. Not for several threads at once: the draft book guards it."""

    def __init__(self) -> None:
        self._states: dict[int, DraftState] = {}
        self._shown: dict[int, Recovered] = {}
        self._accepted: set[int] = set()

    def __bool__(self) -> bool:
        return bool(self._states)

    @property
    def states(self) -> list[DraftState]:
        """Every text that is still kept."""
        return list(self._states.values())

    def add(self, state: DraftState, shown: Recovered) -> None:
        """This was found."""
        self._states[state.number], self._shown[state.number] = state, shown

    def waiting(self) -> list[Recovered]:
        """What waits for a choice, the last typed first."""
        numbers = [number for number in self._states if number not in self._accepted]
        return [self._shown[n] for n in sorted(numbers, key=lambda n: self._states[n].edit, reverse=True)]

    def find(self, field: str) -> Recovered:
        """What waits for this field.

        Raises:
            KeyError: nothing does.
        """
        for recovered in self.waiting():
            if recovered.field == field:
                return recovered
        raise KeyError(field)

    def accept(self, number: int) -> None:
        """It was taken over into its field; it is kept until that field's own draft or revision has it."""
        self._accepted.add(number)

    def drop(self, number: int) -> None:
        """It is kept elsewhere, or it was not wanted."""
        self._states.pop(number, None)
        self._accepted.discard(number)

    def erase(self, fields: Collection[str]) -> None:
        """Nothing of these fields is kept any more."""
        for number in [number for number, state in self._states.items() if state.field in fields]:
            self._states.pop(number)
            self._shown.pop(number)
            self._accepted.discard(number)

    def taken_over(self, field: str) -> list[int]:
        """Drafts whose text was taken over into this field."""
        return [n for n in self._accepted if n in self._states and self._states[n].field == field]

    def typed_again(self, field: str, text: str) -> list[int]:
        """Drafts taken over into this field whose text stands in this one, whole."""
        return [n for n in self.taken_over(field) if self._states[n].text in text]


def strangers(
    found: Found, mine: Mapping[int, str], revisions: Revisions, last: int
) -> Iterator[tuple[int, DraftState, Recovered]]:
    """What somebody left behind who typed in this dossier elsewhere, while this app had it open too.

    Args:
        found: What lies there.
        mine: Number -> field of the drafts that are open or kept here.
        revisions: What is current.
        last: The last number that was given out.

    Yields:
        The number it had, the draft with a number that is free here, and what a person gets to see.
    """
    for trail in found.trails:
        old = trail.opened.number
        if mine.get(old) == trail.opened.field:
            continue
        trail.opened = msgspec.structs.replace(trail.opened, number=last + 1)
        shown = compare(trail, revisions)
        if shown is not None:
            last += 1
            yield old, trail.state(), shown
