"""Questions in words, for whoever reads back what was asked."""

from __future__ import annotations

from boce_tui.cycle.wording import in_words
from boce_tui.domain.agenda import Agenda, Theme
from boce_tui.instruments.model import Text
from boce_tui.instruments.placeholders import filled
from boce_tui.locale import _, language
from boce_tui.store import Dossier


class QuestionWords:
    """Questions as somebody reads them back, in the language of the moment: nothing between braces is left.

    Args:
        dossier: The dossier; read once.
        year: Year of the round; without it a question is of "the year".
    """

    def __init__(self, dossier: Dossier, year: int | None = None) -> None:
        agenda = dossier.value(Agenda, "agenda")
        self._themes = {key: in_words(theme) for key, theme in dossier.values(Theme).items()}
        self._words = {
            "theme": _("the theme"),
            "agenda": agenda.name if agenda else _("the agenda"),
            "year": str(year) if year else _("the year"),
            "municipality": _("the municipality"),
        }

    def theme(self, theme: str) -> str:
        """Name of a theme."""
        return self._themes.get(theme, theme)

    def of(self, asked: Text, theme: str | None = None) -> str:
        """The words of a question, or of a follow-up question, asked about a theme (its id) or about none."""
        words = self._words | ({"theme": self.theme(theme)} if theme else {})
        return filled(asked, {name: Text(word, word) for name, word in words.items()}).get(language())
