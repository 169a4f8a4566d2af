"""About this dossier: folder, copies, names, and what is wrong with the place."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import Binding

from boce_tui.domain.agenda import Agenda
from boce_tui.store import Dossier
from boce_tui.store.backups import listed
from boce_tui.tui.about import open_about
from boce_tui.tui.widgets.line_area import LineArea
from boce_tui.tui.widgets.pick_list import Column, PickList
from tests.example import example_env
from tests.support import make_env
from tests.tui.helpers import OneWidget, make_app, shown


async def test_folder_version_copies_and_names(tmp_path: Path) -> None:
    env = example_env(tmp_path)
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, open_about, dossier)
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            for words in (
                str(env.data_dir),
                "nog geen",
                "van het slot",
                "iedereen erin is verzonnen",
                "boce ",
            ):
                assert words in "".join(shown(app).split("\n")) or words in shown(app), words
            await pilot.press("k")
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert "De kopie is gemaakt" in shown(app)
            assert "1 kopie in backups" in shown(app)
        assert [backup.reason for backup in listed(env.data_dir)] == ["manual"]


async def test_from_the_palette_and_locked_names_are_unlocked(tmp_path: Path) -> None:
    from boce_tui.names import Names, Person

    env = make_env(tmp_path)
    with Dossier.create(env.data_dir, env) as dossier:
        names = Names(env.data_dir)
        names.create("een lange wachtzin van vier")
        names.put({"R01": Person(name="Xaveer Wolkenveld")})
        app = make_app(env, None, dossier)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("ctrl+p")
            await pilot.pause()
            for char in "over dit":
                await pilot.press("space" if char == " " else char)
            await pilot.press("enter")
            await pilot.pause()
            assert "op slot" in shown(app)
            await pilot.press("o")
            await pilot.pause()
            for char in "een lange wachtzin van vier":
                await pilot.press("space" if char == " " else char)
            await pilot.press("enter")
            await pilot.pause()
            assert "van het slot voor deze sessie" in shown(app)
            await pilot.press("o")
            await pilot.pause()
            assert "Wachtwoord" not in shown(app)


async def test_a_synchronised_folder_is_told_at_the_start_and_here(tmp_path: Path) -> None:
    env = make_env(tmp_path / "OneDrive - Gemeente")
    with Dossier.create(env.data_dir, env) as dossier:
        app = make_app(env, open_about, dossier)
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.pause()
            await pilot.pause()
            assert shown(app).count("OneDrive synchroniseert deze map") == 2


async def test_the_daily_copy_is_made_by_itself(tmp_path: Path) -> None:
    env = make_env(tmp_path, now="2041-05-12T12:00:00")
    with Dossier.create(env.data_dir, env) as dossier:
        dossier.save(Agenda(name="Agenda"), "agenda")
    env = make_env(tmp_path, now="2041-05-14T12:00:00")
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, open_about, dossier)
        async with app.run_test() as pilot:
            await pilot.pause()
            dossier.later(lambda: None).result(60)
            assert [backup.reason for backup in listed(env.data_dir)] == ["daily"]


async def test_what_cannot_be_saved_is_told_and_the_app_goes_on(tmp_path: Path) -> None:
    """In a dossier that is open for reading, by a key as well as by what a widget says."""

    class Writes(OneWidget):
        BINDINGS: ClassVar = [Binding("x", "write")]

        def action_write(self) -> None:
            self.boce.dossier.save(Agenda(name="Anders"), "agenda")

        @on(LineArea.Submitted)
        def _submitted(self) -> None:
            self.action_write()

    env = example_env(tmp_path)
    with Dossier.open(env.data_dir, env, write=False) as dossier:
        for keys in (("tab", "x"), ("enter",)):
            line = LineArea()
            app = make_app(env, lambda _app, line=line: Writes(line, PickList(Column())), dossier)  # type: ignore[misc]
            async with app.run_test(size=(100, 30)) as pilot:
                await pilot.pause()
                app.tell("")
                await pilot.press(*keys)
                await pilot.pause()
                assert "Er is niets veranderd." in shown(app)
                assert app.crash_lines == []
                await pilot.press("f1")
                await pilot.pause()
                assert app.is_running
