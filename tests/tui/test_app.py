"""The app around the screens: messages, saving, languages, leaving, breaking."""

from __future__ import annotations

import threading
from datetime import datetime
from pathlib import Path

import pytest
from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from boce_tui.cycle.saving import FieldSaver
from boce_tui.errors import BadInput
from boce_tui.locale import language, set_language
from boce_tui.store import Dossier
from boce_tui.store.engine import DiskFull, DriveGone, ReadOnlyPlace
from boce_tui.tui.app import BoceApp
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.text import assemble
from boce_tui.tui.widgets.dialogs import confirm
from boce_tui.tui.widgets.line_area import LineArea
from boce_tui.tui.widgets.note_area import NoteArea
from tests.support import make_env
from tests.tui.helpers import FakeSaver, FakeState, OneWidget, make_app, shown

NOON = datetime(2041, 5, 12, 14, 3, 22)  # noqa: DTZ001 - the time on the wall


def wall(app: BoceApp) -> str:
    return shown(app)


async def test_a_message_stays_until_the_next_key(tmp_path: Path) -> None:
    app = make_app(tmp_path, lambda _app: OneWidget(NoteArea(), place="hier"))
    async with app.run_test() as pilot:
        app.tell("Let op: [b]dit[/x] is \x1b[31mgek", "warning")
        await pilot.pause(0.3)
        assert "! Let op: [b]dit[/x] is �[31mgek" in wall(app)
        await pilot.press("a")
        assert "Let op" not in wall(app)
        app.tell("nog een")
        app.post_message(events.MouseDown(None, 5, 5, 0, 0, 1, False, False, False))
        await pilot.pause()
        assert "nog een" not in wall(app)


async def test_a_long_message_takes_a_line_more_and_the_keys_stay(tmp_path: Path) -> None:
    app = make_app(tmp_path, lambda _app: OneWidget(NoteArea()))
    async with app.run_test(size=(80, 24)) as pilot:
        app.tell(" ".join(f"woord{i}" for i in range(17)), "error")
        await pilot.pause()
        lines = wall(app).splitlines()
        assert "woord0" in lines[-3]
        assert lines[-2].endswith("woord16")
        assert "hulp" in lines[-1]
        await pilot.press("a")
        await pilot.pause()
        assert "woord" not in wall(app)
        assert wall(app).splitlines()[-2].startswith("────")


async def test_a_message_that_is_still_too_long_ends_at_a_word_and_help_has_it_whole(tmp_path: Path) -> None:
    app = make_app(tmp_path, lambda _app: OneWidget(NoteArea()))
    async with app.run_test(size=(60, 20)) as pilot:
        app.tell(" ".join(f"woord{i}" for i in range(30)))
        await pilot.pause()
        lines = wall(app).splitlines()
        assert lines[-2].split()[-2].rstrip("…") in {f"woord{i}" for i in range(30)}
        assert lines[-2].endswith("… f1")
        await pilot.press("f1")
        await pilot.pause()
        assert "Het hele bericht" in wall(app)
        assert "woord29" in wall(app)
        await pilot.press("escape", "f1")
        await pilot.pause()
        assert "Het hele bericht" not in wall(app)


async def test_the_save_words_follow_the_savers(tmp_path: Path) -> None:
    saver = FakeSaver()
    app = make_app(tmp_path, lambda _app: OneWidget(NoteArea(saver=saver), place="hier"))
    async with app.run_test() as pilot:

        async def line_one() -> str:
            before = saver.ticks
            while saver.ticks <= before + 1:
                await pilot.pause(0.02)
            return wall(app).splitlines()[0]

        assert (await line_one()).endswith("alles bewaard")
        saver.state = FakeState("saving")
        assert (await line_one()).endswith("bewaren...")
        saver.state = FakeState("saved", NOON)
        assert (await line_one()).endswith("bewaard 14:03:22")
        saver.state = FakeState("not_saved", NOON, "schijf vol, je tekst staat veilig in het klad")
        assert "NIET BEWAARD: schijf vol" in await line_one()


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize(
    "problem", [DiskFull("vol"), DriveGone("weg"), ReadOnlyPlace("dicht")], ids=["full", "gone", "read-only"]
)
async def test_why_nothing_is_saved_stands_there_whole_at_80_columns(
    tmp_path: Path, lang: str, problem: Exception
) -> None:
    env = make_env(tmp_path, lang=lang)
    with Dossier.create(tmp_path / "dossier", env) as dossier:
        set_language(lang)
        real = FieldSaver(dossier, "f", "", "", write=lambda _text: None, status=lambda _state: None)
        real.edited(0, 0, "woorden")
        saver = FakeSaver()
        saver.state = FakeState("not_saved", NOON, real._reason(problem))
        app = make_app(tmp_path, lambda _app: OneWidget(NoteArea(saver=saver), place="2041 G07 A2 Wonen"))
        set_language(lang)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause(0.3)
            set_language(lang)
            before = saver.ticks
            while saver.ticks <= before + 1:
                await pilot.pause(0.02)
            line = wall(app).splitlines()[0]
        assert line.endswith(f": {saver.state.reason}")
        assert "2041 G07" in line


async def test_a_field_that_is_gone_is_saved_to_the_end(tmp_path: Path) -> None:
    saver = FakeSaver(dirty=True)
    area = NoteArea(saver=saver)
    app = make_app(tmp_path, lambda _app: OneWidget(area, LineArea()))
    async with app.run_test() as pilot:
        await area.remove()
        before = saver.ticks
        while saver.ticks < before + 2:
            await pilot.pause(0.02)
        saver.dirty = False
        while not app.savers.empty:
            await pilot.pause(0.02)


async def test_leaving_flushes_every_field(tmp_path: Path) -> None:
    savers = [FakeSaver(), FakeSaver()]
    app = make_app(tmp_path, lambda _app: OneWidget(*(NoteArea(saver=saver) for saver in savers)))
    async with app.run_test() as pilot:
        await pilot.press("ctrl+q")
        assert [saver.left >= 1 for saver in savers] == [True, True]
    assert app.return_code == 0


async def test_leaving_waits_once_when_something_is_not_saved(tmp_path: Path) -> None:
    saver = FakeSaver(state=FakeState("not_saved", None, "schijf vol"))
    app = make_app(tmp_path, lambda _app: OneWidget(NoteArea(saver=saver)))
    async with app.run_test() as pilot:
        await pilot.press("ctrl+q")
        assert app.is_running
        assert "schijf vol" in wall(app)
        await pilot.press("ctrl+q")
    assert app.return_code == 0


async def test_control_c_never_leaves(tmp_path: Path) -> None:
    app = make_app(tmp_path, lambda _app: OneWidget(Static(assemble("x"))))
    async with app.run_test() as pilot:
        await pilot.press("ctrl+c", "ctrl+c")
        assert "^q" in wall(app)
        assert app.is_running


async def test_esc_goes_one_step_back_and_stays_on_the_first(tmp_path: Path) -> None:
    app = make_app(tmp_path, lambda _app: OneWidget(place="eerste"))
    async with app.run_test() as pilot:
        app.open(OneWidget(NoteArea("x"), place="tweede"))
        await pilot.pause()
        assert "tweede" in wall(app)
        await pilot.press("escape")
        assert "eerste" in wall(app)
        await pilot.press("escape")
        assert "eerste scherm" in wall(app)
        assert app.is_running


class Bilingual(BoceScreen):
    """Words that change, a text that must not."""

    def __init__(self) -> None:
        super().__init__()
        self.area = NoteArea("de tekst")
        self.label = Static(assemble("label"))

    def place(self) -> str:
        return "plaats" if language() == "nl" else "place"

    def compose_body(self) -> ComposeResult:
        yield self.label
        yield self.area

    def on_language(self) -> None:
        self.label.update(assemble("label" if language() == "nl" else "label in English"))


async def test_another_language_keeps_text_focus_and_cursor(tmp_path: Path) -> None:
    screen = Bilingual()
    app = make_app(tmp_path, lambda _app: screen)
    async with app.run_test() as pilot:
        await pilot.press("end", "!")
        await pilot.press("f9")
        text = wall(app)
        assert "place" in text
        assert "label in English" in text
        assert "help" in text.splitlines()[-1]
        assert (screen.area.text, screen.area.cursor_location) == ("de tekst!", (0, 9))
        assert app.focused is screen.area
        await pilot.press("ctrl+z")
        assert screen.area.text == "de tekst"
        await pilot.press("f9")
        assert "plaats" in wall(app)


async def test_work_in_the_background_comes_back_on_the_screen(tmp_path: Path) -> None:
    app = make_app(tmp_path)
    async with app.run_test() as pilot:
        found: list[object] = []
        here = threading.get_ident()
        app.in_background(threading.get_ident, lambda there: found.extend([there, threading.get_ident()]))
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert found[0] != here
        assert found[1] == here


@pytest.mark.usefixtures("planted")
async def test_a_problem_in_the_background_is_told_and_not_fatal(tmp_path: Path) -> None:
    def broken() -> None:
        raise BadInput("Dit bestand klopt niet.", hint="Kies een ander.")

    def bug() -> None:
        raise KeyError("het geheime antwoord")

    app = make_app(tmp_path)
    async with app.run_test() as pilot:
        app.in_background(broken, lambda _result: None)
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "Dit bestand klopt niet. Kies een ander." in wall(app)
        app.in_background(bug, lambda _result: None)
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "KeyError" in wall(app)
        assert app.is_running


@pytest.mark.usefixtures("planted")
async def test_a_crash_saves_logs_and_says_three_lines(tmp_path: Path) -> None:
    saver = FakeSaver()

    class Breaking(Static):
        broken = False

        def render(self) -> Content:
            answer = "het geheime antwoord"
            if self.broken:
                raise ValueError(answer)
            return Content("")

    class Screen(OneWidget):
        def key_f2(self) -> None:
            self.query_one(Breaking).broken = True
            self.query_one(Breaking).refresh()

    app = make_app(tmp_path, lambda _app: Screen(NoteArea("x", saver=saver), Breaking()))
    with pytest.raises(ValueError, match="geheime"):
        async with app.run_test() as pilot:
            await pilot.press("f2")
    assert saver.left >= 1
    assert len(app.crash_lines) == 3
    assert app.return_code == 1
    [log] = (app.env.data_dir / "logs").iterdir()
    written = log.read_text(encoding="utf-8")
    assert "in render" in written
    assert "ValueError" in written
    assert "geheime" not in written
    assert str(log) in app.crash_lines[2]


async def test_a_markup_error_is_a_crash_like_any_other(tmp_path: Path) -> None:
    app = make_app(tmp_path)
    async with app.run_test():
        app.panic("[/x]")
    assert len(app.crash_lines) == 3


async def test_a_dialog_keeps_help_and_quit_but_not_the_palette(tmp_path: Path) -> None:
    app = make_app(tmp_path)
    async with app.run_test() as pilot:
        confirm(app, "Zeker?", lambda: None, yes="Ja")
        await pilot.pause()
        await pilot.press("ctrl+p")
        assert "Zeker?" in wall(app)
        await pilot.press("f1")
        assert "Overal" in wall(app)
        await pilot.press("f1")
        assert "Zeker?" in wall(app)
        await pilot.press("escape")
        assert "Zeker?" not in wall(app)


async def test_no_animation_and_no_blinking(tmp_path: Path) -> None:
    area = NoteArea()
    app = make_app(tmp_path, lambda _app: OneWidget(area))
    async with app.run_test():
        assert app.animation_level == "none"
        assert not area.cursor_blink
