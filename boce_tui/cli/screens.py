"""From a command to the screens: the only place of the command line that loads Textual."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from boce_tui.locale import _

if TYPE_CHECKING:
    from boce_tui.env import Env
    from boce_tui.store import Dossier
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
    from boce_tui.tui.start import run

    if Dossier.exists(env.data_dir):
        dossier, why = open_or_look(env)
    else:
        dossier, why = Dossier.create(env.data_dir, env), ""
    with dossier:
        return run(env, dossier, start, read_only=why)


def open_or_look(env: Env) -> tuple[Dossier, str]:
    """The dossier to work in; where that cannot be, to look around in, and why in a few words for line 1.

    Raises:
        DossierUnavailable: It cannot be read either.
    """
    from boce_tui.store import Dossier
    from boce_tui.store.engine import ReadOnlyPlace
    from boce_tui.store.lock import InUse

    try:
        return Dossier.open(env.data_dir, env), ""
    except (InUse, ReadOnlyPlace) as problem:
        dossier = Dossier.open(env.data_dir, env, write=False)
        dossier.read_only = _("{reason} You can look around, nothing is saved.").format(
            reason=problem.message
        )
        in_use = isinstance(problem, InUse)
        return dossier, _("open in another window") if in_use else _("folder without write access")
