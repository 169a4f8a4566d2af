"""Line 1, the footer, small and wide windows."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.app import ComposeResult

from boce_tui.tui.commands import Command, register
from boce_tui.tui.help_texts import register_help
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.widgets.note_area import NoteArea
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow
from tests.tui.helpers import OneWidget, make_app, shown

register(
    Command("test.next", "Next", "Goes on.", key="ctrl+n", short="xnext", footer=1),
    Command("test.mark", "Mark", "Marks it.", key="m,f8", short="xmark", footer=2),
    Command("test.letter", "Letter", "Does a letter.", key="l", short="xletter", footer=3),
    Command("test.hidden", "Hidden", "Is not always there.", key="h", short="xhidden", footer=4),
    Command("test.five", "Five", "Is the fifth.", key="v", short="xfive", footer=5),
    Command("test.six", "Six", "Is the sixth.", key="z", short="xsix", footer=6),
    Command("test.seven", "Seven", "Is the seventh.", key="s", short="xseven", footer=7),
)
register_help("test.screen", "Here one tests a screen.")


class Screen(BoceScreen):
    COMMANDS = tuple(f"test.{name}" for name in ("next", "mark", "letter", "hidden", "five", "six", "seven"))
    HELP_ID = "test.screen"

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        self.hidden = False
        self.area = NoteArea()
        self.rows = PickList(Column())

    def place(self) -> str:
        return "Samenwerkingsagenda · Evaluatie 2041 · R07 · Bereikbaarheid"

    def aside(self) -> str:
        return "23 van 60 min"

    def compose_body(self) -> ComposeResult:
        self.rows.show([PickRow(str(i), (f"rij {i}",)) for i in range(3)])
        yield self.area
        yield self.rows

    def can(self, command_id: str) -> bool:
        return not (command_id == "test.hidden" and self.hidden)

    def action_test_next(self) -> None:
        self.done.append("next")

    def action_test_mark(self) -> None:
        self.done.append("mark")

    def action_test_letter(self) -> None:
        self.done.append("letter")

    def action_test_hidden(self) -> None:
        self.done.append("hidden")

    def action_test_five(self) -> None:
        self.done.append("five")

    def action_test_six(self) -> None:
        self.done.append("six")

    def action_test_seven(self) -> None:
        self.done.append("seven")


async def test_keys_and_footer_follow_the_focus(tmp_path: Path) -> None:
    screen = Screen()
    app = make_app(tmp_path, lambda _app: screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert shown(app).splitlines()[-1] == " ^n xnext   f8 xmark   ^p alles   f1 hulp"
        await pilot.press("l", "ctrl+n", "f8", "question_mark")
        assert (screen.area.text, screen.done) == ("l?", ["next", "mark"])
        screen.rows.focus()
        await pilot.pause()
        assert shown(app).splitlines()[-1] == " ^n xnext   m xmark   l xletter   h xhidden   v xfive   ? hulp"
        await pilot.press("l", "m", "s")
        assert screen.done[2:] == ["letter", "mark", "seven"]


async def test_what_makes_no_sense_is_hidden_and_dead(tmp_path: Path) -> None:
    screen = Screen()
    app = make_app(tmp_path, lambda _app: screen)
    async with app.run_test() as pilot:
        screen.rows.focus()
        screen.hidden = True
        screen.refresh_bars()
        await pilot.pause()
        assert "hidden" not in shown(app)
        assert "z xsix" in shown(app)
        await pilot.press("h")
        assert screen.done == []


async def test_wide_windows_have_more_keys(tmp_path: Path) -> None:
    screen = Screen()
    app = make_app(tmp_path, lambda _app: screen)
    async with app.run_test(size=(120, 30)) as pilot:
        screen.rows.focus()
        await pilot.pause()
        assert "s xseven   ^p alles   ? hulp" in shown(app)
        assert screen.has_class("-wide")
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert "seven" not in shown(app)
        assert screen.has_class("-narrow")


async def test_a_click_on_a_key_does_what_it_says(tmp_path: Path) -> None:
    screen = Screen()
    app = make_app(tmp_path, lambda _app: screen)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.click("FooterLine", offset=(14, 1))
        assert screen.done == ["mark"]
        await pilot.click("FooterLine", offset=(60, 1))
        assert screen.done == ["mark"]


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
async def test_line_one_never_loses_the_save_words(tmp_path: Path, width: int) -> None:
    app = make_app(tmp_path, lambda _app: Screen())
    async with app.run_test(size=(width, 20)):
        line = shown(app).splitlines()[0]
        assert line.endswith("alles bewaard")
        assert len(line) == width - 1
        assert "Bereikbaarheid" in line
        assert line.startswith(" evaluator   " if width >= 120 else " eval. ")
        assert ("23 van 60 min" in line) == (width >= 120)


async def test_peoples_text_in_line_one_is_harmless(tmp_path: Path) -> None:
    app = make_app(tmp_path, lambda _app: OneWidget(place="R07 [red]\x1b[2J[/x]"))
    async with app.run_test():
        assert "R07 [red]�[2J[/x]" in shown(app)


async def test_a_window_that_is_too_small_says_so_and_loses_nothing(tmp_path: Path) -> None:
    screen = Screen()
    app = make_app(tmp_path, lambda _app: screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a")
        await pilot.resize_terminal(30, 10)
        await pilot.pause()
        assert "groter" in shown(app)
        await pilot.press("b")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "groter" not in shown(app)
        assert app.focused is screen.area
        assert screen.area.text == "ab"


async def test_undo_without_anything_to_undo_says_so(tmp_path: Path) -> None:
    screen = Screen()
    app = make_app(tmp_path, lambda _app: screen)
    async with app.run_test() as pilot:
        screen.rows.focus()
        await pilot.press("ctrl+z")
        assert "ongedaan" in shown(app)


async def test_a_field_that_has_no_place_yet_is_not_the_first(tmp_path: Path) -> None:
    """Rows below the screen are mounted a moment later: the keys go through them in order all the same."""
    first, second, late = NoteArea(), NoteArea(), NoteArea()
    first.styles.height = second.styles.height = late.styles.height = 3
    app = make_app(tmp_path, lambda _app: OneWidget(first, second))
    async with app.run_test() as pilot:
        await pilot.pause()
        await app.screen.mount(late, after=second)
        assert late.region.y == 0, "not laid out yet"
        assert [w for w in app.screen.focus_chain if isinstance(w, NoteArea)] == [first, second, late]
