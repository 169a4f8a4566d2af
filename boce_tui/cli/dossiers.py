"""What most commands begin with: the dossier, the round that is meant, and the names when they are needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boce_tui.errors import BadInput, PrivacyStop
from boce_tui.locale import _

if TYPE_CHECKING:
    from boce_tui.env import Env
    from boce_tui.names import Names
    from boce_tui.store import Dossier

TRIES = 3


def open_to_read(env: Env) -> Dossier:
    """The dossier, beside whoever is writing in it."""
    from boce_tui.cycle.profiles import open_dossier

    return open_dossier(env, write=False)


def open_to_write(env: Env) -> Dossier:
    """The dossier, for this command alone."""
    from boce_tui.cycle.profiles import open_dossier

    return open_dossier(env)


def open_or_make(env: Env, *, example: bool = False) -> Dossier:
    """The dossier to write in; a new one when the folder has none yet."""
    from boce_tui.cycle.profiles import make_dossier, open_dossier
    from boce_tui.store import Dossier

    if Dossier.exists(env.data_dir):
        return open_dossier(env)
    return make_dossier(env, example=example)


def chosen_round(dossier: Dossier, asked: str | None) -> str:
    """The round that was asked for, or the one that is under way.

    Raises:
        BadInput: There is no such round, or none at all.
    """
    from boce_tui.cycle.rounds import latest_round, the_round

    found = asked or latest_round(dossier)
    if found is None:
        raise BadInput(
            _("There is no round in this dossier yet."),
            hint=_("Make one: boce round new"),
            place=str(dossier.folder),
        )
    the_round(dossier, found)
    return found


def unlocked_names(env: Env, dossier: Dossier) -> Names:
    """The names, unlocked when a key can be had: ``BOCE_KEY_FILE``, the example's own, or typed now.

    They come back locked when there is no names file, or nobody at the keyboard to ask.

    Raises:
        PrivacyStop: The key does not fit.
    """
    from boce_tui.cycle.profiles import names_of
    from boce_tui.names import find_key

    names = names_of(dossier)
    if not names.exists:
        return names
    key = find_key(env, dossier.folder, example=dossier.example)
    if key is not None:
        names.unlock(key)
    elif env.stdin.isatty() and env.stderr.isatty():
        _ask(names)
    return names


def _ask(names: Names) -> None:
    import questionary

    for left in reversed(range(TRIES)):
        typed = questionary.password(_("Passphrase of the names file:")).ask()
        if not typed:
            return
        try:
            names.unlock(typed)
        except PrivacyStop:
            if not left:
                raise
        else:
            return
