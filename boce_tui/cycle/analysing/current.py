"""The round as it is read back now, read once for all screens and again only when answers changed."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from boce_tui.cycle.analysing.reading import Readback
from boce_tui.domain.interviewing import Answer, Quote, Tagging
from boce_tui.domain.noting import ExtraQuestion, Note, Passage
from boce_tui.domain.round import Instrument, Interview, Respondent, Round
from boce_tui.store import Dossier

_READ = {
    kind.entity
    for kind in (
        *(Answer, Quote, Tagging, Note, ExtraQuestion, Passage),
        *(Round, Instrument, Interview, Respondent),
    )
}


class _Kept:
    """The read-backs of one dossier; thrown away when something they read has changed."""

    def __init__(self) -> None:
        self.readbacks: dict[str, Readback] = {}

    def changed(self, entity: str, _key: str) -> None:
        """Called by the dossier after each commit, on its own thread."""
        if entity in _READ:
            self.readbacks = {}


_kept: WeakKeyDictionary[Dossier, _Kept] = WeakKeyDictionary()


def current(dossier: Dossier, round_id: str) -> Readback:
    """The round as it is now; the same object until an answer, quote, label, person or the round changed.

    Raises:
        BadInput: There is no such round.
    """
    if dossier.read_only:
        return Readback(dossier, round_id)  # somebody else may be writing in it, and nobody tells
    kept = _kept.get(dossier)
    if kept is None:
        kept = _kept[dossier] = _Kept()
        dossier.on_change(kept.changed)
    readbacks = kept.readbacks
    found = readbacks.get(round_id)
    if found is None:
        # Kept in the collection from before it was read: what changes meanwhile throws that one away.
        found = readbacks[round_id] = Readback(dossier, round_id)
    return found
