"""What is counted in a question set, and who said what; the same parts as the figures of the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from boce_tui.cycle.analysing.figures import given_by_person
from boce_tui.cycle.analysing.reading import Readback
from boce_tui.domain.keys import NO_THEME
from boce_tui.domain.years import Kind, Said
from boce_tui.instruments.model import Column, Instrument, Option, Part, Question

RATING = "rating_1_5"
COUNTED = ("yes_no_partly", "single_choice")


@dataclass(frozen=True)
class Measure:
    """Something that is counted: a part of a question, or one row of its table.

    Attributes:
        question: The question.
        theme: Theme id, or None for a question that is asked once.
        part: Part id.
        kind: ``rating`` or ``choice``.
        options: Its options, for choices.
        row: For a table: the row.
        column: For a table: the column.
    """

    question: Question
    theme: str | None
    part: str
    kind: Kind
    options: tuple[Option, ...] = ()
    row: Option | None = None
    column: Column | None = None

    @property
    def id(self) -> str:
        """The same from year to year: ``E1/-/value``; of a table ``S2/-/factors.trust.present``."""
        place = [self.part, *([self.row.id] if self.row else []), *([self.column.id] if self.column else [])]
        return "/".join((self.question.id, self.theme or NO_THEME, ".".join(place)))


def measures(instrument: Instrument, themes: Sequence[str]) -> Iterator[Measure]:
    """Everything that is counted. Not what evaluators note, nor questions about one or two people."""
    chapters = {section.id for section in instrument.chapters()}
    for question in instrument.questions:
        if question.section not in chapters or question.evaluator_only or question.about_persons:
            continue
        for theme in themes if question.per_theme else (None,):
            for part in question.parts:
                yield from _of_part(question, theme, part)


def _of_part(question: Question, theme: str | None, part: Part) -> Iterator[Measure]:
    if part.type == RATING:
        yield Measure(question, theme, part.id, "rating")
    elif part.type in COUNTED:
        yield Measure(question, theme, part.id, "choice", tuple(part.options))
    elif part.type == "grid":
        for row in part.rows:
            for column in part.columns:
                if column.type == RATING:
                    yield Measure(question, theme, part.id, "rating", row=row, column=column)


def said(readback: Readback, measure: Measure) -> list[Said]:
    """Who said what, with the function by which a reader would know them from one year to the next."""
    given = given_by_person(
        readback,
        measure.question.id,
        measure.theme,
        measure.part,
        row=measure.row.id if measure.row else "",
        column=measure.column.id if measure.column else "",
    )
    return [
        Said(person.group, " ".join((*person.roles, *sorted(person.municipalities))), chosen[0])
        for code, chosen in given.items()
        if (person := readback.people.get(code)) is not None and len(chosen) == 1
    ]
