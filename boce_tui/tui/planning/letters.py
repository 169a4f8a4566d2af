"""From the board to a file: the invitation, the questions, the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boce_tui.cycle.following_up.calendar import CALENDARS, INTERVIEWS
from boce_tui.domain.vocabulary import label
from boce_tui.locale import _, language
from boce_tui.tui.following_up.writing import write_calendar, write_document
from boce_tui.tui.widgets.dialogs import Option, choose

if TYPE_CHECKING:
    from boce_tui.tui.screen import BoceScreen


def ask_letter(screen: BoceScreen, round_id: str, interview: str) -> None:
    """Ask what is written and where it goes.

    Args:
        screen: The screen that asks.
        round_id: The round.
        interview: The interview under the cursor; empty: only the calendar makes sense.
    """
    options = []
    if interview:
        options = [
            Option("invitation", _("the invitation for {interview}").format(interview=interview)),
            Option("questions", _("the questions of {interview}, blank").format(interview=interview)),
        ]
    options.append(Option("calendar", label(CALENDARS, INTERVIEWS)))
    choose(
        screen.app,
        _("What is written to a file?"),
        options,
        lambda kind: _ask_place(screen, round_id, interview, kind),
    )


def _ask_place(screen: BoceScreen, round_id: str, interview: str, kind: str) -> None:
    from boce_tui.cycle.inviting import prepare_invitation, prepare_questions

    if kind == "calendar":
        write_calendar(screen.boce, only=INTERVIEWS)
        return
    prepare = prepare_invitation if kind == "invitation" else prepare_questions
    name = _("invitation") if kind == "invitation" else _("questions")
    write_document(
        screen.boce,
        f"{name}-{interview}",
        lambda names: prepare(screen.boce.dossier, round_id, interview, names, language=language()),
        _("Where does it go?"),
        private=True,
    )
