"""Help: what this screen is for and every key, from the registry; searchable, esc returns to your place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static, TextArea

from boce_tui.domain.text import fold
from boce_tui.locale import _
from boce_tui.tui import commands
from boce_tui.tui.commands import Command
from boce_tui.tui.help_texts import help_paragraphs
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.text import Piece, assemble, pad, safe
from boce_tui.tui.widgets.line_area import LineArea
from boce_tui.tui.widgets.lines_view import LinesView

_KEY_WIDTH = 14


class HelpText(LinesView):
    """The explanation and the keys, filtered by words."""

    def __init__(self, screen: Screen[Any], message: str = "") -> None:
        super().__init__()
        self._about = screen
        self._message = message
        self.words: list[str] = []

    def make_lines(self, width: int) -> list[Content]:
        """Explanation first, then this screen's keys, the keys of everywhere, and those of text fields.

        Words that stand on the screen are explained at the top; whoever searches finds all words at the end.
        """
        found: list[Content] = []
        if self._message and self._wanted(self._message):
            found += [safe(_("The whole message"), "kop"), *safe(self._message).wrap(width), Content("")]
        if isinstance(self._about, BoceScreen):
            if not self.words:
                found += self._explained(_("Words on this screen"), self._about.words_here(), width)
            for paragraph in help_paragraphs(self._about.HELP_ID):
                if self._wanted(paragraph):
                    found += [*safe(paragraph).wrap(width), Content("")]
            found += self._commands(_("Keys of this screen"), self._about.offered(), width)
            found += self._commands(
                _("Keys of this screen at other moments"), self._about.other_keys(), width
            )
        found += self._commands(_("Everywhere"), commands.GLOBAL, width)
        lists = [(keys, _(text)) for keys, text in commands.LIST_KEYS]
        found += self._table(_("In lists and choices"), lists, width)
        taken = {key for command in self._own() for key in key_names(command).split()}
        editor = [
            (keys, _(text)) for keys, text in commands.EDITOR_KEYS if not taken.intersection(keys.split())
        ]
        found += self._table(_("In a text field"), editor, width)
        if self.words:
            found += self._explained(_("Words"), None, width)
        return found or [safe(_("Nothing here has these words."), "stil")]

    def _own(self) -> list[Command]:
        return self._about.own_commands() if isinstance(self._about, BoceScreen) else []

    def _wanted(self, text: str) -> bool:
        folded = fold(text)
        return all(word in folded for word in self.words)

    def _explained(self, title: str, text: str | None, width: int) -> list[Content]:
        """The explanation of the words in a text, or of all that fit what is searched for."""
        if text == "":
            return []
        from boce_tui.instruments.glossary import load_glossary

        known = load_glossary()
        entries = known.entries if text is None else known.in_text(text)
        wanted = [one for one in entries if self._wanted(" ".join((*one.names(), str(one.text))))]
        lines = [
            line
            for one in wanted
            for line in assemble((f"{one.term}: ", "accent"), safe(str(one.text))).wrap(width)
        ]
        return [safe(title, "kop"), *lines, Content("")] if lines else []

    def _commands(self, title: str, offered: Iterable[Command], width: int) -> list[Content]:
        rows = [
            (key_names(command) or commands.PALETTE.key_text, f"{_(command.label)}. {_(command.help)}")
            for command in offered
        ]
        return self._table(title, rows, width)

    def _table(self, title: str, rows: Iterable[tuple[str, str]], width: int) -> list[Content]:
        found: list[Content] = []
        for keys, text in rows:
            if not self._wanted(f"{title} {keys} {text}"):
                continue
            wrapped = safe(text).wrap(max(10, width - _KEY_WIDTH))
            lead: Piece = (pad(keys, _KEY_WIDTH), "accent")
            for line in wrapped:
                found.append(assemble(lead, line))
                lead = " " * _KEY_WIDTH
        return [safe(title, "kop"), *found, Content("")] if found else []


def key_names(command: Command) -> str:
    """All keys of a command, as people write them."""
    return " ".join(commands.key_text(key) for key in command.keys)


class HelpScreen(ModalScreen[None]):
    """Help over the screen it explains."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1", "close", "Close", show=False),
        Binding("slash", "search", "Search", show=False),
    ]
    DEFAULT_CSS = """
    HelpScreen { align: center middle; background: $background 60%; }
    HelpScreen:ansi { background: transparent; }
    HelpScreen > .box {
        width: 76; max-width: 100%; height: 20; max-height: 100%;
        border: round $accent; background: $background; padding: 0 2;
    }
    HelpScreen .keys { color: $stil; height: 1; }
    HelpScreen LineArea { margin: 0 0 1 0; }
    """

    def __init__(self, about: Screen[Any], message: str = "") -> None:
        super().__init__()
        self._text = HelpText(about, message)
        self._search = LineArea(placeholder=_("type words to search"))
        self._keys = Static(Content(""), classes="keys")

    def compose(self) -> ComposeResult:
        """Search line, text, keys."""
        with Vertical(classes="box"):
            yield self._search
            yield self._text
            yield self._keys

    def on_mount(self) -> None:
        """Reading comes first; typing, `/` or a click searches."""
        self._text.focus()
        self._show_keys()

    def _show_keys(self) -> None:
        self._keys.update(Content(_("↑ ↓ read   type to search   esc back to where you were")))

    def on_language(self) -> None:
        """The texts in the other language."""
        self._search.show_placeholder(_("type words to search"))
        self._text.lines_changed()
        self._show_keys()

    def on_key(self, event: events.Key) -> None:
        """A letter typed while reading is the first one of what is searched for."""
        typed = event.character
        if self.focused is self._search or not typed or not event.is_printable or typed in "/ ":
            return
        event.stop()
        event.prevent_default()
        self._search.focus()
        self._search.insert(typed)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Every letter searches."""
        event.stop()
        self._text.words = fold(self._search.text).split()
        self._text.lines_changed()

    def on_line_area_submitted(self, event: LineArea.Submitted) -> None:
        """Enter: read what was found."""
        event.stop()
        self._text.focus()

    def action_search(self) -> None:
        """Type words."""
        self._search.focus()

    def action_close(self) -> None:
        """Back to where you were."""
        self.dismiss()
