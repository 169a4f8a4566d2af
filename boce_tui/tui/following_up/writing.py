"""Writing the documents of the follow-up from a screen: checked, asked where, noted in the export log."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from boce_tui.cycle.outgoing import Outgoing, wrote
from boce_tui.domain.vocabulary import label
from boce_tui.errors import BoceError
from boce_tui.locale import _
from boce_tui.names import Names
from boce_tui.tui.reporting.destination import ask_where
from boce_tui.tui.unlock import session_names, with_names
from boce_tui.tui.widgets.dialogs import Option, choose

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp


def write_document(
    app: BoceApp,
    name: str,
    make: Callable[[Names], Outgoing],
    question: str,
    *,
    ending: str = "md",
    private: bool = False,
    detail: str = "",
    checked: bool = True,
) -> None:
    """Make a document, say what stops it, or ask where it goes.

    Args:
        app: The app.
        name: Name of the file that is proposed, without folder and ending.
        make: Makes it, once the names file is open.
        question: What is asked.
        ending: Ending of that file.
        private: Only the user may read it.
        detail: What is said under the question; by default that it is plain text.
        checked: Its texts are looked through for names, so the names file has to be open.
    """

    def with_open(names: Names) -> None:
        try:
            made = make(names)
        except BoceError as problem:
            app.tell_problem(problem)
            return
        stops = [finding for finding in made.findings if finding.severity == "error"]
        if stops:
            app.tell(f"{stops[0].message} {stops[0].how_to_mend}")
            return
        dossier, round_id = app.dossier, app.round_id
        ask_where(
            app,
            made.markdown,
            str(Path.home() / f"{name}.{ending}"),
            question=question,
            private=private,
            detail=made.between or detail,
            then=lambda: wrote(dossier, round_id, made),
        )

    if checked:
        with_names(app, with_open)
    else:
        with_open(session_names(app))


def write_follow_up(app: BoceApp, body: str, *, late: bool) -> None:
    """The follow-up list, of one body or of all."""
    from boce_tui.cycle.following_up.documents import prepare_follow_up

    name = "-".join(filter(None, ("opvolging", app.round_id, body if body != "-" else "niemand")))
    write_document(
        app,
        name,
        lambda names: prepare_follow_up(app.dossier, app.round_id, names, body=body, late=late),
        _("Where does the list go?"),
    )


def write_meetings(app: BoceApp) -> None:
    """The meetings with their agenda."""
    from boce_tui.cycle.following_up.documents import prepare_meetings

    write_document(
        app,
        f"vergaderingen-{app.round_id}",
        lambda names: prepare_meetings(app.dossier, app.round_id, names),
        _("Where does the list go?"),
    )


def ask_meetings(app: BoceApp) -> None:
    """The meetings: as a document, or for a calendar."""
    from boce_tui.cycle.following_up.calendar import CALENDARS, MEETINGS

    options = [
        Option("document", _("the meetings with their agenda, as a document")),
        Option("calendar", label(CALENDARS, MEETINGS)),
    ]
    choose(
        app,
        _("What is written to a file?"),
        options,
        lambda kind: write_calendar(app, only=MEETINGS) if kind == "calendar" else write_meetings(app),
    )


def write_calendar(app: BoceApp, *, only: str) -> None:
    """The interviews or the meetings as a calendar file."""
    from boce_tui.cycle.following_up.calendar import MEETINGS, prepare_calendar

    write_document(
        app,
        f"{_('meetings') if only == MEETINGS else _('calendar')}-{app.round_id}",
        lambda names: prepare_calendar(app.dossier, app.round_id, names, only=only),
        _("Where does it go?"),
        ending="ics",
        private=True,
        detail=_("The file with its folder. Open it with Outlook or another calendar."),
        checked=only == MEETINGS,
    )


def write_scan(app: BoceApp) -> None:
    """The scan."""
    from boce_tui.cycle.following_up.documents import prepare_scan

    write_document(
        app,
        f"scan-{app.round_id}",
        lambda names: prepare_scan(app.dossier, app.round_id, names),
        _("Where does the scan go?"),
    )


def write_years(app: BoceApp) -> None:
    """Two years side by side."""
    from boce_tui.cycle.comparing_years.documents import prepare_years

    write_document(
        app,
        f"twee-jaren-{app.round_id}",
        lambda names: prepare_years(app.dossier, app.round_id, names),
        _("Where does the comparison go?"),
    )
