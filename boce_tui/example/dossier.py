"""The example dossier in a folder: made once, made again when asked, never over a real one."""

from __future__ import annotations

from pathlib import Path

from boce_tui.domain.round import Round
from boce_tui.env import Env
from boce_tui.errors import DossierUnavailable
from boce_tui.example.build import ROUND, build
from boce_tui.locale import _
from boce_tui.names import FILE as NAMES_FILE
from boce_tui.names import Names, make_example_key
from boce_tui.store import Dossier
from boce_tui.store.opening import FILE

SUBFOLDER = "voorbeeld"
"""Where the example lives when no folder was named: beside the real dossier, never in its place."""


def folder_of(env: Env) -> Path:
    """The folder of the example dossier."""
    return env.data_dir if env.data_dir_given else env.data_dir / SUBFOLDER


def make(env: Env, *, again: bool = False) -> bool:
    """See to it that the example dossier is there.

    Args:
        env: The surroundings; the folder is :func:`folder_of`.
        again: Make it anew, as it was on the first day.

    Returns:
        True when it was made now.

    Raises:
        DossierUnavailable: Another dossier is in that folder, or it is in use.
    """
    folder = folder_of(env)
    env = env.with_data_dir(folder)
    if (folder / FILE).exists():
        with Dossier.open(folder, env, write=False) as dossier:
            if not dossier.example:
                raise DossierUnavailable(
                    _("There is a real dossier in this folder; the example is not put over it."),
                    hint=_("Nothing was changed. Choose another folder: boce --data FOLDER demo"),
                    place=str(folder),
                )
            complete = dossier.value(Round, ROUND) is not None
        if complete and not again:
            return False
        _clear(folder, env)
    with Dossier.create(folder, env, example=True) as dossier:
        names = Names(folder)
        names.create(make_example_key(folder))
        build(dossier, names)
    return True


def _clear(folder: Path, env: Env) -> None:
    """Take the old example away; refuses while somebody is working in it."""
    Dossier.open(folder, env).close()
    for path in (folder / FILE, folder / NAMES_FILE, *sorted((folder / "drafts").glob("*"))):
        path.unlink(missing_ok=True)
