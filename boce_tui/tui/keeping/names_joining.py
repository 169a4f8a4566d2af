"""The names of the other laptop: which file, its passphrase, what comes in, and only then done."""

from __future__ import annotations

from pathlib import Path

import boce_tui.tui.keeping.commands  # noqa: F401  - registers the help used below
from boce_tui.cycle.handing_over.names_coming import load
from boce_tui.errors import BoceError
from boce_tui.locale import _
from boce_tui.names import Key, Names
from boce_tui.tui.ask_file import ask_file
from boce_tui.tui.handing_over import offers
from boce_tui.tui.handing_over.offers import Offer
from boce_tui.tui.handing_over.taking import OfferScreen
from boce_tui.tui.merging.secret import SecretDialog
from boce_tui.tui.read_screen import ReadScreen
from boce_tui.tui.widgets.facts_view import FactsView

SUFFIX = ".age"


class JoinScreen(OfferScreen):
    """First what the names of the other laptop bring, then what was done."""

    HELP_ID = "keeping.join"


def join_names(screen: ReadScreen[FactsView], here: Names) -> None:
    """Ask for the names file of the other laptop and show what it brings.

    Args:
        screen: The screen it is asked on; it waits while the file is opened.
        here: The names of this laptop, open.
    """
    app = screen.boce

    def offered(offer: Offer) -> None:
        screen.tell("")
        screen.refresh_bars()
        app.open(JoinScreen(offer))

    def chosen(path: Path) -> None:
        try:
            data = load(path)
        except BoceError as problem:
            app.tell_problem(problem)
            return

        def open_with(key: Key | None) -> None:
            if key is not None:
                look = lambda: offers.theirs(app.dossier, path.name, data, key, here)  # noqa: E731
                screen.do_long(_("Opening the names..."), look, offered)

        dialog = SecretDialog(
            new=False,
            question=_("Passphrase of the names file of the other laptop"),
            detail=_("Your colleague tells it by another way than the file."),
        )
        app.push_screen(dialog, open_with)

    ask_file(
        app,
        _("Which names file of the other laptop?"),
        chosen,
        suffixes=(SUFFIX,),
        detail=_('Made there with ^p "Hand over and give access": names for the other laptop.'),
        check=lambda path: "" if path.suffix.lower() == SUFFIX else _("This is not a names file (.age)."),
    )
