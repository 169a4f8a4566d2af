"""The names, when a screen needs them: unlocked once per session, asked for only then."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from boce_tui.errors import BoceError
from boce_tui.locale import _
from boce_tui.names import Names, find_key
from boce_tui.tui.text import safe
from boce_tui.tui.widgets.dialogs import Dialog

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp


def session_names(app: BoceApp) -> Names:
    """The names of the open dossier: unlocked when that can be done without asking, else as they are."""
    if app.names is None:
        app.names = Names(app.dossier.folder)
    names = app.names
    if not names.unlocked and names.exists:
        try:
            key = find_key(app.env, app.dossier.folder, example=app.dossier.example)
            if key is not None:
                names.unlock(key)
        except BoceError as problem:
            app.tell_problem(problem)
    return names


def with_names(app: BoceApp, then: Callable[[Names], None]) -> None:
    """Call `then` with the names, after asking for the passphrase when that is needed.

    `then` gets them locked when there is no names file, or the person does not know the passphrase.
    """
    names = session_names(app)
    if names.unlocked or not names.exists:
        then(names)
    else:
        app.push_screen(PassphraseDialog(names), lambda _answer: then(names))


class PassphraseDialog(Dialog):
    """Asks for the passphrase of the names file; esc goes on without it."""

    def __init__(self, names: Names) -> None:
        super().__init__()
        self._names = names

    def compose(self) -> ComposeResult:
        """Question, field, what is wrong, keys."""
        with Vertical(classes="box"):
            yield Static(safe(_("Passphrase of the names file")), classes="question")
            yield Static(safe(_("It is needed to check that nobody is named.")), classes="detail")
            yield Input(password=True, compact=True)
            yield Static(safe(""), id="wrong", classes="fout")
            yield Static(safe(_("enter unlock   esc go on without names")), classes="keys")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Try it; a wrong one is said here."""
        try:
            self._names.unlock(event.value)
        except BoceError as problem:
            self.query_one("#wrong", Static).update(safe(problem.message))
            event.input.value = ""
        else:
            self.dismiss("unlocked")
