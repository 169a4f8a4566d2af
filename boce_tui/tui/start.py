"""Starts the app in the terminal it was called from."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from boce_tui.crash import by_words
from boce_tui.domain.profiles import INTERVIEW, may
from boce_tui.env import Env
from boce_tui.locale import _
from boce_tui.tui.lifecycle import check_terminal

AS_ANOTHER = -7
"""How the app ends when another profile was chosen: it is opened again as that one."""

if TYPE_CHECKING:
    from boce_tui.store import Dossier
    from boce_tui.tui.app import Start


def run(env: Env, dossier: Dossier, start: Start | None = None, *, read_only: str = "") -> int:
    """Show the app until the user leaves; returns the exit code.

    Args:
        env: The surroundings of this run.
        dossier: The open dossier; the caller closes it.
        start: The first screen, see `boce_tui.tui.app.BoceApp`; when left out the
            interview in which an unclean end left text behind, else the dashboard.
        read_only: Why nothing can be saved, in a few words for line 1.

    Raises:
        UsageProblem: This is not a terminal that can show screens.
    """
    check_terminal(env)
    from boce_tui.tui import paste_parser
    from boce_tui.tui.app import BoceApp
    from boce_tui.tui.search import in_palette

    paste_parser.install()
    start = start or (_unfinished(dossier) if may(env.profile, INTERVIEW) else None)
    app = BoceApp(env, dossier, start) if start is not None else BoceApp(env, dossier)
    app.search = in_palette(app)
    if dossier.read_only:
        app.savers.read_only = read_only or _("newer version")
    app.run()
    for line in by_words(app.crash_lines, shutil.get_terminal_size().columns):
        print(line, file=env.stderr)
    return 1 if app.crash_lines else int(app.return_code or 0)


def _unfinished(dossier: Dossier) -> Start | None:
    """The screen on which typed text waits to be brought back, when there is one."""
    from boce_tui.store.drafts import FOLDER as DRAFTS
    from boce_tui.store.editor_files import folders

    if not dossier.drafts.recovered() and not folders(dossier.folder / DRAFTS):
        return None
    from boce_tui.tui.interviewing import open_interview, unfinished

    place = unfinished(dossier)
    if place:
        return lambda app: open_interview(app, *place)
    from boce_tui.cycle.interviewing.recovery import found_final

    answer = found_final(dossier) if dossier.read_only is None else None
    if answer is None:
        return None
    from boce_tui.tui.approving import working_out_door

    return lambda app: working_out_door(app, str(answer))
