"""The interview as prompts under each other, for screen readers and bare terminals (``--plain``).

The same conversation as on the screens (`boce_tui.cycle.interviewing.Conversation`): the same route, place,
drafts and revisions, so one stops here and goes on there at any question. What was said stays where it was
said: nothing above the line with the cursor is ever painted again, there are no colours and no signs.

``session.Session`` walks along the questions; ``room.Room`` is what all parts share: the conversation, the
voice (``voice``), the prompt (``prompt``) and the pens (``pens``) that keep every typed character. Words with
a colon in front are commands (``commands``; what they do is in ``doing`` and ``moving``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boce_tui.errors import UsageProblem
from boce_tui.locale import _

if TYPE_CHECKING:
    from boce_tui.env import Env
    from boce_tui.store import Dossier

__all__ = ["SCREEN", "check_keyboard", "interview"]

SCREEN = -1
"""Outcome of an interview that goes on in the screens."""


def check_keyboard(env: Env) -> None:
    """Refuse to ask where nobody can answer.

    Raises:
        UsageProblem: This is not a terminal.
    """
    if not (env.stdin.isatty() and env.stdout.isatty()):
        raise UsageProblem(
            _("The questions need a keyboard and a terminal, and this is not one."),
            hint=_("Start it in a terminal, without sending its output to a file."),
        )


def interview(env: Env, dossier: Dossier, round_id: str, interview_id: str) -> int:
    """Conduct an interview with prompts; returns the exit code, or `SCREEN` to go on in the screens.

    Raises:
        UsageProblem: This is not a terminal.
        BadInput: There is no such interview, or it has no participants or questions.
    """
    check_keyboard(env)
    from boce_tui.cycle.interviewing import Conversation
    from boce_tui.plain.session import Session

    return Session(env, Conversation(dossier, round_id, interview_id)).run()
