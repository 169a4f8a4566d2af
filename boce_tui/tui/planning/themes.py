"""The themes of the agenda with the ambitions under them (R3-R6)."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from boce_tui.cycle.planning import (
    add_ambition,
    add_theme,
    ambitions,
    remove_ambition,
    remove_theme,
    theme_warnings,
    themes,
)
from boce_tui.cycle.planning.themes import decided
from boce_tui.cycle.wording import shortened, theme_name
from boce_tui.domain.agenda import Theme
from boce_tui.domain.round import Round
from boce_tui.domain.vocabulary import REALISATION_STATUS, label
from boce_tui.locale import _
from boce_tui.store import Dossier
from boce_tui.tui.planning.list_screen import ListScreen
from boce_tui.tui.text import Piece, assemble, lines
from boce_tui.tui.widgets.dialogs import Option, ask_text, choose
from boce_tui.tui.widgets.pick_list import Column, PickRow

_THEME = "\0theme"


class ThemesScreen(ListScreen):
    """Themes, each with its ambitions."""

    HELP_ID = "planning.themes"

    def place(self) -> str:
        """Themes and ambitions."""
        return _("Themes and ambitions")

    def columns(self) -> Iterable[Column]:
        """Name or text, other names, state."""
        return (
            Column(_("Theme or ambition")),
            Column(_("Also called"), width=24, from_width=100),
            Column(_("State"), width=24),
        )

    def empty(self) -> str:
        """What belongs here."""
        return _("There are no themes yet. n adds a theme; then its ambitions.")

    def summary(self) -> Content:
        """Themes that stopped without a decision (R5)."""
        return lines(*(assemble((f"! {w.message}", "let-op")) for w in theme_warnings(self.dossier)))

    def rows(self) -> list[PickRow]:
        """A theme, then its ambitions."""
        rows: list[PickRow] = []
        for key, theme in themes(self.dossier).items():
            name: Piece = (theme_name(self.dossier, key), "kop")
            rows.append(
                PickRow(key, (name, ", ".join(theme.aliases), self._state(key, theme)), theme.words())
            )
            for id_, ambition in ambitions(self.dossier, key).items():
                status = label(REALISATION_STATUS, ambition.formal.status) if ambition.formal else ""
                rows.append(PickRow(id_, (f"  {ambition.text}", ambition.source, status), theme.words()))
        return rows

    def _state(self, key: str, theme: Theme) -> Piece:
        if decided(theme):
            return _("ended by decision")
        if theme.work_stopped:
            return (_("! stopped, no decision"), "let-op")
        round_ = self.dossier.value(Round, self.round_id)
        if round_ is None:
            return ""
        return (
            _("focus theme")
            if key in round_.focus_themes
            else (_("left out"), "stil")
            if round_.left_out
            else ""
        )

    def open_item(self, item: str) -> None:
        """The form."""
        from boce_tui.tui.planning import themes_door

        self.boce.open(themes_door(self.boce, item))

    def new(self) -> None:
        """A theme, or an ambition of a theme."""
        known = themes(self.dossier)
        if not known:
            self._ask_theme()
            return
        options = [Option(_THEME, _("a new theme"))]
        options += [
            Option(key, _("an ambition of {theme}").format(theme=theme_name(self.dossier, key)))
            for key in known
        ]
        default = self.list.current or ""
        ambition = ambitions(self.dossier).get(default)
        choose(
            self.boce,
            _("What do you want to add?"),
            options,
            lambda chosen: self._ask_theme() if chosen == _THEME else self._ask_ambition(chosen),
            default=ambition.theme if ambition else default,
        )

    def _ask_theme(self) -> None:
        ask_text(self.boce, _("What is the theme called?"), self._add_theme)

    def _add_theme(self, name: str) -> None:
        self._made(self.do(name, lambda dossier: add_theme(dossier, name=name).key))

    def _ask_ambition(self, theme: str) -> None:
        ask_text(
            self.boce,
            _("What was agreed for {theme}?").format(theme=theme_name(self.dossier, theme)),
            lambda text: self._made(
                self.do(shortened(text), lambda dossier: add_ambition(dossier, theme=theme, text=text).key)
            ),
            detail=_("In one sentence. Source, decisions and status come in the form that opens."),
        )

    def _made(self, key: str | None) -> None:
        if key:
            self.list.go_to(key)
            self.open_item(key)

    def take_away(self, dossier: Dossier, item: str) -> None:
        """Take a theme or ambition out, when nothing uses it."""
        (remove_theme if item in themes(dossier) else remove_ambition)(dossier, item)

    def removed_words(self, item: str) -> str:
        """By name."""
        ambition = ambitions(self.dossier).get(item)
        name = shortened(ambition.text) if ambition else theme_name(self.dossier, item)
        return _("{item} taken away").format(item=name)
