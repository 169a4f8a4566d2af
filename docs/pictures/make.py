"""Makes the pictures of README and manual from the running app: ``make pictures``.

A picture is the terminal screen as SVG: text, no fonts from elsewhere, the same at every run.
"""

from __future__ import annotations

import asyncio
import os
import random
import re
import shutil
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from boce_tui.env import Env
from boce_tui.example.dossier import make
from boce_tui.store import Dossier
from boce_tui.tui.app import BoceApp
from boce_tui.tui.interviewing import open_interview, unfinished
from boce_tui.tui.search import in_palette

HERE = Path(__file__).parent
NOW = datetime(2041, 7, 2, 12, 0, tzinfo=UTC)
PEOPLE_TABLE = """\
rol;gemeente;thema;naam
wethouder;Emmen;Bereikbaarheid;Quirijn Blaffertsma
trekker;BO, C;Omgevingswet: 3;Zwaantina Ruiglo
werkgroeplid;Coevorden;Leefbaarheid;Oebele Knarsterd
"""
NARROW, WIDE = (80, 24), (120, 40)


class Picture(NamedTuple):
    """How a picture comes about.

    Attributes:
        size: Columns and rows of the terminal.
        keys: Keys to press from the first screen; ``type:`` types what follows, ``{table}`` and ``{review}``
            are files to read in.
        empty: Begin with an empty dossier instead of the example.
        killed: After the keys the app is gone without a goodbye; the picture shows it opened again.
    """

    size: tuple[int, int]
    keys: tuple[str, ...]
    empty: bool = False
    killed: bool = False


def narrow(*keys: str) -> Picture:
    """80x24, on the example."""
    return Picture(NARROW, keys)


def wide(*keys: str) -> Picture:
    """120x40, on the example."""
    return Picture(WIDE, keys)


def step(number: int) -> tuple[str, ...]:
    """Open that step of the year."""
    return (*["down"] * (number - 1), "enter")


TALK = (
    *step(2),
    "n",
    "type:ambtelijk",
    "enter",
    *["tab"] * 3,
    "3",
    *["tab"] * 3,
    "2",
    "escape",
    "g",
    "a",
    "home",
    "down",
    "g",
)
"""To an interview that begins: a theme lead is put on the list, and an interview is planned."""
A2 = (*TALK, "1", "ctrl+n", "f2", "type:a2")
SAID = (
    "type:visie ligt er sinds vorig jaar. eindelijk iets waarmee je bij de provincie kunt aankomen",
    "f4",
    "type:. duurde wel 2 jaar langer, ernaast gedaan, steeds andere mensen",
)

PICTURES: dict[str, Picture] = {
    "welcome": Picture(NARROW, (), empty=True),
    "home": narrow(),
    "new-round": narrow("ctrl+p", "type:nieuwe ronde", "enter"),
    "assignment": narrow(*step(1)),
    "themes": narrow("t"),
    "people": narrow(*step(2)),
    "respondent": narrow(*step(2), "enter"),
    "passphrase": Picture(NARROW, ("n", "enter", "escape", *step(2), "n", "enter", "f3"), empty=True),
    "import": narrow(*step(2), "i", "type:{table}", "enter"),
    "planning": narrow("p"),
    "coverage": narrow("c"),
    "consent": narrow(*TALK),
    "room": narrow(*A2, "f5", "4", "f3", *SAID),
    "outline": wide("g", "enter"),
    "together": narrow("g", "down", "down", "enter", "f2", "type:e5"),
    "last-year": wide("g", *["down"] * 3, "enter", "f2", "type:f1", "f10"),
    "off-the-record": narrow(*A2, SAID[0], "ctrl+backslash", "type:wat hier staat gaat nergens heen"),
    "skip": narrow(*TALK, "1", "ctrl+n", "ctrl+o"),
    "quotes": narrow("g", "end", "enter", "ctrl+l"),
    "closing": narrow("g", "down", "down", "enter", "ctrl+p", "type:afronden", "enter"),
    "recovered": Picture(NARROW, (*A2, SAID[0]), killed=True),
    "approval": narrow(*step(4), "enter"),
    "working-out": wide(*step(4), "w", "f8", "f8", "f3", "type:. Dat is zo gebleven.", "f5"),
    "history": narrow(*step(4), "w", "f8", "f3", "ctrl+underscore"),
    "withdrawal": narrow("p", *["down"] * 3, "enter", "ctrl+p", "type:intrekken", "enter"),
    "reading": wide(*step(5)),
    "finding": narrow("ctrl+p", "type:bevindingen", "enter", "down", "down", "enter"),
    "figures": narrow(*step(5), *["down"] * 12, "c"),
    "sub-conclusions": narrow(*step(6)),
    "sub-conclusion": wide(*step(6), "enter"),
    "main-conclusions": narrow(*step(7)),
    "recommendations": narrow(*step(8)),
    "recommendation": narrow(*step(8), "down", "enter"),
    "chain": narrow(*step(8), "down", "enter", "f4"),
    "report": wide(*step(9), *["down"] * 18),
    "chapter-texts": narrow(*step(9), "w"),
    "review": wide(*step(10), "r", "i", "type:{review}", "enter"),
    "decisions": narrow(*step(10)),
    "decision": narrow(*step(10), "enter"),
    "sending": narrow(*step(11)),
    "follow-up": narrow(*step(12)),
    "actions": wide(*step(12), "a"),
    "meetings": narrow(*step(12), "v"),
    "needs": narrow(*step(12), "r"),
    "scan": narrow(*step(12), "s"),
    "recalibration": wide(*step(13)),
    "years": wide("ctrl+p", "type:twee jaren", "enter"),
    "intakes": narrow("ctrl+p", "type:kandidaat", "enter"),
    "intake": wide("ctrl+p", "type:kandidaat", "enter", "enter"),
    "plan": narrow("ctrl+p", "type:jaarplan", "enter"),
    "progress": narrow("ctrl+p", "type:voortgang", "enter"),
    "names": narrow("ctrl+p", "type:namen kan openen", "enter"),
    "retention": narrow("ctrl+p", "type:wanneer weg", "enter"),
    "laptops": narrow("ctrl+p", "type:laptop", "enter"),
    "search": narrow("slash", "type:uren"),
    "palette": narrow("ctrl+p", "type:aanb"),
    "help": narrow(*step(5), "f1"),
}


async def picture(folder: Path, env: Env, name: str) -> str:
    """The screen after some keys, as SVG."""
    wanted = PICTURES[name]
    if wanted.killed:
        folder = await left_behind(folder, env, wanted)
        wanted = wanted._replace(keys=())
    here = env.with_data_dir(folder)
    with Dossier.open(folder, here) as dossier:
        app = opened(here, dossier)
        async with app.run_test(size=wanted.size) as pilot:
            await press(pilot, app, wanted, folder)
            await rest(pilot, app)
            return plain(app.export_screenshot(title="boce"), name)


async def left_behind(folder: Path, env: Env, wanted: Picture) -> Path:
    """What is on the disk when the app is killed right after the keys."""
    here = env.with_data_dir(folder)
    killed = folder.with_name(f"{folder.name}-killed")
    with Dossier.open(folder, here) as dossier:
        app = opened(here, dossier)
        async with app.run_test(size=wanted.size) as pilot:
            await press(pilot, app, wanted, folder)
            shutil.copytree(folder, killed)
    return killed


def opened(env: Env, dossier: Dossier) -> BoceApp:
    """The app as ``boce`` starts it: in the interview with unfinished text, or on the dashboard."""
    place = unfinished(dossier) if dossier.drafts.recovered() else None
    app = BoceApp(env, dossier, lambda app: open_interview(app, *place)) if place else BoceApp(env, dossier)
    app.search = in_palette(app)
    return app


async def press(pilot: Pilot[int], app: BoceApp, wanted: Picture, folder: Path) -> None:
    """Press the keys, each when the one before is done."""
    await settle(pilot, app)
    for key in wanted.keys:
        if key.startswith("type:"):
            for char in key.removeprefix("type:").format(table=table(folder), review=review(folder)):
                await pilot.press(KEY_OF.get(char, char))
        else:
            await pilot.press(key)
        await settle(pilot, app)


KEY_OF = {" ": "space", ".": "full_stop", "/": "slash", "-": "minus", "_": "underscore", ",": "comma"}


def table(folder: Path) -> str:
    """A table of invented people beside the dossier; a short path, so that it fits in a dialog."""
    path = folder.with_name("mensen.csv")
    path.write_text(PEOPLE_TABLE, encoding="utf-8")
    return str(path)


def review(folder: Path) -> str:
    """A review file that came back, beside the dossier."""
    path = folder.with_name("review-lid-a.md")
    for found in folder.glob("review/*-lid-a.md"):
        shutil.copyfile(found, path)
    return str(path)


async def settle(pilot: Pilot[int], app: BoceApp) -> None:
    """Until what a key started is done."""
    await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()


async def rest(pilot: Pilot[int], app: BoceApp) -> None:
    """Until everything is saved, with a cursor that does not blink."""
    app.savers.flush()
    for field in app.screen.query("TextArea, Input"):
        if isinstance(field, TextArea | Input):
            field.cursor_blink = False
    await pilot.pause(0.2)
    await settle(pilot, app)


def plain(svg: str, name: str) -> str:
    """Without fonts from the network, and with ids that do not change from run to run."""
    svg = re.sub(r"@font-face \{.*?\}\s*|<!--.*?-->\s*", "", svg, flags=re.S)
    svg = svg.replace("Fira Code", "DejaVu Sans Mono, Consolas, Menlo")
    svg = _INDENTED.sub(_moved, svg)
    return re.sub(r"terminal-\d+", f"boce-{name}", svg)


_INDENTED = re.compile(r'x="([\d.]+)" (y="[\d.]+") textLength="([\d.]+)"([^>]*)>((?:&#160;)+)')
_COLUMN = 12.2


def _moved(found: re.Match[str]) -> str:
    """Blanks before a text become its place: not every program draws them."""
    blanks = found[5].count(";") * _COLUMN
    place, length = float(found[1]) + blanks, float(found[3]) - blanks
    return f'x="{place:.1f}" {found[2]} textLength="{max(length, 0):.1f}"{found[4]}>'


def main(names: list[str]) -> None:
    """Make the pictures that are named, or all of them."""
    os.environ["TZ"] = "UTC"
    time.tzset()
    with tempfile.TemporaryDirectory() as place:
        example = Path(place) / "voorbeeld"
        make(surroundings(example))
        for name in names or PICTURES:
            folder = Path(place) / name
            env = surroundings(folder, seed=2042)
            if PICTURES[name].empty:
                Dossier.create(folder, env).close()
            else:
                shutil.copytree(example, folder)
            svg = asyncio.run(picture(folder, env, name))
            (HERE / f"{name}.svg").write_text(svg + "\n", encoding="utf-8")


def surroundings(folder: Path, seed: int = 2041) -> Env:
    """A world that is the same at every run; what comes after the example draws other codes."""
    return Env(
        data_dir=folder,
        clock=lambda: NOW,
        environ={"TERM": "xterm-256color", "LANG": "nl_NL.UTF-8"},
        entropy=random.Random(seed).randbytes,  # noqa: S311 - the same codes at every run
    )


if __name__ == "__main__":
    main(sys.argv[1:])
