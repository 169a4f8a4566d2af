"""What every test of a screen needs: an app around one screen, and the screen as lines of text."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from textual.app import ComposeResult
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

from boce_tui.env import Env
from boce_tui.tui.app import BoceApp
from boce_tui.tui.screen import BoceScreen
from tests.support import make_env

GOLDEN = Path(__file__).parent / "golden"


def make_app(
    env_or_folder: Env | Path,
    screen: Callable[[BoceApp], Screen[Any]] | None = None,
    dossier: Any = None,
    **env: Any,
) -> BoceApp:
    """An app whose first screen is made by `screen`; use it with ``app.run_test(size=(80, 24))``."""
    made = env_or_folder if isinstance(env_or_folder, Env) else make_env(env_or_folder, **env)
    return BoceApp(made, dossier, screen or (lambda _app: OneWidget()))


class OneWidget(BoceScreen):
    """A screen around some widgets, for their tests."""

    def __init__(self, *widgets: Widget, place: str = "") -> None:
        super().__init__()
        self._widgets = widgets
        self._place = place

    def place(self) -> str:
        return self._place

    def compose_body(self) -> ComposeResult:
        yield from self._widgets


def grid(app: BoceApp) -> list[str]:
    """What the terminal shows now, line by line, without colours and without spaces at the end."""
    lines: list[str] = []
    for strip in app.screen._compositor.render_strips():
        segments = list(strip)
        for each in app.get_line_filters():
            segments = each.apply(segments, app.screen.styles.background)
        lines.append("".join(segment.text for segment in segments).rstrip())
    assert len(lines) == app.size.height
    return lines


def shown(app: BoceApp) -> str:
    """The whole screen as one text, for ``in``."""
    return "\n".join(grid(app))


def drawn(app: BoceApp, look: str) -> list[str]:
    """The pieces of the screen that stand ``underline`` or ``strike``, line by line."""
    return [
        segment.text
        for strip in app.screen._compositor.render_strips()
        for segment in strip
        if segment.style is not None and getattr(segment.style, look) and segment.text.strip()
    ]


def check_golden(name: str, app: BoceApp) -> None:
    """Compare the screen with ``tests/tui/golden/NAME.txt``; ``UPDATE_GOLDEN=1`` writes it."""
    path = GOLDEN / f"{name}.txt"
    text = shown(app) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.exists(), f"{path} is missing: run with UPDATE_GOLDEN=1 and read what it writes"
    # When it was saved depends on how often the clock was asked; `test_saving` looks at the time itself.
    assert _SAVED_AT.sub("00:00:00", text) == _SAVED_AT.sub("00:00:00", path.read_text(encoding="utf-8"))


_SAVED_AT = re.compile(r"(?<=bewaard )\d\d:\d\d:\d\d")


_KEY_NAMES = {"/": "slash", ".": "full_stop", "-": "minus", "_": "underscore", " ": "space", ",": "comma"}


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys, and wait for what they began in the background."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def type_in(pilot: Pilot[Any], text: str) -> None:
    """Type a text where the focus is."""
    await pilot.press(*(_KEY_NAMES.get(char, char) for char in text))
    await press(pilot)


@dataclass
class FakeState:
    """The state of a stand-in saver."""

    kind: str = "saved"
    at: datetime | None = None
    reason: str = ""


@dataclass
class FakeSaver:
    """A saver that keeps its text in memory, for tests of widgets without a dossier."""

    text: str = ""
    state: FakeState = field(default_factory=FakeState)
    edits: list[tuple[int, int, str]] = field(default_factory=list)
    left: int = 0
    ticks: int = 0
    dirty: bool = False

    def edited(self, start: int, end: int, inserted: str) -> None:
        self.edits.append((start, end, inserted))
        self.text = self.text[:start] + inserted + self.text[end:]

    def tick(self) -> None:
        self.ticks += 1

    def leave(self, *, wait: bool = False) -> None:
        self.left += 1
