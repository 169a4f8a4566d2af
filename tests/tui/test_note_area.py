"""The text field: stored before it is painted, no crash, nothing lost, nothing run."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from rich.segment import Segment
from textual import events
from textual.pilot import Pilot
from textual.widgets import TextArea

from boce_tui.tui.app import BoceApp
from boce_tui.tui.widgets.line_area import LineArea
from boce_tui.tui.widgets.note_area import LINE_LIMIT, PASTE_LIMIT, NoteArea
from tests.tui.helpers import FakeSaver, OneWidget, make_app, shown


@asynccontextmanager
async def typing(
    tmp_path: Path, *areas: NoteArea, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Pilot[int]]:
    app = make_app(tmp_path, lambda _app: OneWidget(*areas))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot


def app_of(pilot: Pilot[int]) -> BoceApp:
    assert isinstance(pilot.app, BoceApp)
    return pilot.app


async def test_every_key_is_with_the_saver(tmp_path: Path) -> None:
    saver = FakeSaver("oud ")
    area = NoteArea("oud ", saver=saver)
    async with typing(tmp_path, area) as pilot:
        area.move_cursor(area.document.end)
        await pilot.press(
            "n", "i", "e", "u", "w", "enter", "é", "ctrl+z", "ctrl+z", "ctrl+y", "backspace", "ctrl+w"
        )
        await pilot.press("x", "ctrl+a", "ctrl+k", "home", "shift+end", "delete")
        assert saver.text == area.text
        assert len(saver.edits) == 14


async def test_the_saver_has_it_before_the_paint(tmp_path: Path) -> None:
    """Not in a message handler: between the edit and the paint nothing else may run."""

    class Watching(FakeSaver):
        def edited(self, start: int, end: int, inserted: str) -> None:
            painted.append(area.text)
            super().edited(start, end, inserted)

    painted: list[str] = []
    saver = Watching()
    area = NoteArea(saver=saver)
    async with typing(tmp_path, area):
        area.insert("a")
        assert saver.text == "a"
        area.insert("b")
        assert saver.text == "ab"
        assert painted == ["", "a"]


async def test_loading_tells_nobody_and_changes_nothing(tmp_path: Path) -> None:
    saver = FakeSaver()
    area = NoteArea()
    seen: list[object] = []
    app = make_app(tmp_path, lambda _app: OneWidget(area))
    async with app.run_test(message_hook=seen.append) as pilot:
        area.load("een\r\u2028twee\x0c", saver)
        await pilot.pause()
        assert not [message for message in seen if isinstance(message, TextArea.Changed)]
        assert (saver.edits, area.text) == ([], "een\r\u2028twee\x0c")
        await pilot.press("ctrl+z")
        assert area.text == "een\r\u2028twee\x0c"


async def test_another_text_leaves_the_first_saver(tmp_path: Path) -> None:
    first, second = FakeSaver(), FakeSaver("twee")
    area = NoteArea(saver=first)
    async with typing(tmp_path, area) as pilot:
        await pilot.press("a")
        area.load("twee", second, cursor=(0, 4))
        await pilot.press("b")
        assert (first.text, first.left >= 1, second.text) == ("a", True, "tweeb")
        await area.remove()
        assert second.left >= 1
        assert app_of(pilot).savers.empty


async def test_leaving_the_field_makes_a_revision(tmp_path: Path) -> None:
    saver = FakeSaver()
    async with typing(tmp_path, NoteArea(saver=saver), LineArea()) as pilot:
        await pilot.press("a")
        before = saver.left
        await pilot.press("tab")
        assert saver.left == before + 1
        assert isinstance(pilot.app.focused, LineArea)


# --- Textual issue 6686 -----------------------------------------------------------------------------------


async def undo_all(pilot: Pilot[int], area: TextArea) -> None:
    for number in range(20):
        area.insert(f"regel {number}\n")
    await pilot.pause()
    for key in ("ctrl+z",) * 22 + ("ctrl+y",) * 22:
        await pilot.press(key)
    await pilot.press("f7", "delete", "ctrl+z", "ctrl+y", "ctrl+z")
    assert area.text.startswith("regel 0")


async def test_undo_past_the_scroll_bar(tmp_path: Path) -> None:
    saver = FakeSaver()
    area = NoteArea(saver=saver)
    async with typing(tmp_path, area, size=(60, 15)) as pilot:
        await undo_all(pilot, area)
        assert saver.text == area.text


@pytest.mark.usefixtures("planted")
async def test_the_guard_against_6686_is_still_needed(tmp_path: Path) -> None:
    """When this fails Textual mended it: take the guard out of `NoteArea.scroll_cursor_visible`."""

    class Unguarded(NoteArea):
        @property
        def wrapped_line_count(self) -> int:
            return 10**9

    area = Unguarded()
    with pytest.raises(ValueError, match="out of bounds"):
        async with typing(tmp_path, area, size=(60, 15)) as pilot:
            await undo_all(pilot, area)


# --- paste ------------------------------------------------------------------------------------------------


async def paste(pilot: Pilot[int], text: str) -> None:
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()


async def test_pasted_once_and_cleaned(tmp_path: Path) -> None:
    saver = FakeSaver()
    area = NoteArea(saver=saver)
    async with typing(tmp_path, area) as pilot:
        await paste(pilot, "een\r\ntwee\rdrie\x1b[2J\x00 cafe\u0301")
        assert area.text == saver.text == "een\ntwee\ndrie�[2J� café"
        assert area.cursor_location == area.document.end
        await pilot.press("ctrl+z")
        assert area.text == saver.text == ""


@pytest.mark.parametrize("text", ["a" * (LINE_LIMIT + 1), "a\n" * (PASTE_LIMIT // 2 + 1)])
async def test_too_much_is_refused_whole_with_a_reason(tmp_path: Path, text: str) -> None:
    saver = FakeSaver("er was al iets")
    area = NoteArea("er was al iets", saver=saver)
    async with typing(tmp_path, area) as pilot:
        await paste(pilot, text)
        assert (area.text, saver.edits) == ("er was al iets", [])
        assert "Niet geplakt" in shown(app_of(pilot))
        await pilot.press("x")
        assert "Niet geplakt" not in shown(app_of(pilot))


async def test_a_line_that_grows_too_long_by_pasting_is_refused(tmp_path: Path) -> None:
    area = NoteArea("a" * (LINE_LIMIT - 10))
    async with typing(tmp_path, area) as pilot:
        await paste(pilot, "b" * 11)
        assert "b" not in area.text
        await paste(pilot, "b" * 10)
        assert area.text.endswith("a" * 10) or area.text.startswith("b" * 10)


async def test_copy_cut_and_paste_inside(tmp_path: Path) -> None:
    area = NoteArea("een twee")
    async with typing(tmp_path, area) as pilot:
        await pilot.press("f7", "ctrl+c", "end", "ctrl+v")
        assert area.text == "een tweeeen twee"
        await pilot.press("f7", "ctrl+x")
        assert area.text == ""
        await pilot.press("ctrl+v", "ctrl+c")
        assert area.text == "een tweeeen twee"
        assert "^q" in shown(app_of(pilot))


async def test_a_line_feed_without_bracketed_paste_is_a_new_line(tmp_path: Path) -> None:
    area = NoteArea()
    async with typing(tmp_path, area) as pilot:
        await pilot.press("a", "ctrl+j", "b")
        assert area.text == "a\nb"


# --- painting ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "keys",
    [["x"], ["enter"], ["backspace"], ["space"] * 3, ["ctrl+w"], ["é", "left", "b"], [*"woord", "space"] * 2],
)
async def test_what_is_painted_is_what_is_there(tmp_path: Path, keys: list[str]) -> None:
    """Only changed lines are painted: the screen must be the same as after painting everything."""
    text = "\n".join(f"regel {i} " + "met woorden " * (i % 9) for i in range(12))
    area = NoteArea(f"{text}\n{'een alinea van veel regels ' * 14}")
    async with typing(tmp_path, area, size=(50, 16)) as pilot:

        def painted() -> list[list[Segment]]:
            return [list(strip) for strip in app_of(pilot).screen._compositor.render_strips()]

        for place in [(0, 3), (3, 40), (5, 0), (11, 5), (12, 60), (12, 90), area.document.end]:
            area.move_cursor(area.clamp_visitable(place))
            await pilot.pause()
            for key in keys:
                await pilot.press(key)
                await pilot.pause()
                quick = painted()
                area._line_cache.clear()
                area.refresh()
                await pilot.pause()
                assert painted() == quick


async def test_a_key_paints_a_line_not_the_field(tmp_path: Path) -> None:
    area = NoteArea("\n".join(f"regel {i}" for i in range(12)))
    async with typing(tmp_path, area) as pilot:
        area.move_cursor((4, 3))
        await pilot.pause()
        drawn: list[int] = []
        original = area.render_line
        area.render_line = lambda y: drawn.append(y) or original(y)  # type: ignore[method-assign,func-returns-value]
        await pilot.press("x")
        await pilot.pause()
        assert drawn == [4]


async def test_a_key_in_a_long_paragraph_paints_what_differs(tmp_path: Path) -> None:
    area = NoteArea("woorden " * 60)
    async with typing(tmp_path, area) as pilot:
        area.move_cursor(area.document.end)
        await pilot.pause()
        drawn: list[int] = []
        original = area.render_line
        area.render_line = lambda y: drawn.append(y) or original(y)  # type: ignore[method-assign,func-returns-value]
        await pilot.press("x")
        await pilot.pause()
        assert drawn == [area.wrapped_document.height - 1]


async def test_placeholder_is_no_markup_and_goes_away(tmp_path: Path) -> None:
    area = NoteArea(placeholder="typ hier [b]iets[/x]")
    async with typing(tmp_path, area) as pilot:
        assert "typ hier [b]iets[/x]" in shown(app_of(pilot))
        await pilot.press("a")
        assert "typ hier" not in shown(app_of(pilot))


# --- one line ---------------------------------------------------------------------------------------------


async def test_one_line_stays_one_line(tmp_path: Path) -> None:
    saver = FakeSaver()
    line = LineArea(saver=saver)
    seen: list[LineArea.Submitted] = []

    class Screen(OneWidget):
        def on_line_area_submitted(self, event: LineArea.Submitted) -> None:
            seen.append(event)

    app = make_app(tmp_path, lambda _app: Screen(line, NoteArea()))
    async with app.run_test() as pilot:
        await pilot.press("a", "ctrl+j", "b")
        await paste(pilot, " c \r\n d\n")
        assert line.text == saver.text == "abc d"
        await pilot.press("enter")
        assert [event.value for event in seen] == ["abc d"]
        assert (line.text, saver.left) == ("abc d", 1)
        await pilot.press("down")
        assert isinstance(app.focused, NoteArea)


async def test_a_long_line_scrolls_with_the_cursor(tmp_path: Path) -> None:
    line = LineArea()
    async with typing(tmp_path, line, size=(40, 12)) as pilot:
        line.insert("abcdefghij" * 6)
        await pilot.press("Z")
        assert "Z" in shown(app_of(pilot))
        await pilot.press("home")
        assert "abcdef" in shown(app_of(pilot))


@pytest.mark.parametrize("keys", [["x"] * 90, ["enter", "x"] * 12])
async def test_what_is_typed_at_the_bottom_is_in_sight(tmp_path: Path, keys: list[str]) -> None:
    """Also the letter that goes to a new line below the last one that was in sight."""
    area = NoteArea("\n".join(["regel"] * 40), saver=FakeSaver("\n".join(["regel"] * 40)))
    area.styles.height = 6
    async with typing(tmp_path, area) as pilot:
        area.move_cursor(area.document.end)
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            assert area.scroll_offset.y <= area._cursor_offset[1] < area.scroll_offset.y + 6
