"""A backup that was put back: what was withdrawn since it was made goes out of it before anything is shown.

Putting it back is one step (:mod:`boce_tui.store.restoring`); what it brings of a withdrawn interview that is
not known here by its id is erased in a second one. In between a note stands in the file, and as long as it
stands there nobody can open the dossier but this module: whoever comes next finishes it first.
"""

from __future__ import annotations

from boce_tui.cycle.withdrawing.enforcing import clean, erase_again
from boce_tui.env import Env
from boce_tui.store import Dossier


def finish_restore(env: Env) -> None:
    """Take out what was withdrawn since; it can be broken off at any moment and done again.

    Raises:
        DossierUnavailable: The dossier cannot be written; it stays closed for everybody.
    """
    with Dossier.open(env.data_dir, env, finishing=True) as dossier:
        with dossier.change():
            erase_again(dossier)
            dossier.withdrawn_again()
        clean(dossier)
