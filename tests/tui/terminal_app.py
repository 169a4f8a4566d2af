"""A small app of our own widgets that test_terminal.py runs in a pseudo-terminal."""

from __future__ import annotations

import sys
from pathlib import Path

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from boce_tui.env import Env
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.text import safe
from boce_tui.tui.widgets.note_area import NoteArea
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow
from tests.tui.helpers import FakeSaver

HOSTILE = "\x1b]0;vijand\x07\x1b[35mvijand\x1b[0m\x9b31m\x00\u202evijand\u2066 [red]vijand[/red] [/x]"


class FileSaver(FakeSaver):
    """Keeps the text in a file, at each edit, as the draft log does."""

    path: Path

    def edited(self, start: int, end: int, inserted: str) -> None:
        super().edited(start, end, inserted)
        self.path.write_text(self.text, encoding="utf-8")

    def leave(self, *, wait: bool = False) -> None:
        super().leave(wait=wait)
        if wait:
            self.path.with_suffix(".left").touch()


class Breaking(Static):
    """Cannot be drawn any more, after which the app cannot go on."""

    broken = False

    def render(self) -> Content:
        answer = "het geheime antwoord"
        if self.broken:
            raise ValueError(answer)
        return Content("")


class Screen(BoceScreen):
    """A text field, and hostile text in every way of showing it."""

    def __init__(self, saver: FileSaver) -> None:
        super().__init__()
        self.area = NoteArea(HOSTILE.partition("[red]")[0], saver=None)
        self.typed = NoteArea(saver=saver)

    def place(self) -> str:
        return f"R07 {HOSTILE}"

    def compose_body(self) -> ComposeResult:
        rows = PickList(Column())
        rows.show([PickRow("a", (HOSTILE,))])
        yield self.typed
        yield Static(safe(HOSTILE))
        yield Static(Content(HOSTILE))  # not made harmless: the line filter must catch it
        yield rows
        yield Breaking()
        yield self.area

    async def on_key(self, event: events.Key) -> None:
        if event.key == "f2":
            self.query_one(Breaking).broken = True
            self.query_one(Breaking).refresh()
        if event.key == "f4":
            answer = "het geheime antwoord"
            raise ValueError(answer)
        if event.key == "f3":
            self.tell(HOSTILE, "warning")


def main(data: Path) -> int:
    """Run the app on a data folder."""
    from boce_tui.store import Dossier

    saver = FileSaver()
    saver.path = data / "typed.txt"
    from boce_tui.tui import start

    env = Env(data_dir=data)
    with Dossier.create(data, env) as dossier:
        return start.run(env, dossier, lambda app: Screen(saver))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
