"""Reading an annual plan from a table (CSV or XLSX): planned results per theme and form.

Headings in Dutch or English, in any order, in one of two shapes:

* thema, samen doen, samen optrekken, samen leren: a row for each theme;
* thema, vorm, resultaat: a row for each theme in each form.

Everything is checked before anything is kept; all mistakes are told at once, by line and column.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from boce_tui.domain.text import inert_line
from boce_tui.domain.vocabulary import FORMS
from boce_tui.errors import BadInput
from boce_tui.exchange.mistakes import Mistake, TableMistakes
from boce_tui.exchange.tables import Row, Sheet, read_sheets
from boce_tui.exchange.words import Words, key_of, vocabulary_words
from boce_tui.locale import _

LONGEST = 2_000
"""Characters of one planned result."""
_LOOK_FOR_HEADINGS = 15
_HEADINGS: Mapping[str, str] = {
    "theme": "thema, thema's, theme, onderwerp",
    "form": "vorm, vorm van samenwerken, form, element",
    "result": "resultaat, gepland resultaat, beoogd resultaat, planned result, result",
}
_MORE_FORMS = {
    "joint_action": "doen",
    "joint_representation": "optrekken, representation",
    "joint_learning": "leren, learning",
}


@dataclass(frozen=True)
class PlanRow:
    """A planned result as the file says it: on which line, of which theme, in which form."""

    line: int
    theme: str
    form: str
    text: str


@dataclass(frozen=True)
class PlanTable:
    """A table without mistakes; `unused` holds the headings nothing is done with."""

    rows: tuple[PlanRow, ...]
    unused: tuple[str, ...]


def read_plan(path: Path, known: Mapping[str, Iterable[str]]) -> PlanTable:
    """Read an annual plan.

    Args:
        path: The file.
        known: Theme id -> its names, the first one to show.

    Raises:
        BadInput: The file cannot be read, has no headings, or has mistakes (`TableMistakes`).
    """
    forms = vocabulary_words(FORMS, _MORE_FORMS)
    sheet, at, columns = _headings(read_sheets(path), forms)
    reader = _Reader(sheet.rows[at].cells, columns, Words.of(known), forms)
    rows = [one for row in sheet.rows[at + 1 :] for one in reader.row(row)]
    reader.twice(rows)
    if reader.mistakes:
        raise TableMistakes(reader.mistakes, path.name)
    if not rows:
        raise BadInput(
            _("There are headings in this table, but no planned result under them."),
            hint=_("Nothing was changed."),
            place=path.name,
        )
    unused = (text for n, text in enumerate(sheet.rows[at].cells) if text and n not in columns.values())
    return PlanTable(tuple(rows), tuple(unused))


def _headings(sheets: list[Sheet], forms: Words) -> tuple[Sheet, int, dict[str, int]]:
    """The sheet with the plan, the place of its heading row, and column -> number."""
    words = {key_of(word): id_ for id_, several in _HEADINGS.items() for word in several.split(", ")}
    for sheet in sheets:
        for at, row in enumerate(sheet.rows[:_LOOK_FOR_HEADINGS]):
            columns: dict[str, int] = {}
            for number, text in enumerate(row.cells):
                if column := words.get(key_of(text)) or forms.find(text):
                    columns.setdefault(column, number)
            if "theme" in columns and (
                ("result" in columns and "form" in columns) or columns.keys() & set(FORMS)
            ):
                return sheet, at, columns
    raise BadInput(
        _("There is no row with the headings of an annual plan."),
        hint=_(
            "The headings are: thema, samen doen, samen optrekken, samen leren; or: thema, vorm, resultaat. "
            "Nothing was changed."
        ),
    )


class _Reader:
    """Turns rows into planned results and gathers what is wrong."""

    def __init__(self, heads: tuple[str, ...], columns: dict[str, int], themes: Words, forms: Words) -> None:
        self.heads, self.columns = heads, columns
        self.themes, self.forms = themes, forms
        self.mistakes: list[Mistake] = []

    def row(self, row: Row) -> Iterator[PlanRow]:
        """The planned results of a row."""
        if any(row.cells[len(self.heads) :]):
            self._wrong(row, "", _("there are more cells here than headings; is there a separator too many?"))
        theme = self._one(row, "theme", self.themes)
        if "result" in self.columns and "form" in self.columns:
            form = self._one(row, "form", self.forms)
            found = [(form, "result")]
        else:
            found = [(form, form) for form in FORMS if form in self.columns]
        for form, column in found:
            text = self._cell(row, column)
            if len(text) > LONGEST:
                self._wrong(row, column, _("this is too long: {n} characters at most").format(n=LONGEST))
            elif text and theme and form:
                yield PlanRow(row.line, theme, form, text)

    def twice(self, rows: list[PlanRow]) -> None:
        """The same theme in the same form on two lines."""
        seen: dict[tuple[str, str], int] = {}
        for row in rows:
            first = seen.setdefault((row.theme, row.form), row.line)
            if first != row.line:
                message = _("this theme and form stand on line {n} too").format(n=first)
                self.mistakes.append(Mistake(row.line, "", message))

    def _one(self, row: Row, column: str, words: Words) -> str:
        said = " ".join(self._cell(row, column).split())
        found = words.find(said) if said else None
        if found:
            return found
        shown = inert_line(said)[:60]
        choices = ", ".join(inert_line(word) for word in words.shown)
        if not said:
            self._wrong(row, column, _("this has to be filled in"))
        elif near := words.nearest(said):
            message = _('"{value}" is not known here; do you mean {word}?')
            self._wrong(row, column, message.format(value=shown, word=inert_line(near)))
        else:
            message = _('"{value}" is not known here; choose from: {choices}')
            self._wrong(row, column, message.format(value=shown, choices=choices))
        return ""

    def _cell(self, row: Row, column: str) -> str:
        number = self.columns.get(column)
        return row.cells[number] if number is not None and number < len(row.cells) else ""

    def _wrong(self, row: Row, column: str, message: str) -> None:
        number = self.columns.get(column)
        heading = self.heads[number] if number is not None else ""
        self.mistakes.append(Mistake(row.line, heading, message))
