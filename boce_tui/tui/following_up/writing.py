"""Writing the documents of the follow-up from a screen: checked, asked where, noted in the export log."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from boce_tui.cycle.outgoing import Outgoing, wrote
from boce_tui.errors import BoceError
from boce_tui.locale import _
from boce_tui.names import Names
from boce_tui.tui.reporting.destination import ask_where
from boce_tui.tui.unlock import with_names

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp


def write_document(app: BoceApp, name: str, make: Callable[[Names], Outgoing], question: str) -> None:
    """Make a document, say what stops it, or ask where it goes.

    Args:
        app: The app.
        name: Name of the file that is proposed, without folder and ending.
        make: Makes it, once the names file is open.
        question: What is asked.
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
            str(Path.home() / f"{name}.md"),
            question=question,
            then=lambda: wrote(dossier, round_id, made),
        )

    with_names(app, with_open)


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
