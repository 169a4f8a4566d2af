"""Taking over what the evaluators gave: which file, why one is refused, and what comes in before it does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import boce_tui.tui.handing_over.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.handing_over.names_coming import load
from boce_tui.cycle.merging import Look, look
from boce_tui.cycle.rounds import latest_round
from boce_tui.cycle.withdrawing.saying import Line
from boce_tui.errors import BoceError, PrivacyStop
from boce_tui.exchange import bundle
from boce_tui.exchange.bundle.reading import load as load_bundle
from boce_tui.locale import _, ngettext
from boce_tui.names import Key, Names, find_key
from boce_tui.tui.ask_file import ask_file
from boce_tui.tui.handing_over import offers
from boce_tui.tui.handing_over.offers import Offer
from boce_tui.tui.merging.secret import SecretDialog, with_key
from boce_tui.tui.read_screen import ReadScreen
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.unlock import session_names
from boce_tui.tui.widgets.said_lines import SaidLines
from boce_tui.tui.working.screen import undo_book

T = TypeVar("T")
DOCUMENT, BUNDLE, NAMES = ".json", ".boce", ".age"


class TakingScreen(ReadScreen[SaidLines]):
    """Asks for a file; what is wrong with one stays here to be read."""

    COMMANDS = ("handing.take",)
    HELP_ID = "handing_over.taking"

    def __init__(self) -> None:
        super().__init__(SaidLines("taking"))
        self._name = ""
        self._refused: list[str] = []

    def place(self) -> str:
        """What it is about."""
        return _("Take over from the evaluators")

    def can(self, command_id: str) -> bool:
        """Nothing while a file is being read, or when one only reads."""
        del command_id
        return self.boce.dossier.writable and not self._busy

    def on_screen_resume(self) -> None:
        """Something may have been taken over."""
        super().on_screen_resume()
        self.show()

    def show(self) -> None:
        """What was refused, the files there are, and what is here."""
        dossier = self.boce.dossier
        lines = []
        if self._refused:
            lines.append(Line("head", _("Not taken over: {file}").format(file=self._name)))
            lines += [Line("warn", text) for text in self._refused]
        lines += [
            Line("head", _("Programme support gets these from the evaluators")),
            Line("plain", _("the round as a document (.json), or locked as a bundle (.boce)")),
            Line("plain", _("the names that belong to it (.age), for the name check")),
            Line("plain", _("o  takes one over; first it shows what comes in")),
            Line("head", _("Here now")),
        ]
        round_id = latest_round(dossier)
        if round_id is None:
            lines.append(Line("plain", _("There is no round here yet.")))
        else:
            lines.append(Line("plain", _("round: {round}").format(round=round_id)))
        there = session_names(self.boce).exists
        lines.append(
            Line("plain", _("There is a names file.") if there else _("There are no names here yet."))
        )
        self._view.show(lines)
        self.refresh_bars()

    def do_long(
        self,
        words: str,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """As ever, once the question is gone and the words are there: trying a passphrase stops painting."""
        self._busy = True
        self.tell(words)
        self.call_after_refresh(super().do_long, words, work, then, failed)

    # --- one file -------------------------------------------------------------------------------------------

    def action_handing_take(self) -> None:
        """Ask for it."""
        ask_file(
            self.boce,
            _("Which file of the evaluators?"),
            self._begin,
            suffixes=(DOCUMENT, BUNDLE, NAMES),
            detail=_("A file, or the folder it is in: then you choose from what is in it."),
            check=_kind_problem,
        )

    def _begin(self, path: Path) -> None:
        self.boce.savers.flush()
        self._name, self._refused = path.name, []
        self.show()
        kind, dossier = path.suffix.lower(), self.boce.dossier
        if kind == DOCUMENT:
            self.do_long(_("Reading the file..."), lambda: offers.document(dossier, path), self._offered)
            return
        try:
            if kind == BUNDLE:
                self._ask_bundle(path)
            else:
                self._ask_names(path.name, load(path))
        except BoceError as problem:
            self._failed(problem)

    def _offered(self, offer: Offer) -> None:
        self.tell("")
        self.refresh_bars()
        self.boce.open(OfferScreen(offer))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, BoceError):
            super()._failed(error)
            return
        self._busy = False
        self._refused = error.lines()
        self.tell("")
        self.show()

    # --- a bundle -------------------------------------------------------------------------------------------

    def _ask_bundle(self, path: Path) -> None:
        dossier, name, data = self.boce.dossier, path.name, load_bundle(path)
        cover = bundle.read_cover(data, name)

        def open_with(key: Key) -> None:
            words = _("Opening the bundle...")
            self.do_long(words, lambda: look(dossier, [bundle.read(data, key, name)]), self._looked)

        with_key(self.boce, open_with, new=False, detail=cover.told())

    def _looked(self, found: Look) -> None:
        from boce_tui.tui.merging.looking import LookScreen

        self.tell("")
        self.refresh_bars()
        self.boce.open(LookScreen(found))

    # --- names ----------------------------------------------------------------------------------------------

    def _ask_names(self, name: str, data: bytes) -> None:
        """With the key of the environment; when it does not fit, or there is none, it is asked for."""
        dossier, here = self.boce.dossier, session_names(self.boce)

        def open_with(key: Key, *, asked: bool) -> None:
            def failed(error: Exception) -> None:
                if isinstance(error, PrivacyStop) and not asked:
                    self._busy = False
                    ask()
                else:
                    self._failed(error)

            self.do_long(
                _("Opening the names..."),
                lambda: offers.names(dossier, name, data, key, here),
                self._offered,
                failed,
            )

        def ask() -> None:
            dialog = SecretDialog(
                new=False,
                question=_("Passphrase of the names file"),
                detail=_("The evaluators tell it by another way than the file."),
            )
            self.boce.push_screen(dialog, lambda key: open_with(key, asked=True) if key else None)

        known = find_key(self.boce.env, dossier.folder, example=False)
        if known is None:
            ask()
        else:
            open_with(known, asked=False)


def _kind_problem(path: Path) -> str:
    if path.suffix.lower() in (DOCUMENT, BUNDLE, NAMES):
        return ""
    return _("This is none of these: a document (.json), a bundle (.boce), a names file (.age).")


class OfferScreen(ReadScreen[SaidLines]):
    """First what would happen, then what did.

    Args:
        offer: What was looked at.
    """

    COMMANDS = ("handing.do", "handing.conflicts")
    HELP_ID = "handing_over.taking"

    def __init__(self, offer: Offer) -> None:
        super().__init__(SaidLines("offer"))
        self._offer = offer
        self._done: list[Line] | None = None

    def place(self) -> str:
        """Before or after."""
        return self._offer.place if self._done is None else _("Taken over")

    def can(self, command_id: str) -> bool:
        """Once, and only when there is something to do; comparing after it."""
        if command_id == "handing.conflicts":
            return self._done is not None and bool(self.boce.dossier.conflicts())
        return self._done is None and not self._busy and not self._offer.nothing_new

    def show(self) -> None:
        """What would happen, or what did."""
        if self._done is not None:
            lines = [*self._done, *self._to_compare()]
        elif self._offer.nothing_new:
            lines = [Line("plain", _("There is nothing to do; esc goes back.")), *self._offer.lines]
        else:
            first = _("Nothing was done yet. enter takes it over, esc goes back.")
            lines = [Line("plain", first), *self._offer.lines]
        self._view.show(lines)
        self.refresh_bars()

    def _to_compare(self) -> list[Line]:
        left = len(self.boce.dossier.conflicts())
        if not left:
            return [Line("plain", _("esc goes back."))]
        text = ngettext(
            "{n} item has two versions: v compares them.",
            "{n} items have two versions: v compares them.",
            left,
        )
        return [Line("warn", text.format(n=left))]

    def on_screen_resume(self) -> None:
        """Items may have been compared."""
        super().on_screen_resume()
        if self._done is not None:
            self.show()

    def action_handing_do(self) -> None:
        """Do it."""
        self.boce.savers.flush()
        self.do_long(self._offer.words, self._offer.take, self._taken)

    def _taken(self, done: tuple[list[Line], Names | None]) -> None:
        app = self.boce
        self._done, fresh = done
        if fresh is not None:
            app.names = fresh
        app.round_id = app.round_id or latest_round(app.dossier) or ""
        undo_book(app.dossier).forget_erased()
        # No screen stays open below that shows things as they were.
        for below in [one for one in app.screen_stack[:-1] if isinstance(one, BoceScreen)]:
            below.was_away = True
        self.tell("")
        self.show()

    def action_handing_conflicts(self) -> None:
        """To the items with two versions."""
        from boce_tui.tui.merging.conflicts import ConflictsScreen

        self.boce.open(ConflictsScreen())
