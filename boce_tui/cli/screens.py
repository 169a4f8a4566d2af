"""From a command to the screens: the only place of the command line that loads Textual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boce_tui.errors import UsageProblem
from boce_tui.locale import _

if TYPE_CHECKING:
    from boce_tui.env import Env


def open_app(env: Env, *, interview: str = "") -> int:
    """Open the app on the dossier of `env`; returns the exit code.

    Args:
        env: The surroundings of this run.
        interview: Code of the interview (or of one of its participants) to open at once.
    """
    if not (env.stdin.isatty() and env.stdout.isatty()):
        raise UsageProblem(
            _("The screens of boce need a terminal, and this is none."),
            hint=_("Run boce in a terminal window, or see 'boce --help' for commands that work without one."),
        )
    from boce_tui.tui.start import run_app

    return run_app(env, interview=interview)
