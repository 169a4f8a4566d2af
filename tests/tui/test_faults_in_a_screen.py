"""A fault of the app in our own code on a screen: logged and told; the app goes on wherever that is safe."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from weakref import ref

import pytest
from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from boce_tui.locale import set_language
from boce_tui.store import Dossier
from boce_tui.tui import faults, key_order
from boce_tui.tui.app import BoceApp
from boce_tui.tui.faults import FaultBook
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.widgets.dialogs import ask_text, confirm
from boce_tui.tui.widgets.note_area import NoteArea
from boce_tui.tui.working.pick import Choice, pick
from boce_tui.tui.working.screen import WorkingScreen
from tests.faults import FaultWatch
from tests.support import make_env
from tests.tui.helpers import FakeSaver, FakeState, OneWidget, make_app, press, shown, type_in

pytestmark = pytest.mark.usefixtures("planted")
SAID = "het geheime antwoord"
UNOPENED = "Dat scherm ging niet open"


def broken(*_given: object) -> Any:
    raise RuntimeError(SAID)


async def broken_later() -> None:
    await asyncio.sleep(0)
    broken()


class Desk(OneWidget):
    """A text field with a saver, and keys that fail."""

    BINDINGS = [("f2", "fail", ""), ("f3", "wait_and_fail", ""), ("f4", "app.fail", "")]  # noqa: RUF012

    def __init__(self, *more: Widget) -> None:
        self.saver = FakeSaver()
        saver: Any = self.saver
        super().__init__(NoteArea("", saver=saver), *more)

    def action_fail(self) -> None:
        broken()

    async def action_wait_and_fail(self) -> None:
        await broken_later()

    def key_f5(self) -> None:
        broken()


class Fragile(Static, can_focus=True):
    """A widget that fails in its own handlers."""

    async def on_key(self, event: events.Key) -> None:
        if event.key == "f6":
            await broken_later()


def desk(app: BoceApp) -> Desk:
    assert isinstance(app.screen_stack[0], Desk)
    return app.screen_stack[0]


async def told(app: BoceApp, folder: Path, *, unopened: bool = False) -> None:
    """The app runs, the fault is on the screen and in the log, and what was said is in neither."""
    assert app.is_running
    assert not app.crash_lines
    message = app.message[0]
    assert "Er ging iets mis in de app zelf (RuntimeError" in message
    assert "Wat je typte is bewaard, en je kunt verder." in message
    assert (UNOPENED in message) == unopened
    assert "Gebeurt het weer?" in message
    assert "Er ging iets mis in de app zelf" in shown(app)
    assert "Traceback" not in shown(app)
    (log,) = (folder / "logs").iterdir()
    written = log.read_text(encoding="utf-8")
    assert "in broken" in written
    assert SAID not in written + shown(app) + message


@pytest.fixture
def app(tmp_path: Path) -> Iterator[BoceApp]:
    env = make_env(tmp_path)
    with Dossier.create(env.data_dir, env) as dossier:
        yield make_app(env, lambda _app: Desk(Fragile()), dossier)


async def goes_on(app: BoceApp, pilot: Any) -> None:
    """The text from before is saved, and typing goes on where it was."""
    assert desk(app).saver.text == "getypt"
    assert desk(app).saver.left, "what was typed is saved before anything else"
    desk(app).query_one(NoteArea).focus()
    await type_in(pilot, "!")
    assert desk(app).saver.text == "getypt!"
    assert "getypt!" in shown(app)
    await press(pilot, "ctrl+p")
    assert type(app.screen).__name__ == "PaletteScreen"


# --- commands, messages, answers --------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["f2", "f3", "f5"])
async def test_a_command_or_key_that_fails(app: BoceApp, key: str) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await type_in(pilot, "getypt")
        await press(pilot, key)
        await told(app, app.env.data_dir)
        await goes_on(app, pilot)


async def test_a_command_of_the_app_that_fails(app: BoceApp, monkeypatch: pytest.MonkeyPatch) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await type_in(pilot, "getypt")
        monkeypatch.setattr(BoceApp, "action_help", broken)
        await press(pilot, "f1")
        await told(app, app.env.data_dir)
        await goes_on(app, pilot)


async def test_a_widget_that_fails_still_listens(app: BoceApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await type_in(pilot, "getypt")
        app.screen.query_one(Fragile).focus()
        await press(pilot, "f6")
        await told(app, app.env.data_dir)
        await press(pilot, "x")
        assert not app.message[0]
        await press(pilot, "f6")
        assert "RuntimeError" in app.message[0], "it heard the second one too"
        await goes_on(app, pilot)


async def test_a_screen_that_fails_to_say_whether_a_key_is_for_it(
    app: BoceApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await type_in(pilot, "getypt")
        monkeypatch.setattr(
            key_order, "_PATIENCE", 1000
        )  # the next key does not wait until somebody loses it
        with monkeypatch.context() as patch:
            patch.setattr(Desk, "takes", broken)
            await press(pilot, "x")
        await told(app, app.env.data_dir)
        await goes_on(app, pilot)


@pytest.mark.parametrize("of_app", [True, False], ids=["the app", "the screen"])
@pytest.mark.parametrize("how", ["call_later", "call_next", "call_after_refresh"])
async def test_what_was_put_off_fails(app: BoceApp, how: str, of_app: bool) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await type_in(pilot, "getypt")
        getattr(app if of_app else app.screen, how)(broken_later)
        await press(pilot)
        await told(app, app.env.data_dir)
        await goes_on(app, pilot)


async def test_a_line_that_was_typed_stands_there_again(app: BoceApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await type_in(pilot, "getypt")
        ask_text(app, "Hoe heet het?", broken)
        await press(pilot)
        await type_in(pilot, "een lange naam")
        await press(pilot, "enter")
        await told(app, app.env.data_dir)
        assert "een lange naam" in shown(app), "nothing that was typed is lost"
        assert len(app.screen_stack) == 2
        await press(pilot, "escape")
        await goes_on(app, pilot)


@pytest.mark.parametrize("of_app", [True, False], ids=["the app", "the screen"])
@pytest.mark.parametrize(
    ("ask", "keys"),
    [
        (lambda app: confirm(app, "Weg ermee?", broken, yes="Weg"), ("j",)),
        (lambda app: pick(app, "Welke?", [Choice("a", "eerste")], broken), ("enter",)),
        (lambda app: app.push_screen(Closing(), lambda _answer: broken_later()), ("f8",)),
    ],
    ids=["confirm", "pick", "a screen that answers"],
)
async def test_what_follows_an_answer_fails(
    app: BoceApp, ask: Callable[[BoceApp], None], keys: tuple[str, ...], of_app: bool
) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await type_in(pilot, "getypt")
        (app if of_app else app.screen).call_later(ask, app)
        await press(pilot)
        box = app.screen
        await press(pilot, *keys)
        await told(app, app.env.data_dir)
        assert len(app.screen_stack) == 1
        assert not box.is_running, "it is closed for good, and so are the text fields in it"
        await goes_on(app, pilot)


class Closing(BoceScreen):
    def key_f8(self) -> None:
        self.dismiss("ja")


async def test_it_never_says_kept_of_what_is_kept_nowhere(app: BoceApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await type_in(pilot, "getypt")
        desk(app).saver.state = Nowhere("not_saved", reason="schijf vol")
        await press(pilot, "f2")
        assert "Wat je typte is bewaard" not in app.message[0]
        assert "Niet alles wat je typte kon worden bewaard" in app.message[0]
        assert app.is_running, "ending it would lose the text"


async def test_it_is_told_in_english_too(app: BoceApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await press(pilot)
        set_language("en")
        app.open(AtMount())
        await press(pilot)
        for words in ("Something went wrong in the app itself", "was typed is kept", "could not be opened"):
            assert words in app.message[0]


class Nowhere(FakeState):
    in_draft = False


# --- opening a screen -------------------------------------------------------------------------------------


class AtMount(BoceScreen):
    def on_mount(self) -> None:
        broken()


class AtCompose(BoceScreen):
    def compose_body(self) -> ComposeResult:
        yield Static(Content("half"))
        broken()

    def on_mount(self) -> None:
        self.query_one("#never")


class NotComposed(BoceScreen):
    def compose_body(self) -> Any:
        return broken


class AtShow(WorkingScreen):
    def show(self) -> None:
        broken()


class AtResume(BoceScreen):
    def on_screen_resume(self) -> None:
        broken()


class _PartAtMount(Static):
    def on_mount(self) -> None:
        broken()


class _PartAtCompose(Static):
    def compose(self) -> ComposeResult:
        yield broken()


class PartAtMount(BoceScreen):
    def compose_body(self) -> ComposeResult:
        yield _PartAtMount()


class PartAtCompose(BoceScreen):
    def compose_body(self) -> ComposeResult:
        yield _PartAtCompose()


class WithBoxOnTop(BoceScreen):
    def on_mount(self) -> None:
        confirm(self.boce, "Doorgaan?", lambda: None, yes="Ja")
        broken()


KINDS = [AtMount, AtCompose, AtShow, AtResume, PartAtMount, PartAtCompose, WithBoxOnTop]


@pytest.mark.parametrize("kind", KINDS)
async def test_a_screen_that_cannot_be_opened_is_closed_again(app: BoceApp, kind: type[BoceScreen]) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await type_in(pilot, "getypt")
        opened = kind()
        seen = ref(opened)
        app.screen.call_later(app.open, opened)
        del opened
        await press(pilot)
        assert app.screen_stack == [desk(app)], "back where one was"
        await told(app, app.env.data_dir, unopened=True)
        await press(pilot, "ctrl+p", "escape")
        gc.collect()
        assert seen() is None or not seen().is_running, "nothing of it stays"  # type: ignore[union-attr]
        await goes_on(app, pilot)


async def test_a_screen_that_composes_nonsense_is_closed_again(app: BoceApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await type_in(pilot, "getypt")
        app.open(NotComposed())
        await press(pilot)
        assert app.screen_stack == [desk(app)]
        assert UNOPENED in app.message[0]
        await goes_on(app, pilot)


async def test_a_screen_that_cannot_be_made_is_never_opened(app: BoceApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await type_in(pilot, "getypt")
        app.screen.call_later(app.open, f"{__name__}:broken")
        await press(pilot)
        assert app.screen_stack == [desk(app)]
        assert app.message[0]
        await goes_on(app, pilot)


async def test_coming_back_to_a_screen_that_fails_leaves_it_open(app: BoceApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await type_in(pilot, "getypt")
        app.open(OneWidget())
        await press(pilot)
        under = desk(app)
        under.__class__ = type("AtReturn", (Desk,), {"on_screen_resume": broken})
        await press(pilot, "escape")
        await told(app, app.env.data_dir)
        assert app.screen_stack == [under]


# --- timers -----------------------------------------------------------------------------------------------


async def test_a_timer_that_fails_once(app: BoceApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await type_in(pilot, "getypt")
        done = asyncio.Event()

        def ring() -> None:
            done.set()
            broken()

        app.screen.set_timer(0.001, ring)
        await done.wait()
        await press(pilot)
        await told(app, app.env.data_dir)
        await goes_on(app, pilot)


async def test_the_saving_goes_on_after_a_fault_in_it(app: BoceApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await type_in(pilot, "getypt")
        saver, rung, before = desk(app).saver, asyncio.Event(), desk(app).saver.ticks

        def tick() -> None:
            saver.ticks += 1
            if saver.ticks == before + 1:
                broken()
            rung.set()

        saver.tick = tick  # type: ignore[method-assign]
        await rung.wait()
        await press(pilot)
        await told(app, app.env.data_dir)
        await goes_on(app, pilot)


# --- where going on is not safe ---------------------------------------------------------------------------


async def ends(app: BoceApp, begin: Callable[[Any], Any]) -> None:
    """The app ends by itself with the explanation, and re-raises the fault for the tests."""
    savers = []

    async def until_the_end() -> None:
        async with app.run_test(size=(120, 30)) as pilot:
            await type_in(pilot, "getypt")
            savers.append(desk(app).saver)
            await begin(pilot)
            async with asyncio.timeout(30):
                while app._running:
                    await asyncio.sleep(0.01)

    with pytest.raises(RuntimeError, match="geheime"):
        await until_the_end()
    (saver,) = savers
    assert app.return_code == 1
    assert len(app.crash_lines) == 3
    assert SAID not in " ".join(app.crash_lines)
    assert "klad" in app.crash_lines[1]
    assert saver.text == "getypt"
    assert saver.left
    for log in (app.env.data_dir / "logs").iterdir():
        assert SAID not in log.read_text(encoding="utf-8")


async def test_a_timer_that_fails_for_ever_ends_the_app(app: BoceApp) -> None:
    times = []

    def ring() -> None:
        times.append(1)
        broken()

    async def begin(pilot: Any) -> None:
        pilot.app.screen.set_interval(0.001, ring)

    await ends(app, begin)
    assert len(times) >= 5
    assert len([*(app.env.data_dir / "logs").iterdir()]) <= 6


async def test_a_message_that_brings_itself_again_ends_the_app(app: BoceApp) -> None:
    def again() -> None:
        app.screen.call_later(again)
        broken()

    async def begin(pilot: Any) -> None:
        pilot.app.screen.call_later(again)

    await ends(app, begin)


async def test_a_key_that_fails_every_time_ends_the_app(app: BoceApp) -> None:
    async def begin(pilot: Any) -> None:
        for _time in range(4):
            await press(pilot, "f2")
            assert not app.crash_lines
        await pilot.press("f2")

    await ends(app, begin)


@pytest.mark.parametrize("boxed", [False, True], ids=["screen", "under a box"])
async def test_a_fault_in_drawing_ends_the_app(app: BoceApp, boxed: bool) -> None:
    async def begin(pilot: Any) -> None:
        if boxed:
            confirm(app, "Doorgaan?", lambda: None, yes="Ja")
            await press(pilot)
        fragile = desk(app).query_one(Fragile)
        fragile.render = broken  # type: ignore[method-assign]
        fragile.refresh()

    await ends(app, begin)
    assert len([*(app.env.data_dir / "logs").iterdir()]) == 1, "at the first one"


async def test_a_fault_in_the_layout_ends_the_app(app: BoceApp) -> None:
    async def begin(pilot: Any) -> None:
        fragile = pilot.app.screen.query_one(Fragile)
        fragile.get_content_height = broken
        fragile.refresh(layout=True)

    await ends(app, begin)


async def test_a_letter_that_was_half_taken_in_ends_the_app(app: BoceApp) -> None:
    """Going on, the text that is kept and the one on the screen could be two texts."""

    async def begin(pilot: Any) -> None:
        desk(app).saver.edited = broken  # type: ignore[method-assign, assignment]
        await pilot.press("x")

    await ends(app, begin)


async def test_a_message_that_cannot_be_told_ends_the_app(
    app: BoceApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def begin(pilot: Any) -> None:
        monkeypatch.setattr(BoceApp, "tell", broken)
        await pilot.press("f2")

    await ends(app, begin)


@pytest.mark.parametrize("kind", [AtMount, AtCompose, PartAtMount])
async def test_without_a_first_screen_there_is_nothing_to_go_on_with(
    tmp_path: Path, kind: type[BoceScreen]
) -> None:
    app = make_app(tmp_path, lambda _app: kind())
    with pytest.raises(RuntimeError, match="geheime"):
        async with app.run_test():
            pass
    assert len(app.crash_lines) == 3


async def test_a_first_screen_that_takes_the_place_of_another_ends_it_too(app: BoceApp) -> None:
    async def begin(_pilot: Any) -> None:
        app.switch_screen(AtMount())

    await ends(app, begin)


async def test_what_textual_does_not_outlive_ends_the_app(app: BoceApp) -> None:
    """Caught where nobody said that it goes on by itself: it might never react again."""
    with pytest.raises(RuntimeError):
        app.faults.take(RuntimeError(SAID))  # nothing stands there yet
    async with app.run_test(size=(120, 30)) as pilot:
        await press(pilot)
        with pytest.raises(RuntimeError):
            app.faults.take_caught(RuntimeError(SAID))
        assert not app.message[0]


# --- the rule itself, and the tests ------------------------------------------------------------------------


def test_five_within_ten_seconds_are_too_many_and_never_when_further_apart() -> None:
    for step, expected in ((2.4, [False] * 4 + [True]), (2.6, [False] * 5)):
        now = [0.0]
        book = FaultBook(lambda now=now: now[0])  # type: ignore[misc]
        ended = []
        for number in range(5):
            now[0] += step
            ended.append(book.too_many(type(f"Fault{number}", (Exception,), {})()))
        assert ended == expected


def test_the_fifth_at_one_place_is_one_too_many_however_long_it_takes() -> None:
    now = [0.0]
    book = FaultBook(lambda: now[0])
    ended = []
    for _hour in range(5):
        now[0] += 3600
        try:
            broken()
        except RuntimeError as error:
            ended.append(book.too_many(error))
    assert ended == [False] * 4 + [True]


def test_a_fault_that_no_test_planted_fails_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    watch = FaultWatch(monkeypatch)
    watch.check()
    app = make_app(tmp_path)
    monkeypatch.setattr(app, "tell", lambda *_given: None)
    app.tell_failure(RuntimeError(SAID))
    with pytest.raises(AssertionError, match="did not plant"):
        watch.check()


def test_every_widget_is_guarded(tmp_path: Path) -> None:
    make_app(tmp_path)
    kinds, seen = [Widget], []
    while kinds:
        kind = kinds.pop()
        seen.append(kind)
        kinds += kind.__subclasses__()
        assert kind._on_message is faults._on_message, kind
    assert len(seen) > 50
