"""``boce names take``: the names of the other laptop, or those that evaluators made for programme support."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from boce_tui.cli.output import say_lines, tell
from boce_tui.errors import BadInput, PrivacyStop
from boce_tui.files import named_path
from boce_tui.locale import _

if TYPE_CHECKING:
    import argparse

    from boce_tui.env import Env
    from boce_tui.names import Key
    from boce_tui.store import Dossier


def take_names_file(args: argparse.Namespace, env: Env) -> int:
    """A names file that somebody else made: beside the names that are here, or in their place."""
    from boce_tui.cli.dossiers import open_to_read, open_to_write, unlocked_names
    from boce_tui.cycle.handing_over.names_coming import load, look_at_names, take_names
    from boce_tui.cycle.handing_over.names_joining import joins
    from boce_tui.cycle.handing_over.saying import names_lines
    from boce_tui.cycle.profiles import names_of
    from boce_tui.names import FILE, Names
    from boce_tui.names.locks import listed

    path = named_path(args.file)
    data = load(path)
    listed(data)
    with open_to_read(env) if args.dry_run else open_to_write(env) as dossier:
        if joins(dossier, names_of(dossier)):
            _join(args, env, dossier, data)
            return 0
        key = _key_of_file(env, dossier)
        here = Names(dossier.folder)
        if here.exists:
            with suppress(PrivacyStop):  # another passphrase since: then they are not compared
                here.unlock(key)
        found = look_at_names(dossier, data, key, here)
        say_lines(env, names_lines(found))
        if args.dry_run:
            tell(env, _("Nothing was changed: this was only a look."))
            return 0
        if found.replaces and not args.force:
            raise BadInput(
                _("There is a names file here already."),
                hint=_("Nothing was changed. Add --force when this one may take its place."),
                place=FILE,
            )
        take_names(dossier, found)
        unlocked_names(env, dossier)
    tell(env, _("The names can be checked here now."))
    return 0


def _join(args: argparse.Namespace, env: Env, dossier: Dossier, data: bytes) -> None:
    """The names of the other laptop beside those that are here."""
    from boce_tui.cli.dossiers import unlocked_names
    from boce_tui.cli.prompts import ask_secret, can_ask
    from boce_tui.cycle.handing_over.names_joining import join_names, look_at_theirs
    from boce_tui.cycle.handing_over.saying import joined_lines
    from boce_tui.names import find_key, passphrase, read_key_file

    here = unlocked_names(env, dossier)
    here.data()  # locked ones stop it here, before anything is asked about the other file
    given = args.key_file
    key = read_key_file(named_path(given)) if given else _key_of_file(env, dossier)
    try:
        found = look_at_theirs(dossier, data, key, here)
    except PrivacyStop:
        if given or find_key(env, dossier.folder, example=False) is None or not can_ask(env):
            raise
        # The key of here does not fit the file of the other laptop: theirs is asked for.
        key = passphrase(ask_secret(_("Passphrase of the names file of the other laptop")))
        found = look_at_theirs(dossier, data, key, here)
    say_lines(env, joined_lines(found))
    if args.dry_run:
        tell(env, _("Nothing was changed: this was only a look."))
    elif found.nothing_new:
        tell(env, _("There is nothing to do."))
    else:
        join_names(dossier, here, found)
        tell(env, _("The names of both laptops can be checked here now."))


def _key_of_file(env: Env, dossier: Dossier) -> Key:
    """What opens the file that came in.

    Raises:
        PrivacyStop: There is no key, and nobody to ask.
    """
    from boce_tui.cli.prompts import ask_secret, can_ask
    from boce_tui.names import find_key, passphrase

    key = find_key(env, dossier.folder, example=False)
    if key is not None:
        return key
    if not can_ask(env):
        raise PrivacyStop(
            _("The names file is locked, and nobody can be asked for the passphrase here."),
            hint=_("Nothing was changed. Let BOCE_KEY_FILE name a file that holds it."),
        )
    return passphrase(ask_secret(_("Passphrase of the names file")))
