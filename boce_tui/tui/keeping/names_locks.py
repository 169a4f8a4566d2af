"""Who can open the names: changed here, each change read back before the old file goes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import boce_tui.tui.keeping.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.handing_over.names_joining import joins
from boce_tui.errors import BoceError
from boce_tui.locale import N_, _
from boce_tui.names.extra_words import cleaned
from boce_tui.names.locks import OWN, RECOVERY, label_of, listed
from boce_tui.tui.keeping.names_joining import join_names
from boce_tui.tui.read_screen import ReadScreen
from boce_tui.tui.unlock import session_names, with_names
from boce_tui.tui.widgets.dialogs import Option, ask_text, choose
from boce_tui.tui.widgets.facts_view import FactsView, Row
from boce_tui.tui.widgets.new_passphrase import NewPassphrase

if TYPE_CHECKING:
    from boce_tui.names import Key, Names

KINDS = {"passphrase": N_("passphrase"), "recovery": N_("printed code"), "key": N_("age key")}


class LocksScreen(ReadScreen[FactsView]):
    """The locks of the names file."""

    COMMANDS = (
        "keeping.passphrase",
        "keeping.add-lock",
        "keeping.recovery",
        "keeping.remove-lock",
        "keeping.words",
        "keeping.join",
    )
    HELP_ID = "keeping.locks"

    def __init__(self) -> None:
        super().__init__(FactsView(24, "locks"))
        self._code = ""

    def place(self) -> str:
        """Where one is."""
        return _("Who can open the names")

    def can(self, command_id: str) -> bool:
        """Only when there are names, and nothing is being done."""
        there = session_names(self.boce).exists and not self._busy
        if command_id == "keeping.join":
            return there and joins(self.boce.dossier, session_names(self.boce))
        return there and (command_id != "keeping.remove-lock" or len(self._locks()) > 1)

    def _locks(self) -> list[tuple[str, str]]:
        names = session_names(self.boce)
        if not names.exists:
            return []
        return [(lock.label, lock.kind) for lock in listed((names.folder / "names.age").read_bytes())]

    def show(self) -> None:
        """Every lock; below them a code that was made."""
        rows: list[Row] = [(label, _(KINDS[kind]), "") for label, kind in self._locks()]
        if not rows:
            rows.append(("", _("There is no names file here yet."), ""))
        if self._code:
            rows += [("", "", ""), ("", _("The code, shown once: print it or write it down."), "let-op")]
            rows.append(("", self._code, "kop"))
        self._view.show(rows)
        self.refresh_bars()

    def action_keeping_passphrase(self) -> None:
        """Another passphrase for the evaluators."""
        self._with_key(lambda names, key: names.set_passphrase(key, OWN))

    def action_keeping_add_lock(self) -> None:
        """A word for who it is, then their passphrase."""

        def check(typed: str) -> str:
            try:
                label = label_of(typed)
            except BoceError as problem:
                return problem.message
            return _("This name is taken.") if label in (OWN, RECOVERY) else ""

        ask_text(
            self.boce,
            _("Who can open the names too?"),
            lambda typed: self._with_key(lambda names, key: names.set_passphrase(key, label_of(typed))),
            detail=_("A word such as support or archive; never a person's name."),
            check=check,
        )

    def action_keeping_recovery(self) -> None:
        """A code to print; it is on this screen until one leaves it."""

        def made(code: str) -> None:
            self._code = code
            self._done(None)

        self._unlocked(
            lambda names: self._work(lambda: names.make_recovery_code(self.boce.env.entropy), made)
        )

    def action_keeping_remove_lock(self) -> None:
        """Which one goes."""
        options = [Option(label, f"{label} ({_(KINDS[kind])})") for label, kind in self._locks()]
        choose(
            self.boce,
            _("Which lock goes?"),
            options,
            lambda label: self._unlocked(
                lambda names: self._work(lambda: names.remove_lock(label), self._done)
            ),
            detail=_("A copy of names.age from before still opens for them: destroy it."),
        )

    def action_keeping_words(self) -> None:
        """The words beside the names, all on one line."""

        def check(typed: str) -> str:
            try:
                cleaned(typed.split(";"))
            except BoceError as problem:
                return problem.message
            return ""

        def ask(names: Names) -> None:
            ask_text(
                self.boce,
                _("Which words must not stand in a report either?"),
                lambda typed: self._work(lambda: names.set_words(cleaned(typed.split(";"))), self._done),
                text="; ".join(names.data().words),
                detail=_("A nickname, a house, a case everybody knows. Write a ; between two."),
                check=check,
            )

        self._unlocked(ask)

    def action_keeping_join(self) -> None:
        """The names that the other laptop knows, beside those that are here."""
        self._unlocked(lambda names: join_names(self, names))

    def _unlocked(self, then: Callable[[Names], None]) -> None:
        def got(names: Names) -> None:
            if names.unlocked:
                then(names)

        with_names(self.boce, got)

    def _with_key(self, change: Callable[[Names, Key], None]) -> None:
        def ask(names: Names) -> None:
            def typed(key: Key | None) -> None:
                if key is not None:
                    self._work(lambda: change(names, key), self._done)

            box = NewPassphrase(_("A new passphrase"), _("enter ready   esc cancels"))
            self.boce.push_screen(box, typed)

        self._unlocked(ask)

    def _work(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        self.do_long(_("The names are encrypted anew..."), work, then)

    def _done(self, _nothing: object) -> None:
        self.show()
        self.tell(_("Done. The new names file was opened before the old one went."))
