"""From a command to the screens: the only place of the command line that loads Textual."""

from __future__ import annotations

import gc
from dataclasses import replace
from typing import TYPE_CHECKING

from boce_tui.cli.options import chosen_profile
from boce_tui.domain.profiles import READER
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
    from boce_tui.cycle.profiles import known, make_dossier
    from boce_tui.store import Dossier
    from boce_tui.tui.start import AS_ANOTHER, run

    while True:
        known(env.profile)
        if Dossier.exists(env.data_dir):
            dossier, why = open_or_look(env)
        else:
            dossier, why = make_dossier(env), ""
        with dossier:
            code = run(env, dossier, start, read_only=why)
        if code != AS_ANOTHER:
            return code
        env, start = replace(env, profile=chosen_profile("", replace(env, environ={}))), None


def open_or_look(env: Env) -> tuple[Dossier, str]:
    """The dossier to work in; where that cannot be, to look around in, and why in a few words for line 1.

    Raises:
        DossierUnavailable: It cannot be read either.
    """
    from boce_tui.cycle.profiles import open_dossier
    from boce_tui.store.engine import ReadOnlyPlace
    from boce_tui.store.lock import InUse

    try:
        dossier = open_dossier(env)
        return dossier, _("reader") if dossier.read_only and env.profile == READER else ""
    except (InUse, ReadOnlyPlace) as problem:
        dossier = open_dossier(env, write=False)
        dossier.read_only = _("{reason} You can look around, nothing is saved.").format(
            reason=problem.message
        )
        in_use = isinstance(problem, InUse)
        return dossier, _("open in another window") if in_use else _("folder without write access")
