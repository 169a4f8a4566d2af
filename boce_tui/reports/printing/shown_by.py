"""What shows how far a recommendation is: words, and what the dossier has."""

from __future__ import annotations

from collections.abc import Sequence

from boce_tui.domain.vocabulary import Vocabulary, label
from boce_tui.locale import N_, _
from boce_tui.reports.blocks import Piece, fill
from boce_tui.reports.formats import day
from boce_tui.reports.model.appendices import ShownBy

KINDS: Vocabulary = {
    "document": N_("document"),
    "meeting": N_("meeting"),
    "progress_entry": N_("progress"),
    "finding": N_("finding"),
}


def what_shows_it(words: Piece, shown: Sequence[ShownBy]) -> Piece:
    """The words, then each thing with what it is and its day; a semicolon between."""
    found = words
    for one in shown:
        named = fill(_("{kind}: {what}"), kind=label(KINDS, one.kind), what=one.text)
        if one.date:
            named = fill(_("{what} ({day})"), what=named, day=day(one.date))
        found = fill("{before}; {after}", before=found, after=named) if found else named
    return found
