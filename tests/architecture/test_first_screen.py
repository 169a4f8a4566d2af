"""What the dashboard of a dossier that was open before loads: nothing that it does not show."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from boce_tui.cycle.dashboard import dashboard
from boce_tui.cycle.today import today
from tests.cycle.factory import ROUND, small_round
from tests.support import TIMEOUT, child_environ, make_env

NOT_YET = (
    "argparse",
    "tomllib",
    "textual.widgets._text_area",
    "textual.widgets._footer",
    "boce_tui.cli.catalogue",
    "boce_tui.cli.parser",
    "boce_tui.cycle.analysing",
    "boce_tui.cycle.interviewing",
    "boce_tui.cycle.planning",
    "boce_tui.cycle.reporting",
    "boce_tui.exchange",
    "boce_tui.instruments",
    "boce_tui.names",
    "boce_tui.reports",
    "boce_tui.tui.analysing",
    "boce_tui.tui.interviewing",
    "boce_tui.tui.palette",
    "boce_tui.tui.planning",
    "boce_tui.tui.reporting",
    "boce_tui.tui.widgets.dialogs",
    "boce_tui.tui.widgets.note_area",
)
SCRIPT = """
import json, sys
from boce_tui.cli import main, screens
from boce_tui.tui import lifecycle
lifecycle.check_terminal = lambda env: None  # there is none here
import boce_tui.tui.app as app
def painted(self):
    words = "".join(strip.text for strip in self.screen._compositor.render_strips())
    print(json.dumps([words, sorted(sys.modules)]))
    self.exit(0)
app.BoceApp.after_first_paint = painted
run = app.BoceApp.run
app.BoceApp.run = lambda self: run(self, headless=True, size=(80, 24))
sys.exit(main.main(["--data", sys.argv[1]]))
"""


def test_first_screen_loads_only_what_it_shows(tmp_path: Path) -> None:
    folder = tmp_path / "dossier"
    with small_round(folder, make_env(tmp_path)) as dossier:
        dashboard(dossier, ROUND, today(dossier))
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(folder)],
        capture_output=True,
        text=True,
        env=child_environ(tmp_path),
        timeout=TIMEOUT,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    words, modules = json.loads(done.stdout.splitlines()[-1])
    assert "Nu te doen" in words, words
    early = [m for m in modules if any(m == name or m.startswith(f"{name}.") for name in NOT_YET)]
    assert early == []
