"""Colours: enough contrast, only in theme.py, and none at all where the user wants none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.color import Color

import boce_tui.tui
from boce_tui.tui.text import assemble
from boce_tui.tui.theme import NO_COLOUR_THEME, PALETTES, first_theme, theme_names
from boce_tui.tui.widgets.line_area import LineArea
from tests.tui.helpers import OneWidget, make_app

TUI = Path(boce_tui.tui.__file__).parent


def ratio(one: str, other: str) -> float:
    """Contrast as WCAG computes it."""

    def luminance(colour: str) -> float:
        parts = [part / 255 for part in Color.parse(colour).rgb]
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize("ground", ["paper", "veld", "keuze"])
@pytest.mark.parametrize("tone", ["ink", "kop", "stil", "accent", "ok", "let_op", "fout"])
def test_every_text_can_be_read(name: str, ground: str, tone: str) -> None:
    palette = PALETTES[name]
    wanted = 7.0 if name == "contrast" else 4.5
    assert ratio(getattr(palette, tone), getattr(palette, ground)) >= wanted


def test_colours_have_values_in_one_file_only() -> None:
    value = re.compile(r"#[0-9a-fA-F]{6}\b|\brgba?\(")
    for path in [*TUI.rglob("*.py"), *TUI.rglob("*.tcss")]:
        if path.name != "theme.py":
            assert not value.search(path.read_text(encoding="utf-8")), path


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, "licht"),
        ({"BOCE_THEME": "donker"}, "donker"),
        ({"BOCE_THEME": "regenboog"}, "licht"),
        ({"NO_COLOR": "1", "BOCE_THEME": "donker"}, NO_COLOUR_THEME),
        ({"NO_COLOR": ""}, "licht"),
    ],
)
def test_the_first_theme(environ: dict[str, str], expected: str) -> None:
    assert first_theme(environ) == expected


async def test_without_colour_nothing_has_one(tmp_path: Path) -> None:
    from textual.widgets import Static

    app = make_app(
        tmp_path,
        lambda _app: OneWidget(
            Static(assemble(("rood", "fout"), ("stil", "stil"))), LineArea("x"), place="hier"
        ),
        environ={"NO_COLOR": "1"},
    )
    async with app.run_test():
        assert app.theme == NO_COLOUR_THEME
        filters = app.get_line_filters()
        for strip in app.screen._compositor.render_strips():
            made = list(strip)
            for each in filters:
                made = each.apply(made, Color(0, 0, 0))
            for segment in made:
                style = segment.style
                for colour in (style.color, style.bgcolor) if style is not None else ():
                    assert colour is None or colour.is_default, segment


async def test_the_themes_follow_each_other_and_all_draw(tmp_path: Path) -> None:
    app = make_app(tmp_path, lambda _app: OneWidget(LineArea("x")))
    async with app.run_test() as pilot:
        seen = []
        for _ in theme_names():
            await app.run_action("app.theme")
            await pilot.pause()
            seen.append(app.theme)
        assert sorted(seen) == sorted(theme_names())
        assert app.theme == "licht"
