"""Starts the app in the terminal it was called from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boce_tui.env import Env
from boce_tui.tui.lifecycle import check_terminal

if TYPE_CHECKING:
    from boce_tui.store import Dossier
    from boce_tui.tui.app import Start


def run(env: Env, dossier: Dossier, start: Start | None = None) -> int:
    """Show the app until the user leaves; returns the exit code.

    Args:
        env: The surroundings of this run.
        dossier: The open dossier; the caller closes it.
        start: The first screen, see `boce_tui.tui.app.BoceApp`; the dashboard when left out.

    Raises:
        UsageProblem: This is not a terminal that can show screens.
    """
    check_terminal(env)
    from boce_tui.tui.app import BoceApp

    app = BoceApp(env, dossier, start) if start is not None else BoceApp(env, dossier)
    app.run()
    for line in app.crash_lines:
        print(line, file=env.stderr)
    return 1 if app.crash_lines else int(app.return_code or 0)
