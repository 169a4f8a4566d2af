"""The hours there are for themes in one year."""

from __future__ import annotations

from typing import TYPE_CHECKING

import boce_tui.tui.taking_in.commands  # noqa: F401  - registers the help
from boce_tui.cycle.taking_in.intakes import available_book
from boce_tui.domain.round import Round
from boce_tui.locale import _
from boce_tui.store import Dossier
from boce_tui.tui.filling.form_screen import FormScreen

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp


def next_year(dossier: Dossier, round_id: str) -> int:
    """The year budgets are for: the one after the round."""
    found = dossier.value(Round, round_id)
    return (found.year if found else 0) + 1


class HoursScreen(FormScreen):
    """One table per municipality and one for the programme office."""

    HELP_ID = "hours"

    def __init__(self, app: BoceApp, round_id: str, year: int) -> None:
        self._year = year
        super().__init__(app, available_book(app.dossier, round_id, year))

    def place(self) -> str:
        """The year."""
        return _("Available hours in {year}").format(year=self._year)
