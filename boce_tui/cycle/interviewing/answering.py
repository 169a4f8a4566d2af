"""What a person can do to an answer during an interview, whatever is on the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import msgspec

from boce_tui.cycle.interviewing.answers import AnswerBook, Change
from boce_tui.cycle.interviewing.progress import filled
from boce_tui.cycle.interviewing.quotes import QuoteBook
from boce_tui.domain.answers import Choice, Choices, Grid, Items, Scalar, SwotItem, Value
from boce_tui.domain.interviewing import Answer, Quote, Skip
from boce_tui.domain.keys import ALL, AnswerKey
from boce_tui.domain.text import clean_entry
from boce_tui.domain.vocabulary import SKIP_REASON
from boce_tui.instruments.audience import Profile
from boce_tui.instruments.steps import Step
from boce_tui.store import Dossier, Stored

LATER = "later"


@dataclass(frozen=True)
class Undone:
    """What was taken back.

    Attributes:
        key: The answer it belonged to.
        quote: True when it was a quote.
        what: What else it was, see ``.beside``; empty for an answer.
        source: Of words that were moved: the answer they came from.
    """

    key: AnswerKey
    quote: bool = False
    what: str = ""
    source: AnswerKey | None = None


class Answering:
    """The answers and quotes of one interview, and every change a person can make to them.

    Attributes:
        people: Profiles of the participants.
        answers: All answers, in memory.
        quotes: All quotes, in memory.
    """

    def __init__(self, dossier: Dossier, round_id: str, interview_id: str, people: list[Profile]) -> None:
        self.dossier = dossier
        self.round_id = round_id
        self.interview_id = interview_id
        self.people = people
        self.answers = AnswerBook(dossier, round_id, interview_id)
        self.quotes = QuoteBook(dossier, round_id, interview_id)
        self._taken: list[tuple[Undone, Callable[[], object]]] = []
        self._session = False

    # -- reading -----------------------------------------------------------------------------------

    def key(self, step: Step, participant: str = ALL) -> AnswerKey:
        """Key of the answer to ``step``, of everyone or of one participant."""
        return self.answers.key(step.question, step.theme, participant)

    def answer(self, step: Step, participant: str = ALL) -> Answer:
        """The answer as it is stored now; an empty one when there is none."""
        return self.answers.value(self.key(step, participant))

    def stored(self, step: Step, participant: str = ALL) -> Stored[Answer] | None:
        """The current revision of an answer, or None."""
        return self.answers.stored(self.key(step, participant))

    def answers_at(self, step: Step) -> list[Answer]:
        """Everything answered at a step: for everyone first, then per participant."""
        return self.answers.at(step.question, step.theme, [person.code for person in self.people])

    def quotes_at(self, step: Step) -> list[Stored[Quote]]:
        """The quotes of one step, in the order they were caught."""
        return self.quotes.at(step.question, step.theme)

    # -- text: called by the savers of the fields, on the database thread ------------------------------

    def write_text(self, step: Step, text: str, participant: str = ALL) -> Stored[Answer]:
        """Store the text of an answer as a revision. Text takes away the skip reason."""

        def with_text(answer: Answer) -> Answer:
            cleaned = clean_entry(text)
            skipped = None if cleaned.strip() else answer.skipped
            return msgspec.structs.replace(answer, text=cleaned, skipped=skipped)

        return self.answers.change(self.key(step, participant), with_text)

    def write_other(self, step: Step, part: str, text: str, participant: str = ALL) -> Stored[Answer]:
        """Store the words after "other, namely"."""

        def with_other(value: Value | None) -> Value | None:
            if isinstance(value, Choice | Choices):
                return msgspec.structs.replace(value, other=clean_entry(text))
            return value

        return self._write_value(step, part, with_other, participant)

    def write_items(
        self, step: Step, part: str, lines: tuple[str, ...], participant: str = ALL
    ) -> Stored[Answer]:
        """Store a list of short texts; empty lines are left out."""
        items = tuple(line for text in lines if (line := clean_entry(text).strip()))
        return self._write_value(step, part, lambda _value: Items(items), participant)

    def write_cell(
        self, step: Step, part: str, row: str, column: str, cell: Scalar, participant: str = ALL
    ) -> Stored[Answer]:
        """Store one typed cell of a table."""
        return self._write_value(
            step, part, lambda value: value_with_cell(value, row, column, cell), participant
        )

    def write_value(
        self, step: Step, part: str, value: Value | None, participant: str = ALL
    ) -> Stored[Answer]:
        """Store a value that was typed (a number, a date)."""
        return self._write_value(step, part, lambda _value: value, participant)

    def write_swot_text(self, step: Step, part: str, text: str, participant: str = ALL) -> Stored[Answer]:
        """Store the words of a SWOT item; without a cell it becomes one as soon as that is chosen."""

        def with_text(value: Value | None) -> Value | None:
            cell = value.cell if isinstance(value, SwotItem) else ""
            group = value.source_group if isinstance(value, SwotItem) else ""
            return SwotItem(cell=cell, text=clean_entry(text), source_group=group)

        return self._write_value(step, part, with_text, participant)

    def write_wording(self, key: str, text: str) -> Stored[Quote]:
        """Store the generalised wording of a quote."""
        return self.quotes.change(key, wording=text)

    def _write_value(
        self, step: Step, part: str, how: Callable[[Value | None], Value | None], participant: str
    ) -> Stored[Answer]:
        return self.answers.change(self.key(step, participant), _value_change(step, part, how))

    # -- choices: each can be taken back -----------------------------------------------------------------

    def set_value(self, step: Step, part: str, value: Value | None, participant: str = ALL) -> Stored[Answer]:
        """Store a chosen value; None clears it. An answer takes away the skip reason."""
        return self._change(step, participant, _value_change(step, part, lambda _value: value))

    def set_cell(
        self, step: Step, part: str, row: str, column: str, cell: Scalar, participant: str = ALL
    ) -> Stored[Answer]:
        """Store one chosen cell of a table; None clears it."""
        return self._change(
            step,
            participant,
            _value_change(step, part, lambda value: value_with_cell(value, row, column, cell)),
        )

    def skip(self, step: Step, reason: str, note: str = "") -> Stored[Answer]:
        """Give a question a reason instead of an answer; what was already said stays."""
        if reason not in SKIP_REASON:
            raise ValueError(f"unknown skip reason: {reason}")
        skipped = Skip(reason=reason, note=clean_entry(note))
        return self._change(
            step, ALL, lambda a: msgspec.structs.replace(a, skipped=skipped, later=reason == LATER)
        )

    def unskip(self, step: Step) -> Stored[Answer]:
        """Take a skip reason back."""
        return self._change(step, ALL, lambda a: msgspec.structs.replace(a, skipped=None, later=False))

    def mark_later(self, step: Step, *, later: bool) -> Stored[Answer]:
        """Put a question on the "later" list, or take it off."""
        return self._change(step, ALL, lambda a: msgspec.structs.replace(a, later=later))

    def toggle_probe(self, step: Step, number: int) -> Stored[Answer]:
        """Tick a probe as asked, or untick it."""
        return self._change(
            step,
            ALL,
            lambda a: msgspec.structs.replace(a, probes_asked=tuple(sorted({*a.probes_asked} ^ {number}))),
        )

    def set_speakers(self, step: Step, codes: tuple[str, ...], participant: str = ALL) -> Stored[Answer]:
        """Say who of the participants an answer belongs to; empty = everyone at the table."""
        chosen = tuple(p.code for p in self.people if p.code in codes)
        if len(chosen) == len(self.people):
            chosen = ()
        return self._change(step, participant, lambda a: msgspec.structs.replace(a, speakers=chosen))

    def add_quote(
        self, step: Step, text: str, start: int = -1, participant: str = ALL, within: str = ""
    ) -> Stored[Quote]:
        """Keep literal words as a quote of the answer to ``step``; see :meth:`QuoteBook.add`."""
        key = self.key(step, participant)
        known = {item.key for item in self.quotes.all()}
        stored = self.quotes.add(key, text, start, within, self.answers.value(key).speakers)
        if stored.key not in known:
            self._taken.append((Undone(key, quote=True), lambda: self.quotes.remove(stored.key)))
        return stored

    def change_quote(self, key: str, **changes: Any) -> Stored[Quote]:
        """Change ``approval`` of a quote (its wording goes through :meth:`write_wording`)."""
        before = self.quotes.get(key)
        stored = self.quotes.change(key, **changes)
        if before and before.value and stored.value and before.value != stored.value:
            old = {name: getattr(before.value, name) for name in changes}
            undone = Undone(AnswerKey.parse(stored.value.answer), quote=True)
            self._taken.append((undone, lambda: self.quotes.change(key, **old)))
        return stored

    def retake_quote(self, key: str, texts: Iterable[str]) -> Stored[Quote]:
        """Take over the words as they stand in the answer now; see :meth:`QuoteBook.retake`."""
        before = self.quotes.get(key)
        stored = self.quotes.retake(key, texts)
        if before and before.value and before.value != stored.value:
            quote = before.value
            undone = Undone(AnswerKey.parse(quote.answer), quote=True)
            self._taken.append((undone, lambda: self.quotes.put(key, quote)))
        return stored

    def remove_quote(self, key: str) -> None:
        """Delete a quote."""
        before = self.quotes.get(key)
        self.quotes.remove(key)
        if before and before.value:
            quote = before.value
            undone = Undone(AnswerKey.parse(quote.answer), quote=True)
            self._taken.append((undone, lambda: self.quotes.put(key, quote)))

    def undo(self, step: Step, participant: str = ALL) -> Undone | None:
        """Take back the last choice, skip, mark, tick or quote; typed text is left alone.

        Without a change in this session the last revision of the answer to ``step`` is taken back, when that
        was no text. None when there is nothing to take back.
        """
        if self._taken:
            self._session = True
            undone, back = self._taken.pop()
            back()
            return undone
        key = self.key(step, participant)
        if self._session:
            return None
        return Undone(key) if self.answers.undo_stored(key) else None

    def _change(self, step: Step, participant: str, how: Change) -> Stored[Answer]:
        key = self.key(step, participant)
        before = self.answers.value(key)
        stored = self.answers.change(key, how)
        if stored.value != before:
            self._taken.append((Undone(key), lambda: self.answers.restore(key, before)))
        return stored


def _value_change(step: Step, part: str, how: Callable[[Value | None], Value | None]) -> Change:
    def with_value(answer: Answer) -> Answer:
        value = how(answer.values.get(part))
        values = {k: v for k, v in answer.values.items() if k != part}
        if value is not None and filled(value):
            values[part] = value
        ordered = {p.id: values[p.id] for p in step.parts if p.id in values}
        ordered |= {k: v for k, v in values.items() if k not in ordered}
        return msgspec.structs.replace(answer, values=ordered, skipped=None if ordered else answer.skipped)

    return with_value


def value_with_cell(value: Value | None, row: str, column: str, cell: Scalar) -> Grid:
    """A table with one cell filled in; None or nothing clears it."""
    known = value.cells if isinstance(value, Grid) else {}
    cells = {name: dict(columns) for name, columns in known.items()}
    cells.setdefault(row, {})[column] = clean_entry(cell) if isinstance(cell, str) else cell
    if cell in (None, ""):
        del cells[row][column]
    return Grid({name: columns for name, columns in cells.items() if columns})
