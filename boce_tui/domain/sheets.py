"""A question set that is filled in once, by whoever works on it: theme intakes and progress rounds."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from boce_tui.domain.answers import Amount, Choice, Choices, Grid, Rating, Reference, Scalar, Value, When
from boce_tui.domain.base import Entity


class Filled(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What stands at one question of a sheet."""

    text: str = ""
    values: dict[str, Value] = {}
    """Part id -> structured value."""

    @property
    def empty(self) -> bool:
        """True when nothing stands there."""
        return not (self.text.strip() or self.values)


NOTHING = Filled()


class Sheet(Entity, frozen=True, kw_only=True):
    """What was filled in of a question set: question id -> what stands there."""

    version: str = ""
    """Version of the question set it was begun with; its text is kept with the round."""
    answers: dict[str, Filled] = msgspec.field(default_factory=dict)

    def at(self, question: str) -> Filled:
        """What stands at a question."""
        return self.answers.get(question, NOTHING)

    def text(self, question: str) -> str:
        """The text at a question."""
        return self.at(question).text.strip()

    def value(self, question: str, part: str = "value") -> Value | None:
        """A value at a question."""
        return self.at(question).values.get(part)

    def option(self, question: str, part: str = "value") -> str:
        """The option that was chosen; empty when none was."""
        value = self.value(question, part)
        if isinstance(value, Choice):
            return value.option
        return value.id if isinstance(value, Reference) else ""

    def options(self, question: str, part: str = "value") -> tuple[str, ...]:
        """The options that were chosen."""
        value = self.value(question, part)
        return value.options if isinstance(value, Choices) else ()

    def other(self, question: str, part: str = "value") -> str:
        """The words behind "other, namely"."""
        value = self.value(question, part)
        return value.other.strip() if isinstance(value, Choice | Choices) else ""

    def score(self, question: str, part: str = "value") -> int | None:
        """The mark that was given."""
        value = self.value(question, part)
        return value.score if isinstance(value, Rating) else None

    def written(self, question: str, part: str = "value") -> str:
        """A number or a moment as it is stored; empty when there is none."""
        value = self.value(question, part)
        return value.value if isinstance(value, Amount | When) else ""

    def cells(self, question: str, part: str = "value") -> dict[str, dict[str, Scalar]]:
        """A table."""
        value = self.value(question, part)
        return value.cells if isinstance(value, Grid) else {}

    def words(self) -> str:
        """All texts."""
        found: list[str] = []
        for filled in self.answers.values():
            found.append(filled.text)
            for value in filled.values.values():
                if isinstance(value, Grid):
                    cells = (cell for row in value.cells.values() for cell in row.values())
                    found += [cell for cell in cells if isinstance(cell, str) and " " in cell]
                elif isinstance(value, Choice | Choices):
                    found.append(value.other)
        return " ".join(text for text in found if text.strip())


S = TypeVar("S", bound=Sheet)
