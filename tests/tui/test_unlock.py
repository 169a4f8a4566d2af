"""The names are unlocked beside the screen: it goes on answering while a passphrase is tried."""

from __future__ import annotations

import threading
from pathlib import Path

from boce_tui.names import Key, Names, Person
from boce_tui.store import Dossier
from boce_tui.tui.app import BoceApp
from boce_tui.tui.unlock import session_names, with_names
from boce_tui.tui.widgets.note_area import NoteArea
from tests.support import make_env
from tests.tui.helpers import OneWidget, make_app, shown
from tests.tui.quiet import held_up_by

PASSPHRASE = "een lange wachtzin van vier"


class SlowNames(Names):
    """Names of which unlocking lasts until the test lets it go on."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.go_on = held_up_by(threading.Event())
        self.threads: list[int] = []

    def unlock(self, key: Key | str) -> None:
        """Note the thread, wait, unlock."""
        self.threads.append(threading.get_ident())
        assert self.go_on.wait(30), "the test forgot to let it go on"
        super().unlock(key)


def with_names_file(dossier: Dossier) -> SlowNames:
    names = Names(dossier.folder)
    names.create(PASSPHRASE)
    names.put({"R01": Person(name="Xaveer Wolkenveld")})
    return SlowNames(dossier.folder)


async def until(app: BoceApp, words: str, pause: object) -> None:
    for _turn in range(400):
        await pause(0.05)  # type: ignore[operator]
        if words in shown(app):
            return
    raise AssertionError(f"{words!r} never came:\n{shown(app)}")


async def test_the_app_answers_while_a_passphrase_is_tried(tmp_path: Path) -> None:
    env = make_env(tmp_path)
    with Dossier.create(env.data_dir, env) as dossier:
        app = make_app(env, lambda _app: OneWidget(NoteArea()), dossier)
        names = app.names = with_names_file(dossier)
        got: list[bool] = []
        async with app.run_test(size=(80, 24)) as pilot:
            with_names(app, lambda found: got.append(found.unlocked))
            await pilot.pause()
            await pilot.press(*"mis", "enter", "enter")
            await until(app, "ontgrendelen...", pilot.pause)
            await pilot.press("f1")
            await pilot.pause()
            assert "Overal" in shown(app)  # help came, while the thread is still trying
            await pilot.press("escape")
            names.go_on.set()
            await until(app, "past niet op het namenbestand", pilot.pause)
            assert got == []
            assert "Wachtzin van het namenbestand" in shown(app)
            assert len(names.threads) == 1
            for char in PASSPHRASE:
                await pilot.press("space" if char == " " else char)
            await pilot.press("enter")
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert got == [True]
            assert threading.get_ident() not in names.threads


async def test_who_does_not_want_to_wait_goes_on_without_names(tmp_path: Path) -> None:
    env = make_env(tmp_path)
    with Dossier.create(env.data_dir, env) as dossier:
        app = make_app(env, lambda _app: OneWidget(NoteArea()), dossier)
        names = app.names = with_names_file(dossier)
        got: list[bool] = []
        async with app.run_test(size=(80, 24)) as pilot:
            with_names(app, lambda found: got.append(found.unlocked))
            await pilot.pause()
            await pilot.press("a", "enter", "escape")
            await pilot.pause()
            assert got == [False]
            names.go_on.set()
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert "Wachtzin" not in shown(app)


async def test_a_passphrase_in_a_key_file_is_tried_beside_the_screen(tmp_path: Path) -> None:
    key_file = tmp_path / "sleutel.txt"
    key_file.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    key_file.chmod(0o600)
    env = make_env(tmp_path, environ={"BOCE_KEY_FILE": str(key_file)})
    shows: list[bool] = []

    class Naming(OneWidget):
        def on_language(self) -> None:
            shows.append(session_names(self.boce).unlocked)

    with Dossier.create(env.data_dir, env) as dossier:
        app = make_app(env, lambda _app: Naming(NoteArea()), dossier)
        names = app.names = with_names_file(dossier)
        async with app.run_test(size=(80, 24)) as pilot:
            assert not session_names(app).unlocked
            assert not session_names(app).unlocked
            names.go_on.set()
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert shows == [True]
            assert len(names.threads) == 1
