"""Reading a table of respondents (CSV or XLSX): role, group, municipalities, themes and names.

Headings, in Dutch or English, in any order (case, accents and blanks do not matter):

* rol (needed, or groep, unless there is a code): burgemeester, wethouder, trekker ...; andere rollen
* groep: bestuurder or ambtenaar; follows from the role when it is left out
* gemeente: one or several, by name or code (BO, C, E), with a comma or semicolon between them
* thema: one or several, by name or other name; "Bereikbaarheid (3)" says how much (0-3)
* naam, or voornaam, tussenvoegsel, achternaam; e-mail, telefoon, functie; naam in bijlage (ja or nee):
  these go to the encrypted names file only
* eerder meegedaan (ja or nee); code, for someone who is in the round already

Everything is checked before anything is kept; all mistakes are told at once, by line and column. A mistake
never repeats a name.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from boce_tui.errors import BadInput
from boce_tui.exchange.mistakes import Mistake, TableMistakes
from boce_tui.exchange.respondent_rows import Known, RowReader, TableRow
from boce_tui.exchange.tables import Sheet, read_sheets
from boce_tui.exchange.words import heading
from boce_tui.locale import _

__all__ = ["Known", "Mistake", "RespondentTable", "TableMistakes", "TableRow", "read_respondents"]

_LOOK_FOR_HEADINGS = 15


@dataclass(frozen=True)
class RespondentTable:
    """A table without mistakes.

    Attributes:
        unused: Headings of columns that boce does nothing with.
    """

    rows: tuple[TableRow, ...]
    unused: tuple[str, ...]

    @property
    def has_names(self) -> bool:
        """True when names come along, so that the names file is needed."""
        return any(row.who for row in self.rows)


def read_respondents(path: Path, known: Known) -> RespondentTable:
    """Read a table of respondents.

    Raises:
        BadInput: The file cannot be read, has no headings, or has mistakes (`TableMistakes`).
    """
    sheet, at, columns = _headings(read_sheets(path))
    reader = RowReader(columns, dict(enumerate(sheet.rows[at].cells)), known, sheet)
    rows = [row for found in sheet.rows[at + 1 :] if (row := reader.row(found))]
    reader.twice(rows)
    if reader.mistakes:
        raise TableMistakes(reader.mistakes, path.name)
    if not rows:
        raise BadInput(
            _("There are headings in this table, but nobody under them."),
            hint=_("Nothing was changed."),
            place=path.name,
        )
    unused = (text for n, text in enumerate(sheet.rows[at].cells) if text and n not in columns.values())
    return RespondentTable(tuple(rows), tuple(unused))


def _headings(sheets: list[Sheet]) -> tuple[Sheet, int, dict[str, int]]:
    """The sheet with respondents, the place of its heading row, and column id -> number."""
    best: tuple[int, Sheet, int, dict[str, int]] | None = None
    for sheet in sheets:
        for at, row in enumerate(sheet.rows[:_LOOK_FOR_HEADINGS]):
            columns: dict[str, int] = {}
            for number, text in enumerate(row.cells):
                if column := heading(text):
                    columns.setdefault(column, number)
            if ("role" in columns or "group" in columns) and (best is None or len(columns) > best[0]):
                best = len(columns), sheet, at, columns
    if best is None:
        raise BadInput(
            _("There is no row with the headings of a table of respondents."),
            hint=_(
                "A column 'rol' is needed; also known: groep, gemeente, thema, naam, functie, e-mail. "
                "Nothing was changed."
            ),
        )
    return best[1:]
