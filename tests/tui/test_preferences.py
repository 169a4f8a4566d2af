from __future__ import annotations

from pathlib import Path

import pytest

from boce_tui.tui import preferences
from tests.tui.helpers import OneWidget, make_app


async def test_the_colours_are_the_same_next_time(tmp_path: Path) -> None:
    app = make_app(tmp_path, lambda _app: OneWidget())
    app.env.data_dir.mkdir()
    async with app.run_test():
        await app.run_action("app.theme")
    again = make_app(tmp_path, lambda _app: OneWidget())
    assert again.theme == app.theme == "donker"
    assert make_app(tmp_path, environ={"BOCE_THEME": "contrast"}).theme == "contrast"


@pytest.mark.parametrize("content", ["", "[1]", "{", '{"theme": 7}', '{"theme": "paars"}'])
def test_nonsense_in_the_file_is_no_problem(tmp_path: Path, content: str) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / preferences.FILE).write_text(content)
    assert make_app(tmp_path).theme == "licht"


def test_a_folder_that_is_not_there_is_no_problem(tmp_path: Path) -> None:
    preferences.remember(tmp_path / "nergens", "theme", "donker")
    assert preferences.load(tmp_path / "nergens") == {}


def test_choices_are_kept_beside_each_other(tmp_path: Path) -> None:
    preferences.remember(tmp_path, "theme", "donker")
    preferences.remember(tmp_path, "other", "x")
    assert preferences.load(tmp_path) == {"theme": "donker", "other": "x"}
    assert [path.name for path in tmp_path.iterdir()] == [preferences.FILE]
