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
