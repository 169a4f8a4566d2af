"""Text of the report that was typed when the app was killed comes back where it was typed."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from boce_tui.domain.analysis import ChapterText
from boce_tui.env import Env
from boce_tui.store import Dossier
from boce_tui.tui.app import BoceApp
from boce_tui.tui.reporting.chapter_texts import ChapterTextsScreen
from tests.example import example_env
from tests.tui.helpers import make_app, shown

KEY = "2041/1.1"


def killed_while_typing(env: Env) -> Env:
    """The dossier as a killed app leaves it: typed in the draft log, not in a revision."""
    folder = env.data_dir.with_name("killed")
    with Dossier.open(env.data_dir, env) as dossier:
        item = dossier.get(ChapterText, KEY)
        assert item is not None
        assert item.value is not None
        draft = dossier.drafts.open(f"chapter_text:{KEY}:text", item.value.text, item.id)
        draft.edit(0, 0, "Net getypt. ")
        shutil.copytree(env.data_dir, folder)
    return replace(env, data_dir=folder)


async def test_two_texts_are_named_at_the_start_and_shown_side_by_side(tmp_path: Path) -> None:
    """The dossier went on without what was typed: the first line says so, its door shows both."""
    env = killed_while_typing(example_env(tmp_path))
    with Dossier.open(env.data_dir, env) as dossier:
        dossier.save(ChapterText(text="Elders anders geschreven."), KEY)
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, "boce_tui.tui.home:home_screen", dossier)  # type: ignore[arg-type]
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.pause()
            assert "Twee teksten: Tekst 1.1 van het rapport" in shown(app)
            await pilot.press("tab", "home", "enter")
            await pilot.pause()
            for words in (
                "De bewaarde tekst",
                "Elders anders geschreven.",
                "Net getypt. In februari 2018",
                "nieuwe woorden",
            ):
                assert words in shown(app)
            await pilot.press("escape")
            await pilot.pause()
            assert dossier.drafts.recovered(), "nothing was decided: both are kept"
            await pilot.press("escape", "home", "enter")
            await pilot.pause()
            await pilot.press("3")
            await pilot.pause()
            await pilot.press("escape")
            await pilot.pause()
        item = dossier.value(ChapterText, KEY)
        assert item is not None
        assert item.text.startswith("Elders anders geschreven.\n\nNet getypt. In februari 2018")
        assert not dossier.drafts.recovered()


async def test_a_hand_written_text_is_brought_back(tmp_path: Path) -> None:
    env = killed_while_typing(example_env(tmp_path))
    with Dossier.open(env.data_dir, env) as dossier:

        def start(app: BoceApp) -> ChapterTextsScreen:
            app.round_id = "2041"
            return ChapterTextsScreen(KEY)

        app = make_app(env, start, dossier)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert "Net getypt. In februari 2018" in shown(app)
            assert "Teruggehaald: 12 tekens" in shown(app)
            app.savers.flush()
        item = dossier.value(ChapterText, KEY)
        assert item is not None
        assert item.text.startswith("Net getypt. ")
        assert not dossier.drafts.recovered()
