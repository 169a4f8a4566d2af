"""How every widget looks in three windows; and that hostile text changes nothing but the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from boce_tui.tui import signs
from boce_tui.tui.widgets.dialogs import Option, ask_text, choose, confirm
from tests.tui.gallery import CALM, GALLERY
from tests.tui.helpers import OneWidget, check_golden, grid, make_app, shown

SIZES = [(80, 24), (120, 40), (60, 20)]
HOSTILE = [
    "\x1b]0;titel\x07\x1b[2J\x1b[31mrood\x9b31m",
    "[red]rood[/red] [x] [ ] [TODO] arr[0]",
    "[/x] [/] [[ ]] \\[",
    "[@click=app.quit]klik[/] [link=file:///etc/passwd]x[/link]",
    "links \u202e\u2066rechts\u2069 \u200f",
    "nul \x00 tab\t del \x7f",
    "👨‍👩‍👧 Zoë Çelik-Müller 字字字 e\u0301",
    "a\u2028b\x0bc\x0cd\x85e",
    "# kop | `x` <script>alert(1)</script> {{ 7*7 }} [a](javascript:x) ![b](http://c/d.png)",
    "$kop $fout bold",
]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", GALLERY)
async def test_looks(tmp_path: Path, name: str, size: tuple[int, int]) -> None:
    app = make_app(tmp_path, lambda _app: GALLERY[name](CALM))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        check_golden(f"{name}-{size[0]}x{size[1]}", app)


@pytest.mark.parametrize(
    "text", [" ".join(HOSTILE), "a" * 20_000, "", "[/x]"], ids=["all", "long", "empty", "tag"]
)
@pytest.mark.parametrize("name", GALLERY)
async def test_hostile_text_is_only_text(tmp_path: Path, name: str, text: str) -> None:
    app = make_app(tmp_path, lambda _app: GALLERY[name](text))
    async with app.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await pilot.pause()
        filters = app.get_line_filters()
        for strip in app.screen._compositor.render_strips():
            assert strip.cell_length == 80
            segments = list(strip)
            for each in filters:
                segments = each.apply(segments, app.screen.styles.background)
            line = "".join(segment.text for segment in segments)
            assert not any(
                char < " " or "\x7f" <= char <= "\x9f" or char in "\u202e\u2066\u2028" for char in line
            )
            assert not any(segment.style and "@click" in (segment.style.meta or {}) for segment in segments)
        lines = grid(app)
        assert lines[0].endswith("alles bewaard")
        assert lines[-1].endswith("hulp")
        app.tell(text)
        await pilot.pause()
        await pilot.press("tab", "down")
        assert app.is_running


async def test_dialogs_look_and_stay_harmless(tmp_path: Path) -> None:
    app = make_app(tmp_path, lambda _app: OneWidget(place="hier"))
    async with app.run_test() as pilot:
        confirm(
            app,
            "De export van [b]2041[/x] wissen?",
            lambda: None,
            yes="Wissen",
            detail="Er is geen weg terug. " * 3,
        )
        await pilot.pause()
        check_golden("dialog-confirm", app)
        await pilot.press("escape")
        choose(
            app,
            "Waarom?",
            [Option("a", "geen tijd"), Option("b", "wil niet", "[/x]\x1b[2J")],
            lambda _id: None,
        )
        await pilot.pause()
        check_golden("dialog-choose", app)
        await pilot.press("escape")
        ask_text(app, "Welk label?", lambda _text: None, text="rollen")
        await pilot.pause()
        check_golden("dialog-text", app)


async def test_a_poor_terminal_gets_plain_signs(tmp_path: Path) -> None:
    app = make_app(tmp_path, lambda _app: GALLERY["rows"]("naam"), environ={"TERM": "linux"})
    async with app.run_test() as pilot:
        assert signs.ascii_only()
        text = shown(app)
        assert text.isascii(), [char for char in text if not char.isascii()]
        assert "> R00   naam 0" in text
        assert "* klaar" in text
        confirm(app, "Zeker?", lambda: None, yes="Ja")
        await pilot.pause()
        assert not {char for char in shown(app) if not char.isascii()}
        app.open(GALLERY["panes"]("woorden"))
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert not {char for char in shown(app) if not char.isascii()}
