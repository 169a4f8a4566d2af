"""The names, when a screen needs them: unlocked once per session, asked for only then.

A passphrase takes seconds to try, so that is done in a thread: the app goes on meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from boce_tui.cycle.profiles import names_of
from boce_tui.errors import BoceError
from boce_tui.locale import _
from boce_tui.names import Key, Names, find_key
from boce_tui.tui.text import safe
from boce_tui.tui.widgets.dialogs import Dialog

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp


def session_names(app: BoceApp) -> Names:
    """The names of the open dossier as they are now: unlocked when nobody has to be asked or to wait.

    A passphrase in a key file is tried in a thread, once; the screens show the names when that is done.
    """
    names = _names(app)
    if not names.unlocked and names.exists and not app.names_tried:
        key = _known_key(app)
        if key is not None and key.is_age_key:
            _unlock_at_once(app, names, key)
        elif key is not None:
            app.names_tried = True
            app.in_background(lambda: names.unlock(key), lambda _nothing: app.show_again())
    return names


def with_names(app: BoceApp, then: Callable[[Names], None]) -> None:
    """Call `then` with the names, after asking for the passphrase when that is needed.

    `then` gets them locked when there is no names file, or the person does not know the passphrase.
    """
    names = _names(app)
    key = None
    if not names.unlocked and names.exists:
        key = _known_key(app)
        if key is not None and key.is_age_key:
            _unlock_at_once(app, names, key)
            key = None
    if names.unlocked or not names.exists:
        then(names)
    else:
        app.push_screen(PassphraseDialog(names, key), lambda _answer: then(names))


def _names(app: BoceApp) -> Names:
    if app.names is None:
        app.names = names_of(app.dossier)
    return app.names


def _known_key(app: BoceApp) -> Key | None:
    """The key that can be had without asking; what is wrong with it is told."""
    try:
        return find_key(app.env, app.dossier.folder, example=app.dossier.example)
    except BoceError as problem:
        app.tell_problem(problem)
        return None


def _unlock_at_once(app: BoceApp, names: Names, key: Key) -> None:
    try:
        names.unlock(key)
    except BoceError as problem:
        app.tell_problem(problem)


class PassphraseDialog(Dialog):
    """Asks for the passphrase of the names file; esc goes on without it.

    Args:
        names: What is unlocked.
        key: A passphrase that is known already: tried first, and asked for only when it does not fit.
    """

    def __init__(self, names: Names, key: Key | None = None) -> None:
        super().__init__()
        self._names = names
        self._key = key
        self._busy = False
        self._line = Input(password=True, compact=True)

    def compose(self) -> ComposeResult:
        """Question, field, what is wrong, keys."""
        with Vertical(classes="box"):
            yield Static(safe(_("Passphrase of the names file")), classes="question")
            yield Static(safe(_("It is needed to check that nobody is named.")), classes="detail")
            yield self._line
            yield Static(safe(""), id="wrong")
            yield Static(safe(_("enter unlock   esc go on without names")), classes="keys")

    def on_mount(self) -> None:
        """Type at once, unless the passphrase is known."""
        self._line.focus()
        if self._key is not None:
            self._try(self._key)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Try it; a wrong one is said here."""
        event.stop()
        if not self._busy:
            self._try(event.value)

    def _try(self, key: Key | str) -> None:
        self._busy = True
        self.query_one("#wrong", Static).update(safe(_("unlocking..."), "stil"))
        boce: BoceApp = self.app  # type: ignore[assignment]  # the only app there is
        boce.in_background(lambda: self._names.unlock(key), self._unlocked, self._refused)

    def _unlocked(self, _nothing: None) -> None:
        if self.is_current:  # else the person went on without waiting
            self.dismiss("unlocked")

    def _refused(self, error: Exception) -> None:
        self._busy = False
        if not isinstance(error, BoceError):
            boce: BoceApp = self.app  # type: ignore[assignment]  # the only app there is
            boce.tell_failure(error)
        if self.is_attached:
            words = error.message if isinstance(error, BoceError) else ""
            self.query_one("#wrong", Static).update(safe(words, "fout"))
            self._line.value = ""
            self._line.focus()
