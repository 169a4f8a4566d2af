"""From the board to a file: the invitation, the questions, the calendar."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from boce_tui.cycle.following_up.calendar import CALENDARS, INTERVIEWS
from boce_tui.domain.vocabulary import label
from boce_tui.errors import BoceError
from boce_tui.locale import _, language
from boce_tui.tui.unlock import session_names
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
    from boce_tui.tui.following_up.writing import write_calendar
    from boce_tui.tui.reporting.destination import ask_where

    if kind == "calendar":
        write_calendar(screen.boce, only=INTERVIEWS)
        return
    try:
        data = _made(screen, round_id, interview, kind)
    except BoceError as problem:
        screen.boce.tell_problem(problem)
        return
    if data is None:
        return
    names = {"invitation": _("invitation"), "questions": _("questions")}
    where = str(Path.home() / f"{names[kind]}-{interview}.md")
    ask_where(screen.boce, data, where, question=_("Where does it go?"), private=True)


def _made(screen: BoceScreen, round_id: str, interview: str, kind: str) -> bytes | None:
    """What goes into the file; None when something is to be mended first (that was said)."""
    from boce_tui.cycle.inviting import prepare_invitation, prepare_questions

    dossier = screen.boce.dossier
    names = session_names(screen.boce)
    if kind == "questions":
        made = prepare_questions(dossier, round_id, interview, names, language=language())
    else:
        made = prepare_invitation(dossier, round_id, interview, names, language=language())
    if made.exit_code:
        first = made.findings[0]
        screen.tell(f"{first.message} {first.how_to_mend}", "warning")
        return None
    return made.markdown
