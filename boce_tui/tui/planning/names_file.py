"""Names on the screens of planning: the names file is opened, or begun, only when a name is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from boce_tui.locale import _
from boce_tui.names import Names, find_key
from boce_tui.tui.unlock import session_names, with_names
from boce_tui.tui.widgets.new_passphrase import NewPassphrase

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp


def readable_names(app: BoceApp, then: Callable[[Names], None]) -> None:
    """Call `then` with unlocked names: asks for the passphrase, or begins a names file with a new one.

    `then` is not called when the person cancels.
    """
    names = session_names(app)
    if not names.unlocked and not names.exists:
        key = find_key(app.env, app.dossier.folder, example=app.dossier.example)
        if key is not None:
            names.create(key)
    if names.unlocked or names.exists:
        with_names(app, lambda found: then(found) if found.unlocked else None)
    else:
        box = NewPassphrase(
            _("A passphrase for the names"),
            _("enter ready   esc go on without names"),
            detail=_(
                "Names are kept apart, in a file that only this passphrase opens. "
                "Nobody can find it back for you: write it down in a safe place."
            ),
            use=names.create,
        )
        app.push_screen(box, lambda made: then(names) if made else None)
