"""Names on the screens of planning: the names file is opened, or begun, only when a name is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from boce_tui.errors import BoceError
from boce_tui.locale import _
from boce_tui.names import Names, find_key, new_passphrase
from boce_tui.tui.text import safe, safe_block
from boce_tui.tui.unlock import session_names, with_names
from boce_tui.tui.widgets.dialogs import Dialog

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp


def readable_names(app: BoceApp, then: Callable[[Names], None]) -> None:
    """Call `then` with unlocked names: asks for the passphrase, or begins a names file with a new one.

    `then` is not called when the person cancels.
    """
    names = session_names(app)
    if not names.unlocked and not names.exists:
        key = find_key(app.env, app.dossier.folder, example=app.dossier.example)
        if key is not None:
            names.create(key)
    if names.unlocked or names.exists:
        with_names(app, lambda found: then(found) if found.unlocked else None)
    else:
        app.push_screen(NewPassphraseDialog(names), lambda made: then(names) if made else None)


class NewPassphraseDialog(Dialog):
    """Asks twice for the passphrase of a names file that is yet to be made."""

    def __init__(self, names: Names) -> None:
        super().__init__()
        self._names = names
        self._first = Input(password=True, compact=True, id="first")
        self._second = Input(password=True, compact=True, id="second")

    def compose(self) -> ComposeResult:
        """Question, two fields, what is wrong, keys."""
        about = _(
            "Names are kept apart, in a file that only this passphrase opens. "
            "Nobody can find it back for you: write it down in a safe place."
        )
        with Vertical(classes="box"):
            yield Static(safe(_("A passphrase for the names")), classes="question")
            yield Static(safe_block(about), classes="detail")
            yield Static(safe(_("Passphrase, twelve characters or more")), classes="stil")
            yield self._first
            yield Static(safe(_("The same once more")), classes="stil")
            yield self._second
            yield Static(safe(""), id="wrong", classes="fout")
            yield Static(safe(_("enter ready   esc go on without names")), classes="keys")

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
            self._names.create(new_passphrase(self._first.value))
        except BoceError as problem:
            self._say(" ".join((problem.message, problem.hint)))
            self._first.focus()
        else:
            self.dismiss("made")

    def _say(self, words: str) -> None:
        self.query_one("#wrong", Static).update(safe_block(words))
