"""Makes the pictures of the manual from the running app on the example: ``make pictures``.

A picture is the terminal screen as SVG: text, no fonts from elsewhere, the same at every run.
"""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from boce_tui.env import Env
from boce_tui.example.dossier import make
from boce_tui.store import Dossier
from boce_tui.tui.app import BoceApp

HERE = Path(__file__).parent
NOW = datetime(2041, 7, 2, 12, 0, tzinfo=UTC)

PICTURES: dict[str, tuple[tuple[int, int], list[str]]] = {
    "home": ((80, 24), []),
    "report": ((120, 40), ["9", *["down"] * 8, "enter", *["down"] * 18]),
}
"""Name -> size of the terminal, keys to press from the dashboard."""


async def picture(dossier: Dossier, env: Env, name: str) -> str:
    """The screen after some keys, as SVG."""
    size, keys = PICTURES[name]
    app = BoceApp(env, dossier)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for key in keys:
            if key.startswith("type:"):
                for char in key.removeprefix("type:"):
                    await pilot.press("space" if char == " " else char)
            else:
                await pilot.press(key)
            await pilot.pause()
            await app.workers.wait_for_complete()
            await pilot.pause()
        return plain(app.export_screenshot(title="boce"), name)


def plain(svg: str, name: str) -> str:
    """Without fonts from the network, and with ids that do not change from run to run."""
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.S)
    svg = svg.replace("Fira Code", "DejaVu Sans Mono, Consolas, Menlo")
    return re.sub(r"terminal-\d+", f"boce-{name}", svg)


def main(names: list[str]) -> None:
    """Make the pictures that are named, or all of them."""
    with tempfile.TemporaryDirectory() as folder:
        env = replace(Env(data_dir=Path(folder) / "voorbeeld"), clock=lambda: NOW)
        make(env)
        with Dossier.open(env.data_dir, env) as dossier:
            for name in names or PICTURES:
                svg = asyncio.run(picture(dossier, env, name))
                (HERE / f"{name}.svg").write_text(svg + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
