"""Dates, months and numbers as they are written in Dutch; forms around them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boce_tui.domain.dates import FIRST_YEAR, LAST_YEAR
from boce_tui.tui.widgets import fields
from boce_tui.tui.widgets.choice import ChoiceLine, Choosable
from boce_tui.tui.widgets.fields import DateField, MonthField, Unreadable, ValueField
from boce_tui.tui.widgets.form import Form, FormRow
from boce_tui.tui.widgets.line_area import LineArea
from boce_tui.tui.widgets.note_area import NoteArea
from tests.tui.helpers import FakeSaver, OneWidget, make_app, shown


@pytest.mark.parametrize(
    ("read", "text", "value"),
    [
        (fields.read_day, " 1-3-2042 ", "2042-03-01"),
        (fields.read_day, "29/02/2044", "2044-02-29"),
        (fields.read_day, "", ""),
        (fields.read_month, "3-2042", "2042-03"),
        (fields.read_month, "032042", "2042-03"),
        (fields.read_number, "1.234,5", "1234.5"),
        (fields.read_number, "-7", "-7"),
        (fields.read_number, "1.234.567", "1234567"),
        (fields.read_number, "100", "100"),
        (fields.read_number, "0,50", "0.5"),
    ],
)
def test_read(read: Callable[[str], str], text: str, value: str) -> None:
    assert read(text) == value


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (fields.read_day, "31-02-2042"),
        (fields.read_day, "2042-03-01"),
        (fields.read_day, "morgen"),
        (fields.read_month, "13-2042"),
        (fields.read_month, "0-2042"),
        (fields.read_month, "32042"),
        (fields.read_number, "1.23"),
        (fields.read_number, "1,234.5"),
        (fields.read_number, "tien"),
        (fields.read_number, "1e3"),
    ],
)
def test_unreadable(read: Callable[[str], str], text: str) -> None:
    with pytest.raises(Unreadable):
        read(text)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**12))
def test_numbers_come_back_as_they_went(number: object) -> None:
    value = fields.read_number(str(number).replace(".", ","))
    assert fields.read_number(fields.write_number(value)) == value


@given(st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)))
def test_days_come_back_as_they_went(day: object) -> None:
    assert fields.read_day(fields.write_day(str(day))) == str(day)


class Listening(OneWidget):
    def __init__(self, *widgets: object) -> None:
        super().__init__(*widgets)  # type: ignore[arg-type]
        self.told: list[str] = []

    def on_value_field_changed(self, event: ValueField.Changed) -> None:
        self.told.append(event.value)


async def test_what_is_wrong_is_said_when_the_field_is_left(tmp_path: Path) -> None:
    saver = FakeSaver()
    date = DateField(saver=saver)
    screen = Listening(date, LineArea())
    app = make_app(tmp_path, lambda _app: screen)
    async with app.run_test() as pilot:
        assert "dd-mm-jjjj" in shown(app)
        await pilot.press(*"31-2-2042")
        assert "kalender" not in shown(app)
        await pilot.press("tab")
        await pilot.pause()
        assert date.has_class("-wrong")
        assert "Deze dag staat niet in de kalender." in shown(app)
        assert (date.value, saver.text) == ("", "31-2-2042")
        await pilot.press("shift+tab", "end", "ctrl+u", *"1-3-2042", "tab")
        await pilot.pause()
        assert not date.wrong
        assert "kalender" not in shown(app)
        assert (date.value, date.line.text, saver.text) == ("2042-03-01", "01-03-2042", "01-03-2042")
        assert screen.told[-1] == "2042-03-01"


async def test_a_form_goes_from_field_to_field(tmp_path: Path) -> None:
    month = MonthField("2042-03")
    choice = ChoiceLine([Choosable("a", "te plannen"), Choosable("b", "gehouden")])
    form = Form(
        [
            FormRow("who", "Voor wie", LineArea("regie"), hint="een rol, geen naam"),
            FormRow("when", "Vanaf", month),
            FormRow("state", "Stand", choice),
            FormRow("text", "Tekst", NoteArea("x")),
        ]
    )
    app = make_app(tmp_path, lambda _app: OneWidget(form))
    async with app.run_test() as pilot:
        assert app.focused is form.field("who")
        await pilot.press("down")
        assert app.focused is month.line
        await pilot.press("tab", "2")
        assert choice.chosen == "b"
        await pilot.press("shift+tab", "up")
        assert app.focused is form.field("who")
        form.show_problem("who", "Vul in wie het moet doen.")
        await pilot.pause()
        assert "Vul in wie" in shown(app)
        form.show_problem("who", "")
        form.show_row("when", False)
        form.show_label("text", "Text")
        await pilot.pause()
        text = shown(app)
        assert "Vul in wie" not in text
        assert "Vanaf" not in text
        assert "Text" in text
        form.go_to("text")
        await pilot.pause()
        assert app.focused is form.field("text")


async def test_a_long_form_shows_the_field_with_the_focus(tmp_path: Path) -> None:
    form = Form([FormRow(str(i), f"Veld {i}", LineArea(f"waarde {i}")) for i in range(30)])
    app = make_app(tmp_path, lambda _app: OneWidget(form))
    async with app.run_test(size=(60, 14)) as pilot:
        form.go_to("25")
        await pilot.pause()
        assert "waarde 25" in shown(app)


async def test_the_label_of_the_field_with_the_focus_stands_out(tmp_path: Path) -> None:
    form = Form([FormRow("a", "Eerste", LineArea()), FormRow("b", "Tweede", DateField())])
    app = make_app(tmp_path, lambda _app: OneWidget(form))
    async with app.run_test() as pilot:

        def bold() -> list[str]:
            return [
                str(label.render()) for label in form.query(".form-label") if label.styles.text_style.bold
            ]

        await pilot.pause()
        assert bold() == ["Eerste"]
        await pilot.press("tab")
        await pilot.pause()
        assert bold() == ["Tweede"]
