"""A question set while it is being read: what was found right so far, with its place in the file."""

from __future__ import annotations

import re
from typing import NamedTuple

from boce_tui.instruments.model import Part, Question, Section
from boce_tui.instruments.places import Path

EXTRA = re.compile(r"^[Xx][0-9]+$")
"""Ids that the app gives to questions thought of during an interview (R28)."""


class Item(NamedTuple):
    """A question, and where it and its parts stand."""

    path: Path
    question: Question
    part_paths: tuple[Path, ...]

    def parts(self) -> list[tuple[Path, Part]]:
        """Each part with its place."""
        return list(zip(self.part_paths, self.question.parts, strict=True))


class Draft(NamedTuple):
    """Sections and questions without problems of their own, and the ids of all, also of the faulty ones."""

    sections: list[tuple[Path, Section]]
    questions: list[Item]
    section_ids: frozenset[str]
    question_ids: frozenset[str]

    @property
    def complete(self) -> bool:
        """True when no question was left out for its problems."""
        return {item.question.id for item in self.questions} == self.question_ids

    def ordered(self) -> list[Item]:
        """The questions in the order in which they are asked: consent first, then by section."""
        order = {section.id: index for index, (_path, section) in enumerate(self.sections)}
        return sorted(
            self.questions,
            key=lambda item: (not item.question.gate, order.get(item.question.section, len(order))),
        )
