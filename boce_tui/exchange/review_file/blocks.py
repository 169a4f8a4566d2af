"""What one filled-in block says, and what is doubtful about it."""

from __future__ import annotations

from dataclasses import dataclass, field

from boce_tui.domain.reviewing import ReviewItem, SentPlace
from boce_tui.domain.text import clean_entry
from boce_tui.domain.vocabulary import DECISION_CHOICE
from boce_tui.exchange.review_file.binding import EMPTY, NONE, ODD, TICKED, Option
from boce_tui.exchange.review_file.matching import Piece, joined
from boce_tui.exchange.review_file.words import says_something, without_blanks

CHOICE = "choice:"
FIELDS = ("text", "motivation", "owner", "deadline")
_LABELS = (*FIELDS, "remark")
"""The labels of a recommendation, in their order."""


@dataclass
class Block:
    """A place to fill in, as it came back.

    Attributes:
        place: What it is about; None when that is doubtful.
        mark: The mark that stands there.
        line: Its line.
        candidates: Places it might be about, the most probable first.
        options: Its boxes.
        fields: What was written behind its labels; a label that is there has its place in it.
        loose: What was written elsewhere in it.
        head: The head it stands below; None above the first.
    """

    place: SentPlace | None
    mark: str
    line: int
    candidates: list[SentPlace] = field(default_factory=list)
    options: list[Option] = field(default_factory=list)
    fields: dict[str, list[Piece]] = field(default_factory=dict)
    loose: list[list[Piece]] = field(default_factory=list)
    head: Block | None = None

    def value(self, name: str) -> str:
        """What was written behind a label."""
        return clean_entry(without_blanks(joined(self.fields.get(name, []))))

    def field_line(self, name: str) -> int:
        """Where that stands."""
        pieces = [piece for piece in self.fields.get(name, []) if without_blanks(piece.text)]
        return pieces[0].line if pieces else self.line

    def residue(self) -> str:
        """What was written beside the lines to fill in."""
        found = (without_blanks(joined(run)) for run in self.loose)
        return clean_entry("\n".join(text for text in found if says_something(text)))

    def ticked(self) -> list[str]:
        """The options that are ticked, each once."""
        return list(dict.fromkeys(o.option for o in self.options if o.state == TICKED))

    def item(self, choice: str) -> ReviewItem:
        """The block as an item, with that choice."""
        place = self.place or (self.candidates[0] if self.candidates else None)
        values = {name: self.value(name) for name in FIELDS}
        # What stands beside the lines is shown with the doubt about it, and goes along when that is settled.
        values["motivation"] = values["motivation"] or self.residue()
        return ReviewItem(
            recommendation=place.recommendation if place else "",
            choice=choice,
            line=self.line,
            **values,
        )

    def items(self) -> tuple[ReviewItem, ...]:
        """One item for each ticked box; one without a choice when none is but something was written."""
        choices = [o.removeprefix(CHOICE) for o in self.ticked() if o.startswith(CHOICE)]
        if not choices:
            return (self.item(""),) if any(self.value(name) for name in FIELDS) else ()
        return tuple(self.item(choice) for choice in choices)

    def what_is_wrong(self) -> str:
        """The kind of doubt about its boxes; empty when they are clear."""
        ticked = self.ticked()
        if len(ticked) > 1:
            return "two_boxes"
        if any(o.state == ODD for o in self.options) or self._contradicts() or self.residue():
            return "unclear_box"
        if not ticked and self._marked_otherwise():
            return "unclear_box"
        if self._misses_label():
            return "label"
        if not ticked and any(self.value(name) for name in FIELDS):
            return "no_choice"
        changed = f"{CHOICE}adopt_changed"
        return "unclear_box" if ticked and self.value("text") and ticked[0] != changed else ""

    def _misses_label(self) -> bool:
        """A label is gone, and below the one before it stands more than a line: that may be of either."""
        for at, name in enumerate(_LABELS[:-1]):
            pieces = self.fields.get(name, [])
            more = {piece.block for piece in pieces} - {piece.block for piece in pieces if piece.written}
            if more and _LABELS[at + 1] not in self.fields:
                return True
        return False

    def _contradicts(self) -> bool:
        """One option with two different boxes."""
        states: dict[str, set[str]] = {}
        for one in self.options:
            states.setdefault(one.option, set()).add(one.state)
        return any(len(found) > 1 for found in states.values())

    def _marked_otherwise(self) -> bool:
        """No box is ticked, but the options are no longer alike: some are gone, bold, or without a box."""
        loud = {one.strong for one in self.options}
        kept = {one.option for one in self.options}
        states = {one.state for one in self.options}
        return len(loud) > 1 or len(kept) < len(DECISION_CHOICE) or states == {EMPTY, NONE}

    def filled(self) -> bool:
        """Something was ticked or written in it, its remark aside."""
        return bool(self.items() or self.what_is_wrong() or self.residue())

    def used(self) -> bool:
        """Something was ticked or written in it."""
        written = any(self.value(name) for name in self.fields)
        return written or bool(self.residue()) or any(o.state in (TICKED, ODD) for o in self.options)

    def box_lines(self) -> tuple[int, ...]:
        """Lines of what was ticked or is unclear; else of the block."""
        lines = {o.line for o in self.options if o.state in (TICKED, ODD)}
        return tuple(sorted(lines)) or (self.line,)

    def box_words(self) -> str:
        """The boxes as they stand there, and what was written beside the lines."""
        every = len(self.options) < len(DECISION_CHOICE) or self._marked_otherwise()
        shown = [_shown(one) for one in self.options if every or one.state != EMPTY]
        return "\n".join(filter(None, [*shown, self.residue()]))

    def said(self) -> str:
        """Everything somebody wrote or ticked in it, to compare and to show."""
        texts = [self.box_words(), *(self.value(name) for name in (*FIELDS, "remark", "member", "date"))]
        return "\n".join(filter(None, texts))


def _shown(option: Option) -> str:
    sign = {TICKED: "☒ ", EMPTY: "☐ ", ODD: "? "}.get(option.state, "")
    return sign + option.raw
