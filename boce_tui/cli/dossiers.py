"""What most commands begin with: the dossier, the round that is meant, and the names when they are needed."""

from __future__ import annotations

import shutil
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from boce_tui.errors import BadInput, BoceError, PrivacyStop
from boce_tui.locale import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

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


@contextmanager
def open_or_make(env: Env, *, example: bool = False) -> Iterator[Dossier]:
    """The dossier to write in; a new one when the folder has none yet.

    A new one in which nothing came to stand, because the command was refused or broken off, goes again.
    """
    from boce_tui.cycle.profiles import make_dossier, open_dossier
    from boce_tui.domain.round import Round
    from boce_tui.store import Dossier

    if Dossier.exists(env.data_dir):
        with open_dossier(env) as dossier:
            yield dossier
        return
    stood = set(env.data_dir.iterdir()) if env.data_dir.is_dir() else None
    empty = False
    try:
        with make_dossier(env, example=example) as dossier:
            try:
                yield dossier
            except (BoceError, KeyboardInterrupt):
                empty = not dossier.values(Round)
                raise
    finally:
        if empty:
            _take_away(env.data_dir, stood)


def _take_away(folder: Path, stood: set[Path] | None) -> None:
    """What making a dossier put in the folder; the folder too when it was not there (`stood` is None)."""
    for path in set(folder.iterdir()) - (stood or set()):
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
    if stood is None:
        with suppress(OSError):
            folder.rmdir()


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
