"""The passphrase or age key of bundles: from a file for scripts, else asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boce_tui.cli.output import tell
from boce_tui.errors import PrivacyStop
from boce_tui.locale import _

if TYPE_CHECKING:
    from boce_tui.env import Env
    from boce_tui.exchange.bundle import Cover
    from boce_tui.names.keys import Key


def key_to_lock(env: Env) -> Key:
    """What a new bundle is locked with.

    Raises:
        PrivacyStop: There is no key, and nobody to ask.
        BadInput: The passphrase is too short.
    """
    from boce_tui.cli.prompts import ask_new_secret, can_ask
    from boce_tui.exchange.bundle import find_key
    from boce_tui.names.keys import new_passphrase

    key = find_key(env)
    if key is not None:
        return key if key.is_age_key else new_passphrase(key.secret)
    if not can_ask(env):
        raise _no_key(_("A bundle only leaves the laptop locked, and there is no passphrase."))
    tell(env, _("Tell the other one the passphrase by telephone or face to face, never beside the bundle."))
    label, again = _("Passphrase of the bundle"), _("The same passphrase again")
    return new_passphrase(ask_new_secret(label, again, new_passphrase))


def key_to_open(env: Env, cover: Cover) -> Key:
    """What opens a bundle that came in.

    Raises:
        PrivacyStop: There is no key, and nobody to ask.
    """
    from boce_tui.cli.prompts import ask_secret, can_ask
    from boce_tui.exchange.bundle import find_key
    from boce_tui.exchange.bundle.cover import PASSPHRASE
    from boce_tui.names.keys import passphrase

    key = find_key(env)
    if key is not None:
        return key
    if not can_ask(env) or cover.lock != PASSPHRASE:
        raise _no_key(_("The bundle is locked, and there is no key for it."))
    return passphrase(ask_secret(_("Passphrase of the bundle")))


def _no_key(message: str) -> PrivacyStop:
    return PrivacyStop(
        message,
        hint=_(
            "Nothing was changed. Run the command in a terminal, or let BOCE_BUNDLE_KEY_FILE name a text "
            "file with the passphrase (or the age key) on its first line."
        ),
    )
