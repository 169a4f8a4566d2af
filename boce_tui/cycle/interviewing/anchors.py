"""Quotes and the sentence they were taken from: where that stands now, and whether it still says the same."""

from __future__ import annotations

import msgspec

from boce_tui.domain.anchors import Place, anchor, find_again
from boce_tui.domain.interviewing import Answer, Quote
from boce_tui.domain.text import clean_entry


def tied(quote: Quote, start: int, within: str) -> Quote:
    """A quote tied to its place in a text.

    Args:
        quote: The quote, with its words.
        start: Where the words were taken, about; -1: they are tied to no place.
        within: The text they were taken from.
    """
    note = clean_entry(within)
    begin = note.find(quote.text, len(clean_entry(within[:start]))) if start >= 0 else -1
    if begin < 0:
        return msgspec.structs.replace(quote, start=start, before="", after="")
    place = anchor(note, begin, begin + len(quote.text))
    return msgspec.structs.replace(quote, start=begin, before=place.before, after=place.after)


def place_of(quote: Quote, text: str) -> Place | None:
    """Where a quote stands in the text of its answer now; None when it is tied to no place."""
    return find_again(text, quote.anchor) if quote.anchor else None


def standing(answer: Answer | None, quote: Quote) -> tuple[str, str]:
    """How the sentence of a quote stands in its answer.

    The words belong to the notes; in a text that was worked out afterwards they may be left out, but when
    they are in there with other words, that is a change.

    Returns:
        ``changed`` with the words as they are now, ``gone`` without, or two empty texts when all is well.
    """
    if quote.anchor is None:
        return "", ""
    notes, worked_out = (answer.text, answer.worked_out) if answer else ("", "")
    for text in (worked_out, notes):
        place = find_again(text, quote.anchor)
        if place.kind == "changed":
            return "changed", text[place.begin : place.end]
        if place.kind == "same":
            return "", ""
    return "gone", ""
