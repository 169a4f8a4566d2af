"""From a command to the screens: the only place of the command line that loads Textual."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boce_tui.env import Env
    from boce_tui.tui.app import Start


def open_app(env: Env, start: Start | None = None) -> int:
    """Open the app on the dossier of `env`, which is made when there is none yet; returns the exit code.

    Args:
        env: The surroundings of this run.
        start: The first screen; the dashboard when left out.
    """
    gc.disable()  # until the first screen is painted: nothing of what is loaded now becomes garbage
    from boce_tui.tui.lifecycle import check_terminal

    check_terminal(env)  # before a dossier is made that nobody can then see
    from boce_tui.store import Dossier
    from boce_tui.store.opening import FILE
    from boce_tui.tui.start import run

    folder = env.data_dir
    dossier = Dossier.open(folder, env) if (folder / FILE).exists() else Dossier.create(folder, env)
    with dossier:
        return run(env, dossier, start)
