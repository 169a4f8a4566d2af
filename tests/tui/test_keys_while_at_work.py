"""What is typed while a screen is making something waits for it, and is never lost without saying so."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual import events

from boce_tui.cycle.merging import make
from boce_tui.store import Dossier
from boce_tui.tui.merging import open_merging, screen
from tests.support import make_env
from tests.tui.helpers import make_app
from tests.tui.planning.desk import Desk
from tests.tui.quiet import held_up_by


@asynccontextmanager
async def making_a_bundle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[tuple[Desk, threading.Event]]:
    """The bundle is being made, and is not ready before the test says so."""
    env = make_env(tmp_path, environ={"BOCE_BUNDLE_KEY_FILE": str(tmp_path / "key")})
    (tmp_path / "key").write_text("een goede wachtzin")
    (tmp_path / "stick").mkdir()
    ready = held_up_by(threading.Event())
    really = make

    def slowly(*args: object, **kwargs: object) -> object:
        assert ready.wait(30)
        return really(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(screen, "make", slowly)
    with Dossier.create(env.data_dir, env) as dossier:
        app = make_app(env, open_merging, dossier)
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.pause()
            desk = Desk(app, pilot, dossier)
            await desk.press("b")
            await desk.clear()
            await desk.type(str(tmp_path / "stick"))
            await desk.press("enter")
            assert "De bundel wordt gemaakt" in desk.text
            try:
                yield desk, ready
            finally:
                ready.set()


async def type_ahead(desk: Desk, text: str) -> None:
    for char in text:
        await desk.pilot.press({"/": "slash", "-": "minus", ".": "full_stop"}.get(char, char))


async def test_words_typed_while_a_bundle_is_made_arrive_when_it_is_ready(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with making_a_bundle(tmp_path, monkeypatch) as (desk, ready):
        await type_ahead(desk, "m")
        desk.app.post_message(events.Paste("~/van-els.boce"))
        await desk.pilot.pause()
        assert "Wat je typt, wacht tot het klaar is" in desk.text
        ready.set()
        await desk.kept()
        while not desk.app.key_order.idle:
            await desk.pilot.pause()
        assert "Welke bundel?" in desk.text
        assert "van-els.boce" in desk.text
        assert "Nog bezig" not in desk.text
        assert [*(tmp_path / "stick").iterdir()], "the bundle itself was made"


async def test_esc_drops_what_waits_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with making_a_bundle(tmp_path, monkeypatch) as (desk, ready):
        await type_ahead(desk, "m")
        await desk.press("escape")
        assert "Wat je ondertussen typte, is niet gebruikt" in desk.text
        ready.set()
        await desk.kept()
        assert "De bundel staat in" in desk.text
        assert "Welke bundel?" not in desk.text


async def test_an_enter_does_not_wait_for_what_nobody_has_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with making_a_bundle(tmp_path, monkeypatch) as (desk, ready):
        await desk.press("enter")
        assert "enter doet niets tot het klaar is" in desk.text
        ready.set()
        await desk.kept()
        assert "De bundel staat in" in desk.text
