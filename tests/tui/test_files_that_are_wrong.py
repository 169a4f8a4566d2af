"""A file that is not what was asked for, opened from the screens: said in Dutch, and nothing changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from boce_tui.store import Dossier
from boce_tui.tui.widgets.line_area import LineArea
from tests.example import example_env
from tests.journeys.test_bad_surroundings import print_of
from tests.tui.helpers import make_app, press, shown

PEOPLE, MERGING, REVIEW = (
    f"boce_tui.tui.{door}"
    for door in ("planning:people_door", "merging:open_merging", "reviewing:review_door")
)
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
FILES = {
    "people in no encoding": (PEOPLE, "lijst.csv", "Naam;Rol\nZ".encode("utf-16")[3:]),
    "people, a picture": (PEOPLE, "lijst.csv", PNG),
    "people, empty": (PEOPLE, "lijst.csv", b""),
    "people, no workbook": (PEOPLE, "lijst.xlsx", b"PK\x03\x04 niet echt"),
    "people, other columns": (PEOPLE, "lijst.csv", b"a;b\n1;2\n"),
    "a bundle that is none": (MERGING, "x.boce", PNG),
    "a bundle, empty": (MERGING, "x.boce", b""),
    "a review, a picture": (REVIEW, "terug.md", PNG),
    "a review, another text": (REVIEW, "terug.md", b"# Boodschappen\n\nmelk\n"),
}  # fmt: skip
KEYS = {PEOPLE: "i", MERGING: "m", REVIEW: "i"}
ENGLISH = ("Traceback", "Error", "codec", "invalid", "sqlite", "None", "zip")


@pytest.mark.parametrize("name", FILES)
async def test_a_wrong_file_is_explained_and_changes_nothing(tmp_path: Path, name: str) -> None:
    env = example_env(tmp_path)
    where, file, content = FILES[name]
    path = tmp_path / file
    path.write_bytes(content)
    Dossier.open(env.data_dir, env).close()  # a copy takes a name of its own the first time
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, None, dossier)
        app._start = "boce_tui.tui.home:home_screen"
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot)
            before = print_of(env.data_dir)
            app.open(where)
            await press(pilot)
            at_first = shown(app)
            await press(pilot, KEYS[where])
            app.screen.query_one(LineArea).select_all()
            app.post_message(events.Paste(str(path)))
            await press(pilot, "enter")
            for _turn in range(3):
                await press(pilot)
            said = shown(app)
            assert said != at_first
            assert not [word for word in ENGLISH if word in said], said
            assert "Niets" in said or "niets" in said or "geen" in said, said
            await press(pilot, "escape", "escape", "escape")
            now = {key: digest for key, digest in print_of(env.data_dir).items() if "backups" not in key}
            assert now == {key: digest for key, digest in before.items() if "backups" not in key}
