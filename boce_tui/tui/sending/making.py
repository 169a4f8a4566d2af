"""Writing a document that goes out from a screen: where, and then in the export log."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from boce_tui.cycle.outgoing import Outgoing, wrote
from boce_tui.locale import _
from boce_tui.tui.reporting.destination import ask_where
from boce_tui.tui.sending.showing import verdict

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp

FILES = {
    "letter": "brief-raden",
    "summary": "samenvatting-raden",
    "feedback": "terugkoppeling",
    "report_decided": "evaluatie-met-besluiten",
    "recalibration": "herijking",
}
"""What the file is called at first; the person may type another name."""


def make_file(app: BoceApp, made: Outgoing, tail: str = "") -> None:
    """Ask where, write it there and note that it left; say so when it may not leave.

    Args:
        app: The app.
        made: The document.
        tail: Goes behind the name of the file: the municipality it is for.
    """
    if made.exit_code:
        app.tell(_("Not yet: {verdict}. e: to the place.").format(verdict=verdict(made)), "warning")
        return
    dossier, round_id = app.dossier, app.round_id
    name = "-".join(filter(None, (FILES[made.kind], round_id, tail)))
    ask_where(
        app,
        made.markdown,
        str(Path.home() / f"{name}.md"),
        question=_("Where does the document go?"),
        then=lambda: wrote(dossier, round_id, made),
    )
