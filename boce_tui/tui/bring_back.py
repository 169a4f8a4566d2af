"""After an unclean end: text that was typed but not saved comes back in the field it was typed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boce_tui.cycle.left_behind import place_of, title_of
from boce_tui.cycle.titles import Titles
from boce_tui.locale import ngettext
from boce_tui.store.recovery import Recovered
from boce_tui.tui.widgets.line_area import LineArea
from boce_tui.tui.widgets.note_area import NoteArea
from boce_tui.tui.working.two_texts import BOTH, SAVED, TwoTextsScreen

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp


def bring_back(app: BoceApp, area: NoteArea, field: str) -> None:
    """Put the text that waits for `field` in `area`; shows both when the saved text differs since.

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

    def answered(answer: str | None) -> None:
        if answer == SAVED:
            app.dossier.drafts.discard(field)
        elif answer is not None and area.saver is saver:
            _take(app, area, waiting, above=waiting.saved_text if answer == BOTH else "")

    title = title_of(Titles(app.dossier, app.round_id), *place_of(field))
    app.push_screen(TwoTextsScreen(title, waiting), answered)


def _take(app: BoceApp, area: NoteArea, waiting: Recovered, above: str = "") -> None:
    typed = app.dossier.drafts.accept(waiting.field)
    between = " " if isinstance(area, LineArea) else "\n\n"
    area.retype(f"{above}{between}{typed}" if above.strip() else typed)
    app.tell(
        ngettext(
            "Brought back: {n} character you typed before the app stopped.",
            "Brought back: {n} characters you typed before the app stopped.",
            waiting.chars,
        ).format(n=waiting.chars)
    )
