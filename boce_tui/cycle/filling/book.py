"""One sheet that is being filled in: its questions, and every change a person can make to it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any, Generic

import msgspec

from boce_tui.cycle.interviewing.answering import value_with_cell
from boce_tui.cycle.interviewing.progress import filled as holds_something
from boce_tui.domain.answers import Choice, Choices, Items, Scalar, SwotItem, Value
from boce_tui.domain.sheets import NOTHING, Filled, S, Sheet
from boce_tui.domain.text import clean_entry
from boce_tui.errors import BadInput
from boce_tui.instruments.audience import Profile
from boce_tui.instruments.model import Instrument
from boce_tui.instruments.routing import AnswerPlace, route
from boce_tui.instruments.steps import RoundContext, Step
from boce_tui.locale import _
from boce_tui.store import Dossier, Stored

NOBODY = Profile()
"""A form asks everyone the same."""

Check = Callable[[Dossier, Any, Any], None]
"""Refuses a change with a `BadInput`: gets the dossier, the sheet before and after."""


def steps_of(
    instrument: Instrument, context: RoundContext, sheet: Sheet, sections: Collection[str]
) -> list[Step]:
    """The questions of these sections that apply, given what was filled in."""
    given: dict[AnswerPlace, dict[str, Value]] = {
        (question, None): dict(one.values) for question, one in sheet.answers.items() if not one.empty
    }
    return [step for step in route(instrument, NOBODY, context, given) if step.section in sections]


class SheetBook(Generic[S]):
    """One sheet of the dossier.

    Args:
        dossier: The dossier.
        kind: Kind of the sheet.
        key: Its key.
        instrument: Its question set.
        context: What can be referred to.
        sections: The sections that belong to it.
        check: Refuses what may not be.
    """

    def __init__(
        self,
        dossier: Dossier,
        kind: type[S],
        key: str,
        instrument: Instrument,
        context: RoundContext,
        sections: Collection[str],
        check: Check = lambda _dossier, _before, _after: None,
    ) -> None:
        self.dossier = dossier
        self.kind = kind
        self.key = key
        self.instrument = instrument
        self.context = context
        self.sections = [s for s in instrument.sections if s.id in sections]
        self._check = check

    @property
    def sheet(self) -> S:
        """The sheet as it is now.

        Raises:
            BadInput: It is gone.
        """
        return _there(self.dossier, self.kind, self.key)

    @property
    def there(self) -> bool:
        """False when it was taken away."""
        return self.dossier.value(self.kind, self.key) is not None

    @property
    def revision(self) -> str:
        """Id of the current revision."""
        found = self.dossier.get(self.kind, self.key)
        return found.id if found else ""

    def steps(self, section: str = "") -> list[Step]:
        """The questions that apply now; only those of one section when it is named."""
        wanted = [section] if section else [s.id for s in self.sections]
        return steps_of(self.instrument, self.context, self.sheet, wanted)

    def at(self, step: Step) -> Filled:
        """What stands at a question."""
        return self.sheet.at(step.question)

    # --- changing: called by the savers of fields, on the database thread -----------------------------------

    def write_text(self, step: Step, text: str, who: str = "") -> Stored[S]:
        """Keep the text of a question."""
        del who
        cleaned = clean_entry(text)
        return self.change(step.question, lambda one: msgspec.structs.replace(one, text=cleaned))

    def write_other(self, step: Step, part: str, text: str, who: str = "") -> Stored[S]:
        """Keep the words after "other, namely"."""

        def with_other(value: Value | None) -> Value | None:
            if isinstance(value, Choice | Choices):
                return msgspec.structs.replace(value, other=clean_entry(text))
            return value

        del who
        return self.change_value(step, part, with_other)

    def write_items(self, step: Step, part: str, lines: tuple[str, ...], who: str = "") -> Stored[S]:
        """Keep a list of short texts; empty lines are left out."""
        del who
        items = tuple(line for text in lines if (line := clean_entry(text).strip()))
        return self.change_value(step, part, lambda _value: Items(items))

    def write_value(self, step: Step, part: str, value: Value | None, who: str = "") -> Stored[S]:
        """Keep a value that was typed or chosen; None clears it."""
        del who
        return self.change_value(step, part, lambda _value: value)

    def write_cell(
        self, step: Step, part: str, row: str, column: str, cell: Scalar, who: str = ""
    ) -> Stored[S]:
        """Keep one cell of a table; None clears it."""
        del who
        return self.change_value(step, part, lambda value: value_with_cell(value, row, column, cell))

    def write_swot_text(self, step: Step, part: str, text: str, who: str = "") -> Stored[S]:
        """Keep the words of a SWOT item."""

        def with_text(value: Value | None) -> Value | None:
            cell = value.cell if isinstance(value, SwotItem) else ""
            return SwotItem(cell=cell, text=clean_entry(text))

        del who
        return self.change_value(step, part, with_text)

    def change_value(
        self,
        step: Step,
        part: str,
        how: Callable[[Value | None], Value | None],
        dossier: Dossier | None = None,
    ) -> Stored[S]:
        """Change one value; `dossier` is the one to do it in, when it is a step that can be taken back."""

        def with_value(one: Filled) -> Filled:
            value = how(one.values.get(part))
            values = {key: kept for key, kept in one.values.items() if key != part}
            if value is not None and holds_something(value):
                values[part] = value
            ordered = {p.id: values[p.id] for p in step.parts if p.id in values}
            return msgspec.structs.replace(
                one, values=ordered | {k: v for k, v in values.items() if k not in ordered}
            )

        return self.change(step.question, with_value, dossier)

    def change(
        self, question: str, how: Callable[[Filled], Filled], dossier: Dossier | None = None
    ) -> Stored[S]:
        """Change what stands at one question by a revision.

        Raises:
            BadInput: The sheet is gone, or the change is refused.
        """
        with (dossier or self.dossier).change() as change:
            before = _there(change, self.kind, self.key)
            made = how(before.answers.get(question, NOTHING))
            answers = {key: one for key, one in before.answers.items() if key != question}
            if not made.empty:
                answers[question] = made
            order = [one.id for one in self.instrument.questions]
            known = {key: at for at, key in enumerate(order)}
            answers = dict(sorted(answers.items(), key=lambda one: known.get(one[0], len(order))))
            after = msgspec.structs.replace(before, answers=answers)
            self._check(change, before, after)
            return change.save(after, self.key)


def _there(dossier: Dossier, kind: type[S], key: str) -> S:
    found = dossier.value(kind, key)
    if found is None:
        raise BadInput(
            _("This form is no longer there."), hint=_("Its history is: boce history {key}").format(key=key)
        )
    return found
