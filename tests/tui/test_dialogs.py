"""Questions in a box, help and palette: esc always goes back to where one was."""

from __future__ import annotations

from pathlib import Path

from boce_tui.tui.app import BoceApp
from boce_tui.tui.palette import SearchHit
from boce_tui.tui.widgets.dialogs import Option, ask_text, choose, confirm
from boce_tui.tui.widgets.note_area import NoteArea
from tests.tui.helpers import OneWidget, make_app, shown
from tests.tui.test_screen import Screen


async def test_a_confirmation_is_safe_by_default(tmp_path: Path) -> None:
    done: list[str] = []
    app = make_app(tmp_path)
    async with app.run_test() as pilot:

        async def asked(*keys: str) -> list[str]:
            done.clear()
            confirm(app, "De export wissen?", lambda: done.append("ja"), yes="Wissen")
            await pilot.pause()
            await pilot.press(*keys)
            await pilot.pause()
            assert "De export" not in shown(app)
            return list(done)

        assert await asked("enter") == []
        assert await asked("escape") == []
        assert await asked("n") == []
        assert await asked("j") == ["ja"]
        assert await asked("down", "enter") == ["ja"]


async def test_choosing_by_digit_arrow_and_mouse(tmp_path: Path) -> None:
    chosen: list[str] = []
    options = [Option("tijd", "geen tijd"), Option("wil", "wil niet"), Option("later", "later")]
    app = make_app(tmp_path)
    async with app.run_test() as pilot:
        for keys, expected in ((["2"], "wil"), (["down", "down", "enter"], "later"), (["enter"], "tijd")):
            choose(app, "Waarom?", options, chosen.append)
            await pilot.pause()
            await pilot.press(*keys)
            assert chosen[-1] == expected
        choose(app, "Waarom?", options, chosen.append, default="later")
        await pilot.pause()
        await pilot.press("enter")
        assert chosen[-1] == "later"
        choose(app, "Waarom?", options, chosen.append)
        await pilot.pause()
        await pilot.click("_Options", offset=(8, 1))
        await pilot.click("_Options", offset=(8, 1))
        assert chosen[-1] == "wil"


async def test_a_short_text_is_checked_before_it_is_taken(tmp_path: Path) -> None:
    taken: list[str] = []
    app = make_app(tmp_path, lambda _app: OneWidget(NoteArea("onder")))
    async with app.run_test() as pilot:
        ask_text(
            app, "Welk label?", taken.append, text="rol", check=lambda text: "" if text else "Typ een label."
        )
        await pilot.pause()
        await pilot.press("ctrl+u", "enter")
        await pilot.pause()
        assert "Typ een label." in shown(app)
        await pilot.press(*"rollen", "enter")
        assert taken == ["rollen"]
        assert isinstance(app.focused, NoteArea)


async def test_help_shows_this_screen_first_and_returns(tmp_path: Path) -> None:
    screen = Screen()
    app = make_app(tmp_path, lambda _app: screen)
    async with app.run_test() as pilot:
        await pilot.press("a", "b", "left", "f1")
        text = shown(app)
        assert text.index("Here one tests") < text.index("Toetsen van dit scherm") < text.index("Marks it.")
        await pilot.press("slash", *"taal")
        await pilot.pause()
        assert "f9" in shown(app)
        assert "Marks it." not in shown(app)
        await pilot.press("escape")
        assert (app.screen, app.focused, screen.area.cursor_location) == (screen, screen.area, (0, 1))
        screen.rows.focus()
        await pilot.press("question_mark")
        assert "Overal" in shown(app)
        await pilot.press("f9")
        await pilot.pause()
        await pilot.press("f1")
        assert app.screen is screen


async def test_help_searches_for_what_is_typed_at_once(tmp_path: Path) -> None:
    screen = Screen()
    app = make_app(tmp_path, lambda _app: screen)
    async with app.run_test() as pilot:
        await pilot.press("f1")
        assert "typ om te zoeken" in shown(app)
        await pilot.press(*"taal")
        await pilot.pause()
        assert " taal " in shown(app)
        assert "f9" in shown(app)
        assert "Marks it." not in shown(app)
        await pilot.press("escape")
        assert (app.screen, screen.area.text) == (screen, "")


async def test_the_palette_does_anything_by_name(tmp_path: Path) -> None:
    screen = Screen()
    app = make_app(tmp_path, lambda _app: screen)
    async with app.run_test() as pilot:
        await pilot.press("ctrl+p")
        assert "Seven" in shown(app)
        await pilot.press(*"seven")
        await pilot.press("enter")
        await pilot.pause()
        assert screen.done == ["seven"]
        assert app.focused is screen.area
        await pilot.press("ctrl+p", *"english")
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen is screen
        assert "anything" in shown(app)
        screen.hidden = True
        await pilot.press("ctrl+p", *"hidden")
        await pilot.pause()
        assert "Nothing found" in shown(app)
        await pilot.press("enter", "escape")
        assert app.screen is screen


async def test_the_palette_finds_things_in_the_dossier(tmp_path: Path) -> None:
    screen = Screen()
    opened: list[str] = []

    def search(words: str) -> list[SearchHit]:
        return [SearchHit(f"[red]{words}[/x] in R07", "antwoord", lambda: opened.append(words))]

    def start(app: BoceApp) -> Screen:
        app.search = search
        return screen

    app = make_app(tmp_path, start)
    async with app.run_test() as pilot:
        await pilot.press("ctrl+p", "z", "q")
        assert "in R07" not in shown(app)
        await pilot.press("x")
        await pilot.pause()
        assert "[red]zqx[/x] in R07" in shown(app)
        await pilot.press("down", "up", "pagedown", "enter")
        await pilot.pause()
        assert opened == ["zqx"]
