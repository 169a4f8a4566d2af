"""An annual plan is read from a table in two shapes, and every mistake in it is told at once."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boce_tui.domain.vocabulary import FORMS
from boce_tui.errors import BadInput
from boce_tui.exchange.mistakes import TableMistakes
from boce_tui.exchange.plan_table import LONGEST, PlanTable, read_plan
from boce_tui.exchange.tables import cell

KNOWN = {
    "accessibility": ("Bereikbaarheid", "Accessibility"),
    "tourism_recreation": ("Toerisme & Recreatie", "Tourism", "R&T"),
    "environment_act": ("Omgevingswet",),
}
WIDE = "Thema;Samen doen;Samen optrekken;Samen leren\n"
LONG = "Thema;Vorm;Resultaat\n"


def read(folder: Path, text: str) -> PlanTable:
    path = folder / "jaarplan.csv"
    path.write_text(text, encoding="utf-8", newline="")
    return read_plan(path, KNOWN)


def mistakes(folder: Path, text: str) -> list[str]:
    with pytest.raises(TableMistakes) as refused:
        read(folder, text)
    return [mistake.text() for mistake in refused.value.mistakes]


def test_a_row_for_each_theme(tmp_path: Path) -> None:
    table = read(
        tmp_path,
        f"Jaarplan 2042;;;\n\n{WIDE}Bereikbaarheid;Een lijst.;;Een avond.\n"
        "r&t;;Eén reactie.;\nOmgevingswet;;;\n",
    )
    assert [(one.line, one.theme, one.form, one.text) for one in table.rows] == [
        (4, "accessibility", "joint_action", "Een lijst."),
        (4, "accessibility", "joint_learning", "Een avond."),
        (5, "tourism_recreation", "joint_representation", "Eén reactie."),
    ]


def test_a_row_for_each_theme_in_each_form(tmp_path: Path) -> None:
    table = read(tmp_path, "vorm,opmerking,thema,gepland resultaat\nleren,x,Accessibility,Een avond.\n")
    assert [(one.line, one.theme, one.form, one.text) for one in table.rows] == [
        (2, "accessibility", "joint_learning", "Een avond.")
    ]
    assert table.unused == ("opmerking",)


def test_a_spreadsheet(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Thema", "Samen doen", "Samen leren"], ["Bereikbaarheid", "Een lijst.", None]):
        sheet.append(row)
    path = tmp_path / "plan.xlsx"
    book.save(path)
    assert [one.text for one in read_plan(path, KNOWN).rows] == ["Een lijst."]


def test_every_mistake_is_named_by_its_line(tmp_path: Path) -> None:
    found = mistakes(
        tmp_path,
        f"{LONG}Bereikbarheid;doen;Een lijst.\nWonen;doen;x\n;leren;x\nOmgevingswet;samen;x\n"
        f"Omgevingswet;leren;{'x' * (LONGEST + 1)}\nOmgevingswet;doen;a\nOmgevingswet;Samen doen;b\n"
        "Omgevingswet;leren;a;te veel\n",
    )
    assert [line.split(":")[0] for line in found] == [
        "regel 2, Thema",
        "regel 3, Thema",
        "regel 4, Thema",
        "regel 5, Vorm",
        "regel 6, Resultaat",
        "regel 8",
        "regel 9",
    ]
    assert "Bereikbaarheid" in found[0]
    assert "Toerisme & Recreatie" in found[1]
    assert "regel 7" in found[5]


@pytest.mark.parametrize("text", ["a;b\n1;2\n", LONG, WIDE, "Thema;Resultaat\nBereikbaarheid;x\n", ""])
def test_what_is_no_plan_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadInput):
        read(tmp_path, text)


RESULTS = st.dictionaries(
    st.tuples(st.sampled_from(sorted(KNOWN)), st.sampled_from(sorted(FORMS))),
    st.text("abéëñ 1,;|\"'\n\t-=+@#[]<>", max_size=40).map(cell).filter(bool),
    min_size=1,
)


@given(RESULTS, st.booleans(), st.sampled_from(";,\t"))
def test_both_shapes_say_the_same(results: dict[tuple[str, str], str], wide: bool, separator: str) -> None:
    out = io.StringIO(newline="")
    rows = csv.writer(out, delimiter=separator)
    if wide:
        rows.writerow(["thema", *FORMS])
        for theme in KNOWN:
            rows.writerow([theme, *(results.get((theme, form), "") for form in FORMS)])
    else:
        rows.writerow(["thema", "vorm", "resultaat"])
        rows.writerows([theme, form, text] for (theme, form), text in results.items())
    with tempfile.TemporaryDirectory() as folder:
        table = read(Path(folder), out.getvalue())
    assert {(one.theme, one.form): one.text for one in table.rows} == results
