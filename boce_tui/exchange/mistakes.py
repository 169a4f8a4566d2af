"""What is wrong in a table that came from elsewhere, by line and column."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from boce_tui.domain.text import inert_line
from boce_tui.errors import BadInput
from boce_tui.locale import _, ngettext

_MOST_SHOWN = 100


@dataclass(frozen=True)
class Mistake:
    """What is wrong in one cell or row."""

    line: int
    column: str
    """The heading as it stands in the file; empty for the whole row."""
    message: str

    def text(self) -> str:
        """The mistake with its place, on one line."""
        place = _("line {n}").format(n=self.line)
        return (
            f"{place}, {inert_line(self.column)}: {self.message}"
            if self.column
            else f"{place}: {self.message}"
        )


class TableMistakes(BadInput):
    """A table with mistakes; nothing of it was kept.

    Attributes:
        mistakes: All of them, by line.
    """

    def __init__(self, mistakes: Iterable[Mistake], place: str) -> None:
        self.mistakes = sorted(mistakes, key=lambda m: m.line)
        number = len(self.mistakes)
        super().__init__(
            ngettext(
                "There is {n} mistake in this table.", "There are {n} mistakes in this table.", number
            ).format(n=number),
            hint=_("Nothing was imported. Mend the lines above and import the file again."),
            place=place,
        )

    def lines(self) -> list[str]:
        """What is wrong: the file, every mistake, and what to do."""
        first, *hint = super().lines()
        shown = [mistake.text() for mistake in self.mistakes[:_MOST_SHOWN]]
        left = len(self.mistakes) - len(shown)
        more = [_("... and {n} more.").format(n=left)] if left else []
        return [first, *shown, *more, *hint]
