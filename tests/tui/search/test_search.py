"""Search, by key: on its own screen and in the palette."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from boce_tui.tui.analysing.finding import FindingScreen
from boce_tui.tui.search import in_palette, search_screen
from boce_tui.tui.search.screen import SearchScreen
from boce_tui.tui.working.chain import ChainScreen
from boce_tui.tui.working.screen import NoRoundScreen
from tests.tui.helpers import check_golden, make_app, shown
from tests.tui.working_out import HOSTILE, Desk, Round1, desk


def shows(at: Desk, kind: type) -> bool:
    return isinstance(at.app.screen, kind)


def some(made: Round1) -> None:
    made.finding("De besluiten duren lang.")
    made.advice("Versnel het besluit.")


async def searching(at: Desk, words: str) -> None:
    await at.press("z")
    assert shows(at, SearchScreen)
    await at.type(words)


async def test_every_kind_with_its_place(tmp_path: Path) -> None:
    async with desk(tmp_path, "finding", prepare=some) as at:
        await searching(at, "besluit")
        check_golden("search-80x24", at.app)
        await at.press("f2", "f2", "f2", "f2", "f2")
        text = shown(at.app)
        assert "bevinding: 1 plaats" in text
        assert "R21" not in text
        await at.press("enter")
        assert shows(at, FindingScreen)
        await at.press("escape")
        assert shows(at, SearchScreen)
        assert "besluit" in shown(at.app)
        await at.press("f4")
        assert shows(at, ChainScreen)


async def test_too_little_and_nothing(tmp_path: Path) -> None:
    async with desk(tmp_path, "finding", prepare=some) as at:
        await searching(at, "b")
        assert "minstens twee letters" in shown(at.app)
        await at.type("estaatniet")
        assert "Nergens staan al deze woorden" in shown(at.app)
        await at.press("enter", "f4")
        assert shows(at, SearchScreen)


async def test_the_cursor_stays_on_the_best_while_typing(tmp_path: Path) -> None:
    async with desk(tmp_path, "finding", prepare=some) as at:
        await searching(at, "be")
        await at.press("down", "down")
        await at.type("sluit")
        assert cast(SearchScreen, at.app.screen)._list.view.cursor == 0


async def test_hostile_words_and_texts_are_harmless(tmp_path: Path) -> None:
    def prepare(made: Round1) -> None:
        made.finding("rood " + HOSTILE)

    async with desk(tmp_path, "finding", prepare=prepare, size=(120, 40)) as at:
        await searching(at, "rood")
        assert "[red]" in shown(at.app)
        await at.type(' [/red] AND " * (')
        assert shows(at, SearchScreen)


async def test_in_the_palette(tmp_path: Path) -> None:
    async with desk(tmp_path, "finding", prepare=some) as at:
        at.app.search = in_palette(at.app)
        await at.press("ctrl+p")
        await at.type("versnel")
        assert "Versnel het besluit." in shown(at.app)
        assert "Aanbeveling 1" in shown(at.app)
        await at.press("enter")
        await at.pilot.pause()
        assert "Aanbeveling 1" in shown(at.app).splitlines()[0]


async def test_without_a_round_it_says_what_to_do(tmp_path: Path) -> None:
    from boce_tui.store import Dossier
    from tests.support import make_env

    env = make_env(tmp_path)
    with Dossier.create(env.data_dir, env) as dossier:
        app = make_app(env, search_screen, dossier)
        async with app.run_test(size=(80, 24)):
            assert isinstance(app.screen, NoRoundScreen)
            assert "nog geen ronde" in shown(app)
