"""A fault of the app in work beside the screen: logged and told, never fatal, nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from boce_tui.names import Key, Names, Person
from boce_tui.store import Dossier
from boce_tui.tui.about import open_about
from boce_tui.tui.app import BoceApp
from boce_tui.tui.handing_over import handing_over_door
from boce_tui.tui.recalibrating import recalibration_door
from boce_tui.tui.reporting.report import ReportScreen
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.sending import sending_door
from boce_tui.tui.unlock import with_names
from boce_tui.tui.widgets.note_area import NoteArea
from tests.decided import ROUND
from tests.example import example_env
from tests.support import make_env
from tests.tui.helpers import FakeSaver, OneWidget, make_app, press, shown, type_in

pytestmark = pytest.mark.usefixtures("planted")
SAID = "het geheime antwoord"


def broken(*_given: object, **_named: object) -> None:
    raise KeyError(SAID)


async def told_and_logged(app: BoceApp, folder: Path) -> None:
    """The app runs, the fault is in the footer and in the log, and what was said is in neither."""
    assert app.is_running
    assert "Er ging iets mis in de app zelf (KeyError" in app.message[0]
    assert "je kunt verder" in app.message[0]
    assert "Er ging iets mis" in shown(app)
    (log,) = (folder / "logs").iterdir()
    assert "in broken" in log.read_text(encoding="utf-8")
    assert SAID not in log.read_text(encoding="utf-8") + shown(app)


@pytest.mark.parametrize(
    ("place", "screen", "keys"),
    [
        ("boce_tui.tui.reporting.report.prepare", lambda _app: ReportScreen(), ()),
        ("boce_tui.tui.sending.sending.prepare", sending_door, ()),
        ("boce_tui.tui.recalibrating.session.published", recalibration_door, ()),
        ("boce_tui.store.Dossier.backup", open_about, ("k",)),
    ],
    ids=["report", "sending", "recalibration", "copy"],
)
async def test_a_screen_goes_on(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    place: str,
    screen: Callable[[BoceApp], BoceScreen],
    keys: tuple[str, ...],
) -> None:
    env = example_env(tmp_path)
    with Dossier.open(env.data_dir, env) as dossier:
        monkeypatch.setattr(place, broken)

        def start(app: BoceApp) -> BoceScreen:
            app.round_id = ROUND
            return screen(app)

        app = make_app(env, start, dossier)
        async with app.run_test(size=(120, 30)) as pilot:
            await press(pilot)
            await press(pilot, *keys)
            await told_and_logged(app, env.data_dir)
            await press(pilot, "f1")
            assert "Het hele bericht" in shown(app)


@pytest.mark.parametrize(
    ("place", "screen", "keys"),
    [
        ("boce_tui.tui.reporting.report.ReportScreen._show", lambda _app: ReportScreen(), ()),
        ("boce_tui.tui.sending.sending.SendingScreen._show", sending_door, ()),
        ("boce_tui.tui.about.screen.AboutScreen._copied", open_about, ("k",)),
        ("boce_tui.tui.handing_over.screen.HandingOverScreen._made", handing_over_door, ("enter",)),
    ],
    ids=["report", "sending", "copy", "handing over"],
)
async def test_a_screen_goes_on_when_it_cannot_show_what_was_made(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    place: str,
    screen: Callable[[BoceApp], BoceScreen],
    keys: tuple[str, ...],
) -> None:
    env = example_env(tmp_path)
    with Dossier.open(env.data_dir, env) as dossier:
        monkeypatch.setattr(place, broken)

        def start(app: BoceApp) -> BoceScreen:
            app.round_id = ROUND
            return screen(app)

        app = make_app(env, start, dossier)
        async with app.run_test(size=(120, 30)) as pilot:
            await press(pilot)
            await press(pilot, *keys)
            await told_and_logged(app, env.data_dir)
            assert not app.screen.at_work, "keys are waited for no longer"  # type: ignore[attr-defined]
            await press(pilot, "ctrl+p")
            assert type(app.screen).__name__ == "PaletteScreen"


async def test_what_is_typed_lives_on_when_a_screen_cannot_show_a_result(tmp_path: Path) -> None:
    env = make_env(tmp_path)
    saver: Any = FakeSaver()
    with Dossier.create(env.data_dir, env) as dossier:
        app = make_app(env, lambda _app: OneWidget(NoteArea("", saver=saver)), dossier)
        async with app.run_test(size=(120, 30)) as pilot:
            await type_in(pilot, "getypt")
            app.in_background(lambda: "klaar", broken)
            await press(pilot)
            await told_and_logged(app, env.data_dir)
            assert saver.text == "getypt"
            assert saver.left, "what was typed is saved before anything else"
            app.in_background(lambda: broken(), lambda _nothing: None, broken)
            await press(pilot)
            assert app.is_running, "nor when it cannot even tell that it failed"
            await type_in(pilot, "!")
            assert saver.text == "getypt!"


async def test_the_passphrase_can_be_typed_again_and_what_was_typed_is_kept(tmp_path: Path) -> None:
    class FaultyNames(Names):
        def unlock(self, key: Key | str) -> None:
            broken(key)

    env = make_env(tmp_path)
    saver: Any = FakeSaver()
    with Dossier.create(env.data_dir, env) as dossier:
        names = Names(dossier.folder)
        names.create("een lange wachtzin van vier")
        names.put({"R01": Person(name="Xaveer Wolkenveld")})
        app = make_app(env, lambda _app: OneWidget(NoteArea("", saver=saver)), dossier)
        app.names = FaultyNames(dossier.folder)
        async with app.run_test(size=(120, 30)) as pilot:
            await type_in(pilot, "getypt")
            with_names(app, lambda _names: None)
            await press(pilot)
            await type_in(pilot, "wachtzin")
            await press(pilot, "enter")
            await told_and_logged(app, env.data_dir)
            assert saver.text == "getypt"
            assert saver.left, "what was typed is saved before anything else"
            assert "Wachtzin van het namenbestand" in shown(app)
            assert "ontgrendelen..." not in shown(app)
            await press(pilot, "escape")
            await type_in(pilot, "!")
            assert saver.text == "getypt!"
