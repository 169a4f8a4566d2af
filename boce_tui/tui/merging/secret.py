"""The passphrase of a bundle; what is typed does not show and is not kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from boce_tui.errors import BoceError
from boce_tui.exchange.bundle import find_key
from boce_tui.locale import _
from boce_tui.names.keys import Key, new_passphrase, passphrase
from boce_tui.tui.text import safe
from boce_tui.tui.widgets.dialogs import Dialog

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp


def with_key(app: BoceApp, then: Callable[[Key], None], *, new: bool, detail: str) -> None:
    """Call `then` with the key: that of the environment, else what the person types.

    Args:
        app: The app.
        then: What is done with it; not called when the person cancels.
        new: True when something is going to be locked: then it is typed twice.
        detail: What it is about.
    """
    try:
        key = find_key(app.env)
    except BoceError as problem:
        app.tell_problem(problem)
        return
    if key is not None:
        then(key)
    else:
        app.push_screen(SecretDialog(new=new, detail=detail), lambda found: then(found) if found else None)


class SecretDialog(Dialog):
    """Dismissed with a key, or with nothing.

    Args:
        new: Typed twice, and not too short.
        detail: What it is about.
        question: What is asked; by default the passphrase of the bundle.
    """

    def __init__(self, *, new: bool, detail: str, question: str = "") -> None:
        super().__init__()
        self._new = new
        self._detail = detail
        self._question = question or _("Passphrase of the bundle")
        self._first: Key | None = None
        self._line = Input(password=True, compact=True)

    def compose(self) -> ComposeResult:
        """Question, field, what is wrong, keys."""
        with Vertical(classes="box"):
            yield Static(safe(self._question), classes="question")
            yield Static(safe(self._detail), classes="detail")
            yield self._line
            yield Static(safe(""), id="wrong")
            yield Static(safe(_("enter goes on   esc cancels")), classes="keys")

    def on_mount(self) -> None:
        """Type at once."""
        self._line.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """A new one is asked twice."""
        event.stop()
        typed, self._line.value = event.value, ""
        if not self._new:
            if typed:
                self.dismiss(passphrase(typed))
            return
        try:
            key = new_passphrase(typed)
        except BoceError as problem:
            self._say(problem.message)
            return
        if self._first is None:
            self._first = key
            self._say(_("The same passphrase again:"))
        elif self._first == key:
            self.dismiss(key)
        else:
            self._first = None
            self._say(_("This is not the same as the first time. Begin again."))

    def _say(self, text: str) -> None:
        self.query_one("#wrong", Static).update(safe(text, "let-op"))
