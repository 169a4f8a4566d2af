"""Tables are read from any common encoding and separator; whatever else is refused with a clear message."""

from __future__ import annotations

import contextlib
import csv
import io
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from boce_tui.domain.text import clean_entry
from boce_tui.errors import BadInput
from boce_tui.exchange.encoding import decoded
from boce_tui.exchange.tables import MOST_COLUMNS, MOST_ROWS, Sheet, read_sheets

PEOPLE = "naam;functie\nZoë Çelik-Müller;coördinator reünie\nIñigo Åberg;één façade\n"


def read(tmp_path: Path, data: bytes | str, name: str = "lijst.csv") -> Sheet:
    path = tmp_path / "map met spatie" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return read_sheets(path)[0]


def cells(sheet: Sheet) -> list[tuple[str, ...]]:
    return [row.cells for row in sheet.rows]


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac-roman", "cp850"],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_common_encoding_gives_the_same(tmp_path: Path, encoding: str, newline: str) -> None:
    sheet = read(tmp_path, PEOPLE.replace("\n", newline).encode(encoding))
    assert cells(sheet)[1] == ("Zoë Çelik-Müller", "coördinator reünie")
    assert [row.line for row in sheet.rows] == [1, 2, 3]


@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
def test_every_common_separator(tmp_path: Path, sign: str) -> None:
    text = f'naam{sign}thema\n"Çelik, Zoë"{sign}"a{sign}b; c"\n'
    assert cells(read(tmp_path, text)) == [("naam", "thema"), ("Çelik, Zoë", f"a{sign}b; c")]


def test_excel_names_its_separator_itself(tmp_path: Path) -> None:
    sheet = read(tmp_path, "sep=,\nnaam,rol\nZoë,wethouder\n")
    assert cells(sheet) == [("naam", "rol"), ("Zoë", "wethouder")]
    assert sheet.rows[1].line == 3


def test_a_cell_of_several_lines_keeps_the_count_of_lines(tmp_path: Path) -> None:
    sheet = read(tmp_path, 'naam;thema\nA;"een\ntwee"\n\nB;drie\n')
    assert [(row.line, row.cells[0]) for row in sheet.rows] == [(1, "naam"), (2, "A"), (5, "B")]
    assert sheet.rows[1].cells[1] == "een\ntwee"


def test_hostile_text_is_cleaned(tmp_path: Path) -> None:
    sheet = read(tmp_path, "naam;rol\n\x1b[31mZoë\x07;=1+1\n")
    assert sheet.rows[1].cells == ("\ufffd[31mZoë\ufffd", "=1+1")


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 ...",
        b"\xd0\xcf\x11\xe0" + bytes(600),
        bytes(range(256)) * 8,
        b"PK\x03\x04 nothing",
        b"",
        b" \n",
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(BadInput) as refused:
        read(tmp_path, data)
    assert refused.value.exit_code == 3
    assert "niets veranderd" in " ".join(refused.value.lines())


def test_text_that_was_spoilt_before_is_told_with_its_line(tmp_path: Path) -> None:
    spoilt = PEOPLE.encode().decode("cp1252", "replace").encode()
    with pytest.raises(BadInput, match="accenten") as refused:
        read(tmp_path, spoilt)
    assert refused.value.place == "regel 2"


def test_quotes_that_do_not_fit_are_told_with_their_line(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="aanhalingstekens") as refused:
        read(tmp_path, 'naam;rol\nA;wethouder\nB;"wethouder\nC;trekker\n')
    assert refused.value.place == "regel 3"


@pytest.mark.parametrize(
    "text", ["a\n" * (MOST_ROWS + 1), ";".join("a" * (MOST_COLUMNS + 1)), "a;" + "b" * 30_000]
)
def test_too_large_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadInput, match="te groot"):
        read(tmp_path, text)


words = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=12)


@given(
    st.lists(
        st.lists(
            words.filter(lambda w: clean_entry(w).strip(" \t\n\u00a0") == w and w[0] not in '"'),
            min_size=2,
            max_size=2,
        ),
        min_size=1,
        max_size=5,
    ),
    st.sampled_from([";", ",", "\t"]),
    st.sampled_from(["utf-8-sig", "utf-16"]),
)
def test_what_a_spreadsheet_program_writes_comes_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]], sign: str, encoding: str
) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=sign)
    writer.writerow(["naam", "functie"])
    writer.writerows(rows)
    try:
        sheet = read(tmp_path_factory.mktemp("t"), out.getvalue().encode(encoding))
    except BadInput as refused:
        if "accenten" not in refused.message:  # drawn letters may look like a spoilt file
            raise
        return
    assert cells(sheet)[1:] == [tuple(row) for row in rows]


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    with contextlib.suppress(BadInput):
        assert isinstance(decoded(data), str)


def workbook(tmp_path: Path, rows: list[list[object]], title: str = "Blad 1") -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(row)
    path = tmp_path / "lijst met spatie.xlsx"
    book.save(path)
    return path


def test_a_workbook_is_read_as_text(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["naam", "telefoon", "sinds", "mee", None],
        ["Zoë Çelik-Müller", 612345678, datetime.fromisoformat("2041-05-12"), True, None],
        [None, None, None, None, None],
        ["B", 1.5, date(2041, 5, 1), False, None],
    ]
    (sheet,) = read_sheets(workbook(tmp_path, rows))
    assert sheet.name == "Blad 1"
    assert [row.line for row in sheet.rows] == [1, 2, 4]
    assert sheet.rows[1].cells == ("Zoë Çelik-Müller", "612345678", "2041-05-12", "ja")
    assert sheet.rows[2].cells == ("B", "1.5", "2041-05-01", "nee")


def test_a_workbook_is_known_by_what_it_is_not_by_its_name(tmp_path: Path) -> None:
    path = workbook(tmp_path, [["naam"], ["Zoë"]])
    other = path.rename(path.with_suffix(".csv"))
    assert cells(read_sheets(other)[0]) == [("naam",), ("Zoë",)]


def rewritten(path: Path, name: str, change: bytes) -> None:
    with zipfile.ZipFile(path) as old:
        parts = {info.filename: old.read(info) for info in old.infolist()}
    parts[name] = change
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for part, data in parts.items():
            new.writestr(part, data)


def test_a_zip_bomb_is_refused_without_unpacking_it(tmp_path: Path) -> None:
    path = workbook(tmp_path, [["naam"], ["Zoë"]])
    rewritten(path, "xl/media/image.bin", bytes(80_000_000))
    assert path.stat().st_size < 1_000_000
    with pytest.raises(BadInput, match="te groot"):
        read_sheets(path)


def test_entities_are_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path, [["naam"], ["Zoë"]])
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbb">]><worksheet>&b;</worksheet>'
    rewritten(path, "xl/worksheets/sheet1.xml", bomb)
    with pytest.raises(BadInput, match="geen tabel"):
        read_sheets(path)


def test_a_row_number_beyond_all_reason_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path, [["naam"], ["Zoë"]])
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>'
    )
    rewritten(path, "xl/worksheets/sheet1.xml", sheet)
    with pytest.raises(BadInput, match="te groot"):
        read_sheets(path)


@pytest.mark.parametrize("cut", [30, 400, 2000])
def test_a_workbook_that_was_cut_off_is_refused(tmp_path: Path, cut: int) -> None:
    path = workbook(tmp_path, [["naam"], ["Zoë"]])
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(BadInput, match="geen tabel"):
        read_sheets(path)
