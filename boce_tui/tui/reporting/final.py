"""Making a version final from the report screen: the question first, then the work in the background."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from boce_tui.cycle.reporting.closing import Closing, close, version_to_make
from boce_tui.cycle.reporting.issued import FIRST
from boce_tui.cycle.reviewing.remarks import unanswered
from boce_tui.errors import BoceError
from boce_tui.locale import _
from boce_tui.names import Names
from boce_tui.tui.unlock import with_names
from boce_tui.tui.widgets.dialogs import ask_text, confirm

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp


def make_final(
    app: BoceApp,
    begin: Callable[[], None],
    then: Callable[[Closing], None],
    failed: Callable[[Exception], None],
) -> None:
    """Make the version of the round final that is due, after asking.

    Args:
        app: The app.
        begin: Called when it begins.
        then: Gets how it ended.
        failed: Gets a problem that kept it from being tried.
    """
    dossier, round_id = app.dossier, app.round_id

    def ask(names: Names) -> None:
        try:
            version = version_to_make(dossier, round_id, names)
        except BoceError as problem:
            app.tell_problem(problem)
            return
        if not version:
            app.tell(_("This version is final, and nothing changed since."))
            return

        def make(reason: str = "") -> None:
            begin()
            app.in_background(lambda: close(dossier, round_id, names, reason=reason), then, failed)

        def told(detail: str) -> str:
            """What is said under the question; first that somebody still waits for a reply."""
            return " ".join(filter(None, (unanswered(dossier, round_id), detail)))

        if version != FIRST:
            ask_text(
                app,
                _("Why is there a version {version}?").format(version=version),
                make,
                detail=told(
                    _("Say what changed since the version before, and why. It is kept with the version.")
                ),
                check=lambda reason: "" if reason.strip() else _("A new version needs a reason."),
            )
            return

        confirm(
            app,
            _("Make version {version} final?").format(version=version),
            make,
            yes=_("Make version {version}").format(version=version),
            detail=told(
                _(
                    "From then on the numbers of the recommendations stand fixed: one that is taken out "
                    "stays in the report as lapsed. A copy of the dossier is made first."
                )
            ),
        )

    if dossier.read_only:
        app.tell(dossier.read_only, "warning")
    else:
        with_names(app, ask)
