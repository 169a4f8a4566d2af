"""Names and dates as the screens and messages of every step write them."""

from __future__ import annotations

from datetime import date

from boce_tui.domain.agenda import Theme
from boce_tui.domain.keys import GENERAL
from boce_tui.locale import _, language
from boce_tui.store import Dossier


def theme_name(dossier: Dossier, theme: str) -> str:
    """Name of a theme in the language of the moment; "General" for none in particular."""
    if theme == GENERAL:
        return _("General")
    found = dossier.value(Theme, theme)
    if found is None:
        return theme
    return in_words(found)


def in_words(theme: Theme) -> str:
    """Name of a theme that was read already, in the language of the moment."""
    return theme.name_en if language() == "en" and theme.name_en else theme.name


def day(when: date) -> str:
    """A date as people here write it."""
    return f"{when:%d-%m-%Y}"


def shortened(text: str, most: int = 48) -> str:
    """The first words of a text, on one line."""
    words = " ".join(text.split())
    return words if len(words) <= most else words[: most - 1] + "…"
