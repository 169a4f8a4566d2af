"""Every text of the dossier hostile, and hostile text pasted in every field: every screen stays whole."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import msgspec
import pytest
from textual import events
from textual.widgets import TextArea

from boce_tui.domain.entities import ENTITIES, KINDS
from boce_tui.env import Env
from boce_tui.store import Dossier
from boce_tui.tui.app import BoceApp
from boce_tui.tui.doors import DOORS, open_door
from boce_tui.tui.screen import BoceScreen
from tests.cli.test_hostile import PEOPLES
from tests.example import example_env
from tests.tui.helpers import make_app, press

HOSTILE = "".join(
    (
        "\x1b]0;weg\x07\x1b[2J\x9b31mrood\r\x08 [reverse]QZQ[/reverse] [/x] [@click=app.quit]k[/] ",
        "{{7*7}} {% x %} \u202eom\u2066 \u2028regel\u200b`|<script>alert(1)</script> =cmd() nul\x00 ",
        "e" + "\u0301" * 30,
        " 👨\u200d👩\u200d👧",
    )
)
PASTED = (
    HOSTILE,
    "a" * 7_000,
    "# kop\n| a | b |\n|---|---|\n- [ ] x\n```\n[red]QZQ[/red]",
    "\u202e" + "字" * 300 + "\ufeff\U000e0041",
)
MOST_FIELDS = 6
GROUPS = 4


def hostile_env(tmp_path: Path) -> Env:
    env = example_env(tmp_path)
    with Dossier.open(env.data_dir, env) as dossier, dossier.change():
        for kind in KINDS:
            fields = [f for f in kind.__struct_fields__ if f in PEOPLES and kind.entity != "instrument"]
            for key, item in dossier.values(kind).items() if fields else ():
                texts = {f: HOSTILE if isinstance(getattr(item, f), str) else (HOSTILE,) for f in fields}
                dossier.save(msgspec.structs.replace(item, **texts), key)
    return env


def sound(app: BoceApp, where: str) -> None:
    """Every line as wide as the window, nothing in it that commands a terminal or runs when clicked."""
    filters, background = app.get_line_filters(), app.screen.styles.background
    lines = []
    for y, strip in enumerate(app.screen._compositor.render_strips()):
        assert strip.cell_length == app.size.width, (where, y)
        segments = list(strip)
        assert not any(s.style and "@click" in (s.style.meta or {}) for s in segments), (where, y)
        for each in filters:
            segments = each.apply(segments, background)
        lines.append("".join(segment.text for segment in segments))
        for char in lines[-1]:
            assert unicodedata.category(char) not in ("Cc", "Zl", "Zp", "Cs"), (where, y, hex(ord(char)))
            assert char not in "\u202e\u2066", (where, y)
    if isinstance(app.screen, BoceScreen):
        assert lines[-1].rstrip().endswith("hulp"), where
        assert "─" in lines[1], where
    text = "\n".join(lines)
    assert "QZQ " not in text, f"{where}: markup was read as markup"


@pytest.mark.parametrize("group", range(GROUPS))
async def test_every_door_and_its_fields(tmp_path: Path, group: int) -> None:
    env = hostile_env(tmp_path)
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, None, dossier)
        app._start = "boce_tui.tui.home:home_screen"
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot)
            home = app.screen
            sound(app, "home")
            for number, target in enumerate(list(DOORS)[group::GROUPS]):
                keys = [item.key for item in dossier.all(ENTITIES[target])] if target in ENTITIES else []
                open_door(app, target, next((key for key in keys if not key.startswith("2021")), ""))
                await press(pilot)
                assert app.screen is not home, target
                sound(app, target)
                opened = app.screen
                fields = [f for f in opened.query(TextArea) if f.focusable and not f.read_only]
                for field in fields[:MOST_FIELDS]:
                    if field.is_attached and app.screen is opened:
                        opened.set_focus(field)
                        app.post_message(events.Paste(PASTED[number % len(PASTED)]))
                        await pilot.pause()
                        sound(app, f"{target}, {field}")
                for _step in range(6):
                    if app.screen is home:
                        break
                    await press(pilot, "escape")
                assert app.screen is home, target
