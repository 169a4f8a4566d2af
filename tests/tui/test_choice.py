"""Choosing by one key, with arrows, or with the mouse."""

from __future__ import annotations

from pathlib import Path

from boce_tui.domain.answers import DONT_KNOW, NOT_APPLICABLE
from boce_tui.tui.widgets.choice import ChoiceLine, Choosable, MultiChoice, RatingLine
from boce_tui.tui.widgets.note_area import NoteArea
from tests.tui.helpers import OneWidget, grid, make_app, shown

STATES = [
    Choosable(name, name)
    for name in ("niet gestart", "bezig", "verkend, niet doorgegaan", "deels", "bereikt")
]


class Listening(OneWidget):
    def __init__(self, *widgets: object) -> None:
        super().__init__(*widgets)  # type: ignore[arg-type]
        self.told: list[object] = []

    def on_choice_line_chosen(self, event: ChoiceLine.Chosen) -> None:
        self.told.append(event.option)

    def on_multi_choice_changed(self, event: MultiChoice.Changed) -> None:
        self.told.append(event.options)


async def test_a_digit_chooses_and_the_line_says_what(tmp_path: Path) -> None:
    line = ChoiceLine(STATES)
    screen = Listening(line)
    app = make_app(tmp_path, lambda _app: screen)
    async with app.run_test() as pilot:
        assert "nu:" not in shown(app)
        await pilot.press("5")
        assert (line.chosen, screen.told) == ("bereikt", ["bereikt"])
        assert "nu: 5 bereikt" in shown(app)
        await pilot.press("5", "9", "x")
        assert screen.told == ["bereikt"]
        await pilot.press("backspace")
        assert (line.chosen, screen.told[-1]) == (None, None)
        assert "nu:" not in shown(app)


async def test_arrows_and_enter_choose_too(tmp_path: Path) -> None:
    line = ChoiceLine(STATES, "bezig")
    screen = Listening(line)
    app = make_app(tmp_path, lambda _app: screen)
    async with app.run_test() as pilot:
        await pilot.press("right", "right", "enter")
        assert line.chosen == "deels"
        await pilot.press("left", "left", "left", "left", "space")
        assert line.chosen == "niet gestart"


async def test_it_wraps_and_every_option_can_be_clicked(tmp_path: Path) -> None:
    line = ChoiceLine(STATES)
    screen = Listening(line, NoteArea("eronder"))
    app = make_app(tmp_path, lambda _app: screen)
    async with app.run_test(size=(44, 14)) as pilot:
        await pilot.pause()
        for option in STATES:
            lines = grid(app)
            y = next(i for i, text in enumerate(lines) if option.label in text)
            x = lines[y].index(option.label)
            await pilot.click(offset=(x, y))
            assert line.chosen == option.label
            await pilot.pause()
        assert "eronder" in shown(app)
        assert screen.told == [option.label for option in STATES]


async def test_showing_tells_nobody(tmp_path: Path) -> None:
    line = ChoiceLine(STATES)
    screen = Listening(line)
    app = make_app(tmp_path, lambda _app: screen)
    async with app.run_test() as pilot:
        line.show_chosen("deels")
        line.show_options([Choosable(option.id, option.label.upper()) for option in STATES])
        await pilot.pause()
        assert screen.told == []
        assert "nu: 4 DEELS" in shown(app)
        line.show_chosen("verdwenen keuze")
        await pilot.pause()
        assert "nu: verdwenen keuze" in shown(app)


async def test_more_than_nine_options_have_keys_too(tmp_path: Path) -> None:
    line = ChoiceLine([Choosable(f"o{i}", f"optie {i}") for i in range(12)])
    app = make_app(tmp_path, lambda _app: OneWidget(line))
    async with app.run_test() as pilot:
        keys = [option.key for option in line.options]
        assert len(set(keys)) == 12
        await pilot.press(keys[11])
        assert line.chosen == "o11"


async def test_a_mark_or_a_non_answer(tmp_path: Path) -> None:
    line = RatingLine(low="zeer slecht")
    app = make_app(tmp_path, lambda _app: OneWidget(line))
    async with app.run_test() as pilot:
        assert "1 zeer slecht" in shown(app)
        for key, value in (("4", "4"), ("0", NOT_APPLICABLE), ("9", DONT_KNOW), ("1", "1")):
            await pilot.press(key)
            assert line.chosen == value


async def test_ticks(tmp_path: Path) -> None:
    line = MultiChoice([Choosable("a", "eerste"), Choosable("b", "tweede"), Choosable("c", "derde")], ["weg"])
    screen = Listening(line)
    app = make_app(tmp_path, lambda _app: screen)
    async with app.run_test() as pilot:
        await pilot.press("3", "1")
        assert line.chosen == ("a", "c", "weg")
        assert "1 [x] eerste  2 [ ] tweede  3 [x] derde" in shown(app)
        await pilot.press("backspace", "backspace", "right", "space")
        assert screen.told[-1] == line.chosen == ("b", "c", "weg")
