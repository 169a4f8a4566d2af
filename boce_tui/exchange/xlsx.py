"""Reading an XLSX workbook as text, with limits that a hostile file cannot get around."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from boce_tui.errors import BadInput
from boce_tui.exchange.tables import (
    MOST_COLUMNS,
    Row,
    Sheet,
    cell,
    too_large,
    unreadable,
    within_limits,
)
from boce_tui.locale import _

MOST_UNPACKED = 60_000_000
MOST_PARTS = 2_000
MOST_LINES = 200_000
"""Empty rows included: there can be many below a table."""
_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")
_CHUNK = 1 << 16


def read_workbook(data: bytes) -> list[Sheet]:
    """Every visible sheet of a workbook.

    Raises:
        BadInput: It is no workbook, damaged, protected, or unpacks to far more than it seems.
    """
    _check_archive(data)
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about parts that are not read
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        try:
            return [
                Sheet(sheet.title, tuple(within_limits(_rows(sheet))))
                for sheet in book.worksheets
                if sheet.sheet_state == "visible"
            ]
        finally:
            book.close()
    except BadInput:
        raise
    except Exception:  # noqa: BLE001 - openpyxl raises whatever comes up in a damaged file
        raise unreadable() from None


def _rows(sheet: Any) -> Iterator[Row]:
    sheet.reset_dimensions()  # what the file says about its own size is not believed
    rows = sheet.iter_rows(max_col=MOST_COLUMNS + 1, values_only=True)
    for number, values in enumerate(rows, 1):
        if number > MOST_LINES:
            raise too_large()
        if not any(value is not None for value in values):
            continue
        texts = [cell(_text(value)) for value in values]
        while texts and not texts[-1]:
            texts.pop()
        yield Row(number, tuple(texts))


def _text(value: object) -> str:
    """What a cell shows: whole numbers without a point, yes and no in words, dates as ISO."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)


def _check_archive(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
                raise too_large()
            if any(part.flag_bits & 0x1 for part in parts):
                raise BadInput(
                    _("This spreadsheet is protected with a password."),
                    hint=_("Save it without a password and try again. Nothing was changed."),
                )
            if "[Content_Types].xml" not in archive.namelist():
                raise unreadable()
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    _check_part(archive, part)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        raise unreadable() from None


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Refuse a part that declares entities (it could unpack endlessly) or is larger than it says."""
    read, tail = 0, b""
    with archive.open(part) as file:
        while chunk := file.read(_CHUNK):
            read += len(chunk)
            if read > part.file_size:
                raise too_large()
            window = (tail + chunk).replace(b"\x00", b"")
            if any(word in window for word in _DECLARATIONS):
                raise unreadable()
            tail = window[-16:]
