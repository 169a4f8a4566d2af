"""Two texts of one field after an unclean end: both stand there, with the difference; a person chooses."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

import boce_tui.tui.working.commands  # noqa: F401  - registers the ids used below
from boce_tui.locale import _
from boce_tui.store.recovery import Recovered
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.text import safe, safe_block
from boce_tui.tui.widgets.diff_view import DiffView

SAVED, TYPED, BOTH = "saved", "typed", "both"


class TwoTextsScreen(BoceScreen):
    """Dismissed with ``saved``, ``typed`` or ``both``; with nothing when the person goes back: both are kept.

    Args:
        title: Whose text it is.
        recovered: The two texts.
    """

    COMMANDS = ("texts.keep_saved", "texts.take_typed", "texts.keep_both")
    HELP_ID = "two-texts"
    DEFAULT_CSS = """
    TwoTextsScreen .words { height: auto; padding: 1 1 0 1; color: $stil; }
    TwoTextsScreen .said { height: auto; max-height: 5; padding: 0 1; }
    TwoTextsScreen DiffView { height: 1fr; }
    """

    def __init__(self, title: str, recovered: Recovered) -> None:
        super().__init__()
        self._title = title
        self._recovered = recovered
        self._words = [Static(safe(""), classes="words") for _number in range(3)]
        self._diff = DiffView()

    def place(self) -> str:
        """Whose texts."""
        return _("Two texts: {title}").format(title=self._title)

    def compose_body(self) -> ComposeResult:
        """Both texts and the difference."""
        with Vertical():
            yield self._words[0]
            yield Static(safe_block(self._recovered.saved_text or _("(empty)")), classes="said")
            yield self._words[1]
            yield Static(safe_block(self._recovered.text or _("(empty)")), classes="said")
            yield self._words[2]
            yield self._diff

    def on_mount(self) -> None:
        """The difference."""
        self.on_language()
        self._diff.show(self._recovered.saved_text, self._recovered.text)
        self._diff.focus()

    def on_language(self) -> None:
        """Other words around the same texts."""
        heads = (
            _("1  The saved text"),
            _("2  Brought back, typed but not saved"),
            _("The difference; 3 keeps both"),
        )
        for line, words in zip(self._words, heads, strict=True):
            line.update(safe(words))

    def action_texts_keep_saved(self) -> None:
        """The saved text it is."""
        self.dismiss(SAVED)

    def action_texts_take_typed(self) -> None:
        """The other text it is."""
        self.dismiss(TYPED)

    def action_texts_keep_both(self) -> None:
        """One under the other."""
        self.dismiss(BOTH)

    def action_back(self) -> None:
        """Not now: both texts stay."""
        self.dismiss(None)
