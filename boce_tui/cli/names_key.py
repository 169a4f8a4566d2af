"""The names file for commands that put names in: unlocked, or made the first time names are needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boce_tui.cli.dossiers import unlocked_names
from boce_tui.cli.output import tell
from boce_tui.cli.prompts import ask_new_secret, can_ask
from boce_tui.errors import PrivacyStop
from boce_tui.locale import _

if TYPE_CHECKING:
    from boce_tui.env import Env
    from boce_tui.names import Names
    from boce_tui.store import Dossier


def names_to_write(env: Env, dossier: Dossier) -> Names:
    """The names of the dossier, unlocked; the names file is made when there is none.

    Raises:
        PrivacyStop: There is no key and nobody to ask, or the key does not fit.
    """
    names = unlocked_names(env, dossier)
    if names.unlocked:
        return names
    if names.exists:
        raise PrivacyStop(
            _("There are names in this file, and the names file is locked."),
            hint=_(
                "Nothing was changed. Give the passphrase, or let BOCE_KEY_FILE name a file that holds it, "
                "and try again."
            ),
        )
    from boce_tui.names import find_key, new_passphrase

    key = find_key(env, dossier.folder, example=dossier.example)
    if key is not None:
        names.create(key if key.is_age_key else new_passphrase(key.secret))
        return names
    if not can_ask(env):
        raise PrivacyStop(
            _("There are names in this file, and they are only kept behind a passphrase."),
            hint=_(
                "Nothing was changed. Run the command in a terminal, or let BOCE_KEY_FILE name a text file "
                "with the passphrase on its first line."
            ),
        )
    tell(env, _("Names are kept in a file of their own, names.age, that only opens with a passphrase."))
    tell(env, _("Nobody can recover it: keep it where both evaluators can find it."))
    typed = ask_new_secret(_("New passphrase"), _("The same passphrase again"), new_passphrase)
    names.create(new_passphrase(typed))
    return names
