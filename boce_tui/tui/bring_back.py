"""After an unclean end: text that was typed but not saved comes back in the field it was typed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boce_tui.locale import _, ngettext
from boce_tui.store.recovery import Recovered
from boce_tui.tui.widgets.dialogs import Option, choose
from boce_tui.tui.widgets.note_area import NoteArea

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp


def bring_back(app: BoceApp, area: NoteArea, field: str) -> None:
    """Put the text that waits for `field` in `area`; asks which one when the saved text differs since.

    Args:
        app: The app, with the open dossier.
        area: Shows the saved text already, with the saver of `field`.
        field: ``entity:key:attribute``, as the saver has it.
    """
    waiting = next((found for found in app.dossier.drafts.recovered() if found.field == field), None)
    if waiting is None:
        return
    if not waiting.conflict:
        _take(app, area, waiting)
        return
    saver = area.saver

    def answered(answer: str) -> None:
        if answer == "saved":
            app.dossier.drafts.discard(field)
        elif area.saver is saver:
            _take(app, area, waiting)

    options = [
        Option("saved", _("The saved one"), waiting.saved_text),
        Option("typed", _("What I typed before the app stopped"), waiting.text),
    ]
    choose(app, _("Two versions of this text: which one do you want?"), options, answered)


def _take(app: BoceApp, area: NoteArea, waiting: Recovered) -> None:
    area.retype(app.dossier.drafts.accept(waiting.field))
    app.tell(
        ngettext(
            "Brought back: {n} character you typed before the app stopped.",
            "Brought back: {n} characters you typed before the app stopped.",
            waiting.chars,
        ).format(n=waiting.chars)
    )
