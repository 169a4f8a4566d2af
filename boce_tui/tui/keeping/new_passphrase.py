"""Asks twice for a new passphrase."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from boce_tui.errors import BoceError
from boce_tui.locale import _
from boce_tui.names import new_passphrase
from boce_tui.tui.text import safe, safe_block
from boce_tui.tui.widgets.dialogs import Dialog


class AskPassphrase(Dialog):
    """Gives the key, or nothing when the person cancels."""

    def __init__(self) -> None:
        super().__init__()
        self._first = Input(password=True, compact=True, id="first")
        self._second = Input(password=True, compact=True, id="second")

    def compose(self) -> ComposeResult:
        """Question, two fields, what is wrong, keys."""
        with Vertical(classes="box"):
            yield Static(safe(_("A new passphrase")), classes="question")
            yield Static(safe(_("Passphrase, twelve characters or more")), classes="stil")
            yield self._first
            yield Static(safe(_("The same once more")), classes="stil")
            yield self._second
            yield Static(safe(""), id="wrong", classes="fout")
            yield Static(safe(_("enter ready   esc cancels")), classes="keys")

    def on_mount(self) -> None:
        """Type at once."""
        self._first.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """From the first to the second; then both must be the same."""
        event.stop()
        if event.input is self._first:
            self._second.focus()
            return
        try:
            if self._first.value != self._second.value:
                self._say(_("The two are not the same. Type the second once more."))
                self._second.value = ""
                return
            key = new_passphrase(self._first.value)
        except BoceError as problem:
            self._say(" ".join((problem.message, problem.hint)))
            self._first.focus()
        else:
            self.dismiss(key)

    def _say(self, words: str) -> None:
        self.query_one("#wrong", Static).update(safe_block(words))
