"""The form of one theme in one form, and that of the progress round as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import boce_tui.tui.progressing.commands  # noqa: F401  - registers the help
from boce_tui.cycle.progressing.planned import source_words
from boce_tui.cycle.progressing.rounds import cell_book, round_book
from boce_tui.cycle.wording import theme_name
from boce_tui.domain.vocabulary import FORMS, label
from boce_tui.tui.filling.form_screen import FormScreen

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp


class CellScreen(FormScreen):
    """One theme in one form."""

    HELP_ID = "progress.cell"

    def __init__(self, app: BoceApp, key: str) -> None:
        self.key = key
        self._place = self._source = ""
        super().__init__(app, cell_book(app.dossier, key))

    def changed(self) -> None:
        """Line 1 is painted while somebody types: what it says is read only when something changed."""
        if self.book.there:
            theme, form = self.key.split("/")[2:]
            self._place = " · ".join((theme_name(self.dossier, theme), label(FORMS, form)))
            self._source = source_words(self.dossier, self.key)
        super().changed()

    def place(self) -> str:
        """Theme and form."""
        return self._place

    def aside(self) -> str:
        """Where the planned result comes from."""
        return self._source


class WholeScreen(FormScreen):
    """What is about the whole progress round."""

    HELP_ID = "progress.cell"

    def __init__(self, app: BoceApp, key: str) -> None:
        super().__init__(app, round_book(app.dossier, key))

    def place(self) -> str:
        """Its title."""
        return self.book.sheet.title if self.book.there else ""
