"""Tables from other programs: CSV in any common encoding and XLSX, read as text and made harmless.

Whatever cannot be read for certain is refused with a clear message; nothing is guessed silently.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from boce_tui.domain.text import clean_entry
from boce_tui.errors import BadInput
from boce_tui.exchange.encoding import decoded
from boce_tui.locale import _

LARGEST_FILE = 20_000_000
MOST_ROWS = 5_000
MOST_COLUMNS = 200
LONGEST_CELL = 20_000
_ZIP, _OLD_EXCEL, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"


@dataclass(frozen=True)
class Row:
    """One row: the number of its first line (in a spreadsheet: of the row), and its cells as text."""

    line: int
    cells: tuple[str, ...]

    @property
    def empty(self) -> bool:
        """True when nothing stands in it."""
        return not any(self.cells)


@dataclass(frozen=True)
class Sheet:
    """A table as it lies in the file, headings included, empty rows left out."""

    name: str
    rows: tuple[Row, ...]


def read_sheets(path: Path) -> list[Sheet]:
    """The tables in a CSV or XLSX file; a CSV file has one.

    Raises:
        BadInput: It is another kind of file, too large, damaged, or in an encoding that cannot be told.
    """
    data = _bytes(path)
    if data.startswith(_ZIP):
        from boce_tui.exchange.xlsx import read_workbook

        return read_workbook(data)
    if data.startswith(_OLD_EXCEL):
        raise BadInput(
            _("This is a spreadsheet of an old kind (.xls) or one with a password."),
            hint=_("Open it and save it as .xlsx without a password, or as CSV. Nothing was changed."),
        )
    if data.startswith(_PDF):
        raise unreadable()
    return [Sheet("", tuple(_csv_rows(decoded(data))))]


def unreadable() -> BadInput:
    """The refusal of a file that is no table at all."""
    return BadInput(
        _("This file is not a table that boce can read."),
        hint=_("Save it as CSV (UTF-8) or as .xlsx and try again. Nothing was changed."),
    )


def too_large() -> BadInput:
    """The refusal of a file beyond the limits."""
    return BadInput(
        _("This table is too large: at most {rows} rows and {columns} columns.").format(
            rows=MOST_ROWS, columns=MOST_COLUMNS
        ),
        hint=_("Delete what does not belong in it and try again. Nothing was changed."),
    )


def within_limits(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows with something in them, as long as there are not too many."""
    count = 0
    for row in rows:
        if row.empty:
            continue
        count += 1
        if count > MOST_ROWS or len(row.cells) > MOST_COLUMNS:
            raise too_large()
        yield row


def cell(text: str) -> str:
    """The text of a cell as it may be kept: cleaned, without blanks around it."""
    if len(text) > LONGEST_CELL:
        raise too_large()
    return clean_entry(text).strip(" \t\n\u00a0")


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        data = file.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise BadInput(
            _("This file is too large: {n} MB at most.").format(n=LARGEST_FILE // 1_000_000),
            hint=_("Nothing was changed."),
        )
    if not data.strip():
        raise BadInput(_("This file is empty."), hint=_("Nothing was changed."))
    return data


def _csv_rows(text: str) -> Iterator[Row]:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    first_line = 1
    told = re.match(r"sep=(.)\n", text, re.IGNORECASE)  # Excel's own way to name the separator
    if told:
        text, first_line = text[told.end() :], 2
    separator = told[1] if told else _separator(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    yield from within_limits(_parsed(reader, first_line))


def _parsed(reader: Iterator[list[str]], first_line: int) -> Iterator[Row]:
    before = 0
    try:
        for cells in reader:
            start, before = before, reader.line_num  # type: ignore[attr-defined]
            yield Row(start + first_line, tuple(cell(text) for text in cells))
    except csv.Error:
        raise BadInput(
            _("The quotation marks do not fit together in or after this line."),
            hint=_("Open the file in a spreadsheet program and save it as CSV again. Nothing was changed."),
            place=_("line {n}").format(n=before + first_line),
        ) from None


def _separator(text: str) -> str:
    """The sign between the cells: the one that cuts the first line into most cells, and the others alike."""
    lines = [_without_quoted(one) for one in text.split("\n", 40)[:40] if one.strip()]
    best = max(";,\t|", key=lambda sign: _score([one.count(sign) for one in lines]))
    return best if any(best in one for one in lines) else ";"


def _score(counts: list[int]) -> tuple[int, int]:
    heading = counts[0] if counts else 0
    return heading, sum(count == heading for count in counts)


def _without_quoted(line: str) -> str:
    return re.sub(r'"[^"]*"?', "", line)
