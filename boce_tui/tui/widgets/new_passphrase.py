"""Asks twice for a new passphrase."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from boce_tui.errors import BoceError
from boce_tui.locale import _
from boce_tui.names import Key, new_passphrase
from boce_tui.tui.text import safe, safe_block
from boce_tui.tui.widgets.dialogs import Dialog


class NewPassphrase(Dialog):
    """Gives the key, or nothing when the person cancels.

    Args:
        question: What it is for.
        keys: What enter and esc do.
        detail: What one should know before choosing it.
        use: Tries the key before the box closes; what it says is wrong is told in the box.
    """

    def __init__(
        self, question: str, keys: str, *, detail: str = "", use: Callable[[Key], object] | None = None
    ) -> None:
        super().__init__()
        self._question, self._keys, self._detail = question, keys, detail
        self._use = use
        self._first = Input(password=True, compact=True, id="first")
        self._second = Input(password=True, compact=True, id="second")

    def compose(self) -> ComposeResult:
        """Question, two fields, what is wrong, keys."""
        with Vertical(classes="box"):
            yield Static(safe(self._question), classes="question")
            if self._detail:
                yield Static(safe_block(self._detail), classes="detail")
            yield Static(safe(_("Passphrase, twelve characters or more")), classes="stil")
            yield self._first
            yield Static(safe(_("The same once more")), classes="stil")
            yield self._second
            yield Static(safe(""), id="wrong", classes="fout")
            yield Static(safe(self._keys), classes="keys")

    def on_mount(self) -> None:
        """Type at once."""
        self._first.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """From the first to the second; then both must be the same."""
        event.stop()
        if event.input is self._first:
            self._second.focus()
            return
        if self._first.value != self._second.value:
            self._say(_("The two are not the same. Type the second once more."))
            self._second.value = ""
            return
        try:
            key = new_passphrase(self._first.value)
            if self._use is not None:
                self._use(key)
        except BoceError as problem:
            self._say(" ".join((problem.message, problem.hint)))
            self._first.focus()
        else:
            self.dismiss(key)

    def _say(self, words: str) -> None:
        self.query_one("#wrong", Static).update(safe_block(words))
